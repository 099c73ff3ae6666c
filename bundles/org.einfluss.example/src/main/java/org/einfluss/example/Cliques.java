package org.einfluss.example;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Generator;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * Groups in a ring: everybody knows everybody in the own group, and the last of a group knows the first of the next. Nothing is left to
 * chance, which {@link #isRandom} says, so that results are reported as conditional on this network.
 */
@Component(service = Generator.class)
@Described(
        id = "example-cliques",
        name = "Ring of cliques",
        summary = "Complete groups, each tied to the next by one link.")
public final class Cliques implements Generator<Cliques.Parameters> {
    /** Parameters. */
    public record Parameters(
            @Param(value = "Groups", initial = "20", range = "[1,10000]", unit = "groups")
            int groups,

            @Param(value = "Size of a group", initial = "6", range = "[1,1000]", unit = "nodes")
            int size) {}

    @Override
    public Network draw(Parameters p, RandomStream random) {
        int n = Math.multiplyExact(p.groups(), p.size());
        GraphBuilder ties = new GraphBuilder(n, false);
        for (int first = 0; first < n; first += p.size()) {
            for (int u = first; u < first + p.size(); u++) {
                for (int v = u + 1; v < first + p.size(); v++) {
                    ties.add(u, v);
                }
            }
            ties.add(first + p.size() - 1, (first + p.size()) % n);
        }
        return Network.of(ties.build().graph());
    }

    @Override
    public boolean isRandom(Parameters p) {
        return false;
    }
}
