package org.einfluss.theory.baselines;

import java.util.List;
import org.einfluss.api.Variable;
import org.einfluss.api.model.NodeStates;
import org.einfluss.api.model.Purpose;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;
import org.einfluss.graph.Network;
import org.einfluss.math.IntList;
import org.einfluss.math.RandomStream;

/**
 * Agents with opinion 0 or 1: who holds what, the log, and sweeps of n single updates, n being the number of nodes.
 *
 * <p>A run ends when no update can change anything, which is looked at after each sweep, or at the horizon as censored. The time of a change is counted
 * in sweeps, update by update.
 */
abstract class TwoOpinions implements Simulation {
    static final List<String> STATES = List.of("opinion 0", "opinion 1");
    static final List<Variable> VARIABLES = List.of(
            new Variable("size", "nodes", "Nodes that hold opinion 1 now"),
            new Variable("seeds", "nodes", "Nodes that started with opinion 1 because they were chosen as seeds"),
            new Variable("reach", "share of nodes", "Nodes that hold opinion 1 now, divided by all nodes"),
            new Variable(
                    "gain", "share of nodes", "Nodes that hold opinion 1 now minus the seeds, divided by all nodes"),
            new Variable("duration", "sweeps", "Time of the last change of opinion"),
            new Variable("flips", "changes", "Changes of opinion so far"),
            new Variable("consensus", "", "1 if all nodes hold the same opinion, else 0"));
    private static final int NODES_BETWEEN_CHECKS = 4096;

    final byte[] opinion;
    final int[] outOffset;
    final int[] target;
    final int[] inOffset;
    final int[] source;
    private final InitialHolders.Start start;
    private final int horizon;
    Run run = new Run();
    int sweeps;
    private long updates;
    private boolean settled;
    private int holders;
    private int seeds;
    private long flips;
    private double lastChange;

    TwoOpinions(InitialHolders initial, int horizon, Network network) {
        Graph graph = network.graph();
        InArcs in = graph.inArcs();
        opinion = new byte[graph.nodes()];
        outOffset = graph.offsets();
        target = graph.targets();
        inOffset = in.offsets();
        source = in.sources();
        start = InitialHolders.start(initial, network);
        this.horizon = horizon;
    }

    /** Makes one update: of one node, or of a group around it. */
    abstract void update(RandomStream random);

    /** Returns whether any update could change an opinion. */
    abstract boolean canChange();

    @Override
    public void begin(Run newRun) {
        run = newRun;
        sweeps = 0;
        updates = 0;
        flips = 0;
        lastChange = 0;
        start.set(newRun, opinion);
        IntList chosen = newRun.seeds();
        seeds = chosen.size();
        for (int i = 0; i < seeds; i++) {
            opinion[chosen.get(i)] = 0;
        }
        holders = 0;
        for (byte one : opinion) {
            holders += one;
        }
        for (int i = 0; i < seeds; i++) {
            set(0, chosen.get(i), 1, Run.SEED);
        }
        flips = 0;
        settled = !canChange();
    }

    @Override
    public final boolean step() {
        if (settled || sweeps >= horizon) {
            return false;
        }
        run.checkCancelled();
        sweep();
        sweeps++;
        settled = settled || !canChange();
        return !settled && sweeps < horizon;
    }

    /** Lets one unit of time pass. */
    void sweep() {
        RandomStream random = run.stream(Purpose.DYNAMICS);
        for (int i = 1; i <= opinion.length; i++) {
            if (i % NODES_BETWEEN_CHECKS == 0) {
                run.checkCancelled();
            }
            updates++;
            update(random);
        }
    }

    /** Ends the run: what follows is known. */
    final void settle() {
        settled = true;
    }

    /** Gives a node an opinion, if it has another one. */
    final void adopt(int node, int to, int cause) {
        if (opinion[node] != to) {
            set(updates / (double) opinion.length, node, to, cause);
        }
    }

    /** Changes a node's opinion. */
    final void set(double time, int node, int to, int cause) {
        if (run.isRecorded()) {
            run.event(time, node, opinion[node], to, cause);
        }
        opinion[node] = (byte) to;
        holders += 2 * to - 1;
        flips++;
        lastChange = time;
    }

    /** Returns whether anybody listens to somebody of the other opinion. */
    final boolean anyoneDisagrees() {
        for (int v = 0; v < opinion.length; v++) {
            if (disagrees(v)) {
                return true;
            }
        }
        return false;
    }

    private boolean disagrees(int v) {
        for (int i = inOffset[v], end = inOffset[v + 1]; i < end; i++) {
            if (opinion[source[i]] != opinion[v]) {
                return true;
            }
        }
        return false;
    }

    /** Returns a source of a node that holds an opinion; the node itself must have one. */
    final int holder(int node, int held) {
        for (int i = inOffset[node], end = inOffset[node + 1]; i < end; i++) {
            if (opinion[source[i]] == held && source[i] != node) {
                return source[i];
            }
        }
        return Run.SPONTANEOUS;
    }

    @Override
    public final double time() {
        return sweeps;
    }

    @Override
    public final boolean isCensored() {
        return !settled && sweeps >= horizon;
    }

    @Override
    public void observe(double[] row, int offset) {
        int n = opinion.length;
        row[offset] = holders;
        row[offset + 1] = seeds;
        row[offset + 2] = n == 0 ? 0 : (double) holders / n;
        row[offset + 3] = n == 0 ? 0 : (double) (holders - seeds) / n;
        row[offset + 4] = lastChange;
        row[offset + 5] = flips;
        row[offset + 6] = holders == 0 || holders == n ? 1 : 0;
    }

    @Override
    public final NodeStates nodes() {
        return node -> opinion[node];
    }
}
