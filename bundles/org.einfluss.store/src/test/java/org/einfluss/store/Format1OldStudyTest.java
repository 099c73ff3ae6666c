package org.einfluss.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.study.Events;
import org.einfluss.api.study.Observations;
import org.einfluss.api.study.Study;
import org.einfluss.engine.Einfluss;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.study.Replay;
import org.einfluss.engine.study.Reproduction;
import org.einfluss.engine.study.StudyCheck;
import org.einfluss.engine.study.StudyFolder;
import org.einfluss.engine.study.StudySummary;
import org.einfluss.networks.ErdosRenyi;
import org.einfluss.seeding.RandomSeeds;
import org.einfluss.theory.watts.CascadeSizes;
import org.einfluss.theory.watts.CascadeWindowAnalysis;
import org.einfluss.theory.watts.WattsThreshold;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A study of format 1 that release 0.1.0 made: {@code einfluss run studies/format-1/experiment.yaml}, without pictures, workbook
 * and the findings' {@code about.json}. Never make it again: it stands for what users have. A later format gets a folder of its own.
 */
class Format1OldStudyTest {
    private static final String DIGEST = "160c76c633b6069b656220ee2c2447919f642cfe19f91e5832100ea883326b4e";
    private static final Einfluss EINFLUSS = new Einfluss(
            () -> Catalog.of(
                    new ErdosRenyi(),
                    new WattsThreshold(),
                    new RandomSeeds(),
                    new CascadeWindowAnalysis(),
                    new CascadeSizes(),
                    new StudySummary()),
            new ParquetStorage());

    @TempDir
    private Path folder;

    private StudyFolder opened;

    @BeforeEach
    void open() throws Exception {
        Path kept = Path.of(Format1OldStudyTest.class
                .getResource("studies/format-1/plan.json")
                .toURI());
        Path copy = folder.resolve("study");
        try (Stream<Path> files = Files.walk(kept.getParent())) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(kept.getParent().relativize(file)));
            }
        }
        opened = EINFLUSS.open(copy);
    }

    @Test
    void rowsAndLogAreRead() throws IOException {
        Study study = opened.study();
        assertEquals(DIGEST, study.digest());
        assertEquals("A small study in format 1", study.plan().title());
        assertEquals(2, study.plan().points().size());
        assertEquals("6", study.plan().points().get(1).factors().get("network.mean-degree"));
        int rows = 0;
        try (Observations observations = study.observations()) {
            while (observations.next()) {
                assertEquals(Observations.Stop.SETTLED, observations.stop());
                rows++;
            }
        }
        int events = 0;
        try (Events log = study.events()) {
            while (log.next()) {
                events++;
            }
        }
        assertEquals(40, rows);
        assertEquals(2783, events);
        assertEquals(0.741875, study.estimates().mean(0, "reach").value(), 1e-12);
        assertEquals(0.0718654885, study.estimates().mean(0, "reach").standardError(), 1e-10);
    }

    @Test
    void checkFindsTheOldDigestAndOnlyOtherBundles() throws IOException {
        StudyCheck check = opened.check(Progress.NONE);
        assertTrue(check.complete());
        assertEquals(DIGEST, check.digest());
        assertEquals(4, check.presentShards());
        assertEquals(
                List.of(),
                check.problems().stream()
                        .filter(problem -> !problem.startsWith("The bundle "))
                        .toList());
    }

    @Test
    void runsOfOldAreComputedAgainWithTheSameValues() throws IOException {
        Reproduction again = opened.reproduce(4, Progress.NONE);
        assertEquals(List.of(0, 1, 2, 3), again.shards());
        assertEquals(List.of(), again.differences());
        assertEquals(40, again.rows());
        Replay replay = opened.replay(1, 2, 3, Progress.NONE);
        Replay.Event last = replay.events().get(replay.events().size() - 1);
        assertEquals(new Replay.Event(7, 55, 0, 1, 51), last);
    }

    @Test
    void analysesOfTodayUnderstandIt() throws IOException {
        List<Findings> findings = EINFLUSS.analyse(opened.study(), Progress.NONE);
        assertEquals(
                List.of("cascade-window", "cascade-sizes", "study-summary"),
                findings.stream().map(Findings::kind).toList());
        assertEquals(
                1.7142469209970939,
                findings.get(0).tables().get(0).column("R_v").doubleAt(0),
                1e-12);
        assertEquals(0.9975, findings.get(2).tables().get(0).column("mean").doubleAt(1), 1e-12);
        for (Findings one : findings) {
            assertTrue(Files.isDirectory(opened.write(one)));
        }
    }
}
