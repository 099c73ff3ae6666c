package org.einfluss.theory.baselines;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import org.einfluss.math.Coins;
import org.einfluss.math.IntList;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * SIR in continuous time: an infectious node contacts each listener at rate β until its infectious period, of mean 1/γ, is over.
 *
 * <p>A step is one change of a node's state. The probability that an arc transmits is β/(β + γ) with exponential periods and
 * 1 − e^{−β/γ} with constant ones; with exponential periods the arcs out of one node are not independent. With common coins each arc has
 * its own time of first contact and each node its own period. Times are kept as floats, to 1 part in 10⁷. Compartments after W. O. Kermack
 * and A. G. McKendrick 1927, doi:10.1098/rspa.1927.0118. O((n + m) log n) a run.
 */
@Component(service = Model.class)
@Described(
        id = "continuous-sir",
        name = "SIR epidemic in continuous time",
        summary = "Infection at a rate along arcs, recovery after a random or constant time, event by event.",
        cite = "doi:10.1098/rspa.1927.0118")
public final class ContinuousEpidemic implements Model<ContinuousEpidemic.Parameters> {
    /** For the registry, and for use as a plain library. */
    public ContinuousEpidemic() {}

    /** The law of infectious periods. */
    public enum Period {
        /** Exponential: recovery at a constant rate. */
        EXPONENTIAL,
        /** The same for all nodes. */
        CONSTANT
    }

    /**
     * Parameters of the model.
     *
     * @param infection rate β of contacts along an arc
     * @param recovery rate γ; 1/γ is the mean infectious period
     * @param period law of the infectious period
     */
    public record Parameters(
            @Param(
                    value = "Infection rate",
                    symbol = "β",
                    initial = "0.3",
                    range = "[0,inf)",
                    unit = "per arc and unit of time")
            double infection,

            @Param(value = "Recovery rate", symbol = "γ", initial = "0.1", range = "(0,inf)", unit = "per unit of time")
            double recovery,

            @Param(value = "Infectious period", initial = "exponential")
            Period period) {}

    @Override
    public List<String> states() {
        return Course.SIR.states();
    }

    @Override
    public List<Variable> variables(Parameters parameters) {
        return Course.SIR.variables("units of time");
    }

    @Override
    public Simulation bind(Parameters p, Network network) {
        return new Events(p, network.graph());
    }

    /**
     * Two ways to the same law. Contacts: each arc's first contact is drawn when its source is infected. Thinning: an infectious node
     * stands in the queue once, with its next contact, whoever that meets; without common coins this needs less memory and, as long as
     * contacts are few, less time.
     */
    private static final class Events implements Simulation {
        private final Parameters p;
        private final int[] offset;
        private final int[] target;
        private final Compartments nodes;
        private final double[] recovers;
        private Optional<Contacts> contacts = Optional.empty();
        private EventQueue queue = new EventQueue(0);
        private Run run = new Run();
        private boolean thinning;
        private double time;
        private int events;

        /** What only the first way needs: when and by whom each node would be infected first. */
        private record Contacts(double[] due, int[] cause, EventQueue queue) {}

        private Optional<EventQueue> thinned = Optional.empty();

        Events(Parameters p, Graph graph) {
            this.p = p;
            offset = graph.offsets();
            target = graph.targets();
            nodes = new Compartments(Course.SIR, graph.nodes());
            recovers = new double[graph.nodes()];
        }

        @Override
        public void begin(Run newRun) {
            run = newRun;
            forgetContacts();
            queue.clear();
            thinning = !newRun.hasCommonCoins() && p.infection() <= p.recovery();
            queue = thinning ? thinnedQueue() : contacts().queue();
            time = 0;
            events = 0;
            nodes.begin(newRun);
            IntList seeds = newRun.seeds();
            for (int i = 0; i < seeds.size(); i++) {
                infect(seeds.get(i), Run.SEED);
            }
            nodes.look(0);
        }

        private EventQueue thinnedQueue() {
            if (thinned.isEmpty()) {
                thinned = Optional.of(new EventQueue(recovers.length));
            }
            return thinned.get();
        }

        private Contacts contacts() {
            if (contacts.isEmpty()) {
                double[] due = new double[recovers.length];
                Arrays.fill(due, Double.POSITIVE_INFINITY);
                int events = (int) Math.min(Integer.MAX_VALUE - 8L, (long) target.length + due.length);
                contacts = Optional.of(new Contacts(due, new int[due.length], new EventQueue(events)));
            }
            return contacts.get();
        }

        /** A run that was left early may have contacts still to come; those that took place are forgotten at infection. */
        private void forgetContacts() {
            if (contacts.isPresent() && !thinning) {
                for (int i = 0; i < queue.size(); i++) {
                    contacts.get().due()[(int) queue.get(i) >>> 1] = Double.POSITIVE_INFINITY;
                }
            }
        }

        @Override
        public boolean step() {
            while (!queue.isEmpty()) {
                if ((events++ & 1023) == 0) {
                    run.checkCancelled();
                }
                long event = queue.first();
                int node = (int) event >>> 1;
                boolean recovery = (event & 1) == 0;
                double now = EventQueue.time(event);
                if (recovery) {
                    time = now;
                    queue.removeFirst();
                    nodes.change(time, node, Course.SIR.after, Run.SPONTANEOUS);
                    return !queue.isEmpty();
                }
                if (thinning ? contact(node, now) : arrive(node, now)) {
                    nodes.look(time);
                    return true;
                }
            }
            return false;
        }

        private boolean contact(int node, double now) {
            RandomStream random = run.stream(Purpose.DYNAMICS);
            int begin = offset[node];
            int listener = target[begin + random.nextInt(offset[node + 1] - begin)];
            double next = nextContact(node, now);
            boolean more = next < recovers[node];
            queue.replaceFirst(more ? next : recovers[node], node << 1 | (more ? 1 : 0));
            if (!nodes.isSusceptible(listener)) {
                return false;
            }
            time = now;
            infect(listener, node);
            return true;
        }

        private boolean arrive(int node, double now) {
            queue.removeFirst();
            if (!nodes.isSusceptible(node)) {
                return false;
            }
            time = now;
            infect(node, contacts().cause()[node]);
            return true;
        }

        private void infect(int node, int by) {
            nodes.change(time, node, Course.SIR.infectious, by);
            double end = EventQueue.round(time + period(node));
            recovers[node] = end;
            if (thinning) {
                double next = nextContact(node, time);
                boolean any = next < end;
                queue.add(any ? next : end, node << 1 | (any ? 1 : 0));
            } else {
                drawContacts(node, end);
                queue.add(end, node << 1);
            }
        }

        private double period(int node) {
            return switch (p.period()) {
                case CONSTANT -> 1 / p.recovery();
                case EXPONENTIAL ->
                    run.hasCommonCoins()
                            ? -StrictMath.log1p(-run.uniform(Purpose.ATTRIBUTES, node)) / p.recovery()
                            : run.stream(Purpose.DYNAMICS).nextExponential(p.recovery());
            };
        }

        private double nextContact(int node, double now) {
            double rate = p.infection() * (offset[node + 1] - offset[node]);
            return rate > 0
                    ? EventQueue.round(now + run.stream(Purpose.DYNAMICS).nextExponential(rate))
                    : Double.POSITIVE_INFINITY;
        }

        private void drawContacts(int node, double end) {
            double[] due = contacts().due();
            due[node] = Double.POSITIVE_INFINITY;
            double transmits = -StrictMath.expm1(-p.infection() * (end - time));
            boolean common = run.hasCommonCoins();
            long key = run.coinKey();
            int[] coin = run.coinNumbers();
            RandomStream random = run.stream(Purpose.DYNAMICS);
            for (int a = offset[node], last = offset[node + 1]; a < last; a++) {
                int listener = target[a];
                if (!nodes.isSusceptible(listener)) {
                    continue;
                }
                double u = common ? Coins.uniform(key, coin.length == 0 ? a : coin[a], 0) : random.nextDouble();
                if (u < transmits) { // most contacts would come too late: no logarithm for those
                    double contact = EventQueue.round(time - StrictMath.log1p(-u) / p.infection());
                    if (contact < end && contact < due[listener]) {
                        due[listener] = contact;
                        contacts().cause()[listener] = node;
                        queue.add(contact, listener << 1 | 1);
                    }
                }
            }
        }

        @Override
        public double time() {
            return time;
        }

        @Override
        public void observe(double[] row, int at) {
            nodes.observe(row, at);
        }

        @Override
        public NodeStates nodes() {
            return nodes;
        }
    }
}
