package org.einfluss.plugins;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of a source.
 *
 * @param sha256 SHA-256 of the source's bytes, in hexadecimal digits
 * @param jar the bundle, to be written to a file as it is; empty where there are problems
 * @param problems what keeps it from being a plug-in
 */
public record Compilation(String sha256, Optional<byte[]> jar, List<Problem> problems) {
    /** Copies the list of problems. */
    public Compilation {
        Objects.requireNonNull(sha256);
        Objects.requireNonNull(jar);
        problems = List.copyOf(problems);
    }
}
