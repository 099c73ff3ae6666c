package org.einfluss.api.study;

import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Offers ready experiments by name. A bundle that implements it as a service has its experiments listed, described and run by name; they
 * must not name further files. Thread-safe. Contract test: {@code ExperimentLibraryContract}.
 */
@ConsumerType
public interface ExperimentLibrary {
    /** Returns the names, sorted: lower-case words or digits joined by hyphens. */
    List<String> names();

    /**
     * Returns the text of an experiment file.
     *
     * @param name one of the names
     * @throws IOException when it cannot be read
     */
    String text(String name) throws IOException;
}
