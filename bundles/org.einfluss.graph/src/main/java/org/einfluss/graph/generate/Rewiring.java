package org.einfluss.graph.generate;

import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.math.RandomStream;

/**
 * Random graphs with the degrees of a given one: the null model against which structure is told from degrees.
 *
 * <p>Two ties a–b and c–d become a–d and c–b unless that makes a self-loop or a parallel tie; then nothing happens, and the attempt counts
 * (S. Maslov and K. Sneppen 2002, doi:10.1126/science.1065103). Every simple graph of these degrees becomes equally likely as attempts go
 * on; ten a tie are customary.
 */
public final class Rewiring {
    private Rewiring() {}

    /**
     * Rewires a graph.
     *
     * @param graph any graph; self-loops and parallel arcs are left out first
     * @param attempts attempted swaps per tie, at least 0
     * @param random consumes about two words an attempt
     * @return a simple graph, directed as the given one, with the same degree (in-degree, out-degree) of each node
     * @implNote O(attempts · m) time, O(m) space.
     */
    public static Graph draw(Graph graph, double attempts, RandomStream random) {
        if (!(attempts >= 0)) {
            throw new IllegalArgumentException("Attempts per tie must be at least 0, were " + attempts);
        }
        int n = graph.nodes();
        int shift = graph.isDirected() ? n : 0; // the pair {u, n + v} stands for the arc u→v
        int[] from = new int[graph.arcs()];
        int[] to = new int[graph.arcs()];
        PairSet pairs = new PairSet(graph.arcs());
        int m = 0;
        for (int u = 0; u < n; u++) {
            for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                int v = graph.target(a);
                if (u != v && pairs.add(u, shift + v)) {
                    from[m] = u;
                    to[m++] = v;
                }
            }
        }
        for (long left = m < 2 ? 0 : (long) Math.ceil(attempts * m); left > 0; left--) {
            int i = random.nextInt(m);
            int j = random.nextInt(m);
            if (!graph.isDirected() && random.nextBoolean(0.5)) {
                int swapped = from[j];
                from[j] = to[j];
                to[j] = swapped;
            }
            if (i == j
                    || from[i] == to[j]
                    || from[j] == to[i]
                    || pairs.contains(from[i], shift + to[j])
                    || pairs.contains(from[j], shift + to[i])) {
                continue;
            }
            pairs.remove(from[i], shift + to[i]);
            pairs.remove(from[j], shift + to[j]);
            pairs.add(from[i], shift + to[j]);
            pairs.add(from[j], shift + to[i]);
            int swapped = to[i];
            to[i] = to[j];
            to[j] = swapped;
        }
        GraphBuilder builder = new GraphBuilder(n, graph.isDirected(), m);
        for (int i = 0; i < m; i++) {
            builder.add(from[i], to[i]);
        }
        return builder.build().graph();
    }
}
