package org.einfluss.theory.gladwell;

import java.util.Optional;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/** Makes the same nodes connectors, mavens and salesmen at once: the counterpart of three roles in different people. */
@Component(service = Transform.class)
@Described(
        id = "plant-all-in-one",
        name = "Plant all-in-one influencers",
        summary = "Makes the same nodes connectors, mavens and salesmen.",
        cite = Traits.GLADWELL)
public final class PlantAllInOne implements Transform<PlantAllInOne.Parameters> {
    /** For the registry, and for use as a plain library. */
    public PlantAllInOne() {}

    /**
     * Parameters of the transform; as those of {@link PlantConnectors}, {@link PlantMavens} and {@link PlantSalesmen}.
     *
     * @param share share of the nodes
     * @param ties ties that each is given; 0: they are found as connectors are
     * @param span least participation coefficient where they are found
     * @param expertise e
     * @param persuasiveness w
     * @param communities node column of communities
     */
    public record Parameters(
            @Param(
                    value = "Share of all-in-one influencers",
                    initial = "0.02",
                    range = "[0,1]",
                    unit = "share of nodes")
            double share,

            @Param(
                    value = "Ties given",
                    initial = "0",
                    range = "[0,100000]",
                    unit = "ties per connector",
                    help = "0: they are found by degree and span. Otherwise random nodes get these ties.")
            int ties,

            @Param(
                    value = "Least span",
                    symbol = "P",
                    initial = "0.5",
                    range = "[0,1]",
                    help = "Least participation coefficient of a connector that is found.")
            double span,

            @Param(value = "Expertise", symbol = "e", initial = "1", range = "[0,1]")
            double expertise,

            @Param(value = "Persuasiveness", symbol = "w", initial = "3", range = "[0,1000]", unit = "times others'")
            double persuasiveness,

            @Param(
                    value = "Column of communities",
                    help = "Empty: the column community or block where there is one, else communities are detected.",
                    advanced = true)
            Optional<String> communities) {}

    @Override
    public Network apply(Parameters p, Network network, RandomStream random) {
        Network marked = PlantConnectors.plant(p.share(), p.ties(), p.span(), p.communities(), network, random);
        Column connectors = marked.nodeColumn(Traits.CONNECTOR).orElseThrow();
        boolean[] chosen = new boolean[marked.nodes()];
        for (int v = 0; v < chosen.length; v++) {
            chosen[v] = connectors.booleanAt(v);
        }
        return Planting.salesmen(Planting.mavens(marked, chosen, p.expertise()), chosen, p.persuasiveness(), false);
    }
}
