package org.einfluss.theory.watts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.ErdosRenyi;
import org.einfluss.graph.generate.RandomRegular;
import org.einfluss.math.Keys;
import org.einfluss.math.RandomStream;
import org.einfluss.math.RunningStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Simulated cascades against literal reference simulations; standard errors over networks, tolerance four of both. */
class SimulationOracleTest {
    private static final int NODES = 10_000;
    private static final int FEW = 110;
    private static final int MANY = 160;
    private static final int SEEDS = 50;

    private record Outcome(RunningStatistics global, RunningStatistics size, int between) {}

    private static Network gnm(int nodes, double z, long key) {
        return Network.of(ErdosRenyi.gnm(nodes, Math.round(nodes * z / 2), new RandomStream(key)));
    }

    private static Outcome cascades(double phi, double z, int networks) {
        RunningStatistics global = new RunningStatistics();
        RunningStatistics size = new RunningStatistics();
        int between = 0;
        Run run = new Run();
        for (int draw = 0; draw < networks; draw++) {
            long key = Keys.mix(20_020_507, Double.doubleToLongBits(z), draw);
            Network network = gnm(NODES, z, key);
            Simulation simulation = WattsThresholdTest.simulation(new Threshold.Constant(phi), network);
            RandomStream seeds = new RandomStream(Keys.mix(key, 1));
            int count = 0;
            double sum = 0;
            for (int r = 0; r < SEEDS; r++) {
                double reach =
                        WattsThresholdTest.run(simulation, run.begin(Keys.mix(key, 2, r), seeds.nextInt(NODES)))[3];
                count += reach >= 0.1 ? 1 : 0;
                sum += reach >= 0.1 ? reach : 0;
                between += reach > 0.02 && reach < 0.9 ? 1 : 0;
            }
            global.add((double) count / SEEDS);
            if (count > 0) {
                size.add(sum / count);
            }
        }
        return new Outcome(global, size, between);
    }

    private static void close(double expected, double referenceError, RunningStatistics found, double bias) {
        assertTrue(found.standardError() <= 2 * referenceError, "too few networks: " + found.standardError());
        assertEquals(expected, found.mean(), 4 * Math.hypot(referenceError, found.standardError()) + bias);
    }

    @ParameterizedTest
    @CsvSource({
        "0.18, 1.5, 0.5448, 0.0035, 0.5804",
        "0.18, 2, 0.7560, 0.0031, 0.7967",
        "0.18, 3, 0.8731, 0.0022, 0.9406",
        "0.18, 4, 0.8668, 0.0024, 0.9802",
        "0.18, 5, 0.6924, 0.0035, 0.9930",
        "0.10, 2, 0.7922, 0.0033, ",
        "0.10, 8, 0.9966, 0.0005, ",
        "0.10, 12, 0.9043, 0.0025, ",
        "0.25, 2, 0.6151, 0.0041, ",
        "0.25, 3, 0.6231, 0.0040, "
    })
    void globalCascadesAreAsFrequentAndAsLargeAsKnown(double phi, double z, double global, double error, Double size) {
        Outcome outcome = cascades(phi, z, z == 1.5 ? MANY : FEW);
        close(global, error, outcome.global(), 0);
        if (size != null) {
            assertEquals(size, outcome.size().mean(), 4 * outcome.size().standardError() + 1e-4);
        }
    }

    @Test
    void sizesAreBimodalAtTheUpperEdge() {
        Outcome outcome = cascades(0.18, 5.5, FEW);
        close(0.4240, 0.0041, outcome.global(), 0);
        assertEquals(0.9958, outcome.size().mean(), 4 * outcome.size().standardError() + 1e-4);
        assertEquals(0, outcome.between());
    }

    @Test
    void cascadesEndAboveTheWindow() {
        close(0.0623, 0.0024, cascades(0.18, 6, MANY).global(), 0);
        assertEquals(0, cascades(0.18, 7, 40).global().mean());
        assertEquals(0, cascades(0.30, 2, 40).global().mean());
    }

    @Test
    void sizesFollowTheBorelLawAtTheLowerEdge() {
        int nodes = 100_000;
        int networks = 40;
        int seeds = 500;
        int[] atSize = {1, 2, 3, 5, 10, 50};
        double[] law = {.367879, .135335, .074681, .035093, .012511, .001127};
        RunningStatistics[] share = new RunningStatistics[atSize.length];
        Arrays.setAll(share, i -> new RunningStatistics());
        Run run = new Run();
        for (int draw = 0; draw < networks; draw++) {
            long key = Keys.mix(1942, draw);
            Simulation simulation = WattsThresholdTest.simulation(new Threshold.Constant(0.05), gnm(nodes, 1, key));
            RandomStream random = new RandomStream(Keys.mix(key, 1));
            int[] count = new int[atSize.length];
            for (int r = 0; r < seeds; r++) {
                double size = WattsThresholdTest.run(simulation, run.begin(r, random.nextInt(nodes)))[0];
                for (int i = 0; i < atSize.length; i++) {
                    count[i] += size == atSize[i] ? 1 : 0;
                }
            }
            for (int i = 0; i < atSize.length; i++) {
                share[i].add((double) count[i] / seeds);
            }
        }
        for (int i = 0; i < atSize.length; i++) {
            assertTrue(share[i].standardError() < 0.2 * law[i] + 0.001);
            assertEquals(law[i], share[i].mean(), 4 * share[i].standardError(), "size " + atSize[i]);
        }
    }

    private static RunningStatistics shares(
            Threshold threshold, double fraction, int networks, long key, boolean regular) {
        int nodes = 100_000;
        RunningStatistics reach = new RunningStatistics();
        int[] seeds = new int[(int) Math.round(fraction * nodes)];
        Run run = new Run();
        for (int draw = 0; draw < networks; draw++) {
            RandomStream random = new RandomStream(Keys.mix(key, draw));
            Network network = regular
                    ? Network.of(RandomRegular.draw(nodes, 4, random))
                    : Network.of(ErdosRenyi.gnm(nodes, 5L * nodes / 2, random));
            random.sample(nodes, seeds.length, seeds);
            reach.add(
                    WattsThresholdTest.run(
                            WattsThresholdTest.simulation(threshold, network),
                            run.begin(Keys.mix(key, draw, 1), seeds))[3]);
        }
        return reach;
    }

    @ParameterizedTest
    @CsvSource({".001, .001006", ".01, .010623", ".05, .068782", ".1, .218750", ".2, 1"})
    void seedFractionsReachTheKnownSharesOfRegularNetworks(double fraction, double share) {
        RunningStatistics reach = shares(new Threshold.Constant(0.5), fraction, 4, 4, true);
        assertTrue(reach.standardError() < 0.004);
        // 0.1 lies 20 % below the jump (about 0.127), where the final share still varies more.
        assertEquals(share, reach.mean(), 4 * reach.standardError() + (fraction == 0.1 ? 0.004 : 0.002));
    }

    @ParameterizedTest
    @CsvSource({
        ".2, .05, .05, .993384",
        ".3, .1, .05, .993308",
        ".3, .2, .01, .990865",
        ".38, .1, .05, .096032",
        ".38, .2, 0, .124038",
        ".5, .2, .05, .094921"
    })
    void normalThresholdsReachTheKnownShares(double mean, double sd, double fraction, double share) {
        RunningStatistics reach = shares(new Threshold.Normal(mean, sd, false), fraction, 20, 77, false);
        assertTrue(reach.standardError() < 0.004);
        assertEquals(share, reach.mean(), 4 * reach.standardError() + 0.002);
    }
}
