package org.einfluss.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.einfluss.launcher.Assembly;
import org.einfluss.launcher.BundleReport;
import org.einfluss.launcher.ComponentReport;
import org.einfluss.launcher.Host;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** What jars that come and go do to the rest. */
class PluginFelixTest {

    private static final String MODEL = "org.einfluss.api.model.Model";

    @TempDir
    private Path folder;

    @Test
    void aBundleThatCannotStartIsReportedAndTheRestWorks() throws IOException {
        Path plugins = folder.resolve("plugins");
        Path lost = Product.bundle(
                plugins.resolve("lost.jar"),
                "com.acme.lost",
                Map.of("Import-Package", "com.acme.nowhere;version=\"[1,2)\""),
                new Class<?>[0],
                Map.of());
        Path text = Files.writeString(plugins.resolve("text.jar"), "no zip file");
        try (Host host = Product.headless(folder.resolve("storage"), plugins)) {
            Map<Path, String> reasons = host.bundles().stream()
                    .filter(BundleReport::isFailed)
                    .collect(Collectors.toMap(BundleReport::jar, BundleReport::reason));
            assertEquals(Set.of(lost, text), reasons.keySet());
            assertEquals(
                    "needs the package com.acme.nowhere (1.0.0 or newer, below 2.0.0), which no bundle exports.",
                    reasons.get(lost));
            assertTrue(reasons.get(text).startsWith("it cannot be installed."), reasons.get(text));
            assertEquals(List.of(), host.components());
        }
    }

    @Test
    void aComponentThatIsNotThereIsReportedWithItsReason() throws IOException {
        Path plugins = folder.resolve("plugins");
        Product.bundle(
                plugins.resolve("waiting.jar"),
                "com.acme.waiting",
                Map.of("Service-Component", "OSGI-INF/waiting.xml,OSGI-INF/failing.xml"),
                new Class<?>[] {FailingComponent.class},
                Map.of(
                        "OSGI-INF/waiting.xml",
                        component(
                                "waiting",
                                "java.util.ArrayList",
                                "<reference name='clock' interface='java.time.Clock' target='(zone=UTC)' bind='add'/>"),
                        "OSGI-INF/failing.xml",
                        component("failing", FailingComponent.class.getName(), "")));
        try (Host host = Product.headless(folder.resolve("storage"), plugins)) {
            Map<String, String> reasons = host.components().stream()
                    .collect(Collectors.toMap(ComponentReport::component, ComponentReport::reason));
            assertEquals(
                    "needs a service java.time.Clock with (zone=UTC), which nothing offers (reference clock).",
                    reasons.get("waiting"));
            assertTrue(
                    reasons.get("failing").startsWith("its activation failed: ")
                            && reasons.get("failing").contains(FailingComponent.MESSAGE),
                    reasons.toString());
        }
    }

    @Test
    void aJarInThePluginFolderContributesWhileItIsThere() throws IOException {
        Path plugins = folder.resolve("plugins");
        Path jar = Product.bundle(
                plugins.resolve("theory.jar"),
                "com.acme.theory",
                Map.of("Service-Component", "OSGI-INF/model.xml"),
                new Class<?>[0],
                Map.of("OSGI-INF/model.xml", component("theory", "java.util.ArrayList", "")));
        try (Host host = Product.headless(folder.resolve("first"), plugins)) {
            assertEquals(Set.of("theory"), services(host, "java.util.List", jar));
        }
        Files.delete(jar);
        try (Host host = Product.headless(folder.resolve("second"), plugins)) {
            assertEquals(Set.of(), services(host, "java.util.List", jar));
        }
    }

    @Test
    void takingATheoryOutRemovesItsModelsAndPuttingItBackBringsThem() {
        Path theory = Product.jar("org.einfluss.theory.watts");
        try (Host host = Product.headless(folder.resolve("storage"))) {
            Set<String> models = services(host, MODEL, theory);
            Set<String> others = services(host, MODEL);
            others.removeAll(models);
            assertNotEquals(Set.of(), models);

            host.remove(theory);
            assertEquals(others, services(host, MODEL));
            assertEquals(List.of(), host.components());

            host.add(List.of(theory));
            assertEquals(models, services(host, MODEL, theory));
            assertEquals(List.of(), host.components());
        }
    }

    @Test
    void aBundleWhoseJarWasDeletedIsTheOnlyThingMissing() throws IOException {
        Path feature = Files.writeString(
                folder.resolve("more.json"), "{\"bundles\": [\"org.einfluss:org.einfluss.theory.deleted:0.1.0\"]}");
        Assembly assembly = Assembly.read(List.of(Product.PLATFORM, Product.HEADLESS, feature));
        try (Host host = Host.start(assembly, Product.LIB, List.of(), folder.resolve("storage"))) {
            assertEquals(
                    List.of("org.einfluss.theory.deleted-0.1.0.jar"),
                    host.bundles().stream()
                            .filter(BundleReport::isFailed)
                            .map(BundleReport::name)
                            .toList());
            assertEquals(List.of(), host.components());
        }
    }

    /** Names of the components that offer a service, from every bundle or from one. */
    private static Set<String> services(Host host, String type, Path... jars) {
        Set<String> from = Arrays.stream(jars)
                .flatMap(jar ->
                        host.bundles().stream().filter(report -> report.jar().equals(jar)))
                .map(BundleReport::name)
                .collect(Collectors.toSet());
        try {
            ServiceReference<?>[] references =
                    host.framework().getBundleContext().getAllServiceReferences(type, null);
            return Arrays.stream(references == null ? new ServiceReference<?>[0] : references)
                    .filter(reference -> jars.length == 0
                            || from.contains(reference.getBundle().getSymbolicName()))
                    .map(reference -> String.valueOf(reference.getProperty("component.name")))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String component(String name, String implementation, String more) {
        return "<scr:component xmlns:scr='http://www.osgi.org/xmlns/scr/v1.3.0' name='" + name + "' immediate='true'>"
                + "<implementation class='" + implementation + "'/>"
                + "<service><provide interface='java.util.List'/></service>" + more + "</scr:component>";
    }
}
