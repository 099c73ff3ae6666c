package org.einfluss.sdk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.einfluss.api.Progress;
import org.einfluss.charts.ChartView;
import org.einfluss.engine.catalog.Catalog;

/**
 * A plug-in compiled for a test.
 *
 * @param catalog its components
 * @param views its chart views
 * @param jar its classes
 */
record Compiled(Catalog catalog, List<ChartView> views, byte[] jar) {
    /** Compiles classes and makes one object of each. */
    static Compiled of(Path folder, String... names) throws Exception {
        Path classes = Files.createTempDirectory(folder, "classes");
        List<String> words = new ArrayList<>(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                "-Xlint:all,-processing",
                "-Werror"));
        for (String name : names) {
            words.add(folder.resolve(name + ".java").toString());
        }
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        if (ToolProvider.getSystemJavaCompiler().run(null, messages, messages, words.toArray(String[]::new)) != 0) {
            throw new AssertionError(messages);
        }
        @SuppressWarnings("resource") // the classes are used until the test ends
        URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, Compiled.class.getClassLoader());
        Catalog.Builder catalog = Catalog.builder();
        List<ChartView> views = new ArrayList<>();
        for (String name : names) {
            Object component = loader.loadClass(name).getConstructor().newInstance();
            if (component instanceof ChartView view) {
                views.add(view);
            } else {
                catalog.add(component);
            }
        }
        return new Compiled(catalog.build(), views, jar(classes));
    }

    private static byte[] jar(Path classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                out.write(Files.readAllBytes(file));
            }
        }
        return bytes.toByteArray();
    }

    List<CheckedPart> check(Optional<PluginCheck.Example> example, Compiled... installed) throws InterruptedException {
        Catalog others = installed.length == 0 ? Catalog.of() : installed[0].catalog();
        PluginCheck.Options options = new PluginCheck.Options("{}", example, Optional.empty(), Duration.ofSeconds(20));
        return new PluginCheck(catalog, views, jar, others, options).check(Progress.NONE, part -> {});
    }
}
