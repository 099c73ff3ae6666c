package org.einfluss.example;

import java.util.Arrays;
import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.Variable;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.NodeStates;
import org.einfluss.api.model.Purpose;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Opinion, action and coordination in two layers: influencers change opinions, leaders call to action, managers coordinate.
 *
 * <p>Layer 1 carries opinions x in [0, 1]: everybody holds on to a first opinion s and follows the mean x̄ of those listened to,
 * x ← λx̄ + (1 − λ)s (Friedkin and Johnsen 1990, doi:10.1080/0022250X.1990.9990069); influencers hold x = 1. Layer
 * {@code action} carries deeds: a node acts for good once x > θ and a leader calls it (acts and is listened to) or the share of
 * acting sources is at least φ. Seeds act from the start. A task of m parts completes in a connected group of actors that has at
 * least m of them and one manager for every {@code span}. Roles stand in the node column {@code role}:
 * influencer, leader, manager, or anything else.
 */
@Component(service = Model.class)
@Described(
        id = "example-opinion-and-action",
        name = "Opinion, action and coordination in two layers",
        summary = "Influencers change opinions, leaders call to action, managers coordinate.",
        cite = "doi:10.1080/0022250X.1990.9990069")
public final class OpinionAndAction implements Model<OpinionAndAction.Parameters> {
    /** Layer in which actions spread. */
    public static final String ACTION = "action";

    private static final double STILL = 1e-12;

    /** Parameters. */
    public record Parameters(
            @Param(value = "Openness to others", symbol = "lambda", initial = "0.8", range = "[0,1)")
            double openness,

            @Param(
                    value = "Opinion needed to act",
                    symbol = "theta",
                    initial = "0.5",
                    range = "[0,1]",
                    unit = "opinion")
            double opinionNeeded,

            @Param(
                    value = "Acting share that needs no call",
                    symbol = "phi",
                    initial = "0.3",
                    range = "(0,1]",
                    unit = "fraction of sources")
            double actingShare,

            @Param(value = "Parts of a task", symbol = "m", initial = "8", range = "[1,inf)", unit = "actors")
            int parts,

            @Param(value = "Actors a manager can coordinate", initial = "8", range = "[1,inf)", unit = "actors")
            int span) {}

    @Override
    public List<String> states() {
        return List.of("idle", "acting");
    }

    @Override
    public List<Variable> variables(Parameters parameters) {
        return List.of(
                new Variable("opinion-mean", "opinion", "Mean opinion of all nodes"),
                new Variable("reach", "share of nodes", "Nodes that act, divided by all nodes"),
                new Variable("tasks", "tasks", "Tasks completed by connected groups of actors with enough managers"));
    }

    @Override
    public Simulation bind(Parameters p, Network network) {
        if (!network.layers().contains(ACTION)) {
            throw new InputException("The model needs a second layer named '" + ACTION + "'; the network has "
                    + network.layers() + ". Add one with 'prepare: [example-second-layer]' or in the dataset.");
        }
        Column role = network.nodeColumn("role")
                .orElseThrow(() -> new InputException(
                        "The model needs a node column 'role' (influencer, leader, manager); the network has none."));
        return new State(p, network.graph(), network.graph(ACTION), role);
    }

    private static final class State implements Simulation {
        private final Parameters p;
        private final Graph talk;
        private final Graph action;
        private final int n;
        private final boolean[] influencer;
        private final boolean[] leader;
        private final boolean[] manager;
        private double[] opinion;
        private double[] next;
        private final boolean[] acting;
        private final int[] group;
        private final int[] stack;
        private final int[] starting;
        private final int[] moving;
        private Run run;
        private int time;
        private int actors;

        State(Parameters p, Graph talk, Graph action, Column role) {
            this.p = p;
            this.talk = talk;
            this.action = action;
            n = talk.nodes();
            influencer = has(role, "influencer");
            leader = has(role, "leader");
            manager = has(role, "manager");
            opinion = new double[n];
            next = new double[n];
            acting = new boolean[n];
            group = new int[n];
            stack = new int[n];
            starting = new int[n];
            moving = new int[n];
        }

        private static boolean[] has(Column role, String name) {
            boolean[] has = new boolean[role.size()];
            for (int v = 0; v < has.length; v++) {
                has[v] = !role.isMissing(v) && role.textAt(v).equals(name);
            }
            return has;
        }

        @Override
        public void begin(Run newRun) {
            run = newRun;
            time = 0;
            actors = 0;
            Arrays.fill(acting, false);
            for (int v = 0; v < n; v++) {
                opinion[v] = influencer[v] ? 1 : run.uniform(Purpose.STATES, v);
            }
            for (int i = 0; i < run.seeds().size(); i++) {
                act(run.seeds().get(i), Run.SEED);
            }
        }

        @Override
        public boolean step() {
            time++;
            run.checkCancelled();
            double change = 0;
            InArcs heard = talk.inArcs();
            for (int v = 0; v < n; v++) {
                double sum = 0;
                int sources = heard.end(v) - heard.begin(v);
                for (int i = heard.begin(v); i < heard.end(v); i++) {
                    sum += opinion[heard.source(i)];
                }
                next[v] = influencer[v] || sources == 0
                        ? opinion[v]
                        : p.openness() * sum / sources + (1 - p.openness()) * run.uniform(Purpose.STATES, v);
                change = Math.max(change, Math.abs(next[v] - opinion[v]));
            }
            double[] old = opinion;
            opinion = next;
            next = old;
            int count = 0;
            InArcs seen = action.inArcs();
            for (int v = 0; v < n; v++) {
                if (!acting[v] && opinion[v] > p.opinionNeeded() && isMoved(v, seen)) {
                    starting[count] = v;
                    moving[count++] = cause(v, seen); // before anyone acts: who starts in the same step moved nobody
                }
            }
            for (int i = 0; i < count; i++) {
                act(starting[i], moving[i]);
            }
            return count > 0 || change >= STILL;
        }

        private boolean isMoved(int v, InArcs seen) {
            int actingSources = 0;
            boolean called = false;
            for (int i = seen.begin(v); i < seen.end(v); i++) {
                int source = seen.source(i);
                if (acting[source]) {
                    actingSources++;
                    called |= leader[source];
                }
            }
            int need = (int) Math.max(1, Math.ceil(p.actingShare() * (seen.end(v) - seen.begin(v)) - 1e-9));
            return called || actingSources >= need;
        }

        /** The first acting leader listened to, else the first acting source. */
        private int cause(int v, InArcs seen) {
            int first = Run.SPONTANEOUS;
            for (int i = seen.end(v) - 1; i >= seen.begin(v); i--) {
                int source = seen.source(i);
                if (acting[source] && (leader[source] || first < 0 || !leader[first])) {
                    first = source;
                }
            }
            return first;
        }

        private void act(int node, int cause) {
            acting[node] = true;
            actors++;
            run.event(time, node, 0, 1, cause);
        }

        /** Each connected group of actors completes floor(min(actors, managers · span) / parts) tasks. */
        private int tasks() {
            int tasks = 0;
            Arrays.fill(group, 0);
            InArcs seen = action.inArcs();
            for (int start = 0; start < n; start++) {
                if (!acting[start] || group[start] != 0) {
                    continue;
                }
                int top = 0;
                int size = 0;
                int managers = 0;
                stack[top++] = start;
                group[start] = 1;
                while (top > 0) {
                    int v = stack[--top];
                    size++;
                    managers += manager[v] ? 1 : 0;
                    for (int a = action.arcBegin(v); a < action.arcEnd(v); a++) {
                        top = visit(action.target(a), top);
                    }
                    for (int i = seen.begin(v); i < seen.end(v); i++) {
                        top = visit(seen.source(i), top);
                    }
                }
                tasks += (int) (Math.min(size, (long) managers * p.span()) / p.parts());
            }
            return tasks;
        }

        private int visit(int v, int top) {
            if (acting[v] && group[v] == 0) {
                group[v] = 1;
                stack[top] = v;
                return top + 1;
            }
            return top;
        }

        @Override
        public double time() {
            return time;
        }

        @Override
        public void observe(double[] row, int offset) {
            double sum = 0;
            for (int v = 0; v < n; v++) {
                sum += opinion[v];
            }
            row[offset] = n == 0 ? 0 : sum / n;
            row[offset + 1] = n == 0 ? 0 : (double) actors / n;
            row[offset + 2] = tasks();
        }

        @Override
        public NodeStates nodes() {
            return new NodeStates() {
                @Override
                public int state(int node) {
                    return acting[node] ? 1 : 0;
                }

                @Override
                public double value(int node) {
                    return opinion[node];
                }
            };
        }
    }
}
