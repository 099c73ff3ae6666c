package org.einfluss.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.einfluss.api.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PluginTemplateTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DECLARED_MODEL")
    void compilesUnderAnyNameAndKeepsEveryRule(PluginTemplate template) throws Exception {
        template.write("TwoStepFlow", folder);
        Compiled plugin = Compiled.of(folder, "TwoStepFlow");
        Optional<PluginCheck.Example> example = template == PluginTemplate.READER
                ? Optional.of(new PluginCheck.Example("ties.arrows", "Ann -> Bob\nBob -> Cy\n"))
                : Optional.empty();

        List<CheckedPart> parts = plugin.check(example, installed());

        assertEquals(2, parts.size());
        assertEquals(
                template == PluginTemplate.CHART_VIEW ? "TwoStepFlow" : "two-step-flow",
                parts.get(1).name());
        template.kind()
                .ifPresent(kind -> assertEquals(kind.label(), parts.get(1).kind()));
        for (CheckedPart part : parts) {
            assertTrue(part.count(Finding.Status.KEPT) >= 2, part::toString);
            assertEquals(
                    List.of(),
                    part.findings().stream()
                            .filter(finding -> finding.status() != Finding.Status.KEPT)
                            .toList());
        }
    }

    /** The analysis whose findings the view draws, and a reader of what the writer writes. */
    private Compiled installed() throws Exception {
        PluginTemplate.ANALYSIS.write("MyAnalysis", folder);
        Path reader = PluginTemplate.READER.write("MyReader", folder);
        Files.writeString(
                reader,
                Files.readString(reader)
                        .replace("\"arrows\"", "\"edges\"")
                        .replace("\" *-> *\"", "\"\\t\"")
                        .replace(
                                "String line = lines.readLine();",
                                "lines.readLine(); String line = lines.readLine();"));
        return Compiled.of(folder, "MyAnalysis", "MyReader");
    }

    @Test
    void aDeclaredModelHasTheFileNameOfItsId() throws IOException {
        Path file = PluginTemplate.DECLARED_MODEL.write("TwoStepFlow", folder);
        assertEquals(folder.resolve("two-step-flow.yaml"), file);
        assertTrue(Files.readString(file).startsWith("name: Two step flow\n"));
    }

    @Test
    void modelHasAtMostThirtyLines() {
        assertTrue(PluginTemplate.MODEL.source("MyModel").lines().count() <= 30);
    }

    @ParameterizedTest
    @CsvSource({"MyModel, my-model", "SIRModel, sir-model", "Model2, model2", "TwoStepFlow, two-step-flow", "SIR, sir"})
    void idIsTheNameInKebabCase(String name, String id) {
        assertEquals(id, PluginTemplate.id(name));
        assertTrue(PluginTemplate.MODEL.source(name).contains("@Described(id = \"" + id + "\", name = \""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"myModel", "My-Model", "My Model", "", "class", "2Step", "Über", "../Evil", "Graph", "Parameters"
            })
    void aNameThatWouldNotCompileIsRefused(String name) throws IOException {
        InputException refused =
                assertThrows(InputException.class, () -> PluginTemplate.MODEL.write(name, folder.resolve("plugins")));
        assertTrue(refused.getMessage().contains("'" + name + "'"), refused::getMessage);
        assertTrue(Files.notExists(folder.resolve("plugins")));
    }

    @Test
    void aFileThatIsThereStaysAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("MyModel.java"), "mine");
        InputException refused =
                assertThrows(InputException.class, () -> PluginTemplate.MODEL.write("MyModel", folder));
        assertEquals(file + " exists and stays as it is; choose another name or folder", refused.getMessage());
        assertEquals("mine", Files.readString(file));
    }
}
