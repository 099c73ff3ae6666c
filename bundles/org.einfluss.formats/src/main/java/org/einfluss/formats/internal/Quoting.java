package org.einfluss.formats.internal;

import java.util.List;

/** Writes lines of fields that {@link Fields} splits again. */
public final class Quoting {
    private final char delimiter;

    /**
     * Makes one.
     *
     * @param delimiter what separates fields
     */
    public Quoting(char delimiter) {
        this.delimiter = delimiter;
    }

    /**
     * Returns a line with its end.
     *
     * @param fields what to write
     */
    public String line(List<String> fields) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                line.append(delimiter);
            }
            append(line, fields.get(i));
        }
        return line.append('\n').toString();
    }

    private void append(StringBuilder line, String field) {
        if (isPlain(field) && !(field.isEmpty() && delimiter == ' ')) {
            line.append(field);
        } else {
            line.append('"').append(field.replace("\"", "\"\"")).append('"');
        }
    }

    /** Letters, digits and what numbers are made of need no quotes. */
    private static boolean isPlain(String field) {
        return field.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_');
    }
}
