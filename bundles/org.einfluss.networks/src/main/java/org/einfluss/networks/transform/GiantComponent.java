package org.einfluss.networks.transform;

import java.util.Arrays;
import java.util.BitSet;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.graph.Subnetwork;
import org.einfluss.graph.measure.Components;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/** The largest component by the ties of the first layer; of several of one size the one with the lowest node. */
@Component(service = Transform.class)
@Described(
        id = "giant-component",
        name = "Giant component",
        summary = "Keeps the largest set of nodes that hang together, and the ties between them.")
public final class GiantComponent implements Transform<GiantComponent.Parameters> {
    /** For the registry, and for use as a plain library. */
    public GiantComponent() {}

    /** How nodes hang together. */
    public enum Connection {
        /** By ties in whatever direction. */
        WEAK,
        /** Each reaches each other along arcs. */
        STRONG
    }

    /**
     * Parameters of the transform.
     *
     * @param connection how its nodes hang together
     */
    public record Parameters(
            @Param(
                    value = "Connection",
                    initial = "weak",
                    help = "weak: by ties in whatever direction; strong: each node reaches each other along arcs.")
            Connection connection) {}

    @Override
    public boolean isRandom(Parameters p) {
        return false;
    }

    @Override
    public Network apply(Parameters p, Network network, RandomStream random) {
        Graph graph = network.graph();
        if (graph.nodes() == 0) {
            return network;
        }
        Components components = p.connection() == Connection.WEAK ? Components.weak(graph) : Components.strong(graph);
        BitSet kept = new BitSet(graph.nodes());
        Arrays.stream(components.members(0)).forEach(kept::set);
        return Subnetwork.of(network, kept);
    }
}
