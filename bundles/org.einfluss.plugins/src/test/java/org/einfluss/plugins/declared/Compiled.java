package org.einfluss.plugins.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.einfluss.api.model.Model;
import org.einfluss.plugins.SourceTranslator.Translation;

/** Declared models, compiled in memory. */
final class Compiled {
    private static final Map<String, Model<Record>> MODELS = new HashMap<>();

    private Compiled() {}

    static String text(String file) throws IOException {
        try (InputStream in = Compiled.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The model that a file of the test resources declares. */
    static synchronized Model<Record> model(String file) {
        return MODELS.computeIfAbsent(file, name -> {
            try {
                return of(name, text(name));
            } catch (IOException impossible) {
                throw new AssertionError(impossible);
            }
        });
    }

    /** The model that a text declares. */
    static Model<Record> of(String file, String yaml) {
        Translation translation = new DeclaredModels().translate(file, yaml);
        assertEquals(List.of(), translation.problems(), file);
        return compiled(translation.className(), translation.java());
    }

    @SuppressWarnings("unchecked") // every model takes the records that its own schema makes
    static Model<Record> compiled(String className, String java) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///" + className + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreErrors) {
                        return java;
                    }
                };
        JavaFileManager files =
                new ForwardingJavaFileManager<>(compiler.getStandardFileManager(told, null, StandardCharsets.UTF_8)) {
                    @Override
                    public JavaFileObject getJavaFileForOutput(
                            Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
                        return new SimpleJavaFileObject(URI.create("mem:///" + name + ".class"), kind) {
                            @Override
                            public OutputStream openOutputStream() {
                                return classes.computeIfAbsent(name, key -> new ByteArrayOutputStream());
                            }
                        };
                    }
                };
        List<String> options = List.of("--release", "17", "-Xlint:all,-processing", "-proc:none");
        boolean done = compiler.getTask(null, files, told, options, null, List.of(source))
                .call();
        assertEquals(List.of(), told.getDiagnostics(), java);
        assertEquals(true, done);
        ClassLoader loader = new ClassLoader(Compiled.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                if (!classes.containsKey(name)) {
                    throw new ClassNotFoundException(name);
                }
                byte[] code = classes.get(name).toByteArray();
                return defineClass(name, code, 0, code.length);
            }
        };
        try {
            return (Model<Record>) loader.loadClass(className).getConstructor().newInstance();
        } catch (ReflectiveOperationException wrong) {
            throw new LinkageError(className, wrong);
        }
    }
}
