package org.einfluss.formats.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.einfluss.api.InputException;

/**
 * Splits a line into fields: at one character, or at runs of blanks; fields may stand in double quotes, and such a field may go on in the
 * next lines.
 */
public final class Fields {
    private final char delimiter;
    private final List<String> fields = new ArrayList<>();
    private final List<InputException.Place> places = new ArrayList<>();
    private String text = "";
    private int lineStart;
    private InputException.Place begin = new InputException.Place("", 0, 0);
    private boolean isQuoted;

    /**
     * Makes a splitter.
     *
     * @param delimiter the character between fields; a space stands for runs of spaces and tabs
     */
    public Fields(char delimiter) {
        this.delimiter = delimiter;
    }

    /**
     * Splits the current line, and the next ones where a quoted field goes on in them.
     *
     * @param reader at the line; afterwards at the last line that belongs to it
     * @return the number of fields
     * @throws IOException when the source cannot be read
     * @throws InputException when a quote is never closed, with the place where it opens
     */
    public int split(LineReader reader) throws IOException {
        return split(reader.text(), reader, true);
    }

    /**
     * Splits a text of one line.
     *
     * @param line the text
     * @param reader asked for the place when a quote is wrong
     * @return the number of fields
     */
    public int split(String line, LineReader reader) {
        try {
            return split(line, reader, false);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // nothing is read
        }
    }

    private int split(String line, LineReader reader, boolean goesOn) throws IOException {
        fields.clear();
        places.clear();
        text = line;
        lineStart = 0;
        begin = reader.place(1);
        isQuoted = false;
        boolean blanks = delimiter == ' ';
        int i = 0;
        while (true) {
            while (i < text.length() && isInvisible(text.charAt(i))) {
                i++;
            }
            if (blanks && i == text.length()) {
                return fields.size();
            }
            places.add(reader.place(i - lineStart + 1));
            if (i < text.length() && text.charAt(i) == '"') {
                i = quoted(i, reader, goesOn);
                while (i < text.length() && isBlank(text.charAt(i)) && !blanks) {
                    i++;
                }
                if (i < text.length() && !isDelimiter(text.charAt(i))) {
                    throw new InputException(
                            reader.place(i - lineStart + 1),
                            "Expected " + name() + " after the closing quote, found '" + text.charAt(i)
                                    + "'. A quote inside a quoted field is written twice.");
                }
            } else {
                int begin = i;
                while (i < text.length() && !isDelimiter(text.charAt(i))) {
                    i++;
                }
                int end = i;
                while (end > begin && isInvisible(text.charAt(end - 1))) {
                    end--;
                }
                fields.add(text.substring(begin, end));
            }
            if (i == text.length()) {
                return fields.size();
            }
            i++;
        }
    }

    /**
     * Returns whether a line splits into two fields or more.
     *
     * @param line the line
     * @param reader asked for the place when a quote is wrong
     */
    public boolean fits(String line, LineReader reader) {
        try {
            return split(line, reader) >= 2;
        } catch (InputException otherDelimiter) {
            return false;
        }
    }

    private int quoted(int open, LineReader reader, boolean goesOn) throws IOException {
        InputException.Place opened = reader.place(open - lineStart + 1);
        StringBuilder field = new StringBuilder();
        isQuoted = true;
        int i = open + 1;
        while (i < text.length() || goesOn && text.length() < LineReader.LONGEST && reader.next()) {
            if (i == text.length()) {
                lineStart = i + 1;
                text = text + '\n' + reader.text();
            }
            char c = text.charAt(i++);
            if (c != '"') {
                field.append(c);
            } else if (i < text.length() && text.charAt(i) == '"') {
                field.append('"');
                i++;
            } else {
                fields.add(field.toString());
                return i;
            }
        }
        throw new InputException(
                opened,
                goesOn
                        ? "This quote is never closed. Close it, or write a quote that belongs to the text twice in a quoted field."
                        : "Expected a closing quote on the same line, found none. Close the field.");
    }

    /** Blanks, and what spreadsheets and web pages put in their place: two identifiers must not differ by what nobody sees. */
    private boolean isInvisible(char c) {
        return isBlank(c) || c == '\u00a0' || c == '\u202f' || c == '\u200b' || c == '\ufeff';
    }

    private boolean isBlank(char c) {
        return c == ' ' || c == '\t' && delimiter != '\t';
    }

    private boolean isDelimiter(char c) {
        return delimiter == ' ' ? c == ' ' || c == '\t' : c == delimiter;
    }

    /** Returns the number of fields of the line split last. */
    public int count() {
        return fields.size();
    }

    /**
     * Returns a field of the line split last.
     *
     * @param index from 0
     */
    public String field(int index) {
        return fields.get(index);
    }

    /**
     * Returns where a field of the line split last begins; where the line begins, if there is no such field.
     *
     * @param index from 0
     */
    public InputException.Place place(int index) {
        return index < places.size() ? places.get(index) : begin;
    }

    /** Returns the text split last, with the lines in which a quoted field went on. */
    public String text() {
        return text;
    }

    /** Returns whether any field of the line split last stands in quotes. */
    public boolean isQuoted() {
        return isQuoted;
    }

    /** Returns a copy of the fields of the line split last. */
    public List<String> copy() {
        return List.copyOf(fields);
    }

    /** Returns the delimiter's name for messages. */
    public String name() {
        return switch (delimiter) {
            case ',' -> "a comma";
            case ';' -> "a semicolon";
            case '\t' -> "a tab";
            default -> "a space";
        };
    }
}
