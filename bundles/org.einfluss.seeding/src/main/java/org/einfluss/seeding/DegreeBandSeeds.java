package org.einfluss.seeding;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.model.Seeding;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Chooses random nodes of a band of percentiles of the out-degree, for example the middle from the 50th to the 90th.
 *
 * <p>Percentile 1 is the node that influences most others. Ties at the ends of the band are broken at random in every run, and nodes that an
 * end cuts through count in part. O(n) once per network.
 */
@Component(service = Seeding.class)
@Described(
        id = "degree-band",
        name = "Band of degrees",
        summary = "Random nodes between two percentiles of the out-degree.")
public final class DegreeBandSeeds implements Seeding<DegreeBandSeeds.Parameters> {
    /** For the registry, and for use as a plain library. */
    public DegreeBandSeeds() {}

    /**
     * Parameters of the seeding.
     *
     * @param size number of seeds, or their budget
     * @param from lower end of the band, as a share of nodes with smaller out-degree
     * @param to upper end of the band
     */
    public record Parameters(
            @Param(value = "Size", initial = "1", help = "A number of seeds, or a budget: {kind: budget, amount: 100}")
            Size size,

            @Param(value = "Lower percentile", initial = "0.5", range = "[0,1)", unit = "share of nodes")
            double from,

            @Param(value = "Upper percentile", initial = "0.9", range = "(0,1]", unit = "share of nodes")
            double to) {
        /**
         * Asks for a number of seeds.
         *
         * @param number number of seeds
         * @param from as above
         * @param to as above
         */
        public Parameters(int number, double from, double to) {
            this(new Size.Count(number), from, to);
        }

        /** Checks the order of the ends. */
        public Parameters {
            if (from >= to) {
                throw new IllegalArgumentException(
                        "The lower percentile must be below the upper, was " + from + " against " + to);
            }
        }
    }

    @Override
    public Seeds bind(Parameters parameters, Network network, Progress progress) {
        return new InfluenceRanking(network.graph())
                .between(
                        1 - parameters.to(),
                        1 - parameters.from(),
                        parameters.size(),
                        network,
                        "the percentiles from " + parameters.from() + " to " + parameters.to());
    }
}
