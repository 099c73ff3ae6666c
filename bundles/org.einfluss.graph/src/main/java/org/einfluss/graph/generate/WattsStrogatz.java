package org.einfluss.graph.generate;

import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.math.RandomStream;

/**
 * Draws small worlds: rings of neighbours with some ties rewired at random.
 *
 * <p>D. J. Watts and S. H. Strogatz 1998 (doi:10.1038/30918). Clustering is about 3(K − 2)/(4(K − 1)) · (1 − β)³.
 */
public final class WattsStrogatz {
    private WattsStrogatz() {}

    /**
     * Draws a small world.
     *
     * <p>Each node starts tied to its K nearest neighbours on a ring. For distance 1, 2, … K/2, and for each node in
     * turn, the tie to the neighbour clockwise at that distance keeps its near end and, with probability β, gets a far
     * end drawn uniformly from all nodes to which the near end is not tied. Hence there are neither self-loops nor
     * duplicates, and no tie is lost. A node that is tied to all others keeps its tie.
     *
     * @param nodes number of nodes n, above {@code neighbours}
     * @param neighbours K, the degree before rewiring: even, at least 0
     * @param rewiring β, the probability that a tie is rewired, in [0, 1]
     * @param random consumes one word per tie and about one more per rewired tie
     * @return a simple undirected graph of nK/2 edges
     * @implNote O(nK) expected.
     */
    public static Graph draw(int nodes, int neighbours, double rewiring, RandomStream random) {
        Lattices.checkRing(nodes, neighbours);
        if (!(rewiring >= 0 && rewiring <= 1)) {
            throw new IllegalArgumentException("Probability of rewiring must lie in [0, 1], was " + rewiring);
        }
        int half = neighbours / 2;
        // The tie of node u at distance d has the index u + (d - 1) n; its near end is u for ever.
        int[] far = new int[nodes * half];
        int[] degree = new int[nodes];
        PairSet tied = new PairSet(far.length);
        for (int e = 0; e < far.length; e++) {
            int u = e % nodes;
            far[e] = (int) ((u + 1L + e / nodes) % nodes);
            tied.add(u, far[e]);
            degree[u]++;
            degree[far[e]]++;
        }
        for (int e = 0; e < far.length; e++) {
            int u = e % nodes;
            if (random.nextBoolean(rewiring) && degree[u] < nodes - 1) {
                int v = random.nextInt(nodes);
                while (v == u || tied.contains(u, v)) {
                    v = random.nextInt(nodes);
                }
                tied.remove(u, far[e]);
                tied.add(u, v);
                degree[far[e]]--;
                degree[v]++;
                far[e] = v;
            }
        }
        GraphBuilder builder = new GraphBuilder(nodes, false, far.length);
        for (int e = 0; e < far.length; e++) {
            builder.add(e % nodes, far[e]);
        }
        return builder.build().graph();
    }
}
