package org.einfluss.networks;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Generator;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.Lattices;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * A ring in which each node is linked to its K nearest neighbours. Not random.
 */
@Component(service = Generator.class)
@Described(id = "ring", name = "Ring lattice", summary = "Each node is linked to its nearest neighbours on a ring.")
public final class Ring implements Generator<Ring.Parameters> {
    /** For the registry, and for use as a plain library. */
    public Ring() {}

    /**
     * Parameters of the generator.
     *
     * @param nodes number of nodes n
     * @param neighbours degree K, even
     */
    public record Parameters(
            @Param(value = "Number of nodes", symbol = "n", initial = "1000", range = "[3,5000000]", unit = "nodes")
            int nodes,

            @Param(value = "Neighbours", symbol = "K", initial = "2", range = "[2,1000]", unit = "nodes")
            int neighbours) {
        /** Checks what spans several parameters. */
        public Parameters {
            if (neighbours % 2 != 0 || neighbours >= nodes) {
                throw new IllegalArgumentException(
                        "A ring needs an even number of neighbours below the number of nodes, was " + neighbours
                                + " neighbours among " + nodes + " nodes");
            }
        }
    }

    @Override
    public Network draw(Parameters parameters, RandomStream random) {
        return Network.of(Lattices.ring(parameters.nodes(), parameters.neighbours()));
    }

    @Override
    public boolean isRandom(Parameters parameters) {
        return false;
    }
}
