package org.einfluss.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.einfluss.launcher.BundleReport;
import org.einfluss.launcher.Host;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootFelixTest {

    @TempDir
    private Path storage;

    @Test
    void everythingInTheHeadlessProductWorks() {
        try (Host host = Product.headless(storage)) {
            requireThatAllWorks(host);
            assertFalse(
                    host.bundles().stream().anyMatch(report -> report.name().equals("org.einfluss.workbench")),
                    "The headless product starts a bundle that opens windows");
        }
    }

    @Test
    void everythingForPluginAuthorsWorks() {
        try (Host host = Product.sdk(storage)) {
            requireThatAllWorks(host);
            assertTrue(host.bundles().stream().anyMatch(report -> report.name().equals("org.einfluss.example")));
        }
    }

    private static void requireThatAllWorks(Host host) {
        List<BundleReport> bundles = host.bundles();
        assertTrue(bundles.size() > 10, () -> "Only these bundles were started: " + bundles);
        assertEquals(
                List.of(),
                bundles.stream()
                        .filter(report -> !report.state().equals("active"))
                        .toList());
        assertEquals(List.of(), host.components());
    }
}
