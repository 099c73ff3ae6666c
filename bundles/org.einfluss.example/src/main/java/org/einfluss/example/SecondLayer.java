package org.einfluss.example;

import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.ErdosRenyi;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * Adds a random layer of action ties and plants roles: influencers, leaders and managers, each a share of the nodes, chosen at
 * random without overlap.
 */
@Component(service = Transform.class)
@Described(
        id = "example-second-layer",
        name = "Second layer and roles",
        summary = "Adds a random layer 'action' and a node column 'role'.")
public final class SecondLayer implements Transform<SecondLayer.Parameters> {
    /** Parameters. */
    public record Parameters(
            @Param(
                    value = "Mean degree of the action layer",
                    symbol = "z",
                    initial = "4",
                    range = "[0,inf)",
                    unit = "ties per node")
            double meanDegree,

            @Param(value = "Influencers", initial = "0.02", range = "[0,1]", unit = "share of nodes")
            double influencers,

            @Param(value = "Leaders", initial = "0.05", range = "[0,1]", unit = "share of nodes")
            double leaders,

            @Param(value = "Managers", initial = "0.1", range = "[0,1]", unit = "share of nodes")
            double managers) {
        /** Checks that the shares leave room for each other. */
        public Parameters {
            if (influencers + leaders + managers > 1) {
                throw new IllegalArgumentException(
                        "The shares of influencers, leaders and managers must not exceed 1 together, was "
                                + (influencers + leaders + managers));
            }
        }
    }

    @Override
    public Network apply(Parameters p, Network network, RandomStream random) {
        int n = network.nodes();
        int[] order = new int[n];
        for (int v = 0; v < n; v++) {
            order[v] = v;
        }
        random.shuffle(order, 0, n);
        String[] role = new String[n];
        for (int i = 0; i < n; i++) {
            double place = (i + 0.5) / n;
            role[order[i]] = place < p.influencers()
                    ? "influencer"
                    : place < p.influencers() + p.leaders()
                            ? "leader"
                            : place < p.influencers() + p.leaders() + p.managers() ? "manager" : "other";
        }
        double probability = n < 2 ? 0 : Math.min(1, p.meanDegree() / (n - 1));
        return network.withNodeColumn(Column.texts("role", role))
                .withLayer(OpinionAndAction.ACTION, ErdosRenyi.gnp(n, probability, random), List.of());
    }
}
