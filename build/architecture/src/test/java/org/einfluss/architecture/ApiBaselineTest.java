package org.einfluss.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What plug-ins compile against keeps the promises of its versions. After a release, {@code -Dbaseline=renew} writes the baseline
 * anew; never to silence a failure in between.
 */
final class ApiBaselineTest {
    private static final String CONSUMER = "@org.osgi.annotation.versioning.ConsumerType";
    private static final String PROVIDER = "@org.osgi.annotation.versioning.ProviderType";

    @TempDir
    private Path folder;

    static List<String> bundles() {
        return List.of(
                "org.einfluss.api",
                "org.einfluss.charts",
                "org.einfluss.graph",
                "org.einfluss.math",
                "org.einfluss.tck");
    }

    private static Path classes(String bundle) {
        return Bundles.ROOT.resolve("bundles/" + bundle + "/target/classes");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void versionsOfPackagesSayWhatChangedSinceTheBaseline(String bundle) throws Exception {
        Path baseline = Bundles.ROOT.resolve("build/architecture/src/test/resources/baseline/" + bundle + ".txt");
        Api api = Api.of(classes(bundle));
        if ("renew".equals(System.getProperty("baseline"))) {
            api.write(baseline);
        }
        assertEquals("", String.join("\n", api.wrongVersions(Api.read(baseline))));
    }

    /** bnd takes a type that says nothing for one that plug-ins implement, which would make every new method a new major. */
    @ParameterizedTest
    @MethodSource("bundles")
    void everyOpenTypeSaysWhoImplementsIt(String bundle) throws Exception {
        assertEquals(
                List.of(),
                Api.undecided(classes(bundle)),
                "@ConsumerType if plug-ins implement it, else @ProviderType");
    }

    @Test
    void aTypeThatSaysNothingIsFound() throws Exception {
        Path jar = jar("1.0.0", "public interface Shape {}", "{}");
        assertEquals(List.of("acme.Shape"), Api.undecided(jar));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // what changes | new version | what is demanded, nothing where the version is right
                "removed method   | 1.9.0 | 2.0.0",
                "removed method   | 2.0.0 | ''",
                "consumer method  | 1.1.0 | 2.0.0",
                "default method   | 1.0.0 | 1.1.0",
                "default method   | 1.1.0 | ''",
                "provider method  | 1.0.0 | 1.1.0",
                "provider method  | 1.1.0 | ''",
                "nothing          | 1.0.0 | ''",
                "nothing          | 0.9.0 | 1.0.0",
            })
    void aChangeDemandsItsVersion(String change, String version, String demanded) throws Exception {
        Api before = Api.of(jar("1.0.0", CONSUMER + " public interface Shape { int sides(); void paint(); }", "{}"));
        Path kept = folder.resolve("baseline.txt");
        before.write(kept);
        String shape = CONSUMER + " public interface Shape { int sides(); "
                + Map.of(
                                "removed method",
                                "",
                                "consumer method",
                                "void paint(); void more();",
                                "default method",
                                "void paint(); default void more() {}")
                        .getOrDefault(change, "void paint();")
                + " }";
        Api after = Api.of(jar(version, shape, change.equals("provider method") ? "{ void more(); }" : "{}"));

        List<String> wrong = after.wrongVersions(Api.read(kept));

        assertEquals(demanded.isEmpty() ? 0 : 1, wrong.size(), wrong::toString);
        if (!demanded.isEmpty()) {
            assertTrue(wrong.get(0).contains("must be " + demanded + " or newer, was " + version), wrong::toString);
        }
        if (change.equals("removed method") && !demanded.isEmpty()) {
            assertTrue(wrong.get(0).contains("REMOVED acme.Shape paint()"), wrong::toString);
        }
    }

    /** Compiles a package of two interfaces and puts it into a bundle that exports it. */
    private Path jar(String version, String shape, String engine) throws IOException {
        Path work = Files.createTempDirectory(folder, "acme");
        Path source = Files.writeString(work.resolve("Shape.java"), "package acme; " + shape);
        Path other = Files.writeString(
                work.resolve("Engine.java"), "package acme; " + PROVIDER + " public interface Engine " + engine);
        String path = System.getProperty("java.class.path");
        int code = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", path, "-d", work.toString(), source.toString(), other.toString());
        assertEquals(0, code);
        Manifest manifest = new Manifest();
        manifest.read(new ByteArrayInputStream(
                ("Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: acme\nExport-Package: acme;version=\""
                                + version + "\"\n")
                        .getBytes(StandardCharsets.UTF_8)));
        Path jar = work.resolve("acme.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> classes = Files.list(work.resolve("acme"))) {
            for (Path type : classes.toList()) {
                out.putNextEntry(new ZipEntry("acme/" + type.getFileName()));
                out.write(Files.readAllBytes(type));
            }
        }
        return jar;
    }
}
