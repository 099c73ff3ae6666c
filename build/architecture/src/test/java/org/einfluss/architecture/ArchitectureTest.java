package org.einfluss.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ArchitectureTest {
    private static final String OURS = "org.einfluss.";
    private static final Set<String> KERNEL =
            Set.of("org.einfluss.math", "org.einfluss.graph", "org.einfluss.api", "org.einfluss.engine");

    /** Which of our bundles a bundle may import; a theory is looked up as "theory". A new bundle needs a line. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("math", Set.of()),
            Map.entry("graph", Set.of("math")),
            Map.entry("api", Set.of("graph", "math")),
            Map.entry("engine", Set.of("api", "graph", "math")),
            Map.entry("store", Set.of("api", "engine", "graph", "math")),
            Map.entry("charts", Set.of("api", "graph", "math")),
            Map.entry("theory", Set.of("api", "graph", "math", "charts")),
            Map.entry("analyses", Set.of("api", "graph", "math", "charts")),
            Map.entry("networks", Set.of("api", "graph", "math")),
            Map.entry("seeding", Set.of("api", "graph", "math")),
            Map.entry("formats", Set.of("api", "graph", "math")),
            Map.entry("samples", Set.of("api", "formats", "graph", "math")),
            Map.entry("excel", Set.of("api", "charts", "formats", "graph", "math")),
            Map.entry("plugins", Set.of("api", "engine", "host")),
            Map.entry("host", Set.of("api", "engine")),
            Map.entry("cli", Set.of("api", "charts", "engine", "formats", "graph", "host", "math", "plugins", "sdk")),
            Map.entry(
                    "workbench",
                    Set.of("api", "charts", "engine", "formats", "graph", "host", "math", "plugins", "sdk")),
            Map.entry("help", Set.of()),
            Map.entry("launcher", Set.of()),
            Map.entry("tck", Set.of("api", "engine", "charts", "graph", "math")),
            Map.entry("sdk", Set.of("api", "charts", "engine", "graph", "math", "tck")),
            Map.entry("example", Set.of("api", "charts", "graph", "math")),
            Map.entry("example.view", Set.of("api", "charts", "graph", "math", "workbench")));

    /**
     * A library is one bundle's business, so that it can be replaced; two are part of what plug-ins use, and YAML is read for
     * experiments (engine) and for dataset descriptors (formats), which may not import each other.
     */
    private static final Set<String> SHARED_LIBRARIES =
            Set.of("org.jfree", "org.apache.commons.math3", "org.yaml.snakeyaml");

    private static final List<String> LIBRARIES = List.of(
            "aQute",
            "com.fasterxml.jackson",
            "com.formdev.flatlaf",
            "de.rototor",
            "io.github.andrewauclair.moderndocking",
            "org.apache.batik",
            "org.apache.commons.compress",
            "org.apache.commons.math3",
            "org.apache.felix",
            "org.apache.pdfbox",
            "org.apache.poi",
            "org.duckdb",
            "org.eclipse.jdt",
            "org.jfree",
            "org.yaml.snakeyaml",
            "picocli");

    private final Bundles bundles = new Bundles();

    @Test
    void bundlesImportOnlyWhatTheirRoleAllows() {
        none(bundles.violations((bundle, dependency) -> {
            String target = bundles.bundle(dependency.getTargetClass());
            return !target.isEmpty()
                    && !target.equals(bundle)
                    && !allowed(bundle).contains(role(target));
        }));
    }

    @Test
    void kernelIsPlainJavaWithoutOsgiAndWithoutWindows() {
        none(bundles.violations((bundle, dependency) -> KERNEL.contains(bundle)
                && (within(dependency, "org.osgi.framework")
                        || within(dependency, "org.osgi.service") && !isBuildTimeAnnotation(dependency)
                        || within(dependency, "javax.swing")
                        || within(dependency, "java.awt"))));
    }

    @Test
    void apiNamesNoThirdPartyType() {
        none(bundles.violations((bundle, dependency) -> bundle.equals("org.einfluss.api")
                && bundles.bundle(dependency.getTargetClass()).isEmpty()
                && !isJdk(dependency)
                && !isBuildTimeAnnotation(dependency)));
    }

    @Test
    void everyLibraryIsUsedByOneBundle() {
        Map<String, Set<String>> users = new TreeMap<>();
        for (JavaClass type : bundles.classes()) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                for (String library : LIBRARIES) {
                    if (!SHARED_LIBRARIES.contains(library) && within(dependency, library)) {
                        users.computeIfAbsent(library, key -> new TreeSet<>()).add(bundles.bundle(type));
                    }
                }
            }
        }
        users.values().removeIf(names -> names.size() == 1);
        assertEquals(Map.of(), users, "libraries with more than one user");
    }

    @Test
    void onlyTheWorkbenchOpensWindows() {
        none(bundles.violations(
                (bundle, dependency) -> !Set.of("workbench", "example.view").contains(role(bundle))
                        && (within(dependency, "javax.swing")
                                || dependency.getTargetClass().getName().equals("java.awt.Desktop")
                                || dependency.getTargetClass().isAssignableTo("java.awt.Window"))));
    }

    @Test
    void internalPackagesStayInside() {
        List<String> found = bundles.violations((bundle, dependency) -> {
            String target = bundles.bundle(dependency.getTargetClass());
            return !target.isEmpty()
                    && !target.equals(bundle)
                    && isInternal(dependency.getTargetClass().getPackageName());
        });
        bundles.folders
                .keySet()
                .forEach(bundle -> exportedPackages(bundle).stream()
                        .filter(ArchitectureTest::isInternal)
                        .forEach(name -> found.add(bundle + " exports " + name)));
        none(found);
    }

    @Test
    void noPackageIsInTwoBundles() {
        Map<String, Set<String>> owners = new TreeMap<>();
        bundles.folders
                .keySet()
                .forEach(bundle -> bundles.packages(bundle)
                        .forEach(name -> owners.computeIfAbsent(name, key -> new TreeSet<>())
                                .add(bundle)));
        owners.values().removeIf(names -> names.size() == 1);
        assertEquals(Map.of(), owners, "packages in more than one bundle");
    }

    @Test
    void packagesBeginWithTheNameOfTheirBundle() {
        List<String> found = new ArrayList<>();
        bundles.folders
                .keySet()
                .forEach(bundle -> bundles.packages(bundle).stream()
                        .filter(name -> !name.equals(bundle) && !name.startsWith(bundle + "."))
                        .forEach(name -> found.add(bundle + " contains " + name)));
        none(found);
    }

    @Test
    void servicesAreDeclaredNotTracked() {
        none(bundles.violations((bundle, dependency) -> !bundle.equals("org.einfluss.launcher")
                && (dependency.getTargetClass().getName().equals("org.osgi.framework.BundleActivator")
                        || within(dependency, "org.osgi.util.tracker")
                        || dependency.getTargetClass().getName().equals("org.osgi.framework.FrameworkUtil"))));
    }

    @Test
    void staticFieldsNeverChange() {
        List<String> found = new ArrayList<>();
        for (JavaClass type : bundles.classes()) {
            type.getFields().stream()
                    .filter(field -> field.getModifiers().contains(JavaModifier.STATIC)
                            && !field.getModifiers().contains(JavaModifier.FINAL)
                            && !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                    .forEach(field -> found.add(field.getFullName() + " is static and not final"));
        }
        none(found);
    }

    @Test
    void classesAreNamedForTheirRole() {
        List<String> found = new ArrayList<>();
        for (JavaClass type : bundles.classes()) {
            if (type.getSimpleName().matches("Abstract[A-Z].*|.*(Impl|Manager|Helper|Utils?)")) {
                found.add(type.getName() + " has a name that says nothing");
            }
        }
        none(found);
    }

    private static Set<String> allowed(String bundle) {
        Set<String> allowed = MAY_IMPORT.get(role(bundle));
        if (allowed == null) {
            throw new AssertionError(bundle + " has no line in MAY_IMPORT: say whom it may import");
        }
        return allowed;
    }

    private static String role(String bundle) {
        String name = bundle.startsWith(OURS) ? bundle.substring(OURS.length()) : bundle;
        return name.startsWith("theory.") ? "theory" : name;
    }

    private static boolean within(Dependency dependency, String root) {
        String name = dependency.getTargetClass().getBaseComponentType().getPackageName();
        return name.equals(root) || name.startsWith(root + ".");
    }

    private static boolean isInternal(String name) {
        return name.endsWith(".internal") || name.contains(".internal.");
    }

    private static boolean isJdk(Dependency dependency) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        return target.isPrimitive() || target.getPackageName().startsWith("java.");
    }

    private static boolean isBuildTimeAnnotation(Dependency dependency) {
        return within(dependency, "org.osgi.annotation")
                || within(dependency, "org.osgi.service.component.annotations")
                || within(dependency, "org.osgi.service.metatype.annotations");
    }

    private Set<String> exportedPackages(String bundle) {
        try (InputStream in = Files.newInputStream(bundles.folders.get(bundle).resolve("META-INF/MANIFEST.MF"))) {
            String exports = new Manifest(in).getMainAttributes().getValue("Export-Package");
            Set<String> names = new TreeSet<>();
            if (exports != null) {
                // Attributes in quotes may hold commas; package names never do.
                for (String clause : exports.replaceAll("\"[^\"]*\"", "").split(",", -1)) {
                    names.add(clause.split(";", -1)[0]);
                }
            }
            return names;
        } catch (IOException e) {
            throw new AssertionError("Every bundle has a manifest: " + bundle, e);
        }
    }

    private static void none(List<String> violations) {
        assertEquals("", String.join("\n", new TreeSet<>(violations)));
    }
}
