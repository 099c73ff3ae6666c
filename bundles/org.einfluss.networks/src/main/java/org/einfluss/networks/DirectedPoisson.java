package org.einfluss.networks;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Generator;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * A directed network in which each ordered pair of nodes has an arc with probability z/(n − 1), so that in- and out-degrees are independent and nearly Poisson.
 */
@Component(service = Generator.class)
@Described(
        id = "directed-poisson",
        name = "Directed Poisson network",
        summary = "Directed arcs placed at random; in- and out-degrees are independent and Poisson.")
public final class DirectedPoisson implements Generator<DirectedPoisson.Parameters> {
    /** For the registry, and for use as a plain library. */
    public DirectedPoisson() {}

    /**
     * Parameters of the generator.
     *
     * @param nodes number of nodes n
     * @param meanDegree mean out-degree z, equal to the mean in-degree
     */
    public record Parameters(
            @Param(value = "Number of nodes", symbol = "n", initial = "10000", range = "[1,5000000]", unit = "nodes")
            int nodes,

            @Param(value = "Mean degree", symbol = "z", initial = "4", range = "[0,inf)", unit = "arcs per node")
            double meanDegree) {
        /** Checks what spans several parameters. */
        public Parameters {
            if (meanDegree > Math.max(0, nodes - 1)) {
                throw new IllegalArgumentException("The mean degree of a network of " + nodes + " nodes is at most "
                        + (nodes - 1) + ", was " + meanDegree);
            }
        }
    }

    @Override
    public Network draw(Parameters parameters, RandomStream random) {
        return Network.of(
                org.einfluss.graph.generate.DirectedPoisson.draw(parameters.nodes(), parameters.meanDegree(), random));
    }
}
