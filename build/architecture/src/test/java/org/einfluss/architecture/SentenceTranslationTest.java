package org.einfluss.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * The sentences by which the engine and the readers tell wrong input, and the rules of contracts, exist in German. Each literal sentence of the sources, with
 * numbers in place of what is not literal, must come out of the phrases as another text.
 */
final class SentenceTranslationTest {
    private static final List<String> BUNDLES =
            List.of("org.einfluss.api", "org.einfluss.engine", "org.einfluss.formats", "org.einfluss.tck");
    /** Read by authors of bundles, not by users: the registry of oracles. */
    private static final String FOR_AUTHORS = "/verify/";
    /** What stands for an expression. */
    private static final String HOLE = "7";

    @Test
    void mistakesAreTold() throws IOException, ReflectiveOperationException {
        Set<String> sentences = new TreeSet<>();
        List<Path> sources = new ArrayList<>();
        for (Path bundle : Bundles.sources()) {
            if (BUNDLES.contains(bundle.getFileName().toString())) {
                try (Stream<Path> found = Files.walk(bundle.resolve("src/main/java"))) {
                    found.filter(path -> path.toString().endsWith(".java")
                                    && !path.toString().contains(FOR_AUTHORS))
                            .forEach(sources::add);
                }
            }
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree unit : task.parse()) {
                new Mistakes(sentences).scan(unit, null);
            }
        }
        assertFalse(sentences.isEmpty(), "no sentence found");
        List<URL> folders = new ArrayList<>();
        for (Path folder : new Bundles().folders.values()) {
            folders.add(folder.toUri().toURL());
        }
        try (URLClassLoader loader =
                new URLClassLoader(folders.toArray(URL[]::new), getClass().getClassLoader())) {
            Class<?> type = loader.loadClass("org.einfluss.engine.catalog.Phrases");
            List<Class<?>> neighbours = List.of(
                    loader.loadClass("org.einfluss.api.InputException"),
                    loader.loadClass("org.einfluss.engine.Einfluss"),
                    loader.loadClass("org.einfluss.formats.EdgeListReader"),
                    loader.loadClass("org.einfluss.sdk.PluginCheck"));
            Object german = type.getConstructor(Locale.class, Iterable.class).newInstance(Locale.GERMAN, neighbours);
            Method translate = type.getMethod("translate", String.class);
            Set<String> english = new TreeSet<>();
            for (String sentence : sentences) {
                if (translate.invoke(german, sentence).equals(sentence)) {
                    english.add(sentence);
                }
            }
            assertEquals("", String.join("\n", english), "sentences without German");
        }
    }

    /** Collects the sentences of exceptions that tell wrong input. */
    private static final class Mistakes extends TreeScanner<Void, Void> {
        private final Set<String> sentences;

        Mistakes(Set<String> sentences) {
            this.sentences = sentences;
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void unused) {
            if (made.getIdentifier().toString().equals("InputException")) {
                made.getArguments().forEach(this::add);
            }
            return super.visitNewClass(made, unused);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
            if (call.getMethodSelect().toString().endsWith("mistake")) {
                call.getArguments().forEach(this::add);
            } else if (call.getMethodSelect().toString().endsWith("clause")) {
                call.getArguments().subList(0, 3).forEach(this::add); // name, expected, advice
            }
            return super.visitMethodInvocation(call, unused);
        }

        private void add(ExpressionTree argument) {
            for (String text : texts(argument)) {
                for (String sentence : text.split("(?<=[.?!]) +")) {
                    // A hole before a sentence is the name of a file, or another sentence.
                    String rest = sentence.replaceFirst("^7:? (?=\\p{Lu})", "");
                    if (rest.matches(".*\\p{L} +\\p{L}.*")) {
                        sentences.add(rest);
                    }
                }
            }
        }

        /** What a concatenation can be; a choice between two literals makes two texts. */
        private static List<String> texts(ExpressionTree expression) {
            if (expression instanceof LiteralTree literal && literal.getValue() != null) {
                return List.of(literal.getValue().toString());
            }
            if (expression instanceof ParenthesizedTree inner) {
                return texts(inner.getExpression());
            }
            if (expression instanceof ConditionalExpressionTree choice) {
                return Stream.of(choice.getTrueExpression(), choice.getFalseExpression())
                        .flatMap(one -> texts(one).stream())
                        .toList();
            }
            if (expression instanceof BinaryTree sum) {
                return texts(sum.getLeftOperand()).stream()
                        .flatMap(left -> texts(sum.getRightOperand()).stream().map(right -> left + right))
                        .toList();
            }
            return List.of(HOLE);
        }
    }
}
