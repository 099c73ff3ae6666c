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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.einfluss.launcher.Host;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single source files that come, change, break and go while the product runs. */
class LivePluginsFelixTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
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
        assertTrue(millis.stream().sorted().toList().get(2) < 1000, () -> "the middle of " + millis);
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

    private static String sha256(Path file) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
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
                new ArrayList<>(List.of("--home", folder.resolve("home").toString(), "--lang", "en"));
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
