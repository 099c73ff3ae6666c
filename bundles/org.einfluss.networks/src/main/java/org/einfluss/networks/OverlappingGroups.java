package org.einfluss.networks;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Generator;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * An undirected network of overlapping groups; see {@link org.einfluss.graph.generate.OverlappingGroups}.
 *
 * <p>The mean degree is about g (m − 1) p_in + k_out where groups are small against the network. Node columns {@code group-1},
 * {@code group-2} … hold the groups.
 */
@Component(service = Generator.class)
@Described(
        id = "overlapping-groups",
        name = "Overlapping groups",
        summary = "Nodes belong to several groups; ties are likely within a group and rare otherwise.",
        cite = "doi:10.1086/518527")
public final class OverlappingGroups implements Generator<OverlappingGroups.Parameters> {
    /** For the registry, and for use as a plain library. */
    public OverlappingGroups() {}

    /**
     * Parameters of the generator.
     *
     * @param nodes number of nodes n
     * @param memberships number of groups g of each node
     * @param size number of nodes m of a group
     * @param inside probability p_in of a tie between nodes that share a group
     * @param outside mean number of ties to nodes without a common group
     */
    public record Parameters(
            @Param(value = "Number of nodes", symbol = "n", initial = "10000", range = "[2,1000000]", unit = "nodes")
            int nodes,

            @Param(value = "Groups of each node", symbol = "g", initial = "2", range = "[0,20]", unit = "groups")
            int memberships,

            @Param(value = "Size of a group", symbol = "m", initial = "10", range = "[1,10000]", unit = "nodes")
            int size,

            @Param(
                    value = "Probability of a tie within a group",
                    symbol = "p_in",
                    initial = "0.2",
                    range = "[0,1]",
                    unit = "per pair")
            double inside,

            @Param(
                    value = "Mean degree outside the groups",
                    symbol = "k_out",
                    initial = "1",
                    range = "[0,1000]",
                    unit = "links per node")
            double outside) {
        /** Checks what spans several parameters. */
        public Parameters {
            if (outside > nodes - 1) {
                throw new IllegalArgumentException("With " + nodes + " nodes a node can have " + (nodes - 1)
                        + " links outside its groups at most, was " + outside);
            }
        }
    }

    @Override
    public Network draw(Parameters parameters, RandomStream random) {
        return org.einfluss.graph.generate.OverlappingGroups.draw(
                parameters.nodes(),
                parameters.memberships(),
                parameters.size(),
                parameters.inside(),
                parameters.outside() / (parameters.nodes() - 1),
                random);
    }
}
