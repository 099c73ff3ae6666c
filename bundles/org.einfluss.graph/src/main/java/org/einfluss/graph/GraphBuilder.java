package org.einfluss.graph;

import java.util.Arrays;
import org.einfluss.math.CompensatedSum;
import org.einfluss.math.IntList;

/**
 * Collects arcs in any order and builds a graph from them by counting sort.
 *
 * <p>For an undirected graph each tie is added once; adding both u–v and v–u makes it a duplicate. Self-loops are
 * dropped and counted unless {@link #keepLoops} was called; duplicates are treated as {@link #duplicates(Duplicates)}
 * says, dropped by default. The graph does not depend on the order of adding; only which of several weights is kept, or
 * in which order they are summed, does. Not thread-safe.
 */
public final class GraphBuilder {
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private final boolean directed;
    private final IntList sources;
    private final IntList targets;
    private int nodes;
    private double[] weights = new double[0];
    private boolean weighted;
    private boolean keepLoops;
    private boolean trackArcs;
    private Duplicates duplicates = Duplicates.DROP;

    /** What becomes of arcs (or undirected ties) between the same two nodes. */
    public enum Duplicates {
        /** One arc stays, with the weight that was added first. */
        DROP,
        /** One arc stays, its weight is the sum (1 for arcs added without a weight); multiplicities are reported. */
        SUM,
        /** One arc stays, with the weight that was added first; multiplicities are reported. */
        COUNT,
        /** All stay: the graph is a multigraph; parallel arcs stand in the order of adding. */
        KEEP
    }

    /**
     * What {@link GraphBuilder#build} made.
     *
     * @param graph the graph
     * @param weights per arc of the graph, or empty if no arc was added with a weight; both arcs of an undirected tie
     *     have its weight
     * @param multiplicity per arc, how many of the added ones it stands for; empty unless asked for by {@link
     *     Duplicates#SUM} or {@link Duplicates#COUNT}
     * @param droppedLoops how many self-loops were left out
     * @param droppedDuplicates how many arcs (ties, when undirected) were merged into an earlier one
     * @param arcOf for each added arc in order, its number in the graph, or -1 for a dropped self-loop; empty unless
     *     asked for by {@link GraphBuilder#trackArcs}
     */
    public record Built(
            Graph graph, double[] weights, int[] multiplicity, int droppedLoops, int droppedDuplicates, int[] arcOf) {}

    /**
     * Starts a graph.
     *
     * @param nodes the number of nodes to begin with; arcs to higher nodes make it grow
     * @param directed whether arcs have a direction
     */
    public GraphBuilder(int nodes, boolean directed) {
        this(nodes, directed, 16);
    }

    /**
     * Starts a graph with room for a number of arcs.
     *
     * @param nodes the number of nodes to begin with; arcs to higher nodes make it grow
     * @param directed whether arcs have a direction
     * @param capacity how many arcs (ties, when undirected) can be added before arrays grow
     */
    public GraphBuilder(int nodes, boolean directed, int capacity) {
        if (nodes < 0) {
            throw new IllegalArgumentException("Number of nodes must be at least 0, was " + nodes);
        }
        this.nodes = nodes;
        this.directed = directed;
        sources = new IntList(capacity);
        targets = new IntList(capacity);
    }

    /**
     * Says what becomes of duplicates.
     *
     * @param policy the rule, {@link Duplicates#DROP} when nothing is said
     * @return this builder
     */
    public GraphBuilder duplicates(Duplicates policy) {
        duplicates = policy;
        return this;
    }

    /**
     * Keeps self-loops instead of dropping them; an undirected one is two arcs.
     *
     * @return this builder
     */
    public GraphBuilder keepLoops() {
        keepLoops = true;
        return this;
    }

    /**
     * Asks for {@link Built#arcOf}, so that further data per added arc can be put into the graph's order.
     *
     * @return this builder
     */
    public GraphBuilder trackArcs() {
        trackArcs = true;
        return this;
    }

    /**
     * Adds an arc, or a tie when undirected.
     *
     * @param u the source, at least 0
     * @param v the target, at least 0
     */
    public void add(int u, int v) {
        if ((u | v) < 0 || u >= LARGEST || v >= LARGEST) {
            throw new IllegalArgumentException("Nodes must lie in [0, " + LARGEST + "), found the arc " + u + "→" + v);
        }
        if (weighted) {
            weight(sources.size(), 1);
        }
        sources.add(u);
        targets.add(v);
        nodes = Math.max(nodes, Math.max(u, v) + 1);
    }

    /**
     * Adds an arc with a weight, or a tie when undirected; arcs added without count as 1.
     *
     * @param u the source, at least 0
     * @param v the target, at least 0
     * @param weight the weight, finite
     */
    public void add(int u, int v, double weight) {
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("Weight of the arc " + u + "→" + v + " must be finite, was " + weight);
        }
        int index = sources.size();
        add(u, v);
        if (!weighted) {
            weighted = true;
            weights = new double[Math.max(16, index + 1)];
            Arrays.fill(weights, 0, index, 1);
        }
        weight(index, weight);
    }

    private void weight(int index, double weight) {
        if (index == weights.length) {
            weights = Arrays.copyOf(weights, (int) Math.min(LARGEST, 2L * index + 16));
        }
        weights[index] = weight;
    }

    /**
     * Makes sure that a node exists, even without arcs.
     *
     * @param node the node, at least 0
     */
    public void ensureNode(int node) {
        if (node < 0 || node >= LARGEST) {
            throw new IllegalArgumentException("Node must lie in [0, " + LARGEST + "), was " + node);
        }
        nodes = Math.max(nodes, node + 1);
    }

    /**
     * Returns how many arcs (ties, when undirected) were added so far.
     *
     * @return the number of calls of {@code add}
     */
    public int size() {
        return sources.size();
    }

    /**
     * Builds the graph from all that was added. The builder stays usable.
     *
     * @return the graph with its weights and what was dropped
     * @throws IllegalStateException when there are more arcs than a graph can hold
     * @implNote O(n + m): the arcs are placed first by target, then by source (counting sorts, both stable). 0.3 s for
     *     10⁷ arcs on 10⁶ nodes without weights; what belongs to an arc beside its ends makes it about three times
     *     slower.
     */
    public Built build() {
        int added = sources.size();
        int[] from = sources.array();
        int[] to = targets.array();
        if (slots() > LARGEST) {
            throw new IllegalStateException("A graph holds at most " + LARGEST + " arcs, " + slots() + " were added");
        }
        int[] bySource = new int[nodes + 1];
        int[] byTarget = directed ? new int[nodes + 1] : bySource;
        int loops = 0;
        for (int i = 0; i < added; i++) {
            if (from[i] == to[i] && !keepLoops) {
                loops++;
                continue;
            }
            // When undirected both names stand for one array, as every arc has its twin.
            bySource[from[i] + 1]++;
            byTarget[to[i] + 1]++;
        }
        for (int u = 0; u < nodes; u++) {
            bySource[u + 1] += bySource[u];
            if (directed) {
                byTarget[u + 1] += byTarget[u];
            }
        }
        boolean endsOnly = !weighted && !trackArcs && !isCounting();
        return endsOnly ? buildEnds(bySource, byTarget, loops) : buildAll(bySource, byTarget, loops);
    }

    private long slots() {
        return directed ? sources.size() : 2L * sources.size();
    }

    private boolean isCounting() {
        return duplicates == Duplicates.SUM || duplicates == Duplicates.COUNT;
    }

    /**
     * The short way when nothing but the ends is asked for: sources by target, then targets by source. {@link
     * #buildAll} is its oracle.
     */
    private Built buildEnds(int[] row, int[] byTarget, int loops) {
        int added = sources.size();
        int[] from = sources.array();
        int[] to = targets.array();
        int[] next = Arrays.copyOf(byTarget, nodes);
        int[] grouped = new int[row[nodes]];
        for (int i = 0; i < added; i++) {
            int u = from[i];
            int v = to[i];
            if (u != v || keepLoops) {
                grouped[next[v]++] = u;
                if (!directed) {
                    grouped[next[u]++] = v;
                }
            }
        }
        int[] target = new int[grouped.length];
        System.arraycopy(row, 0, next, 0, nodes);
        for (int v = 0; v < nodes; v++) {
            for (int j = byTarget[v], end = byTarget[v + 1]; j < end; j++) {
                target[next[grouped[j]]++] = v;
            }
        }
        int[] offset = new int[nodes + 1];
        boolean simple = true;
        int arcs = 0;
        for (int u = 0; u < nodes; u++) {
            int begin = arcs;
            for (int j = row[u]; j < row[u + 1]; j++) {
                int v = target[j];
                boolean repeated = arcs > begin && target[arcs - 1] == v;
                boolean loop = u == v;
                // An undirected self-loop is two arcs.
                boolean firstTwin = repeated && loop && !directed && (arcs - 2 < begin || target[arcs - 2] != v);
                if (!repeated || firstTwin || duplicates == Duplicates.KEEP) {
                    target[arcs++] = v;
                    simple &= !repeated && !loop;
                }
            }
            offset[u + 1] = arcs;
        }
        int dropped = (target.length - arcs) / (directed ? 1 : 2);
        Graph graph = Graph.ofCanonical(directed, simple, offset, trim(target, arcs));
        return new Built(graph, new double[0], new int[0], loops, dropped, new int[0]);
    }

    private Built buildAll(int[] row, int[] byTarget, int loops) {
        int[] from = sources.array();
        int[] to = targets.array();
        // Slot i is the i-th arc; when undirected, slots 2i and 2i + 1 are the i-th tie and its twin.
        int shift = directed ? 0 : 1;
        int[] next = Arrays.copyOf(byTarget, nodes);
        int[] sorted = new int[row[nodes]];
        for (int slot = 0, end = (int) slots(); slot < end; slot++) {
            int i = slot >> shift;
            if (from[i] != to[i] || keepLoops) {
                sorted[next[(slot & shift) == 0 ? to[i] : from[i]]++] = slot;
            }
        }
        int[] order = new int[sorted.length];
        System.arraycopy(row, 0, next, 0, nodes);
        for (int slot : sorted) {
            int i = slot >> shift;
            order[next[(slot & shift) == 0 ? from[i] : to[i]]++] = slot;
        }
        return merge(row, order, loops);
    }

    /**
     * Goes through the slots sorted by (source, target, slot) and makes arcs of each group of equal source and target.
     */
    private Built merge(int[] row, int[] order, int droppedLoops) {
        int[] from = sources.array();
        int[] to = targets.array();
        int shift = directed ? 0 : 1;
        boolean counting = isCounting();
        int[] offset = new int[row.length];
        int[] target = new int[order.length];
        double[] weight = new double[weighted ? order.length : 0];
        int[] multiplicity = new int[counting ? order.length : 0];
        int[] arcOf = new int[trackArcs ? sources.size() : 0];
        Arrays.fill(arcOf, -1);
        CompensatedSum sum = new CompensatedSum();
        boolean simple = true;
        int arcs = 0;
        int j = 0;
        for (int u = 0; u + 1 < row.length; u++) {
            while (j < row[u + 1]) {
                int begin = j;
                int v = targetOf(order[j], shift, from, to);
                while (j < row[u + 1] && targetOf(order[j], shift, from, to) == v) {
                    j++;
                }
                // An undirected self-loop is two slots of one group and becomes two arcs.
                int unit = u == v ? 1 << shift : 1;
                int times = (j - begin) / unit;
                int emitted = duplicates == Duplicates.KEEP ? j - begin : unit;
                double weightSum = 0;
                if (weighted && duplicates == Duplicates.SUM) {
                    sum.clear();
                    for (int k = begin; k < j; k += unit) {
                        sum.add(weights[order[k] >> shift]);
                    }
                    weightSum = sum.value();
                }
                for (int k = 0; k < emitted; k++) {
                    target[arcs + k] = v;
                    if (weighted) {
                        weight[arcs + k] =
                                duplicates == Duplicates.SUM ? weightSum : weights[order[begin + k] >> shift];
                    }
                    if (counting) {
                        multiplicity[arcs + k] = times;
                    }
                }
                if (trackArcs) {
                    for (int k = begin; k < j; k++) {
                        if ((order[k] & shift) == 0) {
                            arcOf[order[k] >> shift] = duplicates == Duplicates.KEEP ? arcs + k - begin : arcs;
                        }
                    }
                }
                simple &= u != v && emitted == 1;
                arcs += emitted;
            }
            offset[u + 1] = arcs;
        }
        return new Built(
                Graph.ofCanonical(directed, simple, offset, trim(target, arcs)),
                weighted ? Arrays.copyOf(weight, arcs) : weight,
                counting ? trim(multiplicity, arcs) : multiplicity,
                droppedLoops,
                (order.length - arcs) >> shift,
                arcOf);
    }

    private static int targetOf(int slot, int shift, int[] from, int[] to) {
        return (slot & shift) == 0 ? to[slot >> shift] : from[slot >> shift];
    }

    private static int[] trim(int[] array, int length) {
        return array.length == length ? array : Arrays.copyOf(array, length);
    }
}
