package org.einfluss.graph.generate;

import java.util.Arrays;
import org.einfluss.graph.Graph;

/**
 * Collects the edges of a simple undirected graph row by row and lays them out without sorting.
 *
 * <p>Invariant: edges {v, w} with w &lt; v arrive with v ascending and, for equal v, with w strictly ascending. When
 * they are laid out in that order, node u first receives its smaller neighbours (in its own row) and then, row after
 * row, its larger ones: all ascending.
 */
final class LowerTriangle {
    private static final int LARGEST_EDGES = (Integer.MAX_VALUE - 8) / 2;

    private final int[] below;
    private final int[] degree;
    private int[] smaller;
    private int size;

    LowerTriangle(int nodes, double expectedEdges) {
        if (expectedEdges > LARGEST_EDGES) {
            throw new IllegalArgumentException("A graph holds at most " + LARGEST_EDGES + " edges, about "
                    + (long) expectedEdges + " are asked for; choose fewer nodes or a smaller degree");
        }
        below = new int[nodes];
        degree = new int[nodes];
        // Four standard deviations of a Poisson count above its mean: the array hardly ever grows.
        smaller = new int[(int) Math.min(LARGEST_EDGES, expectedEdges + 4 * Math.sqrt(expectedEdges) + 16)];
    }

    void add(int v, int w) {
        if (size == smaller.length) {
            grow();
        }
        smaller[size++] = w;
        below[v]++;
        degree[w]++;
    }

    private void grow() {
        if (size == LARGEST_EDGES) {
            throw new IllegalStateException(
                    "A graph holds at most " + LARGEST_EDGES + " edges; choose fewer nodes or a smaller degree");
        }
        smaller = Arrays.copyOf(smaller, (int) Math.min(LARGEST_EDGES, 16 + size * 3L / 2));
    }

    Graph build() {
        int n = degree.length;
        int[] offset = new int[n + 1];
        int[] next = degree;
        for (int u = 0; u < n; u++) {
            int begin = offset[u];
            offset[u + 1] = begin + degree[u] + below[u];
            next[u] = begin;
        }
        int[] target = new int[offset[n]];
        int e = 0;
        for (int v = 0; v < n; v++) {
            int own = next[v];
            for (int end = e + below[v]; e < end; e++) {
                int w = smaller[e];
                target[own++] = w;
                target[next[w]++] = v;
            }
            next[v] = own;
        }
        return Graph.ofCanonical(false, true, offset, target);
    }
}
