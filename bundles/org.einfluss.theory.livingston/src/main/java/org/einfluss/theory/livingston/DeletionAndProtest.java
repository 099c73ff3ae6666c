package org.einfluss.theory.livingston;

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
 * A post that spreads, an institution that may delete it, and the protest that follows.
 *
 * <p>The post: who has it tries once to pass it to each listener, with probability u p₀ for its usefulness u. Deletion: at the end of a step all posts
 * disappear. Everyone who had one, and each of their listeners with the share of witnesses, becomes a protester. Protest: a protester tries once to
 * move each listener, with probability min(1, p₀ (1 + σ_D)) for the anger σ_D at the deletion. Who protests already is not moved again; who had the post can be.
 *
 * <p>Among listeners at random, z of them on average, protest breaks out when z p₀ (1 + σ_D) &gt; 1, so from the anger σ_D* = 1/(z p₀) − 1 on; see {@link
 * DeletionSwitch}. Own operationalisation of what institutions risk that meet independents with command and control (B. Kanter and A. Fine 2010, The Networked
 * Nonprofit).
 *
 * <p>Synchronous. Coins belong to arc and purpose: passing the post on, witnessing, protesting. Parallel arcs try each on their own.
 */
@Component(service = Model.class)
@Described(
        id = "deletion-and-protest",
        name = "Deletion and protest",
        summary = "A post spreads until an institution deletes it; authors and witnesses protest, and protest spreads.")
public final class DeletionAndProtest implements Model<DeletionAndProtest.Parameters> {
    /** For the registry, and for use as a plain library. */
    public DeletionAndProtest() {}

    /**
     * Parameters of the model.
     *
     * @param spreading p₀
     * @param usefulness u, part of p₀ with which the post passes
     * @param deletion whether posts are deleted
     * @param anger σ_D, by what part protest passes better than p₀
     * @param witnesses share of the listeners of a deleted post that notice
     */
    public record Parameters(
            @Param(value = "Spreading", symbol = "p₀", initial = "constant", unit = "per arc")
            Spreading spreading,

            @Param(value = "Usefulness", symbol = "u", initial = "1", range = "[0,1]", unit = "of p₀")
            double usefulness,

            @Param(value = "Deletion", initial = "none") Deletion deletion,

            @Param(value = "Anger at deletion", symbol = "σ_D", initial = "3", range = "[0,1000]", unit = "of p₀")
            double anger,

            @Param(value = "Witnesses", initial = "0.3", range = "[0,1]", unit = "share of listeners")
            double witnesses) {}

    @Override
    public Simulation bind(Parameters parameters, Network network) {
        return new ProtestRun(parameters, network);
    }

    @Override
    public List<Variable> variables(Parameters parameters) {
        List<Variable> variables = new ArrayList<>(Variable.CASCADE);
        variables.add(new Variable("protesters", "nodes", "Nodes that protest in the end"));
        variables.add(new Variable(
                "seen", "share of nodes", "Nodes that had the post or protested, or listen to one that did"));
        return variables;
    }

    @Override
    public List<String> states() {
        return List.of("inactive", "posting", "protesting");
    }
}
