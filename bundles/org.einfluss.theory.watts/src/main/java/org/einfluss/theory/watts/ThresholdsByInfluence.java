package org.einfluss.theory.watts;

import java.util.Arrays;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.graph.measure.Degrees;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * Gives each node a threshold that rises or falls with its influence, as node column {@code threshold}.
 *
 * <p>φ_i = from + (to − from) r_i, r_i being the share of nodes that influence fewer others than node i, nodes that influence as many counted
 * half. The mean threshold is (from + to)/2 whatever the degrees. To be used with {@code threshold: {kind: table}}. Variant of D. J. Watts and
 * P. S. Dodds 2007, doi:10.1086/518527, in our own form.
 */
@Component(service = Transform.class)
@Described(
        id = "thresholds-by-influence",
        name = "Thresholds by influence",
        summary = "Thresholds that rise or fall with the number of others a node influences.",
        cite = Influentials.WATTS_DODDS)
public final class ThresholdsByInfluence implements Transform<ThresholdsByInfluence.Parameters> {
    static final String COLUMN = "threshold";

    /** For the registry, and for use as a plain library. */
    public ThresholdsByInfluence() {}

    /**
     * Parameters of the transform.
     *
     * @param from threshold of those who influence fewest
     * @param to threshold of those who influence most
     */
    public record Parameters(
            @Param(
                    value = "Threshold of the least influential",
                    initial = "0.13",
                    range = "[0,1]",
                    unit = "share of neighbours")
            double from,

            @Param(
                    value = "Threshold of the most influential",
                    initial = "0.23",
                    range = "[0,1]",
                    unit = "share of neighbours")
            double to) {}

    @Override
    public boolean isRandom(Parameters parameters) {
        return false;
    }

    @Override
    public Network apply(Parameters parameters, Network network, RandomStream random) {
        Graph graph = network.graph();
        int n = graph.nodes();
        int[] nodes = Degrees.distribution(Degrees.out(graph));
        double[] rank = new double[nodes.length];
        long below = 0;
        for (int k = 0; k < nodes.length; k++) {
            rank[k] = (below + nodes[k] / 2.0) / n;
            below += nodes[k];
        }
        double[] threshold = new double[n];
        Arrays.setAll(
                threshold, v -> parameters.from() + (parameters.to() - parameters.from()) * rank[graph.outDegree(v)]);
        return network.withNodeColumn(Column.doubles(COLUMN, "share of neighbours", threshold)
                .withMeaning("Threshold by the rank of the number of others the node influences"));
    }
}
