package org.einfluss.theory.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.einfluss.api.CancelledException;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
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
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.graph.measure.Betweenness;
import org.einfluss.graph.measure.Bridging;
import org.einfluss.graph.measure.Communities;
import org.einfluss.graph.measure.StructuralHoles;
import org.einfluss.graph.measure.UnderlyingGraph;
import org.einfluss.math.Keys;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * Who holds a network together: bridging of nodes and ties, beside betweenness, Burt's constraint, effective size and efficiency,
 * participation and degree.
 *
 * <p>Ties count whatever their direction. Bridging after T. W. Valente and K. Fujimoto 2010, doi:10.1016/j.socnet.2010.03.003. A pendant
 * node tops its ranking, since removing its tie isolates it: ranks are given to nodes of a least degree only, 2 unless said otherwise.
 */
@Component(service = Analysis.class)
@Described(
        id = "bridging",
        name = "Bridging and structural holes",
        summary = "Bridging of nodes and ties, betweenness, constraint, effective size, participation.",
        cite = {"doi:10.1016/j.socnet.2010.03.003", "doi:10.1038/nature03288"})
public final class BridgingAnalysis implements Analysis<BridgingAnalysis.Parameters> {
    /** Fewest nodes of a class. */
    private static final int LEAST_CLASS = 5;

    /** For the registry, and for use as a plain library. */
    public BridgingAnalysis() {}

    /**
     * Parameters of the analysis.
     *
     * @param sources number of nodes that distances are measured from; 0: all
     * @param leastDegree least degree of nodes that are ranked
     * @param column node column that holds the communities; empty: the places of the dataset, else they are found
     * @param ties number of ties that are listed
     * @param key key of the sample and of the communities
     */
    public record Parameters(
            @Param(
                    value = "Sources",
                    initial = "0",
                    range = "[0,inf)",
                    unit = "nodes",
                    help = "Number of nodes drawn to measure distances from; 0: all nodes, exact")
            int sources,

            @Param(value = "Least degree of ranked nodes", initial = "2", range = "[0,inf)", unit = "ties")
            int leastDegree,

            @Param(
                    value = "Column of the communities",
                    help = "Empty: the places of the dataset, if it has any; else communities are found (Louvain)")
            Optional<String> column,

            @Param(value = "Ties listed", initial = "100", range = "[0,1000000]", unit = "ties")
            int ties,

            @Param(value = "Key", initial = "1") long key) {}

    @Override
    public Findings analyse(Dataset dataset, Parameters p, Progress progress) {
        try {
            return measure(dataset, p, progress);
        } catch (CancellationException cancelled) {
            throw new CancelledException();
        }
    }

    private static Findings measure(Dataset dataset, Parameters p, Progress progress) {
        Network network = dataset.network();
        Graph ties = UnderlyingGraph.of(network.graph());
        int n = ties.nodes();
        progress.report(0, 3, "bridging");
        Bridging bridging = p.sources() == 0
                ? Bridging.of(ties, 1, progress::isCancelled)
                : Bridging.sampled(
                        ties,
                        p.sources(),
                        new RandomStream(Keys.mix(Keys.of("bridging"), p.key())),
                        1,
                        progress::isCancelled);
        progress.report(1, 3, "betweenness");
        double[] betweenness = Betweenness.scores(ties, 1, progress::isCancelled);
        StructuralHoles holes = StructuralHoles.of(ties);
        Optional<String> column = Contexts.column(dataset, p.column());
        int[] part = column.isEmpty()
                ? Communities.louvain(ties, new RandomStream(p.key()), progress::isCancelled)
                        .of()
                : Contexts.numbered(network, column.orElseThrow());
        double[] participation = Communities.participation(ties, part);
        int[] external = Communities.externalDegrees(ties, part);
        double modularity = Communities.modularity(ties, part);
        double[] relative = bridging.relative();
        Integer[] order = new Integer[n];
        Arrays.setAll(order, v -> v);
        Arrays.sort(order, (u, v) -> {
            boolean rankedU = ties.outDegree(u) >= p.leastDegree();
            boolean rankedV = ties.outDegree(v) >= p.leastDegree();
            if (rankedU != rankedV) {
                return rankedU ? -1 : 1;
            }
            int byScore = Double.compare(bridging.node()[v], bridging.node()[u]);
            return byScore != 0 ? byScore : Integer.compare(u, v);
        });
        Rows rows = new Rows()
                .text("node", "Label of the node")
                .number("rank", "", "Rank by bridging among nodes of the least degree and above; missing below it")
                .number("bridging", "", "Mean loss of cohesion over the node's ties")
                .number("error", "", "Standard error of bridging; 0 when exact")
                .number("relative", "share of cohesion", "Bridging / cohesion")
                .number("degree", "ties", "Number of neighbours")
                .number("betweenness", "pairs", "Pairs of others whose shortest paths it lies on")
                .number("constraint", "", "Burt's constraint; may exceed 1")
                .number("effective-size", "neighbours", "Degree − 2 ties among neighbours / degree")
                .number("efficiency", "", "Effective size / degree")
                .number("participation", "", "Participation coefficient over the communities")
                .number("external", "ties", "Ties to other communities");
        List<String[]> listed = new ArrayList<>();
        int ranked = 0;
        for (int i = 0; i < n; i++) {
            int v = order[i];
            boolean isRanked = ties.outDegree(v) >= p.leastDegree();
            ranked += isRanked ? 1 : 0;
            rows.add(
                    List.of(network.label(v)),
                    isRanked ? i + 1 : Double.NaN,
                    bridging.node()[v],
                    bridging.nodeError()[v],
                    relative[v],
                    ties.outDegree(v),
                    betweenness[v],
                    holes.constraint()[v],
                    holes.effectiveSize()[v],
                    holes.efficiency()[v],
                    participation[v],
                    external[v]);
            if (i == 0 && isRanked) {
                listed.add(new String[] {network.label(v)});
            }
        }
        Table nodes = rows.table("nodes", "Bridging and structural holes by node");
        Table classes = byDegree(nodes);
        List<Table> tables = new ArrayList<>(List.of(nodes, ties(network, ties, bridging, p.ties()), classes));
        List<String> notes = new ArrayList<>(dataset.descriptor().caveats());
        notes.add("Ties count whatever their direction. "
                + (column.isEmpty()
                        ? "Communities were found by greedy optimisation of modularity (Louvain, key " + p.key()
                                + "): Q = " + String.format(java.util.Locale.ROOT, "%.3f", modularity)
                                + "; other keys may find others."
                        : "Communities: column '" + column.orElseThrow() + "'."));
        notes.add("A pendant node tops bridging, since removing its only tie isolates it: nodes of fewer than "
                + p.leastDegree()
                + " ties are listed last, without rank. Read bridging beside betweenness and participation.");
        if (bridging.sources() < n) {
            notes.add("Bridging is estimated from " + bridging.sources() + " of " + n
                    + " sources; 'error' is its standard error.");
        }
        String exact = bridging.sources() < n ? "; estimated from " + bridging.sources() + " sources." : "; exact.";
        List<Figure> figures = new ArrayList<>();
        if (n > 0) {
            figures.add(figure(
                    "bridging-degree",
                    Figure.Kind.SCATTER,
                    dataset.descriptor().title() + "; every point a node" + exact,
                    nodes,
                    List.of(
                            Series.of(p.leastDegree() + " ties or more", "degree", "bridging", Style.DATA, 0, ranked),
                            Series.of("fewer", "degree", "bridging", Style.DATA, ranked, n))));
        }
        if (dataset.descriptor().isSensitive() && classes.rows() > 0) {
            figures.add(figure(
                    "bridging-class",
                    Figure.Kind.LINE,
                    dataset.descriptor().title() + exact,
                    classes,
                    List.of(Series.of("mean of a class", "degree", "bridging", Style.DATA, 0, classes.rows()))));
        }
        List<String> citations = new ArrayList<>(dataset.descriptor().citations());
        citations.addAll(List.of("doi:10.1016/j.socnet.2010.03.003", "doi:10.1038/nature03288"));
        List<Headline> headlines = new ArrayList<>();
        headlines.add(new Headline("Cohesion", bridging.cohesion(), Double.NaN, Double.NaN, "", ""));
        if (!listed.isEmpty()) {
            headlines.add(new Headline(
                    "Greatest bridging, node " + listed.get(0)[0],
                    bridging.node()[order[0]],
                    Double.NaN,
                    Double.NaN,
                    "loss of cohesion",
                    ""));
        }
        return new Findings(
                "bridging",
                "Bridging in " + dataset.descriptor().title(),
                tables,
                figures,
                headlines,
                notes,
                citations);
    }

    private static Figure figure(String name, Figure.Kind kind, String caption, Table table, List<Series> series) {
        return new Figure(
                name,
                kind,
                "Bridging against degree",
                caption,
                table,
                series,
                Axis.of("Degree (ties)"),
                Axis.of("Bridging (mean loss of cohesion)"));
    }

    /** Means over classes of five or more nodes of neighbouring degrees: 0, 1, 2, 3 to 4, 5 to 8 and so on, small ones joined with the next. */
    private static Table byDegree(Table nodes) {
        Column degree = nodes.column("degree");
        Integer[] order = new Integer[nodes.rows()];
        Arrays.setAll(order, row -> row);
        Arrays.sort(order, Comparator.comparingDouble(degree::doubleAt)); // stable
        List<Integer> ends = new ArrayList<>();
        int begin = 0;
        double limit = 0;
        for (int i = 0; i < order.length; i++) {
            double next = i + 1 == order.length ? Double.POSITIVE_INFINITY : degree.doubleAt(order[i + 1]);
            while (degree.doubleAt(order[i]) > limit) {
                limit = limit == 0 ? 1 : 2 * limit;
            }
            if (next > limit && i + 1 - begin >= LEAST_CLASS && order.length - i - 1 >= LEAST_CLASS) {
                ends.add(i + 1);
                begin = i + 1;
            }
        }
        if (order.length >= LEAST_CLASS) {
            ends.add(order.length);
        }
        List<String> measures = List.of(
                "bridging",
                "relative",
                "betweenness",
                "constraint",
                "effective-size",
                "efficiency",
                "participation",
                "external");
        Rows rows = new Rows()
                .number("nodes", "nodes", "Nodes of the class")
                .number("degree", "ties", "Mean number of neighbours");
        for (String measure : measures) {
            Column column = nodes.column(measure);
            rows.number(measure, column.unit(), column.meaning());
        }
        begin = 0;
        for (int end : ends) {
            double[] row = new double[measures.size() + 2];
            row[0] = end - begin;
            row[1] = mean(degree, order, begin, end);
            for (int m = 0; m < measures.size(); m++) {
                row[m + 2] = mean(nodes.column(measures.get(m)), order, begin, end);
            }
            rows.add(row);
            begin = end;
        }
        return rows.table("classes", "Means over classes of degree");
    }

    private static double mean(Column column, Integer[] order, int begin, int end) {
        return Arrays.stream(order, begin, end)
                .mapToDouble(column::doubleAt)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    private static Table ties(Network network, Graph ties, Bridging bridging, int most) {
        Integer[] arcs = new Integer[ties.arcs() / 2];
        int count = 0;
        for (int u = 0; u < ties.nodes(); u++) {
            for (int a = ties.arcBegin(u); a < ties.arcEnd(u); a++) {
                if (u < ties.target(a)) {
                    arcs[count++] = a;
                }
            }
        }
        Arrays.sort(arcs, (a, b) -> {
            int byScore = Double.compare(bridging.tie()[b], bridging.tie()[a]);
            return byScore != 0 ? byScore : Integer.compare(a, b);
        });
        Rows rows = new Rows()
                .text("one", "Label of one end")
                .text("other", "Label of the other end")
                .number("bridging", "", "Loss of cohesion when the tie is removed");
        for (int i = 0; i < Math.min(most, count); i++) {
            rows.add(
                    List.of(network.label(ties.source(arcs[i])), network.label(ties.target(arcs[i]))),
                    bridging.tie()[arcs[i]]);
        }
        return rows.table("ties", "Ties of greatest bridging");
    }
}
