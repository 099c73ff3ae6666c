package org.einfluss.graph.measure;

import java.util.Arrays;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;
import org.einfluss.math.CompensatedSum;

/**
 * Where a walker is found who follows arcs and now and then starts anew at a random node.
 *
 * <p>S. Brin and L. Page 1998, The anatomy of a large-scale hypertextual web search engine,
 * doi:10.1016/S0169-7552(98)00110-X. The score is the stationary share of time
 *
 * <p>x_v = (1 − d)/n + d (Σ_{u→v} x_u / outdegree(u) + D/n),
 *
 * <p>with the damping d, and D the share of time spent on nodes without out-arcs, from where the walker starts anew.
 * Parallel arcs are followed in proportion to their number.
 *
 * <p>Mind the direction: along u→v (u can influence v) the score collects at those who are influenced. To rank
 * influencers in a directed graph use {@link #againstArcs}, in which the walker goes from a listener to its sources.
 *
 * @param scores the share of time by node; they sum to 1; the array belongs to the caller
 * @param iterations how many iterations were made
 * @param change Σ |x' − x| of the last one
 * @param converged whether the change came down to the tolerance
 */
public record PageRank(double[] scores, int iterations, double change, boolean converged) {
    /** The usual damping. */
    public static final double DAMPING = 0.85;

    /** A tolerance that is right in about ten digits. */
    public static final double TOLERANCE = 1e-12;

    private static final int MOST_ITERATIONS = 100_000;

    /**
     * Computes PageRank by iteration, the walker following the arcs.
     *
     * @param graph any graph
     * @param damping d, the probability of following an arc, in [0, 1)
     * @param tolerance the change Σ |x' − x| at which to stop, above 0; the error of the scores is at most d/(1 − d) of it
     * @return the scores, empty for a graph without nodes
     * @throws IllegalArgumentException if damping or tolerance lie outside their range
     * @implNote O(n + m) an iteration, about log(tolerance)/log(d) iterations.
     */
    public static PageRank alongArcs(Graph graph, double damping, double tolerance) {
        InArcs in = graph.inArcs();
        return iterate(in.offsets(), in.sources(), Degrees.out(graph), damping, tolerance);
    }

    /**
     * Computes PageRank of the reversed graph: the walker goes from a listener to one of its sources.
     *
     * @param graph any graph; for an undirected one the same as {@link #alongArcs}
     * @param damping d, the probability of following an arc, in [0, 1)
     * @param tolerance the change Σ |x' − x| at which to stop, above 0
     * @return the scores, empty for a graph without nodes
     * @throws IllegalArgumentException if damping or tolerance lie outside their range
     */
    public static PageRank againstArcs(Graph graph, double damping, double tolerance) {
        return iterate(graph.offsets(), graph.targets(), Degrees.in(graph), damping, tolerance);
    }

    /** Each node collects from the row of those who lead to it. */
    private static PageRank iterate(int[] offset, int[] from, int[] ways, double damping, double tolerance) {
        if (!(damping >= 0 && damping < 1)) {
            throw new IllegalArgumentException("Damping must lie in [0, 1), was " + damping);
        }
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("Tolerance must be above 0, was " + tolerance);
        }
        int n = ways.length;
        double[] score = new double[n];
        double[] next = new double[n];
        double[] given = new double[n];
        Arrays.fill(score, 1.0 / n);
        double change = n == 0 ? 0 : Double.POSITIVE_INFINITY;
        int iterations = 0;
        CompensatedSum sum = new CompensatedSum();
        while (change > tolerance && iterations < MOST_ITERATIONS) {
            sum.clear();
            for (int u = 0; u < n; u++) {
                if (ways[u] == 0) {
                    sum.add(score[u]);
                    given[u] = 0;
                } else {
                    given[u] = score[u] / ways[u];
                }
            }
            double base = (1 - damping + damping * sum.value()) / n;
            sum.clear();
            for (int v = 0; v < n; v++) {
                double received = 0;
                for (int i = offset[v], end = offset[v + 1]; i < end; i++) {
                    received += given[from[i]];
                }
                next[v] = base + damping * received;
                sum.add(Math.abs(next[v] - score[v]));
            }
            change = sum.value();
            double[] swap = score;
            score = next;
            next = swap;
            iterations++;
        }
        return new PageRank(score, iterations, change, change <= tolerance);
    }
}
