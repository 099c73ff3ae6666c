package org.einfluss.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.engine.experiment.Configured;
import org.einfluss.engine.run.LocalRunner;
import org.einfluss.engine.study.Outcome;
import org.einfluss.engine.study.Provenance;
import org.einfluss.engine.study.StudyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine as an ordinary library: no framework is on this class path. */
class PlainLibraryTest {
    private static final String YAML = Example.yaml(20, 8, 40);

    @TempDir
    private Path folder;

    @Test
    void digestDependsOnNeitherThreadsNorStoreNorInterruption() throws Exception {
        Plan plan = Example.plan(YAML);
        String inMemory =
                Example.EINFLUSS.run(plan, new LocalRunner(1), Progress.NONE).digest();
        assertEquals(
                inMemory,
                Example.EINFLUSS.run(plan, new LocalRunner(3), Progress.NONE).digest());

        StudyFolder study = Example.create(folder.resolve("study"), YAML);
        Outcome first = study.run(new LocalRunner(3), Provenance.UNSAID, Progress.NONE);
        assertEquals(inMemory, first.digest());
        assertEquals(640, first.runs());

        try (Stream<Path> shards = Files.list(folder.resolve("study/shards"))) {
            for (Path shard : shards.sorted()
                    .filter(file -> file.toString().contains("part-"))
                    .limit(3)
                    .toList()) {
                Files.delete(shard);
            }
        }
        StudyFolder reopened = Example.EINFLUSS.open(folder.resolve("study"));
        assertEquals(
                inMemory,
                reopened.run(new LocalRunner(2), Provenance.UNSAID, Progress.NONE)
                        .digest());
        assertEquals(inMemory, reopened.study().digest());
    }

    @Test
    void analysesOfTheExperimentAreMadeAndWritten() throws Exception {
        StudyFolder folderOfStudy = Example.create(folder.resolve("study"), YAML);
        folderOfStudy.run(new LocalRunner(2), Provenance.UNSAID, Progress.NONE);
        Study study = folderOfStudy.study();
        List<Findings> findings = Example.EINFLUSS.analyse(study, Progress.NONE);
        assertEquals(
                List.of("study-summary", "paired-differences"),
                findings.stream().map(Findings::kind).toList());

        Findings summary = findings.get(0);
        assertEquals(4, summary.tables().get(0).rows());
        assertEquals(2, summary.figures().get(0).series().size(), "one line per seeding over the probability");
        assertEquals(20, summary.tables().get(0).column("networks").longAt(0));
        assertEquals(
                study.estimates().mean(0, "reach").value(),
                summary.tables().get(0).column("mean").doubleAt(0));

        Findings differences = findings.get(1);
        assertEquals(2, differences.tables().get(0).rows());
        assertTrue(
                differences.tables().get(0).column("difference-low").doubleAt(0) > 0, "0.5 spreads farther than 0.2");

        for (Findings one : findings) {
            folderOfStudy.write(one);
        }
        List<String> csv = Files.readAllLines(folder.resolve("study/findings/study-summary/summary.csv"));
        assertEquals(5, csv.size());
        assertTrue(csv.get(0).startsWith("point,model.probability,seeding"), csv.get(0));
        assertTrue(Files.readString(folder.resolve("study/findings/study-summary/about.json"))
                .contains(study.digest()));
    }

    private static Findings summary(String yaml) throws Exception {
        Study study = Example.EINFLUSS.run(Example.plan(yaml), new LocalRunner(2), Progress.NONE);
        return Example.EINFLUSS.analyse(study, Configured.of("study-summary"), Progress.NONE);
    }

    @Test
    void pointsOfSamplingDesignsAreScatteredInsteadOfOneLineEach() throws Exception {
        Findings summary = summary("""
                format: 1
                network: {id: digraph, nodes: {vary: {from: 10, to: 90}}, degree: 3}
                model: {id: contagion, probability: {vary: {from: 0, to: 1}}}
                seeding: any-nodes
                design: {kind: latin-hypercube, points: 30}
                replicates: {networks: 2, runs: 2}
                """);
        Figure figure = summary.figures().get(0);
        assertEquals(Figure.Kind.SCATTER, figure.kind());
        assertEquals(1, figure.series().size());
        assertEquals(30, figure.series().get(0).toRow());
    }

    @Test
    void manyLinesAreThinnedAndTheCaptionSaysSo() throws Exception {
        Findings summary = summary("""
                format: 1
                network: {id: digraph, nodes: {vary: [10, 20]}, degree: 3}
                model: {id: contagion, probability: {vary: {from: 0, to: 1, levels: 11}}}
                seeding: any-nodes
                replicates: {networks: 2, runs: 2}
                """);
        Figure figure = summary.figures().get(0);
        assertEquals(8, figure.series().size());
        assertEquals(0, figure.series().get(0).fromRow());
        assertEquals(22, figure.series().get(7).toRow());
        assertTrue(figure.caption().contains("8 of 11 lines"), figure.caption());
    }
}
