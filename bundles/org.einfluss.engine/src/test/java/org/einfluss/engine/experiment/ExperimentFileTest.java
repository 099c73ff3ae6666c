package org.einfluss.engine.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.api.study.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentFileTest {
    static final String EXAMPLE = """
            format: 1
            title: Who starts it? Top degree against random, two contagions
            network:  {id: random-graph, nodes: 10000, mean-degree: {vary: {from: 1, to: 15, step: 0.25}}}
            model:
              - {id: watts-threshold, threshold: {kind: normal, mean: 0.18, sd: 0.05}}
              - {id: independent-cascade, probability: {vary: [0.05, 0.1]}}
            seeding:  [{id: random, size: 10}, {id: top-degree, size: 10}]
            replicates: {networks: 100, runs: 50}
            key: 42
            analyses: [cascade-sizes]
            """;
    static final String SHORT = "format: 1\nnetwork: random-graph\nmodel: watts-threshold\nseeding: random\n";

    static Experiment example() {
        return ExperimentFile.read(EXAMPLE, "example.yaml");
    }

    @Test
    void exampleIsRead() {
        Experiment read = example();
        assertEquals("Who starts it? Top degree against random, two contagions", read.title());
        assertEquals(
                List.of("watts-threshold", "independent-cascade"),
                read.models().stream().map(Configured::id).toList());
        assertEquals(new Replicates(100, 50, Optional.empty()), read.replicates());
        assertEquals(42, read.key());
        assertEquals(new Design.Factorial(), read.design());
        assertEquals(Plan.Recording.FINAL, read.recording());
        assertEquals(
                List.of("cascade-sizes"),
                read.analyses().stream().map(Configured::id).toList());
    }

    @Test
    void textInAnotherEncodingIsToldWithItsPlace(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("latin.yaml");
        Files.write(file, "format: 1\ntitle: \u00c4rger\n".getBytes(StandardCharsets.ISO_8859_1));
        InputException mistake = assertThrows(InputException.class, () -> ExperimentFile.read(file));
        assertEquals(
                file + ":2:8: Expected text in UTF-8, found other bytes; save the file as UTF-8", mistake.getMessage());
        Files.writeString(file, SHORT + "title: \ufffd\n");
        assertEquals("\ufffd", ExperimentFile.read(file).title());
    }

    @Test
    void everythingElseCanBeGiven() {
        Experiment read = ExperimentFile.read(
                SHORT
                        + "campaign: [none, {id: pushes, number: 2}]\nprepare: [core, weights]\nmeasures: [bystanders]\n"
                        + "design: {kind: sobol, points: 64}\nnetwork-draws: independent\ncoins: common\nmax-steps: 77\n"
                        + "recording: every-step\nreplicates: {networks: 40, until: {half-width: 0.02}}\n",
                "folder/short.yaml");
        assertEquals("short", read.title());
        assertEquals(new Design.Sobol(64), read.design());
        assertEquals(Sharing.INDEPENDENT, read.networkDraws());
        assertEquals(Optional.of(Sharing.COMMON), read.coins());
        assertEquals(77, read.maxSteps());
        assertEquals(Plan.Recording.EVERY_STEP, read.recording());
        assertEquals(new Replicates(40, 50, Optional.of(new Replicates.Until("reach", 0.02))), read.replicates());
        assertEquals(2, read.campaigns().size());
    }

    @Test
    void writtenExperimentsAreReadBack() {
        for (String yaml : List.of(EXAMPLE, SHORT, SHORT + "design: {kind: table, file: a.csv}\ncoins: common\n")) {
            Experiment once = ExperimentFile.read(yaml, "a.yaml");
            String written = ExperimentFile.write(once);
            assertEquals(written, ExperimentFile.write(ExperimentFile.read(written, "b.yaml")));
        }
    }

    @Test
    void writtenFilesAreShortAndReadable() {
        assertEquals("""
                format: 1
                title: a
                network: random-graph
                model: watts-threshold
                seeding: random
                design: {kind: factorial}
                replicates: {networks: 100, runs: 50}
                network-draws: common
                max-steps: 10000
                recording: final
                key: 1
                """, ExperimentFile.write(ExperimentFile.read(SHORT, "a.yaml")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "modle: x | e.yaml:5:1: Unknown key 'modle'; did you mean 'model'? There are: format, title",
                "title: a\\ntitle: b | e.yaml:6:1: 'title' is given twice",
                "key: twelve | e.yaml:5:6: Key must be a whole number, was twelve",
                "key: {vary: [1, 2]} | e.yaml:5:6: Key cannot vary here",
                "replicates: {networks: 0} | e.yaml:5:24: Networks must lie in [1, 1000000], was 0",
                "replicates: {network: 5} | e.yaml:5:14: Unknown parameter 'network'; did you mean 'networks'?",
                "design: {kind: sobl, points: 4} | e.yaml:5:16: Unknown kind of Design 'sobl'; did you mean 'sobol'?",
                "design: latin-hypercube | e.yaml:5:9: 'points' must be given: Points, a whole number",
                "coins: comon | e.yaml:5:8: Unknown value of Coins 'comon'; did you mean 'common'? There are: common, independent",
                "campaign: {number: 3} | e.yaml:5:11: 'id' is missing: which campaign? Write {id: …, …}",
                "campaign: {id: [a, b]} | e.yaml:5:16: An id is a single word",
                "campaign: [[a]] | e.yaml:5:12: 'campaign' needs an id or settings with an id here, found [a]",
            })
    void mistakesAreToldWithTheirPlace(String line, String message) {
        InputException mistake = assertThrows(
                InputException.class, () -> ExperimentFile.read(SHORT + line.replace("\\n", "\n"), "e.yaml"));
        assertTrue(mistake.getMessage().startsWith(message), mistake.getMessage());
    }

    @Test
    void whatIsMissingIsTold() {
        assertEquals(
                "e.yaml:1:1: 'seeding' must be given, for example 'seeding: {id: …}', or 'seeding: none'",
                assertThrows(
                                InputException.class,
                                () -> ExperimentFile.read(SHORT.replace("seeding: random\n", ""), "e.yaml"))
                        .getMessage());
        assertTrue(assertThrows(InputException.class, () -> ExperimentFile.read("title: x", "e.yaml"))
                .getMessage()
                .startsWith("e.yaml:1:1: 'format: 1' is missing"));
        assertEquals(
                "e.yaml:1:9: Only 'format: 1' can be read here, found 2",
                assertThrows(
                                InputException.class,
                                () -> ExperimentFile.read(SHORT.replace("format: 1", "format: 2"), "e.yaml"))
                        .getMessage());
    }

    @Test
    void filesAreReadWithTheirName(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("who.yaml");
        Files.writeString(file, "\ufeff" + SHORT);
        assertEquals("who", ExperimentFile.read(file).title());
        Files.writeString(file, SHORT + "x: 1");
        assertTrue(assertThrows(InputException.class, () -> ExperimentFile.read(file))
                .getMessage()
                .startsWith(file + ":5:1: "));
    }

    private static String set(String... assignments) {
        return ExperimentFile.write(example().withSettings(List.of(assignments)));
    }

    @Test
    void parameterWithoutItsComponentIsNamedAsItMustBeWritten() {
        assertEquals(
                "--set mean-degree: Unknown key 'mean-degree'; did you mean 'network.mean-degree'?",
                assertThrows(InputException.class, () -> set("mean-degree=3")).getMessage());
        assertEquals(
                "--set probability: Unknown key 'probability'; did you mean 'model[1].probability'?",
                assertThrows(InputException.class, () -> set("probability=0.3")).getMessage());
    }

    @Test
    void settingsOverrideTheFile() {
        assertTrue(set("key=7").contains("\nkey: 7\n"));
        assertTrue(set("replicates.runs=3").contains("replicates: {networks: 100, runs: 3}"));
        assertTrue(set("model[1].probability=0.3").contains("{id: independent-cascade, probability: 0.3}"));
        assertTrue(set("model.independent-cascade.probability=[0.3, 0.4]").contains("probability: [0.3, 0.4]}"));
        assertTrue(set("model.watts-threshold.threshold.sd=0.1")
                .contains("threshold: {kind: normal, mean: 0.18, sd: 0.1}"));
        assertTrue(set("network.mean-degree=4").contains("mean-degree: 4}"));
        assertTrue(set("seeding=none").contains("\nseeding: none\n"));
        assertTrue(set("seeding={id: random, size: 3}").contains("\nseeding: {id: random, size: 3}\n"));
        assertTrue(set("model[1]=opinions").contains("- opinions\n"));
        assertTrue(set("design={kind: sobol, points: 8}").contains("design: {kind: sobol, points: 8}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "modl.threshold=1 | --set modl.threshold: Unknown key 'modl'; did you mean 'model'?",
                "model.threshold=1 | --set model.threshold: There are several: say which by model[0] (watts-threshold), model[1] (independent-cascade)",
                "model[2].threshold=1 | --set model[2].threshold: There is no model[2]; there is model[0] (watts-threshold)",
                "campaign.size=1 | --set campaign.size: The experiment has no campaign; set it as a whole",
                "replicates.rums=1 | --set replicates.rums: Unknown parameter 'rums'; did you mean 'runs'?",
                "key=x | --set key: Key must be a whole number, was x",
                "key | A setting is written path=value, for example model.threshold=0.2, was 'key'",
                "network.nodes.x=1 | --set network.nodes.x: 'nodes' is given as a whole (10000, at example.yaml:3:37)",
                "seeding=[a | --set seeding: This is not YAML",
            })
    void wrongSettingsAreTold(String assignment, String message) {
        InputException mistake = assertThrows(InputException.class, () -> set(assignment));
        assertTrue(mistake.getMessage().startsWith(message), mistake.getMessage());
    }
}
