package org.einfluss.example;

import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.model.Seeding;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Ask random people to name an acquaintance, and begin with those who are named: they have more ties than the others, and nobody had to
 * see the whole network (Cohen, Havlin and ben-Avraham 2003). A person named twice counts once, so that another one is asked.
 */
@Component(service = Seeding.class)
@Described(
        id = "example-acquaintances",
        name = "Acquaintances of random nodes",
        summary = "Random neighbours of random nodes: well connected, without a look at the whole network.",
        cite = "doi:10.1103/PhysRevLett.91.247901")
public final class Acquaintances implements Seeding<Acquaintances.Parameters> {
    /** Parameters. */
    public record Parameters(
            @Param(value = "Seeds", initial = "1", range = "[0,inf)", unit = "nodes")
            int size) {}

    @Override
    public Seeds bind(Parameters p, Network network, Progress progress) {
        Graph graph = network.graph();
        int nameable = 0;
        for (int v = 0; v < network.nodes(); v++) {
            nameable += graph.inDegree(v) > 0 ? 1 : 0;
        }
        if (nameable < p.size()) {
            throw new InputException("Only " + nameable + " nodes are anybody's neighbour, and " + p.size()
                    + " seeds were asked for; ask for fewer");
        }
        boolean[] named = new boolean[network.nodes()];
        return (random, into) -> {
            while (into.size() < p.size()) {
                int asked = random.nextInt(graph.nodes());
                int ties = graph.outDegree(asked);
                int friend = ties == 0 ? -1 : graph.target(graph.arcBegin(asked) + random.nextInt(ties));
                if (friend >= 0 && !named[friend]) {
                    named[friend] = true;
                    into.add(friend);
                }
            }
            for (int i = 0; i < into.size(); i++) {
                named[into.get(i)] = false; // as it was, for the next run
            }
        };
    }
}
