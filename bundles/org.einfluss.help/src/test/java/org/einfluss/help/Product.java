package org.einfluss.help;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.einfluss.api.Described;
import org.einfluss.api.data.DatasetLibrary;
import org.einfluss.api.study.ExperimentLibrary;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.plugins.SourceTranslator.Translation;
import org.einfluss.plugins.declared.DeclaredModels;

/** What the bundles on the class path contribute, found where Declarative Services finds it, and the models that the guide declares. */
final class Product {
    static final Path MODELS = Guide.FOLDER.resolve("models");
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final Pattern IMPLEMENTATION =
            Pattern.compile("<implementation class=\"(org\\.einfluss\\.[^\"]+)\"");

    private Product() {}

    static Catalog catalog() throws IOException, ReflectiveOperationException {
        Catalog.Builder builder = Catalog.builder();
        for (URL manifest : Collections.list(Product.class.getClassLoader().getResources(MANIFEST))) {
            String header = components(manifest);
            if (!header.isEmpty()) {
                for (String file : header.split(",")) {
                    add(builder, text(manifest.toString().replace(MANIFEST, file.strip())));
                }
            }
        }
        for (Path model : Guide.files(MODELS, ".yaml")) {
            builder.add(declared(model));
        }
        return builder.build();
    }

    private static Object declared(Path file) throws IOException, ReflectiveOperationException {
        Translation translation =
                new DeclaredModels().translate(file.getFileName().toString(), Guide.text(file));
        assertEquals(List.of(), translation.problems());
        Path folder = Files.createTempDirectory("declared");
        Path source = folder.resolve(translation.className() + ".java");
        Files.writeString(source, translation.java());
        String[] options = {"-proc:none", "-d", folder.toString(), source.toString()};
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, options));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, Product.class.getClassLoader())) {
            Object model =
                    loader.loadClass(translation.className()).getConstructor().newInstance();
            loader.loadClass(translation.className() + "$Parameters");
            return model;
        }
    }

    private static void add(Catalog.Builder builder, String component) throws ReflectiveOperationException {
        Matcher implementation = IMPLEMENTATION.matcher(component);
        if (implementation.find()) {
            Class<?> type = Class.forName(implementation.group(1));
            if (type.isAnnotationPresent(Described.class)
                    || DatasetLibrary.class.isAssignableFrom(type)
                    || ExperimentLibrary.class.isAssignableFrom(type)) {
                builder.add(type.getConstructor().newInstance());
            }
        }
    }

    private static String components(URL manifest) throws IOException {
        try (InputStream in = manifest.openStream()) {
            String header = new Manifest(in).getMainAttributes().getValue("Service-Component");
            return header == null ? "" : header;
        }
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = URI.create(resource).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
