package org.einfluss.graph.measure;

import org.einfluss.graph.Graph;

/** How many of the possible ties there are, and how many go both ways. Self-loops and parallel arcs are left out. */
public final class Ties {
    private Ties() {}

    /**
     * Computes density: the share of ordered pairs of different nodes that are joined by an arc.
     *
     * @param graph any graph; for an undirected one this is the share of unordered pairs that are tied
     * @return in [0, 1]; NaN for fewer than two nodes
     * @implNote O(n + m).
     */
    public static double density(Graph graph) {
        double n = graph.nodes();
        return n < 2 ? Double.NaN : pairs(graph) / (n * (n - 1));
    }

    /**
     * Computes reciprocity: the share of arcs u→v for which v→u exists as well.
     *
     * @param graph any graph
     * @return in [0, 1], 1 for an undirected graph; NaN without arcs between different nodes
     * @implNote O(m log d) for the largest degree d.
     */
    public static double reciprocity(Graph graph) {
        long pairs = pairs(graph);
        if (pairs == 0 || !graph.isDirected()) {
            return pairs == 0 ? Double.NaN : 1;
        }
        long answered = 0;
        for (int u = 0; u < graph.nodes(); u++) {
            int last = -1;
            for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                int v = graph.target(a);
                if (v != u && v != last && graph.findArc(v, u) >= 0) {
                    answered++;
                }
                last = v;
            }
        }
        return (double) answered / pairs;
    }

    /** Number of ordered pairs of different nodes with at least one arc. */
    private static long pairs(Graph graph) {
        if (graph.isSimple()) {
            return graph.arcs();
        }
        long pairs = 0;
        for (int u = 0; u < graph.nodes(); u++) {
            int last = -1;
            for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                int v = graph.target(a);
                pairs += v != u && v != last ? 1 : 0;
                last = v;
            }
        }
        return pairs;
    }
}
