package org.einfluss.formats.internal;

import org.einfluss.api.InputException;
import org.einfluss.formats.NetworkDraft;

/** Numbers in fields of a line. */
public final class Words {
    private Words() {}

    /**
     * Returns a whole number.
     *
     * @param fields the line
     * @param index which field
     * @param least the smallest it may be
     * @param most the largest it may be
     * @param reader asked for the place
     */
    public static int integer(Fields fields, int index, long least, long most, LineReader reader) {
        String text = index < fields.count() ? fields.field(index) : "";
        long value = NumberText.isDigits(text, 15) ? Long.parseLong(text) : Long.MIN_VALUE;
        if (value < least || value > most) {
            throw new InputException(
                    fields.place(index),
                    "Expected a whole number from " + least + " to " + most + ", found '"
                            + EdgeListLayout.shortened(text) + "'. Correct it.");
        }
        return (int) value;
    }

    /**
     * Returns a finite number.
     *
     * @param fields the line
     * @param index which field
     * @param reader asked for the place
     */
    public static double number(Fields fields, int index, LineReader reader) {
        String text = index < fields.count() ? fields.field(index) : "";
        String number = text.replace('d', 'e').replace('D', 'e'); // as Fortran writes exponents
        if (NumberText.isDecimal(number)) {
            double value = Double.parseDouble(number);
            if (Double.isFinite(value)) {
                return value;
            }
        }
        throw new InputException(
                fields.place(index), "Expected a number, found '" + EdgeListLayout.shortened(text) + "'. Correct it.");
    }

    /**
     * Refuses a declared number of nodes for which the file is too small.
     *
     * @param draft receives the nodes
     * @param nodes how many
     * @param reader at the end of the file
     */
    public static void declare(NetworkDraft draft, int nodes, LineReader reader) {
        NetworkDraft.checkDeclared(reader.place(0), nodes, reader.bytes());
        draft.nodes(nodes);
    }
}
