package org.einfluss.theory.baselines;

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
}
