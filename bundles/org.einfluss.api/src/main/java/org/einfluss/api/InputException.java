package org.einfluss.api;

import java.util.stream.Collectors;

/**
 * A mistake in what a user gave: a file, a setting, a command.
 *
 * <p>Its message is a sentence for a person: what was expected, what was found, where, and what to do. A front end shows
 * it without a stack trace. What it quotes may come from a damaged file: of a line of more than {@value #LONGEST} characters the middle is left out.
 */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 4000;
    private static final Place NOWHERE = new Place("", 0, 0);

    private final transient Place place;
    private final String sentence;

    /**
     * Tells a mistake that has no place in a file.
     *
     * @param sentence the sentence to show
     */
    public InputException(String sentence) {
        super(readable(sentence));
        this.place = NOWHERE;
        this.sentence = getMessage();
    }

    /**
     * Tells a mistake that has no place in a file, with its cause.
     *
     * @param sentence the sentence to show
     * @param cause what brought it about
     */
    public InputException(String sentence, Throwable cause) {
        super(readable(sentence), cause);
        this.place = NOWHERE;
        this.sentence = getMessage();
    }

    /**
     * Tells a mistake at a place of a file.
     *
     * @param place where it is
     * @param sentence what is wrong there and what to do
     */
    public InputException(Place place, String sentence) {
        super(place + ": " + readable(sentence));
        this.place = place;
        this.sentence = readable(sentence);
    }

    private static String readable(String sentence) {
        return sentence.length() <= LONGEST
                ? sentence
                : sentence.lines()
                        .map(line -> line.length() <= LONGEST
                                ? line
                                : line.substring(0, LONGEST / 2) + " … " + line.substring(line.length() - LONGEST / 2))
                        .collect(Collectors.joining("\n"));
    }

    /** Returns where the mistake is; its source is empty where the mistake has no place. */
    public Place place() {
        return place;
    }

    /** Returns what is wrong and what to do, without the place. */
    public String sentence() {
        return sentence;
    }

    /**
     * Where a mistake is: {@code file:line:column}.
     *
     * @param source file or option as the user named it
     * @param line first line is 1; 0 where there is none
     * @param column first column is 1; 0 where there is none
     */
    public record Place(String source, int line, int column) {
        @Override
        public String toString() {
            return line == 0 ? source : column == 0 ? source + ":" + line : source + ":" + line + ":" + column;
        }
    }
}
