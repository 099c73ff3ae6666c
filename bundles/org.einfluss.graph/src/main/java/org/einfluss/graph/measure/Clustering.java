package org.einfluss.graph.measure;

import java.util.Arrays;
import org.einfluss.graph.Graph;
import org.einfluss.math.CompensatedSum;

/**
 * How far a node's neighbours are neighbours of each other.
 *
 * <p>Directions, self-loops and parallel arcs are left out of account: a directed graph is measured by its {@link
 * UnderlyingGraph}. Immutable; the arrays belong to the caller.
 *
 * @param triangles by node, the number of triangles it is a corner of
 * @param local by node, the share of pairs of its neighbours that are tied (D. J. Watts and S. H. Strogatz 1998,
 *     doi:10.1038/30918); NaN for nodes with fewer than two neighbours
 * @param transitivity 3 · triangles / paths of two ties, over the whole graph; NaN without such paths
 */
public record Clustering(long[] triangles, double[] local, double transitivity) {
    /**
     * Counts the triangles of a graph.
     *
     * @param graph any graph
     * @return the clustering of all nodes
     * @implNote O(m^1.5): each tie is looked at from its end of lower degree.
     */
    public static Clustering of(Graph graph) {
        Graph ties = UnderlyingGraph.of(graph);
        int n = ties.nodes();
        long[] triangles = triangles(ties);
        double[] local = new double[n];
        double corners = 0;
        double paths = 0;
        for (int v = 0; v < n; v++) {
            double degree = ties.outDegree(v);
            double pairs = degree * (degree - 1) / 2;
            local[v] = degree < 2 ? Double.NaN : triangles[v] / pairs;
            corners += triangles[v];
            paths += pairs;
        }
        return new Clustering(triangles, local, paths == 0 ? Double.NaN : corners / paths);
    }

    /**
     * Averages local clustering over all nodes, nodes with fewer than two neighbours counted as 0.
     *
     * @return in [0, 1]; NaN without nodes
     */
    public double meanLocal() {
        return sum() / local.length;
    }

    /**
     * Averages local clustering over the nodes with two neighbours or more.
     *
     * @return in [0, 1]; NaN if there are none
     */
    public double meanLocalDefined() {
        int defined = 0;
        for (double share : local) {
            defined += Double.isNaN(share) ? 0 : 1;
        }
        return sum() / defined;
    }

    /**
     * Returns the number of triangles of the graph.
     *
     * @return each triangle once
     */
    public long triangleCount() {
        long corners = 0;
        for (long count : triangles) {
            corners += count;
        }
        return corners / 3;
    }

    private double sum() {
        CompensatedSum sum = new CompensatedSum();
        for (double share : local) {
            sum.add(Double.isNaN(share) ? 0 : share);
        }
        return sum.value();
    }

    /** Finds each triangle at its lowest corner. */
    private static long[] triangles(Graph ties) {
        int n = ties.nodes();
        int[] begin = new int[n + 1];
        int[] higher = StructuralHoles.upwards(ties, begin);
        long[] triangles = new long[n];
        int[] mark = new int[n];
        Arrays.fill(mark, -1);
        for (int u = 0; u < n; u++) {
            for (int a = begin[u]; a < begin[u + 1]; a++) {
                mark[higher[a]] = u;
            }
            for (int a = begin[u]; a < begin[u + 1]; a++) {
                int v = higher[a];
                for (int b = begin[v]; b < begin[v + 1]; b++) {
                    int w = higher[b];
                    if (mark[w] == u) {
                        triangles[u]++;
                        triangles[v]++;
                        triangles[w]++;
                    }
                }
            }
        }
        return triangles;
    }
}
