package org.einfluss.theory.watts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.apache.commons.math3.distribution.TDistribution;
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.Table;
import org.einfluss.graph.Network;
import org.einfluss.math.CompensatedSum;
import org.einfluss.theory.watts.ThresholdBounds.Bound;
import org.einfluss.theory.watts.ThresholdBounds.Kind;

/**
 * The tables of {@link EmpiricalThresholds}.
 *
 * @param share whether thresholds are shares of sources; else they are numbers of sources
 */
record ThresholdTables(boolean share) {
    private static final double NEGLIGIBLE = 1e-7;

    /**
     * What is known of a threshold.
     *
     * @param lower it is greater than this
     * @param upper it is at most this; infinite where it is right-censored
     */
    record Interval(double lower, double upper) implements Comparable<Interval> {
        @Override
        public int compareTo(Interval other) {
            int byLower = Double.compare(lower, other.lower);
            return byLower != 0 ? byLower : Double.compare(upper, other.upper);
        }
    }

    static long rightCensored(ThresholdBounds found) {
        return found.counts[Kind.NOT_ADOPTED.ordinal()][1];
    }

    Table counts(ThresholdBounds found) {
        Rows rows = new Rows()
                .text("state", "What the log says of nodes in cascades")
                .number("with-sources", "nodes", "Nodes with at least one source")
                .number("without-sources", "nodes", "Nodes without sources, which have no threshold that could be seen")
                .number("all", "nodes", "Both");
        List<String> names = List.of(
                "first adopters of a place and cascade, left out",
                "adopted later",
                "adopted at an unknown time",
                "not adopted by the end");
        for (Kind kind : Kind.values()) {
            long[] count = found.counts[kind.ordinal()];
            rows.add(List.of(names.get(kind.ordinal())), (double) count[1], (double) count[0], (double)
                    (count[0] + count[1]));
        }
        return rows.table("counts", "Who adopted, and who has sources");
    }

    Table kinds(ThresholdBounds found) {
        Rows rows = new Rows()
                .text("kind", "What is known of the threshold")
                .number("nodes", "nodes", "Nodes in cascades, with sources, without first adopters");
        List<Bound> adopters = found.bounds.stream()
                .filter(bound -> bound.kind() != Kind.NOT_ADOPTED)
                .toList();
        long none = adopters.stream().filter(bound -> bound.most() == 0).count();
        long exact = adopters.stream()
                .filter(bound -> bound.isExact() && bound.most() > 0)
                .count();
        long exposed = (long) found.bounds.size() - adopters.size();
        long wider = adopters.size() - none - exact;
        long late = adopters.stream().filter(Bound::late).count();
        rows.add(List.of("at most 0: adopted without an active source"), (double) none);
        rows.add(List.of("known to within one source"), (double) exact);
        rows.add(List.of("wider interval"), (double) wider);
        rows.add(List.of("right-censored, with active sources"), (double) exposed);
        rows.add(List.of("right-censored, without active sources"), (double) (rightCensored(found) - exposed));
        rows.add(List.of("of the adopters: waited after their last source"), (double) late);
        return rows.table("kinds", "Exact, interval and censored thresholds");
    }

    Table masses(ThresholdDistribution all) {
        Rows rows = new Rows()
                .number("above", unit(), "The threshold is greater than this; missing: no lower end")
                .number("up-to", unit(), "and at most this; missing: no upper end")
                .number(
                        "mass",
                        "share of nodes",
                        "Estimated share of thresholds in this interval; where in it, the data do not say")
                .number("cumulated", "share of nodes", "Estimated share of thresholds up to its upper end");
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < all.mass().length; j++) {
            if (all.mass()[j] > NEGLIGIBLE) {
                sum.add(all.mass()[j]);
                rows.add(finite(all.from()[j]), finite(all.to()[j]), all.mass()[j], sum.value());
            }
        }
        return rows.table("distribution", "Estimated distribution of thresholds");
    }

    private String unit() {
        return share ? "share of sources" : "sources";
    }

    private static double finite(double value) {
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    Rows curves() {
        return new Rows()
                .text("what", "Estimate, or what to compare it with")
                .number("threshold", unit(), "Threshold φ")
                .number("line", "share of nodes", "Between the two, evenly over each interval")
                .number("least", "share of nodes", "Least share of thresholds up to φ")
                .number("greatest", "share of nodes", "Greatest share of thresholds up to φ");
    }

    /** Least and greatest distribution function: both sides of each jump, so that straight lines between the rows are right. */
    void curve(Rows rows, String what, ThresholdDistribution all) {
        double end = share ? 1 : 0;
        for (int j = 0; j < all.mass().length; j++) {
            end = Math.max(end, Double.isInfinite(all.to()[j]) ? Math.max(0, all.from()[j]) : all.to()[j]);
        }
        List<String> name = List.of(what);
        CompensatedSum sum = new CompensatedSum();
        rows.add(name, 0, 0, 0, 0);
        for (int j = 0; j < all.mass().length; j++) {
            if (all.mass()[j] <= NEGLIGIBLE) {
                continue;
            }
            double from = Math.max(0, all.from()[j]);
            double to = Math.min(end, all.to()[j]);
            double before = sum.value();
            sum.add(all.mass()[j]);
            double after = Math.min(1, sum.value());
            rows.add(name, from, before, before, before);
            if (from < to) {
                rows.add(name, from, before, before, after);
                rows.add(name, to, after, before, after);
            }
            if (!Double.isInfinite(all.to()[j])) {
                rows.add(name, to, after, after, after);
            }
        }
        double last = all.atLeast(end);
        if (last == all.atMost(end)) {
            rows.add(name, end, last, last, last);
        }
    }

    Table at(ThresholdDistribution all, List<ThresholdDistribution> without, double[] thresholds) {
        Rows rows = new Rows()
                .number("threshold", unit(), "Threshold φ")
                .number("least", "share of nodes", "Least share of thresholds up to φ")
                .number("least-low", "share of nodes", "Lower end of its 95 % interval")
                .number("least-high", "share of nodes", "Upper end of its 95 % interval")
                .number("greatest", "share of nodes", "Greatest share of thresholds up to φ")
                .number("greatest-low", "share of nodes", "Lower end of its 95 % interval")
                .number("greatest-high", "share of nodes", "Upper end of its 95 % interval");
        for (double threshold : thresholds) {
            double least = all.atLeast(threshold);
            double greatest = all.atMost(threshold);
            double half = half(
                    without.stream().mapToDouble(one -> one.atLeast(threshold)).toArray());
            double other = half(
                    without.stream().mapToDouble(one -> one.atMost(threshold)).toArray());
            rows.add(
                    threshold,
                    least,
                    Math.max(0, least - half),
                    Math.min(1, least + half),
                    greatest,
                    Math.max(0, greatest - other),
                    Math.min(1, greatest + other));
        }
        return rows.table("at", "Share of thresholds up to given values");
    }

    /** Half the 95 % interval by the delete-one jackknife; missing with fewer than two units. */
    static double half(double[] without) {
        int units = without.length;
        if (units < 2) {
            return Double.NaN;
        }
        double mean = CompensatedSum.of(without) / units;
        double squares = CompensatedSum.of(
                Arrays.stream(without).map(one -> (one - mean) * (one - mean)).toArray());
        return Math.sqrt((units - 1.0) / units * squares)
                * new TDistribution(null, units - 1.0).inverseCumulativeProbability(0.975);
    }

    Table list(SortedMap<Interval, long[]> intervals) {
        Rows rows = new Rows()
                .number("above", unit(), "The threshold is greater than this; missing: no lower bound")
                .number("up-to", unit(), "and at most this; missing: right-censored")
                .number("nodes", "nodes", "Nodes in cascades with this interval");
        intervals.forEach((interval, count) -> rows.add(finite(interval.lower()), finite(interval.upper()), (double)
                Arrays.stream(count).sum()));
        return rows.table("intervals", "Intervals of thresholds");
    }

    Table nodes(Network network, ThresholdBounds found) {
        Rows rows = new Rows()
                .text("node", "Node")
                .text("state", "Adopted, at an unknown time, or not by the end")
                .number("cascade", "", "Cascade")
                .number("sources", "nodes", "Sources of the node")
                .number("not-yet", "nodes", "Most active sources at which it had not adopted; missing: none known")
                .number("active", "nodes", "Sources active when it adopted; missing: it did not")
                .number("above", "share of sources", "Its threshold is greater than this")
                .number("up-to", "share of sources", "and at most this");
        for (Bound bound : found.bounds) {
            rows.add(
                    List.of(
                            network.label(bound.node()),
                            bound.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')),
                    bound.cascade(),
                    bound.sources(),
                    bound.least() < 0 ? Double.NaN : bound.least(),
                    bound.most() < 0 ? Double.NaN : bound.most(),
                    finite(bound.lower(true)),
                    finite(bound.upper(true)));
        }
        return rows.table("nodes", "Bounds of each node that adopted or was exposed");
    }
}
