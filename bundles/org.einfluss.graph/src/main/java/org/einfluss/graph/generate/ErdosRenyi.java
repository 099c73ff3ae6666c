package org.einfluss.graph.generate;

import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.math.RandomStream;

/**
 * Draws random graphs in which all ties are alike: G(n, p) and G(n, m).
 *
 * <p>P. Erdős and A. Rényi 1959 (Publ. Math. Debrecen 6:290) and E. N. Gilbert 1959 (doi:10.1214/aoms/1177706098).
 */
public final class ErdosRenyi {
    private ErdosRenyi() {}

    /**
     * Computes the probability of an edge that gives a mean degree, p = z / (n − 1).
     *
     * @param nodes number of nodes n, at least 1
     * @param meanDegree the expected degree z, from 0 to n − 1
     * @return the probability of each edge; 0 for a single node
     * @throws IllegalArgumentException when no graph of n nodes has that mean degree
     */
    public static double probability(int nodes, double meanDegree) {
        if (!(meanDegree >= 0 && meanDegree <= nodes - 1.0)) {
            throw new IllegalArgumentException("Mean degree must lie in [0, " + (nodes - 1) + "] (one less than the "
                    + nodes + " nodes), was " + meanDegree);
        }
        return nodes == 1 ? 0 : meanDegree / (nodes - 1);
    }

    /**
     * Draws G(n, p): every pair of nodes is tied with probability p, independently.
     *
     * @param nodes number of nodes n, at least 0
     * @param p probability of each edge, in [0, 1]
     * @param random consumes about one word per edge
     * @return a simple undirected graph; degrees are binomial(n − 1, p)
     * @implNote O(n + m): geometric jumps over the pairs that are not tied (V. Batagelj and U. Brandes 2005,
     *     doi:10.1103/PhysRevE.71.036113).
     */
    public static Graph gnp(int nodes, double p, RandomStream random) {
        check(nodes);
        double scale = RandomStream.skipScale(p);
        long left = pairs(nodes);
        LowerTriangle edges = new LowerTriangle(nodes, p * left);
        int v = 0;
        long w = 0;
        while (true) {
            long skip = random.nextSkip(scale);
            if (skip >= left) {
                return edges.build();
            }
            left -= skip + 1;
            w += skip;
            while (w >= v) {
                w -= v;
                v++;
            }
            edges.add(v, (int) w);
            w++;
        }
    }

    /**
     * Draws G(n, m): m edges, all sets of m pairs equally likely.
     *
     * @param nodes number of nodes n, at least 0
     * @param edges number of edges m, from 0 to n(n − 1)/2
     * @param random consumes about two words per edge
     * @return a simple undirected graph with exactly m edges
     * @implNote O(n + m) expected: pairs are drawn until m different ones are found, or picked in order when more than
     *     a quarter of all is wanted.
     */
    public static Graph gnm(int nodes, long edges, RandomStream random) {
        check(nodes);
        long pairs = pairs(nodes);
        if (edges < 0 || edges > pairs || edges > Integer.MAX_VALUE / 2 - 4) {
            throw new IllegalArgumentException("Number of edges must lie in [0, "
                    + Math.min(pairs, Integer.MAX_VALUE / 2 - 4) + "] for " + nodes + " nodes, was " + edges);
        }
        return edges > pairs / 4 ? dense(nodes, edges, random) : sparse(nodes, (int) edges, random);
    }

    private static Graph dense(int nodes, long edges, RandomStream random) {
        LowerTriangle triangle = new LowerTriangle(nodes, edges);
        long left = pairs(nodes);
        long wanted = edges;
        for (int v = 1; v < nodes; v++) {
            for (int w = 0; w < v; w++) {
                if (random.nextDouble() * left < wanted) {
                    triangle.add(v, w);
                    wanted--;
                }
                left--;
            }
        }
        return triangle.build();
    }

    private static Graph sparse(int nodes, int edges, RandomStream random) {
        PairSet taken = new PairSet(edges);
        GraphBuilder builder = new GraphBuilder(nodes, false, edges);
        while (builder.size() < edges) {
            int u = random.nextInt(nodes);
            int v = random.nextInt(nodes);
            if (u != v && taken.add(u, v)) {
                builder.add(u, v);
            }
        }
        return builder.build().graph();
    }

    private static long pairs(int nodes) {
        return (long) nodes * (nodes - 1) / 2;
    }

    static void check(int nodes) {
        if (nodes < 0) {
            throw new IllegalArgumentException("Number of nodes must be at least 0, was " + nodes);
        }
    }
}
