import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Generator;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/** A ring, and shortcuts between random nodes. */
@Component(service = Generator.class)
@Described(id = "my-generator", name = "My generator", summary = "A ring of nodes with random shortcuts.")
public final class MyGenerator implements Generator<MyGenerator.Parameters> {
    public record Parameters(
            @Param(value = "Nodes", initial = "1000", range = "[3,inf)", unit = "nodes") int nodes,
            @Param(value = "Shortcuts", initial = "0.5", range = "[0,100]", unit = "per node") double shortcuts) {}

    @Override
    public Network draw(Parameters p, RandomStream random) {
        GraphBuilder ties = new GraphBuilder(p.nodes(), false);
        for (int node = 0; node < p.nodes(); node++) {
            ties.add(node, (node + 1) % p.nodes());
        }
        for (long i = Math.round(p.shortcuts() * p.nodes()); i > 0; i--) {
            ties.add(random.nextInt(p.nodes()), random.nextInt(p.nodes()));
        }
        return Network.of(ties.build().graph());
    }

    @Override
    public boolean isRandom(Parameters p) {
        return Math.round(p.shortcuts() * p.nodes()) > 0;
    }
}
