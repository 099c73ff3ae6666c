package org.einfluss.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.einfluss.launcher.Host;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.ServiceReference;

/** Single source files that come, change, break and go while the product runs. */
class LivePluginsFelixTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String EXPERIMENT = """
            format: 1
            title: A chain of followers
            network: {id: watts-strogatz, nodes: 50, neighbours: 2, rewiring: 0}
            model: {id: first-follower}
            seeding: {id: random, size: 1}
            replicates: {networks: 1, runs: 1}
            analyses: [{id: study-summary, variable: reach}]
            """;

    @TempDir
    private Path folder;

    private Path source;
    private Host host;
    private ToIntFunction<String[]> cli;
    private String errors = "";

    @BeforeEach
    void start() throws Exception {
        source = folder.resolve("home/plugins/FirstFollower.java");
        Files.createDirectories(source.getParent());
        host = Product.headless(folder.resolve("storage"));
        cli = host.main("cli", LIMIT);
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void aModelIsLiveWhenWrittenEditedBrokenFixedAndGoneWhenRemoved() throws Exception {
        model("first", "1");
        assertEquals(0, einfluss("plugins", "--trust").code());
        assertTrue(einfluss("list", "models").output().contains("first-follower  "));
        assertTrue(einfluss("describe", "first-follower").output().contains("most"), "its parameters are described");
        assertEquals(0.04, reach("--set", "model.most=1"), 1e-12, "the seed and one follower of 50 nodes");

        List<Long> millis = new ArrayList<>();
        for (int most = 2; most <= 6; most++) {
            model("edit " + most, String.valueOf(most));
            long begin = System.nanoTime();
            assertTrue(einfluss("describe", "first-follower").output().contains("edit " + most));
            millis.add((System.nanoTime() - begin) / 1_000_000);
        }
        System.out.println("from the edit of a source to its use, in ms: " + millis);
        assertEquals(0.14, reach(), 1e-12, "the seed and six followers");

        Files.writeString(source, text("broken", "1").replace("neighbour = ", "neighbour == "));
        Ended broken = einfluss("describe", "first-follower");
        assertTrue(broken.output().contains("edit 6"), "the last good version stays: " + broken);
        assertTrue(errors.contains("FirstFollower.java:22:30: "), errors);
        assertTrue(errors.contains("\n                  int neighbour == graph.target(a);\n"), errors);
        assertTrue(einfluss("plugins").output().contains("broken (as it was before is used)"));

        model("fixed", "1");
        assertTrue(einfluss("describe", "first-follower").output().contains("fixed"));
        assertEquals("", errors);

        Files.delete(source);
        assertFalse(einfluss("list", "models").output().contains("first-follower"));
        assertEquals(2, einfluss("describe", "first-follower").code());
    }

    @Test
    void aStudyKeepsTheSourceItWasMadeWith() throws Exception {
        model("kept", "3");
        reach("--trust");
        Path kept = folder.resolve("study-1/inputs/FirstFollower.java");
        assertEquals(Files.readString(source), Files.readString(kept));
        assertTrue(Files.readString(folder.resolve("study-1/plan.json"))
                .contains("\"bundle FirstFollower.java\" : \"sha256:" + sha256(kept) + "\""));
        model("changed", "3");
        Ended resumed = einfluss("resume", folder.resolve("study-1").toString());
        assertEquals(2, resumed.code());
        assertTrue(errors.contains("The bundle FirstFollower.java was changed"), errors);
    }

    @Test
    void everyKindOfComponentCanBeASingleFile() throws Exception {
        for (String kind : List.of(
                "model",
                "seeding",
                "campaign",
                "generator",
                "transform",
                "measure",
                "calculation",
                "analysis",
                "study-analysis",
                "reader",
                "writer",
                "export",
                "runner")) {
            String name = "Own" + kind.substring(0, 1).toUpperCase(Locale.ROOT)
                    + kind.substring(1).replace("-a", "A");
            assertEquals(
                    0, einfluss("new-plugin", "--single", name, "--kind", kind).code(), errors);
        }
        assertEquals(
                0,
                einfluss("new-plugin", "--single", "OwnChartView", "--kind", "chart-view")
                        .code());
        String plugins = einfluss("plugins", "--trust").output();
        assertEquals("", errors);
        assertEquals(
                14, plugins.lines().filter(line -> line.contains("   good   ")).count(), plugins);
        assertTrue(plugins.contains("chart view OwnChartView"), plugins);

        Path network = Files.writeString(folder.resolve("ties.arrows"), "Ann -> Bob\nBob -> Cem\nCem -> Ann\n");
        assertEquals(
                0,
                einfluss("import", network.toString(), "--name", "own", "--format", "own-reader")
                        .code(),
                errors);
        Path out = folder.resolve("found");
        assertEquals(
                0,
                einfluss("analyse", "own", "own-analysis", "--out", out.toString())
                        .code(),
                errors);
        assertTrue(Files.exists(out.resolve("own-analysis/own-chart-view.png")));
        Path edges = folder.resolve("own.edges");
        assertEquals(
                0,
                einfluss("convert", "own", edges.toString(), "--to", "own-writer")
                        .code(),
                errors);
        assertEquals("source\ttarget\nAnn\tBob\nBob\tCem\nCem\tAnn\n", Files.readString(edges));
        assertEquals(0, einfluss("calculate", "own-calculation").code(), errors);
        Path experiment = Files.writeString(folder.resolve("own.yaml"), """
                format: 1
                title: All of it my own
                network: {id: own-generator, nodes: 30}
                prepare: own-transform
                model: own-model
                seeding: own-seeding
                measures: own-measure
                replicates: {networks: 2, runs: 2}
                analyses: own-study-analysis
                """);
        Path study = folder.resolve("own-study");
        assertEquals(
                0,
                einfluss("run", experiment.toString(), "--out", study.toString(), "--runner", "own-runner")
                        .code(),
                errors);
        assertTrue(Files.isDirectory(study.resolve("findings/own-study-analysis")));
        for (String kept : List.of("OwnModel", "OwnSeeding", "OwnGenerator", "OwnTransform", "OwnMeasure")) {
            assertTrue(Files.exists(study.resolve("inputs/" + kept + ".java")), kept);
        }
        Path file = folder.resolve("own.out");
        assertEquals(
                0,
                einfluss("export", study.toString(), "--as", "own-export", "--out", file.toString())
                        .code(),
                errors);
        assertTrue(Files.size(file) > 0);
    }

    @Test
    void nothingIsStartedBeforeTheUserAgreed() throws Exception {
        Path jar = jar("1.0.0");
        model("new", "1");
        Ended waiting = einfluss("plugins");
        assertEquals(
                2,
                waiting.output()
                        .lines()
                        .filter(line -> line.contains("awaits your agreement"))
                        .count());
        assertTrue(waiting.output().contains("--trust once, which holds for all sources of this folder"));
        assertFalse(einfluss("list", "models").output().contains("first-follower  "));
        assertTrue(errors.isEmpty() && einfluss("describe", "first-follower").code() == 2);
        assertTrue(errors.contains("FirstFollower.java: it waits for your agreement"), errors);

        einfluss("plugins", "--trust");
        assertTrue(
                einfluss("plugins").output().contains("empty.jar            good"),
                () -> einfluss("plugins").output());
        assertTrue(Files.readString(folder.resolve("home/trusted-plug-ins.txt")).contains("jar " + sha256Of(jar)));
        model("edited", "2");
        assertTrue(einfluss("describe", "first-follower").output().contains("edited"), "editing never asks again");
        jar("1.0.1");
        assertTrue(einfluss("plugins").output().contains("empty.jar            awaits your agreement"));
    }

    private Path jar(String version) throws IOException {
        return Product.bundle(
                source.resolveSibling("empty.jar"),
                "com.acme.empty",
                Map.of("X-Note", version),
                new Class<?>[0],
                Map.of());
    }

    private static String sha256Of(Path file) {
        try {
            return sha256(file);
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void whatCannotBeAPluginIsToldInASentenceAndHarmsNobody() throws Exception {
        Path plugins = source.getParent();
        model("good", "1");
        Files.writeString(plugins.resolve("Other.java"), text("second", "1").replace("FirstFollower", "Other"));
        Files.writeString(
                plugins.resolve("Taken.java"),
                text("taken", "1").replace("FirstFollower", "Taken").replace("first-follower", "voter"));
        Files.writeString(plugins.resolve("Wrong.java"), text("x", "1"));
        Files.writeString(plugins.resolve("Idle.java"), "public class Idle {}\n");
        Files.writeString(plugins.resolve("Empty.java"), "");
        Files.write(plugins.resolve("Latin.java"), "// \u00e4\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(plugins.resolve("half.jar"), "PK, and then nothing");
        Files.writeString(plugins.resolve("notes.txt"), "not mine to read");
        Files.writeString(Files.createDirectory(plugins.resolve("more")).resolve("Deep.java"), "class Deep {}");
        Files.createSymbolicLink(plugins.resolve("Gone.java"), folder.resolve("nowhere.java"));
        Files.writeString(
                folder.resolve("Linked.java"),
                text("l", "1").replace("FirstFollower", "Linked").replace("first-follower", "linked"));
        Files.createSymbolicLink(plugins.resolve("Linked.java"), folder.resolve("Linked.java"));
        Product.bundle(
                plugins.resolve("lost.jar"),
                "com.acme.lost",
                Map.of("Import-Package", "com.acme.nowhere;version=\"[1,2)\""),
                new Class<?>[0],
                Map.of());
        Product.bundle(plugins.resolve("watts.jar"), "org.einfluss.theory.watts", Map.of(), new Class<?>[0], Map.of());
        einfluss("plugins", "--trust");
        String said = einfluss("plugins").output();
        for (String sentence : List.of(
                "FirstFollower.java: The model 'first-follower' is contributed by several bundles, so that none can be used:"
                        + " FirstFollower.java, Other.java; remove all but one",
                "Taken.java: The model 'voter' is contributed by several bundles, so that none can be used: Taken.java,"
                        + " org.einfluss.theory.baselines ",
                "Wrong.java:12:14: class FirstFollower is public, should be declared in a file named FirstFollower.java",
                "Idle.java: it contributes nothing: no class in it has @Component",
                "Empty.java: the file is empty",
                "Latin.java:1:4: the file is not UTF-8: the byte E4 stands here",
                "half.jar: it cannot be installed, as it is no whole jar file",
                "more: folders are not looked into",
                "Gone.java: there is no such file any more, or its link leads nowhere",
                "lost.jar: it does not start: needs the package com.acme.nowhere (1.0.0 or newer, below 2.0.0), which no bundle"
                        + " exports.",
                "watts.jar: the bundle org.einfluss.theory.watts is a part of the product already")) {
            assertTrue(said.contains(sentence), () -> sentence + "\nis not in\n" + said);
        }
        assertFalse(said.contains("notes.txt"), said);
        assertEquals(0, einfluss("describe", "linked").code(), "what is good works beside what is broken");
        assertEquals(0, einfluss("--lang", "de", "describe", "linked").code(), errors);
        Files.delete(plugins.resolve("Taken.java"));
        assertEquals(0, einfluss("describe", "voter").code(), "the product's own is back when the other is gone");
    }

    @Test
    void aRunningStudyFinishesWithTheCodeItBeganWith() throws Exception {
        model("old", "1");
        einfluss("plugins", "--trust");
        Path experiment = Files.writeString(
                folder.resolve("long.yaml"), EXPERIMENT.replace("networks: 1, runs: 1", "networks: 2, runs: 60000"));
        Path study = folder.resolve("long");
        Thread running = new Thread(
                () -> cli.applyAsInt(new String[] {
                    "--home", folder.resolve("home").toString(), "run", experiment.toString(), "--out", study.toString()
                }),
                "running");
        running.start();
        while (!Files.exists(study.resolve("plan.json"))) {
            Thread.onSpinWait();
        }
        Files.writeString(source, text("new", "1").replace("> parameters.most()", "> 0"));
        assertTrue(einfluss("describe", "first-follower").output().contains("new"));
        boolean together = running.isAlive();
        running.join();
        assertTrue(together, "the study was still running when the new code was live");
        String table = Files.readString(study.resolve("findings/study-summary/summary.csv"));
        assertTrue(table.contains("0.04"), table);
        assertFalse(table.contains("0.02"), table);
        assertEquals(0.02, reach(), 1e-12, "the next study uses the new code");
        awaitOneGeneration();
    }

    /** The bundle that was replaced goes once no catalogue that has it is held. */
    private void awaitOneGeneration() {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            System.gc();
            einfluss("plugins");
            long generations = Stream.of(host.framework().getBundleContext().getBundles())
                    .filter(bundle -> bundle.getSymbolicName().equals("FirstFollower.java"))
                    .count();
            if (generations == 1) {
                return;
            }
        }
        throw new AssertionError("the replaced bundle is still installed");
    }

    @Test
    void watchingRunsAgainAfterAnEdit() throws Exception {
        model("old", "1");
        einfluss("plugins", "--trust");
        Path experiment = Files.writeString(folder.resolve("e.yaml"), EXPERIMENT);
        int[] code = new int[1];
        Thread running = new Thread(
                () -> code[0] = cli.applyAsInt(new String[] {
                    "--home",
                    folder.resolve("home").toString(),
                    "run",
                    experiment.toString(),
                    "--watch",
                    "--out",
                    folder.resolve("seen").toString()
                }),
                "watching");
        running.start();
        await(folder.resolve("seen/study.xlsx"));
        long begin = System.nanoTime();
        Files.writeString(source, text("new", "1").replace("> parameters.most()", "> 0"));
        await(folder.resolve("seen-2/plan.json"));
        System.out.println("from the edit of a source to the next run under --watch, in ms: "
                + (System.nanoTime() - begin) / 1_000_000);
        await(folder.resolve("seen-2/study.xlsx"));
        assertTrue(Files.readString(folder.resolve("seen-2/findings/study-summary/summary.csv"))
                .contains("0.02"));
        for (ServiceReference<?> canceller : host.framework()
                .getBundleContext()
                .getServiceReferences(Runnable.class.getName(), "(einfluss.cancel=true)")) {
            ((Runnable) host.framework().getBundleContext().getService(canceller)).run();
        }
        running.join(LIMIT.toMillis());
        assertEquals(130, code[0]);
    }

    private static void await(Path file) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!Files.exists(file)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(file + " did not come");
            }
            Thread.onSpinWait();
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private double reach(String... options) throws IOException {
        int number = 1;
        while (Files.exists(folder.resolve("study-" + number))) {
            number++;
        }
        Path experiment = Files.writeString(folder.resolve("e.yaml"), EXPERIMENT);
        List<String> words = new ArrayList<>(List.of(
                "run",
                experiment.toString(),
                "--json",
                "--out",
                folder.resolve("study-" + number).toString()));
        words.addAll(List.of(options));
        Ended run = einfluss(words.toArray(String[]::new));
        assertEquals(0, run.code(), () -> run + errors);
        String value = run.output().substring(run.output().indexOf("\"value\" : ") + 10);
        return Double.parseDouble(value.substring(0, value.indexOf(',')));
    }

    private void model(String summary, String most) throws IOException {
        Files.writeString(source, text(summary, most));
    }

    private static String text(String summary, String most) {
        return """
                import org.einfluss.api.Described;
                import org.einfluss.api.Param;
                import org.einfluss.api.model.CascadeModel;
                import org.einfluss.api.model.Model;
                import org.einfluss.graph.Graph;
                import org.einfluss.graph.Network;
                import org.osgi.service.component.annotations.Component;

                /** Each active node takes one neighbour along, up to a number of followers in all. */
                @Component(service = Model.class)
                @Described(id = "first-follower", name = "First follower", summary = "SUMMARY")
                public final class FirstFollower extends CascadeModel<FirstFollower.Parameters> {

                    public record Parameters(@Param(value = "Followers", initial = "MOST", range = "[0,inf)") int most) {}

                    @Override
                    protected Rule rule(Parameters parameters, Network network) {
                        Graph graph = network.graph();
                        return (node, cascade) -> {
                            boolean found = cascade.size() > parameters.most();
                            for (int a = graph.arcBegin(node), end = graph.arcEnd(node); a < end && !found; a++) {
                                int neighbour = graph.target(a);
                                if (!cascade.isActive(neighbour)) {
                                    cascade.activate(neighbour, node);
                                    found = true;
                                }
                            }
                        };
                    }
                }
                """.replace("SUMMARY", summary).replace("MOST", most);
    }

    private Ended einfluss(String... words) {
        List<String> all =
                new ArrayList<>(List.of("--home", folder.resolve("home").toString()));
        if (!List.of(words).contains("--lang")) {
            all.addAll(List.of("--lang", "en"));
        }
        all.addAll(List.of(words));
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            int code = cli.applyAsInt(all.toArray(String[]::new));
            errors = said.toString(StandardCharsets.UTF_8);
            return new Ended(code, output.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private record Ended(int code, String output) {}
}
