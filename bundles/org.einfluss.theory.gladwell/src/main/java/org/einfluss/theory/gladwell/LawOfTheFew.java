package org.einfluss.theory.gladwell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Variable;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Word of mouth among people who differ: connectors know many, mavens find out and tell, salesmen persuade.
 *
 * <p>States: unaware, aware, adopter, and dropped out. Time is discrete; all read the state of step t and write t + 1.
 *
 * <ul>
 *   <li>Awareness: an adopter tells each unaware listener with probability p_tell per step; so does an aware node that has not adopted, with
 *       probability p_tell·e (mavens have e = 1, others e = 0).
 *   <li>Discovery: an unaware node becomes aware by itself with probability δ·e per step.
 *   <li>Adoption: an aware node i adopts with probability h_i = min(1, σ·c_eff·[1 − Π_j (1 − min(1, a·w_j·g(e_j)))]) per step, the product
 *       over the adopters j that it listens to; g(e) = (1 + e)/2; c_eff = c·(1 + κ·(share of adopters in i's group)).
 *   <li>Retention: an adopter drops out with probability μ(1 − σ) per step and influences nobody any more.
 * </ul>
 *
 * <p>The model is our operationalisation of Gladwell (2000): σ is the stickiness of the item, c the context, κ the power of context within
 * groups. Connectors get no bonus: they have the links. The size of 150 is Gladwell's claim, not a fact. Groups come from a node column, or
 * are cut from a breadth-first walk in blocks of the given size.
 *
 * <p>With common coins every random number belongs to a node or an arc and a step, so that a run with a larger σ, c, a or p_tell reaches at
 * least the adopters of a run with smaller ones at every step, as long as nobody drops out. The cause of an adoption in the log is the adopter
 * among the node's sources that has adopted first (ties: the one that was activated first).
 *
 * <p>A run ends when nobody can adopt any more. Without drop-out (μ = 0) everyone who can be reached adopts sooner or later: then give a step
 * limit, or compare times.
 */
@Component(service = Model.class)
@Described(
        id = "law-of-the-few",
        name = "Law of the few",
        summary =
                "Awareness, persuasion and drop-out among connectors, mavens, salesmen and others; stickiness and context. "
                        + "Our operationalisation of Gladwell's book.",
        cite = Traits.GLADWELL)
public final class LawOfTheFew implements Model<LawOfTheFew.Parameters> {
    private static final List<Variable> VARIABLES = variables();

    /** For the registry, and for use as a plain library. */
    public LawOfTheFew() {}

    /** What happens between hearing and adopting. */
    public enum Contagion {
        /** People hear of the item first, then are persuaded, step after step. */
        WORD_OF_MOUTH,
        /** Everyone is aware from the start, without an event in the log; adopters persuade step after step. */
        ALL_AWARE,
        /** Everyone is aware from the start; an adopter persuades in the step after its adoption and never again. */
        ONE_SHOT
    }

    /**
     * Parameters of the model.
     *
     * @param stickiness σ
     * @param context c
     * @param persuasion a
     * @param telling p_tell
     * @param discovery δ
     * @param groupPower κ
     * @param groupSize size of the groups that are made where no column gives them
     * @param dropOut μ
     * @param contagion what happens between hearing and adopting
     * @param expertise node column of e
     * @param persuasiveness node column of w
     * @param group node column of groups; empty: groups are made
     */
    public record Parameters(
            @Param(value = "Stickiness", symbol = "σ", initial = "0.5", range = "[0,1]")
            double stickiness,

            @Param(value = "Context", symbol = "c", initial = "1", range = "[0,1]")
            double context,

            @Param(
                    value = "Persuasion",
                    symbol = "a",
                    initial = "0.1",
                    range = "[0,1]",
                    unit = "per adopter and step",
                    help =
                            "Probability that an adopter of expertise 1 and persuasiveness 1 persuades, if the item sticks.")
            double persuasion,

            @Param(
                    value = "Telling",
                    symbol = "p_tell",
                    initial = "0.05",
                    range = "[0,1]",
                    unit = "per arc and step",
                    help = "Probability that an adopter or aware maven tells a listener.")
            double telling,

            @Param(
                    value = "Discovery",
                    symbol = "δ",
                    initial = "0.01",
                    range = "[0,1]",
                    unit = "per step",
                    help = "Probability that a maven of expertise 1 finds out by itself.")
            double discovery,

            @Param(
                    value = "Power of context",
                    symbol = "κ",
                    initial = "0",
                    range = "[0,100]",
                    help =
                            "How much a group full of adopters raises the context: c(1 + κ · share of adopters in the group).")
            double groupPower,

            @Param(
                    value = "Group size",
                    initial = "150",
                    range = "[1,inf)",
                    unit = "nodes",
                    help = "Size of the groups that are made where no column gives them.",
                    advanced = true)
            int groupSize,

            @Param(
                    value = "Drop-out",
                    symbol = "μ",
                    initial = "0",
                    range = "[0,1]",
                    unit = "per step",
                    help = "An adopter drops out with probability μ(1 − σ) per step.")
            double dropOut,

            @Param(value = "Contagion", initial = "word-of-mouth", help = "What happens between hearing and adopting.")
            Contagion contagion,

            @Param(
                    value = "Column of expertise",
                    symbol = "e",
                    initial = "expertise",
                    help = "Node column in [0, 1]; without it nobody has expertise.",
                    advanced = true)
            String expertise,

            @Param(
                    value = "Column of persuasiveness",
                    symbol = "w",
                    initial = "persuasiveness",
                    help = "Node column of at least 0; without it everybody has 1.",
                    advanced = true)
            String persuasiveness,

            @Param(
                    value = "Column of groups",
                    help = "Node column whose equal values are a group; empty: groups are made.",
                    advanced = true)
            Optional<String> group) {
        /** Checks what the contagion allows. */
        public Parameters {
            if (contagion == Contagion.ONE_SHOT && dropOut > 0) {
                throw new IllegalArgumentException("Drop-out must be 0 where adopters persuade only once, was "
                        + dropOut + "; set drop-out to 0 or contagion to all-aware");
            }
        }

        /** The defaults but for stickiness, persuasion and contagion, with everybody alike. */
        static Parameters of(double stickiness, double persuasion, Contagion contagion) {
            return new Parameters(
                    stickiness,
                    1,
                    persuasion,
                    0.05,
                    0.01,
                    0,
                    150,
                    0,
                    contagion,
                    Traits.EXPERTISE,
                    Traits.PERSUASIVENESS,
                    Optional.empty());
        }
    }

    private static List<Variable> variables() {
        List<Variable> all = new ArrayList<>(Variable.CASCADE);
        all.add(new Variable(
                "half-time",
                "steps",
                "t_50: time by which half of the final adopters had adopted; NaN without adopters"));
        all.add(new Variable(
                "aware", "share of nodes", "Nodes that ever were aware, adopters included, divided by all"));
        all.add(new Variable("global", "", "1 where the reach is at least 0.1, else 0: its mean is P(global)"));
        all.add(new Variable("staying", "share of nodes", "Adopters that have not dropped out, divided by all nodes"));
        return List.copyOf(all);
    }

    @Override
    public List<Variable> variables(Parameters parameters) {
        return VARIABLES;
    }

    @Override
    public List<String> states() {
        return List.of("unaware", "aware", "adopter", "dropped out");
    }

    @Override
    public Simulation bind(Parameters parameters, Network network) {
        return new WordOfMouth(parameters, network);
    }
}
