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
 * Adoption at rate p + qF, F being the share of adopters among all nodes; ties do not matter.
 *
 * <p>F. M. Bass 1969, doi:10.1287/mnsc.15.5.215, among finitely many agents and in steps; {@link BassCurve} is the limit of many agents
 * and short steps. Seeds have adopted at time 0. Times are years.
 */
@Component(service = Model.class)
@Described(
        id = "bass",
        name = "Bass diffusion",
        summary = "Adoption by innovation and by imitation of all adopters.",
        cite = "doi:10.1287/mnsc.15.5.215")
public final class Bass implements Model<Bass.Parameters> {
    /** For the registry, and for use as a plain library. */
    public Bass() {}

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
        return new BassSpread(network.graph(), false, p.innovation(), p.imitation(), p.step());
    }
}
