package org.einfluss.networks;

import java.util.Arrays;
import org.einfluss.api.Progress;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;

/**
 * The usual figures that describe a graph. Components, clustering, cores and distances are those of the graph without directions,
 * self-loops and parallel ties.
 *
 * @param loops number of arcs from a node to itself
 * @param density arcs between different nodes divided by n(n − 1); NaN for fewer than two nodes
 * @param isolated number of nodes without ties
 * @param largestDegree largest number of ties of a node (without directions)
 * @param components number of components
 * @param largestComponent nodes in the largest component
 * @param reciprocity share of arcs whose reverse is an arc too; NaN where there are none
 * @param transitivity 3 × triangles divided by paths of two ties; NaN where there are none
 * @param clustering mean over nodes of at least two ties of the share of tied pairs among their neighbours; NaN where there are none
 * @param assortativity correlation of the degrees at both ends of a tie (out-degree and in-degree on directed graphs); NaN where undefined
 * @param deepestCore largest k for which there is a k-core
 * @param diameter longest distance within the largest component, or a lower bound of it
 * @param meanDistance mean distance within the largest component; NaN where the diameter is a bound only
 * @param exactDistances whether all distances were measured
 */
record Structure(
        int loops,
        double density,
        int isolated,
        int largestDegree,
        int components,
        int largestComponent,
        double reciprocity,
        double transitivity,
        double clustering,
        double assortativity,
        int deepestCore,
        int diameter,
        double meanDistance,
        boolean exactDistances) {
    /** Up to this size of the largest component all distances are measured. */
    private static final int ALL_DISTANCES = 3000;
    /** Sweeps from the farthest node found so far, beyond it. */
    private static final int SWEEPS = 8;

    static Structure of(Graph graph, Progress progress) {
        int n = graph.nodes();
        Graph plain = plain(graph);
        int loops = 0;
        for (int u = 0; u < n; u++) {
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                loops += graph.target(a) == u ? 1 : 0;
            }
        }
        int isolated = 0;
        int largestDegree = 0;
        for (int u = 0; u < n; u++) {
            isolated += plain.outDegree(u) == 0 ? 1 : 0;
            largestDegree = Math.max(largestDegree, plain.outDegree(u));
        }
        progress.checkCancelled();
        int[] queue = new int[n];
        int[] distance = new int[n];
        Arrays.fill(distance, -1);
        int components = 0;
        int largest = 0;
        int member = 0;
        for (int u = 0; u < n; u++) {
            if (distance[u] < 0) {
                components++;
                int size = sweep(plain, u, queue, distance);
                if (size > largest) {
                    largest = size;
                    member = u;
                }
            }
        }
        Clustering clusters = clustering(plain);
        progress.checkCancelled();
        Distances distances = distances(plain, member, largest, queue, distance, progress);
        return new Structure(
                loops,
                n < 2 ? Double.NaN : (graph.arcs() - loops) / ((double) n * (n - 1)),
                isolated,
                largestDegree,
                components,
                largest,
                reciprocity(graph),
                clusters.transitivity(),
                clusters.local(),
                assortativity(graph),
                deepestCore(plain),
                distances.longest(),
                distances.mean(),
                distances.exact());
    }

    private static Graph plain(Graph graph) {
        if (!graph.isDirected() && graph.isSimple()) {
            return graph;
        }
        GraphBuilder builder = new GraphBuilder(graph.nodes(), false, graph.arcs());
        for (int u = 0; u < graph.nodes(); u++) {
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                builder.add(u, graph.target(a));
            }
        }
        return builder.build().graph();
    }

    /** Breadth-first search from a node over nodes of distance −1; returns how many it reached. They stand in the queue. */
    private static int sweep(Graph graph, int root, int[] queue, int[] distance) {
        int size = 0;
        queue[size++] = root;
        distance[root] = 0;
        for (int i = 0; i < size; i++) {
            int u = queue[i];
            for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                int v = graph.target(a);
                if (distance[v] < 0) {
                    distance[v] = distance[u] + 1;
                    queue[size++] = v;
                }
            }
        }
        return size;
    }

    private record Distances(int longest, double mean, boolean exact) {}

    private static Distances distances(
            Graph graph, int member, int size, int[] queue, int[] distance, Progress progress) {
        if (size < 2) {
            return new Distances(0, Double.NaN, true);
        }
        boolean exact = size <= ALL_DISTANCES;
        Arrays.fill(distance, -1);
        sweep(graph, member, queue, distance);
        int[] roots = Arrays.copyOf(queue, size);
        int longest = 0;
        double sum = 0;
        int root = roots[size - 1];
        for (int i = 0; i < (exact ? size : SWEEPS); i++) {
            progress.checkCancelled();
            for (int j = 0; j < size; j++) {
                distance[roots[j]] = -1;
            }
            sweep(graph, exact ? roots[i] : root, queue, distance);
            root = queue[size - 1];
            longest = Math.max(longest, distance[root]);
            for (int j = 0; exact && j < size; j++) {
                sum += distance[queue[j]];
            }
        }
        return new Distances(longest, exact ? sum / ((double) size * (size - 1)) : Double.NaN, exact);
    }

    private static double reciprocity(Graph graph) {
        long arcs = 0;
        long answered = 0;
        for (int u = 0; u < graph.nodes(); u++) {
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                int v = graph.target(a);
                if (v != u) {
                    arcs++;
                    answered += !graph.isDirected() || graph.findArc(v, u) >= 0 ? 1 : 0;
                }
            }
        }
        return arcs == 0 ? Double.NaN : (double) answered / arcs;
    }

    private record Clustering(double transitivity, double local) {}

    /** Counts each triangle once, at its tie of lowest nodes. */
    private static Clustering clustering(Graph graph) {
        int n = graph.nodes();
        long[] triangles = new long[n];
        int[] mark = new int[n];
        Arrays.fill(mark, -1);
        for (int u = 0; u < n; u++) {
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                mark[graph.target(a)] = u;
            }
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                int v = graph.target(a);
                for (int b = graph.arcEnd(v) - 1; v > u && b >= graph.arcBegin(v) && graph.target(b) > v; b--) {
                    int w = graph.target(b);
                    if (mark[w] == u) {
                        triangles[u]++;
                        triangles[v]++;
                        triangles[w]++;
                    }
                }
            }
        }
        double closed = 0;
        double paths = 0;
        double local = 0;
        int counted = 0;
        for (int u = 0; u < n; u++) {
            double pairs = graph.outDegree(u) * (graph.outDegree(u) - 1.0) / 2;
            closed += triangles[u];
            paths += pairs;
            if (pairs > 0) {
                local += triangles[u] / pairs;
                counted++;
            }
        }
        return new Clustering(paths == 0 ? Double.NaN : closed / paths, counted == 0 ? Double.NaN : local / counted);
    }

    private static double assortativity(Graph graph) {
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumYy = 0;
        double sumXy = 0;
        int m = graph.arcs();
        for (int u = 0; u < graph.nodes(); u++) {
            double x = graph.outDegree(u);
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                double y = graph.inDegree(graph.target(a));
                sumX += x;
                sumY += y;
                sumXx += x * x;
                sumYy += y * y;
                sumXy += x * y;
            }
        }
        // Degrees are whole numbers, so that these sums are exact below 2^53.
        double spread = Math.sqrt(((double) m * sumXx - sumX * sumX) * ((double) m * sumYy - sumY * sumY));
        return spread > 0 ? ((double) m * sumXy - sumX * sumY) / spread : Double.NaN;
    }

    /** Removes nodes of least degree one by one (V. Batagelj and M. Zaveršnik 2003, doi:10.48550/arXiv.cs/0310049). */
    private static int deepestCore(Graph graph) {
        int n = graph.nodes();
        int[] degree = new int[n];
        int largest = 0;
        for (int u = 0; u < n; u++) {
            degree[u] = graph.outDegree(u);
            largest = Math.max(largest, degree[u]);
        }
        int[] begin = new int[largest + 2];
        for (int u = 0; u < n; u++) {
            begin[degree[u] + 1]++;
        }
        for (int k = 1; k < begin.length; k++) {
            begin[k] += begin[k - 1];
        }
        int[] order = new int[n];
        int[] at = new int[n];
        int[] next = begin.clone();
        for (int u = 0; u < n; u++) {
            at[u] = next[degree[u]]++;
            order[at[u]] = u;
        }
        int core = 0;
        for (int i = 0; i < n; i++) {
            int u = order[i];
            core = Math.max(core, degree[u]);
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                int v = graph.target(a);
                if (degree[v] > degree[u]) {
                    // v changes places with the first node of its degree and moves one degree down.
                    int first = begin[degree[v]];
                    int w = order[first];
                    order[at[v]] = w;
                    at[w] = at[v];
                    order[first] = v;
                    at[v] = first;
                    begin[degree[v]]++;
                    degree[v]--;
                }
            }
        }
        return core;
    }
}
