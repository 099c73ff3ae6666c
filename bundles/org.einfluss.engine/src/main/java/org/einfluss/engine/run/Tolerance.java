package org.einfluss.engine.run;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What to do about code that fails or does not end.
 *
 * @param patience how long a model's step, or another call that should return soon, may take without asking whether to stop; after that
 *     it is given up
 * @param stopsAtFailure whether a study stops at the first failed run, instead of recording it and going on
 * @param told told what was given up, a sentence each; called from any thread
 */
public record Tolerance(Duration patience, boolean stopsAtFailure, Consumer<String> told) {
    /** Ten minutes, goes on after failed runs, tells nobody. */
    public static final Tolerance DEFAULT = new Tolerance(Duration.ofMinutes(10), false, sentence -> {});

    /** Checks that the patience is positive. */
    public Tolerance {
        Objects.requireNonNull(told);
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("Patience must be more than 0 s, was " + patience.toSeconds() + " s");
        }
    }

    /**
     * Returns the same with no more than some patience.
     *
     * @param longest the most patience to have
     */
    public Tolerance atMost(Duration longest) {
        return patience.compareTo(longest) <= 0 ? this : new Tolerance(longest, stopsAtFailure, told);
    }
}
