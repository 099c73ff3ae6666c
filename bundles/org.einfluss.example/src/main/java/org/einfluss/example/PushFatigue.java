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
import org.einfluss.api.model.Schedule;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Source-diverse contagion with push fatigue and reactance: several sources convince, one insistent source annoys.
 *
 * <p>A source that has pushed n times gives the evidence g(n) = a·n·exp(−n/n₀), weakened by 1 − b when its pushes are paid.
 * An inactive node with total evidence B > 0 from at least d sources adopts in a step with probability 1 − exp(−B). A node
 * that one source has pushed more than {@code tolerance} times is lost for good. Active nodes push along each out-arc with
 * probability λ per step; the campaign's pushes come on top, from sources that are nodes or outsiders.
 *
 * <p>Time is synchronous: pushes of step t are counted first, then all nodes decide. A run ends once no push can come and
 * nobody is still deciding. Each arc is one source of its target, so
 * only simple networks are meant. The context of a source is the source itself. O(m + outsiders·n) memory, O(pushes + n) per
 * step.
 */
@Component(service = Model.class)
@Described(
        id = "example-push-fatigue",
        name = "Source-diverse contagion with push fatigue",
        summary = "Several sources convince, one insistent source annoys; campaigns push in waves.")
public final class PushFatigue implements Model<PushFatigue.Parameters> {
    private static final int INACTIVE = 0;
    private static final int ACTIVE = 1;
    private static final int LOST = 2;

    /** Parameters; our operationalisation. */
    public record Parameters(
            @Param(value = "Evidence of a first push", symbol = "a", initial = "0.3", range = "(0,inf)")
            double evidence,

            @Param(
                    value = "Most effective number of pushes",
                    symbol = "n0",
                    initial = "4",
                    range = "(0,inf)",
                    unit = "pushes")
            double fatigue,

            @Param(value = "Sources needed", symbol = "d", initial = "2", range = "[1,inf)", unit = "sources")
            int sources,

            @Param(value = "Push rate", symbol = "lambda", initial = "0.2", range = "[0,1]", unit = "per arc and step")
            double rate,

            @Param(value = "Distrust of paid sources", symbol = "b", initial = "0.5", range = "[0,1]")
            double distrust,

            @Param(value = "Pushes of one source that lose a node", initial = "12", range = "[1,inf)", unit = "pushes")
            int tolerance,

            @Param(
                    value = "Outside sources of the campaign",
                    initial = "4",
                    range = "[0,1000]",
                    unit = "sources",
                    advanced = true)
            int outsiders) {}

    /**
     * Returns the evidence that a source gives by its pushes.
     *
     * @param pushes number of pushes n
     * @param a evidence of a first push, before fatigue
     * @param n0 number of pushes with the greatest effect
     * @return a·n·exp(−n/n₀)
     */
    static double evidence(int pushes, double a, double n0) {
        return a * pushes * StrictMath.exp(-pushes / n0);
    }

    @Override
    public List<String> states() {
        return List.of("inactive", "active", "lost");
    }

    @Override
    public List<Variable> variables(Parameters parameters) {
        return List.of(
                new Variable(
                        "reach", "share of nodes", "Nodes active in the end, seeds included, divided by all nodes"),
                new Variable("lost", "share of nodes", "Nodes that one source pushed away, divided by all nodes"),
                new Variable("pushes", "pushes", "Pushes received by all nodes"));
    }

    @Override
    public Simulation bind(Parameters p, Network network) {
        return new State(p, network.graph());
    }

    private static final class State implements Simulation {
        private final Parameters p;
        private final Graph graph;
        private final int n;
        private final int[] pushesAlong;
        private final boolean[] paidAlong;
        private final int[] pushesFrom;
        private final boolean[] paidFrom;
        private final byte[] state;
        private final double[] gain;
        private Run run;
        private int time;
        private int active;
        private int lost;
        private long pushes;
        private int nextPush;
        private boolean open;

        State(Parameters p, Graph graph) {
            this.p = p;
            this.graph = graph;
            n = graph.nodes();
            pushesAlong = new int[graph.arcs()];
            paidAlong = new boolean[graph.arcs()];
            pushesFrom = new int[n * p.outsiders()];
            paidFrom = new boolean[n * p.outsiders()];
            state = new byte[n];
            gain = new double[p.tolerance() + 1];
            for (int i = 0; i < gain.length; i++) {
                gain[i] = evidence(i, p.evidence(), p.fatigue());
            }
        }

        @Override
        public void begin(Run newRun) {
            run = newRun;
            Arrays.fill(pushesAlong, 0);
            Arrays.fill(paidAlong, false);
            Arrays.fill(pushesFrom, 0);
            Arrays.fill(paidFrom, false);
            Arrays.fill(state, (byte) INACTIVE);
            time = 0;
            active = 0;
            lost = 0;
            pushes = 0;
            nextPush = 0;
            for (int i = 0; i < run.seeds().size(); i++) {
                become(run.seeds().get(i), ACTIVE, Run.SEED);
            }
        }

        @Override
        public boolean step() {
            time++;
            open = false;
            run.checkCancelled();
            for (int u = 0; u < n; u++) {
                for (int a = graph.arcBegin(u), end = graph.arcEnd(u); state[u] == ACTIVE && a < end; a++) {
                    if (state[graph.target(a)] == INACTIVE) {
                        open |= p.rate() > 0;
                        if (run.coin(a, time, p.rate())) {
                            pushesAlong[a]++;
                            pushes++;
                        }
                    }
                }
            }
            Schedule campaign = run.campaign();
            for (; nextPush < campaign.size() && campaign.step(nextPush) <= time; nextPush++) {
                receive(campaign.node(nextPush), campaign.source(nextPush), campaign.isPaid(nextPush));
            }
            for (int v = 0; v < n; v++) {
                if (state[v] == INACTIVE) {
                    decide(v);
                }
            }
            return open || nextPush < campaign.size();
        }

        private void receive(int node, int source, boolean paid) {
            pushes++;
            int arc = source < n ? graph.findArc(source, node) : -1;
            if (arc >= 0) {
                pushesAlong[arc]++;
                paidAlong[arc] |= paid;
            } else if (source >= n && source < n + p.outsiders()) {
                pushesFrom[node * p.outsiders() + source - n]++;
                paidFrom[node * p.outsiders() + source - n] |= paid;
            } else {
                throw new IllegalStateException("Push source " + source + " is neither a source of node " + node
                        + " nor one of the " + p.outsiders() + " outside sources");
            }
        }

        private void decide(int v) {
            double evidence = 0;
            int sources = 0;
            int most = 0;
            int cause = Run.CAMPAIGN;
            InArcs in = graph.inArcs();
            for (int i = in.begin(v), end = in.end(v); i < end; i++) {
                int count = pushesAlong[in.arc(i)];
                if (count > 0) {
                    sources++;
                    evidence += worth(count, paidAlong[in.arc(i)]);
                    if (count > most) {
                        most = count;
                        cause = in.source(i);
                    }
                }
            }
            for (int i = v * p.outsiders(), end = i + p.outsiders(); i < end; i++) {
                int count = pushesFrom[i];
                if (count > 0) {
                    sources++;
                    evidence += worth(count, paidFrom[i]);
                    if (count > most) {
                        most = count;
                        cause = Run.CAMPAIGN;
                    }
                }
            }
            if (most > p.tolerance()) {
                become(v, LOST, cause);
            } else if (sources >= p.sources() && evidence > 0) {
                open = true;
                if (run.uniform(Purpose.DYNAMICS, v, time) < 1 - StrictMath.exp(-evidence)) {
                    become(v, ACTIVE, cause);
                }
            }
        }

        private double worth(int count, boolean paid) {
            return count >= gain.length ? 0 : paid ? gain[count] * (1 - p.distrust()) : gain[count];
        }

        private void become(int node, int newState, int cause) {
            run.event(time, node, state[node], newState, cause);
            state[node] = (byte) newState;
            if (newState == ACTIVE) {
                active++;
            } else {
                lost++;
            }
        }

        @Override
        public double time() {
            return time;
        }

        @Override
        public void observe(double[] row, int offset) {
            row[offset] = n == 0 ? 0 : (double) active / n;
            row[offset + 1] = n == 0 ? 0 : (double) lost / n;
            row[offset + 2] = pushes;
        }

        @Override
        public NodeStates nodes() {
            return node -> state[node];
        }
    }
}
