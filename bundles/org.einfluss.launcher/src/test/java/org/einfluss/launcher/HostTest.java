package org.einfluss.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

class HostTest {

    @TempDir
    private Path folder;

    private Path plugins;
    private Host host;

    @BeforeEach
    void makeFolders() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
    }

    @AfterEach
    void stop() {
        if (host != null) {
            host.close();
        }
    }

    @Test
    void oneBrokenBundleDoesNotStopTheOthers() throws IOException {
        bundle("good", Map.of("Export-Package", "good;version=1.0"));
        bundle("lost", Map.of("Import-Package", "com.acme;version=\"[1.2,2)\""));
        bundle("old", Map.of("Import-Package", "good;version=\"[2,3)\""));
        bundle("behind", Map.of("Require-Bundle", "lost"));
        bundle("future", Map.of("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\""));
        bundle("activated", Map.of("Bundle-Activator", "no.such.Activator"));
        Files.writeString(plugins.resolve("text.jar"), "not a zip file");
        start();

        assertEquals("active", report("good").state());
        assertEquals(
                "needs the package com.acme (1.2.0 or newer, below 2.0.0), which no bundle exports.",
                report("lost").reason());
        assertEquals(
                "needs the package good (2.0.0 or newer, below 3.0.0), which no bundle exports in that version (there is"
                        + " 1.0.0 in good).",
                report("old").reason());
        assertTrue(
                report("behind").reason().startsWith("needs lost, which itself needs the package com.acme"),
                report("behind").reason());
        assertEquals(
                "needs Java 99 or newer; this is Java " + Runtime.version().feature() + ".",
                report("future").reason());
        assertTrue(
                report("activated").reason().contains("no.such.Activator"),
                report("activated").reason());
        assertTrue(
                report("text.jar").reason().startsWith("it cannot be installed."),
                report("text.jar").reason());
        assertEquals("failed", report("text.jar").state());
    }

    @Test
    void saysThatAPluginWasBuiltForAnotherApi() throws IOException {
        bundle("api", Map.of("Export-Package", "org.einfluss.api;version=2.1.0,org.einfluss.graph;version=1.4"));
        bundle("same", Map.of("Import-Package", "org.einfluss.api;version=\"[2.0,3)\""));
        bundle(
                "old",
                Map.of(
                        "Import-Package",
                        "org.einfluss.api;version=\"[1.2,2)\",org.einfluss.graph;version=\"[1.0,2)\""));
        bundle("new", Map.of("Import-Package", "org.einfluss.api;version=\"[2.3,3)\""));
        start();

        assertEquals("active", report("same").state());
        assertEquals(
                "it was built for another version of the Einfluss API: org.einfluss.api 1.2.0 (here it is 2.1.0). How to"
                        + " adapt it says the page guide/migration.md.",
                report("old").reason());
        assertEquals(
                "it was built for another version of the Einfluss API: org.einfluss.api 2.3.0 (here it is 2.1.0). Install a"
                        + " newer Einfluss, or build the plug-in against this one's sdk folder.",
                report("new").reason());
    }

    @Test
    void namesAJarThatIsMissing() {
        Assembly assembly = new Assembly(List.of(new BundleId("g", "gone", "1.0")), List.of(), Map.of());
        host = Host.start(assembly, folder, List.of(), storage());
        assertEquals("the file is missing.", report("gone-1.0.jar").reason());
    }

    @Test
    void namesAJarThatIsNoBundle() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        write(plugins.resolve("plain.jar"), manifest);
        start();
        assertEquals(
                "it is not an OSGi bundle: its manifest has no Bundle-SymbolicName.",
                report("plain.jar").reason());
    }

    @Test
    void fragmentsCountAsWorking() throws IOException {
        bundle("whole", Map.of());
        bundle("part", Map.of("Fragment-Host", "whole"));
        start();
        assertEquals("resolved", report("part").state());
        assertEquals("", report("part").reason());
    }

    @Test
    void bundlesReadTheReportAsJdkTypes() throws Exception {
        bundle("lost", Map.of("Import-Package", "com.acme"));
        start();
        BundleContext context = host.framework().getBundleContext();
        ServiceReference<?> reference = context.getServiceReferences(Supplier.class, "(einfluss.host=bundles)").stream()
                .findFirst()
                .orElseThrow();
        List<?> reports = (List<?>) ((Supplier<?>) context.getService(reference)).get();
        assertEquals(
                Map.of(
                        "name",
                        "lost",
                        "version",
                        "1.0.0",
                        "state",
                        "failed",
                        "jar",
                        plugins.resolve("lost.jar").toString(),
                        "reason",
                        "needs the package com.acme, which no bundle exports."),
                reports.get(0));
    }

    @Test
    void aBundleCanBeTakenOutAndPutBack() throws IOException {
        Path jar = bundle("theory", Map.of());
        start();
        host.remove(jar);
        assertEquals(List.of(), host.bundles());
        host.add(List.of(jar));
        assertEquals("active", report("theory").state());
    }

    @Test
    void findsTheMainServiceByItsName() throws InterruptedException {
        start();
        main("other", arguments -> 1);
        main("cli", arguments -> 40 + arguments.length);
        assertEquals(42, host.main("cli", Duration.ZERO).applyAsInt(new String[] {"a", "b"}));
    }

    @Test
    void saysWhyThereIsNoMainService() throws IOException {
        bundle("cli", Map.of("Import-Package", "com.acme"));
        start();
        String message = assertThrows(LaunchException.class, () -> host.main("cli", Duration.ZERO))
                .getMessage();
        assertTrue(message.startsWith("No bundle offered the main service \"cli\""), message);
        assertTrue(message.contains("needs the package com.acme, which no bundle exports."), message);
    }

    @Test
    void callsWhoeverOffersToBeCancelled() {
        start();
        assertEquals(false, host.cancel());
        boolean[] called = new boolean[1];
        host.framework()
                .getBundleContext()
                .registerService(
                        Runnable.class,
                        () -> called[0] = true,
                        FrameworkUtil.asDictionary(Map.of("einfluss.cancel", "true")));
        assertEquals(true, host.cancel());
        assertEquals(true, called[0]);
    }

    private void start() {
        host = Host.start(new Assembly(List.of(), List.of(), Map.of()), folder, List.of(plugins), storage());
    }

    private Path storage() {
        return folder.resolve("storage");
    }

    private void main(String name, ToIntFunction<String[]> main) {
        host.framework()
                .getBundleContext()
                .registerService(ToIntFunction.class, main, FrameworkUtil.asDictionary(Map.of("einfluss.main", name)));
    }

    private BundleReport report(String name) {
        return host.bundles().stream()
                .filter(report -> report.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Path bundle(String name, Map<String, String> headers) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", name);
        attributes.putValue("Bundle-Version", "1.0.0");
        headers.forEach(attributes::putValue);
        return write(plugins.resolve(name + ".jar"), manifest);
    }

    private static Path write(Path jar, Manifest manifest) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
        return jar;
    }
}
