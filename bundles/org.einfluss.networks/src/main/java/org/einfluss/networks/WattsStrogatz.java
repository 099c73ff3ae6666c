package org.einfluss.networks;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Generator;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * A small world: a ring in which each node is linked to its K nearest neighbours, each link being rewired with probability β.
 */
@Component(service = Generator.class)
@Described(
        id = "watts-strogatz",
        name = "Watts–Strogatz network",
        summary = "A ring of neighbours some of whose links are rewired: a small world.",
        cite = "doi:10.1038/30918")
public final class WattsStrogatz implements Generator<WattsStrogatz.Parameters> {
    /** For the registry, and for use as a plain library. */
    public WattsStrogatz() {}

    /**
     * Parameters of the generator.
     *
     * @param nodes number of nodes n
     * @param neighbours degree K before rewiring, even
     * @param rewiring probability β that a link is rewired
     */
    public record Parameters(
            @Param(value = "Number of nodes", symbol = "n", initial = "10000", range = "[3,5000000]", unit = "nodes")
            int nodes,

            @Param(value = "Neighbours", symbol = "K", initial = "4", range = "[2,1000]", unit = "nodes")
            int neighbours,

            @Param(value = "Rewiring probability", symbol = "β", initial = "0.1", range = "[0,1]", unit = "per link")
            double rewiring) {
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
        return Network.of(org.einfluss.graph.generate.WattsStrogatz.draw(
                parameters.nodes(), parameters.neighbours(), parameters.rewiring(), random));
    }

    @Override
    public boolean isRandom(Parameters parameters) {
        return parameters.rewiring() > 0;
    }
}
