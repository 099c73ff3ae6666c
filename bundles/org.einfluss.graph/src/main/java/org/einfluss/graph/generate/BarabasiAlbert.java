package org.einfluss.graph.generate;

import org.einfluss.graph.Graph;
import org.einfluss.math.RandomStream;

/**
 * Draws growing networks with preferential attachment.
 *
 * <p>A.-L. Barabási and R. Albert 1999 (doi:10.1126/science.286.5439.509). For large n the degrees follow
 * P(k) = 2m(m + 1) / (k(k + 1)(k + 2)), k ≥ m.
 */
public final class BarabasiAlbert {
    private BarabasiAlbert() {}

    /**
     * Draws a network in which every new node ties itself to m different older ones in proportion to their degree.
     *
     * <p>Growth starts from the star of nodes 0 … m with centre 0. The degrees are those before the new node's own
     * ties.
     *
     * @param nodes number of nodes n, at least m + 1
     * @param m ties of each new node, at least 1
     * @param random consumes about one word per edge
     * @return a simple connected undirected graph of m(n − m) edges
     * @implNote O(nm) time for small m: an endpoint of a uniformly drawn edge is a node drawn in proportion to its
     *     degree. Repeated picks are drawn again.
     */
    public static Graph draw(int nodes, int m, RandomStream random) {
        if (m < 1 || nodes <= m || (long) m * (nodes - m) > (Integer.MAX_VALUE - 8) / 2) {
            throw new IllegalArgumentException(
                    "Preferential attachment needs 1 <= m < nodes and at most 2^30 edges, was m = " + m + ", nodes = "
                            + nodes);
        }
        // Edge e < m is {e + 1, 0}; edge e >= m joins the node e / m + m to older[e].
        int[] older = new int[m * (nodes - m)];
        LowerTriangle edges = new LowerTriangle(nodes, older.length);
        for (int v = 1; v <= m; v++) {
            edges.add(v, 0);
        }
        for (int v = m + 1; v < nodes; v++) {
            int first = m * (v - m);
            for (int e = first; e < first + m; e++) {
                int pick;
                int place;
                do {
                    int end = random.nextInt(2 * first);
                    int edge = end >>> 1;
                    pick = (end & 1) == 0 ? older[edge] : edge < m ? edge + 1 : edge / m + m;
                    place = e;
                    while (place > first && older[place - 1] > pick) {
                        place--;
                    }
                } while (place > first && older[place - 1] == pick);
                for (int i = e; i > place; i--) {
                    older[i] = older[i - 1];
                }
                older[place] = pick;
            }
            for (int e = first; e < first + m; e++) {
                edges.add(v, older[e]);
            }
        }
        return edges.build();
    }
}
