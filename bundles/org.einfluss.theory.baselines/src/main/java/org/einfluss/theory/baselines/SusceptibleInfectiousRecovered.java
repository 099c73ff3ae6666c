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
 * Infection with lasting immunity: infected with probability 1 − (1 − β)^m per step, recovered with probability γ per step.
 *
 * <p>Compartments after W. O. Kermack and A. G. McKendrick 1927, doi:10.1098/rspa.1927.0118. Seeds are infectious at time 0. A node infected
 * at step t first tries its listeners in step t + 1, and recovers at the end of that step at the earliest.
 */
@Component(service = Model.class)
@Described(
        id = "sir",
        name = "SIR epidemic",
        summary = "Infectious nodes infect their neighbours until they recover for good.",
        cite = "doi:10.1098/rspa.1927.0118")
public final class SusceptibleInfectiousRecovered implements Model<SusceptibleInfectiousRecovered.Parameters> {
    /** For the registry, and for use as a plain library. */
    public SusceptibleInfectiousRecovered() {}

    /**
     * Parameters of the model.
     *
     * @param infection probability β that an infectious node infects a susceptible listener in one step
     * @param recovery probability γ that the infectious period ends in one step
     */
    public record Parameters(
            @Param(
                    value = "Infection probability",
                    symbol = "β",
                    initial = "0.3",
                    range = "[0,1]",
                    unit = "per arc and step")
            double infection,

            @Param(value = "Recovery probability", symbol = "γ", initial = "0.1", range = "[0,1]", unit = "per step")
            double recovery) {}

    @Override
    public List<String> states() {
        return Course.SIR.states();
    }

    @Override
    public List<Variable> variables(Parameters parameters) {
        return Course.SIR.variables("steps");
    }

    @Override
    public Simulation bind(Parameters p, Network network) {
        return new Epidemic(Course.SIR, network.graph(), p.infection(), 1, p.recovery(), Integer.MAX_VALUE);
    }
}
