package org.einfluss.theory.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.Rows;
import org.einfluss.api.findings.Table;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;
import org.einfluss.graph.Network;

/**
 * Counts, over cascades, who was at risk at exactly k exposures, in how many components, and who adopted then.
 *
 * <p>A node's exposures are its sources that adopted strictly before: different sources, however often they push. It is at risk at k from its
 * k-th exposure until the next one, its adoption or the end, unless the exposure came so late that no adoption after it could be observed; sources that adopt at the same time lead past a k without being at risk at it.
 * Seeds are never at risk.
 */
final class ExposureCount implements Cascades.Reader {
    private static final double Z = 1.959963984540054;

    private final int most;
    private final Optional<Column> places;
    private final String units;
    private final double observedUntil;
    private final Map<String, Integer> placeNumbers = new LinkedHashMap<>();
    /** By (k, components) and unit: at risk, adopted. */
    private final TreeMap<Integer, long[]> byUnit = new TreeMap<>();

    private Network present;
    private Graph graph;
    private SourceGroups groups;
    private int[] exposed;
    private boolean[] isExposed;
    private int[] sources;
    private long[] ordered;

    ExposureCount(int most) {
        this(most, Optional.empty(), "units", Double.POSITIVE_INFINITY);
    }

    /**
     * Makes an empty count.
     *
     * @param most greatest number of exposures that is counted
     * @param places node column whose values are the units of inference; empty: cascades are
     * @param units what the units are, for the caption
     * @param observedUntil last time at which an adoption would have been seen
     */
    ExposureCount(int most, Optional<Column> places, String units, double observedUntil) {
        this.most = most;
        this.places = places;
        this.units = units;
        this.observedUntil = observedUntil;
    }

    private void prepare(Network next) {
        if (present != next) {
            present = next;
            graph = next.graph();
            groups = new SourceGroups(graph);
            exposed = new int[next.nodes()];
            isExposed = new boolean[next.nodes()];
            sources = new int[next.nodes()];
            ordered = new long[next.nodes()];
        }
    }

    @Override
    public void read(Network network, int unit, double[] time, int[] order, int size, boolean[] isSeed) {
        prepare(network);
        int[] rank = new int[graph.nodes()];
        int count = 0;
        for (int i = 0; i < size; i++) {
            int u = order[i];
            rank[u] = i;
            for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                int v = graph.target(a);
                if (!isExposed[v] && time[u] < time[v] && !isSeed[v]) {
                    isExposed[v] = true;
                    exposed[count++] = v;
                }
            }
        }
        for (int i = 0; i < count; i++) {
            spells(exposed[i], unit, time, order, rank);
            isExposed[exposed[i]] = false;
        }
    }

    /** The exposures of one node, in the order of time. */
    private void spells(int v, int cascade, double[] time, int[] order, int[] rank) {
        InArcs in = graph.inArcs();
        int unit = places.map(column -> placeNumbers.computeIfAbsent(column.textAt(v), one -> placeNumbers.size()))
                .orElse(cascade);
        int size = 0;
        int last = v;
        for (int j = in.begin(v); j < in.end(v); j++) {
            int u = in.source(j);
            if (u != last && time[u] < time[v]) {
                ordered[size++] = rank[u];
            }
            last = u;
        }
        Arrays.sort(ordered, 0, size);
        for (int k = 1; k <= size; k++) {
            sources[k - 1] = order[(int) ordered[k - 1]];
            boolean stays = k == size || time[sources[k - 1]] < time[order[(int) ordered[k]]];
            boolean adopts = k == size && time[v] < Double.POSITIVE_INFINITY;
            boolean couldBeSeen = adopts || k < size || time[sources[k - 1]] < observedUntil;
            if (stays && couldBeSeen && k <= most) {
                add(unit, k, groups.count(sources, k), adopts);
            }
        }
    }

    private void add(int unit, int k, int components, boolean adopts) {
        long[] cells = byUnit.computeIfAbsent(unit, one -> new long[2 * (most + 1) * (most + 1)]);
        int cell = 2 * (k * (most + 1) + components);
        cells[cell]++;
        cells[cell + 1] += adopts ? 1 : 0;
    }

    /** At risk, adopted, probability, ends of the interval, effective number. */
    private double[] estimate(int k, int fromComponents, int toComponents) {
        List<double[]> units = new ArrayList<>();
        double risk = 0;
        double adopted = 0;
        for (long[] cells : byUnit.values()) {
            double r = 0;
            double a = 0;
            for (int c = fromComponents; c <= toComponents; c++) {
                r += cells[2 * (k * (most + 1) + c)];
                a += cells[2 * (k * (most + 1) + c) + 1];
            }
            units.add(new double[] {r, a});
            risk += r;
            adopted += a;
        }
        double p = adopted / risk;
        // A ratio over units: its variance by linearisation, and the design effect against independent decisions.
        double squares = 0;
        for (double[] unit : units) {
            squares += (unit[1] - p * unit[0]) * (unit[1] - p * unit[0]);
        }
        int n = units.size();
        double variance = n < 2 ? 0 : squares * n / (n - 1) / (risk * risk);
        double independent = p * (1 - p) / risk;
        double effective = risk / Math.max(1, independent > 0 ? variance / independent : 1);
        double centre = (p + Z * Z / (2 * effective)) / (1 + Z * Z / effective);
        double half =
                Z / (1 + Z * Z / effective) * Math.sqrt(p * (1 - p) / effective + Z * Z / (4 * effective * effective));
        return new double[] {
            risk,
            adopted,
            p,
            Math.max(0, Math.min(p, centre - half)),
            Math.min(1, Math.max(p, centre + half)),
            effective
        };
    }

    Findings findings(String what, List<String> notes, List<String> citations) {
        Rows curve = columns(new Rows().number("exposures", "sources", "Sources k that adopted strictly before"));
        Rows diversity = columns(new Rows()
                .number("exposures", "sources", "Sources k that adopted strictly before")
                .number("components", "components", "Connected components that these sources fall into"));
        for (int k = 1; k <= most; k++) {
            double[] all = estimate(k, 1, k);
            if (all[0] > 0) {
                curve.add(k, all[0], all[1], all[2], all[3], all[4], all[5]);
            }
        }
        List<Series> series = new ArrayList<>();
        for (int k = 2; k <= most; k++) {
            int from = diversity.size();
            for (int c = 1; c <= k; c++) {
                double[] one = estimate(k, c, c);
                if (one[0] > 0) {
                    diversity.add(k, c, one[0], one[1], one[2], one[3], one[4], one[5]);
                }
            }
            if (k <= 5 && diversity.size() > from) {
                series.add(new Series(
                        k + " exposures", "components", "adoption", "low", "high", Style.DATA, from, diversity.size()));
            }
        }
        Table curveTable = curve.table("exposure", "Adoption at the k-th exposure");
        Table diversityTable =
                diversity.table("components", "Adoption by components of the sources, their number held fixed");
        String caption = what + "; 95 % (Wilson, on the effective number of decisions, clustered by " + byUnit.size()
                + " " + units + ").";
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "exposure",
                Figure.Kind.LINE,
                "Adoption at the k-th exposure",
                caption,
                curveTable,
                List.of(new Series(
                        "adopted / at risk at k", "exposures", "adoption", "low", "high", Style.DATA, 0, curve.size())),
                Axis.of("Exposures k (different sources)"),
                Axis.of("Share that adopts of those at risk at exactly k")));
        if (!series.isEmpty()) {
            figures.add(new Figure(
                    "components",
                    Figure.Kind.LINE,
                    "Adoption by components of the sources",
                    caption,
                    diversityTable,
                    series,
                    Axis.of("Connected components of the sources"),
                    Axis.of("Share that adopts of those at risk")));
        }
        List<String> all = new ArrayList<>(notes);
        all.add(
                "At risk at k: had exactly k sources that adopted strictly before, and had not adopted; a node counts once at each k it stays "
                        + "at, unless the observation ended with its last exposure. Repeated pushes of one source are one exposure.");
        all.add(
                "Who is exposed often differs from others in more than exposure (homophily, activity): the curve is consistent with influence, "
                        + "it does not show it.");
        if (byUnit.size() < 2) {
            all.add("One unit only: the interval takes decisions as independent and is too narrow.");
        }
        return new Findings(
                "exposure-curve",
                "Exposure curve of " + what,
                List.of(curveTable, diversityTable),
                figures,
                headlines(),
                all,
                citations);
    }

    private List<Headline> headlines() {
        List<Headline> headlines = new ArrayList<>();
        for (int k = 1; k <= Math.min(3, most); k++) {
            double[] at = estimate(k, 1, k);
            if (at[0] > 0) {
                headlines.add(new Headline(
                        "Adoption at exposure " + k, at[2], at[3], at[4], "share of those at risk", "95 %, " + units));
            }
        }
        return headlines;
    }

    private static Rows columns(Rows rows) {
        return rows.number("at-risk", "decisions", "Nodes of all cascades that were at risk there")
                .number("adopted", "decisions", "Those of them that adopted before anything changed")
                .number("adoption", "share of those at risk", "adopted / at risk")
                .number("low", "share of those at risk", "Lower end of the 95 % interval")
                .number("high", "share of those at risk", "Upper end of the 95 % interval")
                .number("effective", "decisions", "Effective number of independent decisions");
    }
}
