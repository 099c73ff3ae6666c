package org.einfluss.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.einfluss.api.Progress;
import org.einfluss.api.model.EventSink;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Network;
import org.einfluss.theory.baselines.IndependentCascade;
import org.einfluss.theory.baselines.Probability;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** W2: spread of the 50 nodes of highest out-degree (ties: lower number) under weighted cascade, by simulation; binding included. */
@Measurement(iterations = 3)
public class W2 extends Workload {
    /** The dataset. */
    @Param({"NETHEPT", "EPINIONS", "SLASHDOT"})
    public Dataset dataset;

    /** The fast loop draws from the run's stream; common coins belong to run and arc, so that strategies meet the same ones. */
    @Param({"independent", "common"})
    public String coins;

    /** Number of threads, each with its part of the simulations. */
    @Param({"1", "2"})
    public int threads;

    /** Number of simulations. */
    @Param("10000")
    public int runs;

    Network network;
    private int[] seeds;

    /**
     * Reads the network and chooses the seeds.
     *
     * @throws IOException when it cannot be read
     */
    @Setup(Level.Trial)
    public void read() throws IOException {
        network = dataset.read();
        seeds = highestDegrees(network, 50);
    }

    /** Estimates the spread. */
    @Benchmark
    public double spread() throws InterruptedException, ExecutionException {
        List<FutureTask<Double>> parts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int from = (int) ((long) runs * i / threads);
            int to = (int) ((long) runs * (i + 1) / threads);
            FutureTask<Double> part =
                    new FutureTask<>(() -> total(new Probability.WeightedCascade(), coins.equals("common"), from, to));
            parts.add(part);
            new Thread(part, "w2-" + i).start();
        }
        double total = 0;
        for (FutureTask<Double> part : parts) {
            total += part.get();
        }
        double mean = total / runs;
        answer(Answer.of("spread %.0f", mean).expect("spread", mean, dataset.spread(), dataset.spreadTolerance(runs)));
        return mean;
    }

    double total(Probability probability, boolean common, int from, int to) {
        Simulation simulation = new IndependentCascade().bind(new IndependentCascade.Parameters(probability), network);
        Run run = new Run(common, Progress.NONE, EventSink.NONE);
        double[] row = new double[6];
        double total = 0;
        for (int i = from; i < to; i++) {
            simulation.begin(run.begin(i, seeds));
            while (simulation.step()) {}
            simulation.observe(row, 0);
            total += row[0];
        }
        return total;
    }

    static int[] highestDegrees(Network network, int count) {
        long[] nodes = new long[network.nodes()];
        for (int v = 0; v < nodes.length; v++) {
            nodes[v] = (long) -network.graph().outDegree(v) << 32 | v;
        }
        Arrays.sort(nodes);
        return Arrays.stream(nodes).limit(count).mapToInt(node -> (int) node).toArray();
    }
}
