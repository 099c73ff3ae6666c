package org.einfluss.tck.check;

import java.util.Objects;
import java.util.Optional;

/**
 * Whether a component keeps one clause of its contract.
 *
 * @param clause name of the clause
 * @param passed whether it is kept
 * @param expected what the clause demands
 * @param found what was found instead; empty where it is kept
 * @param advice what to do; empty where it is kept
 * @param thrown what the component threw, if that is what breaks the clause
 */
public record Result(
        String clause, boolean passed, String expected, String found, String advice, Optional<Throwable> thrown) {
    /** Checks that nothing is missing. */
    public Result {
        Objects.requireNonNull(clause);
        Objects.requireNonNull(expected);
        Objects.requireNonNull(found);
        Objects.requireNonNull(advice);
        Objects.requireNonNull(thrown);
    }

    /** Returns the result as it is shown to a person. */
    public String sentence() {
        return passed
                ? clause
                : clause + " is broken.\n  Expected: " + expected + "\n  Found:    " + found + "\n  To do:    "
                        + advice;
    }
}
