package org.einfluss.workbench.jobs;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Something that went wrong, as it is told to the user.
 *
 * @param time when
 * @param where in which job or part of the window, or in which file with line and column
 * @param cause what happened, a sentence
 * @param advice what to try, a sentence; may be empty
 * @param thrown what was thrown, for a report; empty where the sentence says it all
 * @param remedy what the window can do about it at once
 */
public record Problem(
        LocalTime time,
        String where,
        String cause,
        String advice,
        Optional<Throwable> thrown,
        Optional<Remedy> remedy) {

    /** What the window can do about a problem when its user asks for it. */
    public sealed interface Remedy {
        /** Returns the plug-in it is about. */
        Path file();
    }

    /**
     * Opens the source where it is wrong.
     *
     * @param file the source
     * @param line its line, from 1; 0 where it is unknown
     * @param column its column, from 1; 0 where it is unknown
     */
    public record Open(Path file, int line, int column) implements Remedy {}

    /**
     * Agrees that a plug-in runs with all that its user may do, and starts it.
     *
     * @param file the plug-in
     */
    public record Trust(Path file) implements Remedy {}
}
