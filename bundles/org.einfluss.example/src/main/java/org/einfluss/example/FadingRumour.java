package org.einfluss.example;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.CascadeModel;
import org.einfluss.api.model.Model;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/** A rumour that loses its novelty: who hears it at step t convinces each neighbour with probability p/(1 + ft). */
@Component(service = Model.class)
@Described(id = "example-fading-rumour", name = "Fading rumour", summary = "News that convinces less and less.")
public final class FadingRumour extends CascadeModel<FadingRumour.Parameters> {
    public record Parameters(
            @Param(value = "Probability at the start", initial = "0.3", range = "[0,1]", unit = "per arc")
            double probability,

            @Param(value = "Fading", initial = "0.2", range = "[0,inf)", unit = "per step")
            double fading) {}

    @Override
    protected Rule rule(Parameters p, Network network) {
        Graph graph = network.graph();
        return (node, cascade) -> {
            double probability = p.probability() / (1 + p.fading() * cascade.activeSince(node));
            for (int a = graph.arcBegin(node); a < graph.arcEnd(node); a++) {
                int neighbour = graph.target(a);
                if (!cascade.isActive(neighbour) && cascade.coin(a, probability)) {
                    cascade.activate(neighbour, node);
                }
            }
        };
    }
}
