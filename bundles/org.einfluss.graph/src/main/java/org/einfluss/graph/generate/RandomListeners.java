package org.einfluss.graph.generate;

import org.einfluss.graph.Graph;
import org.einfluss.math.RandomStream;

/**
 * Draws directed graphs with given out-degrees and targets chosen at random.
 *
 * <p>Node u influences exactly n_u others, every set of n_u others being equally likely (D. J. Watts and P. S. Dodds 2007,
 * doi:10.1086/518527). For large n in-degrees are Poisson with the mean of the out-degrees, and independent of them.
 */
public final class RandomListeners {
    private RandomListeners() {}

    /**
     * Draws a graph.
     *
     * @param outDegrees one out-degree per node, from 0 to n − 1; read only
     * @param random consumes about one word per arc
     * @return a simple directed graph
     * @throws IllegalArgumentException naming the first node with an impossible out-degree
     * @implNote O(Σ min(n_u², n)) in the worst case, O(m) where degrees are small against √n.
     */
    public static Graph draw(int[] outDegrees, RandomStream random) {
        int nodes = outDegrees.length;
        int[] offset = new int[nodes + 1];
        int most = 0;
        for (int u = 0; u < nodes; u++) {
            if (outDegrees[u] < 0 || outDegrees[u] > nodes - 1) {
                throw new IllegalArgumentException("Out-degrees must lie in [0, " + (nodes - 1) + "], that of node " + u
                        + " was " + outDegrees[u]);
            }
            offset[u + 1] = Math.addExact(offset[u], outDegrees[u]);
            most = Math.max(most, outDegrees[u]);
        }
        int[] target = new int[offset[nodes]];
        int[] others = new int[most];
        for (int u = 0; u < nodes; u++) {
            random.sample(nodes - 1, outDegrees[u], others);
            for (int i = 0; i < outDegrees[u]; i++) {
                // Numbers from u on stand for the nodes after u.
                target[offset[u] + i] = others[i] < u ? others[i] : others[i] + 1;
            }
        }
        return Graph.ofCanonical(true, true, offset, target);
    }
}
