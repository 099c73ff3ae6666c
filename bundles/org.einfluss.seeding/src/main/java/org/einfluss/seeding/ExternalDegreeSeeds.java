package org.einfluss.seeding;

import java.util.Arrays;
import java.util.Optional;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.model.Seeding;
import org.einfluss.graph.Network;
import org.einfluss.graph.measure.Communities;
import org.einfluss.graph.measure.UnderlyingGraph;
import org.osgi.service.component.annotations.Component;

/**
 * Chooses the nodes with most ties to other communities than their own; equal ones are in random order in every run.
 *
 * <p>Directions of ties are left out of account.
 */
@Component(service = Seeding.class)
@Described(
        id = "external-degree",
        name = "Most ties to other communities",
        summary = "The nodes with most ties beyond their community; equal ones in random order.")
public final class ExternalDegreeSeeds implements Seeding<ExternalDegreeSeeds.Parameters> {
    /** For the registry, and for use as a plain library. */
    public ExternalDegreeSeeds() {}

    /**
     * Parameters of the seeding.
     *
     * @param size number of seeds, or their budget
     * @param column node column of the communities; empty: detected
     */
    public record Parameters(
            @Param(value = "Size", initial = "1", help = "A number of seeds, or a budget: {kind: budget, amount: 100}")
            Size size,

            @Param(
                    value = "Column of the communities",
                    help = "Leave it out to have communities detected by Louvain's method")
            Optional<String> column) {}

    @Override
    public Seeds bind(Parameters parameters, Network network, Progress progress) {
        int[] community = CommunityColumn.of(parameters.column(), network, progress);
        double[] external = Arrays.stream(Communities.externalDegrees(UnderlyingGraph.of(network.graph()), community))
                .asDoubleStream()
                .toArray();
        return Purchase.seeds(parameters.size(), network, Ranking.highest(external), network.nodes());
    }
}
