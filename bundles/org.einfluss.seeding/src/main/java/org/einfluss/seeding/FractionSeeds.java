package org.einfluss.seeding;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.model.Seeding;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Chooses a given share of all nodes, all sets equally likely.
 *
 * <p>There are exactly round(ρ₀·n) seeds (a half is rounded up), but at least one when ρ₀ &gt; 0 and there is a node.
 */
@Component(service = Seeding.class)
@Described(
        id = "fraction",
        name = "Random share of nodes",
        summary = "round(share × nodes) random nodes, at least one for a share above 0.",
        cite = "doi:10.1103/PhysRevE.75.056103")
public final class FractionSeeds implements Seeding<FractionSeeds.Parameters> {
    /** For the registry, and for use as a plain library. */
    public FractionSeeds() {}

    /**
     * Parameters of the seeding.
     *
     * @param share the share ρ₀
     */
    public record Parameters(
            @Param(value = "Share of nodes", symbol = "ρ₀", initial = "0.01", range = "[0,1]", unit = "share of nodes")
            double share) {}

    @Override
    public Seeds bind(Parameters parameters, Network network, Progress progress) {
        int nodes = network.nodes();
        long size = Math.round(parameters.share() * nodes);
        if (size == 0 && parameters.share() > 0) {
            size = Math.min(1, nodes);
        }
        return RandomSeeds.uniform((int) size, nodes);
    }
}
