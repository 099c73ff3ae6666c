package org.einfluss.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.einfluss.launcher.BundleReport;
import org.einfluss.launcher.Host;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.ServiceReference;

/** Plug-ins that were compiled long ago, kept as they were; {@code src/test/plugins/make} says how. */
class SurvivalFelixTest {
    @TempDir
    private Path folder;

    private Path plugins;

    @BeforeEach
    void makeFolder() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
    }

    @Test
    void aPluginBuiltAgainstTheFirstApiStillStarts() throws Exception {
        add("veteran.jar");
        try (Host host = Product.headless(folder.resolve("storage"), plugins)) {
            assertEquals("active", report(host, "org.example.veteran").state());
            assertEquals(List.of(), host.components());
            for (String type : List.of("model.Model", "findings.Analysis")) {
                assertTrue(offers(host, "org.einfluss.api." + type, "org.example.veteran"), type);
            }
            assertTrue(offers(host, "org.einfluss.charts.ChartView", "org.example.veteran"));
        }
    }

    @Test
    void aPluginForAnotherMajorVersionIsRefusedWithBothVersionsAndTheMigrationPage() throws Exception {
        add("foreign.jar");
        try (Host host = Product.headless(folder.resolve("storage"), plugins)) {
            String reason = report(host, "org.example.foreign").reason();
            assertTrue(reason.startsWith("it was built for another version of the Einfluss API: "), reason);
            assertTrue(reason.contains("org.einfluss.api.model 0.9.0 (here it is 1."), reason);
            assertTrue(reason.endsWith("How to adapt it says the page guide/migration.md."), reason);
            Path page = Product.ROOT.resolve("bundles/org.einfluss.help/src/main/resources/guide/migration.md");
            assertTrue(Files.readString(page).contains("# Migration"));
            assertTrue(offers(host, "org.einfluss.api.model.Model", "org.einfluss.theory.watts"));
        }
    }

    private void add(String jar) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/plugins/" + jar)) {
            Files.copy(in, plugins.resolve(jar));
        }
    }

    private static BundleReport report(Host host, String bundle) {
        return host.bundles().stream()
                .filter(report -> report.name().equals(bundle))
                .findFirst()
                .orElseThrow();
    }

    private static boolean offers(Host host, String type, String bundle) throws Exception {
        ServiceReference<?>[] references = host.framework().getBundleContext().getAllServiceReferences(type, null);
        return Stream.of(references)
                .anyMatch(reference -> reference.getBundle().getSymbolicName().equals(bundle)
                        && reference.getBundle().getBundleContext().getService(reference) != null);
    }
}
