package org.einfluss.networks.transform;

import java.util.Optional;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.graph.Subnetwork;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/** All nodes, and the ties that meet a condition on a column: strong ones, those of a kind, those of a time. */
@Component(service = Transform.class)
@Described(
        id = "filter-ties",
        name = "Filter ties",
        summary = "Keeps all nodes, and the ties whose value in a column meets a condition.")
public final class FilterTies implements Transform<FilterTies.Parameters> {
    /** For the registry, and for use as a plain library. */
    public FilterTies() {}

    /**
     * Parameters of the transform.
     *
     * @param column name of the arc column
     * @param keep what its values must be
     * @param layer the layer whose ties are chosen; empty: the first
     */
    public record Parameters(
            @Param(value = "Arc column", initial = "weight") String column,

            @Param(value = "Kept", initial = "{kind: present}")
            Condition keep,

            @Param(value = "Layer", help = "Left out: the first layer.", advanced = true)
            Optional<String> layer) {}

    @Override
    public boolean isRandom(Parameters p) {
        return false;
    }

    @Override
    public Network apply(Parameters p, Network network, RandomStream random) {
        String layer = p.layer().orElse(network.layers().get(0));
        SelectLayers.check(network, layer);
        Column column = Condition.column(network.arcColumns(layer), p.column(), "arc");
        return Subnetwork.withTies(network, layer, arc -> p.keep().keeps(column, arc));
    }
}
