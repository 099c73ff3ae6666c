package org.einfluss.seeding;

import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.None;
import org.einfluss.api.Variable;
import org.einfluss.api.model.Measure;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.math.IntList;
import org.osgi.service.component.annotations.Component;

/**
 * Counts the seeds and their followers, Σ f_i over the seeds i (out-degrees; shared followers count for each).
 *
 * <p>What the seeds cost under any price c_f(α + f_i) follows: c_f(α · seeds + followers); and with the mean out-degree what a budget in average nodes was.
 */
@Component(service = Measure.class)
@Described(
        id = "seed-audience",
        name = "Followers of the seeds",
        summary = "Seeds chosen and the sum of their out-degrees, from which their cost follows.")
public final class SeedAudience implements Measure<None> {
    /** For the registry, and for use as a plain library. */
    public SeedAudience() {}

    @Override
    public List<Variable> variables(None parameters) {
        return List.of(
                new Variable("seeds-bought", "nodes", "Nodes chosen by the seeding"),
                new Variable("seed-followers", "nodes", "Sum of the out-degrees of the seeds"),
                new Variable(
                        "mean-followers",
                        "nodes",
                        "Mean out-degree of the network, by which budgets in average nodes are made"));
    }

    @Override
    public Observer bind(None parameters, Network network) {
        Graph graph = network.graph();
        double average = network.nodes() == 0 ? 0 : graph.meanDegree();
        return new Observer() {
            private int seeds;
            private long followers;

            @Override
            public void begin(Run run) {
                IntList chosen = run.seeds();
                seeds = chosen.size();
                followers = 0;
                for (int i = 0; i < seeds; i++) {
                    followers += graph.outDegree(chosen.get(i));
                }
            }

            @Override
            public void observe(Simulation simulation, double[] row, int offset) {
                row[offset] = seeds;
                row[offset + 1] = followers;
                row[offset + 2] = average;
            }
        };
    }
}
