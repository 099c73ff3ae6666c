package org.einfluss.theory.livingston;

import java.util.Arrays;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * Lets some nodes win the trust of their listeners by conversation.
 *
 * <p>Everyone is trusted τ₀. Trust agents, a random share of the nodes whatever their ties, converse for L steps, each of which takes away a share g of the
 * distrust that is left: τ_L = 1 − (1 − τ₀)(1 − g)^L. Conversation is work: a step with one listener costs c, so that an agent with f listeners has
 * spent c · L · f. Node column {@code effort} holds that, in units of what a follower costs a campaign, so that a seeding can charge it. Node column {@code trust} holds the trust in each node, {@code agent} who they are. Ties stay as they are,
 * so trust can be weighed against reach. A model may let sources carry in proportion to trust (independent cascade, {@code probability: {kind:
 * critical, source: trust}}). Own operationalisation of C. Brogan and J. Smith 2009 (Trust Agents).
 */
@Component(service = Transform.class)
@Described(
        id = "plant-trust",
        name = "Trust agents",
        summary = "Trust in nodes, which a random share of them has raised by conversation.")
public final class PlantTrust implements Transform<PlantTrust.Parameters> {
    /** For the registry, and for use as a plain library. */
    public PlantTrust() {}

    /**
     * Parameters of the transform.
     *
     * @param share share of nodes that are trust agents
     * @param lead L, steps of conversation
     * @param trust τ₀, trust at the beginning
     * @param growth g, share of distrust that a step of conversation removes
     * @param talk c, what a step of conversation with one listener costs
     */
    public record Parameters(
            @Param(value = "Share of trust agents", initial = "0.05", range = "[0,1]", unit = "share of nodes")
            double share,

            @Param(value = "Lead time", symbol = "L", initial = "10", range = "[0,100000]", unit = "steps")
            int lead,

            @Param(value = "Trust at the beginning", symbol = "τ₀", initial = "0.5", range = "[0,1]", unit = "share")
            double trust,

            @Param(
                    value = "Growth of trust",
                    symbol = "g",
                    initial = "0.05",
                    range = "[0,1]",
                    unit = "of the distrust per step")
            double growth,

            @Param(
                    value = "Price of conversation",
                    symbol = "c",
                    initial = "0.1",
                    range = "[0,1000000]",
                    unit = "followers' worth per listener and step",
                    help = "1: talking with a listener once costs as much as addressing a follower once")
            double talk) {
        /** Returns τ_L, the trust in an agent after the conversation. */
        double won() {
            return 1 - (1 - trust) * StrictMath.pow(1 - growth, lead);
        }
    }

    @Override
    public Network apply(Parameters parameters, Network network, RandomStream random) {
        int n = network.nodes();
        int[] order = new int[n];
        Arrays.setAll(order, v -> v);
        random.shuffle(order, 0, n);
        double[] trust = new double[n];
        Arrays.fill(trust, parameters.trust());
        boolean[] agent = new boolean[n];
        double[] effort = new double[n];
        for (int i = 0; i < Math.round(parameters.share() * n); i++) {
            agent[order[i]] = true;
            trust[order[i]] = parameters.won();
            effort[order[i]] =
                    parameters.talk() * parameters.lead() * network.graph().outDegree(order[i]);
        }
        return network.withNodeColumn(
                        Column.doubles("trust", "", trust).withMeaning("trust that listeners have in the node"))
                .withNodeColumn(
                        Column.booleans("agent", agent).withMeaning("whether the node won trust by conversation"))
                .withNodeColumn(Column.doubles("effort", "followers' worth", effort)
                        .withMeaning("what the node's conversation has cost"));
    }
}
