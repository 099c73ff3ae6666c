package org.einfluss.benchmarks;

import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.ErdosRenyi;
import org.einfluss.math.RandomStream;
import org.einfluss.theory.watts.Threshold;
import org.einfluss.theory.watts.WattsThreshold;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** W1b: a thousand cascades with φ = 0.18 and one random seed, each on a graph of 10⁴ nodes of its own; one thread. */
public class W1b extends Workload {
    private static final int NODES = 10_000;

    /** Mean degree. */
    @Param({"6", "4"})
    public double degree;

    /** Number of cascades. */
    @Param("1000")
    public int runs;

    private final double[] row = new double[6];

    /** Draws the graphs and runs the cascades. */
    @Benchmark
    public long replicates() {
        WattsThreshold model = new WattsThreshold();
        WattsThreshold.Parameters parameters = new WattsThreshold.Parameters(new Threshold.Constant(0.18));
        RandomStream random = new RandomStream(42);
        Run run = new Run();
        int global = 0;
        long adopters = 0;
        for (int i = 0; i < runs; i++) {
            Graph graph = ErdosRenyi.gnp(NODES, ErdosRenyi.probability(NODES, degree), random);
            Simulation simulation = model.bind(parameters, Network.of(graph));
            simulation.begin(run.begin(i, random.nextInt(NODES)));
            while (simulation.step()) {}
            simulation.observe(row, 0);
            if (row[0] >= Cascades.GLOBAL * NODES) {
                global++;
                adopters += (long) row[0];
            }
        }
        answer(Cascades.ensemble(degree, runs, global, (double) adopters / Math.max(1, global) / NODES));
        return adopters;
    }
}
