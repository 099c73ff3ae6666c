package org.einfluss.api.model;

import org.einfluss.math.IntList;

/**
 * The state of a progressive two-state cascade: who is active, since when, and in which order.
 *
 * <p>The order of activation is one array that serves as queue, frontier and undo list at once. A run allocates nothing and
 * costs O(active nodes) beside the rule.
 */
public final class Cascade implements Simulation {
    private static final int CHECK_EVERY = 4096;

    private final CascadeModel.Rule rule;
    private final int n;
    private final int[] order;
    private final int[] activeSince;
    private int size;
    private int frontier;
    private int time;
    private int spontaneous;
    private int seeds;
    private Run run;

    Cascade(CascadeModel.Rule rule, int nodes) {
        this.rule = rule;
        this.n = nodes;
        this.order = new int[nodes];
        this.activeSince = new int[nodes];
        java.util.Arrays.fill(activeSince, -1);
    }

    @Override
    public void begin(Run newRun) {
        for (int i = 0; i < size; i++) {
            rule.undo(order[i]);
            activeSince[order[i]] = -1;
        }
        run = newRun;
        size = 0;
        frontier = 0;
        time = 0;
        spontaneous = 0;
        rule.begin(newRun, this);
        IntList chosen = newRun.seeds();
        seeds = chosen.size();
        for (int i = 0; i < seeds; i++) {
            int node = chosen.get(i);
            if (activeSince[node] >= 0) {
                spontaneous--; // a self-starter that was chosen anyway counts as a seed
            } else {
                activate(node, Run.SEED);
            }
        }
    }

    @Override
    public boolean step() {
        int end = size;
        if (frontier == end) {
            return false;
        }
        time++;
        for (int i = frontier; i < end; i++) {
            if ((i & CHECK_EVERY - 1) == 0) {
                run.checkCancelled();
            }
            rule.spread(order[i], this);
        }
        frontier = end;
        return size > end;
    }

    /**
     * Returns whether a node is active.
     *
     * @param node the node
     */
    public boolean isActive(int node) {
        return activeSince[node] >= 0;
    }

    /**
     * Makes a node active at the present time and records it; does nothing when it already is.
     *
     * @param node the node
     * @param cause the node that brought it about, or a negative constant of {@link Run}
     */
    public void activate(int node, int cause) {
        if (activeSince[node] >= 0) {
            return;
        }
        activeSince[node] = time;
        order[size++] = node;
        if (cause == Run.SPONTANEOUS) {
            spontaneous++;
        }
        run.event(time, node, 0, 1, cause);
    }

    /**
     * Flips the coin of an arc for its first attempt.
     *
     * @param arc the arc, as numbered by the graph
     * @param probability probability of true
     */
    public boolean coin(int arc, double probability) {
        return run.coin(arc, 0, probability);
    }

    /** Returns what the run may draw on. */
    public Run run() {
        return run;
    }

    /** Returns the number of active nodes, seeds included. */
    public int size() {
        return size;
    }

    /**
     * Returns the node that became active as number {@code i}.
     *
     * @param i position in the order of activation, from 0
     */
    public int active(int i) {
        return order[i];
    }

    /**
     * Returns when a node became active.
     *
     * @param node the node
     * @return the step, 0 for seeds, -1 for inactive nodes
     */
    public int activeSince(int node) {
        return activeSince[node];
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public void observe(double[] row, int offset) {
        row[offset] = size;
        row[offset + 1] = seeds;
        row[offset + 2] = spontaneous;
        row[offset + 3] = n == 0 ? 0 : (double) size / n;
        row[offset + 4] = n == 0 ? 0 : (double) (size - seeds) / n;
        row[offset + 5] = size == 0 ? 0 : activeSince[order[size - 1]];
    }

    @Override
    public NodeStates nodes() {
        return node -> activeSince[node] >= 0 ? 1 : 0;
    }
}
