package org.einfluss.formats.internal;

import java.util.ArrayList;
import java.util.List;
import org.einfluss.api.InputException;

/** Splits a line into fields: at one character, or at runs of blanks; fields may stand in double quotes. */
public final class Fields {
    private final char delimiter;
    private final List<String> fields = new ArrayList<>();
    private final List<Integer> columns = new ArrayList<>();

    /**
     * Makes a splitter.
     *
     * @param delimiter the character between fields; a space stands for runs of spaces and tabs
     */
    public Fields(char delimiter) {
        this.delimiter = delimiter;
    }

    /**
     * Splits a line.
     *
     * @param text the line
     * @param reader asked for the place when a quote is wrong
     * @return the number of fields
     */
    public int split(String text, LineReader reader) {
        fields.clear();
        columns.clear();
        boolean blanks = delimiter == ' ';
        int length = text.length();
        int i = 0;
        while (true) {
            while (i < length && isInvisible(text.charAt(i))) {
                i++;
            }
            if (blanks && i == length) {
                return fields.size();
            }
            columns.add(i + 1);
            if (i < length && text.charAt(i) == '"') {
                i = quoted(text, i, reader);
                while (i < length && isBlank(text.charAt(i)) && !blanks) {
                    i++;
                }
                if (i < length && !isDelimiter(text.charAt(i))) {
                    throw new InputException(
                            reader.place(i + 1),
                            "Expected " + name() + " after the closing quote, found '" + text.charAt(i)
                                    + "'. A quote inside a quoted field is written twice.");
                }
            } else {
                int begin = i;
                while (i < length && !isDelimiter(text.charAt(i))) {
                    i++;
                }
                int end = i;
                while (end > begin && isInvisible(text.charAt(end - 1))) {
                    end--;
                }
                fields.add(text.substring(begin, end));
            }
            if (i == length) {
                return fields.size();
            }
            i++;
        }
    }

    /**
     * Returns whether a line splits into two fields or more.
     *
     * @param text the line
     * @param reader asked for the place when a quote is wrong
     */
    public boolean fits(String text, LineReader reader) {
        try {
            return split(text, reader) >= 2;
        } catch (InputException otherDelimiter) {
            return false;
        }
    }

    private int quoted(String text, int open, LineReader reader) {
        StringBuilder field = new StringBuilder();
        int i = open + 1;
        while (i < text.length()) {
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
                reader.place(open + 1), "Expected a closing quote on the same line, found none. Close the field.");
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
     * Returns the column at which a field begins, from 1.
     *
     * @param index from 0
     */
    public int column(int index) {
        return columns.get(index);
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
