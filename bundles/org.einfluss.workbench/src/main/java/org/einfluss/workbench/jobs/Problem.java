package org.einfluss.workbench.jobs;

import java.time.LocalTime;
import java.util.Optional;

/**
 * Something that went wrong, as it is told to the user.
 *
 * @param time when
 * @param where in which job or part of the window
 * @param cause what happened, a sentence
 * @param advice what to try, a sentence; may be empty
 * @param thrown what was thrown, for a report; empty where the sentence says it all
 */
public record Problem(LocalTime time, String where, String cause, String advice, Optional<Throwable> thrown) {}
