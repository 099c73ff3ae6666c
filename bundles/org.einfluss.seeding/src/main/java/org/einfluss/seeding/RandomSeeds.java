package org.einfluss.seeding;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.model.Seeding;
import org.einfluss.graph.Network;
import org.einfluss.math.IntList;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/** Chooses a given number of nodes, all sets equally likely. */
@Component(service = Seeding.class)
@Described(id = "random", name = "Random seeds", summary = "A given number of nodes, all sets equally likely.")
public final class RandomSeeds implements Seeding<RandomSeeds.Parameters> {
    /** For the registry, and for use as a plain library. */
    public RandomSeeds() {}

    /**
     * Parameters of the seeding.
     *
     * @param size number of seeds
     */
    public record Parameters(
            @Param(value = "Number of seeds", initial = "1", range = "[0,inf)", unit = "nodes")
            int size) {}

    @Override
    public Seeds bind(Parameters parameters, Network network, Progress progress) {
        return uniform(SeedCount.checked(parameters.size(), network.nodes()), network.nodes());
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
