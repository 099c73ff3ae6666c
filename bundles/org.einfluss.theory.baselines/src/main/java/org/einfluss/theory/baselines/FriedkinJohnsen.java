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
 * Averaging with attachment to the initial opinion s: x ← ΛWx + (I − Λ)s, all at once.
 *
 * <p>N. E. Friedkin and E. C. Johnsen 1990, doi:10.1080/0022250X.1990.9990069. W as in {@link DeGroot}. Seeds start with, and stay
 * attached to, opinion 1. Ends when no opinion moves by 10⁻¹²; the limit is that of {@link FriedkinJohnsenLimit}.
 */
@Component(service = Model.class)
@Described(
        id = "friedkin-johnsen",
        name = "Friedkin–Johnsen model",
        summary = "Averaging among agents that stay attached to their initial opinions.",
        cite = "doi:10.1080/0022250X.1990.9990069")
public final class FriedkinJohnsen implements Model<FriedkinJohnsen.Parameters> {
    /** For the registry, and for use as a plain library. */
    public FriedkinJohnsen() {}

    /**
     * Parameters of the model.
     *
     * @param susceptibility susceptibility λ of each node to the others; 1 − λ is its attachment to its initial opinion
     * @param selfWeight weight a of a node's own opinion
     * @param weights relative weight of each source
     * @param initial opinions at the start of all nodes but the seeds, which start with opinion 1
     */
    public record Parameters(
            @Param(value = "Susceptibility", symbol = "λ", initial = "constant", unit = "share")
            Susceptibility susceptibility,

            @Param(value = "Weight of the own opinion", symbol = "a", initial = "0.5", range = "[0,1]", unit = "share")
            double selfWeight,

            @Param(value = "Influence along arcs", symbol = "w", initial = "in-degree")
            Weights weights,

            @Param(value = "Initial opinions", initial = "uniform")
            InitialOpinions initial) {}

    @Override
    public List<String> states() {
        return Opinions.STATES;
    }

    @Override
    public List<Variable> variables(Parameters parameters) {
        return Opinions.VARIABLES;
    }

    @Override
    public Simulation bind(Parameters p, Network network) {
        return new Averages(
                Averages.Linear.of(p.selfWeight(), p.weights(), p.susceptibility(), network), p.initial(), network);
    }
}
