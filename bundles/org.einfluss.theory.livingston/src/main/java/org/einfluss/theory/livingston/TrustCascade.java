package org.einfluss.theory.livingston;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.CascadeModel;
import org.einfluss.api.model.Model;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.graph.measure.Branching;
import org.osgi.service.component.annotations.Component;

/**
 * An independent cascade in which the seeds have talked with their followers before they ask for something.
 *
 * <p>Everyone starts with trust τ₀ in the sources it listens to. In each of L steps before the start the seeds converse with all their followers, which
 * takes away a share g of the distrust that is left: τ_L = 1 − (1 − τ₀)(1 − g)^L. An active node then activates each listener once with probability
 * (m/κ) τ/τ₀, at most 1: ordinary ties carry m times the critical probability ({@link Branching}), those of seeds that conversed carry more. With L = 0
 * it is the independent cascade. The reach of the seeds stays the same, so trust can be weighed against reach; what the conversation costs is for the
 * experiment to say. Own operationalisation of C. Brogan and J. Smith 2009 (Trust Agents).
 */
@Component(service = Model.class)
@Described(
        id = "trust-cascade",
        name = "Cascade on trust",
        summary = "Independent cascade whose seeds have won trust by conversation before.")
public final class TrustCascade extends CascadeModel<TrustCascade.Parameters> {
    /** For the registry, and for use as a plain library. */
    public TrustCascade() {}

    /**
     * Parameters of the model.
     *
     * @param multiple m, multiple of the critical probability on ordinary ties
     * @param lead L, steps of conversation before the start
     * @param trust τ₀, trust at the beginning
     * @param growth g, share of distrust that a step of conversation removes
     */
    public record Parameters(
            @Param(
                    value = "Multiple of the critical probability",
                    symbol = "m",
                    initial = "1",
                    range = "[0,1000]",
                    unit = "onward activations per activation")
            double multiple,

            @Param(value = "Lead time", symbol = "L", initial = "0", range = "[0,100000]", unit = "steps")
            int lead,

            @Param(value = "Trust at the beginning", symbol = "τ₀", initial = "0.5", range = "(0,1]", unit = "share")
            double trust,

            @Param(
                    value = "Growth of trust",
                    symbol = "g",
                    initial = "0.05",
                    range = "[0,1]",
                    unit = "of the distrust per step")
            double growth) {
        /** Returns τ_L, the trust in a seed after the conversation. */
        double won() {
            return 1 - (1 - trust) * StrictMath.pow(1 - growth, lead);
        }
    }

    @Override
    protected Rule rule(Parameters parameters, Network network) {
        Graph graph = network.graph();
        double ordinary = parameters.multiple() == 0 ? 0 : parameters.multiple() / Branching.factor(graph);
        double trusted = Math.min(1, ordinary * parameters.won() / parameters.trust());
        double plain = Math.min(1, ordinary);
        return (node, cascade) -> {
            double p = cascade.activeSince(node) == 0 ? trusted : plain; // active from the start: a seed
            for (int a = graph.arcBegin(node), end = graph.arcEnd(node); a < end; a++) {
                int listener = graph.target(a);
                if (!cascade.isActive(listener) && cascade.coin(a, p)) {
                    cascade.activate(listener, node);
                }
            }
        };
    }
}
