package org.einfluss.api.states;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.einfluss.api.Variable;
import org.einfluss.api.model.NodeStates;
import org.einfluss.api.model.Run;
import org.einfluss.math.Coins;
import org.einfluss.math.IntList;
import org.einfluss.math.Keys;

/**
 * All nodes by state, with counts, the log, and what is to be undone before the next run.
 *
 * <p>State 0 is where everybody starts. In steps, rules {@link #propose} changes while they read the present states, and
 * {@link #commit} makes them together. Where several chances of one node succeed in one step, one of them is drawn, each with the same
 * probability: as if the chances of the step came in random order and the first success counted. In continuous time {@link #change}
 * makes one change at once.
 *
 * <p>Owned by one thread; allocates nothing after its constructor; a run costs O(changes) and, for each listed state, O(its nodes) in steps
 * in which somebody leaves it.
 */
public final class Population implements NodeStates {
    private static final long DRAW = Keys.of("one of several successes");

    private final byte[] state;
    private final int[] since;
    private final int[] count;
    private final int active;
    private final int[][] members;
    private final int[] touched;
    private final boolean[] isTouched;
    private final boolean[] everActive;
    private final int[] changing;
    private final byte[] next;
    private final byte[] before;
    private final int[] cause;
    private final int[] successes;
    private Run run = new Run();
    private long drawKey;
    private int proposals;
    private int changes;
    private int touchedNodes;
    private int size;
    private int seeds;
    private int activeNow;
    private int peak;
    private double peakTime;
    private double lastChange;
    private int step;

    /**
     * Makes the nodes, all in state 0.
     *
     * @param nodes number of nodes
     * @param states number of states, at most 30
     * @param active states that count as active, a bit for each: {@code 1 << state}
     * @param listed states whose nodes are listed for {@link #member}, a bit for each
     */
    public Population(int nodes, int states, int active, int listed) {
        state = new byte[nodes];
        since = new int[nodes];
        count = new int[states];
        this.active = active;
        members = new int[states][];
        for (int s = 0; s < states; s++) {
            members[s] = new int[(listed >> s & 1) == 1 ? nodes : 0];
        }
        touched = new int[nodes];
        isTouched = new boolean[nodes];
        everActive = new boolean[nodes];
        changing = new int[nodes];
        next = new byte[nodes];
        before = new byte[nodes];
        cause = new int[nodes];
        successes = new int[nodes];
    }

    /**
     * Names what {@link #observe} writes.
     *
     * @param states names of the states
     * @param unitOfTime {@code steps} or {@code units of time}
     */
    public static List<Variable> variables(List<String> states, String unitOfTime) {
        String share = "share of nodes";
        List<Variable> variables = new ArrayList<>();
        variables.add(new Variable("size", "nodes", "Nodes ever active, seeds included"));
        variables.add(new Variable("seeds", "nodes", "Nodes active from the start because they were chosen as seeds"));
        variables.add(new Variable("reach", share, "Nodes ever active, seeds included, divided by all nodes"));
        variables.add(new Variable("gain", share, "Nodes ever active without the seeds, divided by all nodes"));
        variables.add(new Variable("duration", unitOfTime, "Time of the last change of a node's state"));
        variables.add(new Variable("peak", "nodes", "Most nodes active at the same time"));
        variables.add(new Variable("peak-time", unitOfTime, "When most nodes were active for the first time"));
        variables.add(new Variable("peak-share", share, "Most nodes active at the same time, divided by all nodes"));
        for (String state : states) {
            variables.add(new Variable(state, "nodes", "Nodes that are " + state + " now"));
        }
        for (String state : states) {
            variables.add(
                    new Variable(state + "-share", share, "Nodes that are " + state + " now, divided by all nodes"));
        }
        return variables;
    }

    /**
     * Puts everybody back into state 0 and starts a run, whose seeds are then placed by {@link #seed}.
     *
     * @param newRun what the run may draw on
     */
    public void begin(Run newRun) {
        for (int i = 0; i < touchedNodes; i++) {
            int node = touched[i];
            state[node] = 0;
            since[node] = 0;
            isTouched[node] = false;
            everActive[node] = false;
        }
        for (int i = 0; i < proposals; i++) {
            successes[changing[i]] = 0;
        }
        Arrays.fill(count, 0);
        count[0] = state.length;
        run = newRun;
        drawKey = Keys.mix(newRun.key(), DRAW);
        proposals = 0;
        changes = 0;
        touchedNodes = 0;
        size = 0;
        seeds = 0;
        activeNow = (active & 1) == 1 ? state.length : 0;
        peak = 0;
        peakTime = 0;
        lastChange = 0;
        step = 0;
    }

    /**
     * Places the run's seeds, which ends the preparation of a run.
     *
     * @param states states that they take in turn: the first seed the first, and so on, again from the first after the last
     */
    public void seed(int[] states) {
        IntList chosen = run.seeds();
        seeds = chosen.size();
        for (int i = 0; i < seeds; i++) {
            int node = chosen.get(i);
            changing[changes++] = node;
            set(0, node, states[i % states.length], Run.SEED);
        }
        for (int s = 0; s < members.length; s++) {
            list(s);
        }
        look(0);
    }

    /** Lists the nodes of a state: seeds in the order chosen, in state 0 everybody who stayed there. */
    private void list(int s) {
        if (members[s].length == 0) {
            return;
        }
        int size = 0;
        if (s == 0) {
            for (int node = 0; node < state.length; node++) {
                if (state[node] == 0) {
                    members[0][size++] = node;
                }
            }
        } else {
            for (int i = 0; i < changes; i++) {
                if (state[changing[i]] == s) {
                    members[s][size++] = changing[i];
                }
            }
        }
    }

    @Override
    public int state(int node) {
        return state[node];
    }

    /**
     * Returns whether a node is in a state.
     *
     * @param node the node
     * @param which the state
     */
    public boolean is(int node, int which) {
        return state[node] == which;
    }

    /**
     * Returns whether a node is in one of several states.
     *
     * @param node the node
     * @param states a bit for each state
     */
    public boolean isAny(int node, int states) {
        return (states >> state[node] & 1) == 1;
    }

    /**
     * Returns the number of nodes in a state.
     *
     * @param which the state
     */
    public int count(int which) {
        return count[which];
    }

    /**
     * Returns a node of a listed state; they stand in the order in which they entered it.
     *
     * @param which the state
     * @param i from 0, below {@link #count}
     */
    public int member(int which, int i) {
        return members[which][i];
    }

    /** Returns the steps done. */
    public int step() {
        return step;
    }

    /**
     * Returns the steps done since a node entered its state.
     *
     * @param node the node
     */
    public int age(int node) {
        return step - since[node];
    }

    /**
     * Says that a chance of a node has succeeded; the change is made by {@link #commit}.
     *
     * @param node the node
     * @param to its next state
     * @param by the node that brings it about, or a negative constant of {@link Run}
     */
    public void propose(int node, int to, int by) {
        int nth = ++successes[node];
        if (nth == 1) {
            changing[proposals++] = node;
        } else if (Coins.uniform(Keys.mix(drawKey, nth), node, step) * nth >= 1) {
            return;
        }
        next[node] = (byte) to;
        cause[node] = by;
    }

    /**
     * Makes all proposed changes and ends the step.
     *
     * @return whether there were any
     */
    public boolean commit() {
        step++;
        changes = proposals;
        proposals = 0;
        int left = 0;
        for (int i = 0; i < changes; i++) {
            int node = changing[i];
            left |= 1 << state[node];
            successes[node] = 0;
            set(step, node, next[node], cause[node]);
            since[node] = step;
        }
        for (int s = 0; s < members.length; s++) {
            if (members[s].length > 0) {
                update(s, (left >> s & 1) == 1);
            }
        }
        look(step);
        return changes > 0;
    }

    /** Drops those who left a state, in order, and appends those who entered it. */
    private void update(int s, boolean someLeft) {
        int[] list = members[s];
        int entered = 0;
        for (int i = 0; i < changes; i++) {
            entered += state[changing[i]] == s ? 1 : 0;
        }
        int kept = count[s] - entered;
        if (someLeft) {
            for (int from = 0, to = 0; to < kept; from++) {
                if (state[list[from]] == s) {
                    list[to++] = list[from];
                }
            }
        }
        for (int i = 0; entered > 0 && i < changes; i++) {
            if (state[changing[i]] == s) {
                list[kept++] = changing[i];
            }
        }
    }

    /**
     * Changes one node at once, for models in continuous time; lists are not kept.
     *
     * @param time when
     * @param node the node
     * @param to its next state
     * @param by the node that brings it about, or a negative constant of {@link Run}
     */
    public void change(double time, int node, int to, int by) {
        changing[0] = node;
        changes = 1;
        set(time, node, to, by);
        look(time);
    }

    private void set(double time, int node, int to, int by) {
        int from = state[node];
        if (run.isRecorded()) {
            run.event(time, node, from, to, by);
        }
        before[node] = (byte) from;
        state[node] = (byte) to;
        count[from]--;
        count[to]++;
        activeNow += (active >> to & 1) - (active >> from & 1);
        lastChange = time;
        if (!isTouched[node]) {
            isTouched[node] = true;
            touched[touchedNodes++] = node;
        }
        if ((active >> to & 1) == 1 && !everActive[node]) {
            everActive[node] = true;
            size++;
        }
    }

    private void look(double time) {
        if (activeNow > peak) {
            peak = activeNow;
            peakTime = time;
        }
    }

    /** Returns the number of nodes that changed last: the seeds, those of the last step, or the one of the last event. */
    public int changes() {
        return changes;
    }

    /**
     * Returns a node that changed last.
     *
     * @param i from 0, below {@link #changes}
     */
    public int changed(int i) {
        return changing[i];
    }

    /**
     * Returns the state that a node which changed last had before.
     *
     * @param node the node
     */
    public int before(int node) {
        return before[node];
    }

    /**
     * Writes the values of {@link #variables}.
     *
     * @param row receives them
     * @param offset index of the first
     */
    public void observe(double[] row, int offset) {
        int at = offset;
        row[at++] = size;
        row[at++] = seeds;
        row[at++] = share(size);
        row[at++] = share(size - seeds);
        row[at++] = lastChange;
        row[at++] = peak;
        row[at++] = peakTime;
        row[at++] = share(peak);
        for (int nodes : count) {
            row[at++] = nodes;
        }
        for (int nodes : count) {
            row[at++] = share(nodes);
        }
    }

    private double share(int nodes) {
        return state.length == 0 ? 0 : (double) nodes / state.length;
    }
}
