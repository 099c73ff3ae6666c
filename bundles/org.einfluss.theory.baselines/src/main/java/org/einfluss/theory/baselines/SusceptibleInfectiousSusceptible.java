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
 * Infection without immunity: infected with probability 1 − (1 − β)^m per step, susceptible again with probability γ per step.
 *
 * <p>Compartments after W. O. Kermack and A. G. McKendrick 1927, doi:10.1098/rspa.1927.0118. Seeds are infectious at time 0. Ends when
 * nobody is infectious, or at the horizon as censored: the endemic state of a finite network is quasi-stationary.
 */
@Component(service = Model.class)
@Described(
        id = "sis",
        name = "SIS epidemic",
        summary = "Infectious nodes infect their neighbours, recover, and can be infected again.",
        cite = "doi:10.1098/rspa.1927.0118")
public final class SusceptibleInfectiousSusceptible implements Model<SusceptibleInfectiousSusceptible.Parameters> {
    /** For the registry, and for use as a plain library. */
    public SusceptibleInfectiousSusceptible() {}

    /**
     * Parameters of the model.
     *
     * @param infection probability β that an infectious node infects a susceptible listener in one step
     * @param recovery probability γ that the infectious period ends in one step
     * @param horizon steps after which a run is cut off and counted as censored
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
            double recovery,

            @Param(
                    value = "Longest run",
                    symbol = "T",
                    initial = "10000",
                    range = "[1,1000000]",
                    unit = "steps",
                    advanced = true)
            int horizon) {}

    @Override
    public List<String> states() {
        return Course.SIS.states();
    }

    @Override
    public List<Variable> variables(Parameters parameters) {
        return Course.SIS.variables("steps");
    }

    @Override
    public Simulation bind(Parameters p, Network network) {
        return new Epidemic(Course.SIS, network.graph(), p.infection(), 1, p.recovery(), p.horizon());
    }
}
