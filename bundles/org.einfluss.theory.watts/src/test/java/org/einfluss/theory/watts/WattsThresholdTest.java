package org.einfluss.theory.watts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.einfluss.api.InputException;
import org.einfluss.api.model.Purpose;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WattsThresholdTest {
    private static final WattsThreshold MODEL = new WattsThreshold();

    static Graph graph(int nodes, boolean directed, int... ends) {
        GraphBuilder builder = new GraphBuilder(nodes, directed);
        for (int i = 0; i < ends.length; i += 2) {
            builder.add(ends[i], ends[i + 1]);
        }
        return builder.build().graph();
    }

    static Graph random(int nodes, int ties, boolean directed, long key) {
        RandomStream random = new RandomStream(key);
        GraphBuilder builder = new GraphBuilder(nodes, directed);
        for (int i = 0; i < ties; i++) {
            builder.add(random.nextInt(nodes), random.nextInt(nodes));
        }
        return builder.build().graph();
    }

    static Simulation simulation(Threshold threshold, Network network) {
        return MODEL.bind(new WattsThreshold.Parameters(threshold), network);
    }

    static double[] run(Simulation simulation, Run run) {
        simulation.begin(run);
        while (simulation.step()) {
            // on
        }
        double[] row = new double[6];
        simulation.observe(row, 0);
        return row;
    }

    private static List<Integer> active(Simulation simulation, int nodes) {
        List<Integer> active = new ArrayList<>();
        for (int v = 0; v < nodes; v++) {
            if (simulation.nodes().state(v) == 1) {
                active.add(v);
            }
        }
        return active;
    }

    /** One node at a time, in random order, counting afresh: nothing in common with the model but the rule. */
    private static List<Integer> oneByOne(Graph graph, IntUnaryOperator need, int[] seeds, long key) {
        int n = graph.nodes();
        boolean[] active = new boolean[n];
        for (int seed : seeds) {
            active[seed] = true;
        }
        int[] order = new int[n];
        for (int v = 0; v < n; v++) {
            order[v] = v;
        }
        RandomStream random = new RandomStream(key);
        boolean changed = true;
        while (changed) {
            changed = false;
            random.shuffle(order, 0, n);
            for (int v : order) {
                int sources = 0;
                for (int u = 0; u < n; u++) {
                    sources += active[u] && graph.findArc(u, v) >= 0 ? 1 : 0;
                }
                if (!active[v] && sources >= need.applyAsInt(v)) {
                    active[v] = true;
                    changed = true;
                }
            }
        }
        List<Integer> set = new ArrayList<>();
        for (int v = 0; v < n; v++) {
            if (active[v]) {
                set.add(v);
            }
        }
        return set;
    }

    @ParameterizedTest
    @CsvSource({
        "0.07, 100, 7",
        "0.18, 5, 1",
        "0.2, 5, 1",
        "0.25, 4, 1",
        "0.25, 5, 2",
        "0.18, 0, 1",
        "0, 7, 0",
        "-0.1, 7, 0",
        "1, 3, 3",
        "1.01, 3, 4",
        "1e-300, 3, 1",
        "NaN, 3, 2147483647"
    })
    void comparisonsAreMadeWithIntegers(double threshold, int degree, int need) {
        assertEquals(need, Threshold.need(threshold, degree));
    }

    @Test
    void exactlyTheThresholdSuffices() {
        // A star's centre with four leaves at 1/4: one leaf is enough, and one step later everyone is active.
        Network star = Network.of(graph(5, false, 0, 1, 0, 2, 0, 3, 0, 4));
        Simulation simulation = simulation(new Threshold.Constant(0.25), star);
        assertArrayEquals(new double[] {5, 1, 0, 1, 0.8, 2}, run(simulation, new Run().begin(1, 3)));
        Simulation stricter = simulation(new Threshold.Constant(0.26), star);
        assertArrayEquals(new double[] {1, 1, 0, 0.2, 0, 0}, run(stricter, new Run().begin(1, 3)));
    }

    @Test
    void cascadeStopsWhenNoNodeIsVulnerable() {
        Network complete = Network.of(graph(4, false, 0, 1, 0, 2, 0, 3, 1, 2, 1, 3, 2, 3));
        assertEquals(1, run(simulation(new Threshold.Constant(0.5), complete), new Run().begin(1, 2))[0]);
        assertEquals(4, run(simulation(new Threshold.Constant(0.5), complete), new Run().begin(1, 0, 2))[0]);
    }

    @Test
    void directedNodesListenToTheirSourcesOnly() {
        // 0 and 1 are heard by 2; what 2 says to 3, 4 and 5 does not count for 2.
        Network network = Network.of(graph(6, true, 0, 2, 1, 2, 2, 3, 2, 4, 2, 5));
        assertEquals(5, run(simulation(new Threshold.Constant(0.5), network), new Run().begin(1, 0))[0]);
        assertEquals(1, run(simulation(new Threshold.Constant(0.51), network), new Run().begin(1, 0))[0]);
        assertEquals(1, run(simulation(new Threshold.Constant(0.1), network), new Run().begin(1, 5))[0]);
    }

    @Test
    void isolatedSeedIsACascadeOfSizeOne() {
        Simulation simulation = simulation(new Threshold.Constant(0.18), Network.of(Graph.empty(3)));
        assertArrayEquals(new double[] {1, 1, 0, 1 / 3.0, 0, 0}, run(simulation, new Run().begin(1, 1)));
    }

    @Test
    void thresholdZeroStartsByItself() {
        Simulation simulation = simulation(new Threshold.Constant(0), Network.of(Graph.empty(3)));
        assertArrayEquals(new double[] {3, 1, 2, 1, 2 / 3.0, 0}, run(simulation, new Run().begin(1, 1)));
    }

    @Test
    void thresholdsMayStandInAColumn() {
        Network path = Network.of(graph(4, false, 0, 1, 1, 2, 2, 3))
                .withNodeColumn(Column.doubles("phi", "", new double[] {0.1, 0.5, Double.NaN, 0}));
        double[] row = run(simulation(new Threshold.Table("phi"), path), new Run().begin(1, 0));
        assertArrayEquals(new double[] {3, 1, 1, 0.75, 0.5, 1}, row);
        InputException missing =
                assertThrows(InputException.class, () -> simulation(new Threshold.Table("threshold"), path));
        assertTrue(missing.getMessage().contains("phi"), missing.getMessage());
    }

    @Test
    void finalSetDoesNotDependOnTheOrderOfUpdates() {
        List<Threshold> laws = List.of(
                new Threshold.Constant(0.18),
                new Threshold.Constant(0.35),
                new Threshold.Normal(0.2, 0.1, true),
                new Threshold.Normal(0.2, 0.2, false),
                new Threshold.Uniform(0.1, 0.6),
                new Threshold.Mixture(List.of(new Threshold.Mixture.Part(0.5, 1), new Threshold.Mixture.Part(0.1, 2))));
        int spread = 0;
        for (boolean directed : new boolean[] {false, true}) {
            for (int key = 0; key < 12; key++) {
                Graph graph = random(60, directed ? 240 : 120, directed, key);
                int[] degree = WattsThreshold.sources(graph);
                for (Threshold law : laws) {
                    Simulation simulation = simulation(law, Network.of(graph));
                    for (int repeat = 0; repeat < 3; repeat++) {
                        Run run = new Run().begin(100 * key + repeat, key, key + 20);
                        IntUnaryOperator need = v -> Threshold.need(
                                law.quantile().applyAsDouble(run.uniform(Purpose.THRESHOLDS, v)), degree[v]);
                        double[] row = run(simulation, run);
                        List<Integer> expected = oneByOne(graph, need, new int[] {key, key + 20}, repeat);
                        assertEquals(expected, active(simulation, 60), law + " key " + key);
                        spread += row[0] > 2 ? 1 : 0;
                    }
                }
            }
        }
        assertTrue(spread > 100, "cascades that went beyond their seeds: " + spread);
    }

    @Test
    void smallAndLargeCountersAgree() {
        // A hub of degree 200 at 0.7 needs 140, more than a byte holds; at 0.6 it needs 120, which fits.
        GraphBuilder builder = new GraphBuilder(400, false);
        for (int v = 1; v <= 200; v++) {
            builder.add(0, v);
            builder.add(v, v + 199);
        }
        Network network = Network.of(builder.build().graph());
        int[] seeds = new int[140];
        for (int i = 0; i < seeds.length; i++) {
            seeds[i] = 1 + i;
        }
        assertEquals(0, stateOfHub(0.71, network, seeds));
        assertEquals(1, stateOfHub(0.7, network, seeds));
        assertEquals(1, stateOfHub(0.6, network, java.util.Arrays.copyOf(seeds, 120)));
        assertEquals(0, stateOfHub(0.6, network, java.util.Arrays.copyOf(seeds, 119)));
    }

    private static int stateOfHub(double threshold, Network network, int... seeds) {
        Simulation simulation = simulation(new Threshold.Constant(threshold), network);
        run(simulation, new Run().begin(1, seeds));
        return simulation.nodes().state(0);
    }

    @Test
    void reusedSimulationEqualsAFreshOne() {
        Network network = Network.of(random(500, 900, false, 7));
        for (Threshold law : List.of(new Threshold.Constant(0.18), new Threshold.Normal(0.18, 0.05, true))) {
            Simulation reused = simulation(law, network);
            for (int key = 0; key < 40; key++) {
                assertArrayEquals(
                        run(simulation(law, network), new Run().begin(key, key)),
                        run(reused, new Run().begin(key, key)),
                        law + " key " + key);
            }
        }
    }

    @Test
    void runsAllocateNothing() {
        Network network = Network.of(random(2000, 3000, false, 7));
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        for (Threshold law : List.of(
                new Threshold.Constant(0.18),
                new Threshold.Normal(0.18, 0.05, true),
                new Threshold.Normal(0.18, 0.05, false),
                new Threshold.Uniform(0.1, 0.4),
                new Threshold.Mixture(List.of(new Threshold.Mixture.Part(0.1, 1))))) {
            Simulation simulation = simulation(law, network);
            Run run = new Run();
            long least = Long.MAX_VALUE;
            for (int round = 0; round < 20; round++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int key = 0; key < 20; key++) {
                    run.begin(key).seeds().add(key);
                    simulation.begin(run);
                    while (simulation.step()) {
                        // on
                    }
                }
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertEquals(0, least, law.toString());
        }
    }

    @Test
    void truncatedThresholdsNeverStartByThemselves() {
        Network network = Network.of(Graph.empty(10_000));
        assertEquals(0, run(simulation(new Threshold.Normal(0.18, 0.1, true), network), new Run().begin(5))[2]);
        // P(φ ≤ 0) = 0.0359: 359 of 10⁴, binomial standard deviation 18.6.
        assertEquals(359, run(simulation(new Threshold.Normal(0.18, 0.1, false), network), new Run().begin(5))[2], 75);
    }
}
