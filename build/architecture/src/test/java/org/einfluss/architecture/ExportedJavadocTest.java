package org.einfluss.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Every exported type and method has Javadoc. javac's own lint would also ask for {@code @param} and {@code @return}
 * where the first sentence says it all; that Javadoc is right where it stands is checked by javac.
 */
final class ExportedJavadocTest {
    private final Set<String> missing = new TreeSet<>();

    @Test
    void everyExportedTypeAndMethodHasJavadoc() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path bundle : Bundles.sources()) {
            try (Stream<Path> found = Files.walk(bundle.resolve("src/main/java"))) {
                for (Path info :
                        found.filter(path -> path.endsWith("package-info.java")).toList()) {
                    if (Files.readString(info).contains("@Export")) {
                        try (Stream<Path> files = Files.list(info.getParent())) {
                            files.filter(path -> path.toString().endsWith(".java"))
                                    .forEach(sources::add);
                        }
                    }
                }
            }
        }
        assertFalse(sources.isEmpty(), "no exported package found");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            Exported exported = new Exported(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                exported.scan(unit, null);
            }
        }
        assertEquals("", String.join("\n", missing));
    }

    /** Walks what a plug-in author can see; private parts and method bodies are not entered. */
    private final class Exported extends TreePathScanner<Void, Void> {
        private final DocTrees docs;

        Exported(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            if (!isVisible(type.getModifiers())) {
                return null;
            }
            check(type, type.getSimpleName().toString());
            return super.visitClass(type, unused);
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            boolean overrides = method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
            boolean constructor = method.getReturnType() == null;
            if (isVisible(method.getModifiers()) && !overrides && !constructor) {
                check(method, method.getName().toString());
            }
            return null;
        }

        private void check(Tree tree, String name) {
            if (docs.getDocCommentTree(getCurrentPath()) == null) {
                CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
                long start = docs.getSourcePositions().getStartPosition(unit, tree);
                missing.add(Bundles.ROOT.relativize(Path.of(unit.getSourceFile().toUri())) + ":"
                        + unit.getLineMap().getLineNumber(start) + " " + name + " has no Javadoc");
            }
        }

        /** Members of interfaces and annotations are public without saying so. */
        private boolean isVisible(ModifiersTree modifiers) {
            Set<Modifier> flags = modifiers.getFlags();
            TreePath parent = getCurrentPath().getParentPath();
            boolean implicit = parent != null
                    && (parent.getLeaf().getKind() == Tree.Kind.INTERFACE
                            || parent.getLeaf().getKind() == Tree.Kind.ANNOTATION_TYPE);
            return flags.contains(Modifier.PUBLIC)
                    || flags.contains(Modifier.PROTECTED)
                    || implicit && !flags.contains(Modifier.PRIVATE);
        }
    }
}
