package org.einfluss.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command line as its user meets it: real processes, real files, exit codes. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals and sh scripts")
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class CommandLineProcessTest {
    private static final Path SCRIPT = Product.FOLDER.resolve("bin").resolve("einfluss");
    private static final String EXPERIMENT = """
            format: 1
            title: A small window
            network: {id: erdos-renyi, nodes: 1000, mean-degree: {vary: [2, 4, 8]}}
            model: {id: watts-threshold, threshold: 0.18}
            seeding: {id: random, size: 1}
            replicates: {networks: 40, runs: 20}
            key: 7
            analyses: [cascade-window, study-summary]
            """;

    @TempDir
    private Path folder;

    @Test
    void aStudyHasTheSameDigestForAnyNumberOfThreads() throws Exception {
        Path experiment = write("window.yaml", EXPERIMENT);
        Ended one = einfluss("run", experiment.toString(), "--threads", "1", "--out", "one");
        assertEquals(0, one.code(), one::toString);
        Ended three = einfluss("run", experiment.toString(), "--threads", "3", "--out", "three");
        assertEquals(0, three.code(), three::toString);
        assertEquals(digest(one.output()), digest(three.output()));
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("one/observations.parquet")),
                Files.readAllBytes(folder.resolve("three/observations.parquet")));
        assertTrue(Files.size(folder.resolve("one/study.xlsx")) > 0);
        assertEquals(digest(one.output()), digest(einfluss("check", "one").output()));
        assertEquals(0, einfluss("reproduce", "one").code());
        Ended replay = einfluss("replay", "one", "1", "3", "5", "--json");
        assertEquals(0, replay.code(), replay::toString);
        assertTrue(replay.output().contains("\"events\""), replay.output());
        assertEquals(0, einfluss("export", "one", "--out", "again.xlsx").code());
        assertTrue(Files.size(folder.resolve("again.xlsx")) > 0);
    }

    @Test
    void withoutADisplayTheWindowIsRefusedInASentence() throws Exception {
        for (String display : List.of("", ":4711")) {
            ProcessBuilder builder = builder(SCRIPT, Path.of(System.getProperty("java.home")));
            builder.environment().remove("DISPLAY");
            if (!display.isEmpty()) {
                builder.environment().put("DISPLAY", display);
            }
            Ended ended = ended(builder.start());
            assertEquals(1, ended.code(), ended::toString);
            assertTrue(ended.errors().contains("no display was found"), ended::errors);
        }
    }

    @Test
    void anAnalysisThatTheStudyCannotServeIsRefusedBeforeAnythingRuns() throws Exception {
        Path experiment = write("course.yaml", EXPERIMENT.replace("[cascade-window,", "[time-course,"));
        Ended run = einfluss("run", experiment.toString(), "--out", "course");
        assertEquals(2, run.code(), run::toString);
        assertTrue(run.errors().contains("course.yaml:8:12: The analysis 'time-course' "), run::errors);
        assertFalse(Files.exists(folder.resolve("course")), "a folder was made");
    }

    @Test
    void aKilledStudyIsResumedToTheSameBytes() throws Exception {
        String longer = EXPERIMENT.replace("nodes: 1000", "nodes: 20000").replace("networks: 40", "networks: 60");
        Path experiment = write("long.yaml", longer);
        Ended whole = einfluss("run", experiment.toString(), "--out", "whole");
        assertEquals(0, whole.code(), whole::toString);
        Process process = start("run", experiment.toString(), "--out", "killed");
        awaitShards(folder.resolve("killed/shards"), 2, process);
        kill(process, "KILL");
        assertFalse(Files.exists(folder.resolve("killed/observations.parquet")), "the kill came too late");
        Ended resumed = einfluss("resume", "killed");
        assertEquals(0, resumed.code(), resumed::toString);
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("whole/observations.parquet")),
                Files.readAllBytes(folder.resolve("killed/observations.parquet")));
    }

    @Test
    void anInterruptEndsARunWith130AndKeepsWhatWasDone() throws Exception {
        Path experiment = write(
                "long.yaml",
                EXPERIMENT.replace("nodes: 1000", "nodes: 20000").replace("networks: 40", "networks: 400"));
        Process process = start("run", experiment.toString(), "--out", "study");
        awaitShards(folder.resolve("study/shards"), 1, process);
        long begin = System.nanoTime();
        kill(process, "INT");
        assertEquals(130, process.exitValue());
        System.out.println(
                "einfluss run: ended " + (System.nanoTime() - begin) / 1_000_000 + " ms after the interrupt");
        Ended check = einfluss("check", "study");
        assertEquals(1, check.code());
        assertTrue(check.output().contains("not complete"), check.output());
    }

    @Test
    void anInterruptBeforeTheRunsLeavesNothing() throws Exception {
        Path experiment = write(
                "huge.yaml",
                EXPERIMENT.replace("nodes: 1000", "nodes: 5000000").replace("networks: 40", "networks: 2"));
        Path errors = folder.resolve("errors.txt");
        Process process = start("run", experiment.toString());
        while (process.isAlive() && !Files.readString(errors).contains("timing a few runs")) {
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
        assertTrue(process.isAlive(), "it was ready before it could be disturbed");
        kill(process, "INT");
        assertEquals(130, process.exitValue());
        assertFalse(Files.readString(errors).contains("einfluss resume"), Files.readString(errors));
        assertFalse(Files.exists(folder.resolve("home/studies")), "a study was made");
    }

    @Test
    void aWrongExperimentNamesThePlaceAndTheNearestNameAndLeavesNothing() throws Exception {
        Path experiment = write("wrong.yaml", EXPERIMENT.replace("mean-degree", "mean-degre"));
        Ended ended = einfluss("run", experiment.toString(), "--out", "study");
        assertEquals(2, ended.code());
        assertTrue(
                ended.errors().contains("wrong.yaml:3:41: Unknown parameter 'mean-degre'; did you mean 'mean-degree'?"),
                ended::errors);
        assertFalse(Files.exists(folder.resolve("study")));
        Ended range =
                einfluss("run", write("e.yaml", EXPERIMENT).toString(), "--set", "model.threshold=2", "--out", "study");
        assertEquals(2, range.code());
        assertTrue(range.errors().contains("--set model.threshold"), range::errors);
        assertFalse(Files.exists(folder.resolve("study")));
        assertEquals(2, einfluss("runn").code());
        assertEquals(2, einfluss("calculate", "cascade-windo").code());
        assertEquals(2, einfluss("describe", "no-such-thing").code());
    }

    @Test
    void whatCannotBeRunAnywhereIsRefusedBeforeAStudyIsMade() throws Exception {
        Path experiment = write("e.yaml", EXPERIMENT);
        Ended crowded = einfluss("run", experiment.toString(), "--set", "seeding.size=2000", "--out", "study");
        assertEquals(2, crowded.code(), crowded::toString);
        assertTrue(crowded.errors().contains("e.yaml: Seeding asks for 2000 seeds"), crowded::errors);
        assertFalse(Files.exists(folder.resolve("study")));
        write("file", "no folder");
        Ended unwritable = einfluss("run", experiment.toString(), "--out", "file/study");
        assertEquals(2, unwritable.code(), unwritable::toString);
        assertTrue(unwritable.errors().contains("cannot be made"), unwritable::errors);
    }

    @Test
    void aChangedPlanIsRefused() throws Exception {
        Path experiment = write("e.yaml", EXPERIMENT);
        assertEquals(0, einfluss("run", experiment.toString(), "--out", "study").code());
        Files.writeString(
                folder.resolve("study/experiment.yaml"), EXPERIMENT.replace("threshold: 0.18", "threshold: 0.2"));
        Ended ended = einfluss("resume", "study");
        assertEquals(2, ended.code());
        assertTrue(ended.errors().contains("experiment"), ended::errors);
    }

    @Test
    void calculatesTheWindowOfTheLiterature() throws Exception {
        Ended ended = einfluss("calculate", "cascade-window", "--set", "threshold=0.18", "--json");
        assertEquals(0, ended.code(), ended::toString);
        assertTrue(ended.output().contains("1.02070"), ended.output());
        assertTrue(ended.output().contains("5.76467"), ended.output());
    }

    @Test
    void importsAFileAndRunsOnIt() throws Exception {
        Path file = write("ties.csv", "source,target\n1,2\n2,3\n3,1\n3,3\n1,2\n");
        Ended unasked = einfluss("import", file.toString(), "--name", "mine");
        assertEquals(2, unasked.code());
        assertTrue(unasked.errors().contains("ties.csv: Give --direction"), unasked::errors);
        Ended imported = einfluss("import", file.toString(), "--name", "mine", "--direction", "follows");
        assertEquals(0, imported.code(), imported::toString);
        assertEquals(0, einfluss("analyse", "mine", "--json").code());
        Ended bundled = einfluss("import", file.toString(), "--name", "karate", "--direction", "follows");
        assertEquals(2, bundled.code());
        assertTrue(bundled.errors().contains("There is a dataset 'karate' already"), bundled::errors);
        assertEquals(
                2,
                einfluss("import", file.toString(), "--name", "mine", "--direction", "follows")
                        .code());
    }

    @Test
    void theDemoRunsOnRealData() throws Exception {
        long begin = System.nanoTime();
        Ended demo = einfluss("demo", "--out", "demo");
        System.out.println("einfluss demo: " + (System.nanoTime() - begin) / 1_000_000 + " ms");
        assertEquals(0, demo.code(), demo::toString);
        assertTrue(demo.output().contains("Van den Bulte"), demo.output());
        try (Stream<Path> files = Files.walk(folder.resolve("demo"))) {
            List<String> names = files.map(Path::toString).toList();
            assertTrue(names.stream().anyMatch(name -> name.endsWith(".png")));
            assertTrue(names.stream().anyMatch(name -> name.endsWith(".svg")));
            assertTrue(names.stream().anyMatch(name -> name.endsWith(".xlsx")));
        }
    }

    @Test
    @Timeout(value = 900, unit = TimeUnit.SECONDS) // hundreds of simulated numbers, on a machine that may be busy
    void everyShippedNumberIsWhatIsComputed() throws Exception {
        long begin = System.nanoTime();
        Ended verified = einfluss("verify", "--json");
        System.out.println("einfluss verify: " + (System.nanoTime() - begin) / 1_000_000 + " ms");
        assertEquals(0, verified.code(), verified::toString);
        assertTrue(verified.output().contains("\"failed\" : 0,"), verified.output());
        assertTrue(verified.output().contains("\"bundle\" : \"org.einfluss.theory.baselines\""), verified.output());
        assertTrue(
                verified.output()
                                .lines()
                                .filter(line -> line.contains("\"verdict\" : \"pass\""))
                                .count()
                        >= 78,
                verified.output());
        Ended without = einfluss("verify", "formats");
        assertEquals(2, without.code(), without::toString);
        assertTrue(without.errors().contains("org.einfluss.formats ships no oracles"), without::errors);
    }

    @Test
    void aWrongNumberIsNamedAndFails() throws Exception {
        Path app = folder.resolve("app");
        Path changed = Path.of("lib")
                .resolve(Product.jar("org.einfluss.theory.baselines").getFileName());
        for (Path file : files(Product.FOLDER)) {
            Path copy = app.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(Product.FOLDER.resolve(file), copy);
        }
        try (FileSystem jar = FileSystems.newFileSystem(app.resolve(changed))) {
            Path registry = jar.getPath("org/einfluss/theory/baselines/oracles.json");
            String right = Files.readString(registry);
            String wrong = right.replaceFirst("\"3.10112977\"", "\"3.10112978\"");
            assertFalse(wrong.equals(right));
            Files.writeString(registry, wrong);
        }
        Ended ended = ended(
                process(app.resolve("bin/einfluss"), Path.of(System.getProperty("java.home")), "verify", "baselines"));
        assertEquals(1, ended.code(), ended::toString);
        assertTrue(ended.output().contains("FAIL"), ended.output());
        assertTrue(ended.output().contains(" pass, 1 fail, 0 could not be computed."), ended.output());
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).map(root::relativize).toList();
        }
    }

    @Test
    void readyExperimentsAreListedDescribedAndRunByName() throws Exception {
        Ended listed = einfluss("list", "experiments");
        assertTrue(listed.output().contains("window-map"), listed::toString);
        assertFalse(listed.output().contains("cannot run"), listed::toString);
        Ended described = einfluss("describe", "window-map");
        assertTrue(described.output().contains("analyses: [cascade-window]"), described::toString);
        Ended run = einfluss("run", "window-map", "--set", "replicates.networks=2", "--set", "network.mean-degree=4");
        assertEquals(0, run.code(), run::toString);
        try (Stream<Path> studies = Files.list(folder.resolve("home/studies"))) {
            Path study = studies.findFirst().orElseThrow();
            assertTrue(study.getFileName().toString().startsWith("window-map-"));
            assertTrue(Files.readString(study.resolve("experiment.yaml")).contains("cascade-window"));
        }
        Ended unknown = einfluss("run", "window-mop");
        assertEquals(2, unknown.code());
        assertTrue(unknown.errors().contains("did you mean 'window-map'?"), unknown::errors);
        assertTrue(einfluss("run", "window-map.yaml").errors().contains("no experiment file"));
        write("window-map", EXPERIMENT);
        Ended file = einfluss("run", "window-map", "--plan");
        assertTrue(file.output().contains(" 3 design points"), file::toString);
    }

    @Test
    void speaksGerman() throws Exception {
        assertTrue(einfluss("--lang", "de", "--help").output().contains("Beispiele"));
    }

    @Test
    void runsOnANewerJava() throws Exception {
        Optional<Path> newer = newerJava();
        assumeTrue(newer.isPresent(), "no JDK 25 is installed in /usr/lib/jvm");
        Path experiment = write("e.yaml", EXPERIMENT);
        Ended here = einfluss("run", experiment.toString(), "--out", "here");
        Ended there = ended(process(newer.get(), "run", experiment.toString(), "--out", "there"));
        assertEquals(0, there.code(), there::toString);
        assertFalse(there.toString().contains("WARNING"), there::toString);
        assertEquals(digest(here.output()), digest(there.output()));
    }

    private static Optional<Path> newerJava() throws IOException {
        Path all = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (Stream<Path> found = Files.list(all)) {
            return found.filter(home -> home.getFileName().toString().contains("25"))
                    .filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .findFirst();
        }
    }

    private static String digest(String output) {
        Matcher digest = Pattern.compile("Digest ([0-9a-f]{64})").matcher(output);
        assertTrue(digest.find(), output);
        return digest.group(1);
    }

    private static void awaitShards(Path shards, int count, Process process) throws IOException, InterruptedException {
        while (process.isAlive()) {
            if (Files.isDirectory(shards)) {
                try (Stream<Path> files = Files.list(shards)) {
                    if (files.filter(file -> file.getFileName().toString().matches("part-\\d+\\.parquet"))
                                    .count()
                            >= count) {
                        return;
                    }
                }
            }
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("The study was done before it could be disturbed");
    }

    private static void kill(Process process, String signal) throws IOException, InterruptedException {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                        .start()
                        .waitFor());
        process.waitFor();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Ended einfluss(String... words) throws IOException, InterruptedException {
        return ended(start(words));
    }

    private Process start(String... words) throws IOException {
        return process(Path.of(System.getProperty("java.home")), words);
    }

    private Process process(Path javaHome, String... words) throws IOException {
        return process(SCRIPT, javaHome, words);
    }

    private Process process(Path script, Path javaHome, String... words) throws IOException {
        return builder(script, javaHome, words).start();
    }

    private ProcessBuilder builder(Path script, Path javaHome, String... words) throws IOException {
        List<String> command = Product.listening("sh", script.toString());
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("output.txt").toFile())
                .redirectError(folder.resolve("errors.txt").toFile());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("EINFLUSS_HOME", folder.resolve("home").toString());
        builder.environment().put("EINFLUSS_LANG", "en");
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        return builder;
    }

    private Ended ended(Process process) throws IOException, InterruptedException {
        int code = process.waitFor();
        return new Ended(
                code, Files.readString(folder.resolve("output.txt")), Files.readString(folder.resolve("errors.txt")));
    }

    private record Ended(int code, String output, String errors) {}
}
