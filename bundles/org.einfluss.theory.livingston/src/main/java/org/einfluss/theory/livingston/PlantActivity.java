package org.einfluss.theory.livingston;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * Makes a few nodes create most of what is said: activities from a Pareto law.
 *
 * <p>Node column {@code activity} holds a_u, drawn independently of the ties with density ∝ a^{−γ} above its least value, whose mean is 1. The Gini coefficient
 * of the law is 1/(2γ − 3). A model may let sources carry in proportion to it (independent cascade, {@code probability: {kind: critical, source:
 * activity}}). Own operationalisation of the claim of B. McConnell and J. Huba 2006 (Citizen Marketers) that one in a hundred creates.
 */
@Component(service = Transform.class)
@Described(
        id = "plant-activity",
        name = "Unequal activity",
        summary = "Activities of nodes from a Pareto law, independent of their ties.")
public final class PlantActivity implements Transform<PlantActivity.Parameters> {
    /** Node column of the activities. */
    static final String ACTIVITY = "activity";

    /** For the registry, and for use as a plain library. */
    public PlantActivity() {}

    /**
     * Parameters of the transform.
     *
     * @param exponent exponent γ of the density of activities
     */
    public record Parameters(
            @Param(
                    value = "Exponent of activity",
                    symbol = "γ",
                    initial = "2.2",
                    range = "(2,20]",
                    help = "Near 2 a few do nearly everything")
            double exponent) {}

    @Override
    public Network apply(Parameters parameters, Network network, RandomStream random) {
        double tail = parameters.exponent() - 1;
        double least = (tail - 1) / tail;
        double[] activity = new double[network.nodes()];
        for (int v = 0; v < activity.length; v++) {
            activity[v] = least * StrictMath.pow(1 - random.nextDouble(), -1 / tail);
        }
        return network.withNodeColumn(
                Column.doubles(ACTIVITY, "", activity).withMeaning("activity of the node, mean 1"));
    }
}
