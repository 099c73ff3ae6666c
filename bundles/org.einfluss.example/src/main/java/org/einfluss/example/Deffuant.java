package org.einfluss.example;

import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Variable;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.NodeStates;
import org.einfluss.api.model.Purpose;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * Bounded confidence by pairs: two neighbours whose opinions differ by less than ε move towards each other by the share μ.
 *
 * <p>Opinions start uniform in [0, 1], by node and run. One step is a sweep of n meetings, each along a uniformly drawn arc. The
 * mean opinion is conserved. Settled once a sweep finds every arc either closer than 10⁻⁶ or at least ε apart. The log records
 * when a node's opinion enters another tenth of the scale. Source: Deffuant, Neau, Amblard and Weisbuch 2000
 * (doi:10.1142/S0219525900000078).
 */
@Component(service = Model.class)
@Described(
        id = "example-deffuant",
        name = "Bounded confidence by pairs (Deffuant)",
        summary = "Two neighbours whose opinions are close enough move towards each other.",
        cite = "doi:10.1142/S0219525900000078")
public final class Deffuant implements Model<Deffuant.Parameters> {
    private static final double SAME = 1e-6;
    private static final int TENTHS = 10;

    /** Parameters. */
    public record Parameters(
            @Param(value = "Confidence bound", symbol = "epsilon", initial = "0.2", range = "[0,1]", unit = "opinion")
            double confidence,

            @Param(
                    value = "Approach",
                    symbol = "mu",
                    initial = "0.5",
                    range = "(0,0.5]",
                    unit = "share of the difference")
            double approach) {}

    @Override
    public List<String> states() {
        return List.of(
                "0.0-0.1", "0.1-0.2", "0.2-0.3", "0.3-0.4", "0.4-0.5", "0.5-0.6", "0.6-0.7", "0.7-0.8", "0.8-0.9",
                "0.9-1.0");
    }

    @Override
    public List<Variable> variables(Parameters parameters) {
        return List.of(
                new Variable("opinion-mean", "opinion", "Mean opinion of all nodes"),
                new Variable("opinion-spread", "opinion", "Standard deviation of the opinions of all nodes"),
                new Variable("moves", "meetings", "Meetings in which opinions moved"));
    }

    @Override
    public Simulation bind(Parameters p, Network network) {
        return new State(p, network.graph());
    }

    private static final class State implements Simulation {
        private final Parameters p;
        private final Graph graph;
        private final double[] opinion;
        private Run run;
        private int sweeps;
        private long moves;

        State(Parameters p, Graph graph) {
            this.p = p;
            this.graph = graph;
            opinion = new double[graph.nodes()];
        }

        @Override
        public void begin(Run newRun) {
            run = newRun;
            sweeps = 0;
            moves = 0;
            for (int v = 0; v < opinion.length; v++) {
                opinion[v] = run.uniform(Purpose.STATES, v);
            }
        }

        @Override
        public boolean step() {
            if (graph.arcs() == 0) {
                return false;
            }
            sweeps++;
            RandomStream random = run.stream(Purpose.DYNAMICS);
            for (int i = 0; i < opinion.length; i++) {
                if ((i & 4095) == 0) {
                    run.checkCancelled();
                }
                int arc = random.nextInt(graph.arcs());
                meet(graph.source(arc), graph.target(arc));
            }
            for (int arc = 0; arc < graph.arcs(); arc++) {
                double apart = Math.abs(opinion[graph.source(arc)] - opinion[graph.target(arc)]);
                if (apart >= SAME && apart < p.confidence()) {
                    return true;
                }
            }
            return false;
        }

        private void meet(int u, int v) {
            double apart = opinion[v] - opinion[u];
            if (apart != 0 && Math.abs(apart) < p.confidence()) {
                moves++;
                move(u, opinion[u] + p.approach() * apart, v);
                move(v, opinion[v] - p.approach() * apart, u);
            }
        }

        private void move(int node, double to, int by) {
            int before = tenth(opinion[node]);
            opinion[node] = to;
            if (tenth(to) != before) {
                run.event(sweeps, node, before, tenth(to), by);
            }
        }

        private static int tenth(double opinion) {
            return Math.min(TENTHS - 1, (int) (TENTHS * opinion));
        }

        @Override
        public double time() {
            return sweeps;
        }

        @Override
        public void observe(double[] row, int offset) {
            double mean = 0;
            double squares = 0;
            for (int v = 0; v < opinion.length; v++) {
                double from = opinion[v] - mean;
                mean += from / (v + 1);
                squares += from * (opinion[v] - mean);
            }
            row[offset] = mean;
            row[offset + 1] = opinion.length == 0 ? 0 : Math.sqrt(squares / opinion.length);
            row[offset + 2] = moves;
        }

        @Override
        public NodeStates nodes() {
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
}
