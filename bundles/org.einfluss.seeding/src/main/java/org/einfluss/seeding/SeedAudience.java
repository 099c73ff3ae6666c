package org.einfluss.seeding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
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
 * <p>What the seeds cost under any price c_f(α + f_i) follows: c_f(α · seeds + followers), plus c_f times what they cost besides where a column of prices is named; and with the mean out-degree what a budget in
 * average nodes was.
 */
@Component(service = Measure.class)
@Described(
        id = "seed-audience",
        name = "Followers of the seeds",
        summary = "Seeds chosen and the sum of their out-degrees, from which their cost follows.")
public final class SeedAudience implements Measure<SeedAudience.Parameters> {
    /** For the registry, and for use as a plain library. */
    public SeedAudience() {}

    /**
     * Parameters of the measure.
     *
     * @param price node column of what a node costs besides, in followers' worth; empty: nothing
     */
    public record Parameters(
            @Param(
                    value = "Column of further prices",
                    symbol = "e",
                    unit = "followers' worth",
                    help = "Node column of what a node costs besides; leave it out for nothing")
            Optional<String> price) {}

    @Override
    public List<Variable> variables(Parameters parameters) {
        List<Variable> variables = new ArrayList<>(List.of(
                new Variable("seeds-bought", "nodes", "Nodes chosen by the seeding"),
                new Variable("seed-followers", "nodes", "Sum of the out-degrees of the seeds"),
                new Variable(
                        "mean-followers",
                        "nodes",
                        "Mean out-degree of the network, by which budgets in average nodes are made")));
        if (parameters.price().isPresent()) {
            variables.add(new Variable("seed-price", "followers' worth", "Sum of what the seeds cost besides"));
        }
        return variables;
    }

    @Override
    public Observer bind(Parameters parameters, Network network) {
        Graph graph = network.graph();
        boolean priced = parameters.price().isPresent();
        double[] price = Purchase.prices(parameters.price(), network);
        double average = network.nodes() == 0 ? 0 : graph.meanDegree();
        return new Observer() {
            private int seeds;
            private long followers;
            private double besides;

            @Override
            public void begin(Run run) {
                IntList chosen = run.seeds();
                seeds = chosen.size();
                followers = 0;
                besides = 0;
                for (int i = 0; i < seeds; i++) {
                    followers += graph.outDegree(chosen.get(i));
                    besides += price[chosen.get(i)];
                }
            }

            @Override
            public void observe(Simulation simulation, double[] row, int offset) {
                row[offset] = seeds;
                row[offset + 1] = followers;
                row[offset + 2] = average;
                if (priced) {
                    row[offset + 3] = besides;
                }
            }
        };
    }
}
