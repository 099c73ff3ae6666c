package org.einfluss.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.einfluss.api.CancelledException;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.engine.run.LocalRunner;
import org.einfluss.engine.study.Outcome;
import org.einfluss.engine.study.Provenance;
import org.einfluss.engine.study.StudyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that runs a study, several times, and resumes. */
class StudyProcessTest {
    private static final String YAML = Example.yaml(48, 30, 400);
    private static final long RUNS = 4 * 48 * 30;

    @TempDir
    private Path folder;

    /** What the child process does: runs the study in the folder given and prints how many runs are done. */
    public static final class Child {
        private Child() {}

        public static void main(String[] args) throws Exception {
            StudyFolder study = Example.EINFLUSS.open(Path.of(args[0]));
            Progress printing = (done, total, what) -> {
                if (what.equals("runs") && done % 25 == 0) {
                    System.out.println(done);
                    System.out.flush();
                }
            };
            study.run(new LocalRunner(2), Provenance.UNSAID, printing);
        }
    }

    /** What a second process does: tries to run the same study, and says what it is told. */
    public static final class Second {
        private Second() {}

        public static void main(String[] args) throws Exception {
            try {
                Example.EINFLUSS.open(Path.of(args[0])).run(new LocalRunner(1), Provenance.UNSAID, Progress.NONE);
                System.out.println("ran");
            } catch (InputException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }

    private Process start(Class<?> main, Path study) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Xmx512m",
                        // DuckDB unpacks its library there.
                        "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                        main.getName(),
                        study.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void runAndKill(Path study, long afterRuns) throws Exception {
        Process child = start(Child.class, study);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && Long.parseLong(line) < afterRuns) {
                line = lines.readLine();
            }
            assertTrue(line != null, "the child ended before it could be killed");
        } finally {
            child.destroyForcibly();
        }
        assertTrue(child.waitFor() != 0, "the child was killed");
    }

    @Test
    void secondProcessIsRefusedAndTheFirstIsNotDisturbed() throws Exception {
        Path shared = folder.resolve("shared");
        StudyFolder study = Example.create(shared, YAML);
        Process first = start(Child.class, shared);
        String told;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(first.getInputStream(), StandardCharsets.UTF_8))) {
            assertTrue(lines.readLine() != null, "the first process works");
            Process second = start(Second.class, shared);
            told = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, second.waitFor());
            while (lines.readLine() != null) {
                // it must not wait for us
            }
        }
        assertEquals(0, first.waitFor());
        assertTrue(told.startsWith("Another process is working on the study " + shared), told);
        assertEquals(List.of(), study.check(Progress.NONE).problems());
        assertEquals(RUNS, study.outcome().runs());
    }

    @Test
    void mergeThatIsCancelledLeavesNothingHalfWrittenAndIsTakenUpAgain() throws Exception {
        Path cancelled = folder.resolve("cancelled");
        StudyFolder study = Example.create(cancelled, YAML);
        Progress impatient = new Progress() {
            private volatile boolean merging;

            @Override
            public void report(long done, long total, String what) {
                merging |= what.equals("merging");
            }

            @Override
            public boolean isCancelled() {
                return merging;
            }
        };
        assertThrows(CancelledException.class, () -> study.run(new LocalRunner(2), Provenance.UNSAID, impatient));
        assertFalse(study.isComplete());
        try (Stream<Path> files = Files.walk(cancelled)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".writing")
                                    || file.endsWith("observations.parquet")
                                    || file.endsWith("log.parquet"))
                            .toList());
        }
        assertEquals(
                RUNS,
                study.run(new LocalRunner(2), Provenance.UNSAID, Progress.NONE).runs());
        assertEquals(List.of(), study.check(Progress.NONE).problems());
    }

    @Test
    void studyKilledSeveralTimesEndsWithTheSameBytes() throws Exception {
        Outcome whole =
                Example.create(folder.resolve("whole"), YAML).run(new LocalRunner(2), Provenance.UNSAID, Progress.NONE);
        Path killed = folder.resolve("killed");
        StudyFolder study = Example.create(killed, YAML);
        for (double share : new double[] {0.15, 0.4, 0.7}) {
            runAndKill(killed, (long) (share * RUNS));
            int present =
                    new ParquetStorage().open(killed, study.plan()).present().cardinality();
            assertTrue(present > 0 && present < study.plan().shards().size(), present + " shards after a kill");
        }
        Files.write(killed.resolve("shards/part-00047.parquet.writing"), new byte[] {80, 65, 82, 49});

        if (System.getProperty("os.name").equals("Linux")) {
            try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
                assertEquals(
                        List.of(),
                        left.filter(file -> file.toString().endsWith(".so")).toList(),
                        "copies of the library that killed processes left");
            }
        }

        Outcome resumed = study.run(new LocalRunner(1), Provenance.UNSAID, Progress.NONE);

        assertEquals(whole.digest(), resumed.digest());
        assertEquals(RUNS, resumed.runs());
        for (String file : List.of("observations.parquet", "log.parquet")) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("whole").resolve(file)),
                    Files.readAllBytes(killed.resolve(file)),
                    file);
        }
        try (Stream<Path> files = Files.walk(killed)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".writing")).toList());
        }
        assertEquals(List.of(), study.check(Progress.NONE).problems());
    }
}
