package org.einfluss.example;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.einfluss.api.study.ExperimentLibrary;
import org.osgi.service.component.annotations.Component;

/** The ready experiments of this bundle: {@code einfluss run example-deffuant}. */
@Component(service = ExperimentLibrary.class)
public final class ExampleExperiments implements ExperimentLibrary {
    private static final String PREFIX = "example-";
    private static final List<String> NAMES =
            List.of("continuous-sir", "deffuant", "opinion-and-action", "push-fatigue", "ranked-feed");

    @Override
    public List<String> names() {
        return NAMES.stream().map(name -> PREFIX + name).toList();
    }

    @Override
    public String text(String name) throws IOException {
        String file = "experiments/" + name.substring(PREFIX.length()) + ".yaml";
        try (InputStream in = ExampleExperiments.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException("The bundle lacks its file " + file + ". Build it anew.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
