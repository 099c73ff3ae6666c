package org.einfluss.theory.flow;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Campaign;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Sources outside of the network push evenly to chosen nodes: every source the same number of times, at regular steps.
 *
 * <p>In the first round, at step 1, each source pushes once to each node addressed, in the second round again, and so on. Who is
 * addressed is drawn once a run, all sets equally likely. Sources are numbered from the number of nodes on.
 */
@Component(service = Campaign.class)
@Described(
        id = "even-pushes",
        name = "Even pushes",
        summary = "Outside sources that each push the same number of times to a random share of the nodes.")
public final class EvenPushes implements Campaign<EvenPushes.Parameters> {
    /** For the registry, and for use as a plain library. */
    public EvenPushes() {}

    /**
     * Parameters of the campaign.
     *
     * @param sources number of sources
     * @param pushes number of pushes by each of them to each node addressed
     * @param every steps between two rounds; 0: all at step 1
     * @param share share of the nodes that is addressed
     * @param paid whether the sources are visibly paid
     */
    public record Parameters(
            @Param(value = "Sources", symbol = "S", initial = "4", range = "[0,1000]", unit = "sources")
            int sources,

            @Param(
                    value = "Pushes per source",
                    symbol = "n",
                    initial = "3",
                    range = "[0,1000]",
                    unit = "pushes per source and node")
            int pushes,

            @Param(value = "Steps between rounds", initial = "1", range = "[0,10000]", unit = "steps")
            int every,

            @Param(value = "Nodes addressed", initial = "1", range = "[0,1]", unit = "share of nodes")
            double share,

            @Param(value = "Visibly paid", initial = "false")
            boolean paid) {}

    @Override
    public Pushes bind(Parameters parameters, Network network) {
        int nodes = network.nodes();
        int[] addressed = new int[(int) Math.round(parameters.share() * nodes)];
        return (random, into) -> {
            random.sample(nodes, addressed.length, addressed);
            for (int round = 0; round < parameters.pushes(); round++) {
                for (int node : addressed) {
                    for (int s = 0; s < parameters.sources(); s++) {
                        into.add(1 + round * parameters.every(), node, nodes + s, 0, parameters.paid());
                    }
                }
            }
        };
    }
}
