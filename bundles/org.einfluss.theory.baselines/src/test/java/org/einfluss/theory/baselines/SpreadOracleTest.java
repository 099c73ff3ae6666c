package org.einfluss.theory.baselines;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.einfluss.api.Progress;
import org.einfluss.api.model.EventSink;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.InArcs;
import org.einfluss.graph.Network;
import org.einfluss.math.RunningStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exact spreads on small graphs: literal numbers, by enumeration of all worlds of live arcs and by simulation. */
class SpreadOracleTest {
    private static final Network BOW = network(7, 0, 1, 0, 2, 1, 2, 3, 4, 3, 5, 4, 5, 2, 6, 6, 3);
    private static final Network TRIANGLE = network(3, 0, 1, 1, 2, 2, 0);
    private static final int RUNS = 100_000;

    private static Network network(int nodes, int... ends) {
        GraphBuilder builder = new GraphBuilder(nodes, false);
        for (int i = 0; i < ends.length; i += 2) {
            builder.add(ends[i], ends[i + 1]);
        }
        return Network.of(builder.build().graph());
    }

    private static int reached(Graph graph, boolean[] live, int[] seeds) {
        boolean[] active = new boolean[graph.nodes()];
        int[] queue = new int[graph.nodes()];
        int size = 0;
        for (int seed : seeds) {
            active[seed] = true;
            queue[size++] = seed;
        }
        for (int i = 0; i < size; i++) {
            for (int a = graph.arcBegin(queue[i]); a < graph.arcEnd(queue[i]); a++) {
                if (live[a] && !active[graph.target(a)]) {
                    active[graph.target(a)] = true;
                    queue[size++] = graph.target(a);
                }
            }
        }
        return size;
    }

    /** Every arc live or not: 2^arcs worlds. */
    private static double independentCascade(Network network, Probability probability, int... seeds) {
        double[] p = probability.ofArcs(network);
        boolean[] live = new boolean[p.length];
        double spread = 0;
        for (int world = 0; world < 1 << p.length; world++) {
            double weight = 1;
            for (int a = 0; a < p.length; a++) {
                live[a] = (world >> a & 1) == 1;
                weight *= live[a] ? p[a] : 1 - p[a];
            }
            spread += weight * reached(network.graph(), live, seeds);
        }
        return spread;
    }

    /** Every node keeps one of its incoming arcs, each with probability 1/in-degree. */
    private static double linearThreshold(Network network, int... seeds) {
        Graph graph = network.graph();
        InArcs in = graph.inArcs();
        int worlds = 1;
        for (int v = 0; v < graph.nodes(); v++) {
            worlds *= graph.inDegree(v);
        }
        double sum = 0;
        for (int world = 0; world < worlds; world++) {
            boolean[] live = new boolean[graph.arcs()];
            int rest = world;
            for (int v = 0; v < graph.nodes(); v++) {
                live[in.arc(in.begin(v) + rest % graph.inDegree(v))] = true;
                rest /= graph.inDegree(v);
            }
            sum += reached(graph, live, seeds);
        }
        return sum / worlds;
    }

    private static int[] nodes(String text) {
        return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    /** Mean spread over runs must lie within four standard errors. */
    private static <P extends Record> void assertSpread(
            double expected, Model<P> model, P parameters, Network network, boolean commonCoins, int... seeds) {
        Simulation simulation = model.bind(parameters, network);
        Run run = new Run(commonCoins, Progress.NONE, EventSink.NONE);
        RunningStatistics spread = new RunningStatistics();
        double[] row = new double[6];
        for (int r = 0; r < RUNS; r++) {
            simulation.begin(run.begin(1000 + r, seeds));
            while (simulation.step()) {
                // on
            }
            simulation.observe(row, 0);
            spread.add(row[0]);
        }
        assertTrue(spread.standardError() < 0.012);
        assertEquals(expected, spread.mean(), 4 * spread.standardError(), "common coins " + commonCoins);
    }

    private static void assertCascade(double expected, Probability probability, Network network, int... seeds) {
        assertEquals(expected, independentCascade(network, probability, seeds), 0.51e-8);
        for (boolean commonCoins : new boolean[] {true, false}) {
            assertSpread(
                    expected,
                    new IndependentCascade(),
                    new IndependentCascade.Parameters(probability),
                    network,
                    commonCoins,
                    seeds);
        }
    }

    @ParameterizedTest
    @CsvSource({
        ".1, 0, 1.23022762",
        ".1, 2, 1.33018",
        ".1, 6, 1.2436",
        ".3, 0, 1.89128842",
        ".3, 2, 2.18134",
        ".3, 6, 2.0356",
        ".5, 0, 2.9140625",
        ".5, 2, 3.3125",
        ".5, 6, 3.25",
        ".3, 2 3, 3.962",
        ".3, 2 5, 3.89879"
    })
    void constantProbabilityOnTheBow(double p, String seeds, double spread) {
        assertCascade(spread, new Probability.Constant(p), BOW, nodes(seeds));
    }

    @ParameterizedTest
    @CsvSource({"0, 2.41666667", "2, 3.125", "6, 2.5"})
    void weightedCascadeOnTheBow(int seed, double spread) {
        assertCascade(spread, new Probability.WeightedCascade(), BOW, seed);
    }

    @Test
    void halfOnTheTriangle() {
        assertCascade(2.25, new Probability.Constant(0.5), TRIANGLE, 0);
    }

    @ParameterizedTest
    @CsvSource({"0, 2.625", "2, 3.41666667", "6, 2.66666667", "2 3, 6.0"})
    void linearThresholdOnTheBow(String seeds, double spread) {
        assertEquals(spread, linearThreshold(BOW, nodes(seeds)), 0.51e-8);
        LinearThreshold.Parameters byDegree = new LinearThreshold.Parameters(new Weights.InDegree());
        assertSpread(spread, new LinearThreshold(), byDegree, BOW, true, nodes(seeds));
        double[] ones = new double[BOW.graph().arcs()];
        Arrays.fill(ones, 7);
        Network weighted = BOW.withArcColumn(Column.doubles("weight", "", ones));
        LinearThreshold.Parameters byColumn = new LinearThreshold.Parameters(new Weights.Table("weight", true));
        assertSpread(spread, new LinearThreshold(), byColumn, weighted, true, nodes(seeds));
    }

    /** W. W. Zachary's karate club (1977), members numbered from 0. */
    static final Network KARATE = network(
            34, 0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8, 0, 10, 0, 11, 0, 12, 0, 13, 0, 17, 0, 19, 0, 21, 0, 31,
            1, 2, 1, 3, 1, 7, 1, 13, 1, 17, 1, 19, 1, 21, 1, 30, 2, 3, 2, 7, 2, 8, 2, 9, 2, 13, 2, 27, 2, 28, 2, 32, 3,
            7, 3, 12, 3, 13, 4, 6, 4, 10, 5, 6, 5, 10, 5, 16, 6, 16, 8, 30, 8, 32, 8, 33, 9, 33, 13, 33, 14, 32, 14, 33,
            15, 32, 15, 33, 18, 32, 18, 33, 19, 33, 20, 32, 20, 33, 22, 32, 22, 33, 23, 25, 23, 27, 23, 29, 23, 32, 23,
            33, 24, 25, 24, 27, 24, 31, 25, 31, 26, 29, 26, 33, 27, 33, 28, 31, 28, 33, 29, 32, 29, 33, 30, 32, 30, 33,
            31, 32, 31, 33, 32, 33);

    /** Reference simulations with standard errors of 0.003, 0.002 and 0.005. */
    @ParameterizedTest
    @CsvSource({
        "33, 10.552, 3.503, 13.09",
        "33 0, 17.735, 6.427, 22.61",
        "33 0 32 2 1, 22.612, 10.535, 28.902",
        "33 0 32 2 5, 22.698, NaN, NaN",
        "33 0 32 1 6, NaN, NaN, 29.216"
    })
    void karateClubSpreadsAsInTheReference(String seeds, double weighted, double tenth, double threshold) {
        assertEquals(78, KARATE.graph().edges());
        assertReference(
                weighted,
                0.003,
                new IndependentCascade(),
                new IndependentCascade.Parameters(new Probability.WeightedCascade()),
                nodes(seeds));
        assertReference(
                tenth,
                0.002,
                new IndependentCascade(),
                new IndependentCascade.Parameters(new Probability.Constant(0.1)),
                nodes(seeds));
        assertReference(
                threshold,
                0.005,
                new LinearThreshold(),
                new LinearThreshold.Parameters(new Weights.InDegree()),
                nodes(seeds));
    }

    /** As many runs as bring the standard error to at most twice the reference's. */
    private static <P extends Record> void assertReference(
            double expected, double error, Model<P> model, P parameters, int... seeds) {
        if (Double.isNaN(expected)) {
            return;
        }
        Trials<P> trials = new Trials<>(model, parameters, KARATE, false);
        RunningStatistics spread = new RunningStatistics();
        for (int r = 0; r < 10_000 || spread.standardError() > 1.8 * error; r++) {
            spread.add(trials.finish(r, seeds).value("size"));
        }
        Trials.assertMean(expected, error, 0, spread, 2 * error);
    }

    @Test
    void trivalencyGivesEachValueToAThirdOfTheArcsForGood() {
        Network network = Trials.random(20_000, 6, 4);
        double[] p = new Probability.Trivalency().ofArcs(network);
        assertArrayEquals(p, new Probability.Trivalency().ofArcs(network));
        for (double value : new double[] {0.1, 0.01, 0.001}) {
            double share = (double) Arrays.stream(p).filter(one -> one == value).count() / p.length;
            // Standard error √(1/3 · 2/3 / 120,000) = 0.00136.
            assertEquals(1 / 3.0, share, 4 * 0.00136, "share of " + value);
        }
    }

    @Test
    void trivalencyOnTheBowSpreadsAsItsWorldsSay() {
        Probability trivalency = new Probability.Trivalency();
        assertCascade(independentCascade(BOW, trivalency, 2), trivalency, BOW, 2);
    }

    /** Three parallel arcs try on their own: 1 − 0.7³ = 0.657. */
    @Test
    void parallelArcsOfConstantProbabilityTryOnTheirOwn() {
        GraphBuilder builder = new GraphBuilder(2, true).duplicates(GraphBuilder.Duplicates.KEEP);
        builder.add(0, 1);
        builder.add(0, 1);
        builder.add(0, 1);
        assertCascade(
                1.657, new Probability.Constant(0.3), Network.of(builder.build().graph()), 0);
    }
}
