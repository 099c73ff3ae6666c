package org.einfluss.theory.baselines;

import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Variable;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Adoption at rate p + qf, f being the share of adopters among a node's sources.
 *
 * <p>F. M. Bass 1969, doi:10.1287/mnsc.15.5.215, with imitation along ties. An adoption is blamed on innovation with probability
 * (1 − e^{−ph}) / (1 − e^{−(p + qf)h}) for a step of length h, otherwise on one of the sources that have adopted, all equally likely. Times are years.
 */
@Component(service = Model.class)
@Described(
        id = "network-bass",
        name = "Bass diffusion on a network",
        summary = "Adoption by innovation and by imitation of adopting neighbours.",
        cite = "doi:10.1287/mnsc.15.5.215")
public final class NetworkBass implements Model<NetworkBass.Parameters> {
    /** For the registry, and for use as a plain library. */
    public NetworkBass() {}

    /**
     * Parameters of the model.
     *
     * @param innovation rate p of adopting without influence of others
     * @param imitation rate q of adopting where all others have adopted
     * @param step length of a step
     */
    public record Parameters(
            @Param(value = "Innovation", symbol = "p", initial = "0.03", range = "[0.0001,0.2]", unit = "per year")
            double innovation,

            @Param(value = "Imitation", symbol = "q", initial = "0.38", range = "[0,1]", unit = "per year")
            double imitation,

            @Param(value = "Length of a step", initial = "0.1", range = "[0.001,1]", unit = "years", advanced = true)
            double step) {}

    @Override
    public List<Variable> variables(Parameters parameters) {
        return BassSpread.VARIABLES;
    }

    @Override
    public Simulation bind(Parameters p, Network network) {
        return new BassSpread(network.graph(), true, p.innovation(), p.imitation(), p.step());
    }
}
