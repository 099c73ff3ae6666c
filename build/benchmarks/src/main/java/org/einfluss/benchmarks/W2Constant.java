package org.einfluss.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import org.einfluss.graph.Column;
import org.einfluss.theory.baselines.Probability;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * W2 with p = 0.01 on every arc, where the product skips over the arcs that fail; the same probabilities given as an arc column make it
 * toss a coin for every arc.
 */
@Measurement(iterations = 5)
public class W2Constant extends Workload {
    /** The dataset. */
    @Param({"NETHEPT", "EPINIONS", "SLASHDOT"})
    public Dataset dataset;

    /** How the live arcs are found. */
    @Param({"skips", "coins"})
    public String arcs;

    /** Number of simulations. */
    @Param("1000")
    public int runs;

    private final W2 cascades = new W2();
    private double other;

    /**
     * Reads the network and estimates the spread the other way.
     *
     * @throws IOException when the network cannot be read
     */
    @Setup(Level.Trial)
    public void read() throws IOException {
        cascades.dataset = dataset;
        cascades.read();
        double[] p = new double[cascades.network.graph().arcs()];
        Arrays.fill(p, 0.01);
        cascades.network = cascades.network.withArcColumn(Column.doubles("chance", "", p));
        other = mean(!arcs.equals("skips"), runs);
    }

    /** Estimates the spread. */
    @Benchmark
    public double spread() {
        double mean = mean(arcs.equals("skips"), 0);
        answer(Answer.of("spread %.1f", mean).expect("spread", mean, other, 0.03 * other));
        return mean;
    }

    private double mean(boolean skip, int from) {
        Probability probability = skip ? new Probability.Constant(0.01) : new Probability.Table("chance");
        return cascades.total(probability, false, from, from + runs) / runs;
    }
}
