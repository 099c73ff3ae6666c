package org.einfluss.theory.gladwell;

import java.util.Optional;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * Makes a share of the nodes mavens: expertise e in the node column {@code expertise}, the mark in {@code maven}.
 *
 * <p>Mavens are drawn at random, or are the nodes with the highest values in a column (ties at random). Which nodes they are depends on the
 * network and this transform's settings alone, so that other factors do not change them.
 */
@Component(service = Transform.class)
@Described(
        id = "plant-mavens",
        name = "Plant mavens",
        summary = "Makes a share of the nodes mavens, who find out by themselves and tell.",
        cite = {Traits.GLADWELL, "doi:10.1177/002224298705100107"})
public final class PlantMavens implements Transform<PlantMavens.Parameters> {
    /** For the registry, and for use as a plain library. */
    public PlantMavens() {}

    /**
     * Parameters of the transform.
     *
     * @param share share of the nodes; at least one node where it is positive
     * @param expertise e of a maven
     * @param column nodes with the highest values in this column become mavens; empty: random nodes
     */
    public record Parameters(
            @Param(value = "Share of mavens", initial = "0.02", range = "[0,1]", unit = "share of nodes")
            double share,

            @Param(value = "Expertise of a maven", symbol = "e", initial = "1", range = "[0,1]")
            double expertise,

            @Param(
                    value = "Chosen by column",
                    help = "Nodes with the highest values in this node column; empty: at random.",
                    advanced = true)
            Optional<String> column) {}

    @Override
    public Network apply(Parameters p, Network network, RandomStream random) {
        return Planting.mavens(network, Planting.choose(network, p.share(), p.column(), random), p.expertise());
    }
}
