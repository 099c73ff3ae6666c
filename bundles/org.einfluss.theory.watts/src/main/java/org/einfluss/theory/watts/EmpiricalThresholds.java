package org.einfluss.theory.watts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.findings.Analysis;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.Table;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.math.CompensatedSum;
import org.einfluss.theory.watts.ThresholdBounds.Bound;
import org.einfluss.theory.watts.ThresholdBounds.Kind;
import org.einfluss.theory.watts.ThresholdTables.Interval;
import org.osgi.service.component.annotations.Component;

/**
 * The thresholds that observed adoptions speak for, as intervals, and the distribution that fits them best.
 *
 * <p>The threshold φ of a node, in the sense of Watts (2002), is the share of its sources that must be active for it to adopt. Of a node that
 * adopted, the share that was active when it did is an upper bound; the share before its exposure last changed is a lower bound, provided that
 * the node answers before its exposure changes again. A node that had not adopted by the end gives a lower bound only (it is
 * right-censored). The distribution is the nonparametric maximum-likelihood estimate of {@link ThresholdDistribution}; where the data do not
 * determine it, its least and its greatest value are given. Intervals: delete-one jackknife over places, or over groups of cascades, with
 * Student's t.
 *
 * <p>T. W. Valente 1996, Social network thresholds in the diffusion of innovations, Social Networks 18:69–89,
 * doi:10.1016/0378-8733(95)00256-1, takes the exposure at adoption itself as the threshold; we take it as the bound that it is.
 */
@Component(service = Analysis.class)
@Described(
        id = "empirical-thresholds",
        name = "Empirical thresholds",
        summary =
                "Between which bounds the thresholds of adopters and others lie, and their distribution with censoring.",
        cite = {EmpiricalThresholds.VALENTE, EmpiricalThresholds.TURNBULL})
public final class EmpiricalThresholds implements Analysis<EmpiricalThresholds.Parameters> {
    static final String VALENTE = "doi:10.1016/0378-8733(95)00256-1";
    static final String TURNBULL = "doi:10.1111/j.2517-6161.1976.tb01597.x";

    private static final String AUTOMATIC = "automatic";
    private static final double[] SHARES = {0, 0.1, 0.25, 0.5, 0.75, 1};
    private static final double[] NUMBERS = {0, 1, 2, 3, 5, 10};
    private static final String SHOWN = "estimate";
    private static final String HESITATING = "if adopters may hesitate for any time";
    private static final int MOST_GROUPS = 20;
    private static final double GOOD_GAP = 1e-6;
    private static final double ROUGH_GAP = 1e-2;

    /** For the registry, and for use as a plain library. */
    public EmpiricalThresholds() {}

    /** Whether a threshold is a share or a number of sources. */
    public enum Scale {
        /** Share of a node's sources (Watts). */
        SHARE,
        /** Number of a node's sources (Granovetter; Centola and Macy). */
        NUMBER
    }

    /**
     * Parameters of the analysis.
     *
     * @param scale whether thresholds are shares or numbers of sources
     * @param sameTime whether sources that adopt at the same time count
     * @param lowerBound lower bound of a node that adopted
     * @param places node column that holds places
     */
    public record Parameters(
            @Param(
                    value = "Threshold as",
                    symbol = "φ",
                    initial = "share",
                    help = "share or number of the sources of a node")
            Scale scale,

            @Param(
                    value = "Sources that adopt at the same time",
                    initial = "before",
                    help =
                            "before: only those that adopted strictly earlier are active; counted: those of the same time too")
            SameTime sameTime,

            @Param(
                    value = "Lower bound of adopters",
                    initial = "previous-change",
                    help =
                            "previous-change: the exposure before its last change, if a node answers before the next one; "
                                    + "none: it may hesitate for any time")
            LowerBound lowerBound,

            @Param(
                    value = "Places",
                    initial = AUTOMATIC,
                    help =
                            "node column of the places, which are the units of inference; automatic: a column named place, village, city or town")
            String places) {}

    /** Places of nodes, numbered from 0; without places all nodes are in one. */
    private record Places(String column, int[] of, List<String> names) {
        boolean areSeveral() {
            return names.size() > 1;
        }
    }

    @Override
    public Findings analyse(Dataset dataset, Parameters parameters, Progress progress) {
        AdoptionLog log = CostPerInfluence.cascades(dataset);
        Places places = places(dataset, parameters.places());
        ThresholdBounds found = bounds(dataset, log, places, parameters.sameTime(), parameters.lowerBound(), progress);
        boolean share = parameters.scale() == Scale.SHARE;
        int groups = places.areSeveral() ? places.names().size() : Math.min(MOST_GROUPS, log.cascades());
        SortedMap<Interval, long[]> intervals = intervals(found, places, groups, share);
        ThresholdDistribution all = estimate(intervals, -1, GOOD_GAP, progress);
        List<ThresholdDistribution> without = new ArrayList<>();
        for (int g = 0; g < groups && groups > 1; g++) {
            progress.checkCancelled();
            without.add(estimate(intervals, g, ROUGH_GAP, progress));
        }
        String units = places.areSeveral()
                ? groups + " places"
                : groups > 1
                        ? log.cascades() + " cascades" + (log.cascades() > groups ? " in " + groups + " groups" : "")
                        : "";
        ThresholdTables tell = new ThresholdTables(share);
        Table counts = tell.counts(found);
        Table kinds = tell.kinds(found);
        Optional<ThresholdDistribution> hesitating = parameters.lowerBound() == LowerBound.NONE
                ? Optional.empty()
                : Optional.of(estimate(
                        intervals(
                                bounds(dataset, log, places, parameters.sameTime(), LowerBound.NONE, progress),
                                places,
                                groups,
                                share),
                        -1,
                        GOOD_GAP,
                        progress));
        Rows curves = tell.curves();
        tell.curve(curves, SHOWN, all);
        int shown = curves.size();
        hesitating.ifPresent(one -> tell.curve(curves, HESITATING, one));
        Table curve = curves.table("curve", "Distribution function of thresholds, as drawn");
        List<Series> series = new ArrayList<>();
        series.add(new Series(SHOWN, "threshold", "line", "least", "greatest", Style.DATA, 0, shown));
        if (hesitating.isPresent()) {
            series.add(new Series(
                    HESITATING, "threshold", "line", "least", "greatest", Style.OVERLAY, shown, curve.rows()));
        }
        Table at = tell.at(all, without, share ? SHARES : NUMBERS);
        List<Table> tables = new ArrayList<>(List.of(counts, kinds, at, tell.masses(all), curve, tell.list(intervals)));
        if (places.areSeveral()) {
            tables.add(byPlace(intervals, found, places, share, progress));
        }
        List<String> notes = notes(dataset, log, found, parameters, places, all, units);
        tables.add(tell.nodes(dataset.network(), found));
        String what = share ? "share of its sources" : "number of its sources";
        Figure figure = new Figure(
                "thresholds",
                Figure.Kind.LINE,
                "Distribution of thresholds in " + dataset.descriptor().title(),
                "Maximum-likelihood estimate for " + number(total(intervals)) + " nodes"
                        + (log.cascades() > 1 ? " in cascades" : "")
                        + ", " + number(ThresholdTables.rightCensored(found))
                        + " of them right-censored. Band: where the data do not determine it; no interval of confidence. Active: "
                        + (parameters.sameTime() == SameTime.BEFORE ? "strictly before" : "at the same time or before")
                        + ". Conditional on this network.",
                curve,
                series,
                share ? Axis.of("Threshold φ (" + what + ")", 0, 1) : Axis.of("Threshold (" + what + ")"),
                new Axis("Share of nodes with at most this threshold", false, 0, Double.NaN));
        return new Findings(
                "empirical-thresholds",
                "Empirical thresholds in " + dataset.descriptor().title(),
                tables,
                List.of(figure),
                headlines(found, at, share, units),
                notes,
                citations(dataset));
    }

    private static ThresholdBounds bounds(
            Dataset dataset,
            AdoptionLog log,
            Places places,
            SameTime sameTime,
            LowerBound lowerBound,
            Progress progress) {
        return new ThresholdBounds(
                dataset.network().graph(), log, places.of(), places.names().size(), sameTime, lowerBound, progress);
    }

    private static Places places(Dataset dataset, String asked) {
        Network network = dataset.network();
        Optional<Column> column = asked.equals(AUTOMATIC) ? dataset.places() : network.nodeColumn(asked);
        if (column.isEmpty() && !asked.equals(AUTOMATIC)) {
            throw new InputException(
                    "Places must be a node column of " + dataset.descriptor().name() + ", was '" + asked
                            + "'; it has "
                            + network.nodeColumns().stream().map(Column::name).toList()
                            + ". Choose one of them, or automatic");
        }
        int[] of = new int[network.nodes()];
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int v = 0; v < of.length; v++) {
            String name = column.isEmpty() ? "all" : column.get().textAt(v);
            numbers.putIfAbsent(name, numbers.size());
            of[v] = numbers.get(name);
        }
        return new Places(
                column.map(Column::name).orElse(""),
                of,
                numbers.isEmpty() ? List.of("all") : List.copyOf(numbers.keySet()));
    }

    /** How often each interval occurs, in each place or group of cascades. */
    private static SortedMap<Interval, long[]> intervals(
            ThresholdBounds found, Places places, int groups, boolean share) {
        SortedMap<Interval, long[]> counts = new TreeMap<>();
        for (Bound bound : found.bounds) {
            int group = places.areSeveral() ? places.of()[bound.node()] : bound.cascade() % groups;
            counts.computeIfAbsent(new Interval(bound.lower(share), bound.upper(share)), interval -> new long[groups])[
                    group]++;
        }
        Interval never = new Interval(0, Double.POSITIVE_INFINITY);
        for (int c = 0; c < found.unexposed.length; c++) {
            for (int p = 0; p < found.unexposed[c].length; p++) {
                long more = found.unexposed[c][p];
                if (more > 0) {
                    counts.computeIfAbsent(never, interval -> new long[groups])[places.areSeveral() ? p : c % groups] +=
                            more;
                }
            }
        }
        return counts;
    }

    private static ThresholdDistribution estimate(
            SortedMap<Interval, long[]> intervals, int without, double goodGap, Progress progress) {
        return estimate(
                intervals,
                intervals.values().stream()
                        .mapToDouble(
                                count -> (double) (Arrays.stream(count).sum() - (without < 0 ? 0 : count[without])))
                        .toArray(),
                goodGap,
                progress);
    }

    private static ThresholdDistribution estimate(
            SortedMap<Interval, long[]> intervals, double[] weight, double goodGap, Progress progress) {
        return ThresholdDistribution.of(
                intervals.keySet().stream().mapToDouble(Interval::lower).toArray(),
                intervals.keySet().stream().mapToDouble(Interval::upper).toArray(),
                weight,
                goodGap,
                progress);
    }

    private static long total(SortedMap<Interval, long[]> intervals) {
        return intervals.values().stream().flatMapToLong(Arrays::stream).sum();
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static Table byPlace(
            SortedMap<Interval, long[]> intervals,
            ThresholdBounds found,
            Places places,
            boolean share,
            Progress progress) {
        double middle = share ? 0.5 : 1;
        String upTo = share ? "half of the sources" : "one source";
        Rows rows = new Rows()
                .text("place", "Place")
                .number("nodes", "nodes", "Nodes with sources, without first adopters")
                .number("adopters", "nodes", "Those of them that adopted")
                .number("none", "share of nodes", "Thresholds of at most 0")
                .number("least", "share of nodes", "Least share of thresholds up to " + upTo)
                .number("greatest", "share of nodes", "Greatest share of thresholds up to " + upTo);
        for (int p = 0; p < places.names().size(); p++) {
            int place = p;
            double[] weight = intervals.values().stream()
                    .mapToDouble(count -> (double) count[place])
                    .toArray();
            ThresholdDistribution one = estimate(intervals, weight, ROUGH_GAP, progress);
            double all = CompensatedSum.of(weight);
            rows.add(
                    List.of(places.names().get(p)),
                    all,
                    (double) found.bounds.stream()
                            .filter(bound -> places.of()[bound.node()] == place && bound.kind() != Kind.NOT_ADOPTED)
                            .count(),
                    all == 0 ? Double.NaN : one.atLeast(0),
                    all == 0 ? Double.NaN : one.atLeast(middle),
                    all == 0 ? Double.NaN : one.atMost(middle));
        }
        return rows.table("places", "Each place on its own");
    }

    private static List<Headline> headlines(ThresholdBounds found, Table at, boolean share, String units) {
        long adopted = found.bounds.stream()
                .filter(bound -> bound.kind() != Kind.NOT_ADOPTED)
                .count();
        long exact = found.bounds.stream().filter(Bound::isExact).count();
        String of = found.unexposed.length > 1 ? "nodes in cascades" : "nodes";
        String interval = units.isEmpty() ? "" : "95 % jackknife over " + units;
        int middle = share ? 3 : 1;
        String upTo = share ? "half of the sources" : "one source";
        return List.of(
                CascadeWindow.exact("Thresholds known to within one source", (double) exact, of),
                CascadeWindow.exact("Thresholds known to a wider interval", (double) (adopted - exact), of),
                CascadeWindow.exact(
                        "Thresholds right-censored: not adopted by the end",
                        (double) ThresholdTables.rightCensored(found),
                        of),
                headline("Share of thresholds of at most 0: no active source needed", at, "least", 0, interval),
                headline("Share of thresholds up to " + upTo + ", at least", at, "least", middle, interval),
                headline("Share of thresholds up to " + upTo + ", at most", at, "greatest", middle, interval));
    }

    private static Headline headline(String label, Table at, String column, int row, String interval) {
        return new Headline(
                label,
                at.column(column).doubleAt(row),
                at.column(column + "-low").doubleAt(row),
                at.column(column + "-high").doubleAt(row),
                "",
                interval);
    }

    private static List<String> notes(
            Dataset dataset,
            AdoptionLog log,
            ThresholdBounds found,
            Parameters parameters,
            Places places,
            ThresholdDistribution all,
            String units) {
        List<String> notes = new ArrayList<>(dataset.descriptor().caveats());
        notes.add("Sources of a node: the nodes it listens to, each once. Active: adopted "
                + (parameters.sameTime() == SameTime.BEFORE
                        ? "strictly before; at the end, before the last time observed."
                        : "at the same time or before."));
        notes.add(
                "Exposure at adoption is an upper bound of the threshold: it may have passed the threshold by several sources at once, or earlier.");
        notes.add(
                parameters.lowerBound() == LowerBound.PREVIOUS_CHANGE
                        ? "Lower bounds suppose that a node answers before its exposure changes again, and those of nodes that had not adopted that they had time to answer. Set lower-bound=none to let adopters hesitate."
                        : "Adopters have no lower bounds here, as they may have hesitated; nodes that had not adopted are taken to have answered by the end.");
        long late = found.bounds.stream().filter(Bound::late).count();
        notes.add(
                late
                        + " adopters let at least one further time of the log pass between their last source's adoption and their own; a threshold alone does not explain when they adopted.");
        notes.add(
                "First adopters of each " + (places.areSeveral() ? places.column() + " and " : "")
                        + "cascade had nobody before them and are left out; others who adopted without an active source count as thresholds of at most 0, though something outside the network may have moved them.");
        notes.add(
                "Nodes without sources have no threshold that could be seen and are left out of the estimate; table counts tells how many.");
        if (Double.isNaN(log.observedUntil())) {
            notes.add("The end of observation is unknown; the last adoption of each cascade is taken for it.");
        }
        notes.add(
                units.isEmpty()
                        ? "One place and one cascade are one unit of inference: there is no interval, and all holds conditional on this network."
                        : "Unit of inference: " + units
                                + ". Intervals by the jackknife that leaves out one at a time; few units make them rough. Conditional on this network.");
        notes.add("Log-likelihood of the estimate within "
                + String.format(Locale.ROOT, "%.1g", Math.max(all.gap(), 1e-12)) + " of its maximum.");
        notes.add(
                "Not an effect: people with the same interests, or under the same outside influence, adopt one after the other without influence.");
        return notes;
    }

    private static List<String> citations(Dataset dataset) {
        List<String> all = new ArrayList<>(dataset.descriptor().citations());
        all.add(VALENTE);
        all.add(TURNBULL);
        return all;
    }
}
