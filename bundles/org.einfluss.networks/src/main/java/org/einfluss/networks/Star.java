package org.einfluss.networks;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Generator;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.Lattices;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * A star: node 0 is linked to all others, which have no other links. Not random.
 */
@Component(service = Generator.class)
@Described(id = "star", name = "Star", summary = "One node in the middle, linked to all others.")
public final class Star implements Generator<Star.Parameters> {
    /** For the registry, and for use as a plain library. */
    public Star() {}

    /**
     * Parameters of the generator.
     *
     * @param nodes number of nodes n
     */
    public record Parameters(
            @Param(value = "Number of nodes", symbol = "n", initial = "100", range = "[1,5000000]", unit = "nodes")
            int nodes) {}

    @Override
    public Network draw(Parameters parameters, RandomStream random) {
        return Network.of(Lattices.star(parameters.nodes()));
    }

    @Override
    public boolean isRandom(Parameters parameters) {
        return false;
    }
}
