package org.einfluss.networks.transform;

import java.util.BitSet;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Network;
import org.einfluss.graph.Subnetwork;
import org.einfluss.graph.measure.KCore;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/** The k-core of the first layer, directions, loops and parallel arcs left out of account: each node has at least k neighbours within it. */
@Component(service = Transform.class)
@Described(
        id = "k-core",
        name = "k-core",
        summary = "Keeps the largest part in which every node has at least k neighbours.",
        cite = "doi:10.1016/0378-8733(83)90028-X")
public final class Core implements Transform<Core.Parameters> {
    /** For the registry, and for use as a plain library. */
    public Core() {}

    /**
     * Parameters of the transform.
     *
     * @param k least number of neighbours within the core
     */
    public record Parameters(
            @Param(value = "Neighbours within", symbol = "k", initial = "2", range = "[0,inf)", unit = "nodes")
            int k) {}

    @Override
    public boolean isRandom(Parameters p) {
        return false;
    }

    @Override
    public Network apply(Parameters p, Network network, RandomStream random) {
        int[] numbers = KCore.numbers(network.graph());
        BitSet kept = new BitSet(numbers.length);
        for (int v = 0; v < numbers.length; v++) {
            kept.set(v, numbers[v] >= p.k());
        }
        return Subnetwork.of(network, kept);
    }
}
