package org.einfluss.workbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.einfluss.engine.parameters.Setting;
import org.einfluss.workbench.undo.CommandStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentDocumentTest {
    private static final String TEXT = """
            # why it is done
            format: 1
            network: {id: erdos-renyi, nodes: 100}
            model: independent-cascade # the simple one
            seeding: random
            """;

    @TempDir
    private Path folder;

    private final CommandStack edits = new CommandStack();

    @Test
    void anEditOfTheFormKeepsAllElseAndCanBeUndone() {
        ExperimentDocument document = document();
        document.change("key", document.settings().orElseThrow().with("key", Setting.of("7")));
        assertEquals(TEXT + "key: 7\n", document.text());
        edits.undo();
        assertEquals(TEXT, document.text());
        edits.redo();
        assertTrue(document.text().contains("key: 7"), document.text());
    }

    @Test
    void lettersTypedOneAfterTheOtherAreOneEdit() {
        ExperimentDocument document = document();
        document.type("typing", TEXT + "k", true);
        document.type("typing", TEXT + "ke", true);
        edits.undo();
        assertEquals(TEXT, document.text());
    }

    @Test
    void aMistakeIsToldWithItsPlaceAndThereIsNoForm() {
        ExperimentDocument document = document();
        document.type("typing", TEXT + "sedding: random\n", false);
        assertTrue(document.settings().isEmpty());
        String mistake = document.mistake().orElseThrow();
        assertTrue(mistake.startsWith("mine.yaml:6:1: ") && mistake.contains("seeding"), mistake);
    }

    @Test
    void aModelIsAddedBesideTheFirst() {
        Setting.Fields both =
                Parts.with(document().settings().orElseThrow(), "model", Parts.Part.of("watts-threshold"));
        assertEquals(
                "[independent-cascade, watts-threshold]",
                both.find("model").orElseThrow().flow());
        assertEquals(2, Parts.read(both, "model").size());
        assertTrue(Parts.write(both, "model", java.util.List.of()).find("model").isEmpty());
    }

    @Test
    void savingWritesTheTextAsItStands() throws IOException {
        ExperimentDocument document = document();
        assertTrue(document.isChanged());
        document.save();
        assertFalse(document.isChanged());
        assertEquals(TEXT, Files.readString(folder.resolve("mine.yaml")));
    }

    private ExperimentDocument document() {
        return new ExperimentDocument("mine", folder.resolve("mine.yaml"), TEXT, false, edits);
    }
}
