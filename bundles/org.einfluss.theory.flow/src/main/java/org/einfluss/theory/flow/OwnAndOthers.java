package org.einfluss.theory.flow;

import java.util.Arrays;
import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Variable;
import org.einfluss.api.model.Measure;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Reach in the communities that the seeds belong to and in all others, at the end and after a few steps.
 *
 * <p>A community is own when it holds a seed. A node counts once it has left state 0 for state 1 (active), seeds included. A share of no
 * nodes is NaN: where every community holds a seed there are no others.
 */
@Component(service = Measure.class)
@Described(
        id = "own-and-others",
        name = "Reach at home and abroad",
        summary = "Share of active nodes in the communities of the seeds and in all others, at the end and early.")
public final class OwnAndOthers implements Measure<OwnAndOthers.Parameters> {
    static final String OWN = "own";
    static final String OTHERS = "others";
    static final String OWN_EARLY = "own-early";
    static final String OTHERS_EARLY = "others-early";

    /** For the registry, and for use as a plain library. */
    public OwnAndOthers() {}

    /**
     * Parameters of the measure.
     *
     * @param column node column that holds the communities
     * @param early last time that counts as early
     */
    public record Parameters(
            @Param(value = "Column of the communities", initial = "block")
            String column,

            @Param(value = "Early until", symbol = "H", initial = "3", range = "[0,inf)", unit = "steps")
            double early) {}

    @Override
    public List<Variable> variables(Parameters parameters) {
        String until = " until time " + parameters.early() + "; NaN where there are none";
        return List.of(
                new Variable(OWN, "share of nodes", "Active nodes in the communities of the seeds; NaN without seeds"),
                new Variable(
                        OTHERS, "share of nodes", "Active nodes in all other communities; NaN where there are none"),
                new Variable(OWN_EARLY, "share of nodes", "Active nodes in the communities of the seeds" + until),
                new Variable(OTHERS_EARLY, "share of nodes", "Active nodes in all other communities" + until));
    }

    @Override
    public Observer bind(Parameters parameters, Network network) {
        int[] community = Contexts.numbered(network, parameters.column());
        int[] members = new int[community.length];
        for (int c : community) {
            members[c]++;
        }
        return new Counter(community, members, parameters.early());
    }

    /** Counts the active nodes of each community. */
    private static final class Counter implements Observer {
        private final int[] community;
        private final int[] members;
        private final double early;
        private final boolean[] own;
        private final int[] active;
        private final int[] activeEarly;

        Counter(int[] community, int[] members, double early) {
            this.community = community;
            this.members = members;
            this.early = early;
            own = new boolean[members.length];
            active = new int[members.length];
            activeEarly = new int[members.length];
        }

        @Override
        public void begin(Run run) {
            Arrays.fill(own, false);
            Arrays.fill(active, 0);
            Arrays.fill(activeEarly, 0);
        }

        @Override
        public void event(double time, int node, int from, int to, int cause) {
            int c = community[node];
            own[c] |= cause == Run.SEED;
            int change = (to == 1 ? 1 : 0) - (from == 1 ? 1 : 0);
            active[c] += change;
            activeEarly[c] += time <= early ? change : 0;
        }

        @Override
        public void observe(Simulation simulation, double[] row, int offset) {
            row[offset] = share(active, true);
            row[offset + 1] = share(active, false);
            row[offset + 2] = share(activeEarly, true);
            row[offset + 3] = share(activeEarly, false);
        }

        private double share(int[] count, boolean ofOwn) {
            long nodes = 0;
            long found = 0;
            for (int c = 0; c < own.length; c++) {
                if (own[c] == ofOwn) {
                    nodes += members[c];
                    found += count[c];
                }
            }
            return nodes == 0 ? Double.NaN : (double) found / nodes;
        }
    }
}
