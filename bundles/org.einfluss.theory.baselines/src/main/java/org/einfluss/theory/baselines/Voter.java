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
 * A random node copies the opinion of a random source of its own; n such updates are one sweep (node update).
 *
 * <p>R. A. Holley and T. M. Liggett 1975, doi:10.1214/aop/1176996306. On a connected undirected network opinion 1 wins with
 * probability Σ k_i s_i / Σ k_i. Seeds hold opinion 1. Sequential numbers from the stream of the dynamics.
 */
@Component(service = Model.class)
@Described(
        id = "voter",
        name = "Voter model",
        summary = "A random node copies a random neighbour.",
        cite = "doi:10.1214/aop/1176996306")
public final class Voter implements Model<Voter.Parameters> {
    /** For the registry, and for use as a plain library. */
    public Voter() {}

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
        return new CopyingVoters(1, 0, p.initial(), p.horizon(), network);
    }
}
