package org.einfluss.example;

import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.model.Campaign;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * A campaign in waves: in each wave every outside source pushes to the same randomly chosen audience. Sources are numbered from
 * the node count on; the first {@code paid} of them are visibly paid.
 */
@Component(service = Campaign.class)
@Described(
        id = "example-waves",
        name = "Waves of pushes",
        summary = "Outside sources push to a random audience in several waves; some of them are paid.")
public final class Waves implements Campaign<Waves.Parameters> {
    /** Parameters. */
    public record Parameters(
            @Param(value = "Audience", initial = "50", range = "[1,inf)", unit = "nodes")
            int audience,

            @Param(value = "Waves", initial = "3", range = "[1,1000]", unit = "waves")
            int waves,

            @Param(value = "Steps between waves", initial = "5", range = "[1,inf)", unit = "steps")
            int every,

            @Param(value = "Outside sources", initial = "2", range = "[1,1000]", unit = "sources")
            int sources,

            @Param(value = "Paid sources", initial = "1", range = "[0,1000]", unit = "sources")
            int paid) {
        /** Checks that no more sources are paid than there are. */
        public Parameters {
            if (paid > sources) {
                throw new IllegalArgumentException(
                        "Of " + sources + " outside sources at most " + sources + " can be paid, was " + paid);
            }
        }
    }

    @Override
    public Pushes bind(Parameters p, Network network) {
        int n = network.nodes();
        if (p.audience() > n) {
            throw new InputException(
                    "The audience must not be larger than the network, which has " + n + " nodes, was " + p.audience());
        }
        int[] audience = new int[p.audience()];
        return (random, into) -> {
            random.sample(n, audience.length, audience);
            for (int wave = 0; wave < p.waves(); wave++) {
                for (int source = 0; source < p.sources(); source++) {
                    for (int node : audience) {
                        into.add(1 + wave * p.every(), node, n + source, 0, source < p.paid());
                    }
                }
            }
        };
    }
}
