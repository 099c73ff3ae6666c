package org.einfluss.store;

import java.io.IOException;
import java.nio.file.Path;
import org.einfluss.api.Progress;
import org.einfluss.api.study.Plan;
import org.einfluss.engine.Einfluss;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.engine.run.Tiny;
import org.einfluss.engine.study.PairedDifferences;
import org.einfluss.engine.study.StudyFolder;
import org.einfluss.engine.study.StudySummary;

/** The tiny components used as a person would: by an experiment file. */
final class Example {
    static final Catalog CATALOG = Catalog.of(
            new Tiny.Digraph(),
            new Tiny.Contagion(),
            new Tiny.Fragile(),
            new Tiny.AnyNodes(),
            new Tiny.EventCount(),
            new StudySummary(),
            new PairedDifferences());
    static final Einfluss EINFLUSS = new Einfluss(() -> CATALOG, new ParquetStorage());

    private Example() {}

    static String yaml(int networks, int runs, int nodes) {
        return """
                # a comment
                format: 1
                title: Tiny
                network: {id: digraph, nodes: NODES, degree: 3}
                model: {id: contagion, probability: [0.2, 0.5]}
                seeding: [{id: any-nodes, size: 1}, {id: any-nodes, size: 4}]
                measures: [event-count]
                replicates: {networks: NETWORKS, runs: RUNS}
                recording: log
                key: 42
                analyses: [study-summary, {id: paired-differences, factor: model.probability}]
                """.replace("NODES", Integer.toString(nodes))
                .replace("NETWORKS", Integer.toString(networks))
                .replace("RUNS", Integer.toString(runs));
    }

    static Plan plan(String yaml) throws IOException {
        return EINFLUSS.plan(ExperimentFile.read(yaml, "tiny.yaml"), Path.of("."), Progress.NONE);
    }

    static StudyFolder create(Path folder, String yaml) throws IOException {
        return EINFLUSS.create(folder, yaml, plan(yaml));
    }
}
