package org.einfluss.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.einfluss.api.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written; that it builds is tested with the assembled product. */
final class PluginProjectTest {
    @TempDir
    private Path folder;

    private Path sdk;

    @BeforeEach
    void makeSdk() throws IOException {
        sdk = folder.resolve("sdk");
        Files.createDirectories(sdk.resolve("org/einfluss/org.einfluss.plugin-parent/0.7.0"));
    }

    @Test
    void writesAProjectInThePackagesName() throws IOException {
        PluginProject project = new PluginProject("org.example.my_models");
        Path target = folder.resolve(project.folder());

        List<Path> files = project.write(target, sdk);

        assertEquals(
                List.of(
                        "pom.xml",
                        "README.md",
                        "src/main/java/org/example/my_models/FirstModel.java",
                        "src/test/java/org/example/my_models/FirstModelTest.java"),
                files.stream().map(file -> target.relativize(file).toString()).toList());
        String pom = Files.readString(files.get(0));
        assertTrue(pom.contains("<version>0.7.0</version>"), pom);
        assertTrue(pom.contains("<artifactId>org.example.my_models</artifactId>"), pom);
        assertTrue(pom.contains("<url>" + sdk.toUri().toString().replaceAll("/$", "") + "</url>"), pom);
        assertTrue(Files.readString(files.get(2))
                .contains("id = \"my-models-first-model\", name = \"My models first model\""));
        for (Path file : files) {
            assertTrue(!Files.readString(file).contains("@version@")
                    && !Files.readString(file).contains("@name@"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mymodels",
                "org.Example",
                "org.example.class",
                "org..x",
                "org.example.",
                "java.util",
                "org.einfluss.mine"
            })
    void aNameThatIsNoPackageOfOnesOwnIsRefused(String name) {
        InputException refused = assertThrows(InputException.class, () -> new PluginProject(name));
        assertTrue(refused.getMessage().endsWith("was '" + name + "'"), refused::getMessage);
    }

    @Test
    void aFolderThatIsNotEmptyStaysAsItIs() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.txt"), "mine");
        assertThrows(InputException.class, () -> new PluginProject("org.example.models").write(folder, sdk));
        assertEquals("mine", Files.readString(mine));
        assertTrue(Files.notExists(folder.resolve("pom.xml")));
    }

    @Test
    void anSdkFolderThatIsNoneIsNamed() {
        InputException refused = assertThrows(
                InputException.class, () -> new PluginProject("org.example.models").write(folder.resolve("p"), folder));
        assertTrue(refused.getMessage().startsWith(folder + " is no sdk folder of Einfluss"), refused::getMessage);
    }
}
