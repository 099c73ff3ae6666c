package org.einfluss.networks;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Generator;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.Lattices;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * A path: node i is linked to node i + 1. Not random.
 */
@Component(service = Generator.class)
@Described(id = "path", name = "Path", summary = "Nodes in a row.")
public final class Path implements Generator<Path.Parameters> {
    /** For the registry, and for use as a plain library. */
    public Path() {}

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
        return Network.of(Lattices.path(parameters.nodes()));
    }

    @Override
    public boolean isRandom(Parameters parameters) {
        return false;
    }
}
