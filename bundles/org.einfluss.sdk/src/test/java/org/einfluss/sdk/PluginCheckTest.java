package org.einfluss.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.study.ExperimentLibrary;
import org.einfluss.api.study.TableReader;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.catalog.Origin;
import org.einfluss.graph.Column;
import org.einfluss.tck.check.Samples;
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
                        template == PluginTemplate.READER
                                ? Optional.of(new PluginCheck.Example("ties.arrows", "Ann -> Bob\n"))
                                : Optional.empty(),
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
        PluginCheck.Options options =
                new PluginCheck.Options("{}", Optional.empty(), Optional.empty(), Duration.ofSeconds(1));

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

    /** The model wants a column, which no sample network has unless a dataset lends it. */
    @Test
    void aDatasetLendsItsColumnsToTheSampleNetworks() throws Exception {
        String source = PluginTemplate.MODEL
                .source("Choosy")
                .replace(
                        "Graph graph = network.graph();",
                        "Graph graph = network.graph();\nvar age = network.nodeColumn(\"age\").orElseThrow(() ->"
                                + " new org.einfluss.api.InputException(\"needs 'age'\"));")
                .replace("!cascade.isActive(neighbour)", "!cascade.isActive(neighbour) && age.longAt(neighbour) > 30");
        Files.writeString(folder.resolve("Choosy.java"), source);
        Compiled plugin = Compiled.of(folder, "Choosy");
        List<Dataset> samples = Samples.datasets();
        Dataset sample = samples.get(samples.size() - 1);
        int[] ages = IntStream.range(0, sample.network().nodes())
                .map(node -> 20 + node % 50)
                .toArray();
        Dataset aged = new Dataset(
                sample.descriptor(), sample.network().withNodeColumn(Column.integers("age", "years", ages)), List.of());

        assertEquals(1, check(plugin, Optional.empty()).get(1).count(Finding.Status.UNCHECKED));
        CheckedPart whole = check(plugin, Optional.of(aged)).get(1);
        assertEquals(0, whole.count(Finding.Status.UNCHECKED));
        assertEquals(0, whole.count(Finding.Status.BROKEN), whole::toString);
        assertTrue(whole.count(Finding.Status.KEPT) > 20, whole::toString);
    }

    private static List<CheckedPart> check(Compiled plugin, Optional<Dataset> data) throws InterruptedException {
        PluginCheck.Options options = new PluginCheck.Options("{}", Optional.empty(), data, Duration.ofSeconds(20));
        return new PluginCheck(plugin.catalog(), List.of(), plugin.jar(), Catalog.of(), options)
                .check(Progress.NONE, part -> {});
    }

    @Test
    void librariesAndTablesAreCheckedToo() throws Exception {
        ExperimentLibrary library = new ExperimentLibrary() {
            @Override
            public List<String> names() {
                return List.of("second", "first");
            }

            @Override
            public String text(String name) {
                return "format: 1\ntitle: First\nnetwork: ring\nmodel: si\nseeding: random\n";
            }
        };
        TableReader table = new TableReader() {
            @Override
            public boolean reads(String fileName) {
                return fileName.endsWith(".cells");
            }

            @Override
            public List<Row> rows(Path file, String name, Optional<String> sheet) {
                return List.of();
            }
        };
        Catalog catalog = Catalog.of(library, table);
        PluginCheck.Options options = new PluginCheck.Options(
                "{}",
                Optional.of(new PluginCheck.Example("a.cells", "p q\n1 2\n")),
                Optional.empty(),
                Duration.ofSeconds(20));
        List<CheckedPart> parts = new PluginCheck(catalog, List.of(), new byte[0], Catalog.of(), options)
                .check(Progress.NONE, part -> {});

        assertEquals(
                List.of("code", "experiment library", "table reader"),
                parts.stream().map(CheckedPart::kind).toList());
        assertEquals(List.of("offers names in order"), broken(parts.get(1)));
        assertEquals(
                List.of("reads its example", "the same file gives the same rows", "tells that a file is missing"),
                broken(parts.get(2)));
    }

    private static List<String> broken(CheckedPart part) {
        return part.findings().stream()
                .filter(finding -> finding.status() == Finding.Status.BROKEN)
                .map(Finding::rule)
                .toList();
    }

    @Test
    void aPluginWithoutComponentsIsTold() throws Exception {
        List<CheckedPart> parts = new PluginCheck(
                        Catalog.of(), List.of(), new byte[0], Catalog.of(), PluginCheck.Options.STANDARD)
                .check(Progress.NONE, part -> {});
        assertEquals("contributes something", parts.get(1).findings().get(0).rule());
    }
}
