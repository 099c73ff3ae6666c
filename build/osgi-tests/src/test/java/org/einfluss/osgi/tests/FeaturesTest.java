package org.einfluss.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.einfluss.launcher.Assembly;
import org.einfluss.launcher.BundleId;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The feature files, the BOM, the reactor and the assembled folder say the same. */
class FeaturesTest {

    /** On the launcher's class path, or an aid for authors that a headless product does not start. */
    private static final Set<String> NOT_STARTED = Set.of("org.einfluss.launcher");

    @Test
    void everyVersionIsTheBomsVersion() throws Exception {
        Map<String, String> managed = managedVersions();
        Set<String> wrong = new TreeSet<>();
        for (Path source : featureFiles(Product.ROOT.resolve("features").resolve("src"))) {
            for (BundleId id : named(source)) {
                String expected = managed.getOrDefault(id.key(), "a managed dependency in target-platform/pom.xml");
                if (!expected.equals(id.version())) {
                    wrong.add(source.getFileName() + " says " + id + ", expected " + expected);
                }
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void everyFeatureBundleIsInTheLibFolder() throws IOException {
        Set<String> missing = new TreeSet<>(namedJars());
        missing.removeAll(libJars());
        assertEquals(Set.of(), missing, "add a dependency to features/pom.xml that brings each of these jars");
    }

    @Test
    void everyJarInTheLibFolderIsStartedOrOnTheClassPath() throws IOException {
        Set<String> unused = libJars();
        unused.removeAll(namedJars());
        Path launcher = Product.jar("org.einfluss.launcher");
        unused.remove(launcher.getFileName().toString());
        try (JarFile jar = new JarFile(launcher.toFile())) {
            String classPath = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            unused.removeAll(List.of(classPath.split(" ")));
        }
        assertEquals(Set.of(), unused, "add a line to features/src/*.json for each of these jars, or exclude them");
    }

    @Test
    void everyBundleOfTheReactorIsInSomeFeature() throws Exception {
        Set<String> artifacts = new TreeSet<>();
        for (String module : texts(document(Product.ROOT.resolve("pom.xml")), "module")) {
            if (module.startsWith("bundles/") || module.startsWith("target-platform/wrap/")) {
                Document pom = document(Product.ROOT.resolve(module).resolve("pom.xml"));
                artifacts.add(child(pom.getDocumentElement(), "artifactId"));
            }
        }
        assertTrue(artifacts.contains("org.einfluss.api"), artifacts::toString);
        artifacts.removeAll(NOT_STARTED);
        for (Path file : featureFiles(Product.FOLDER.resolve("features"))) {
            named(file).forEach(id -> artifacts.remove(id.artifact()));
        }
        assertEquals(Set.of(), artifacts, "add a line to features/src/*.json for each of these bundles");
    }

    @Test
    void noHeadlessBundleImportsTheWorkbench() throws IOException {
        Set<String> windowed = new TreeSet<>();
        for (BundleId id :
                Assembly.read(List.of(Product.PLATFORM, Product.HEADLESS)).bundles()) {
            try (JarFile jar = new JarFile(Product.LIB.resolve(id.fileName()).toFile())) {
                String imports = jar.getManifest().getMainAttributes().getValue("Import-Package");
                if (imports != null && imports.contains("org.einfluss.workbench")) {
                    windowed.add(id.toString());
                }
            }
        }
        assertEquals(Set.of(), windowed);
    }

    private static Set<String> namedJars() throws IOException {
        Set<String> jars = new TreeSet<>();
        for (Path file : featureFiles(Product.FOLDER.resolve("features"))) {
            named(file).forEach(id -> jars.add(id.fileName()));
        }
        return jars;
    }

    /** The bundles of a feature, those that are started when needed included. */
    private static List<BundleId> named(Path feature) {
        Assembly assembly = Assembly.read(List.of(feature));
        return Stream.concat(assembly.bundles().stream(), assembly.later().stream())
                .toList();
    }

    private static Set<String> libJars() throws IOException {
        try (Stream<Path> jars = Files.list(Product.LIB)) {
            return jars.map(jar -> jar.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static List<Path> featureFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> features = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertTrue(features.size() >= 2, () -> "Only these features are in " + folder + ": " + features);
            return features;
        }
    }

    /** Version text, a property in braces as a rule, by group:artifact. */
    private static Map<String, String> managedVersions() throws Exception {
        Document bom = document(Product.ROOT.resolve("target-platform").resolve("pom.xml"));
        NodeList dependencies = bom.getElementsByTagName("dependency");
        Map<String, String> versions = new HashMap<>();
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element dependency = (Element) dependencies.item(i);
            versions.put(
                    child(dependency, "groupId") + ":" + child(dependency, "artifactId"), child(dependency, "version"));
        }
        assertTrue(versions.size() > 20, versions::toString);
        return versions;
    }

    private static Document document(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static List<String> texts(Document document, String tag) {
        NodeList elements = document.getElementsByTagName(tag);
        return Stream.iterate(0, i -> i + 1)
                .limit(elements.getLength())
                .map(i -> elements.item(i).getTextContent().strip())
                .toList();
    }

    private static String child(Element parent, String tag) {
        NodeList children = parent.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i).getNodeName().equals(tag)) {
                return children.item(i).getTextContent().strip();
            }
        }
        return "";
    }
}
