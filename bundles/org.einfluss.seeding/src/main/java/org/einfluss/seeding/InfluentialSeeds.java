package org.einfluss.seeding;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.model.Seeding;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Chooses random nodes out of the influentials, the share of nodes that influence most others directly (highest out-degree).
 *
 * <p>Ties at the cut are broken at random in every run, not by node number. Where the share times the number of nodes is no whole number,
 * the last node counts in part: with n = 15 and a share of 0.1 the second of the ranking is drawn half as often as the first. After D. J.
 * Watts and P. S. Dodds 2007. O(n) once per network.
 */
@Component(service = Seeding.class)
@Described(
        id = "influentials",
        name = "Influentials",
        summary = "Random nodes out of the top share by out-degree, ties at the cut broken at random.",
        cite = "doi:10.1086/518527")
public final class InfluentialSeeds implements Seeding<InfluentialSeeds.Parameters> {
    /** For the registry, and for use as a plain library. */
    public InfluentialSeeds() {}

    /**
     * Parameters of the seeding.
     *
     * @param size number of seeds, or their budget
     * @param top share of nodes that are influentials
     */
    public record Parameters(
            @Param(value = "Size", initial = "1", help = "A number of seeds, or a budget: {kind: budget, amount: 100}")
            Size size,

            @Param(value = "Share of influentials", initial = "0.1", range = "[0.001,0.5]", unit = "share of nodes")
            double top) {
        /**
         * Asks for a number of seeds.
         *
         * @param number number of seeds
         * @param top as above
         */
        public Parameters(int number, double top) {
            this(new Size.Count(number), top);
        }
    }

    @Override
    public Seeds bind(Parameters parameters, Network network, Progress progress) {
        return new InfluenceRanking(network.graph())
                .between(0, parameters.top(), parameters.size(), network, "the top share " + parameters.top());
    }
}
