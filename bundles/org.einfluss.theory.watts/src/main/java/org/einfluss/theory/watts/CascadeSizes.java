package org.einfluss.theory.watts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.special.Gamma;
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
 * The distribution of cascade sizes at each design point: how often at least so many nodes become active, the histogram of the reach, and
 * the frequency of global cascades. Never the mean alone, since most distributions have two humps.
 *
 * <p>At the lower edge of the window (z ≤ 1, φ ≤ 0.05, a single random seed) sizes follow the Borel law P(s) = e^{−zs}(zs)^{s−1}/s!.
 */
@Component(service = StudyAnalysis.class)
@Described(
        id = "cascade-sizes",
        name = "Cascade sizes",
        summary = "Distribution of cascade sizes, with the frequency of global cascades.",
        cite = CascadeWindow.WATTS)
public final class CascadeSizes implements StudyAnalysis<CascadeSizes.Parameters> {
    private static final int BINS = 50;
    static final int MOST_SERIES = 6;
    private static final double NOTHING = 0.02;
    private static final double EVERYTHING = 0.9;
    private static final double LARGE = 0.8;

    /** For the registry, and for use as a plain library. */
    public CascadeSizes() {}

    /**
     * Parameters of the analysis.
     *
     * @param global least reach of a global cascade
     */
    public record Parameters(
            @Param(value = "Least reach of a global cascade", initial = "0.1", range = "(0,1)", unit = "share of nodes")
            double global) {}

    @Override
    public List<String> needs(Parameters parameters, Plan plan) {
        return plan.missing("reach", "size");
    }

    @Override
    public Findings analyse(Study study, Parameters parameters, Progress progress) {
        checkNeeds(parameters, study);
        List<DesignPoint> points = study.plan().points();
        Rows summary = new Rows()
                .text("point", "Design point")
                .number("runs", "", "Runs that entered")
                .number("failed", "", "Runs that failed and did not enter")
                .number("global", "share of runs", "Frequency of global cascades")
                .number("global-low", "share of runs", "Lower end of its 95 % interval (Wilson, effective runs)")
                .number("global-high", "share of runs", "Upper end of its 95 % interval")
                .number("effective-runs", "", "Runs divided by the design effect")
                .number("size-global", "share of nodes", "Mean reach of global cascades, each run counting alike")
                .number("size-others", "share of nodes", "Mean reach of the other cascades")
                .number("median", "share of nodes", "Median reach of all cascades")
                .number(
                        "mean",
                        "share of nodes",
                        "Mean reach of all cascades; not a typical size where there are two humps")
                .number("between", "share of runs", "Cascades with a reach between " + NOTHING + " and " + EVERYTHING);
        Rows tail = new Rows()
                .text("point", "Design point")
                .number("size", "nodes", "Number of active nodes, seeds included")
                .number("at-least", "share of runs", "Share of cascades of at least this size")
                .number("borel", "share of runs", "The same by the Borel law, at the lower edge of the window");
        Rows histogram = new Rows()
                .text("point", "Design point")
                .number("reach", "share of nodes", "Lower edge of the bin")
                .number("cascades", "share of runs", "Share of cascades in the bin, which includes its lower edge");
        List<Series> tails = new ArrayList<>();
        List<Series> bars = new ArrayList<>();
        List<Headline> headlines = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<String> bimodal = new ArrayList<>();
        notes.add("Global: reach of at least " + parameters.global() + ", seeds included.");
        for (int i = 0; i < points.size(); i++) {
            progress.report(i, points.size(), "design points");
            progress.checkCancelled();
            DesignPoint point = points.get(i);
            double[] reach = sorted(study.estimates().values(point.index(), "reach"));
            double[] size = sorted(study.estimates().values(point.index(), "size"));
            Estimate global = study.estimates().share(point.index(), "reach", parameters.global());
            summarize(summary, study, point, reach, global, parameters.global());
            boolean shown = isShown(i, points.size());
            int from = tail.size();
            double borel = borel(PointTheory.of(study, point));
            addTail(tail, point, size, borel);
            int bins = histogram.size();
            addHistogram(histogram, point, reach);
            if (shown) {
                tails.add(Series.of(point.label(), "size", "at-least", Style.DATA, from, tail.size()));
                if (!Double.isNaN(borel)) {
                    tails.add(Series.of(
                            "Borel law, " + point.label(), "size", "borel", Style.OVERLAY, from, tail.size()));
                }
                bars.add(Series.of(point.label(), "reach", "cascades", Style.DATA, bins, histogram.size()));
                headlines.add(new Headline(
                        "Frequency of global cascades, " + point.label(),
                        global.value(),
                        global.low(),
                        global.high(),
                        "share of runs",
                        global.interval()));
            }
            if (isBimodal(reach, parameters.global())) {
                bimodal.add(point.label());
            }
        }
        if (!bimodal.isEmpty()) {
            notes.add("Two kinds of cascades at " + bimodal.size() + " of " + points.size() + " design points ("
                    + String.join("; ", bimodal.subList(0, Math.min(MOST_SERIES, bimodal.size())))
                    + (bimodal.size() > MOST_SERIES ? "; …" : "") + "): hardly any has a reach between " + NOTHING
                    + " and "
                    + LARGE + " of the largest; their mean is not a typical size.");
        }
        if (points.size() > MOST_SERIES) {
            notes.add("Figures show " + MOST_SERIES
                    + " design points from the first to the last; all are in the tables.");
        }
        Table tailTable = tail.table("ccdf", "Cascades of at least a size");
        Table histogramTable = histogram.table("histogram", "Histogram of the reach");
        String caption = PointTheory.caption(study) + ".";
        return new Findings(
                "cascade-sizes",
                "Cascade sizes",
                List.of(summary.table("summary", "Cascade sizes at each design point"), tailTable, histogramTable),
                List.of(
                        new Figure(
                                "ccdf",
                                Figure.Kind.LINE,
                                "How often cascades reach at least a size",
                                caption,
                                tailTable,
                                tails,
                                Axis.logarithmic("Size (active nodes)"),
                                Axis.logarithmic("Cascades of at least this size (share of runs)")),
                        new Figure(
                                "histogram",
                                Figure.Kind.HISTOGRAM,
                                "Histogram of the reach",
                                caption + " Width of bins: " + 1.0 / BINS + ".",
                                histogramTable,
                                bars,
                                Axis.of("Reach (share of nodes)", 0, 1),
                                Axis.of("Cascades (share of runs)"))),
                headlines,
                notes,
                List.of(CascadeWindow.WATTS));
    }

    /** First, last, and evenly between. */
    static boolean isShown(int i, int count) {
        if (count <= MOST_SERIES) {
            return true;
        }
        for (int s = 0; s < MOST_SERIES; s++) {
            if (i == Math.round(s * (count - 1) / (MOST_SERIES - 1.0))) {
                return true;
            }
        }
        return false;
    }

    private static double[] sorted(double[] values) {
        return Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    private static void summarize(
            Rows summary, Study study, DesignPoint point, double[] reach, Estimate global, double cut) {
        double above = Double.NaN;
        if (global.value() > 0) {
            above = study.estimates().meanAbove(point.index(), "reach", cut).value();
        }
        double below = Arrays.stream(reach).filter(r -> r < cut).average().orElse(Double.NaN);
        summary.add(
                List.of(point.label()),
                (double) global.runs(),
                (double) global.failed(),
                global.value(),
                global.low(),
                global.high(),
                global.effectiveRuns(),
                above,
                below,
                study.estimates().median(point.index(), "reach"),
                study.estimates().mean(point.index(), "reach").value(),
                between(reach, EVERYTHING));
    }

    private static double between(double[] reach, double below) {
        return (double) Arrays.stream(reach)
                        .filter(r -> r > NOTHING && r < below)
                        .count()
                / Math.max(1, reach.length);
    }

    private static boolean isBimodal(double[] sorted, double cut) {
        double largest = sorted.length == 0 ? 0 : sorted[sorted.length - 1];
        return largest >= cut && sorted[0] <= NOTHING && between(sorted, LARGE * largest) < 0.01;
    }

    private static void addTail(Rows tail, DesignPoint point, double[] size, double borel) {
        double below = 0;
        int counted = 1;
        for (int i = 0; i < size.length; i++) {
            if (i > 0 && size[i] == size[i - 1]) {
                continue;
            }
            if (!Double.isNaN(borel)) {
                for (; counted < size[i]; counted++) {
                    below += borelShare(borel, counted);
                }
            }
            tail.add(
                    List.of(point.label()),
                    size[i],
                    (double) (size.length - i) / size.length,
                    Double.isNaN(borel) ? Double.NaN : Math.max(0, 1 - below));
        }
    }

    /** The mean degree where sizes follow the Borel law; NaN elsewhere. */
    private static double borel(PointTheory theory) {
        boolean follows = theory.applies()
                && theory.law().orElseThrow() instanceof DegreeLaw.Poisson
                && theory.seedFraction().getAsDouble() == 0
                && theory.meanDegree() <= 1
                && theory.phi() > 0
                && theory.phi() <= 0.05;
        return follows ? theory.meanDegree() : Double.NaN;
    }

    /** P(s) = e^{−zs}(zs)^{s−1}/s!. */
    static double borelShare(double z, int s) {
        return StrictMath.exp(-z * s + (s - 1) * StrictMath.log(z * s) - Gamma.logGamma(s + 1.0));
    }

    private static void addHistogram(Rows histogram, DesignPoint point, double[] reach) {
        int[] count = new int[BINS];
        for (double one : reach) {
            count[Math.min(BINS - 1, (int) (one * BINS + 1e-9))]++;
        }
        for (int b = 0; b < BINS; b++) {
            histogram.add(List.of(point.label()), (double) b / BINS, (double) count[b] / Math.max(1, reach.length));
        }
    }
}
