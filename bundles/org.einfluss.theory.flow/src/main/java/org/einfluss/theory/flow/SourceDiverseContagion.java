package org.einfluss.theory.flow;

import java.util.ArrayList;
import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Variable;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Contagion that asks for different sources and tires of repeated pushes: our operationalisation of influence as a mosaic.
 *
 * <p>A source s that has pushed n times to node i gives the evidence g(n) = a n exp(−n/n₀), greatest at n = n₀; if it is visibly paid,
 * times 1 − b. With B_i = max(0, Σ over s of g(n_is)) and D_i the number of different {@link Contexts} that pushes have come from, an
 * inactive node adopts in a step with probability (1 − exp(−B_i)) · {@link Gate#factor factor}(D_i). Active nodes push to each inactive
 * listener with probability λ per step; the pushes of a campaign come on top. Optionally a node that one source has pushed more than
 * n_max times is lost: it never adopts, and each of its listeners hears a warning once, −g(1).
 *
 * <p><b>The model contains its claim:</b> that more sources achieve more than more pushes is an identity of g. A study with it should run
 * the nested null models beside it: no fatigue (n₀ = ∞), no gate (d = 1), no suspicion (b = 0). Background: D. Centola and M. Macy
 * 2007, doi:10.1086/521848; J. Ugander et al. 2012, doi:10.1073/pnas.1116502109.
 *
 * <p>Synchronous: pushes of step t come from nodes active before it, and count in the decisions of step t; warnings count from the next
 * step on. Pushes to a node that is active or lost are not made. A run ends when nothing can change any more, or at the horizon, which is
 * part of the model and no censoring. Coins belong to arc and step, decisions to node and step, so that they are common to strategies.
 * Parallel arcs are one source that pushes more often; self-loops do not count.
 */
@Component(service = Model.class)
@Described(
        id = "source-diverse-contagion",
        name = "Source-diverse contagion with push fatigue",
        summary = "Adoption needs pushes from different contexts; repeated pushes of one source tire.",
        cite = {"doi:10.1086/521848", "doi:10.1073/pnas.1116502109"})
public final class SourceDiverseContagion implements Model<SourceDiverseContagion.Parameters> {
    /** For the registry, and for use as a plain library. */
    public SourceDiverseContagion() {}

    /**
     * Parameters of the model.
     *
     * @param evidence evidence a per push of a source that does not tire
     * @param fatigue whether repeated pushes tire
     * @param gate how adoption depends on the number of contexts
     * @param contexts what counts as a context
     * @param suspicion part b of the evidence that a visibly paid source loses
     * @param seedsPaid whether the seeds are visibly paid
     * @param reactance whether too many pushes lose a node
     * @param pushing probability λ that an active node pushes to a listener in a step
     * @param horizon number of steps T after which a run ends
     */
    public record Parameters(
            @Param(value = "Evidence per push", symbol = "a", initial = "0.3", range = "(0,inf)")
            double evidence,

            @Param(value = "Push fatigue", symbol = "n₀", initial = "at", help = "none: the nested null model")
            Fatigue fatigue,

            @Param(value = "Diversity gate", initial = "hard", help = "hard with one context: the nested null model")
            Gate gate,

            @Param(value = "Context of a source", initial = "components")
            Contexts contexts,

            @Param(
                    value = "Suspicion of paid sources",
                    symbol = "b",
                    initial = "0.5",
                    range = "[0,1]",
                    unit = "share of evidence",
                    help = "0: the nested null model")
            double suspicion,

            @Param(value = "Seeds are visibly paid", initial = "false")
            boolean seedsPaid,

            @Param(value = "Reactance", initial = "none") Reactance reactance,

            @Param(value = "Pushing", symbol = "λ", initial = "0.2", range = "[0,1]", unit = "per arc and step")
            double pushing,

            @Param(value = "Horizon", symbol = "T", initial = "200", range = "[1,1000000]", unit = "steps")
            int horizon) {}

    @Override
    public Simulation bind(Parameters parameters, Network network) {
        return new MosaicRun(parameters, network);
    }

    @Override
    public List<Variable> variables(Parameters parameters) {
        List<Variable> variables = new ArrayList<>(Variable.CASCADE);
        variables.add(new Variable("lost", "nodes", "Nodes lost for good because one source pushed too often"));
        variables.add(new Variable("pushes", "pushes", "Pushes made to nodes that had neither adopted nor been lost"));
        return variables;
    }

    @Override
    public List<String> states() {
        return List.of("inactive", "active", "lost");
    }
}
