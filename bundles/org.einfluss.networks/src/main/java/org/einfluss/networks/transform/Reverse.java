package org.einfluss.networks.transform;

import org.einfluss.api.Described;
import org.einfluss.api.None;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;
import org.einfluss.graph.Network;
import org.einfluss.graph.Subnetwork;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/** Every arc u→v becomes v→u, in all layers; what it carries stays with it. Undirected layers stay as they are. */
@Component(service = Transform.class)
@Described(id = "reverse", name = "Reverse ties", summary = "Turns every arc round: who influenced is now influenced.")
public final class Reverse implements Transform<None> {
    /** For the registry, and for use as a plain library. */
    public Reverse() {}

    @Override
    public boolean isRandom(None p) {
        return false;
    }

    @Override
    public Network apply(None p, Network network, RandomStream random) {
        Network result = network;
        for (String layer : network.layers()) {
            Graph graph = network.graph(layer);
            if (graph.isDirected()) {
                InArcs in = graph.inArcs();
                Graph reversed = Graph.ofCanonical(
                        true,
                        graph.isSimple(),
                        in.offsets().clone(),
                        in.sources().clone());
                result = Subnetwork.withLayer(result, layer, reversed, in.arcs());
            }
        }
        return result;
    }
}
