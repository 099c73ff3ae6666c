package org.einfluss.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.formats.EdgeListReader;
import org.einfluss.graph.Graph;
import org.einfluss.graph.measure.Betweenness;
import org.einfluss.graph.measure.Bridging;
import org.einfluss.graph.measure.KCore;
import org.einfluss.graph.measure.PageRank;
import org.einfluss.graph.measure.StructuralHoles;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** W6: exact measures of whole networks, taken as undirected and simple. */
public class W6 extends Workload {
    /** Networks with the values that igraph 0.10 gives for them. */
    public enum Known {
        /** The ego networks of SNAP, from Facebook. */
        FACEBOOK(
                "facebook_combined.txt.gz",
                4_039,
                88_234,
                3916560.1444407436,
                115,
                0.0075745665246258935,
                565.0479302547529,
                0.30657814795800636),
        /** Votes on administrators of Wikipedia. */
        WIKIVOTE(
                "wiki-Vote.txt.gz",
                7_115,
                100_762,
                1549872.9154822417,
                53,
                0.004337296349776131,
                3039.5698788387426,
                0.32228546443114187);

        final String file;
        private final int nodes;
        private final int edges;
        private final double betweenness;
        private final int core;
        private final double pageRank;
        private final double constraint;
        private final double cohesion;

        Known(
                String file,
                int nodes,
                int edges,
                double betweenness,
                int core,
                double pageRank,
                double constraint,
                double cohesion) {
            this.file = file;
            this.nodes = nodes;
            this.edges = edges;
            this.betweenness = betweenness;
            this.core = core;
            this.pageRank = pageRank;
            this.constraint = constraint;
            this.cohesion = cohesion;
        }
    }

    /** The network. */
    @Param({"FACEBOOK", "WIKIVOTE"})
    public Known known;

    private Graph graph;

    /**
     * Reads the network.
     *
     * @throws IOException when it cannot be read
     */
    @Setup(Level.Trial)
    public void read() throws IOException {
        Path path = Path.of(System.getProperty(Workload.DATA, "")).resolve(known.file);
        graph = new EdgeListReader()
                .read(
                        Source.of(path),
                        EdgeListReader.Parameters.of(Direction.MUTUAL),
                        new ImportReport(),
                        Progress.NONE)
                .network()
                .graph();
        if (graph.nodes() != known.nodes || graph.edges() != known.edges) {
            throw new IOException("Expected " + known.nodes + " nodes and " + known.edges + " edges in " + path
                    + ", found " + graph.nodes() + " and " + graph.edges());
        }
    }

    /** Betweenness with one thread. */
    @Benchmark
    public double[] betweenness() {
        return betweenness(1);
    }

    /** Betweenness with two threads. */
    @Benchmark
    public double[] betweennessByTwo() {
        return betweenness(2);
    }

    private double[] betweenness(int threads) {
        double[] scores = Betweenness.scores(graph, threads, () -> false);
        expectHighest("betweenness", scores, known.betweenness, 1e-9);
        return scores;
    }

    /** PageRank with damping 0.85, to 1e-12. */
    @Benchmark
    public double[] pageRank() {
        double[] ranks =
                PageRank.alongArcs(graph, PageRank.DAMPING, PageRank.TOLERANCE).scores();
        expectHighest("PageRank", ranks, known.pageRank, 1e-6);
        return ranks;
    }

    /** Core numbers. */
    @Benchmark
    public int[] cores() {
        int[] numbers = KCore.numbers(graph);
        int highest = KCore.degeneracy(numbers);
        answer(Answer.of("highest core %d", highest).expect("highest core", highest, (long) known.core));
        return numbers;
    }

    /** Burt's constraint of all nodes. */
    @Benchmark
    public double[] constraint() {
        double[] constraint = StructuralHoles.of(graph).constraint();
        double sum = Arrays.stream(constraint).filter(Double::isFinite).sum();
        answer(Answer.of("sum of constraints %.6f", sum)
                .expect("sum of constraints", sum, known.constraint, 1e-9 * known.constraint));
        return constraint;
    }

    /** Exact bridging of all ties, with two threads; checked by the cohesion that it starts from, the mean of igraph's harmonic centrality. */
    @Benchmark
    public Bridging bridging() {
        Bridging bridging = Bridging.of(graph, 2, () -> false);
        answer(Answer.of("cohesion %.9f", bridging.cohesion())
                .expect("cohesion", bridging.cohesion(), known.cohesion, 1e-9));
        return bridging;
    }

    private void expectHighest(String what, double[] scores, double expected, double relative) {
        double highest = Arrays.stream(scores).max().orElseThrow();
        answer(Answer.of("highest %s %.6g", what, highest)
                .expect("highest " + what, highest, expected, relative * expected));
    }
}
