package org.einfluss.networks.transform;

import java.util.BitSet;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.graph.Subnetwork;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/** The nodes that meet a condition on a column, and all ties between them. */
@Component(service = Transform.class)
@Described(
        id = "filter-nodes",
        name = "Filter nodes",
        summary = "Keeps the nodes whose value in a column meets a condition, and the ties between them.")
public final class FilterNodes implements Transform<FilterNodes.Parameters> {
    /** For the registry, and for use as a plain library. */
    public FilterNodes() {}

    /**
     * Parameters of the transform.
     *
     * @param column name of the node column
     * @param keep what its values must be
     */
    public record Parameters(
            @Param(value = "Node column") String column,

            @Param(value = "Kept", initial = "{kind: present}")
            Condition keep) {}

    @Override
    public boolean isRandom(Parameters p) {
        return false;
    }

    @Override
    public Network apply(Parameters p, Network network, RandomStream random) {
        Column column = Condition.column(network.nodeColumns(), p.column(), "node");
        BitSet kept = new BitSet(network.nodes());
        for (int v = 0; v < network.nodes(); v++) {
            kept.set(v, p.keep().keeps(column, v));
        }
        return Subnetwork.of(network, kept);
    }
}
