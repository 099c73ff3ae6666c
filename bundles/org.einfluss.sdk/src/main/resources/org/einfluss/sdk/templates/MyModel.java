import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.model.CascadeModel;
import org.einfluss.api.model.Model;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/** Each active node gets one chance to convince each of its neighbours. */
@Component(service = Model.class)
@Described(id = "my-model", name = "My model", summary = "One chance per tie.", cite = "doi:10.1145/956750.956769")
public final class MyModel extends CascadeModel<MyModel.Parameters> {
    public record Parameters(
            @Param(value = "Probability", initial = "0.1", range = "[0,1]", unit = "per arc") double probability) {}

    @Override
    protected Rule rule(Parameters p, Network network) {
        Graph graph = network.graph();
        return (node, cascade) -> { // called once for each active node
            for (int a = graph.arcBegin(node); a < graph.arcEnd(node); a++) {
                int neighbour = graph.target(a);
                if (!cascade.isActive(neighbour) && cascade.coin(a, p.probability())) {
                    cascade.activate(neighbour, node);
                }
            }
        };
    }
}
