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
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** W1a, second part: bind the Watts model with φ = 0.18 to a graph of a million nodes and run one random seed to the end. */
public class W1aCascade extends Workload {
    /** Number of nodes. */
    @Param("1000000")
    public int nodes;

    /** Mean degree. */
    @Param({"6", "4"})
    public double degree;

    private final double[] row = new double[6];
    private Network network;
    private int seed;
    private int iteration;

    /** Draws the graph and the seed. */
    @Setup(Level.Iteration)
    public void draw() {
        RandomStream random = new RandomStream(42 + iteration++ % 3);
        Graph graph = ErdosRenyi.gnp(nodes, ErdosRenyi.probability(nodes, degree), random);
        network = Network.of(graph);
        seed = random.nextInt(nodes);
    }

    /** Binds and runs. */
    @Benchmark
    public double cascade() {
        Simulation simulation =
                new WattsThreshold().bind(new WattsThreshold.Parameters(new Threshold.Constant(0.18)), network);
        simulation.begin(new Run().begin(1, seed));
        while (simulation.step()) {}
        simulation.observe(row, 0);
        answer(Cascades.single(degree, (int) row[0], nodes));
        return row[0];
    }
}
