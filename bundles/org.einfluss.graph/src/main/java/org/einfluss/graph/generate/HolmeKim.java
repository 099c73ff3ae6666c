package org.einfluss.graph.generate;

import java.util.Arrays;
import org.einfluss.graph.Graph;
import org.einfluss.math.RandomStream;

/**
 * Draws growing networks with preferential attachment and many triangles.
 *
 * <p>P. Holme and B. J. Kim 2002 (doi:10.1103/PhysRevE.65.026107): after a preferential tie to a node, each further tie
 * of the new node closes a triangle with probability p by going to one of that node's neighbours, else it is
 * preferential again.
 */
public final class HolmeKim {
    private HolmeKim() {}

    /**
     * Draws a clustered network with power-law degrees.
     *
     * <p>Growth starts from m nodes without ties, each of which counts like a node of degree 1. A tie that would repeat
     * one is drawn again (or becomes preferential where no neighbour is left), so that no tie is lost.
     *
     * @param nodes number of nodes n, at least m + 1
     * @param m ties of each new node, at least 1
     * @param p probability that a tie after the first closes a triangle, in [0, 1]
     * @param random consumes two to three words per edge
     * @return a simple connected undirected graph of m(n − m) edges
     * @implNote O(nm) times the mean degree of a preferentially drawn node, which grows like ln n.
     */
    public static Graph draw(int nodes, int m, double p, RandomStream random) {
        if (m < 1 || nodes <= m || (long) m * (nodes - m) > (Integer.MAX_VALUE - 8) / 2) {
            throw new IllegalArgumentException(
                    "Preferential attachment needs 1 <= m < nodes and at most 2^30 edges, was m = " + m + ", nodes = "
                            + nodes);
        }
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("Probability of closing a triangle must lie in [0, 1], was " + p);
        }
        return new Growth(nodes, m, p, random).run();
    }

    private static final class Growth {
        private final int nodes;
        private final int m;
        private final double p;
        private final RandomStream random;
        /** Edge e joins the node m + e / m to older[e]. */
        private final int[] older;
        /**
         * Ties of a node as a linked list of arcs: 2e ends at the older node of edge e, 2e + 1 at the newer one; -1
         * ends it.
         */
        private final int[] latest;

        private final int[] previous;

        Growth(int nodes, int m, double p, RandomStream random) {
            this.nodes = nodes;
            this.m = m;
            this.p = p;
            this.random = random;
            older = new int[m * (nodes - m)];
            latest = new int[nodes];
            previous = new int[2 * older.length];
            Arrays.fill(latest, -1);
        }

        Graph run() {
            LowerTriangle edges = new LowerTriangle(nodes, older.length);
            int[] row = new int[m];
            for (int v = m; v < nodes; v++) {
                int first = m * (v - m);
                int popular = preferential(first, 0);
                older[first] = popular;
                for (int made = 1; made < m; made++) {
                    int friend = random.nextBoolean(p) ? neighbour(popular, first, made) : -1;
                    if (friend < 0) {
                        popular = preferential(first, made);
                        friend = popular;
                    }
                    older[first + made] = friend;
                }
                for (int e = first; e < first + m; e++) {
                    previous[2 * e] = latest[v];
                    latest[v] = 2 * e;
                    previous[2 * e + 1] = latest[older[e]];
                    latest[older[e]] = 2 * e + 1;
                }
                System.arraycopy(older, first, row, 0, m);
                Arrays.sort(row);
                for (int w : row) {
                    edges.add(v, w);
                }
            }
            return edges.build();
        }

        /**
         * Draws a node in proportion to its degree (the first m nodes: plus 1) that is not among the new node's {@code
         * made} ties.
         */
        private int preferential(int first, int made) {
            while (true) {
                int end = random.nextInt(m + 2 * first) - m;
                int edge = end >> 1;
                int pick = end < 0 ? end + m : (end & 1) == 0 ? older[edge] : m + edge / m;
                if (!isTied(pick, first, made)) {
                    return pick;
                }
            }
        }

        /** Draws a neighbour of a node, all that are not tied yet equally likely, or -1 if there is none. */
        private int neighbour(int node, int first, int made) {
            int eligible = 0;
            for (int arc = latest[node]; arc >= 0; arc = previous[arc]) {
                eligible += isTied(end(arc), first, made) ? 0 : 1;
            }
            if (eligible == 0) {
                return -1;
            }
            int skip = random.nextInt(eligible);
            int arc = latest[node];
            while (true) {
                int pick = end(arc);
                if (!isTied(pick, first, made) && skip-- == 0) {
                    return pick;
                }
                arc = previous[arc];
            }
        }

        private int end(int arc) {
            return (arc & 1) == 0 ? older[arc >> 1] : m + (arc >> 1) / m;
        }

        private boolean isTied(int node, int first, int made) {
            for (int e = first; e < first + made; e++) {
                if (older[e] == node) {
                    return true;
                }
            }
            return false;
        }
    }
}
