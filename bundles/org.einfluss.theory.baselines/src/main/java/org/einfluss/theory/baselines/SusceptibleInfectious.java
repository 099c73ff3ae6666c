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
 * Once infected, for ever infectious: a susceptible node with m infectious sources is infected with probability 1 − (1 − β)^m per step.
 *
 * <p>Compartments after W. O. Kermack and A. G. McKendrick 1927, doi:10.1098/rspa.1927.0118. Seeds are infectious at time 0. Ends when nobody
 * infectious has a susceptible listener left.
 */
@Component(service = Model.class)
@Described(
        id = "si",
        name = "SI epidemic",
        summary = "Infectious nodes infect their neighbours and stay infectious.",
        cite = "doi:10.1098/rspa.1927.0118")
public final class SusceptibleInfectious implements Model<SusceptibleInfectious.Parameters> {
    /** For the registry, and for use as a plain library. */
    public SusceptibleInfectious() {}

    /**
     * Parameters of the model.
     *
     * @param infection probability β that an infectious node infects a susceptible listener in one step
     */
    public record Parameters(
            @Param(
                    value = "Infection probability",
                    symbol = "β",
                    initial = "0.3",
                    range = "[0,1]",
                    unit = "per arc and step")
            double infection) {}

    @Override
    public List<String> states() {
        return Course.SI.states();
    }

    @Override
    public List<Variable> variables(Parameters parameters) {
        return Course.SI.variables("steps");
    }

    @Override
    public Simulation bind(Parameters p, Network network) {
        return new Epidemic(Course.SI, network.graph(), p.infection(), 1, 0, Integer.MAX_VALUE);
    }
}
