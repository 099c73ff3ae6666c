package org.einfluss.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a workload computed, and what is wrong with it: a time means nothing beside a wrong answer.
 *
 * @param text the answer in a few words
 * @param objections sentences that say what was expected and what was found; empty when the answer is right
 */
public record Answer(String text, List<String> objections) {
    /** Copies the list. */
    public Answer {
        objections = List.copyOf(objections);
    }

    static Answer of(String format, Object... values) {
        return new Answer(String.format(Locale.ROOT, format, values), List.of());
    }

    /** Objects unless a number lies within a distance of what is expected. */
    Answer expect(String what, double found, double expected, double distance) {
        return Math.abs(found - expected) <= distance
                ? this
                : object("Expected %s within %s of %s, found %s", what, distance, expected, found);
    }

    /** Objects unless two whole numbers are equal. */
    Answer expect(String what, long found, long expected) {
        return found == expected ? this : object("Expected %s to be %d, found %d", what, expected, found);
    }

    private Answer object(String format, Object... values) {
        List<String> more = new ArrayList<>(objections);
        more.add(String.format(Locale.ROOT, format, values));
        return new Answer(text, more);
    }
}
