package org.einfluss.theory.baselines;

import java.util.Arrays;
import java.util.List;
import org.einfluss.api.Variable;
import org.einfluss.api.model.NodeStates;
import org.einfluss.api.model.Purpose;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;
import org.einfluss.math.IntList;

/**
 * Adoption at rate p + qf, f being the share of adopters among all nodes or among a node's sources, in steps of equal length.
 *
 * <p>All read the state of one step and write the next; a node adopts in a step of length h with probability 1 − e^{−(p + qf)h}, by a number
 * of its own for each step.
 */
final class BassSpread implements Simulation {
    static final List<Variable> VARIABLES = List.of(
            new Variable("size", "nodes", "Adopters, seeds included"),
            new Variable("seeds", "nodes", "Adopters from the start because they were chosen as seeds"),
            new Variable("spontaneous", "nodes", "Adopters that no source of their own led to adopt"),
            new Variable("reach", "share of nodes", "Adopters, seeds included, divided by all nodes"),
            new Variable("gain", "share of nodes", "Adopters without the seeds, divided by all nodes"),
            new Variable("duration", "years", "Time of the last adoption"));
    private static final int NODES_BETWEEN_CHECKS = 4096;

    private final int[] outOffset;
    private final int[] target;
    private final int[] inOffset;
    private final int[] source;
    private final boolean local;
    private final double innovation;
    private final double imitation;
    private final double length;
    private final boolean[] active;
    private final int[] order;
    private final int[] waiting;
    private final int[] adopters;
    private Run run = new Run();
    private int size;
    private int left;
    private int seeds;
    private int spontaneous;
    private int steps;
    private double lastAdoption;

    /**
     * Makes the simulation.
     *
     * @param local whether nodes look at their sources instead of at everybody
     * @param innovation p, per year
     * @param imitation q, per year
     * @param length years in a step
     */
    BassSpread(Graph graph, boolean local, double innovation, double imitation, double length) {
        InArcs in = graph.inArcs();
        outOffset = graph.offsets();
        target = graph.targets();
        inOffset = in.offsets();
        source = in.sources();
        this.local = local;
        this.innovation = innovation;
        this.imitation = imitation;
        this.length = length;
        active = new boolean[graph.nodes()];
        order = new int[graph.nodes()];
        waiting = new int[graph.nodes()];
        adopters = new int[graph.nodes()];
    }

    @Override
    public void begin(Run newRun) {
        run = newRun;
        Arrays.fill(active, false);
        Arrays.fill(adopters, 0);
        size = 0;
        spontaneous = 0;
        steps = 0;
        lastAdoption = 0;
        IntList chosen = newRun.seeds();
        seeds = chosen.size();
        for (int i = 0; i < seeds; i++) {
            order[size++] = chosen.get(i);
            newRun.event(0, chosen.get(i), 0, 1, Run.SEED);
        }
        activate(0);
        left = 0;
        for (int v = 0; v < active.length; v++) {
            if (!active[v]) {
                waiting[left++] = v;
            }
        }
    }

    /** Makes the adopters from a place in the order on visible to the others. */
    private void activate(int from) {
        for (int i = from; i < size; i++) {
            int node = order[i];
            active[node] = true;
            for (int a = outOffset[node], end = outOffset[node + 1]; a < end; a++) {
                adopters[target[a]]++;
            }
        }
    }

    @Override
    public boolean step() {
        if (left == 0) {
            return false;
        }
        double alone = chance(0);
        double everywhere = chance((double) size / active.length);
        int before = size;
        int kept = 0;
        for (int i = 0; i < left; i++) {
            if (i % NODES_BETWEEN_CHECKS == 0) {
                run.checkCancelled();
            }
            int node = waiting[i];
            double chance = everywhere;
            if (local) {
                chance = adopters[node] == 0
                        ? alone
                        : chance((double) adopters[node] / (inOffset[node + 1] - inOffset[node]));
            }
            double u = run.uniform(Purpose.DYNAMICS, node, steps);
            if (u < chance) {
                order[size++] = node;
                adopt(node, local && u >= alone ? (u - alone) / (chance - alone) : -1);
            } else {
                waiting[kept++] = node;
            }
        }
        left = kept;
        steps++;
        if (size > before) {
            lastAdoption = time();
        }
        activate(before);
        return left > 0;
    }

    private double chance(double share) {
        return -StrictMath.expm1(-(innovation + imitation * share) * length);
    }

    /** Tells of an adoption; what chose the node, uniform in [0, 1), also chooses which of its adopting sources led it. */
    private void adopt(int node, double choice) {
        spontaneous += choice < 0 ? 1 : 0;
        if (run.isRecorded()) {
            int cause = choice < 0 ? Run.SPONTANEOUS : adopter(node, (int) (choice * adopters[node]));
            run.event((steps + 1) * length, node, 0, 1, cause);
        }
    }

    private int adopter(int node, int rank) {
        int found = Run.SPONTANEOUS;
        for (int i = inOffset[node], end = inOffset[node + 1], seen = 0; i < end && seen <= rank; i++) {
            if (active[source[i]]) {
                found = source[i];
                seen++;
            }
        }
        return found;
    }

    @Override
    public double time() {
        return steps * length;
    }

    @Override
    public void observe(double[] row, int offset) {
        int n = active.length;
        row[offset] = size;
        row[offset + 1] = seeds;
        row[offset + 2] = spontaneous;
        row[offset + 3] = n == 0 ? 0 : (double) size / n;
        row[offset + 4] = n == 0 ? 0 : (double) (size - seeds) / n;
        row[offset + 5] = lastAdoption;
    }

    @Override
    public NodeStates nodes() {
        return node -> active[node] ? 1 : 0;
    }
}
