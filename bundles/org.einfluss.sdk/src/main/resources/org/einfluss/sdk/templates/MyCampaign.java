import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.model.Campaign;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/** One outside source pushes again and again to the same random audience. Outside sources are numbered from the node count on. */
@Component(service = Campaign.class)
@Described(id = "my-campaign", name = "My campaign", summary = "A source outside pushes repeatedly to a random audience.")
public final class MyCampaign implements Campaign<MyCampaign.Parameters> {
    public record Parameters(
            @Param(value = "Audience", initial = "1", range = "[0,inf)", unit = "nodes") int audience,
            @Param(value = "Pushes", initial = "3", range = "[0,1000]", unit = "per node") int pushes) {}

    @Override
    public Pushes bind(Parameters p, Network network) {
        int nodes = network.nodes();
        if (p.audience() > nodes) {
            throw new InputException("There are only " + nodes + " nodes, and an audience of " + p.audience()
                    + " was asked for; ask for fewer");
        }
        int[] audience = new int[p.audience()];
        return (random, into) -> { // called once per run; allocates nothing
            random.sample(nodes, audience.length, audience);
            for (int step = 1; step <= p.pushes(); step++) {
                for (int node : audience) {
                    into.add(step, node, nodes, 0, false); // step, node, source, kind, paid
                }
            }
        };
    }
}
