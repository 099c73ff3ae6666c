package org.einfluss.theory.livingston;

import java.util.Arrays;
import org.einfluss.api.Described;
import org.einfluss.api.None;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * Divides nodes into the tiers of an audience: the long tail, the magic middle, the high end and the top.
 *
 * <p>Ranked by out-degree, equal nodes in random order: the lower half of n nodes is the tail, those up to 90 % the middle, up to 99 % the high end, the rest
 * the top; each boundary is rounded. Node columns {@code tail}, {@code middle}, {@code high}, {@code top} hold who belongs where. After D. Sifry 2006, State
 * of the Blogosphere, whose magic middle had between 20 and 1000 links.
 */
@Component(service = Transform.class)
@Described(
        id = "degree-tiers",
        name = "Tiers by degree",
        summary = "Marks the lower half, the middle up to 90 %, the high end up to 99 % and the top by out-degree.")
public final class DegreeTiers implements Transform<None> {
    private static final String[] NAMES = {"tail", "middle", "high", "top"};
    private static final double[] ENDS = {0.5, 0.9, 0.99, 1};

    /** For the registry, and for use as a plain library. */
    public DegreeTiers() {}

    @Override
    public Network apply(None parameters, Network network, RandomStream random) {
        int n = network.nodes();
        int[] shuffled = new int[n];
        Arrays.setAll(shuffled, v -> v);
        random.shuffle(shuffled, 0, n);
        long[] ranked = new long[n];
        for (int i = 0; i < n; i++) {
            ranked[i] = (long) network.graph().outDegree(shuffled[i]) << 32 | i;
        }
        Arrays.sort(ranked);
        Network tiers = network;
        int begin = 0;
        for (int tier = 0; tier < NAMES.length; tier++) {
            int end = (int) Math.round(ENDS[tier] * n);
            boolean[] belongs = new boolean[n];
            for (int i = begin; i < end; i++) {
                belongs[shuffled[(int) ranked[i]]] = true;
            }
            tiers = tiers.withNodeColumn(Column.booleans(NAMES[tier], belongs)
                    .withMeaning("whether the node's degree is in the tier " + NAMES[tier]));
            begin = end;
        }
        return tiers;
    }
}
