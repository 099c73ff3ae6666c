package org.einfluss.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.einfluss.api.CancelledException;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.study.Runner;
import org.einfluss.engine.Json;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Origin;
import org.einfluss.engine.run.LocalRunner;
import org.einfluss.engine.run.Tiny;
import org.einfluss.engine.study.Outcome;
import org.einfluss.engine.study.Provenance;
import org.einfluss.engine.study.Replay;
import org.einfluss.engine.study.Reproduction;
import org.einfluss.engine.study.StudyCheck;
import org.einfluss.engine.study.StudyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyFolderTest {
    private static final String YAML = Example.yaml(12, 5, 30);

    @TempDir
    private Path folder;

    private StudyFolder complete() throws Exception {
        StudyFolder study = Example.create(folder.resolve("s"), YAML);
        study.run(new LocalRunner(2), Provenance.UNSAID, Progress.NONE);
        return study;
    }

    private static String refusal(org.junit.jupiter.api.function.Executable action) {
        return assertThrows(InputException.class, action).getMessage();
    }

    @Test
    void completeStudyChecksOutAndReproduces() throws Exception {
        StudyFolder study = complete();
        assertEquals(YAML, Files.readString(folder.resolve("s/experiment.yaml")));
        StudyCheck check = study.check(Progress.NONE);
        assertEquals(List.of(), check.problems());
        assertTrue(check.isSound());
        assertEquals(study.outcome().digest(), check.digest());
        Reproduction reproduction = study.reproduce(3, Progress.NONE);
        assertEquals(3, reproduction.shards().size());
        assertEquals(List.of(), reproduction.differences());
        assertTrue(reproduction.rows() > 0);
        String crate = Files.readString(folder.resolve("s/ro-crate-metadata.json"));
        assertFalse(crate.contains("license") || crate.contains("Person"), "nothing is invented");
        assertTrue(crate.contains("https://w3id.org/ro/wfrun/process/0.5"));
    }

    @Test
    void licenceAndAgentAreToldWhereTheUserSaysThem() throws Exception {
        StudyFolder study = Example.create(folder.resolve("s"), YAML);
        study.run(
                new LocalRunner(1),
                new Provenance(Optional.of("https://example.org/licence"), Optional.of("Ada")),
                Progress.NONE);
        String crate = Files.readString(folder.resolve("s/ro-crate-metadata.json"));
        assertTrue(crate.contains("https://example.org/licence") && crate.contains("Ada"));
    }

    @Test
    void checkFindsMissingAndExchangedShards() throws Exception {
        StudyFolder study = complete();
        Path part = folder.resolve("s/shards/part-00001.parquet");
        Path kept = folder.resolve("kept");
        Files.move(part, kept);
        StudyCheck missing = study.check(Progress.NONE);
        assertFalse(missing.complete());
        assertTrue(
                missing.problems().get(0).contains("resume"), missing.problems().toString());
        Files.copy(folder.resolve("s/shards/part-00000.parquet"), part);
        StudyCheck exchanged = study.check(Progress.NONE);
        assertTrue(
                exchanged.problems().get(0).startsWith("Shard 1 does not hold"),
                exchanged.problems().toString());
        assertTrue(
                exchanged.problems().get(1).startsWith("The merged rows"),
                exchanged.problems().toString());
    }

    @Test
    void checkNamesFilesThatCannotBeRead() throws Exception {
        StudyFolder study = complete();
        Path part = folder.resolve("s/shards/part-00001.parquet");
        byte[] whole = Files.readAllBytes(part);
        Files.write(part, Arrays.copyOf(whole, whole.length - 50));
        StudyCheck torn = study.check(Progress.NONE);
        assertFalse(torn.isSound());
        assertEquals(1, torn.problems().size(), torn.problems().toString());
        assertTrue(torn.problems().get(0).startsWith("Shard 1 cannot be read ("));
        assertTrue(torn.problems().get(0).endsWith("; delete its file and resume the study."));
        Files.write(part, whole);
        Files.writeString(folder.resolve("s/observations.parquet"), "torn");
        StudyCheck merged = study.check(Progress.NONE);
        assertEquals(1, merged.problems().size(), merged.problems().toString());
        assertTrue(merged.problems().get(0).startsWith("The merged rows cannot be read ("));
        study.run(new LocalRunner(1), Provenance.UNSAID, Progress.NONE);
        assertTrue(study.check(Progress.NONE).isSound());
    }

    /** A study of the same plan but for its key: its files fit in every respect but their values. */
    private Path foreign() throws Exception {
        Path other = folder.resolve("other");
        Example.create(other, YAML.replace("key: 42", "key: 43"))
                .run(new LocalRunner(2), Provenance.UNSAID, Progress.NONE);
        return other;
    }

    @Test
    void foreignMergedRowsAreRefused() throws Exception {
        StudyFolder study = complete();
        double mine = study.study().estimates().mean(0, "reach").value();
        Path other = foreign();
        for (String file : List.of("observations.parquet", "log.parquet")) {
            Path place = folder.resolve("s").resolve(file);
            byte[] own = Files.readAllBytes(place);
            Files.copy(other.resolve(file), place, StandardCopyOption.REPLACE_EXISTING);
            String sentence = refusal(study::study);
            assertTrue(sentence.contains("are not those it was completed with: 240 runs with the digest"), sentence);
            assertTrue(sentence.contains("Resume the study to merge its shards again"), sentence);
            Files.write(place, Arrays.copyOf(own, own.length / 2));
            assertTrue(refusal(study::study).contains("cannot be read ("));
            Files.delete(place);
            assertThrows(IOException.class, study::study);
            study.run(new LocalRunner(1), Provenance.UNSAID, Progress.NONE);
            assertEquals(mine, study.study().estimates().mean(0, "reach").value());
        }
    }

    @Test
    void foreignShardsAndLogsAreNamedAndNotMerged() throws Exception {
        StudyFolder study = complete();
        Path other = foreign();
        for (String file : List.of("part-00003.parquet", "log-00003.parquet")) {
            Path place = folder.resolve("s/shards").resolve(file);
            byte[] own = Files.readAllBytes(place);
            Files.copy(other.resolve("shards").resolve(file), place, StandardCopyOption.REPLACE_EXISTING);
            StudyCheck check = study.check(Progress.NONE);
            assertFalse(check.isSound());
            assertEquals(2, check.problems().size(), check.problems().toString());
            assertTrue(check.problems().get(0).startsWith("The merged rows ("));
            assertEquals(
                    "Shard 3 holds other rows than those the study was completed with; delete the files and resume the study.",
                    check.problems().get(1));
            String sentence = refusal(() -> study.run(new LocalRunner(1), Provenance.UNSAID, Progress.NONE));
            assertTrue(
                    sentence.contains(
                            "but it was completed with " + study.outcome().digest()),
                    sentence);
            Files.write(place, own);
            study.run(new LocalRunner(1), Provenance.UNSAID, Progress.NONE);
            assertTrue(study.check(Progress.NONE).isSound());
        }
        Files.delete(folder.resolve("s/shards/log-00003.parquet"));
        StudyCheck check = study.check(Progress.NONE);
        assertTrue(
                check.problems().get(0).startsWith("Shard 3 cannot be read ("),
                check.problems().toString());
    }

    @Test
    void studiesWithoutAFingerprintAreComparedByTheirValues() throws Exception {
        StudyFolder study = complete();
        Path outcome = folder.resolve("s/outcome.json");
        String text = Files.readString(outcome);
        assertTrue(text.contains("\"fingerprint\" : \"sha256:"), text);
        Files.writeString(outcome, text.replaceFirst("\\s*\"fingerprint\" : \"[^\"]*\",", ""));
        assertEquals("", study.outcome().fingerprint());
        assertEquals(study.outcome().digest(), study.study().digest());
        Files.copy(
                foreign().resolve("observations.parquet"),
                folder.resolve("s/observations.parquet"),
                StandardCopyOption.REPLACE_EXISTING);
        assertTrue(refusal(study::study).contains("are not those it was completed with"));
    }

    @Test
    void reproductionShowsWhatDiffers() throws Exception {
        StudyFolder study = complete();
        Files.copy(
                folder.resolve("s/shards/part-00000.parquet"),
                folder.resolve("s/shards/part-00001.parquet"),
                StandardCopyOption.REPLACE_EXISTING);
        Reproduction reproduction = study.reproduce(1000, Progress.NONE);
        assertEquals(
                1, reproduction.differences().size(), reproduction.differences().toString());
        assertTrue(reproduction.differences().get(0).startsWith("Shard 1, point 0"));
    }

    @Test
    void changedExperimentIsRefusedButNotChangedComments() throws Exception {
        StudyFolder study = complete();
        Files.writeString(folder.resolve("s/experiment.yaml"), YAML.replace("# a comment", "# another"));
        assertEquals(List.of(), study.changes());
        Files.writeString(folder.resolve("s/experiment.yaml"), YAML.replace("key: 42", "key: 43"));
        String sentence = refusal(() -> study.run(new LocalRunner(1), Provenance.UNSAID, Progress.NONE));
        assertTrue(sentence.contains("experiment.yaml was changed"), sentence);
    }

    @Test
    void changedPlanIsRefused() throws Exception {
        complete();
        Path plan = folder.resolve("s/plan.json");
        Files.writeString(plan, Files.readString(plan).replace("\"key\" : 42", "\"key\" : 43"));
        assertTrue(Files.readString(plan).contains(": 43"));
        String sentence = refusal(() -> Example.EINFLUSS.open(folder.resolve("s")));
        assertTrue(sentence.contains("changed since it was written"), sentence);
    }

    @Test
    void changedBundleIsNamedAndRefused() throws Exception {
        complete();
        Catalog newer = Catalog.builder()
                .add(new Tiny.Contagion(), new Origin("org.einfluss.engine.run", "2.0.0", "ab"))
                .build();
        StudyFolder study = StudyFolder.open(folder.resolve("s"), newer, new ParquetStorage());
        String sentence = refusal(() -> study.run(new LocalRunner(1), Provenance.UNSAID, Progress.NONE));
        assertTrue(sentence.contains("The bundle org.einfluss.engine.run was changed"), sentence);
    }

    @Test
    void foldersInUseAreRefused() throws Exception {
        complete();
        assertTrue(refusal(() -> Example.create(folder.resolve("s"), YAML)).contains("holds a study already"));
        Files.createDirectories(folder.resolve("other"));
        Files.writeString(folder.resolve("other/thesis.txt"), "mine");
        assertTrue(refusal(() -> Example.create(folder.resolve("other"), YAML)).contains("is no study"));
        assertTrue(refusal(() -> Example.EINFLUSS.open(folder.resolve("other"))).contains("There is no study"));
        Files.createDirectories(folder.resolve("empty"));
        Example.create(folder.resolve("empty"), YAML);
    }

    @Test
    void onlyOneWorksOnAStudyAtATime() throws Exception {
        StudyFolder study = Example.create(folder.resolve("s"), YAML);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch tried = new CountDownLatch(1);
        Runner waiting = (plan, pending, worker, progress) -> {
            begun.countDown();
            tried.await();
            new LocalRunner(1).run(plan, pending, worker, progress);
        };
        AtomicBoolean completed = new AtomicBoolean();
        Thread first = new Thread(
                () -> {
                    try {
                        study.run(waiting, Provenance.UNSAID, Progress.NONE);
                        completed.set(true);
                    } catch (Exception failed) {
                        throw new IllegalStateException(failed);
                    }
                },
                "first");
        first.start();
        begun.await();
        String sentence = refusal(() -> study.run(new LocalRunner(1), Provenance.UNSAID, Progress.NONE));
        tried.countDown();
        first.join();
        assertTrue(sentence.contains("Another process is working on the study"), sentence);
        assertTrue(completed.get());
    }

    @Test
    void cancelledStudyKeepsWhatWasDone() throws Exception {
        StudyFolder study = Example.create(folder.resolve("s"), YAML);
        Progress impatient = new Progress() {
            private volatile boolean cancelled;

            @Override
            public void report(long done, long total, String what) {
                cancelled |= done >= 120;
            }

            @Override
            public boolean isCancelled() {
                return cancelled;
            }
        };
        assertThrows(CancelledException.class, () -> study.run(new LocalRunner(1), Provenance.UNSAID, impatient));
        assertFalse(study.isComplete());
        int present = new ParquetStorage()
                .open(folder.resolve("s"), study.plan())
                .present()
                .cardinality();
        assertTrue(present > 0 && present < study.plan().shards().size(), present + " shards");
        assertTrue(refusal(study::study).contains("not complete"));
        Map<?, ?> stopped = action();
        assertEquals("http://schema.org/FailedActionStatus", stopped.get("actionStatus"));
        assertEquals("cancelled", stopped.get("error"));
        assertFalse(stopped.containsKey("result"));
        Outcome outcome = study.run(new LocalRunner(2), Provenance.UNSAID, Progress.NONE);
        assertEquals(240, outcome.runs());
        Map<?, ?> completed = action();
        assertEquals("http://schema.org/CompletedActionStatus", completed.get("actionStatus"));
        assertFalse(completed.containsKey("error"));
        assertEquals(Map.of("@id", "observations.parquet"), completed.get("result"));
    }

    @Test
    void failedStudyTellsTheReasonAndACompleteOneKeepsItsProvenance() throws Exception {
        StudyFolder study = Example.create(folder.resolve("s"), YAML);
        Runner broken = (plan, pending, worker, progress) -> {
            throw new IllegalStateException("the disk is gone");
        };
        assertThrows(IllegalStateException.class, () -> study.run(broken, Provenance.UNSAID, Progress.NONE));
        assertEquals("the disk is gone", action().get("error"));
        study.run(new LocalRunner(2), Provenance.UNSAID, Progress.NONE);
        assertThrows(IllegalStateException.class, () -> study.run(broken, Provenance.UNSAID, Progress.NONE));
        assertEquals("http://schema.org/CompletedActionStatus", action().get("actionStatus"));
    }

    /** The run in the provenance file. */
    private Map<?, ?> action() throws IOException {
        Path file = folder.resolve("s/ro-crate-metadata.json");
        List<?> graph =
                (List<?>) Json.read(Files.readString(file), file.toString()).get("@graph");
        return graph.stream()
                .map(entity -> (Map<?, ?>) entity)
                .filter(entity -> "#run".equals(entity.get("@id")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void failedRunsAreCountedWithTheirReasons() throws Exception {
        StudyFolder study = Example.create(folder.resolve("s"), YAML.replace("contagion", "fragile"));
        Outcome outcome = study.run(new LocalRunner(2), Provenance.UNSAID, Progress.NONE);
        assertTrue(outcome.failed() > 0);
        assertEquals(outcome.failed(), outcome.failures().get("IllegalStateException: node 0 breaks"));
        assertEquals(outcome, study.outcome());
    }

    @Test
    void replayShowsEveryStepAndEventOfARun() throws Exception {
        StudyFolder study = complete();
        double[] sizes = study.study().estimates().values(3, "size");
        Replay replay = study.replay(3, 2, 4, Progress.NONE);
        Replay.Step last = replay.steps().get(replay.steps().size() - 1);
        assertEquals(sizes[2 * 5 + 4], last.values().get(0));
        assertEquals(sizes[2 * 5 + 4], replay.events().size());
        assertEquals(0, replay.steps().get(0).step());
        assertTrue(replay.failure().isEmpty());
        assertTrue(refusal(() -> study.replay(9, 0, 0, Progress.NONE)).contains("0 to 3"));
        assertTrue(refusal(() -> study.replay(0, 12, 0, Progress.NONE)).contains("0 to 11"));
    }
}
