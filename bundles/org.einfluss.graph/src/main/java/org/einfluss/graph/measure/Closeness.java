package org.einfluss.graph.measure;

import java.util.function.BooleanSupplier;
import org.einfluss.graph.Graph;

/**
 * How near each node is to those it can reach along arcs.
 *
 * @param classic (r/(n−1)) · r/Σd over the r other nodes that are reached: the inverse mean distance (G. Sabidussi 1966,
 *     doi:10.1007/BF02289527), scaled by the share of nodes reached so that graphs in several components make sense (S.
 *     Wasserman and K. Faust 1994, Social Network Analysis, section 5.2.2); 0 for nodes that reach no other; the array
 *     belongs to the caller
 * @param harmonic Σ 1/d / (n−1), with 1/∞ = 0 (M. Marchiori and V. Latora 2000, doi:10.1016/S0378-4371(00)00311-3), in
 *     [0, 1]; its mean over nodes is the cohesion of {@link Distances}; the array belongs to the caller
 */
public record Closeness(double[] classic, double[] harmonic) {
    /**
     * Computes exact closeness of all nodes.
     *
     * @param graph any graph; in a directed one a node's distances to others count, not theirs to it
     * @param threads how many threads work, at least 1; the result does not depend on it
     * @param cancelled asked at each level of the searches, by each of the threads
     * @return the closeness; 0 for the node of a graph of one
     * @throws java.util.concurrent.CancellationException when cancelled
     * @implNote O(nm) time at worst, with 64 searches at once; O(n) space a thread.
     */
    public static Closeness of(Graph graph, int threads, BooleanSupplier cancelled) {
        int n = graph.nodes();
        int[] ends = Distances.identity(n);
        int blocks = (n + BitSearch.WIDTH - 1) / BitSearch.WIDTH;
        // Searches run against the arcs, so that each node meets those it reaches. One array: 1/d, d and 1 summed up.
        double[] sums = Blocks.sum(Math.multiplyExact(3, n), blocks, threads, "closeness", () -> {
            BitSearch search = BitSearch.against(graph);
            return (block, sum) -> search.run(
                    ends,
                    block * BitSearch.WIDTH,
                    Math.min(n, (block + 1) * BitSearch.WIDTH),
                    (node, searches, distance) -> {
                        double count = Long.bitCount(searches);
                        sum[node] += count / distance;
                        sum[n + node] += count * distance;
                        sum[2 * n + node] += count;
                    },
                    cancelled);
        });
        double[] classic = new double[n];
        double[] harmonic = new double[n];
        for (int v = 0; v < n; v++) {
            double reached = sums[2 * n + v];
            if (reached > 0) {
                classic[v] = reached / (n - 1) * (reached / sums[n + v]);
                harmonic[v] = sums[v] / (n - 1);
            }
        }
        return new Closeness(classic, harmonic);
    }
}
