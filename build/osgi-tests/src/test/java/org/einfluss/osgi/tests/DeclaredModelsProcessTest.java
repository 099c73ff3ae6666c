package org.einfluss.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A model without code as its author meets it: a file in the plug-ins folder. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sh scripts")
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class DeclaredModelsProcessTest {
    private static final String MODEL = """
            name: Wild fire
            summary: Trees set fire to their neighbours and burn down.
            states: [green, burning, burnt]
            parameters: {spread: 0.4, end: 0.5}
            rules:
              - {from: green, to: burning, by: burning, probability: spread}
              - {from: burning, to: burnt, probability: end}
            """;
    private static final String EXPERIMENT = """
            format: 1
            title: Wild fire
            network: {id: erdos-renyi, nodes: 300, mean-degree: 4}
            model: {id: wild-fire, spread: [0.2, 0.4]}
            seeding: random
            replicates: {networks: 4, runs: 10}
            """;

    @TempDir
    private Path folder;

    private Shell shell;
    private Path model;

    @BeforeEach
    void writeModel() throws Exception {
        shell = new Shell(folder);
        model = Files.createDirectories(shell.home().resolve("plugins")).resolve("wild-fire.yaml");
        Files.writeString(model, MODEL);
        Files.writeString(folder.resolve("experiment.yaml"), EXPERIMENT);
    }

    private String digest(String study) throws Exception {
        Shell.Ended run = shell.einfluss("run", "experiment.yaml", "--trust", "--out", study);
        assertEquals(0, run.code(), run::toString);
        Matcher digest = Pattern.compile("[0-9a-f]{64}").matcher(run.output());
        assertTrue(digest.find(), run::toString);
        return digest.group();
    }

    @Test
    void theJavaOfADeclaredModelHasItsDigest() throws Exception {
        String declared = digest("declared");
        Shell.Ended saved = shell.einfluss(
                "save-as-java", model.toString(), "--out", model.getParent().toString());
        assertEquals(0, saved.code(), saved::toString);
        Files.delete(model);
        assertTrue(Files.readString(model.resolveSibling("WildFire.java"))
                .contains("Written from {@code wild-fire.yaml}"));
        assertEquals(declared, digest("java"));
    }

    @Test
    void mistakesAreToldWithTheirPlaceInBothLanguages() throws Exception {
        Files.writeString(model, MODEL.replace("by: burning", "by: burnin"));
        Shell.Ended english = shell.einfluss("save-as-java", model.toString());
        assertEquals(2, english.code(), english::toString);
        assertTrue(
                english.errors().contains("wild-fire.yaml:6:36: Unknown state 'burnin'; did you mean 'burning'?"),
                english::toString);
        Shell.Ended german = shell.einfluss("--lang", "de", "save-as-java", model.toString());
        assertTrue(german.errors().contains("wild-fire.yaml:6:36: "), german::toString);
        assertTrue(german.errors().contains("meinten Sie"), german::toString);
        Shell.Ended list = shell.einfluss("list", "--trust");
        assertTrue((list.output() + list.errors()).contains("wild-fire.yaml:6:36"), list::toString);
    }
}
