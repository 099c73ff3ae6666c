package org.einfluss.networks;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Generator;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * A growing undirected network with preferential attachment: each new node links to m existing ones, each chosen in proportion to its degree.
 */
@Component(service = Generator.class)
@Described(
        id = "barabasi-albert",
        name = "Barabási–Albert network",
        summary = "Each new node links to existing ones in proportion to their degree.",
        cite = "doi:10.1126/science.286.5439.509")
public final class BarabasiAlbert implements Generator<BarabasiAlbert.Parameters> {
    /** For the registry, and for use as a plain library. */
    public BarabasiAlbert() {}

    /**
     * Parameters of the generator.
     *
     * @param nodes number of nodes n
     * @param links links m of each new node
     */
    public record Parameters(
            @Param(value = "Number of nodes", symbol = "n", initial = "10000", range = "[2,5000000]", unit = "nodes")
            int nodes,

            @Param(value = "Links of each new node", symbol = "m", initial = "3", range = "[1,1000]", unit = "links")
            int links) {
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
        return Network.of(
                org.einfluss.graph.generate.BarabasiAlbert.draw(parameters.nodes(), parameters.links(), random));
    }
}
