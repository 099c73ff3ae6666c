package org.einfluss.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.einfluss.api.study.ExperimentLibrary;
import org.osgi.service.component.annotations.Component;

/**
 * The ready experiments: every {@code NAME.yaml} in the folder {@code experiments} beside this class. The build lists them in its file
 * {@code index}, since the files of a bundle cannot be listed by plain Java. Thread-safe.
 */
@Component(service = ExperimentLibrary.class)
public final class ReadyExperiments implements ExperimentLibrary {
    private static final String SUFFIX = ".yaml";

    /** For the registry, and for use as a plain library. */
    public ReadyExperiments() {}

    @Override
    public List<String> names() {
        try {
            return Stream.of(file("index").split(","))
                    .map(String::strip)
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String text(String name) throws IOException {
        return file(name + SUFFIX);
    }

    private static String file(String name) throws IOException {
        try (InputStream in = ReadyExperiments.class.getResourceAsStream("experiments/" + name)) {
            if (in == null) {
                throw new IOException("The bundle lacks its file experiments/" + name + ". Build it anew.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
