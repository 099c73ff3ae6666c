package org.einfluss.seeding;

import java.util.Optional;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.model.Seeding;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * Chooses nodes of different communities in turn: one of each, the largest community first, then a second of each, and so on.
 *
 * <p>Within a community they are random in every run.
 */
@Component(service = Seeding.class)
@Described(
        id = "community-spread",
        name = "Spread over communities",
        summary = "A random node of each community in turn, the largest community first.")
public final class CommunitySpreadSeeds implements Seeding<CommunitySpreadSeeds.Parameters> {
    /** For the registry, and for use as a plain library. */
    public CommunitySpreadSeeds() {}

    /**
     * Parameters of the seeding.
     *
     * @param size number of seeds, or their budget
     * @param column node column of the communities; empty: detected
     */
    public record Parameters(
            @Param(value = "Size", initial = "1", help = "A number of seeds, or a budget: {kind: budget, amount: 100}")
            Size size,

            @Param(
                    value = "Column of the communities",
                    help = "Leave it out to have communities detected by Louvain's method")
            Optional<String> column) {}

    @Override
    public Seeds bind(Parameters parameters, Network network, Progress progress) {
        int[] community = CommunityColumn.of(parameters.column(), network, progress);
        return Purchase.seeds(parameters.size(), network, new InTurn(community), network.nodes());
    }

    private static final class InTurn implements Order {
        private final int[][] members;
        private final Ranking[] within;
        private int round;
        private int turn;

        InTurn(int[] community) {
            members = CommunityColumn.members(community);
            within = new Ranking[members.length];
            for (int c = 0; c < members.length; c++) {
                within[c] = Ranking.random(members[c].length);
            }
        }

        @Override
        public void begin(RandomStream random) {
            for (Ranking one : within) {
                one.begin(random);
            }
            round = 0;
            turn = 0;
        }

        @Override
        public int next() {
            // Communities stand in order of falling size: the first that is used up ends the round.
            if (turn == members.length || members[turn].length <= round) {
                round++;
                turn = 0;
            }
            if (members.length == 0 || members[0].length <= round) {
                return -1;
            }
            int node = members[turn][within[turn].next()];
            turn++;
            return node;
        }
    }
}
