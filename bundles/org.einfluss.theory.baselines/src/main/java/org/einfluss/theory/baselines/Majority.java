package org.einfluss.theory.baselines;

import java.util.ArrayList;
import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Variable;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * A node takes the opinion that most of its sources hold; a tie leaves it as it is.
 *
 * <p>Either all nodes at once, or one random node after the other. All at once may end in alternating between two states, always so on
 * undirected networks that do not come to rest (E. Goles and J. Olivos 1980, doi:10.1016/0012-365X(80)90106-X); the run then ends with
 * {@code period} 2. Longer cycles of directed networks end at the horizon as censored. Seeds hold opinion 1.
 */
@Component(service = Model.class)
@Described(
        id = "majority",
        name = "Majority rule",
        summary = "A node takes the opinion that most of its neighbours hold.",
        cite = "doi:10.1016/0012-365X(80)90106-X")
public final class Majority implements Model<Majority.Parameters> {
    /** For the registry, and for use as a plain library. */
    public Majority() {}

    /** Who is updated when. */
    public enum Update {
        /** All nodes at once, from the state before. */
        SYNCHRONOUS,
        /** One random node after the other, n of them in a sweep. */
        ASYNCHRONOUS
    }

    /**
     * Parameters of the model.
     *
     * @param update who is updated when
     * @param initial who holds opinion 1 from the start, besides the seeds
     * @param horizon sweeps after which a run is cut off and counted as censored
     */
    public record Parameters(
            @Param(value = "Update", initial = "synchronous")
            Update update,

            @Param(value = "Initial holders of opinion 1", initial = "share")
            InitialHolders initial,

            @Param(
                    value = "Longest run",
                    symbol = "T",
                    initial = "10000",
                    range = "[1,1000000]",
                    unit = "sweeps",
                    advanced = true)
            int horizon) {}

    @Override
    public List<String> states() {
        return TwoOpinions.STATES;
    }

    @Override
    public List<Variable> variables(Parameters parameters) {
        List<Variable> variables = new ArrayList<>(TwoOpinions.VARIABLES);
        variables.add(new Variable(
                "period", "sweeps", "1 if the state is at rest, 2 if it alternates, 0 while neither has been reached"));
        return variables;
    }

    @Override
    public Simulation bind(Parameters p, Network network) {
        return new Counting(p, network);
    }

    private static final class Counting extends TwoOpinions {
        private final boolean synchronous;
        private final byte[] next;
        private final byte[] before;
        private int period;

        Counting(Parameters p, Network network) {
            super(p.initial(), p.horizon(), network);
            synchronous = p.update() == Update.SYNCHRONOUS;
            next = new byte[synchronous ? opinion.length : 0];
            before = new byte[next.length];
        }

        @Override
        public void begin(Run newRun) {
            period = 0;
            super.begin(newRun);
            System.arraycopy(opinion, 0, before, 0, before.length);
        }

        private int majority(int node) {
            int lead = 0;
            for (int i = inOffset[node], end = inOffset[node + 1]; i < end; i++) {
                lead += 2 * opinion[source[i]] - 1;
            }
            return lead > 0 ? 1 : lead < 0 ? 0 : opinion[node];
        }

        @Override
        void update(RandomStream random) {
            int node = random.nextInt(opinion.length);
            int to = majority(node);
            if (to != opinion[node]) {
                adopt(node, to, holder(node, to));
            }
        }

        @Override
        void sweep() {
            if (!synchronous) {
                super.sweep();
                return;
            }
            boolean returns = true;
            for (int v = 0; v < next.length; v++) {
                next[v] = (byte) majority(v);
                returns &= next[v] == before[v];
            }
            System.arraycopy(opinion, 0, before, 0, before.length);
            for (int v = 0; v < next.length; v++) {
                if (next[v] != before[v]) {
                    set(sweeps + 1, v, next[v], run.isRecorded() ? causeAmong(before, v, next[v]) : 0);
                }
            }
            if (returns && sweeps > 0) { // before the first sweep there is no earlier state
                period = 2;
                settle();
            }
        }

        private int causeAmong(byte[] state, int node, int held) {
            for (int i = inOffset[node], end = inOffset[node + 1]; i < end; i++) {
                if (state[source[i]] == held && source[i] != node) {
                    return source[i];
                }
            }
            return Run.SPONTANEOUS;
        }

        @Override
        boolean canChange() {
            for (int v = 0; v < opinion.length; v++) {
                if (majority(v) != opinion[v]) {
                    return true;
                }
            }
            period = 1;
            return false;
        }

        @Override
        public void observe(double[] row, int offset) {
            super.observe(row, offset);
            row[offset + VARIABLES.size()] = period;
        }
    }
}
