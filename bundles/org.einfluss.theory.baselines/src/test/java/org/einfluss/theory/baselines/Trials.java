package org.einfluss.theory.baselines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.einfluss.api.Progress;
import org.einfluss.api.Variable;
import org.einfluss.api.model.EventSink;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.einfluss.math.RunningStatistics;

/** Runs of one model on one network, to the end or to a time, and what they observe by name. */
final class Trials<P extends Record> {
    final Simulation simulation;
    final Run run;
    private final List<String> names;
    private final double[] row;

    Trials(Model<P> model, P parameters, Network network, boolean commonCoins) {
        simulation = model.bind(parameters, network);
        run = new Run(commonCoins, Progress.NONE, EventSink.NONE);
        names = model.variables(parameters).stream().map(Variable::name).toList();
        row = new double[names.size()];
    }

    Trials<P> finish(long key, int... seeds) {
        return until(Double.POSITIVE_INFINITY, key, seeds);
    }

    Trials<P> until(double time, long key, int... seeds) {
        simulation.begin(run.begin(key, seeds));
        while (simulation.time() < time && simulation.step()) {
            // on
        }
        simulation.observe(row, 0);
        return this;
    }

    private int slot(String variable) {
        return names.indexOf(variable);
    }

    double value(String variable) {
        return row[slot(variable)];
    }

    static int[] first(int count) {
        int[] nodes = new int[count];
        for (int i = 0; i < count; i++) {
            nodes[i] = i;
        }
        return nodes;
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

    static Network ring(int nodes) {
        GraphBuilder graph = new GraphBuilder(nodes, false);
        for (int u = 0; u < nodes; u++) {
            graph.add(u, (u + 1) % nodes);
        }
        return Network.of(graph.build().graph());
    }

    static Network random(int nodes, double meanDegree, long key) {
        RandomStream random = new RandomStream(key);
        GraphBuilder graph = new GraphBuilder(nodes, false);
        for (int i = 0; i < nodes * meanDegree / 2; i++) {
            graph.add(random.nextInt(nodes), random.nextInt(nodes));
        }
        return Network.of(graph.build().graph());
    }

    /** The mean must lie within four standard errors and the bias of the reference, and be known well enough to say so. */
    static void assertMean(double expected, double expectedError, double bias, RunningStatistics sample, double most) {
        assertTrue(sample.standardError() <= most, "standard error " + sample.standardError());
        double both = StrictMath.hypot(expectedError, sample.standardError());
        assertEquals(expected, sample.mean(), 4 * both + bias, "standard error " + sample.standardError());
    }
}
