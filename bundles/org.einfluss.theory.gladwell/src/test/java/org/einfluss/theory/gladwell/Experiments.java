package org.einfluss.theory.gladwell;

import java.nio.file.Path;
import org.einfluss.api.Progress;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.engine.experiment.Planner;
import org.einfluss.engine.run.LocalRunner;
import org.einfluss.engine.study.Studies;
import org.einfluss.networks.ErdosRenyi;
import org.einfluss.networks.StochasticBlockModel;
import org.einfluss.seeding.FractionSeeds;
import org.einfluss.seeding.RandomSeeds;
import org.einfluss.theory.baselines.IndependentCascade;
import org.einfluss.theory.watts.WattsThreshold;

/** Studies in memory, made from experiment files. */
final class Experiments {
    private Experiments() {}

    static Study study(String... lines) throws Exception {
        Catalog catalog = Catalog.of(
                new ErdosRenyi(),
                new StochasticBlockModel(),
                new IndependentCascade(),
                new LawOfTheFew(),
                new PlantConnectors(),
                new PlantMavens(),
                new PlantSalesmen(),
                new PlantAllInOne(),
                new RemoveRoles(),
                new RandomSeeds(),
                new FractionSeeds(),
                new WattsThreshold());
        String yaml = "format: 1\ntitle: Test\n" + String.join("\n", lines) + "\n";
        Plan plan = Planner.plan(ExperimentFile.read(yaml, "test.yaml"), catalog, Path.of(""), Progress.NONE);
        return Studies.inMemory(plan, catalog, new LocalRunner(2), Progress.NONE);
    }

    /** A small removal test. */
    static Study removal() throws Exception {
        return study(
                "network: {id: erdos-renyi, nodes: 400, mean-degree: 6}",
                "prepare:",
                "  - {id: plant-salesmen, share: 0.05, persuasiveness: 8}",
                "  - {id: remove-roles, role: salesmen, share: [0, 0.02, 0.05], instead: [nobody, same-number, same-links]}",
                "model: {id: law-of-the-few, contagion: one-shot, stickiness: 1, persuasion: 0.3}",
                "seeding: {id: random, size: 1}",
                "replicates: {networks: 4, runs: 6}",
                "key: 5");
    }

    /** A small sweep of a probability. */
    static Study sweep() throws Exception {
        return study(
                "network: {id: erdos-renyi, nodes: [400, 800], mean-degree: 5}",
                "model: {id: independent-cascade, probability: {vary: [0.1, 0.15, 0.2, 0.25, 0.3]}}",
                "seeding: {id: random, size: 1}",
                "replicates: {networks: 5, runs: 8}",
                "key: 6");
    }

    /** Items that spread among planted roles in 50 communities. */
    static Study recovery(int nodes, int items) throws Exception {
        return study(
                "network: {id: stochastic-block-model, nodes: " + nodes + ", blocks: " + nodes / 100
                        + ", inside: 6, outside: 2}",
                "prepare:",
                "  - {id: plant-connectors, share: 0.02, ties: 20}",
                "  - {id: plant-mavens, share: 0.02}",
                "  - {id: plant-salesmen, share: 0.02}",
                "model: {id: law-of-the-few, stickiness: 0.6, persuasion: 0.5, telling: 0.1, discovery: 0.5, drop-out: 0.3}",
                "seeding: {id: random, size: 5}",
                "replicates: {networks: 1, runs: " + items + "}",
                "recording: log",
                "max-steps: 200",
                "key: 8");
    }
}
