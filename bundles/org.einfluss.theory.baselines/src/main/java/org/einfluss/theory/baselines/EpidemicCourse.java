package org.einfluss.theory.baselines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
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
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.osgi.service.component.annotations.Component;

/**
 * Compartments of an epidemic over time, means and intervals over networks, with differential equations as overlay.
 *
 * <p>The equations are those of {@link MixedEpidemic}: on complete networks even mixing, for all epidemics; on Erdős–Rényi networks
 * edge-based compartments, for SIR in continuous time with exponential periods. They start from the mean share infectious at time 0 and know
 * neither chance nor the ends of steps.
 */
@Component(service = StudyAnalysis.class)
@Described(
        id = "epidemic-course",
        name = "Course of an epidemic",
        summary = "Compartments over time, mean and interval, with differential equations as overlay.",
        cite = {MixedEpidemic.KERMACK, MixedEpidemic.MILLER})
public final class EpidemicCourse implements StudyAnalysis<None> {
    private static final List<String> COMPARTMENTS = List.of("susceptible", "exposed", "infectious", "recovered");

    /** For the registry, and for use as a plain library. */
    public EpidemicCourse() {}

    @Override
    public Findings analyse(Study study, None parameters, Progress progress) {
        Plan plan = study.plan();
        if (!Points.observes(plan, "infectious")) {
            throw new InputException(
                    "The course of an epidemic needs a model with infectious nodes (si, sis, sir, seir, "
                            + "reed-frost or continuous-sir), but this study has "
                            + plan.points().stream()
                                    .map(p -> p.model().id())
                                    .distinct()
                                    .toList());
        }
        List<String> present = COMPARTMENTS.stream()
                .filter(name -> Points.observes(plan, name))
                .toList();
        TimeSeries[] courses = TimeSeries.read(study, present, progress);
        Rows rows = new Rows().text("point", "Design point").number("time", "units of time", "Time since the start");
        for (String name : present) {
            rows.number(name, "share of nodes", "Mean share of nodes that are " + name)
                    .number(name + "-low", "share of nodes", "Lower end of its 95 % interval")
                    .number(name + "-high", "share of nodes", "Upper end of its 95 % interval")
                    .number(name + "-ode", "share of nodes", "Its differential equation");
        }
        rows.number("units", "", "Networks (runs, on one fixed network) that entered");
        int[] from = new int[plan.points().size() + 1];
        boolean[] overlaid = new boolean[plan.points().size()];
        List<Headline> headlines = new ArrayList<>();
        for (DesignPoint point : plan.points()) {
            progress.checkCancelled();
            TimeSeries course = courses[point.index()];
            int n = Points.nodes(study, point);
            from[point.index()] = rows.size();
            Optional<double[][]> overlay = overlay(study, point, course, present, n);
            overlaid[point.index()] = overlay.isPresent();
            add(rows, point, course, present, n, overlay);
            from[point.index() + 1] = rows.size();
            peak(point, course, present, n).ifPresent(headlines::add);
        }
        Table table = rows.table("epidemic-course", "Compartments over time");
        String caption = Points.caption(study)
                + "; bands: 95 % intervals of the mean, over networks (over runs on one network); lines: differential "
                + "equations.";
        List<Figure> figures = new ArrayList<>();
        for (DesignPoint point : plan.points()) {
            int i = point.index();
            if (figures.size() < 2
                    && from[i + 1] > from[i]
                    && (i == 0 || i == plan.points().size() - 1)) {
                figures.add(figure(
                        "compartments" + (figures.isEmpty() ? "" : "-last"),
                        "Compartments over time, " + point.label(),
                        caption,
                        table,
                        compartments(point, present, from[i], from[i + 1], overlaid[i])));
            }
        }
        if (plan.points().size() > 1) {
            figures.add(figure(
                    "infectious",
                    "Infectious nodes over time",
                    caption,
                    table,
                    infectious(plan.points(), from, overlaid)));
        }
        return new Findings(
                "epidemic-course",
                "Course of an epidemic",
                List.of(table),
                figures,
                headlines,
                List.of(
                        "The equations hold for large populations. From few seeds some epidemics die out by chance and others "
                                + "are late, so that the mean over runs lies below and behind them.",
                        "For models in steps they are an approximation that is good where the probabilities of a step are "
                                + "small: (n − 1)β and γ well below 1."),
                List.of(MixedEpidemic.KERMACK, MixedEpidemic.MILLER));
    }

    private static void add(
            Rows rows,
            DesignPoint point,
            TimeSeries course,
            List<String> present,
            int n,
            Optional<double[][]> overlay) {
        double[] times = course.times();
        for (int t = 0; t < times.length && course.hasValues(); t++) {
            double[] row = new double[2 + 4 * present.size()];
            int at = 0;
            row[at++] = times[t];
            for (int c = 0; c < present.size(); c++) {
                UnitMeans one = course.at(c, t);
                row[at++] = one.mean() / n;
                row[at++] = Math.max(0, one.low() / n);
                row[at++] = Math.min(1, one.high() / n);
                int column = COMPARTMENTS.indexOf(present.get(c));
                row[at++] = overlay.isPresent() && one.units() > 0 ? overlay.get()[t][column] : Double.NaN;
            }
            row[at] = course.at(present.indexOf("infectious"), t).units();
            rows.add(List.of(point.label()), row);
        }
    }

    private static Optional<Headline> peak(DesignPoint point, TimeSeries course, List<String> present, int n) {
        if (!course.hasValues()) {
            return Optional.empty();
        }
        int infectious = present.indexOf("infectious");
        int peak = 0;
        for (int t = 1; t < course.times().length; t++) {
            peak = course.at(infectious, t).mean() > course.at(infectious, peak).mean() ? t : peak;
        }
        UnitMeans at = course.at(infectious, peak);
        Headline counts = at.headline("", "");
        return Optional.of(new Headline(
                "Highest mean share infectious, at time " + course.times()[peak] + ", " + point.label(),
                counts.value() / n,
                counts.low() / n,
                counts.high() / n,
                "share of nodes",
                counts.interval()));
    }

    private static Optional<double[][]> overlay(
            Study study, DesignPoint point, TimeSeries course, List<String> present, int n) {
        if (!course.hasValues() || n < 2) {
            return Optional.empty();
        }
        double start = course.at(present.indexOf("infectious"), 0).mean() / n;
        NetworkConfiguration network = study.plan().network(point);
        double[] times = course.times();
        if (Points.isComplete(network)) {
            return Rates.of(point.model())
                    .map(r -> MixedEpidemic.everywhere(
                            r.infection() * (n - 1), r.onset(), r.recovery(), r.returns(), start, times));
        }
        return point.model()
                .as(ContinuousEpidemic.Parameters.class)
                .filter(p -> p.period() == ContinuousEpidemic.Period.EXPONENTIAL
                        && isRandom(point)
                        && Points.poissonDegree(network).isPresent())
                .map(p -> MixedEpidemic.onPoisson(
                        Points.poissonDegree(network).getAsDouble(), p.infection(), p.recovery(), start, times));
    }

    private static boolean isRandom(DesignPoint point) {
        return point.seeding().id().equals("random") || point.seeding().id().equals("fraction");
    }

    /** Rates per edge, or per step taken as rates. */
    private record Rates(double infection, double onset, double recovery, boolean returns) {
        static Optional<Rates> of(org.einfluss.api.study.Component model) {
            Optional<Record> parameters = model.parameters();
            if (parameters.isEmpty()) {
                return Optional.empty();
            }
            Record p = parameters.get();
            if (p instanceof SusceptibleInfectious.Parameters si) {
                return Optional.of(new Rates(si.infection(), 0, 0, false));
            } else if (p instanceof SusceptibleInfectiousSusceptible.Parameters sis) {
                return Optional.of(new Rates(sis.infection(), 0, sis.recovery(), true));
            } else if (p instanceof SusceptibleInfectiousRecovered.Parameters sir) {
                return Optional.of(new Rates(sir.infection(), 0, sir.recovery(), false));
            } else if (p instanceof SusceptibleExposedInfectiousRecovered.Parameters seir && seir.onset() > 0) {
                return Optional.of(new Rates(seir.infection(), seir.onset(), seir.recovery(), false));
            } else if (p instanceof ContinuousEpidemic.Parameters sir
                    && sir.period() == ContinuousEpidemic.Period.EXPONENTIAL) {
                return Optional.of(new Rates(sir.infection(), 0, sir.recovery(), false));
            }
            return Optional.empty();
        }
    }

    private static List<Series> compartments(
            DesignPoint point, List<String> present, int from, int to, boolean overlaid) {
        List<Series> series = new ArrayList<>();
        boolean exposed =
                point.model().parameters().orElse(null) instanceof SusceptibleExposedInfectiousRecovered.Parameters;
        boolean recovers =
                !(point.model().id().equals("si") || point.model().id().equals("sis"));
        for (String name : present) {
            if ((exposed || !name.equals("exposed")) && (recovers || !name.equals("recovered"))) {
                series.add(new Series(name, "time", name, name + "-low", name + "-high", Style.DATA, from, to));
                if (overlaid) {
                    series.add(Series.of(name + ", equation", "time", name + "-ode", Style.OVERLAY, from, to));
                }
            }
        }
        return series;
    }

    private static List<Series> infectious(List<DesignPoint> points, int[] from, boolean[] overlaid) {
        List<Series> series = new ArrayList<>();
        int every = (points.size() + Points.MOST_SERIES - 1) / Points.MOST_SERIES;
        for (int i = 0; i < points.size(); i += every) {
            if (from[i + 1] > from[i]) {
                String label = points.get(i).label();
                series.add(new Series(
                        label,
                        "time",
                        "infectious",
                        "infectious-low",
                        "infectious-high",
                        Style.DATA,
                        from[i],
                        from[i + 1]));
                if (overlaid[i]) {
                    series.add(Series.of(
                            "equation, " + label, "time", "infectious-ode", Style.OVERLAY, from[i], from[i + 1]));
                }
            }
        }
        return series;
    }

    private static Figure figure(String name, String title, String caption, Table table, List<Series> series) {
        return new Figure(
                name,
                Figure.Kind.LINE,
                title,
                caption,
                table,
                series,
                Axis.of("Time (units of time, steps)"),
                Axis.of("Nodes (share)", 0, 1));
    }
}
