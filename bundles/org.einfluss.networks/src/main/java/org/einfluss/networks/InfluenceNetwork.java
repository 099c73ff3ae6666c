package org.einfluss.networks;

import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.model.Generator;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.ConfigurationModel.Variant;
import org.einfluss.graph.generate.RandomListeners;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * A network in which node i influences n_i others chosen at random, n_i drawn from a law.
 *
 * <p>Reciprocal: ties are mutual, the network is a configuration model with the law's degrees, and who influences many is also influenced by
 * many. Not reciprocal: arcs lead from node i to n_i others; in-degrees are Poisson with the same mean and independent of n_i. After D. J.
 * Watts and P. S. Dodds 2007, who leave the construction open to both readings.
 */
@Component(service = Generator.class)
@Described(
        id = "influence-network",
        name = "Influence network",
        summary = "Each node influences a number of others that is drawn from a law, mutually or one way.",
        cite = "doi:10.1086/518527")
public final class InfluenceNetwork implements Generator<InfluenceNetwork.Parameters> {
    /** For the registry, and for use as a plain library. */
    public InfluenceNetwork() {}

    /**
     * Parameters of the generator.
     *
     * @param nodes number of nodes n
     * @param influence law of the number of others a node influences
     * @param reciprocal whether ties are mutual
     */
    public record Parameters(
            @Param(value = "Number of nodes", symbol = "N", initial = "10000", range = "[1,5000000]", unit = "nodes")
            int nodes,

            @Param(value = "Number of others a node influences", symbol = "n_i", initial = "poisson")
            DegreeLaw influence,

            @Param(
                    value = "Reciprocal",
                    initial = "true",
                    help = "Mutual ties; otherwise arcs, with Poisson in-degrees independent of the out-degrees")
            boolean reciprocal) {}

    @Override
    public Network draw(Parameters parameters, RandomStream random) {
        int nodes = parameters.nodes();
        try {
            if (parameters.reciprocal()) {
                return parameters.influence().draw(nodes, Variant.ERASED, random);
            }
            int[] degrees = parameters.influence().degrees(nodes, random);
            int lost = 0;
            for (int u = 0; u < nodes; u++) {
                int possible = Math.min(degrees[u], nodes - 1);
                lost += degrees[u] - possible;
                degrees[u] = possible;
            }
            return Network.of(RandomListeners.draw(degrees, random)).withFact("lost-arcs", "arcs", lost);
        } catch (IllegalArgumentException impossible) { // a law whose degrees do not fit so many nodes
            throw new InputException(impossible.getMessage(), impossible);
        }
    }
}
