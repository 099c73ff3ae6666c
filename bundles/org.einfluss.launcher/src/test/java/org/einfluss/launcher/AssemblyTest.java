package org.einfluss.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssemblyTest {

    @TempDir
    private Path folder;

    @Test
    void mergesFeaturesAndDropsDuplicates() throws IOException {
        Path platform =
                feature("platform.json", "\"bundles\": [\"org.osgi:cm:1.6.1\", {\"id\": \"org.felix:scr:2.2.18\"}]");
        Path headless = feature("headless.json", "\"bundles\": [\"org.felix:scr:2.2.18\", \"org.einfluss:cli:0.1.0\"]");
        Assembly assembly = Assembly.read(List.of(platform, headless));
        assertEquals(
                List.of("cm-1.6.1.jar", "scr-2.2.18.jar", "cli-0.1.0.jar"),
                assembly.bundles().stream().map(BundleId::fileName).toList());
    }

    @Test
    void readsLaunchingProperties() throws IOException {
        Path file = feature(
                "a.json",
                "\"extensions\": {\"framework-launching-properties\": {\"type\": \"json\", \"kind\": \"optional\","
                        + " \"json\": {\"org.osgi.framework.bootdelegation\": \"sun.*\"}}}");
        assertEquals(
                Map.of("org.osgi.framework.bootdelegation", "sun.*"),
                Assembly.read(List.of(file)).properties());
    }

    @Test
    void refusesTwoVersionsOfOneBundleAndNamesBoth() throws IOException {
        Path first = feature("first.json", "\"bundles\": [\"info.picocli:picocli:4.7.7\"]");
        Path second = feature("second.json", "\"bundles\": [\"info.picocli:picocli:4.7.6\"]");
        String message = assertThrows(LaunchException.class, () -> Assembly.read(List.of(first, second)))
                .getMessage();
        assertTrue(message.contains(first + " says info.picocli:picocli:4.7.7"), message);
        assertTrue(message.contains(second + " says info.picocli:picocli:4.7.6"), message);
    }

    @Test
    void refusesWhatItWouldIgnore() throws IOException {
        Path file = feature("a.json", "\"configurations\": {}");
        String message = assertThrows(LaunchException.class, () -> Assembly.read(List.of(file)))
                .getMessage();
        assertTrue(message.contains("\"configurations\" is not served"), message);
    }

    /** Libraries must not speak beside the command; what they write about goes unseen unless it is a warning. */
    @Test
    void loggingOfLibrariesIsConfigured() throws IOException {
        Properties logging = new Properties();
        try (InputStream in = ClassLoader.getSystemResourceAsStream("simplelogger.properties")) {
            logging.load(in);
        }
        assertEquals("System.err", logging.getProperty("org.slf4j.simpleLogger.logFile"));
        assertEquals("off", logging.getProperty("org.slf4j.simpleLogger.log.org.apache.poi"));
    }

    @Test
    void saysWhichFeatureFileIsMissing() {
        Path file = folder.resolve("nowhere.json");
        String message = assertThrows(LaunchException.class, () -> Assembly.read(List.of(file)))
                .getMessage();
        assertEquals("There is no feature file " + file + ".", message);
    }

    @Test
    void namesTheFeaturesBesideAMissingOne() throws IOException {
        feature("sdk.json", "\"bundles\": []");
        feature("headless.json", "\"bundles\": []");
        String message = assertThrows(LaunchException.class, () -> Assembly.read(List.of(folder.resolve("nope.json"))))
                .getMessage();
        assertTrue(message.endsWith("nope.json. The features there are: headless, sdk."), message);
    }

    private Path feature(String name, String section) throws IOException {
        return Files.writeString(
                folder.resolve(name), "{\"feature-resource-version\": \"1.0\", \"id\": \"g:a:1\", " + section + "}");
    }
}
