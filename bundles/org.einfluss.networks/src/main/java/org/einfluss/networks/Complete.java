package org.einfluss.networks;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Generator;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.Lattices;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * A complete network: everyone is linked to everyone else. Not random.
 */
@Component(service = Generator.class)
@Described(id = "complete", name = "Complete network", summary = "Everyone is linked to everyone.")
public final class Complete implements Generator<Complete.Parameters> {
    /** For the registry, and for use as a plain library. */
    public Complete() {}

    /**
     * Parameters of the generator.
     *
     * @param nodes number of nodes n
     */
    public record Parameters(
            @Param(value = "Number of nodes", symbol = "n", initial = "100", range = "[1,46340]", unit = "nodes")
            int nodes) {}

    @Override
    public Network draw(Parameters parameters, RandomStream random) {
        return Network.of(Lattices.complete(parameters.nodes()));
    }

    @Override
    public boolean isRandom(Parameters parameters) {
        return false;
    }
}
