package org.einfluss.plugins;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A file of the plug-ins folder and how it fares.
 *
 * @param file the file
 * @param state how it fares
 * @param contributes what it contributes at present, each {@code kind id}, sorted; of an earlier text of the file where {@code state} is
 *     {@link State#OUTDATED}
 * @param problems why it does not do what its author wants; empty when all is well
 * @param sha256 SHA-256 of the file as it was seen last, in hexadecimal digits; empty when it could not be read
 */
public record Plugin(Path file, State state, List<String> contributes, List<Problem> problems, String sha256) {
    /** Copies the lists. */
    public Plugin {
        Objects.requireNonNull(file);
        Objects.requireNonNull(state);
        contributes = List.copyOf(contributes);
        problems = List.copyOf(problems);
        Objects.requireNonNull(sha256);
    }

    /** How a plug-in fares. */
    public enum State {
        /** It is there and works. */
        GOOD,
        /** It cannot be used. */
        BROKEN,
        /** It cannot be used as it now stands; an earlier text of it, which could, still is. */
        OUTDATED,
        /** It is not started before the user agrees. */
        WAITING
    }
}
