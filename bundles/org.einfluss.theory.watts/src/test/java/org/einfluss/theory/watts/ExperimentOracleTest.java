package org.einfluss.theory.watts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.einfluss.api.Progress;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.Source;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.Estimate;
import org.einfluss.api.study.Estimates;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.engine.experiment.Planner;
import org.einfluss.engine.run.LocalRunner;
import org.einfluss.engine.study.Studies;
import org.einfluss.formats.DatasetImport;
import org.einfluss.formats.EdgeListReader;
import org.einfluss.formats.HomeLibrary;
import org.einfluss.networks.ConfigurationModel;
import org.einfluss.networks.ErdosRenyi;
import org.einfluss.seeding.FractionSeeds;
import org.einfluss.seeding.GivenSeeds;
import org.einfluss.seeding.RandomSeeds;
import org.einfluss.theory.baselines.IndependentCascade;
import org.einfluss.theory.baselines.LinearThreshold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole experiments, from the experiment file to the estimates, against literal reference numbers: what the models are tested for one
 * by one must survive generators, seedings, keys, shards, threads and statistics.
 */
class ExperimentOracleTest {
    @TempDir
    private Path home;

    private Study study(String... lines) throws Exception {
        Catalog catalog = Catalog.of(
                new ErdosRenyi(),
                new ConfigurationModel(),
                new WattsThreshold(),
                new IndependentCascade(),
                new LinearThreshold(),
                new RandomSeeds(),
                new FractionSeeds(),
                new GivenSeeds(),
                new HomeLibrary(home, List.of(new EdgeListReader()), Optional.empty()));
        String yaml = "format: 1\ntitle: Oracle\n" + String.join("\n", lines) + "\n";
        Plan plan = Planner.plan(ExperimentFile.read(yaml, "oracle.yaml"), catalog, home, Progress.NONE);
        return Studies.inMemory(plan, catalog, new LocalRunner(2), Progress.NONE);
    }

    private static double level(DesignPoint point, String factor) {
        return Double.parseDouble(point.factors().get(factor));
    }

    @Test
    void globalCascadesAreAsFrequentAsKnownAndVaryBetweenNetworks() throws Exception {
        Study study = study(
                "network: {id: erdos-renyi, nodes: 10000, mean-degree: {vary: [3, 5, 6, 7]}, variant: gnm}",
                "model: {id: watts-threshold, threshold: 0.18}",
                "seeding: {id: random, size: 1}",
                "replicates: {networks: 130, runs: 50}",
                "key: 2002");
        double[] frequency = {0.8731, 0.6924, 0.0623, 0};
        double[] frequencyError = {0.0022, 0.0035, 0.0024, 0};
        double[] size = {0.9406, 0.9930, 0.9975, Double.NaN};
        assertEquals(4, study.plan().points().size());
        for (DesignPoint point : study.plan().points()) {
            int i = point.index();
            Estimate global = study.estimates().share(i, "reach", 0.1);
            assertEquals(6500, global.runs(), "runs at " + point.label());
            assertEquals(130, global.networks());
            if (size[i] > 0) {
                assertTrue(global.standardError() > 0 && global.standardError() <= 2 * frequencyError[i]);
                double error = Math.hypot(global.standardError(), frequencyError[i]);
                assertEquals(frequency[i], global.value(), 4 * error, "frequency at " + point.label());
                Estimate above = study.estimates().meanAbove(i, "reach", 0.1);
                assertEquals(size[i], above.value(), 4 * above.standardError() + 1e-4, "size at " + point.label());
            } else {
                assertEquals(0, global.value());
                assertTrue(global.high() > 0.02, "nothing seen on 130 networks does not mean never");
            }
        }
        // At the upper edge some networks have a giant vulnerable cluster and others none: the design effect is 2.
        double effect = 6500 / study.estimates().share(2, "reach", 0.1).effectiveRuns();
        assertTrue(effect > 1.3 && effect < 2.9, "design effect " + effect);
    }

    @Test
    void shareOfSeedsDecidesAboveTheWindow() throws Exception {
        Study study = study(
                "network: {id: configuration-model, nodes: 100000, degrees: {kind: poisson, mean-degree: {vary: [5, 7]}}}",
                "model: {id: watts-threshold, threshold: 0.18}",
                "seeding: {id: fraction, share: {vary: [0.001, 0.005]}}",
                "replicates: {networks: 8, runs: 1}",
                "key: 2007");
        double[][] final1e3and5e3 = {{.993030, .993059}, {.004242, .999087}};
        assertEquals(4, study.plan().points().size());
        for (DesignPoint point : study.plan().points()) {
            double share = level(point, "seeding.share");
            double known =
                    final1e3and5e3[level(point, "network.degrees.mean-degree") == 5 ? 0 : 1][share == 0.001 ? 0 : 1];
            Estimate reach = study.estimates().mean(point.index(), "reach");
            assertEquals(known, reach.value(), 4 * reach.standardError() + 2e-4, point.label());
            Estimate gain = study.estimates().mean(point.index(), "gain");
            assertEquals(share, reach.value() - gain.value(), 1e-12, "seeds count in the reach, not in the gain");
        }
    }

    @Test
    void importedTiesCarryTheKnownSpreads() throws Exception {
        Path file = Files.writeString(home.resolve("bow.txt"), "0 1\n0 2\n1 2\n3 4\n3 5\n4 5\n2 6\n6 3\n");
        EdgeListReader reader = new EdgeListReader();
        new DatasetImport(List.of(reader))
                .importFile(
                        Source.of(file),
                        reader,
                        EdgeListReader.Parameters.of(Direction.MUTUAL),
                        new DatasetDescriptor(
                                "bow", "Bow", "", "", "", List.of(), List.of(), "none", Direction.MUTUAL, ""),
                        DatasetImport.Extras.NONE,
                        home,
                        false,
                        Progress.NONE);
        Study study = study(
                "network: {id: dataset, name: bow}",
                "model:",
                "  - {id: independent-cascade, probability: 0.3}",
                "  - {id: independent-cascade, probability: {kind: weighted-cascade}}",
                "  - {id: linear-threshold}",
                "seeding:",
                "  - {id: given, nodes: ['0']}",
                "  - {id: given, nodes: ['2']}",
                "  - {id: given, nodes: ['6']}",
                "  - {id: given, nodes: ['2', '3']}",
                "replicates: {networks: 1, runs: 40000}",
                "key: 2003");
        double[] spread = {
            1.89128842, 2.18134, 2.0356, 3.962, 2.41666667, 3.125, 2.5, Double.NaN, 2.625, 3.41666667, 2.66666667, 6.0
        };
        Estimates estimates = study.estimates();
        assertEquals(spread.length, study.plan().points().size());
        for (DesignPoint point : study.plan().points()) {
            Estimate size = estimates.mean(point.index(), "size");
            assertTrue(size.conditional(), "one fixed network");
            assertEquals(40_000, size.runs());
            assertTrue(size.standardError() < 0.01);
            if (!Double.isNaN(spread[point.index()])) {
                assertEquals(spread[point.index()], size.value(), 4 * size.standardError(), point.label());
            }
        }
        for (int baseline : new int[] {0, 4, 8}) {
            Estimate difference = estimates.pairedDifference(baseline + 1, baseline, "size");
            double unpaired = Math.hypot(
                    estimates.mean(baseline, "size").standardError(),
                    estimates.mean(baseline + 1, "size").standardError());
            assertEquals(spread[baseline + 1] - spread[baseline], difference.value(), 4 * difference.standardError());
            assertTrue(difference.standardError() < 0.9 * unpaired, "common coins and thresholds pair the runs");
        }
    }

    @Test
    void commonThresholdsNarrowDifferencesOnDrawnNetworks() throws Exception {
        String[] experiment = {
            "network: {id: erdos-renyi, nodes: 1000, mean-degree: 4}",
            "model:",
            "  - {id: watts-threshold, threshold: {kind: normal, mean: 0.35, sd: 0.1}}",
            "  - {id: watts-threshold, threshold: {kind: normal, mean: 0.36, sd: 0.1}}",
            "seeding: {id: random, size: 20}",
            "replicates: {networks: 40, runs: 5}",
            "key: 11",
            "network-draws: common"
        };
        Estimates common = study(experiment).estimates();
        experiment[7] = "network-draws: independent";
        Estimates independent = study(experiment).estimates();
        assertTrue(
                isNowhereLarger(common), "every node's threshold is higher, on the same network with the same seeds");
        assertFalse(isNowhereLarger(independent), "networks, seeds and thresholds drawn anew");
        Estimate paired = common.pairedDifference(1, 0, "gain");
        assertFalse(paired.conditional());
        assertEquals(40, paired.networks());
        double unpaired = Math.hypot(
                common.mean(0, "gain").standardError(), common.mean(1, "gain").standardError());
        assertTrue(paired.standardError() < 0.9 * unpaired, paired.standardError() + " against " + unpaired);
    }

    private static boolean isNowhereLarger(Estimates estimates) {
        double[] lower = estimates.values(0, "gain");
        double[] higher = estimates.values(1, "gain");
        for (int i = 0; i < lower.length; i++) {
            if (higher[i] > lower[i]) {
                return false;
            }
        }
        return true;
    }
}
