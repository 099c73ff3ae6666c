package org.einfluss.networks;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.einfluss.api.findings.Table;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.graph.measure.Betweenness;
import org.einfluss.graph.measure.Closeness;
import org.einfluss.graph.measure.Degrees;
import org.einfluss.graph.measure.KCore;
import org.einfluss.graph.measure.PageRank;

/** Lists the nodes that stand first by one of several measures of their position. */
final class CentralNodes {
    /** Up to this many nodes × arcs betweenness and closeness are computed: some seconds. */
    static final long MOST_WORK = 2_000_000_000L;

    private static final int FIRST = 10;
    /** Leaves out differences that come from the order of summation, so that ties go to the lower node. */
    private static final double DIGITS = 1e10;

    private CentralNodes() {}

    static boolean isSmall(Graph graph) {
        return (long) graph.nodes() * graph.arcs() <= MOST_WORK;
    }

    static Table of(Network network, BooleanSupplier cancelled) {
        Graph graph = network.graph();
        int n = graph.nodes();
        int[] out = Degrees.out(graph);
        int[] in = Degrees.in(graph);
        double[] rank = PageRank.againstArcs(graph, PageRank.DAMPING, PageRank.TOLERANCE)
                .scores();
        boolean small = isSmall(graph);
        double[] between =
                small ? Betweenness.normalised(graph, Betweenness.scores(graph, 1, cancelled)) : new double[n];
        double[] close = small ? Closeness.of(graph, 1, cancelled).harmonic() : new double[n];
        boolean[] chosen = new boolean[n];
        choose(chosen, Arrays.stream(out).asDoubleStream().toArray());
        choose(chosen, rank);
        choose(chosen, between);
        choose(chosen, close);
        int[] nodes = descending(rank, IntStream.range(0, n).filter(v -> chosen[v]));
        int[] cores = KCore.numbers(graph);
        Column name = Column.texts(
                        "node", Arrays.stream(nodes).mapToObj(network::label).toArray(String[]::new))
                .withMeaning("Name or number of the node");
        Column core = integers("core", "", "Largest k for which the node is in the k-core", cores, nodes);
        Column pageRank = doubles(
                "pagerank",
                "share of time",
                "PageRank (damping 0.85) of a walker who goes from a node to one that influences it",
                rank,
                nodes);
        Column betweenness = doubles(
                "betweenness",
                "share of pairs",
                "Betweenness: share of shortest paths between others that lead through the node",
                between,
                nodes);
        Column closeness =
                doubles("closeness", "", "Harmonic closeness: mean of 1 / distance to all other nodes", close, nodes);
        Column outDegree =
                integers(graph.isDirected() ? "out-degree" : "degree", "links", "Nodes it can influence", out, nodes);
        Column inDegree = integers("in-degree", "links", "Nodes that can influence it", in, nodes);
        List<Column> degrees = graph.isDirected() ? List.of(name, outDegree, inDegree) : List.of(name, outDegree);
        List<Column> scores = small ? List.of(core, pageRank, betweenness, closeness) : List.of(core, pageRank);
        return new Table(
                "central-nodes",
                "Nodes among the first " + FIRST + " by degree, PageRank"
                        + (small ? ", betweenness or closeness" : " (too large for betweenness and closeness)"),
                Stream.concat(degrees.stream(), scores.stream()).toList());
    }

    /** Marks the first ten nodes above 0. */
    private static void choose(boolean[] chosen, double[] score) {
        int[] order = descending(score, IntStream.range(0, score.length).filter(v -> score[v] > 0));
        for (int i = 0; i < Math.min(FIRST, order.length); i++) {
            chosen[order[i]] = true;
        }
    }

    private static int[] descending(double[] score, IntStream nodes) {
        return nodes.boxed()
                .sorted((u, v) -> {
                    int order = Long.compare(Math.round(score[v] * DIGITS), Math.round(score[u] * DIGITS));
                    return order != 0 ? order : Integer.compare(u, v);
                })
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Column doubles(String name, String unit, String meaning, double[] values, int[] nodes) {
        return Column.doubles(
                        name,
                        unit,
                        Arrays.stream(nodes).mapToDouble(v -> values[v]).toArray())
                .withMeaning(meaning);
    }

    private static Column integers(String name, String unit, String meaning, int[] values, int[] nodes) {
        return Column.integers(
                        name, unit, Arrays.stream(nodes).map(v -> values[v]).toArray())
                .withMeaning(meaning);
    }
}
