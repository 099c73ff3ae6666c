package org.einfluss.graph.measure;

import org.einfluss.graph.Graph;

/**
 * The k-cores of a graph: its largest parts in which every node is tied to at least k others.
 *
 * <p>Directions, self-loops and parallel arcs are left out of account.
 */
public final class KCore {
    private KCore() {}

    /**
     * Computes each node's core number: the largest k for which the node belongs to the k-core.
     *
     * <p>Removes nodes of least remaining degree one by one (V. Batagelj and M. Zaveršnik 2003, An O(m) algorithm for
     * cores decomposition of networks, arXiv:cs/0310049).
     *
     * @param graph any graph
     * @return the core number by node; 0 for isolated nodes
     * @implNote O(n + m).
     */
    public static int[] numbers(Graph graph) {
        Graph ties = UnderlyingGraph.of(graph);
        int n = ties.nodes();
        int[] target = ties.targets();
        int[] degree = Degrees.out(ties);
        int[] nodes = Degrees.distribution(degree);
        // order holds the nodes by rising degree, begin[k] is the place of the first one of degree k.
        int[] begin = new int[nodes.length + 1];
        for (int k = 0; k < nodes.length; k++) {
            begin[k + 1] = begin[k] + nodes[k];
        }
        int[] order = new int[n];
        int[] place = new int[n];
        int[] next = begin.clone();
        for (int v = 0; v < n; v++) {
            place[v] = next[degree[v]]++;
            order[place[v]] = v;
        }
        for (int i = 0; i < n; i++) {
            int u = order[i];
            for (int a = ties.arcBegin(u), end = ties.arcEnd(u); a < end; a++) {
                int v = target[a];
                if (degree[v] > degree[u]) {
                    // v changes places with the first node of its degree, then falls by one.
                    int first = begin[degree[v]]++;
                    int w = order[first];
                    order[first] = v;
                    order[place[v]] = w;
                    place[w] = place[v];
                    place[v] = first;
                    degree[v]--;
                }
            }
        }
        return degree;
    }

    /**
     * Returns the degeneracy: the largest k for which there is a k-core.
     *
     * @param numbers core numbers by node
     * @return 0 without ties
     */
    public static int degeneracy(int[] numbers) {
        int largest = 0;
        for (int number : numbers) {
            largest = Math.max(largest, number);
        }
        return largest;
    }
}
