package org.einfluss.graph.generate;

import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.math.RandomStream;

/** Draws graphs in which every node has the same degree and which are random otherwise. */
public final class RandomRegular {
    private RandomRegular() {}

    /**
     * Draws a simple random graph of equal degrees.
     *
     * <p>Stubs are paired at random, pairs that would make a self-loop or a duplicate are put back and paired again,
     * and all begins anew when no pair fits any more (A. Steger and N. C. Wormald 1999, doi:10.1017/S0963548399003867):
     * for a fixed degree and large n all regular graphs are about equally likely.
     *
     * @param nodes number of nodes n, above {@code degree}
     * @param degree degree of every node, at least 0; n times it must be even
     * @param random consumes about one word per stub and round
     * @return a simple undirected graph
     * @implNote O(nd) expected time for moderate d.
     */
    public static Graph draw(int nodes, int degree, RandomStream random) {
        if (degree < 0
                || nodes <= degree
                || ((long) nodes * degree & 1) != 0
                || (long) nodes * degree > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "A regular graph needs 0 <= degree < nodes and an even nodes x degree, was nodes = " + nodes
                            + ", degree = " + degree);
        }
        return 2 * degree < nodes ? pair(nodes, degree, random) : complement(pair(nodes, nodes - 1 - degree, random));
    }

    private static Graph pair(int nodes, int degree, RandomStream random) {
        int[] stubs = new int[nodes * degree];
        PairSet tied = new PairSet(stubs.length / 2);
        while (true) {
            for (int s = 0; s < stubs.length; s++) {
                stubs[s] = s / degree;
            }
            tied.clear();
            GraphBuilder builder = new GraphBuilder(nodes, false, stubs.length / 2);
            int left = stubs.length;
            while (left > 0) {
                random.shuffle(stubs, 0, left);
                int back = 0;
                for (int s = 0; s < left; s += 2) {
                    int u = stubs[s];
                    int v = stubs[s + 1];
                    if (u != v && tied.add(u, v)) {
                        builder.add(u, v);
                    } else {
                        stubs[back++] = u;
                        stubs[back++] = v;
                    }
                }
                if (back == left && !anyFits(stubs, left, tied)) {
                    break;
                }
                left = back;
            }
            if (left == 0) {
                return builder.build().graph();
            }
        }
    }

    /**
     * The pairs that are not tied; in a dense graph hardly any pair of the last stubs would fit, in its complement most
     * do.
     */
    private static Graph complement(Graph graph) {
        int n = graph.nodes();
        int[] offset = new int[n + 1];
        int[] target = new int[(int) ((long) n * (n - 1) - graph.arcs())];
        int arcs = 0;
        for (int u = 0; u < n; u++) {
            int a = graph.arcBegin(u);
            for (int v = 0; v < n; v++) {
                if (a < graph.arcEnd(u) && graph.target(a) == v) {
                    a++;
                } else if (v != u) {
                    target[arcs++] = v;
                }
            }
            offset[u + 1] = arcs;
        }
        return Graph.ofCanonical(false, true, offset, target);
    }

    private static boolean anyFits(int[] stubs, int left, PairSet tied) {
        for (int s = 0; s < left; s++) {
            for (int t = 0; t < s; t++) {
                if (stubs[s] != stubs[t] && !tied.contains(stubs[s], stubs[t])) {
                    return true;
                }
            }
        }
        return false;
    }
}
