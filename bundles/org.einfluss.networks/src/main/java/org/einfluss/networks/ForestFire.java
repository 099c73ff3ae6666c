package org.einfluss.networks;

import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.model.Generator;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * A growing network in which a new node's links spread from acquaintance to acquaintance like a fire.
 *
 * <p>With forward probability 0 it is a random recursive tree.
 */
@Component(service = Generator.class)
@Described(
        id = "forest-fire",
        name = "Forest fire network",
        summary = "Each new node links to a random one and, like a fire, on to its acquaintances.",
        cite = "doi:10.1145/1217299.1217301")
public final class ForestFire implements Generator<ForestFire.Parameters> {
    /** For the registry, and for use as a plain library. */
    public ForestFire() {}

    /**
     * Parameters of the generator.
     *
     * @param nodes number of nodes n
     * @param forward probability p of burning on along a link
     * @param backward ratio r of burning against a link to burning along it
     * @param directed whether links stay directed
     */
    public record Parameters(
            @Param(value = "Number of nodes", symbol = "n", initial = "10000", range = "[1,1000000]", unit = "nodes")
            int nodes,

            @Param(
                    value = "Forward burning probability",
                    symbol = "p",
                    initial = "0.37",
                    range = "[0,1)",
                    help = "A node burns on to p/(1-p) of those it has linked itself to, on average")
            double forward,

            @Param(
                    value = "Backward burning ratio",
                    symbol = "r",
                    initial = "0.32",
                    range = "[0,1]",
                    unit = "ratio to forward",
                    help = "A node burns on to rp/(1-rp) of those that have linked themselves to it, on average")
            double backward,

            @Param(
                    value = "Directed",
                    initial = "false",
                    help = "The newcomer listens to those it links itself to: arcs lead from older to newer nodes only")
            boolean directed) {}

    @Override
    public Network draw(Parameters parameters, RandomStream random) {
        try {
            return Network.of(org.einfluss.graph.generate.ForestFire.draw(
                    parameters.nodes(), parameters.forward(), parameters.backward(), parameters.directed(), random));
        } catch (IllegalArgumentException impossible) { // a fire that burns everything
            throw new InputException(impossible.getMessage(), impossible);
        }
    }
}
