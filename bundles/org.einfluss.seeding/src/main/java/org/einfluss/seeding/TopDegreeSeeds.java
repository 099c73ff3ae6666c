package org.einfluss.seeding;

import java.util.Arrays;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.model.Seeding;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Chooses the nodes that can influence most others directly: those of highest out-degree, of equal ones the lower node number.
 *
 * <p>The seeds are the same in every run. O(n log n) once per network.
 */
@Component(service = Seeding.class)
@Described(
        id = "top-degree",
        name = "Highest degree",
        summary = "The nodes with most outgoing arcs; of equal ones the lower node number.")
public final class TopDegreeSeeds implements Seeding<TopDegreeSeeds.Parameters> {
    /** For the registry, and for use as a plain library. */
    public TopDegreeSeeds() {}

    /**
     * Parameters of the seeding.
     *
     * @param size number of seeds, or their budget
     */
    public record Parameters(
            @Param(value = "Size", initial = "1", help = "A number of seeds, or a budget: {kind: budget, amount: 100}")
            Size size) {
        /**
         * Asks for a number of seeds.
         *
         * @param number number of seeds
         */
        public Parameters(int number) {
            this(new Size.Count(number));
        }
    }

    @Override
    public Seeds bind(Parameters parameters, Network network, Progress progress) {
        int nodes = network.nodes();
        long[] rank = new long[nodes];
        for (int v = 0; v < nodes; v++) {
            rank[v] = (long) (Integer.MAX_VALUE - network.graph().outDegree(v)) << 32 | v;
        }
        Arrays.sort(rank);
        Purchase purchase = Purchase.of(parameters.size(), network, nodes);
        int[] bought = Arrays.stream(rank)
                .mapToInt(r -> (int) r)
                .filter(purchase::buys)
                .toArray();
        return GivenSeeds.always(bought);
    }
}
