package org.einfluss.seeding;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.model.Seeding;
import org.einfluss.graph.Network;
import org.einfluss.math.IntList;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/** Chooses nodes at random: a given number, all sets equally likely, or nodes in random order as long as the budget lasts. */
@Component(service = Seeding.class)
@Described(id = "random", name = "Random seeds", summary = "Nodes at random, all equally likely.")
public final class RandomSeeds implements Seeding<RandomSeeds.Parameters> {
    /** For the registry, and for use as a plain library. */
    public RandomSeeds() {}

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
        if (parameters.size() instanceof Size.Count count) {
            return uniform(Purchase.checked(count, nodes), nodes); // needs no order
        }
        return Purchase.seeds(parameters.size(), network, Ranking.random(nodes), nodes);
    }

    /** Draws {@code size} of {@code nodes} nodes without replacement. */
    static Seeds uniform(int size, int nodes) {
        int[] drawn = new int[size];
        return (RandomStream random, IntList into) -> {
            random.sample(nodes, size, drawn);
            for (int node : drawn) {
                into.add(node);
            }
        };
    }
}
