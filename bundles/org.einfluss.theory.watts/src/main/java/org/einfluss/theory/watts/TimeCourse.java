package org.einfluss.theory.watts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.einfluss.api.Described;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.StudyAnalysis;
import org.einfluss.api.findings.Table;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.Observations;
import org.einfluss.api.study.Observations.Stop;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.math.RunningStatistics;
import org.osgi.service.component.annotations.Component;

/**
 * The share of active nodes over time, averaged over runs, with its interval, and the recursion ρ_n as overlay where it applies.
 *
 * <p>A run that has come to rest keeps its last value. Intervals are Student's t over network means; on one fixed network over runs. The
 * recursion is that of Gleeson and Cahalane 2007 ({@link SeedRecursion}); it applies to random seeds on networks of a known degree law.
 */
@Component(service = StudyAnalysis.class)
@Described(
        id = "time-course",
        name = "Time course",
        summary = "Share of active nodes over time, mean and interval, with the recursion as overlay.",
        cite = SeedFraction.GLEESON)
public final class TimeCourse implements StudyAnalysis<None> {
    private static final int LONGEST = 10_000;

    /** For the registry, and for use as a plain library. */
    public TimeCourse() {}

    /** Values of all units (networks, or runs on one network) of one design point, step by step. */
    private static final class Course {
        private final boolean fixed;
        private final RunningStatistics[] byStep;
        private final RunningStatistics[] unit;

        Course(boolean fixed, int steps) {
            this.fixed = fixed;
            byStep = statistics(steps);
            unit = statistics(steps);
        }

        private static RunningStatistics[] statistics(int steps) {
            RunningStatistics[] all = new RunningStatistics[steps];
            Arrays.setAll(all, i -> new RunningStatistics());
            return all;
        }

        void add(double[] run) {
            for (int t = 0; t < byStep.length; t++) {
                unit[t].add(run[t]);
            }
            if (fixed) {
                endUnit();
            }
        }

        void endUnit() {
            if (byStep.length == 0 || unit[0].count() == 0) {
                return;
            }
            for (int t = 0; t < byStep.length; t++) {
                byStep[t].add(unit[t].mean());
                unit[t].clear();
            }
        }
    }

    @Override
    public List<String> needs(None parameters, Plan plan) {
        List<String> lacking = new ArrayList<>(plan.missing("reach", "gain"));
        if (plan.recording() != Plan.Recording.EVERY_STEP) {
            lacking.add("A time course needs the values after every step, but the study records "
                    + (plan.recording() == Plan.Recording.LOG ? "the log" : "the final values")
                    + " only; set 'recording: every-step' in the experiment.");
        }
        return lacking;
    }

    @Override
    public Findings analyse(Study study, None parameters, Progress progress) {
        checkNeeds(parameters, study);
        Plan plan = study.plan();
        Course[] courses;
        try {
            courses = courses(study, progress);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The observations of the study cannot be read", unreadable);
        }
        Rows rows = new Rows()
                .text("point", "Design point")
                .number("step", "steps", "Time")
                .number("active", "share of nodes", "Mean share of active nodes, seeds included")
                .number("low", "share of nodes", "Lower end of its 95 % interval")
                .number("high", "share of nodes", "Upper end of its 95 % interval")
                .number("rho", "share of nodes", "Recursion ρ_n on the infinite network")
                .number("units", "", "Networks (runs, on one fixed network) that entered");
        List<Series> series = new ArrayList<>();
        List<Headline> headlines = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        notes.add(PointTheory.OVERLAYS);
        if (plan.points().stream().anyMatch(point -> isSingleSeed(PointTheory.of(study, point)))) {
            notes.add("Where a cascade starts from a single seed there is no overlay.");
        }
        for (DesignPoint point : plan.points()) {
            Course course = courses[point.index()];
            PointTheory theory = PointTheory.of(study, point);
            double seeds = theory.seedFraction().orElse(0);
            boolean overlay = theory.applies()
                    && (seeds > 0 || theory.threshold().orElseThrow().share(0, 0) > 0);
            double[] rho = overlay
                    ? new SeedRecursion(
                                    theory.threshold().orElseThrow(),
                                    theory.law().orElseThrow())
                            .trajectory(seeds, Math.max(1, course.byStep.length - 1))
                    : new double[0];
            int from = rows.size();
            for (int t = 0; t < course.byStep.length; t++) {
                RunningStatistics at = course.byStep[t];
                double half = halfWidth(at);
                rows.add(
                        List.of(point.label()),
                        t,
                        at.mean(),
                        Math.max(0, at.mean() - half),
                        Math.min(1, at.mean() + half),
                        overlay ? rho[Math.min(t, rho.length - 1)] : Double.NaN,
                        (double) at.count());
            }
            if (rows.size() > from
                    && CascadeSizes.isShown(point.index(), plan.points().size())) {
                series.add(new Series(point.label(), "step", "active", "low", "high", Style.DATA, from, rows.size()));
                if (overlay) {
                    series.add(Series.of("ρ(t), " + point.label(), "step", "rho", Style.OVERLAY, from, rows.size()));
                }
            }
            if (rows.size() > from) {
                headlines.add(last(course, point));
            }
        }
        if (plan.points().size() > CascadeSizes.MOST_SERIES) {
            notes.add("Figures show " + CascadeSizes.MOST_SERIES
                    + " design points from the first to the last; all are in the tables.");
        }
        Table table = rows.table("time-course", "Active nodes over time");
        return new Findings(
                "time-course",
                "Time course",
                List.of(table),
                List.of(new Figure(
                        "time-course",
                        Figure.Kind.LINE,
                        "Active nodes over time",
                        PointTheory.caption(study)
                                + "; bands: 95 % intervals of the mean, over networks (over runs on one network).",
                        table,
                        series,
                        Axis.of("Time (steps)"),
                        Axis.of("Active nodes (share)", 0, 1))),
                headlines,
                notes,
                List.of(CascadeWindow.WATTS, SeedFraction.GLEESON));
    }

    private static boolean isSingleSeed(PointTheory theory) {
        return theory.applies()
                && theory.seedFraction().getAsDouble() == 0
                && theory.threshold().orElseThrow().share(0, 0) == 0;
    }

    private static Headline last(Course course, DesignPoint point) {
        RunningStatistics end = course.byStep[course.byStep.length - 1];
        double half = halfWidth(end);
        return new Headline(
                "Active nodes in the end, " + point.label(),
                end.mean(),
                Math.max(0, end.mean() - half),
                Math.min(1, end.mean() + half),
                "share of nodes",
                "95 % over " + end.count() + (course.fixed ? " runs, conditional on this network" : " networks"));
    }

    private static double halfWidth(RunningStatistics at) {
        return at.count() < 2
                ? Double.NaN
                : at.standardError() * new TDistribution(null, at.count() - 1).inverseCumulativeProbability(0.975);
    }

    /** Reads the observations twice: for the number of steps, then for the values. */
    private static Course[] courses(Study study, Progress progress) throws IOException {
        Plan plan = study.plan();
        int[] steps = new int[plan.points().size()];
        try (Observations rows = study.observations()) {
            while (rows.next()) {
                if (rows.stop() != Stop.FAILED) {
                    steps[rows.point()] = Math.min(LONGEST, Math.max(steps[rows.point()], rows.step() + 1));
                }
            }
        }
        progress.checkCancelled();
        Course[] courses = new Course[steps.length];
        for (DesignPoint point : plan.points()) {
            courses[point.index()] = new Course(plan.network(point).fixed(), steps[point.index()]);
        }
        int reach = plan.variable("reach");
        int gain = plan.variable("gain");
        double[] run = new double[0];
        int filled = 0;
        int point = -1;
        int draw = -1;
        try (Observations rows = study.observations()) {
            while (rows.next()) {
                if (rows.point() != point || rows.draw() != draw) {
                    if (point >= 0) {
                        courses[point].endUnit();
                    }
                    point = rows.point();
                    draw = rows.draw();
                    run = new double[steps[point]];
                    filled = 0;
                    progress.checkCancelled();
                }
                if (rows.stop() == Stop.FAILED) {
                    filled = 0;
                    continue;
                }
                // Steps without a row keep the value before; before the first row only the seeds are active.
                double before = filled == 0 ? rows.value(reach) - rows.value(gain) : run[filled - 1];
                int step = Math.min(rows.step(), run.length - 1);
                for (; filled < step; filled++) {
                    run[filled] = before;
                }
                run[step] = rows.value(reach);
                filled = step + 1;
                if (rows.stop() != Stop.RUNNING) {
                    Arrays.fill(run, filled, run.length, run[step]);
                    courses[point].add(run);
                    filled = 0;
                }
            }
        }
        if (point >= 0) {
            courses[point].endUnit();
        }
        return courses;
    }
}
