package org.einfluss.plugins.internal;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.einfluss.plugins.Problem;

/** Compiles one source against some jars. */
final class SourceCompiler {
    /** Not {@code --release}, for which Eclipse's compiler needs a file that only a JDK has. */
    private static final List<String> OPTIONS =
            List.of("-source", "17", "-target", "17", "-g", "-parameters", "-proc:none", "-nowarn");

    private final JavaCompiler compiler;
    private final List<Path> jars;

    /**
     * Makes a compiler.
     *
     * @param compiler does the work
     * @param jars what sources may use
     */
    SourceCompiler(JavaCompiler compiler, List<Path> jars) {
        this.compiler = compiler;
        this.jars = List.copyOf(jars);
    }

    /** Returns class files by their path, as {@code plugin/MyModel.class}. */
    Map<String, byte[]> compile(Source source) throws IOException, Source.Refused {
        Path folder = Files.createTempDirectory("einfluss-plug-in");
        try {
            return compile(source, folder);
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** In a folder, as Eclipse's compiler wants a file and finds no packages through a file manager that is not its own. */
    private Map<String, byte[]> compile(Source source, Path folder) throws IOException, Source.Refused {
        Path file =
                Files.writeString(folder.resolve(source.simpleName() + ".java"), source.java(), StandardCharsets.UTF_8);
        Path out = Files.createDirectory(folder.resolve("classes"));
        DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(told, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, jars);
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(out));
            compiler.getTask(Writer.nullWriter(), files, told, OPTIONS, null, files.getJavaFileObjects(file.toFile()))
                    .call();
        }
        List<Problem> problems = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> one : told.getDiagnostics()) {
            if (one.getKind() == Diagnostic.Kind.ERROR) {
                problems.add(source.problem(
                        one.getSource() == null ? Diagnostic.NOPOS : one.getPosition(),
                        oneLine(one.getMessage(Locale.ENGLISH))));
            }
        }
        if (!problems.isEmpty()) {
            throw new Source.Refused(problems);
        }
        Map<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> all = Files.walk(out)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                classes.put(out.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return classes;
    }

    /** A compiler says what it looked for on lines of its own. */
    private static String oneLine(String message) {
        List<String> lines = message.lines().map(String::strip).toList();
        String more =
                lines.stream().skip(1).map(line -> line.replaceAll("\\s+", " ")).collect(Collectors.joining(", "));
        return lines.get(0) + (more.isEmpty() ? "" : " (" + more + ")");
    }
}
