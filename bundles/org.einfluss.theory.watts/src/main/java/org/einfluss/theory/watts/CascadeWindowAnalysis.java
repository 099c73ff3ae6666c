package org.einfluss.theory.watts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
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
import org.einfluss.api.study.Estimate;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.osgi.service.component.annotations.Component;

/**
 * How often cascades become global, and how large they are then, over the mean degree and the threshold of a study.
 *
 * <p>A cascade is global when its reach, seeds included, is at least a cut. Where both mean degree and threshold vary, the findings hold a map
 * of both with the staircase R_v = 1; where one of them varies, frequency and size against it with the closed forms P_trig and ρ_∞.
 */
@Component(service = StudyAnalysis.class)
@Described(
        id = "cascade-window",
        name = "Cascade window",
        summary = "Frequency and size of global cascades over mean degree and threshold, with the closed forms.",
        cite = {CascadeWindow.WATTS, SeedFraction.GLEESON})
public final class CascadeWindowAnalysis implements StudyAnalysis<CascadeWindowAnalysis.Parameters> {
    private static final int MOST_SERIES = 6;

    /** For the registry, and for use as a plain library. */
    public CascadeWindowAnalysis() {}

    /**
     * Parameters of the analysis.
     *
     * @param global least reach of a global cascade
     */
    public record Parameters(
            @Param(value = "Least reach of a global cascade", initial = "0.1", range = "(0,1)", unit = "share of nodes")
            double global) {}

    private record Point(DesignPoint design, PointTheory theory, String series) {}

    @Override
    public List<String> needs(Parameters parameters, Plan plan) {
        return plan.missing("reach");
    }

    @Override
    public Findings analyse(Study study, Parameters parameters, Progress progress) {
        checkNeeds(parameters, study);
        List<Point> points = new ArrayList<>();
        for (DesignPoint design : study.plan().points()) {
            PointTheory theory = PointTheory.of(study, design);
            points.add(new Point(design, theory, ""));
        }
        boolean manyDegrees =
                distinct(points.stream().map(p -> p.theory().meanDegree()).toList()) > 1;
        boolean manyThresholds =
                points.stream().noneMatch(p -> Double.isNaN(p.theory().phi()))
                        && distinct(points.stream().map(p -> p.theory().phi()).toList()) > 1;
        boolean overThreshold = manyThresholds && !manyDegrees;
        boolean manySeedings =
                points.stream().map(p -> p.design().seeding()).distinct().count() > 1;
        points.replaceAll(p -> new Point(p.design(), p.theory(), series(p, overThreshold, manySeedings)));
        points.sort(Comparator.comparing(Point::series)
                .thenComparingDouble(
                        p -> overThreshold ? p.theory().phi() : p.theory().meanDegree())
                .thenComparingInt(p -> p.design().index()));

        Rows rows = new Rows()
                .text("series", "What the points of one line have in common")
                .number("point", "", "Number of the design point")
                .number("z", "links per node", "Mean degree")
                .number("phi", "share of neighbours", "Threshold, where it is the same for everyone")
                .number("global", "share of runs", "Frequency of global cascades")
                .number("global-low", "share of runs", "Lower end of its 95 % interval (Wilson, effective runs)")
                .number("global-high", "share of runs", "Upper end of its 95 % interval")
                .number("size", "share of nodes", "Mean reach of global cascades, each run counting alike")
                .number("size-low", "share of nodes", "Lower end of its 95 % interval")
                .number("size-high", "share of nodes", "Upper end of its 95 % interval")
                .number("mean-reach", "share of nodes", "Mean reach of all cascades, failed ones included")
                .number("P_trig", "share of runs", "Closed form of the frequency, for a single random seed")
                .number("rho", "share of nodes", "Closed form of the size")
                .number("R_v", "", "Expected vulnerable nodes behind a link")
                .number("networks", "", "Networks that entered")
                .number("runs", "", "Runs that entered")
                .number("effective-runs", "", "Runs divided by the design effect")
                .number("failed", "", "Runs that failed and did not enter");
        for (int i = 0; i < points.size(); i++) {
            progress.report(i, points.size(), "design points");
            progress.checkCancelled();
            add(rows, study, points.get(i), parameters.global());
        }
        Table table = rows.table("points", "Global cascades at each design point");
        List<Table> tables = new ArrayList<>(List.of(table));
        List<String> notes = new ArrayList<>();
        notes.add("Global: reach of at least " + parameters.global() + ", seeds included. " + PointTheory.OVERLAYS);
        if (!study.plan().independentNetworks()) {
            notes.add(
                    "Design points that differ in model or seeding alone share their networks, so that their estimates are correlated.");
        }
        if (points.stream().anyMatch(p -> study.plan().network(p.design()).fixed())) {
            notes.add("Intervals of points on one fixed network are conditional on this network.");
        }
        List<Figure> figures = figures(study, points, table, overThreshold, parameters.global());
        if (manyDegrees && manyThresholds) {
            tables.add(cells(points, table));
            staircase(points, progress).ifPresent(tables::add);
        }
        return new Findings(
                "cascade-window",
                "Cascade window",
                tables,
                figures,
                headlines(study, points, table, parameters.global()),
                notes,
                List.of(CascadeWindow.WATTS, SeedFraction.GLEESON));
    }

    private static void add(Rows rows, Study study, Point point, double cut) {
        int index = point.design().index();
        PointTheory theory = point.theory();
        Estimate global = study.estimates().share(index, "reach", cut);
        Estimate mean = study.estimates().mean(index, "reach");
        double size = Double.NaN;
        double low = Double.NaN;
        double high = Double.NaN;
        if (global.value() > 0) {
            Estimate above = study.estimates().meanAbove(index, "reach", cut);
            size = above.value();
            low = above.low();
            high = above.high();
        }
        rows.add(
                List.of(point.series()),
                index,
                theory.meanDegree(),
                theory.phi(),
                global.value(),
                global.low(),
                global.high(),
                size,
                low,
                high,
                mean.value(),
                theory.triggerProbability(),
                theory.finalShare(),
                theory.reproduction(),
                global.networks(),
                (double) global.runs(),
                global.effectiveRuns(),
                (double) global.failed());
    }

    /** Everything that sets points apart but the quantity on the horizontal axis. */
    private static String series(Point point, boolean overThreshold, boolean manySeedings) {
        StringBuilder text = new StringBuilder();
        if (!overThreshold) {
            text.append(point.theory()
                    .threshold()
                    .map(Threshold::toString)
                    .orElseGet(() -> PointTheory.name(point.design().model())));
        } else {
            text.append("z = ").append(point.theory().meanDegree());
        }
        if (manySeedings) {
            text.append(", ").append(PointTheory.name(point.design().seeding()));
        }
        return text.toString();
    }

    private static long distinct(List<Double> values) {
        return values.stream().distinct().count();
    }

    private static List<Figure> figures(
            Study study, List<Point> points, Table table, boolean overThreshold, double cut) {
        List<Series> frequency = new ArrayList<>();
        List<Series> size = new ArrayList<>();
        String x = overThreshold ? "phi" : "z";
        int lines = (int) points.stream().map(Point::series).distinct().count();
        int every = (lines + MOST_SERIES - 1) / MOST_SERIES;
        int line = 0;
        for (int from = 0; from < points.size(); line++) {
            String label = points.get(from).series();
            int to = from;
            boolean closedForm = false;
            boolean trigger = false;
            while (to < points.size() && points.get(to).series().equals(label)) {
                closedForm |= !Double.isNaN(table.column("rho").doubleAt(to));
                trigger |= !Double.isNaN(table.column("P_trig").doubleAt(to));
                to++;
            }
            if (line % every == 0) {
                frequency.add(new Series(label, x, "global", "global-low", "global-high", Style.DATA, from, to));
                size.add(new Series(label, x, "size", "size-low", "size-high", Style.DATA, from, to));
                if (trigger) {
                    frequency.add(Series.of("P_trig, " + label, x, "P_trig", Style.OVERLAY, from, to));
                }
                if (closedForm) {
                    size.add(Series.of("ρ∞, " + label, x, "rho", Style.OVERLAY, from, to));
                }
            }
            from = to;
        }
        String caption = PointTheory.caption(study) + "; global: reach ≥ " + cut
                + "; bands: 95 % intervals, clustered by network."
                + (every > 1
                        ? " Of " + lines + " lines every " + ordinal(every) + " is drawn; all are in the table."
                        : "");
        Axis axis = Axis.of(overThreshold ? CascadeWindow.PHI_AXIS : CascadeWindow.Z_AXIS);
        return List.of(
                new Figure(
                        "frequency",
                        Figure.Kind.LINE,
                        "How often cascades become global",
                        caption,
                        table,
                        frequency,
                        axis,
                        Axis.of("Frequency (share of runs)", 0, 1)),
                new Figure(
                        "size",
                        Figure.Kind.LINE,
                        "How large global cascades are",
                        caption,
                        table,
                        size,
                        axis,
                        Axis.of("Reach (share of nodes)", 0, 1)));
    }

    private static String ordinal(int every) {
        return every == 2 ? "second" : every == 3 ? "third" : every + "th";
    }

    /** One row for each pair of mean degree and threshold, of the first seeding. */
    private static Table cells(List<Point> points, Table table) {
        Rows cells = new Rows()
                .number("phi", "share of neighbours", "Threshold")
                .number("z", "links per node", "Mean degree")
                .number("global", "share of runs", "Frequency of global cascades")
                .number("mean-reach", "share of nodes", "Mean reach of all cascades, failed ones included")
                .number("size", "share of nodes", "Mean reach of global cascades, each run counting alike");
        String seeding = points.get(0).design().seeding().toString();
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).design().seeding().toString().equals(seeding)) {
                int row = i;
                cells.add(java.util.stream.Stream.of("phi", "z", "global", "mean-reach", "size")
                        .mapToDouble(name -> table.column(name).doubleAt(row))
                        .toArray());
            }
        }
        return cells.table(
                "cells",
                "Map over threshold and mean degree, "
                        + points.get(0).design().seeding().id());
    }

    private static Optional<Table> staircase(List<Point> points, Progress progress) {
        Optional<DoubleFunction<DegreeLaw>> family = points.stream()
                .map(p -> p.theory().law().map(CascadeWindow::family))
                .reduce((one, other) -> one.isPresent() && other.isPresent() ? one : Optional.empty())
                .orElse(Optional.empty());
        double highest =
                points.stream().mapToDouble(p -> p.theory().meanDegree()).max().orElse(1);
        boolean single = points.stream().allMatch(p -> p.theory().seedFraction().orElse(1) == 0);
        return family.filter(found -> single)
                .map(found -> CascadeWindow.staircase(found, Math.max(highest, 2), progress))
                .filter(found -> found.rows() > 0);
    }

    private static List<Headline> headlines(Study study, List<Point> points, Table table, double cut) {
        int best = 0;
        for (int i = 1; i < points.size(); i++) {
            best = table.column("global").doubleAt(i) > table.column("global").doubleAt(best) ? i : best;
        }
        if (points.isEmpty()) {
            return List.of();
        }
        DesignPoint design = points.get(best).design();
        Estimate global = study.estimates().share(design.index(), "reach", cut);
        List<Headline> headlines = new ArrayList<>();
        headlines.add(new Headline(
                "Highest frequency of global cascades, at " + design.label(),
                global.value(),
                global.low(),
                global.high(),
                "share of runs",
                global.interval()));
        if (global.value() > 0) {
            Estimate size = study.estimates().meanAbove(design.index(), "reach", cut);
            headlines.add(new Headline(
                    "Mean reach of global cascades there",
                    size.value(),
                    size.low(),
                    size.high(),
                    "share of nodes",
                    size.interval()));
        }
        return headlines;
    }
}
