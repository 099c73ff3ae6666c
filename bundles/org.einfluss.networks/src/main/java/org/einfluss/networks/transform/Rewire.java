package org.einfluss.networks.transform;

import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.Rewiring;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * Swaps ends of ties at random so that every node keeps its number of ties in and out: the null model of degrees ({@link Rewiring}).
 *
 * <p>All layers are rewired, each by itself; self-loops and parallel arcs are left out first. Arc columns are left out, as no tie is the one it was.
 */
@Component(service = Transform.class)
@Described(
        id = "rewire",
        name = "Rewire",
        summary = "Swaps ends of ties at random; every node keeps its number of ties.",
        cite = "doi:10.1126/science.1065103")
public final class Rewire implements Transform<Rewire.Parameters> {
    /** For the registry, and for use as a plain library. */
    public Rewire() {}

    /**
     * Parameters of the transform.
     *
     * @param attempts attempted swaps per tie
     */
    public record Parameters(
            @Param(value = "Attempts", initial = "10", range = "[0,1000]", unit = "swaps per tie")
            double attempts) {}

    @Override
    public Network apply(Parameters p, Network network, RandomStream random) {
        Network result = network;
        for (String layer : network.layers()) {
            Graph rewired = Rewiring.draw(network.graph(layer), p.attempts(), random);
            result = result.withLayer(layer, rewired, List.of());
        }
        return result;
    }
}
