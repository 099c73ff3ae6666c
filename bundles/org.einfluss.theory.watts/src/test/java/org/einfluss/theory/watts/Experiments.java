package org.einfluss.theory.watts;

import java.io.IOException;
import java.nio.file.Path;
import org.einfluss.api.Progress;
import org.einfluss.api.study.Study;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.engine.experiment.Planner;
import org.einfluss.engine.run.LocalRunner;
import org.einfluss.engine.study.Studies;
import org.einfluss.networks.ErdosRenyi;
import org.einfluss.networks.InfluenceNetwork;
import org.einfluss.networks.OverlappingGroups;
import org.einfluss.seeding.DegreeBandSeeds;
import org.einfluss.seeding.InfluentialSeeds;
import org.einfluss.seeding.RandomSeeds;

/** Studies from experiment files, with generators, models and seedings of the product. */
final class Experiments {
    private Experiments() {}

    static Study study(String... lines) throws IOException, InterruptedException {
        Catalog catalog = Catalog.of(
                new ErdosRenyi(),
                new InfluenceNetwork(),
                new OverlappingGroups(),
                new ThresholdsByInfluence(),
                new WattsThreshold(),
                new InfluentialPercolation(),
                new RandomSeeds(),
                new InfluentialSeeds(),
                new DegreeBandSeeds());
        String yaml = "format: 1\ntitle: Test\n" + String.join("\n", lines) + "\n";
        return Studies.inMemory(
                Planner.plan(ExperimentFile.read(yaml, "test.yaml"), catalog, Path.of(""), Progress.NONE),
                catalog,
                new LocalRunner(2),
                Progress.NONE);
    }

    /** One influential against one average node on small networks, with a log. */
    static Study influentials() throws IOException, InterruptedException {
        return study(
                "network: {id: influence-network, nodes: 300, influence: {kind: poisson, mean-degree: {vary: [2, 4]}}}",
                "model: {id: watts-threshold, threshold: 0.18}",
                "seeding: [{id: influentials}, {id: random}]",
                "replicates: {networks: 4, runs: 5}",
                "recording: log",
                "key: 3");
    }

    /** Seeds out of three bands of degrees that cover all nodes, with a log. */
    static Study bands() throws IOException, InterruptedException {
        return study(
                "network: {id: influence-network, nodes: 300, influence: {kind: negative-binomial, mean-degree: 4}}",
                "model: {id: influential-percolation, transmission: 0.3, influential: 0.3}",
                "seeding: [{id: degree-band, from: 0, to: 0.5}, {id: degree-band, from: 0.5, to: 0.9},"
                        + " {id: degree-band, from: 0.9, to: 1}]",
                "replicates: {networks: 4, runs: 10}",
                "recording: log",
                "key: 3");
    }
}
