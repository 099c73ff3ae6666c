package org.einfluss.example;

import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.None;
import org.einfluss.api.Variable;
import org.einfluss.api.model.Measure;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/** When a run came to rest, and how much had changed until then: heard from the events of any model. */
@Component(service = Measure.class)
@Described(
        id = "example-last-change",
        name = "Last change",
        summary = "Time of the last change of state, and changes per node.")
public final class LastChange implements Measure<None> {
    @Override
    public List<Variable> variables(None none) {
        return List.of(
                new Variable(
                        "last-change", "steps", "Time of the last change of a node's state; 0 where nothing changes"),
                new Variable("changes", "per node", "Changes of state divided by the number of nodes"));
    }

    @Override
    public Observer bind(None none, Network network) {
        int nodes = network.nodes();
        return new Observer() {
            private double last;
            private long changes;

            @Override
            public void begin(Run run) {
                last = 0;
                changes = 0;
            }

            @Override
            public void event(double time, int node, int from, int to, int cause) {
                last = time;
                changes++;
            }

            @Override
            public void observe(Simulation simulation, double[] row, int offset) {
                row[offset] = last;
                row[offset + 1] = nodes == 0 ? 0 : (double) changes / nodes;
            }
        };
    }
}
