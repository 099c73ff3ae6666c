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
 * A random node and a random listener of its own who agree convince all listeners of both.
 *
 * <p>K. Sznajd-Weron and J. Sznajd 2000, doi:10.1142/S0129183100000936, in the form where pairs that disagree do nothing. Seeds hold
 * opinion 1. Ends when no agreeing pair has a listener of the other opinion, or at the horizon as censored.
 */
@Component(service = Model.class)
@Described(
        id = "sznajd",
        name = "Sznajd model",
        summary = "A pair that agrees convinces all its neighbours.",
        cite = "doi:10.1142/S0129183100000936")
public final class Sznajd implements Model<Sznajd.Parameters> {
    /** For the registry, and for use as a plain library. */
    public Sznajd() {}

    /**
     * Parameters of the model.
     *
     * @param initial who holds opinion 1 from the start, besides the seeds
     * @param horizon sweeps after which a run is cut off and counted as censored
     */
    public record Parameters(
            @Param(value = "Initial holders of opinion 1", initial = "share")
            InitialHolders initial,

            @Param(
                    value = "Longest run",
                    symbol = "T",
                    initial = "10000",
                    range = "[1,1000000]",
                    unit = "sweeps",
                    advanced = true)
            int horizon) {}

    @Override
    public List<String> states() {
        return TwoOpinions.STATES;
    }

    @Override
    public List<Variable> variables(Parameters parameters) {
        return TwoOpinions.VARIABLES;
    }

    @Override
    public Simulation bind(Parameters p, Network network) {
        return new ConvincingPairs(p.initial(), p.horizon(), network);
    }
}
