package org.einfluss.networks;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Generator;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * A growing undirected network with preferential attachment in which links after the first close a triangle with a given probability.
 */
@Component(service = Generator.class)
@Described(
        id = "holme-kim",
        name = "Holme–Kim network",
        summary = "Preferential attachment with triangles: a growing network that is clustered.",
        cite = "doi:10.1103/PhysRevE.65.026107")
public final class HolmeKim implements Generator<HolmeKim.Parameters> {
    /** For the registry, and for use as a plain library. */
    public HolmeKim() {}

    /**
     * Parameters of the generator.
     *
     * @param nodes number of nodes n
     * @param links links m of each new node
     * @param triangles probability that a link after the first closes a triangle
     */
    public record Parameters(
            @Param(value = "Number of nodes", symbol = "n", initial = "10000", range = "[2,5000000]", unit = "nodes")
            int nodes,

            @Param(value = "Links of each new node", symbol = "m", initial = "3", range = "[1,1000]", unit = "links")
            int links,

            @Param(
                    value = "Probability of closing a triangle",
                    symbol = "p",
                    initial = "0.5",
                    range = "[0,1]",
                    unit = "per link")
            double triangles) {
        /** Checks what spans several parameters. */
        public Parameters {
            if (nodes <= links) {
                throw new IllegalArgumentException(
                        "A growing network needs more nodes than links of each new node, was " + nodes + " nodes with "
                                + links + " links");
            }
        }
    }

    @Override
    public Network draw(Parameters parameters, RandomStream random) {
        return Network.of(org.einfluss.graph.generate.HolmeKim.draw(
                parameters.nodes(), parameters.links(), parameters.triangles(), random));
    }
}
