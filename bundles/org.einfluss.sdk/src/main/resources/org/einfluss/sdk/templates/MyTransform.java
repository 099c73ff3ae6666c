import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.Transform;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/** Plants a role: each node is an expert with the same chance. */
@Component(service = Transform.class)
@Described(id = "my-transform", name = "My transform", summary = "Adds a node column 'expert', true for random nodes.")
public final class MyTransform implements Transform<MyTransform.Parameters> {
    public record Parameters(
            @Param(value = "Experts", initial = "0.1", range = "[0,1]", unit = "share of nodes") double experts) {}

    @Override
    public Network apply(Parameters p, Network network, RandomStream random) {
        boolean[] expert = new boolean[network.nodes()];
        for (int node = 0; node < expert.length; node++) {
            expert[node] = random.nextDouble() < p.experts();
        }
        return network.withNodeColumn(Column.booleans("expert", expert).withMeaning("Whether the node is an expert"));
    }
}
