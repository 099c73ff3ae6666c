package org.einfluss.theory.gladwell;

import java.util.Optional;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * Finds or makes connectors, marked in the node column {@code connector}.
 *
 * <p>With {@code ties = 0} connectors are found: the nodes of highest degree among those whose participation coefficient over communities is at
 * least {@code span} (R. Guimerà and L. A. N. Amaral 2005, doi:10.1038/nature03288). That only marks them: since a connector has no other
 * power than its links, spread from random seeds stays exactly the same. With {@code ties > 0} connectors are made: random nodes get so many
 * more ties, to nodes of other communities where a column gives communities, and as many ties between others are taken away, so that the mean degree stays. That is the
 * version for experiments on what connectors do.
 */
@Component(service = Transform.class)
@Described(
        id = "plant-connectors",
        name = "Plant connectors",
        summary = "Marks the best connected nodes with ties to several communities, or gives random nodes such ties.",
        cite = {Traits.GLADWELL, "doi:10.1038/nature03288"})
public final class PlantConnectors implements Transform<PlantConnectors.Parameters> {
    /** For the registry, and for use as a plain library. */
    public PlantConnectors() {}

    /**
     * Parameters of the transform.
     *
     * @param share share of the nodes; at least one node where it is positive
     * @param ties ties that a connector is given; 0: connectors are found among the nodes
     * @param span least participation coefficient of a connector that is found
     * @param communities node column of communities; empty: {@code community} or {@code block} where there is one, else detected
     */
    public record Parameters(
            @Param(value = "Share of connectors", initial = "0.02", range = "[0,1]", unit = "share of nodes")
            double share,

            @Param(
                    value = "Ties given",
                    initial = "0",
                    range = "[0,100000]",
                    unit = "ties per connector",
                    help =
                            "0: connectors are found by degree and span, nothing else changes. Otherwise random nodes get these ties.")
            int ties,

            @Param(
                    value = "Least span",
                    symbol = "P",
                    initial = "0.5",
                    range = "[0,1]",
                    help = "Least participation coefficient of a connector that is found.")
            double span,

            @Param(
                    value = "Column of communities",
                    help = "Empty: the column community or block where there is one, else communities are detected.",
                    advanced = true)
            Optional<String> communities) {}

    @Override
    public Network apply(Parameters p, Network network, RandomStream random) {
        return plant(p.share(), p.ties(), p.span(), p.communities(), network, random);
    }

    static Network plant(
            double share, int ties, double span, Optional<String> communities, Network network, RandomStream random) {
        boolean[] chosen = ties == 0
                ? Planting.spanning(network, share, span, communities, random)
                : Planting.choose(network, share, Optional.empty(), random);
        Network marked = Planting.mark(
                network, Traits.CONNECTOR, chosen, "whether the node was planted or found as a connector");
        return ties == 0 || share == 0 ? marked : Planting.withTies(marked, chosen, ties, communities, random);
    }
}
