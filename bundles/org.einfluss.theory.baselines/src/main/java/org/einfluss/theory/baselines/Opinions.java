package org.einfluss.theory.baselines;

import java.util.Arrays;
import java.util.List;
import org.einfluss.api.Variable;
import org.einfluss.api.model.NodeStates;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;
import org.einfluss.graph.Network;
import org.einfluss.math.IntList;

/**
 * Agents with an opinion in [0, 1]: the opinions, what is measured on them, and the log of moves from one tenth of the scale to another.
 *
 * <p>Clusters are told apart on a scale of 1000 parts: groups of opinions with an empty part between them.
 */
abstract class Opinions implements Simulation {
    static final List<String> STATES = List.of(
            "0.0-0.1", "0.1-0.2", "0.2-0.3", "0.3-0.4", "0.4-0.5", "0.5-0.6", "0.6-0.7", "0.7-0.8", "0.8-0.9",
            "0.9-1.0");
    static final List<Variable> VARIABLES = List.of(
            new Variable("opinion-mean", "opinion", "Mean opinion of all nodes"),
            new Variable("opinion-spread", "opinion", "Standard deviation of the opinions of all nodes"),
            new Variable("opinion-lowest", "opinion", "Lowest opinion"),
            new Variable("opinion-highest", "opinion", "Highest opinion"),
            new Variable(
                    "clusters",
                    "clusters",
                    "Groups of at least 5 % of the nodes with an empty thousandth of the scale between them"),
            new Variable("largest-cluster", "share of nodes", "Nodes in the largest group, divided by all nodes"),
            new Variable("change", "opinion", "Largest move of a node's opinion in the last step"),
            new Variable("duration", "steps", "Time of the last step in which an opinion moved by 10⁻¹² or more"));
    static final double AT_REST = 1e-12;
    private static final int PARTS = 1000;

    final double[] opinion;
    final int[] inOffset;
    final int[] source;
    final int[] inArc;
    private final InitialOpinions.Start start;
    private final int[] part = new int[PARTS];
    Run run = new Run();
    private int steps;
    private int lastChange;
    /** Largest move in the present step. */
    double change;

    Opinions(InitialOpinions initial, Network network) {
        Graph graph = network.graph();
        InArcs in = graph.inArcs();
        opinion = new double[graph.nodes()];
        inOffset = in.offsets();
        source = in.sources();
        inArc = in.arcs();
        start = InitialOpinions.start(initial, network);
    }

    @Override
    public void begin(Run newRun) {
        run = newRun;
        steps = 0;
        lastChange = 0;
        change = 0;
        start.set(newRun, opinion);
        IntList seeds = newRun.seeds();
        for (int i = 0; i < seeds.size(); i++) {
            int seed = seeds.get(i);
            int before = tenth(opinion[seed]);
            opinion[seed] = 1;
            if (before != STATES.size() - 1) {
                newRun.event(0, seed, before, STATES.size() - 1, Run.SEED);
            }
        }
    }

    /** Moves a node's opinion; to be called with {@link #change} reset at the beginning of each step. */
    final void move(int node, double to, int by) {
        double from = opinion[node];
        change = Math.max(change, Math.abs(to - from));
        opinion[node] = to;
        if (run.isRecorded() && tenth(from) != tenth(to)) {
            run.event(steps + 1, node, tenth(from), tenth(to), by);
        }
    }

    /** Ends a step, all moves being made. */
    final void pass() {
        steps++;
        lastChange = change < AT_REST ? lastChange : steps;
    }

    final int steps() {
        return steps;
    }

    static int tenth(double opinion) {
        return Math.min(STATES.size() - 1, (int) (STATES.size() * opinion));
    }

    @Override
    public final double time() {
        return steps;
    }

    @Override
    public final void observe(double[] row, int offset) {
        int n = opinion.length;
        double mean = 0;
        double squares = 0;
        double lowest = n == 0 ? 0 : Double.POSITIVE_INFINITY;
        double highest = n == 0 ? 0 : Double.NEGATIVE_INFINITY;
        Arrays.fill(part, 0);
        for (int v = 0; v < n; v++) {
            double from = opinion[v] - mean;
            mean += from / (v + 1);
            squares += from * (opinion[v] - mean);
            lowest = Math.min(lowest, opinion[v]);
            highest = Math.max(highest, opinion[v]);
            part[Math.min(PARTS - 1, (int) (PARTS * opinion[v]))]++;
        }
        int clusters = 0;
        int largest = 0;
        int members = 0;
        for (int i = 0; i <= PARTS; i++) {
            if (i < PARTS && part[i] > 0) {
                members += part[i];
            } else if (members > 0) {
                clusters += 20L * members >= n ? 1 : 0;
                largest = Math.max(largest, members);
                members = 0;
            }
        }
        row[offset] = mean;
        row[offset + 1] = n == 0 ? 0 : Math.sqrt(squares / n);
        row[offset + 2] = lowest;
        row[offset + 3] = highest;
        row[offset + 4] = clusters;
        row[offset + 5] = n == 0 ? 0 : (double) largest / n;
        row[offset + 6] = change;
        row[offset + 7] = lastChange;
    }

    @Override
    public final NodeStates nodes() {
        return new NodeStates() {
            @Override
            public int state(int node) {
                return tenth(opinion[node]);
            }

            @Override
            public double value(int node) {
                return opinion[node];
            }
        };
    }
}
