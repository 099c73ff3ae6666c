package org.einfluss.theory.baselines;

import java.nio.file.Path;
import org.einfluss.api.Progress;
import org.einfluss.api.study.Study;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.engine.experiment.Planner;
import org.einfluss.engine.run.LocalRunner;
import org.einfluss.engine.study.Studies;
import org.einfluss.networks.Complete;
import org.einfluss.networks.ErdosRenyi;
import org.einfluss.networks.Ring;
import org.einfluss.seeding.FractionSeeds;
import org.einfluss.seeding.RandomSeeds;

/** Studies made from the lines of an experiment file, kept in memory. */
final class SmallStudies {
    private SmallStudies() {}

    static Study of(String... lines) throws Exception {
        Catalog catalog = Catalog.of(
                new Complete(),
                new ErdosRenyi(),
                new Ring(),
                new RandomSeeds(),
                new FractionSeeds(),
                new OpinionDistribution(),
                new IndependentCascade(),
                new SusceptibleInfectiousRecovered(),
                new SusceptibleInfectiousSusceptible(),
                new SusceptibleExposedInfectiousRecovered(),
                new ContinuousEpidemic(),
                new Voter(),
                new Sznajd(),
                new Deffuant(),
                new HegselmannKrause(),
                new NetworkBass());
        String yaml = "format: 1\ntitle: Small\n" + String.join("\n", lines) + "\n";
        return Studies.inMemory(
                Planner.plan(ExperimentFile.read(yaml, "small.yaml"), catalog, Path.of(""), Progress.NONE),
                catalog,
                new LocalRunner(2),
                Progress.NONE);
    }

    static Study epidemic() throws Exception {
        return of(
                "network: {id: complete, nodes: 60}",
                "model: {id: sir, infection: [0.01, 0.02], recovery: 0.2}",
                "seeding: {id: random, size: 3}",
                "replicates: {networks: 1, runs: 20}",
                "recording: every-step",
                "key: 3");
    }

    static Study outbreaks() throws Exception {
        return of(
                "network: {id: erdos-renyi, nodes: 200, mean-degree: 4}",
                "model: {id: sir, infection: [0.3, 0.6], recovery: 1}",
                "seeding: {id: random, size: 1}",
                "replicates: {networks: 4, runs: 10}",
                "key: 4");
    }

    static Study adoption() throws Exception {
        return of(
                "network: {id: erdos-renyi, nodes: 100, mean-degree: [3, 10]}",
                "model: {id: network-bass, step: 0.5}",
                "seeding: {id: random, size: 1}",
                "replicates: {networks: 3, runs: 4}",
                "recording: every-step",
                "key: 5");
    }

    static Study voters() throws Exception {
        return of(
                "network: {id: complete, nodes: [10, 20]}",
                "model: {id: voter}",
                "seeding: {id: fraction, share: [0.3, 0.5]}",
                "replicates: {networks: 1, runs: 50}",
                "key: 6");
    }

    static Study opinions() throws Exception {
        return of(
                "network: {id: complete, nodes: 100}",
                "model: [{id: deffuant, confidence: [0.2, 0.5]}, {id: hegselmann-krause, confidence: [0.1, 0.3]}]",
                "seeding: {id: random, size: 0}",
                "replicates: {networks: 1, runs: 6}",
                "measures: [{id: opinion-distribution, parts: 20}]",
                "key: 7");
    }
}
