package org.einfluss.example;

import java.util.Arrays;
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
 * The SIR epidemic in continuous time, event by event: an infected node infects each susceptible neighbour at rate β and
 * recovers at rate γ, both exponential.
 *
 * <p>Each node draws its infectious period when it is infected and, for each out-arc, the time of its first contact; contacts
 * before recovery enter a binary heap. One step is one change of state; {@code time()} is continuous. Source: Kermack and
 * McKendrick 1927 (doi:10.1098/rspa.1927.0118) for the compartments; the event-driven form is standard. O((n + m) log m) a run.
 */
@Component(service = Model.class)
@Described(
        id = "example-continuous-sir",
        name = "SIR in continuous time",
        summary = "Infection and recovery at exponential times, event by event.",
        cite = "doi:10.1098/rspa.1927.0118")
public final class ContinuousSir implements Model<ContinuousSir.Parameters> {
    /** Parameters. */
    public record Parameters(
            @Param(
                    value = "Infection rate",
                    symbol = "beta",
                    initial = "0.3",
                    range = "[0,inf)",
                    unit = "per arc and unit of time")
            double infection,

            @Param(
                    value = "Recovery rate",
                    symbol = "gamma",
                    initial = "1",
                    range = "(0,inf)",
                    unit = "per unit of time")
            double recovery) {}

    @Override
    public List<String> states() {
        return List.of("susceptible", "infected", "recovered");
    }

    @Override
    public List<Variable> variables(Parameters parameters) {
        return List.of(
                new Variable("reach", "share of nodes", "Nodes ever infected, seeds included, divided by all nodes"),
                new Variable("infected", "share of nodes", "Nodes infected now, divided by all nodes"),
                new Variable("end-time", "units of time", "Time of the last change of state"));
    }

    @Override
    public Simulation bind(Parameters p, Network network) {
        return new State(p, network.graph());
    }

    private static final class State implements Simulation {
        private final Parameters p;
        private final Graph graph;
        private final byte[] state;
        private final double[] due;
        private final int[] cause;
        private final EventHeap heap;
        private Run run;
        private double time;
        private int ever;
        private int now;

        State(Parameters p, Graph graph) {
            this.p = p;
            this.graph = graph;
            state = new byte[graph.nodes()];
            due = new double[graph.nodes()];
            cause = new int[graph.nodes()];
            heap = new EventHeap(graph.nodes());
        }

        @Override
        public void begin(Run newRun) {
            run = newRun;
            Arrays.fill(state, (byte) 0);
            Arrays.fill(due, Double.POSITIVE_INFINITY);
            heap.clear();
            time = 0;
            ever = 0;
            now = 0;
            for (int i = 0; i < run.seeds().size(); i++) {
                infect(run.seeds().get(i), Run.SEED);
            }
        }

        @Override
        public boolean step() {
            if (heap.isEmpty()) {
                return false;
            }
            run.checkCancelled();
            int node = heap.first();
            time = heap.key(node);
            if (state[node] == 0) {
                infect(node, cause[node]);
            } else {
                heap.remove(node);
                run.event(time, node, 1, 2, Run.SPONTANEOUS);
                state[node] = 2;
                now--;
            }
            return !heap.isEmpty();
        }

        /** A node is in the heap at most once: first with its earliest infection, then with its recovery. */
        private void infect(int node, int by) {
            RandomStream random = run.stream(Purpose.DYNAMICS);
            run.event(time, node, 0, 1, by);
            state[node] = 1;
            ever++;
            now++;
            double recovers = time + random.nextExponential(p.recovery());
            heap.put(node, recovers);
            if (p.infection() == 0) {
                return;
            }
            for (int a = graph.arcBegin(node), end = graph.arcEnd(node); a < end; a++) {
                int neighbour = graph.target(a);
                double contact = time + random.nextExponential(p.infection());
                if (state[neighbour] == 0 && contact < recovers && contact < due[neighbour]) {
                    due[neighbour] = contact;
                    cause[neighbour] = node;
                    heap.put(neighbour, contact);
                }
            }
        }

        @Override
        public double time() {
            return time;
        }

        @Override
        public void observe(double[] row, int offset) {
            row[offset] = state.length == 0 ? 0 : (double) ever / state.length;
            row[offset + 1] = state.length == 0 ? 0 : (double) now / state.length;
            row[offset + 2] = time;
        }

        @Override
        public NodeStates nodes() {
            return node -> state[node];
        }
    }
}
