package org.einfluss.theory.baselines;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.model.EventSink;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Column;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.einfluss.math.RunningStatistics;
import org.junit.jupiter.api.Test;

class BaselinesTest {
    private static Network random(int nodes, int ties, boolean directed, long key) {
        RandomStream random = new RandomStream(key);
        GraphBuilder builder = new GraphBuilder(nodes, directed);
        for (int i = 0; i < ties; i++) {
            // Squared numbers: a few nodes get many ties.
            double x = random.nextDouble();
            builder.add((int) (nodes * x * x), random.nextInt(nodes));
        }
        return Network.of(builder.build().graph());
    }

    private static double[] run(Simulation simulation, Run run) {
        simulation.begin(run);
        while (simulation.step()) {
            // on
        }
        double[] row = new double[6];
        simulation.observe(row, 0);
        return row;
    }

    private static Network path(int nodes) {
        GraphBuilder builder = new GraphBuilder(nodes, true);
        for (int v = 1; v < nodes; v++) {
            builder.add(v - 1, v);
        }
        return Network.of(builder.build().graph());
    }

    private static Simulation cascade(Probability probability, Network network) {
        return new IndependentCascade().bind(new IndependentCascade.Parameters(probability), network);
    }

    private static Run independent() {
        return new Run(false, Progress.NONE, EventSink.NONE);
    }

    @Test
    void certainArcsCarryTheCascadeToTheEnd() {
        for (Run run : List.of(new Run(), independent())) {
            double[] expected = {100, 1, 0, 1, 0.99, 99};
            assertArrayEquals(expected, run(cascade(new Probability.Constant(1), path(100)), run.begin(1, 0)));
            assertArrayEquals(expected, run(cascade(new Probability.WeightedCascade(), path(100)), run.begin(1, 0)));
            assertArrayEquals(
                    new double[] {1, 1, 0, 0.01, 0, 0},
                    run(cascade(new Probability.Constant(0), path(100)), run.begin(1, 0)));
        }
    }

    @Test
    void parallelArcsShareTheWeightedCascade() {
        // 2 listens to 0 three times and to 1 once; 1 listens to 0 twice.
        GraphBuilder builder = new GraphBuilder(3, true).duplicates(GraphBuilder.Duplicates.KEEP);
        for (int[] arc : new int[][] {{0, 1}, {0, 1}, {0, 2}, {0, 2}, {0, 2}, {1, 2}}) {
            builder.add(arc[0], arc[1]);
        }
        Network network = Network.of(builder.build().graph());
        assertArrayEquals(new double[] {1, 0, 0.75, 0, 0, 0.25}, new Probability.WeightedCascade().ofArcs(network));
    }

    @Test
    void commonCoinsMakeTheReachGrowWithTheProbability() {
        Network network = random(300, 900, true, 3);
        for (int key = 0; key < 50; key++) {
            double before = 0;
            for (double p : new double[] {0.05, 0.1, 0.3, 0.6}) {
                double size = run(cascade(new Probability.Constant(p), network), new Run().begin(key, key))[0];
                assertTrue(size >= before);
                before = size;
            }
        }
    }

    @Test
    void fastLoopsHaveTheDistributionOfThePlainModel() {
        Network network = random(400, 1600, false, 5);
        for (Probability probability : List.of(
                new Probability.Constant(0.08),
                new Probability.Constant(0.3),
                new Probability.WeightedCascade(),
                new Probability.Trivalency())) {
            RunningStatistics[] plain = statistics();
            RunningStatistics[] fast = statistics();
            Simulation simulation = cascade(probability, network);
            Run common = new Run();
            Run own = independent();
            for (int r = 0; r < 20_000; r++) {
                add(plain, run(simulation, common.begin(r, 0, 399)));
                add(fast, run(simulation, own.begin(r, 0, 399)));
            }
            for (int i : new int[] {0, 1, 2}) {
                double error = Math.hypot(plain[i].standardError(), fast[i].standardError());
                assertEquals(plain[i].mean(), fast[i].mean(), 4 * error, probability + " moment " + i);
            }
            assertTrue(plain[0].standardDeviation() > 0.1);
        }
    }

    private static RunningStatistics[] statistics() {
        return new RunningStatistics[] {new RunningStatistics(), new RunningStatistics(), new RunningStatistics()};
    }

    private static void add(RunningStatistics[] statistics, double[] row) {
        statistics[0].add(row[0]);
        statistics[1].add(row[0] * row[0]);
        statistics[2].add(row[5]);
    }

    @Test
    void reusedSimulationEqualsAFreshOneAndAllocatesNothing() {
        Network network = random(500, 2000, false, 9);
        allocatesNothing(new LinearThreshold(), new LinearThreshold.Parameters(new Weights.InDegree()), network, true);
        for (Probability probability : List.of(
                new Probability.Constant(0.05), new Probability.WeightedCascade(), new Probability.Trivalency())) {
            for (boolean common : new boolean[] {true, false}) {
                allocatesNothing(
                        new IndependentCascade(), new IndependentCascade.Parameters(probability), network, common);
            }
        }
    }

    private static <P extends Record> void allocatesNothing(
            Model<P> model, P parameters, Network network, boolean common) {
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        Simulation reused = model.bind(parameters, network);
        Run run = new Run(common, Progress.NONE, EventSink.NONE);
        for (int key = 0; key < 30; key++) {
            double[] fresh = run(model.bind(parameters, network), run.begin(key, key, 7));
            assertArrayEquals(fresh, run(reused, run.begin(key, key, 7)));
        }
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int key = 0; key < 20; key++) {
                run.begin(key).seeds().add(key);
                reused.begin(run);
                while (reused.step()) {
                    // on
                }
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least);
    }

    @Test
    void eventsTellWhoActivatedWhom() {
        for (boolean common : new boolean[] {true, false}) {
            StringBuilder log = new StringBuilder();
            Run run = new Run(
                    common,
                    Progress.NONE,
                    (time, node, from, to, cause) -> log.append((int) time + ":" + cause + ">" + node + " "));
            run(cascade(new Probability.Constant(1), path(3)), run.begin(1, 0));
            assertEquals("0:-1>0 1:0>1 2:1>2 ", log.toString());
        }
    }

    @Test
    void influenceOfAColumnIsChecked() {
        Network two = path(2).withArcColumn(Column.doubles("weight", "", new double[] {1.5}));
        InputException outside =
                assertThrows(InputException.class, () -> cascade(new Probability.Table("weight"), two));
        assertTrue(outside.getMessage().contains("from '0' to '1' has 1.5"), outside.getMessage());
        assertThrows(InputException.class, () -> cascade(new Probability.Table("strength"), two));
        GraphBuilder builder = new GraphBuilder(3, true);
        builder.add(0, 2);
        builder.add(1, 2);
        Network heavy = Network.of(builder.build().graph())
                .withArcColumn(Column.doubles("weight", "", new double[] {0.7, 0.7}));
        InputException sum = assertThrows(
                InputException.class,
                () -> new LinearThreshold()
                        .bind(new LinearThreshold.Parameters(new Weights.Table("weight", false)), heavy));
        assertTrue(sum.getMessage().contains("node '2'"), sum.getMessage());
    }

    @Test
    void allSourcesTogetherAlwaysSuffice() {
        GraphBuilder builder = new GraphBuilder(50, true);
        int[] seeds = new int[49];
        for (int v = 0; v < 49; v++) {
            builder.add(v, 49);
            seeds[v] = v;
        }
        Simulation simulation = new LinearThreshold()
                .bind(
                        new LinearThreshold.Parameters(new Weights.InDegree()),
                        Network.of(builder.build().graph()));
        for (int key = 0; key < 1000; key++) {
            assertEquals(50, run(simulation, new Run().begin(key, seeds))[0]);
        }
    }
}
