package org.einfluss.plugins.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.einfluss.api.Progress;
import org.einfluss.api.Variable;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.parameters.ParameterSchema;
import org.einfluss.engine.parameters.Setting;
import org.einfluss.engine.parameters.YamlSettings;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.einfluss.math.RunningStatistics;

/** Runs of one model on one network, what they observe by name, and their events. */
final class Runs {
    /** One change of a node's state. */
    record Event(double time, int node, int from, int to, int cause) {}

    final Simulation simulation;
    final List<Event> events = new ArrayList<>();
    private final Network network;
    private final Run run;
    private final List<String> names;
    private final double[] row;

    Runs(Model<? extends Record> model, String settings, Network network, boolean commonCoins) {
        @SuppressWarnings("unchecked") // every model takes the records that its own schema makes
        Model<Record> any = (Model<Record>) model;
        Record parameters = ParameterSchema.ofComponent(model, Kind.MODEL.type())
                .bind((Setting.Fields) YamlSettings.value(settings, Setting.NOWHERE));
        this.network = network;
        simulation = any.bind(parameters, network);
        run = new Run(
                commonCoins,
                Progress.NONE,
                (time, node, from, to, cause) -> events.add(new Event(time, node, from, to, cause)));
        names = any.variables(parameters).stream().map(Variable::name).toList();
        row = new double[names.size()];
    }

    Runs begin(long key, int... seeds) {
        events.clear();
        simulation.begin(run.begin(key, seeds));
        return this;
    }

    boolean step() {
        return simulation.step();
    }

    Runs finish(long key, int... seeds) {
        begin(key, seeds);
        while (step()) {
            // on
        }
        return this;
    }

    int[] states() {
        int[] states = new int[network.nodes()];
        for (int v = 0; v < states.length; v++) {
            states[v] = simulation.nodes().state(v);
        }
        return states;
    }

    Run run() {
        return run;
    }

    double value(String variable) {
        simulation.observe(row, 0);
        return row[names.indexOf(variable)];
    }

    static Network network(boolean directed, int nodes, int... ties) {
        GraphBuilder graph = new GraphBuilder(nodes, directed);
        for (int i = 0; i < ties.length; i += 2) {
            graph.add(ties[i], ties[i + 1]);
        }
        return Network.of(graph.build().graph());
    }

    static Network complete(int nodes) {
        GraphBuilder graph = new GraphBuilder(nodes, false);
        for (int u = 0; u < nodes; u++) {
            for (int v = u + 1; v < nodes; v++) {
                graph.add(u, v);
            }
        }
        return Network.of(graph.build().graph());
    }

    static Network random(boolean directed, int nodes, int ties) {
        RandomStream random = new RandomStream(77);
        GraphBuilder graph = new GraphBuilder(nodes, directed);
        for (int i = 0; i < ties; i++) {
            graph.add(random.nextInt(nodes), random.nextInt(nodes));
        }
        return Network.of(graph.build().graph());
    }

    /** The mean must lie within four standard errors of both, and be known well enough to say so. */
    static void assertMean(double expected, double expectedError, RunningStatistics sample, double most) {
        assertTrue(sample.standardError() <= most, "standard error " + sample.standardError());
        double both = StrictMath.hypot(expectedError, sample.standardError());
        assertEquals(expected, sample.mean(), 4 * both, "standard error " + sample.standardError());
    }
}
