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
 * SIR with a latent stage: infected nodes are exposed first and become infectious with probability σ per step.
 *
 * <p>Compartments after W. O. Kermack and A. G. McKendrick 1927, doi:10.1098/rspa.1927.0118. Seeds are infectious at time 0. With common coins a run
 * reaches exactly the nodes that SIR reaches with the same key, later.
 */
@Component(service = Model.class)
@Described(
        id = "seir",
        name = "SEIR epidemic",
        summary = "As SIR, with a stage between infection and infectiousness.",
        cite = "doi:10.1098/rspa.1927.0118")
public final class SusceptibleExposedInfectiousRecovered
        implements Model<SusceptibleExposedInfectiousRecovered.Parameters> {
    /** For the registry, and for use as a plain library. */
    public SusceptibleExposedInfectiousRecovered() {}

    /**
     * Parameters of the model.
     *
     * @param infection probability β that an infectious node infects a susceptible listener in one step
     * @param onset probability σ that an exposed node becomes infectious in one step
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

            @Param(value = "Onset probability", symbol = "σ", initial = "0.2", range = "(0,1]", unit = "per step")
            double onset,

            @Param(value = "Recovery probability", symbol = "γ", initial = "0.1", range = "[0,1]", unit = "per step")
            double recovery) {}

    @Override
    public List<String> states() {
        return Course.SEIR.states();
    }

    @Override
    public List<Variable> variables(Parameters parameters) {
        return Course.SEIR.variables("steps");
    }

    @Override
    public Simulation bind(Parameters p, Network network) {
        return new Epidemic(Course.SEIR, network.graph(), p.infection(), p.onset(), p.recovery(), Integer.MAX_VALUE);
    }
}
