package org.einfluss.networks;

import java.util.Arrays;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Generator;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * An undirected network of communities of (nearly) equal size.
 *
 * <p>Each pair inside a block is linked with probability k_in/(n/B − 1), each pair across blocks with k_out/(n − n/B), independently. Node
 * column {@code block} holds the block. P. W. Holland, K. B. Laskey and S. Leinhardt 1983.
 */
@Component(service = Generator.class)
@Described(
        id = "stochastic-block-model",
        name = "Stochastic block model",
        summary = "Communities of equal size, with more links inside than between them.",
        cite = "doi:10.1016/0378-8733(83)90021-7")
public final class StochasticBlockModel implements Generator<StochasticBlockModel.Parameters> {
    /** For the registry, and for use as a plain library. */
    public StochasticBlockModel() {}

    /**
     * Parameters of the generator.
     *
     * @param nodes number of nodes n
     * @param blocks number of blocks B
     * @param inside mean number of links k_in to nodes of the own block
     * @param outside mean number of links k_out to nodes of other blocks
     */
    public record Parameters(
            @Param(value = "Number of nodes", symbol = "n", initial = "1000", range = "[2,5000000]", unit = "nodes")
            int nodes,

            @Param(value = "Number of blocks", symbol = "B", initial = "10", range = "[1,10000]", unit = "blocks")
            int blocks,

            @Param(
                    value = "Mean degree inside the own block",
                    symbol = "k_in",
                    initial = "8",
                    range = "[0,inf)",
                    unit = "links per node")
            double inside,

            @Param(
                    value = "Mean degree to other blocks",
                    symbol = "k_out",
                    initial = "1",
                    range = "[0,inf)",
                    unit = "links per node")
            double outside) {
        /** Checks what spans several parameters. */
        public Parameters {
            double size = (double) nodes / blocks;
            if (size < 1 || inside > size - 1 || outside > nodes - size) {
                throw new IllegalArgumentException("With " + nodes + " nodes in " + blocks + " blocks a node can have "
                        + Math.max(0, size - 1) + " links inside and " + Math.max(0, nodes - size)
                        + " outside at most, was " + inside + " and " + outside);
            }
        }
    }

    @Override
    public Network draw(Parameters parameters, RandomStream random) {
        int blocks = parameters.blocks();
        double size = (double) parameters.nodes() / blocks;
        int[] sizes = new int[blocks];
        double[][] probability = new double[blocks][blocks];
        for (int b = 0; b < blocks; b++) {
            sizes[b] = parameters.nodes() / blocks + (b < parameters.nodes() % blocks ? 1 : 0);
            Arrays.fill(probability[b], blocks == 1 ? 0 : parameters.outside() / (parameters.nodes() - size));
            probability[b][b] = size == 1 ? 0 : parameters.inside() / (size - 1);
        }
        return org.einfluss.graph.generate.StochasticBlockModel.draw(sizes, probability, random);
    }
}
