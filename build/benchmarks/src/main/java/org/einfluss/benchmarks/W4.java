package org.einfluss.benchmarks;

import java.util.stream.IntStream;
import org.einfluss.api.Progress;
import org.einfluss.api.model.EventSink;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.BarabasiAlbert;
import org.einfluss.math.RandomStream;
import org.einfluss.theory.baselines.ContinuousEpidemic;
import org.einfluss.theory.baselines.SusceptibleInfectiousRecovered;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** W4: SIR on a Barabási–Albert graph of a million nodes, m = 3, from its first ten nodes to extinction; binding included. */
public class W4 extends Workload {
    /** Number of nodes. */
    @Param("1000000")
    public int nodes;

    /** The fast loops draw from the run's stream; common coins belong to run and arc. */
    @Param({"independent", "common"})
    public String coins;

    private Network network;
    private int key;

    /** Draws the graph. */
    @Setup(Level.Trial)
    public void draw() {
        Graph graph = BarabasiAlbert.draw(nodes, 3, new RandomStream(42));
        network = Network.of(graph);
    }

    /** Steps of equal length, infection probability 0.05, recovery probability 0.2. */
    @Benchmark
    public double discrete() {
        return run(
                new SusceptibleInfectiousRecovered()
                        .bind(new SusceptibleInfectiousRecovered.Parameters(0.05, 0.2), network),
                0.461);
    }

    /** Event by event, infection rate 0.3, recovery rate 1. */
    @Benchmark
    public double continuous() {
        return run(
                new ContinuousEpidemic()
                        .bind(
                                new ContinuousEpidemic.Parameters(0.3, 1, ContinuousEpidemic.Period.EXPONENTIAL),
                                network),
                0.5265);
    }

    /** The final sizes of others: 458,000 to 464,000 of 10⁶ in steps, 524,000 to 530,605 in continuous time. */
    private double run(Simulation simulation, double expected) {
        Run run = new Run(coins.equals("common"), Progress.NONE, EventSink.NONE);
        simulation.begin(run.begin(key++, IntStream.range(0, 10).toArray()));
        long steps = 1;
        while (simulation.step()) {
            steps++;
        }
        int ever = 0;
        for (int v = 0; v < nodes; v++) {
            ever += simulation.nodes().state(v) == 0 ? 0 : 1;
        }
        double share = (double) ever / nodes;
        answer(Answer.of("%d ever infected, %d steps", ever, steps)
                .expect("share ever infected", share, expected, 0.006 + 4 / Math.sqrt(nodes)));
        return share;
    }
}
