package org.einfluss.graph.measure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.math.RandomStream;

/**
 * A division of a graph's nodes into communities, and what it says about the nodes.
 *
 * <p>Communities are numbered by falling size, those of equal size by their lowest node. Directions, self-loops and parallel
 * arcs are left out of account. Immutable; the array belongs to the caller.
 *
 * @param of by node, the number of its community
 * @param count number of communities
 * @param modularity {@link #modularity} of the division; NaN without ties
 */
public record Communities(int[] of, int count, double modularity) {
    /**
     * Finds communities by greedy optimisation of modularity.
     *
     * <p>V. D. Blondel, J.-L. Guillaume, R. Lambiotte and E. Lefebvre 2008, Fast unfolding of communities in large networks,
     * doi:10.1088/1742-5468/2008/10/P10008: nodes move, in random order, to the neighbouring community of the greatest
     * gain, until none gains; then communities become nodes, and so on. Between equal gains a node stays, else takes the
     * community of lower number. A local optimum that depends on the order of visits, hence on the stream's key: try several
     * keys. A community may be connected badly, and ones smaller than about √(2m) ties are merged (limit of resolution).
     *
     * @param graph any graph
     * @param random decides the order of visits; consumes about n words a level
     * @param cancelled asked before each pass
     * @return the communities; each isolated node is one of its own
     * @throws java.util.concurrent.CancellationException when cancelled
     * @implNote O(m) time a pass, a few passes a level in practice; O(n + m) space.
     */
    public static Communities louvain(Graph graph, RandomStream random, BooleanSupplier cancelled) {
        Graph ties = UnderlyingGraph.of(graph);
        int n = ties.nodes();
        int[] community = Distances.identity(n);
        Level level = new Level(ties);
        while (true) {
            int[] moved = level.move(random, cancelled);
            int groups = renumber(moved);
            for (int v = 0; v < n; v++) {
                community[v] = moved[community[v]];
            }
            if (groups == level.offset.length - 1) {
                break;
            }
            level = level.merge(moved, groups);
        }
        int count = renumber(community);
        Components bySize = new Components(community, count);
        for (int v = 0; v < n; v++) {
            community[v] = bySize.of(v);
        }
        return new Communities(community, count, modularity(ties, community));
    }

    /** Makes labels 0 … count−1 in the order of first appearance; returns count. */
    private static int renumber(int[] labels) {
        int[] number = new int[labels.length];
        Arrays.fill(number, -1);
        int count = 0;
        for (int v = 0; v < labels.length; v++) {
            if (number[labels[v]] < 0) {
                number[labels[v]] = count++;
            }
            labels[v] = number[labels[v]];
        }
        return count;
    }

    /**
     * Computes the modularity of a division: the share of ties within its parts, less the share expected at the same degrees.
     *
     * <p>Q = Σ over parts s of (m(s)/m − (K(s)/2m)²), with m(s) the ties within s and K(s) the sum of degrees in s (M. E. J.
     * Newman and M. Girvan 2004, doi:10.1103/PhysRevE.69.026113).
     *
     * @param graph any graph
     * @param part by node, the number of its part, at least 0
     * @return Q, in [−1/2, 1); NaN without ties
     */
    public static double modularity(Graph graph, int[] part) {
        Graph ties = UnderlyingGraph.of(graph);
        int parts = parts(ties, part);
        long[] within = new long[parts];
        long[] degrees = new long[parts];
        for (int u = 0; u < ties.nodes(); u++) {
            degrees[part[u]] += ties.outDegree(u);
            for (int a = ties.arcBegin(u), end = ties.arcEnd(u); a < end; a++) {
                within[part[u]] += part[ties.target(a)] == part[u] ? 1 : 0;
            }
        }
        double arcs = ties.arcs();
        double q = 0;
        for (int s = 0; s < parts; s++) {
            q += within[s] / arcs - degrees[s] / arcs * (degrees[s] / arcs);
        }
        return arcs == 0 ? Double.NaN : q;
    }

    /**
     * Computes each node's participation coefficient: how evenly its ties are spread over the parts of a division.
     *
     * <p>P(i) = 1 − Σ over parts s of (k(i,s)/k(i))², with k(i,s) its ties to nodes of s (R. Guimerà and L. A. N. Amaral 2005,
     * doi:10.1038/nature03288).
     *
     * @param graph any graph
     * @param part by node, the number of its part, at least 0
     * @return by node, 0 when all ties stay in one part; NaN for isolated nodes
     */
    public static double[] participation(Graph graph, int[] part) {
        Graph ties = UnderlyingGraph.of(graph);
        long[] count = new long[parts(ties, part)];
        double[] participation = new double[ties.nodes()];
        for (int v = 0; v < participation.length; v++) {
            // Σ of squares grows by 2k + 1 when a count k grows by 1.
            long squares = 0;
            for (int a = ties.arcBegin(v), end = ties.arcEnd(v); a < end; a++) {
                squares += 2 * count[part[ties.target(a)]]++ + 1;
            }
            for (int a = ties.arcBegin(v), end = ties.arcEnd(v); a < end; a++) {
                count[part[ties.target(a)]] = 0;
            }
            double k = ties.outDegree(v);
            participation[v] = k == 0 ? Double.NaN : 1 - squares / (k * k);
        }
        return participation;
    }

    /**
     * Counts each node's ties to other parts of a division: its external degree.
     *
     * @param graph any graph
     * @param part by node, the number of its part, at least 0
     * @return by node, from 0 to its degree
     */
    public static int[] externalDegrees(Graph graph, int[] part) {
        Graph ties = UnderlyingGraph.of(graph);
        parts(ties, part);
        int[] external = new int[ties.nodes()];
        for (int v = 0; v < external.length; v++) {
            for (int a = ties.arcBegin(v), end = ties.arcEnd(v); a < end; a++) {
                external[v] += part[ties.target(a)] == part[v] ? 0 : 1;
            }
        }
        return external;
    }

    /**
     * Makes a division out of a node column: nodes of equal values are one part.
     *
     * @param column the column
     * @return by node, the number of its part, counted from 0 in the order of first nodes; nodes without a value are each their own
     */
    public static int[] numbered(Column column) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] part = new int[column.size()];
        int next = 0;
        for (int v = 0; v < part.length; v++) {
            Integer known = column.isMissing(v) ? null : numbers.get(column.textAt(v));
            part[v] = known == null ? next++ : known;
            if (known == null && !column.isMissing(v)) {
                numbers.put(column.textAt(v), part[v]);
            }
        }
        return part;
    }

    /** Checks a division; returns one more than its highest number. */
    private static int parts(Graph graph, int[] part) {
        if (part.length != graph.nodes()) {
            throw new IllegalArgumentException(
                    "A division needs one part for each of " + graph.nodes() + " nodes, had " + part.length);
        }
        int highest = -1;
        for (int v = 0; v < part.length; v++) {
            if (part[v] < 0 || part[v] >= part.length) {
                throw new IllegalArgumentException(
                        "Parts are numbered from 0 to below the number of nodes, node " + v + " has part " + part[v]);
            }
            highest = Math.max(highest, part[v]);
        }
        return highest + 1;
    }

    /** A graph of communities: ties between them, counted, and the degrees that they hold. All counts are exact. */
    private static final class Level {
        final int[] offset;
        private final int[] target;
        private final long[] weight;
        /** Sum of the degrees of the nodes that a community holds. */
        private final long[] degree;

        private final double arcs;

        Level(Graph ties) {
            this(ties.offsets(), ties.targets(), ones(ties.arcs()), degrees(ties), ties.arcs());
        }

        private Level(int[] rows, int[] targets, long[] weights, long[] degrees, double arcs) {
            offset = rows;
            target = targets;
            weight = weights;
            degree = degrees;
            this.arcs = arcs;
        }

        private static long[] ones(int length) {
            long[] ones = new long[length];
            Arrays.fill(ones, 1);
            return ones;
        }

        private static long[] degrees(Graph ties) {
            long[] degrees = new long[ties.nodes()];
            for (int v = 0; v < degrees.length; v++) {
                degrees[v] = ties.outDegree(v);
            }
            return degrees;
        }

        /** Moves nodes until none gains; returns the community of each. */
        int[] move(RandomStream random, BooleanSupplier cancelled) {
            int n = offset.length - 1;
            int[] of = Distances.identity(n);
            long[] total = degree.clone();
            long[] links = new long[n];
            int[] near = new int[n];
            int[] order = Distances.identity(n);
            random.shuffle(order, 0, n);
            for (boolean any = true; any; ) {
                Blocks.check(cancelled);
                any = false;
                for (int v : order) {
                    int best = best(v, of, total, links, near);
                    if (best != of[v]) {
                        total[of[v]] -= degree[v];
                        total[best] += degree[v];
                        of[v] = best;
                        any = true;
                    }
                }
            }
            return of;
        }

        /** The community of the greatest links − K(v) K(community) / 2m, v itself taken out. */
        private int best(int v, int[] of, long[] total, long[] links, int[] near) {
            int size = 0;
            for (int a = offset[v], end = offset[v + 1]; a < end; a++) {
                int c = of[target[a]];
                if (target[a] != v) {
                    if (links[c] == 0) {
                        near[size++] = c;
                    }
                    links[c] += weight[a];
                }
            }
            int best = of[v];
            double gain = links[best] - (double) degree[v] * (total[best] - degree[v]) / arcs;
            double least = gain + 1e-9; // a gain must be more than rounding, or nodes would move for ever
            int found = -1;
            for (int i = 0; i < size; i++) {
                int c = near[i];
                double here = links[c] - (double) degree[v] * total[c] / arcs;
                if (c != best && (here > least || here == gain && found >= 0 && c < found)) {
                    gain = here;
                    least = here;
                    found = c;
                }
            }
            for (int i = 0; i < size; i++) {
                links[near[i]] = 0;
            }
            return found < 0 ? best : found;
        }

        Level merge(int[] of, int groups) {
            int n = of.length;
            int[] begin = new int[groups + 1];
            for (int c : of) {
                begin[c + 1]++;
            }
            for (int c = 0; c < groups; c++) {
                begin[c + 1] += begin[c];
            }
            int[] next = begin.clone();
            int[] members = new int[n];
            for (int v = 0; v < n; v++) {
                members[next[of[v]]++] = v;
            }
            int[] rows = new int[groups + 1];
            int[] targets = new int[target.length];
            long[] weights = new long[target.length];
            long[] degrees = new long[groups];
            long[] links = new long[groups];
            int size = 0;
            for (int c = 0; c < groups; c++) {
                int from = size;
                for (int i = begin[c]; i < begin[c + 1]; i++) {
                    int v = members[i];
                    degrees[c] += degree[v];
                    for (int a = offset[v], end = offset[v + 1]; a < end; a++) {
                        int d = of[target[a]];
                        if (links[d] == 0) {
                            targets[size++] = d;
                        }
                        links[d] += weight[a];
                    }
                }
                for (int i = from; i < size; i++) {
                    weights[i] = links[targets[i]];
                    links[targets[i]] = 0;
                }
                rows[c + 1] = size;
            }
            return new Level(rows, Arrays.copyOf(targets, size), Arrays.copyOf(weights, size), degrees, arcs);
        }
    }
}
