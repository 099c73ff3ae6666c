package org.einfluss.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.einfluss.api.Progress;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.catalog.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule is broken on purpose, by a change to a template that keeps them all. */
final class PluginCheckTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> bad() {
        String coin = "cascade.coin(a, p.probability())";
        String cite = "cite = \"doi:10.1145/956750.956769\"";
        String write = "Files.write(file, lines);";
        return Stream.of(
                bad(PluginTemplate.MODEL, coin, "Math.random() < 0.5", "no foreign randomness and no clock"),
                bad(PluginTemplate.MODEL, coin, "Math.random() < 0.5", "the same key gives the same numbers"),
                bad(PluginTemplate.MODEL, coin, "(System.nanoTime() & 1) == 0", "no foreign randomness and no clock"),
                bad(
                        PluginTemplate.MODEL,
                        coin,
                        "new java.util.Random(a).nextBoolean()",
                        "no foreign randomness and no clock"),
                bad(
                        PluginTemplate.MODEL,
                        coin,
                        "java.util.concurrent.ThreadLocalRandom.current().nextBoolean()",
                        "no foreign randomness and no clock"),
                bad(
                        PluginTemplate.MODEL,
                        coin,
                        "Integer.valueOf(a + 1000).hashCode() > 2000",
                        "a run allocates nothing"),
                bad(
                        PluginTemplate.MODEL,
                        "int neighbour",
                        "new Thread(() -> {}).start(); int neighbour",
                        "no threads of its own"),
                bad(
                        PluginTemplate.MODEL,
                        "int neighbour",
                        "if (a > 1000000) System.exit(1); int neighbour",
                        "ends nothing but itself"),
                bad(
                        PluginTemplate.MODEL,
                        "Graph graph",
                        "int[] calls = CALLS; calls[0]++; if (calls[0] % 3 == 0) return (node, cascade) -> {}; Graph graph",
                        "the same key gives the same numbers"),
                bad(PluginTemplate.MODEL, "initial = \"0.1\"", "initial = \"2\"", "defaults are valid"),
                bad(PluginTemplate.MODEL, "initial = \"0.1\", ", "", "defaults are valid"),
                bad(PluginTemplate.MODEL, "summary = \"One chance per tie.\"", "summary = \"\"", "is described"),
                bad(PluginTemplate.MODEL, ", " + cite, "", "is cited"),
                bad(PluginTemplate.MODEL, cite, "cite = \"doi:…\"", "is cited"),
                bad(
                        PluginTemplate.SEEDING,
                        "eligible[place]",
                        "eligible[0]",
                        "chooses on a complete graph",
                        "1\", r",
                        "2\", r"),
                bad(PluginTemplate.SEEDING, "if (count < p.size())", "if (count < 0)", "chooses on an empty graph"),
                bad(
                        PluginTemplate.GENERATOR,
                        "return Math.round(p.shortcuts() * p.nodes()) > 0",
                        "return false",
                        "draws differ as it says"),
                bad(
                        PluginTemplate.TRANSFORM,
                        "random.nextDouble()",
                        "StrictMath.random()",
                        "the same key gives the same network"),
                bad(PluginTemplate.MEASURE, "row[offset] =", "row[offset + 1] =", "observes on a path"),
                bad(
                        PluginTemplate.CALCULATION,
                        "\"bad-plugin\", \"Final",
                        "\"other\", \"Final",
                        "its findings are whole"),
                bad(
                        PluginTemplate.ANALYSIS,
                        "Math.min(graph.outDegree(node), p.most())",
                        "graph.outDegree(node)",
                        "answers at the ends of the ranges"),
                bad(
                        PluginTemplate.STUDY_ANALYSIS,
                        "study.estimates().mean(i,",
                        "study.estimates().mean(i + 1,",
                        "its findings are whole"),
                bad(
                        PluginTemplate.EXPORT,
                        write,
                        write + " Files.write(file.resolveSibling(\"log\"), lines);",
                        "writes one file and no other"),
                bad(
                        PluginTemplate.EXPORT,
                        write,
                        "lines.add(\"\" + System.nanoTime()); " + write,
                        "the same study gives the same bytes"),
                bad(PluginTemplate.READER, "ends.length != 2 ||", "", "damaged files do no harm"),
                bad(
                        PluginTemplate.CHART_VIEW,
                        "double all = 0;",
                        "double all = 1 / (ties.length - 1);",
                        "draws whatever the tables hold"));
    }

    private static Arguments bad(PluginTemplate template, String instead, String by, String rule, String... more) {
        return Arguments.of(template, instead, by, rule, List.of(more));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aBrokenRuleIsTold(PluginTemplate template, String instead, String by, String rule, List<String> more)
            throws Exception {
        String source = template.source("BadPlugin");
        assertTrue(source.contains(instead), instead);
        source = source.replace(instead, by)
                .replaceFirst("public final class BadPlugin [^{]*\\{", "$0 static final int[] CALLS = new int[1];");
        for (int i = 0; i < more.size(); i += 2) {
            source = source.replace(more.get(i), more.get(i + 1));
        }
        Files.writeString(folder.resolve("BadPlugin.java"), source);
        PluginTemplate.ANALYSIS.write("MyAnalysis", folder);

        List<Finding> broken = new ArrayList<>();
        Compiled.of(folder, "BadPlugin")
                .check(
                        template == PluginTemplate.READER ? Optional.of("Ann -> Bob\n") : Optional.empty(),
                        Compiled.of(folder, "MyAnalysis"))
                .forEach(part -> part.findings().stream()
                        .filter(finding -> finding.status() == Finding.Status.BROKEN)
                        .forEach(broken::add));

        assertTrue(broken.stream().anyMatch(finding -> finding.rule().equals(rule)), broken::toString);
        for (Finding finding : broken) {
            assertTrue(!finding.expected().isBlank()
                    && !finding.found().isBlank()
                    && !finding.advice().isBlank());
        }
    }

    @Test
    void anEndlessLoopIsToldWithItsPlaceAndTheRestIsLeft() throws Exception {
        String source =
                PluginTemplate.MODEL.source("Endless").replace("int neighbour", "while (a >= 0) {}\nint neighbour");
        Files.writeString(folder.resolve("Endless.java"), source);
        Compiled plugin = Compiled.of(folder, "Endless");
        PluginCheck.Options options = new PluginCheck.Options("{}", Optional.empty(), Duration.ofSeconds(1));

        List<Finding> findings = new PluginCheck(plugin.catalog(), List.of(), plugin.jar(), Catalog.of(), options)
                .check(Progress.NONE, part -> {})
                .get(1)
                .findings();

        Finding endless = findings.stream()
                .filter(finding -> finding.status() == Finding.Status.BROKEN)
                .findFirst()
                .orElseThrow();
        assertTrue(
                endless.found().startsWith("no end after 1 s: it is in Endless.lambda$rule$0(Endless.java:"),
                endless::toString);
        assertEquals(
                1,
                findings.stream()
                        .filter(finding -> finding.status() == Finding.Status.UNCHECKED)
                        .count());
    }

    @Test
    void aComponentThatCannotBeMadeIsTold() throws Exception {
        Catalog catalog = Catalog.builder()
                .add(
                        Kind.MODEL,
                        "unmade",
                        "Unmade",
                        "Cannot be made.",
                        List.of("own model"),
                        new Origin("x", "", ""),
                        () -> {
                            throw new StackOverflowError();
                        })
                .build();
        List<CheckedPart> parts = new PluginCheck(
                        catalog, List.of(), new byte[0], Catalog.of(), PluginCheck.Options.STANDARD)
                .check(Progress.NONE, part -> {});
        Finding finding = parts.get(1).findings().get(0);
        assertEquals("can be made", finding.rule());
        assertTrue(finding.found().contains("StackOverflowError"), finding::found);
    }

    @Test
    void aPluginWithoutComponentsIsTold() throws Exception {
        List<CheckedPart> parts = new PluginCheck(
                        Catalog.of(), List.of(), new byte[0], Catalog.of(), PluginCheck.Options.STANDARD)
                .check(Progress.NONE, part -> {});
        assertEquals("contributes something", parts.get(1).findings().get(0).rule());
    }
}
