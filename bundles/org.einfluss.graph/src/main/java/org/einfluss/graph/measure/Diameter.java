package org.einfluss.graph.measure;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.einfluss.graph.Graph;

/**
 * The longest distance between two nodes that are connected, or bounds of it.
 *
 * <p>Pairs without a path are left out: of a graph in several components this is the largest of their diameters.
 *
 * @param lower a distance that was found
 * @param upper what no distance exceeds
 * @param searches how many nodes distances were measured from
 */
public record Diameter(int lower, int upper, int searches) {
    /**
     * Computes the diameter.
     *
     * <p>Undirected graphs: iFUB (P. Crescenzi, R. Grossi, M. Habib, L. Lanzi and A. Marino 2013, On computing the
     * diameter of real-world undirected graphs, doi:10.1016/j.tcs.2012.09.018), which starts from the middle of a long
     * path and measures from the nodes farthest from it until none of the rest can lie farther apart. Directed graphs are
     * measured along arcs from all nodes.
     *
     * @param graph any graph
     * @param cancelled asked between searches
     * @return equal bounds; 0 without ties
     * @throws CancellationException when cancelled
     * @implNote O(nm) at worst, for social networks usually a few dozen searches of O(m).
     */
    public static Diameter exact(Graph graph, BooleanSupplier cancelled) {
        if (graph.isDirected()) {
            int longest = Distances.all(graph, 1, cancelled).longest();
            return new Diameter(longest, longest, graph.nodes());
        }
        return new Sweeps(graph, cancelled).measure(true);
    }

    /**
     * Bounds the diameter of an undirected graph by two double sweeps a component.
     *
     * <p>The farthest node from the farthest node found is the lower bound, twice the eccentricity of the middle of the
     * path between them the upper (C. Magnien, M. Latapy and M. Habib 2009, Fast computation of empirically tight bounds
     * for the diameter of massive graphs, doi:10.1145/1412228.1455266).
     *
     * @param graph an undirected graph; take the {@link UnderlyingGraph} of a directed one
     * @param cancelled asked between searches
     * @return the bounds, often equal; 0 without ties
     * @throws IllegalArgumentException if the graph is directed
     * @throws CancellationException when cancelled
     * @implNote O(n + m): at most six searches a component.
     */
    public static Diameter bounds(Graph graph, BooleanSupplier cancelled) {
        if (graph.isDirected()) {
            throw new IllegalArgumentException(
                    "Bounds by sweeps need an undirected graph, found a " + graph + "; take its UnderlyingGraph");
        }
        return new Sweeps(graph, cancelled).measure(false);
    }

    /**
     * Returns whether the bounds agree.
     *
     * @return true when lower = upper
     */
    public boolean isExact() {
        return lower == upper;
    }

    /** Searches in one undirected graph, component by component. */
    private static final class Sweeps {
        private final Graph graph;
        private final BooleanSupplier cancelled;
        private final int[] distance;
        private final int[] queue;
        private int reached;
        private int searches;

        Sweeps(Graph graph, BooleanSupplier cancelled) {
            this.graph = graph;
            this.cancelled = cancelled;
            distance = new int[graph.nodes()];
            Arrays.fill(distance, -1);
            queue = new int[graph.nodes()];
        }

        Diameter measure(boolean exact) {
            Components components = Components.weak(graph);
            int[] start = new int[components.count()];
            Arrays.fill(start, -1);
            for (int v = 0; v < graph.nodes(); v++) {
                int c = components.of(v);
                if (start[c] < 0 || graph.outDegree(v) > graph.outDegree(start[c])) {
                    start[c] = v;
                }
            }
            int lower = 0;
            int upper = 0;
            // Components shrink: one of no more than lower + 1 nodes, and all after it, cannot be wider.
            for (int c = 0; c < start.length && components.size(c) - 1 > lower; c++) {
                int most = components.size(c) - 1;
                int middle = start[c];
                for (int sweep = 0; sweep < 2; sweep++) {
                    most = Math.min(most, 2 * search(middle));
                    lower = Math.max(lower, distance[last()]);
                    int far = last();
                    most = Math.min(most, 2 * search(far));
                    lower = Math.max(lower, distance[last()]);
                    middle = middle(last());
                }
                most = Math.min(most, 2 * search(middle));
                lower = Math.max(lower, distance[last()]);
                if (exact && most > lower) {
                    lower = closeIn(lower);
                    most = lower;
                }
                upper = Math.max(upper, Math.max(lower, most));
            }
            return new Diameter(lower, Math.max(lower, upper), searches);
        }

        /** Measures from a node; returns its eccentricity. */
        private int search(int root) {
            Blocks.check(cancelled);
            for (int i = 0; i < reached; i++) {
                distance[queue[i]] = -1;
            }
            reached = 0;
            queue[reached++] = root;
            distance[root] = 0;
            for (int i = 0; i < reached; i++) {
                int u = queue[i];
                for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                    int v = graph.target(a);
                    if (distance[v] < 0) {
                        distance[v] = distance[u] + 1;
                        queue[reached++] = v;
                    }
                }
            }
            searches++;
            return distance[last()];
        }

        private int last() {
            return queue[reached - 1];
        }

        /** Walks from a node half way to the root of the last search. */
        private int middle(int node) {
            int u = node;
            int half = distance[node] / 2;
            while (distance[u] > half) {
                int a = graph.arcBegin(u);
                while (distance[graph.target(a)] != distance[u] - 1) {
                    a++;
                }
                u = graph.target(a);
            }
            return u;
        }

        /**
         * Measures from the nodes of the last search, farthest first, 64 at once: nodes at most d from its root are at
         * most 2d apart.
         */
        private int closeIn(int known) {
            int lower = known;
            BitSearch search = BitSearch.along(graph);
            int to = reached;
            while (to > 0 && lower < 2 * distance[queue[to - 1]]) {
                int from = Math.max(0, to - BitSearch.WIDTH);
                lower = Math.max(lower, search.run(queue, from, to, (node, bits, far) -> {}, cancelled));
                searches += to - from;
                to = from;
            }
            return lower;
        }
    }
}
