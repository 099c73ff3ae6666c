package org.einfluss.plugins;

import java.util.Objects;
import org.einfluss.api.InputException.Place;

/**
 * What is wrong with a plug-in, and where.
 *
 * @param place file, and line and column where they are known
 * @param message a sentence: what is wrong and what to do
 * @param text the line of the source, empty where it is unknown
 */
public record Problem(Place place, String message, String text) {
    /** Checks that nothing is missing. */
    public Problem {
        Objects.requireNonNull(place);
        Objects.requireNonNull(message);
        Objects.requireNonNull(text);
    }

    /**
     * Tells what is wrong with a file as a whole.
     *
     * @param file the file's name
     * @param message a sentence: what is wrong and what to do
     */
    public static Problem of(String file, String message) {
        return new Problem(new Place(file, 0, 0), message, "");
    }

    /** Returns {@code file:line:column: message}, then the line of the source and a caret below the column. */
    @Override
    public String toString() {
        String head = place + ": " + message;
        if (text.isBlank()) {
            return head;
        }
        if (place.column() == 0) {
            return head + "\n  " + text;
        }
        // tabs stay tabs, so that the caret stands below its column however wide they are shown
        String gap =
                text.substring(0, Math.min(place.column() - 1, text.length())).replaceAll("[^\t]", " ");
        return head + "\n  " + text + "\n  " + gap + "^";
    }
}
