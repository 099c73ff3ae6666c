package org.einfluss.theory.flow;

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
import org.einfluss.networks.Star;
import org.einfluss.networks.StochasticBlockModel;
import org.einfluss.seeding.BlockSeeds;
import org.einfluss.seeding.GivenSeeds;
import org.einfluss.seeding.RandomSeeds;
import org.einfluss.theory.baselines.IndependentCascade;
import org.einfluss.theory.baselines.NetworkBass;

/** Small studies that the analyses are checked on. */
final class FlowStudies {
    private FlowStudies() {}

    static Study study(String... lines) throws Exception {
        Catalog catalog = Catalog.of(
                new StochasticBlockModel(),
                new ErdosRenyi(),
                new IndependentCascade(),
                new ComplexContagion(),
                new SourceDiverseContagion(),
                new EvenPushes(),
                new BlockSeeds(),
                new BlockNode(),
                new GivenSeeds(),
                new NetworkBass(),
                new Star(),
                new RandomSeeds(),
                new OwnAndOthers());
        String yaml = "format: 1\ntitle: Sample\n" + String.join("\n", lines) + "\n";
        Plan plan = Planner.plan(ExperimentFile.read(yaml, "sample"), catalog, Path.of(""), Progress.NONE);
        return Studies.inMemory(plan, catalog, new LocalRunner(2), Progress.NONE);
    }

    static Study choices() throws Exception {
        return study(
                "network: {id: stochastic-block-model, nodes: 200, blocks: 4, outside: [0.2, 1]}",
                "model: {id: independent-cascade, probability: [0.1, 0.2]}",
                "seeding: {id: block, size: 5, choice: [random, leaders, connectors]}",
                "measures: [{id: own-and-others}]",
                "replicates: {networks: 6, runs: 3}",
                "key: 1");
    }

    static Study logged() throws Exception {
        return study(
                "network: {id: stochastic-block-model, nodes: 200, blocks: 4}",
                "model: {id: independent-cascade, probability: 0.2}",
                "seeding: {id: random, size: 5}",
                "replicates: {networks: 4, runs: 3}",
                "recording: log",
                "key: 2");
    }

    /** A star of five from leaf 1, where everything is certain; without nobody, the hub, the leaf that is the seed, and another. */
    static Study blocked(String model) throws Exception {
        return study(
                "network: {id: star, nodes: 5}",
                "prepare: {id: block-node, rank: [0, 1, 2, 3]}",
                "model: " + model,
                "seeding: {id: given, nodes: ['1']}",
                "replicates: {networks: 1, runs: 4}",
                "recording: log",
                "coins: common",
                "key: 4");
    }

    static Study pushed() throws Exception {
        return study(
                "network: {id: erdos-renyi, nodes: 200, mean-degree: 4}",
                "model: {id: source-diverse-contagion, gate: 1, pushing: 0, horizon: 1, fatigue: {vary: [4, none]}}",
                "seeding: none",
                "campaign: {id: even-pushes, every: 0, sources: [1, 4], pushes: [1, 4, 12]}",
                "replicates: {networks: 3, runs: 2}",
                "key: 3");
    }
}
