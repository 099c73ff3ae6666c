package org.einfluss.networks;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Generator;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.ErdosRenyi;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * An undirected network in which each pair of nodes is linked with a given probability, independently (E. N. Gilbert 1959).
 */
@Component(service = Generator.class)
@Described(
        id = "erdos-renyi-probability",
        name = "Erdős–Rényi network by link probability",
        summary = "Every pair of nodes is linked with a given probability.",
        cite = "doi:10.1214/aoms/1177706098")
public final class ErdosRenyiProbability implements Generator<ErdosRenyiProbability.Parameters> {
    /** For the registry, and for use as a plain library. */
    public ErdosRenyiProbability() {}

    /**
     * Parameters of the generator.
     *
     * @param nodes number of nodes n
     * @param probability probability p of each link
     */
    public record Parameters(
            @Param(value = "Number of nodes", symbol = "n", initial = "1000", range = "[1,5000000]", unit = "nodes")
            int nodes,

            @Param(
                    value = "Link probability",
                    symbol = "p",
                    initial = "0.01",
                    range = "[0,1]",
                    unit = "per pair of nodes")
            double probability) {}

    @Override
    public Network draw(Parameters parameters, RandomStream random) {
        return Network.of(ErdosRenyi.gnp(parameters.nodes(), parameters.probability(), random));
    }
}
