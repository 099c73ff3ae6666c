package org.einfluss.networks;

import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.model.Generator;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.Lfr.Shape;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * An undirected network of communities in which both degrees and community sizes follow power laws.
 *
 * <p>A share μ of each node's links leaves its community. The realised mean is the network's fact {@code mean-mixing}; node column {@code block}
 * holds the community.
 */
@Component(service = Generator.class)
@Described(
        id = "lfr",
        name = "LFR communities",
        summary = "Communities of unequal size, unequal degrees, and a given share of links between communities.",
        cite = "doi:10.1103/PhysRevE.78.046110")
public final class Lfr implements Generator<Lfr.Parameters> {
    /** For the registry, and for use as a plain library. */
    public Lfr() {}

    /**
     * Parameters of the generator.
     *
     * @param nodes number of nodes n
     * @param meanDegree mean degree z
     * @param largestDegree largest degree
     * @param mixing share μ of a node's links that leave its community
     * @param degreeExponent exponent τ₁ of the degrees
     * @param sizeExponent exponent τ₂ of the community sizes
     * @param smallestCommunity fewest nodes of a community
     * @param largestCommunity most nodes of a community
     */
    public record Parameters(
            @Param(value = "Number of nodes", symbol = "n", initial = "1000", range = "[2,5000000]", unit = "nodes")
            int nodes,

            @Param(value = "Mean degree", symbol = "z", initial = "15", range = "[1,1000]", unit = "links per node")
            double meanDegree,

            @Param(value = "Largest degree", initial = "50", range = "[1,100000]", unit = "links")
            int largestDegree,

            @Param(
                    value = "Mixing",
                    symbol = "μ",
                    initial = "0.1",
                    range = "[0,1]",
                    unit = "share of a node's links that leave its community")
            double mixing,

            @Param(value = "Exponent of the degrees", symbol = "τ₁", initial = "3", range = "[0,20]")
            double degreeExponent,

            @Param(value = "Exponent of the community sizes", symbol = "τ₂", initial = "1.5", range = "[0,20]")
            double sizeExponent,

            @Param(value = "Smallest community", initial = "20", range = "[1,1000000]", unit = "nodes")
            int smallestCommunity,

            @Param(value = "Largest community", initial = "100", range = "[1,5000000]", unit = "nodes")
            int largestCommunity) {
        /** Checks what spans several parameters. */
        public Parameters {
            new Shape(
                    nodes,
                    meanDegree,
                    largestDegree,
                    degreeExponent,
                    sizeExponent,
                    smallestCommunity,
                    largestCommunity,
                    mixing);
        }

        Shape shape() {
            return new Shape(
                    nodes,
                    meanDegree,
                    largestDegree,
                    degreeExponent,
                    sizeExponent,
                    smallestCommunity,
                    largestCommunity,
                    mixing);
        }
    }

    @Override
    public Network draw(Parameters parameters, RandomStream random) {
        try {
            return org.einfluss.graph.generate.Lfr.draw(parameters.shape(), random);
        } catch (IllegalArgumentException impossible) { // communities that hardly ever hold the nodes of high degree
            throw new InputException(impossible.getMessage(), impossible);
        }
    }
}
