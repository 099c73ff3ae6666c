package org.einfluss.help;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.einfluss.api.Described;
import org.einfluss.api.data.DatasetLibrary;
import org.einfluss.api.study.ExperimentLibrary;
import org.einfluss.engine.catalog.Catalog;

/** What the bundles on the class path contribute, found where Declarative Services finds it. */
final class Product {
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
        return builder.build();
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
