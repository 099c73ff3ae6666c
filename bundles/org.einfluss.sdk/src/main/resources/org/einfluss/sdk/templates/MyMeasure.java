import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Variable;
import org.einfluss.api.model.Measure;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/** How much changes early in a run, whatever the model. */
@Component(service = Measure.class)
@Described(id = "my-measure", name = "My measure", summary = "Changes of state within the first steps.")
public final class MyMeasure implements Measure<MyMeasure.Parameters> {
    public record Parameters(
            @Param(value = "Until", initial = "3", range = "[0,inf)", unit = "steps") double until) {}

    @Override
    public List<Variable> variables(Parameters p) {
        return List.of(new Variable("early-changes", "changes", "Changes of a node's state up to time " + p.until()));
    }

    @Override
    public Observer bind(Parameters p, Network network) {
        return new Observer() {
            private long changes;

            @Override
            public void begin(Run run) {
                changes = 0;
            }

            @Override
            public void event(double time, int node, int from, int to, int cause) {
                if (time <= p.until()) {
                    changes++;
                }
            }

            @Override
            public void observe(Simulation simulation, double[] row, int offset) {
                row[offset] = changes;
            }
        };
    }
}
