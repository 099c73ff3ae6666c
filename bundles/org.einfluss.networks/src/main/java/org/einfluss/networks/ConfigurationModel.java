package org.einfluss.networks;

import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.model.Generator;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.ConfigurationModel.Variant;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * An undirected network with degrees from a given law and no further structure.
 *
 * <p>Stubs are paired at random. {@code multi} keeps the self-loops and parallel links that arise; {@code erased} drops them, which lowers the
 * highest degrees a little. What arose and was lost is stated in the network's facts.
 */
@Component(service = Generator.class)
@Described(
        id = "configuration-model",
        name = "Configuration model",
        summary = "Degrees are drawn from a law, then stubs are paired at random.",
        cite = "doi:10.1016/S0195-6698(80)80030-8")
public final class ConfigurationModel implements Generator<ConfigurationModel.Parameters> {
    /** For the registry, and for use as a plain library. */
    public ConfigurationModel() {}

    /**
     * Parameters of the generator.
     *
     * @param nodes number of nodes n
     * @param degrees law of the degrees
     * @param variant whether self-loops and parallel links stay
     */
    public record Parameters(
            @Param(value = "Number of nodes", symbol = "n", initial = "10000", range = "[1,5000000]", unit = "nodes")
            int nodes,

            @Param(value = "Degree law", initial = "poisson")
            DegreeLaw degrees,

            @Param(
                    value = "Variant",
                    initial = "erased",
                    help = "multi keeps self-loops and parallel links, erased drops them")
            Variant variant) {}

    @Override
    public Network draw(Parameters parameters, RandomStream random) {
        try {
            return parameters.degrees().draw(parameters.nodes(), parameters.variant(), random);
        } catch (IllegalArgumentException impossible) { // degrees whose sum is hardly ever even
            throw new InputException(impossible.getMessage(), impossible);
        }
    }
}
