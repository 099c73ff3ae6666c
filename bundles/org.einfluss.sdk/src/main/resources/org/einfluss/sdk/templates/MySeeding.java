import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.model.Seeding;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/** Seeds are drawn among the nodes that have at least so many ties. */
@Component(service = Seeding.class)
@Described(id = "my-seeding", name = "My seeding", summary = "Random nodes among those with enough ties.")
public final class MySeeding implements Seeding<MySeeding.Parameters> {
    public record Parameters(
            @Param(value = "Seeds", initial = "1", range = "[0,inf)", unit = "nodes") int size,
            @Param(value = "Fewest ties", initial = "0", range = "[0,inf)", unit = "ties") int ties) {}

    @Override
    public Seeds bind(Parameters p, Network network, Progress progress) {
        Graph graph = network.graph();
        int[] eligible = new int[network.nodes()];
        int count = 0;
        for (int node = 0; node < network.nodes(); node++) {
            if (graph.outDegree(node) >= p.ties()) {
                eligible[count++] = node;
            }
        }
        if (count < p.size()) {
            throw new InputException("Only " + count + " nodes have " + p.ties() + " ties or more, and " + p.size()
                    + " seeds were asked for; lower one of the two");
        }
        int[] chosen = new int[p.size()];
        int nodes = count;
        return (random, into) -> { // called once per run; allocates nothing
            random.sample(nodes, chosen.length, chosen);
            for (int place : chosen) {
                into.add(eligible[place]);
            }
        };
    }
}
