package org.einfluss.formats;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.einfluss.api.InputException;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;

/**
 * What is said about a column of a dataset.
 *
 * @param column the column's name
 * @param meaning what it holds
 * @param unit its unit; empty for texts and pure numbers
 */
public record ColumnNote(String column, String meaning, String unit) {
    private static final Pattern TEXT = Pattern.compile("([^=]+)=(.*?)(?:\\s*\\[([^\\[\\]]*)])?", Pattern.DOTALL);

    /**
     * Reads a note as it is given in a command.
     *
     * @param text {@code name=meaning [unit]}; the unit may be missing
     * @throws InputException when it is nothing of that kind
     */
    public static ColumnNote of(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches() || parts.group(2).isBlank()) {
            throw new InputException(
                    "A column is described as name=meaning [unit], for example 'age=age at the interview [years]', found '"
                            + text + "'.");
        }
        return new ColumnNote(
                parts.group(1).strip(),
                parts.group(2).strip(),
                parts.group(3) == null ? "" : parts.group(3).strip());
    }

    /**
     * Puts the note at the column of a network.
     *
     * @param network the network
     * @throws InputException when it has no such column, or one that can have no unit
     */
    Network on(Network network) {
        Optional<Column> node = network.nodeColumn(column);
        if (node.isPresent()) {
            return network.withNodeColumn(withUnit(node.get()).withMeaning(meaning));
        }
        Optional<Column> arc = network.arcColumn(column);
        if (arc.isPresent()) {
            return network.withArcColumn(withUnit(arc.get()).withMeaning(meaning));
        }
        throw new InputException("There is no column '" + column + "' in the data. Remove the entry.");
    }

    /** Returns the note as keys of {@code dataset.yaml}. */
    Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("column", column);
        keys.put("meaning", meaning);
        if (!unit.isEmpty()) {
            keys.put("unit", unit);
        }
        return keys;
    }

    private Column withUnit(Column values) {
        if (unit.isEmpty()) {
            return values;
        }
        if (values.type() == Column.Type.DOUBLE) {
            return Column.doubles(column, unit, values.toDoubles());
        }
        if (values.type() != Column.Type.INTEGER) {
            throw new InputException("Column '" + column + "' holds no numbers and can have no unit. Remove it.");
        }
        long[] numbers = new long[values.size()];
        BitSet missing = new BitSet();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = values.longAt(i);
            missing.set(i, values.isMissing(i));
        }
        return Column.integers(column, unit, numbers, missing);
    }
}
