package org.einfluss.api.states;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.einfluss.api.model.Purpose;
import org.einfluss.api.model.Run;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;

/**
 * Who has reached a threshold: nodes of one state of which enough sources are in given states.
 *
 * <p>Counts down, per node, how many more sources it needs, so that a run costs one look at each arc out of a node that enters or leaves
 * the given states. Parallel arcs count as often as they occur, self-loops not at all. Owned by one thread; allocates nothing after its
 * constructor.
 */
public final class Thresholds {
    /** Says that a need has not been drawn yet in this run. */
    private static final int UNTOUCHED = Integer.MIN_VALUE;

    private final int from;
    private final int by;
    private final IntUnaryOperator need;
    /** Sources needed when a run begins, or UNTOUCHED where that is drawn. */
    private final int[] initial;

    private final double none;
    private final int[] selfStarters;
    /** Arcs from each node to those whose source it is. */
    private final int[] offset;

    private final int[] listener;
    /** Arcs of each node to its sources; looked at only where the last cause has left. */
    private final int[] sourceOffset;

    private final int[] source;
    private final int[] left;
    private final int[] cause;
    private final int[] counted;
    private final boolean[] isCounted;
    private final int[] ready;
    private final boolean[] isReady;
    private int countedNodes;
    private long looked;
    private int readyNodes;

    private Thresholds(
            Graph graph,
            boolean reversed,
            int from,
            int by,
            IntUnaryOperator need,
            int[] initial,
            int[] selfStarters,
            double none) {
        int n = graph.nodes();
        InArcs in = graph.inArcs();
        this.from = from;
        this.by = by;
        this.need = need;
        this.none = none;
        offset = reversed ? in.offsets() : graph.offsets();
        listener = reversed ? in.sources() : graph.targets();
        sourceOffset = reversed ? graph.offsets() : in.offsets();
        source = reversed ? graph.targets() : in.sources();
        this.initial = initial;
        this.selfStarters = selfStarters;
        left = initial.clone();
        cause = new int[n];
        counted = new int[n];
        isCounted = new boolean[n];
        ready = new int[n];
        isReady = new boolean[n];
    }

    /**
     * Makes thresholds that are the same in every run.
     *
     * @param graph the graph
     * @param reversed false: the sources of a node are those with an arc to it; true: those it has an arc to
     * @param from state in which nodes have a threshold
     * @param by states in which sources count, a bit for each
     * @param need sources that each node needs, as {@link #shareOf} and its like count; kept
     */
    public static Thresholds given(Graph graph, boolean reversed, int from, int by, int[] need) {
        int[] selfStarters =
                IntStream.range(0, need.length).filter(node -> need[node] <= 0).toArray();
        return new Thresholds(graph, reversed, from, by, node -> need[node], need, selfStarters, 0);
    }

    /**
     * Makes thresholds that are drawn anew in every run, but only for nodes that are looked at.
     *
     * @param graph the graph
     * @param reversed false: the sources of a node are those with an arc to it; true: those it has an arc to
     * @param from state in which nodes have a threshold
     * @param by states in which sources count, a bit for each
     * @param need sources that a node needs in the present run, the same whenever asked; not increasing with
     *     {@code run.uniform(THRESHOLDS, node)} falling
     * @param none probability that a node needs none
     */
    public static Thresholds drawn(
            Graph graph, boolean reversed, int from, int by, IntUnaryOperator need, double none) {
        int[] untouched = new int[graph.nodes()];
        Arrays.fill(untouched, UNTOUCHED);
        return new Thresholds(graph, reversed, from, by, need, untouched, new int[0], none);
    }

    /**
     * Counts the sources of each node, itself left out.
     *
     * @param graph the graph
     * @param reversed false: the sources of a node are those with an arc to it; true: those it has an arc to
     * @return a number for each node
     */
    public static int[] sources(Graph graph, boolean reversed) {
        int[] sources = new int[graph.nodes()];
        if (graph.isSimple()) {
            Arrays.setAll(sources, reversed ? graph::outDegree : graph::inDegree);
            return sources;
        }
        for (int u = 0; u < sources.length; u++) {
            for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                int v = graph.target(a);
                sources[reversed ? u : v] += u == v ? 0 : 1;
            }
        }
        return sources;
    }

    /**
     * Returns the sources needed for a share of at least φ: max(1, ⌈φk − 10⁻⁹⌉), and 0 when φ ≤ 0. The subtraction undoes the rounding of
     * products: 0.07 · 100 is a little more than 7 in doubles, yet 7 of 100 suffice.
     *
     * @param share φ; NaN: never reached
     * @param sources number of sources k
     */
    public static int shareOf(double share, int sources) {
        return share <= 0 ? 0 : whole(Math.max(1, Math.ceil(share * sources - 1e-9)), share);
    }

    /**
     * Returns the sources needed for a share above φ: ⌊φk + 10⁻⁹⌋ + 1, and 0 when φ &lt; 0.
     *
     * @param share φ; NaN: never reached
     * @param sources number of sources k
     */
    public static int shareAbove(double share, int sources) {
        return share < 0 ? 0 : whole(Math.floor(share * sources + 1e-9) + 1, share);
    }

    /**
     * Returns the sources needed for at least a number of them.
     *
     * @param number the number; NaN: never reached
     */
    public static int numberOf(double number) {
        return number <= 0 ? 0 : whole(Math.ceil(number - 1e-9), number);
    }

    /**
     * Returns the sources needed for more than a number of them.
     *
     * @param number the number; NaN: never reached
     */
    public static int numberAbove(double number) {
        return number < 0 ? 0 : whole(Math.floor(number + 1e-9) + 1, number);
    }

    /**
     * Returns the threshold drawn from a uniform law; 0 itself is not drawn where the law allows nothing below.
     *
     * @param from lower end
     * @param to upper end
     * @param u a uniform number in [0, 1)
     */
    public static double uniform(double from, double to, double u) {
        double threshold = from + (to - from) * u;
        return from >= 0 ? Math.max(Double.MIN_VALUE, threshold) : threshold;
    }

    private static int whole(double sources, double threshold) {
        return Double.isNaN(threshold) ? Integer.MAX_VALUE : (int) Math.min(Integer.MAX_VALUE, sources);
    }

    /**
     * Starts a run, in which at first nobody counts.
     *
     * @param population who is where; nobody has been placed
     * @param run what the run may draw on
     */
    public void begin(Population population, Run run) {
        boolean all = looked > left.length;
        if (all) {
            System.arraycopy(initial, 0, left, 0, left.length);
        }
        for (int i = 0; i < countedNodes; i++) {
            int node = counted[i];
            isCounted[node] = false;
            for (int a = offset[node], end = offset[node + 1]; a < end && !all; a++) {
                left[listener[a]] = initial[listener[a]];
            }
        }
        looked = 0;
        for (int i = 0; i < readyNodes; i++) {
            isReady[ready[i]] = false;
        }
        countedNodes = 0;
        readyNodes = 0;
        for (int v : selfStarters) {
            enter(v, population);
        }
        for (int v = 0; none > 0 && v < left.length; v++) {
            // A little generous: the need itself decides.
            if (run.uniform(Purpose.THRESHOLDS, v) <= none + 1e-9) {
                enter(v, population);
            }
        }
    }

    /**
     * Counts those who changed last.
     *
     * @param population who is where, after its seeds were placed or a step was ended
     */
    public void update(Population population) {
        for (int i = 0, n = population.changes(); i < n; i++) {
            int node = population.changed(i);
            boolean before = (by >> population.before(node) & 1) == 1;
            boolean now = population.isAny(node, by);
            if (now && !before) {
                add(node);
            } else if (before && !now) {
                subtract(node);
            }
        }
        for (int i = 0, n = population.changes(); i < n; i++) {
            enter(population.changed(i), population);
        }
    }

    private void enter(int node, Population population) {
        if (population.is(node, from) && left(node) <= 0) {
            makeReady(node);
        }
    }

    private int left(int node) {
        int more = left[node];
        return more == UNTOUCHED ? need.applyAsInt(node) : more;
    }

    private void add(int node) {
        if (!isCounted[node]) {
            isCounted[node] = true;
            counted[countedNodes++] = node;
            looked += offset[node + 1] - offset[node];
        }
        for (int a = offset[node], end = offset[node + 1]; a < end; a++) {
            int v = listener[a];
            int more = left(v) - (v == node ? 0 : 1);
            left[v] = more;
            if (more == 0 && v != node) {
                cause[v] = node;
                makeReady(v);
            }
        }
    }

    private void subtract(int node) {
        for (int a = offset[node], end = offset[node + 1]; a < end; a++) {
            int v = listener[a];
            left[v] = left(v) + (v == node ? 0 : 1);
        }
    }

    private void makeReady(int node) {
        if (!isReady[node]) {
            isReady[node] = true;
            ready[readyNodes++] = node;
        }
    }

    /**
     * Returns how many nodes have reached their threshold and are in the state in which it matters.
     *
     * @param population who is where
     */
    public int ready(Population population) {
        int kept = 0;
        for (int i = 0; i < readyNodes; i++) {
            int node = ready[i];
            if (population.is(node, from) && left(node) <= 0) {
                ready[kept++] = node;
            } else {
                isReady[node] = false;
            }
        }
        readyNodes = kept;
        return kept;
    }

    /**
     * Returns whether anybody who has reached the threshold has a chance to change.
     *
     * @param population who is where
     * @param chances of those who have reached it
     */
    public boolean canReach(Population population, Chances chances) {
        for (int i = 0, n = ready(population); i < n; i++) {
            if (chances.isPossible(ready[i])) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns a node that has reached its threshold.
     *
     * @param i from 0, below what {@link #ready} returned
     */
    public int node(int i) {
        return ready[i];
    }

    /**
     * Returns the source that made a node reach its threshold: the last one counted, or, where that one has left again, the first that
     * counts now.
     *
     * @param node a node that has reached it
     * @param population who is where
     * @return the source; {@link Run#SPONTANEOUS} where none was needed
     */
    public int cause(int node, Population population) {
        if (left[node] == UNTOUCHED || need.applyAsInt(node) <= 0) {
            return Run.SPONTANEOUS;
        }
        if (population.isAny(cause[node], by)) {
            return cause[node];
        }
        int i = sourceOffset[node];
        while (source[i] == node || !population.isAny(source[i], by)) {
            i++;
        }
        return source[i];
    }
}
