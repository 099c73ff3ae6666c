package org.einfluss.theory.gladwell;

import java.util.Optional;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * Makes a share of the nodes salesmen: persuasiveness w in the node column {@code persuasiveness}, the mark in {@code salesman}.
 *
 * <p>Salesmen are drawn at random, or are the nodes with the highest values in a column (ties at random). With {@code keepMean} everybody's
 * persuasiveness is scaled to mean 1, so that salesmen add no persuasion but concentrate it.
 */
@Component(service = Transform.class)
@Described(
        id = "plant-salesmen",
        name = "Plant salesmen",
        summary = "Makes a share of the nodes salesmen, who persuade better than others.",
        cite = Traits.GLADWELL)
public final class PlantSalesmen implements Transform<PlantSalesmen.Parameters> {
    /** For the registry, and for use as a plain library. */
    public PlantSalesmen() {}

    /**
     * Parameters of the transform.
     *
     * @param share share of the nodes; at least one node where it is positive
     * @param persuasiveness w of a salesman, where others have 1
     * @param keepMean whether everybody's persuasiveness is scaled to mean 1
     * @param column nodes with the highest values in this column become salesmen; empty: random nodes
     */
    public record Parameters(
            @Param(value = "Share of salesmen", initial = "0.02", range = "[0,1]", unit = "share of nodes")
            double share,

            @Param(
                    value = "Persuasiveness of a salesman",
                    symbol = "w",
                    initial = "3",
                    range = "[0,1000]",
                    unit = "times others'")
            double persuasiveness,

            @Param(
                    value = "Keep the mean",
                    initial = "false",
                    help =
                            "Scales everybody's persuasiveness to mean 1: salesmen then concentrate persuasion and add none.")
            boolean keepMean,

            @Param(
                    value = "Chosen by column",
                    help = "Nodes with the highest values in this node column; empty: at random.",
                    advanced = true)
            Optional<String> column) {}

    @Override
    public Network apply(Parameters p, Network network, RandomStream random) {
        return Planting.salesmen(
                network, Planting.choose(network, p.share(), p.column(), random), p.persuasiveness(), p.keepMean());
    }
}
