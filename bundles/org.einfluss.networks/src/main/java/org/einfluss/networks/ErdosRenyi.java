package org.einfluss.networks;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Generator;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * An undirected network in which all pairs of nodes are equally likely to be linked.
 *
 * <p>Variant {@code gnp} links each pair with probability z/(n − 1) independently, {@code gnm} draws exactly round(nz/2) links.
 */
@Component(service = Generator.class)
@Described(
        id = "erdos-renyi",
        name = "Erdős–Rényi network",
        summary = "Every pair of nodes is linked with the same probability; degrees are Poisson.",
        cite = "doi:10.5486/PMD.1959.6.3-4.12")
public final class ErdosRenyi implements Generator<ErdosRenyi.Parameters> {
    /** For the registry, and for use as a plain library. */
    public ErdosRenyi() {}

    /**
     * Parameters of the generator.
     *
     * @param nodes number of nodes n
     * @param meanDegree mean degree z
     * @param variant what is fixed: the probability or the number of links
     */
    public record Parameters(
            @Param(value = "Number of nodes", symbol = "n", initial = "10000", range = "[1,5000000]", unit = "nodes")
            int nodes,

            @Param(value = "Mean degree", symbol = "z", initial = "4", range = "[0,inf)", unit = "links per node")
            double meanDegree,

            @Param(
                    value = "Variant",
                    initial = "gnp",
                    help = "gnp: each pair by its own coin; gnm: a fixed number of links")
            Variant variant) {
        /** Checks what spans several parameters. */
        public Parameters {
            if (meanDegree > Math.max(0, nodes - 1)) {
                throw new IllegalArgumentException("The mean degree of a network of " + nodes + " nodes is at most "
                        + (nodes - 1) + ", was " + meanDegree);
            }
        }
    }

    /** What is fixed. */
    public enum Variant {
        /** The probability of each link. */
        GNP,
        /** The number of links. */
        GNM
    }

    @Override
    public Network draw(Parameters parameters, RandomStream random) {
        int nodes = parameters.nodes();
        if (parameters.variant() == Variant.GNM) {
            long edges = Math.min(Math.round(nodes * parameters.meanDegree() / 2), (long) nodes * (nodes - 1) / 2);
            return Network.of(org.einfluss.graph.generate.ErdosRenyi.gnm(nodes, edges, random));
        }
        double probability = org.einfluss.graph.generate.ErdosRenyi.probability(nodes, parameters.meanDegree());
        return Network.of(org.einfluss.graph.generate.ErdosRenyi.gnp(nodes, probability, random));
    }
}
