package org.einfluss.plugins.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.einfluss.api.InputException.Place;
import org.einfluss.plugins.Problem;
import org.einfluss.plugins.SourceTranslator.Translation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the JDK's compiler does, Eclipse's does, so that a JRE is enough. */
final class SourceCompilerTest {
    private static final List<Path> JARS = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    private static final String MODEL = """
            import org.einfluss.api.Described;
            import org.einfluss.api.model.CascadeModel;
            import org.einfluss.api.model.Model;
            import org.einfluss.graph.Network;
            import org.osgi.service.component.annotations.Component;

            @Component(service = Model.class)
            @Described(id = "idle", name = "Nobody follows")
            public final class Idle extends CascadeModel<Idle.Parameters> {
                public record Parameters() {}

                @Override
                protected Rule rule(Parameters parameters, Network network) {
                    return (node, cascade) -> {};
                }
            }
            """;

    static Stream<JavaCompiler> compilers() {
        return Stream.of(ToolProvider.getSystemJavaCompiler(), new EclipseCompiler());
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void aModelWithoutAPackageBecomesABundleWithADescribedComponent(JavaCompiler compiler) throws Exception {
        Source source = Source.of("Idle.java", MODEL);
        Map<String, byte[]> classes = new SourceCompiler(compiler, JARS).compile(source);
        assertEquals(Set.of("plugin/Idle.class", "plugin/Idle$Parameters.class"), classes.keySet());

        byte[] jar = BundleWriter.write("Idle.java", "0.0.0.abc", source.packageName(), classes, jars());
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar))) {
            assertEquals("Idle.java", in.getManifest().getMainAttributes().getValue("Bundle-SymbolicName"));
            String description = "";
            for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                if (entry.getName().endsWith(".xml")) {
                    description = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
            assertTrue(description.contains("name=\"einfluss.id\" type=\"String\" value=\"idle\""), description);
        }
        assertArrayEquals(
                jar,
                BundleWriter.write("Idle.java", "0.0.0.abc", source.packageName(), classes, jars()),
                "the same source gives the same bytes");
    }

    /** Folders of classes are no bundles; in the product all are jars. */
    private static List<Path> jars() {
        return JARS.stream().filter(path -> path.toFile().exists()).toList();
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void aPackageOfItsOwnIsKept(JavaCompiler compiler) throws Exception {
        Source source = Source.of("Idle.java", "/* package none; */\n// package no;\npackage ada.models;\n" + MODEL);
        Map<String, byte[]> classes = new SourceCompiler(compiler, JARS).compile(source);
        assertEquals(Set.of("ada/models/Idle.class", "ada/models/Idle$Parameters.class"), classes.keySet());
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void anErrorHasItsLineItsColumnAndTheLineOfTheSource(JavaCompiler compiler) {
        List<Problem> problems = problems(compiler, "Bad.java", "class Bad {\n\tint n = \"one\";\n}\n");
        assertEquals(1, problems.size(), problems::toString);
        assertEquals(new Place("Bad.java", 2, 10), problems.get(0).place());
        assertEquals("\tint n = \"one\";", problems.get(0).text());
        assertTrue(problems.get(0).message().contains("String"), problems::toString);
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void theLineThatIsPutBeforeTheFirstDoesNotShiftIt(JavaCompiler compiler) {
        Problem problem =
                problems(compiler, "Bad.java", "class Bad { int n = true; }\n").get(0);
        assertEquals(new Place("Bad.java", 1, 21), problem.place());
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void aClassOfAnotherNameIsRefusedByTheNameItShouldHave(JavaCompiler compiler) {
        List<Problem> problems = problems(compiler, "Mine.java", "public class Other {}\n");
        assertTrue(problems.toString().contains("Other"), problems::toString);
        assertEquals(1, problems.get(0).place().line());
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void aSecondPublicClassIsRefused(JavaCompiler compiler) {
        List<Problem> problems = problems(compiler, "Mine.java", "public class Mine {}\npublic class Other {}\n");
        assertTrue(problems.toString().contains("Other"), problems::toString);
        assertEquals(2, problems.get(0).place().line());
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void problemsOfTranslatedTextsStandOnTheLinesOfTheText(JavaCompiler compiler) {
        String text = "id: tiny\nrate: wrong\n";
        Source source = Source.of(
                "tiny.yaml",
                text,
                new Translation("Tiny", "class Tiny {\n    int rate = wrong;\n}\n", new int[] {1, 2, 0}, List.of()));
        Source.Refused refused =
                assertThrows(Source.Refused.class, () -> new SourceCompiler(compiler, JARS).compile(source));
        assertEquals(new Place("tiny.yaml", 2, 0), refused.problems().get(0).place());
        assertEquals("rate: wrong", refused.problems().get(0).text());
    }

    @Test
    void aSourceWithoutAComponentIsToldWhatItLacks() throws IOException, Source.Refused {
        Source source = Source.of("Mine.java", "public class Mine {}\n");
        Map<String, byte[]> classes = new SourceCompiler(ToolProvider.getSystemJavaCompiler(), JARS).compile(source);
        Source.Refused refused = assertThrows(
                Source.Refused.class,
                () -> BundleWriter.write("Mine.java", "0.0.0", source.packageName(), classes, jars()));
        assertTrue(refused.problems().get(0).message().startsWith("it contributes nothing"), refused::toString);
    }

    @Test
    void whatIsNoTextIsRefusedWithItsPlace() {
        byte[] latin = "// Modell\n// Zuf\u00e4llig\n".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                List.of(new Problem(
                        new Place("Mine.java", 2, 7),
                        "the file is not UTF-8: the byte E4 stands here; save it as UTF-8",
                        "")),
                refused("Mine.java", latin));
        assertEquals(
                List.of(Problem.of("Mine.java", "the file is empty")),
                refused("Mine.java", "\uFEFF \n".getBytes(StandardCharsets.UTF_8)));
        assertTrue(refused("my-model.java", "class X {}".getBytes(StandardCharsets.UTF_8))
                .get(0)
                .message()
                .contains("no name of a class"));
    }

    private static List<Problem> refused(String file, byte[] bytes) {
        return assertThrows(Source.Refused.class, () -> Source.decode(file, bytes))
                .problems();
    }

    private static List<Problem> problems(JavaCompiler compiler, String file, String text) {
        return assertThrows(
                        Source.Refused.class, () -> new SourceCompiler(compiler, JARS).compile(Source.of(file, text)))
                .problems();
    }
}
