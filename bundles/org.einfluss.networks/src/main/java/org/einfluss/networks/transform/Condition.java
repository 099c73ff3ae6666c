package org.einfluss.networks.transform;

import java.util.List;
import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.graph.Column;

/** What a value of a column must be to be kept; a missing value is kept by none but {@link Missing}. */
public sealed interface Condition
        permits Condition.Equals, Condition.OneOf, Condition.Range, Condition.Present, Condition.Missing {
    /**
     * Returns whether a value is kept.
     *
     * @param column the column
     * @param i position of the value
     */
    boolean keeps(Column column, int i);

    /**
     * Finds the column and says so when there is none.
     *
     * @param columns the columns there are
     * @param name name of the column wanted
     * @param what what they are columns of, for messages
     */
    static Column column(List<Column> columns, String name, String what) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException("There is no " + what + " column '" + name + "'; there "
                        + (columns.isEmpty()
                                ? "are none"
                                : "is "
                                        + String.join(
                                                ", ",
                                                columns.stream()
                                                        .map(Column::name)
                                                        .toList()))));
    }

    private static boolean same(Column column, int i, String value) {
        if (column.type() == Column.Type.TEXT || column.type() == Column.Type.BOOLEAN) {
            return column.textAt(i).equals(value);
        }
        try {
            return column.doubleAt(i) == Double.parseDouble(value);
        } catch (NumberFormatException noNumber) {
            throw new InputException(
                    "The column '" + column.name() + "' holds numbers, was compared with '" + value + "'", noNumber);
        }
    }

    /**
     * One value.
     *
     * @param value the value, as it stands in the column
     */
    record Equals(@Param(value = "Value") String value) implements Condition {
        @Override
        public boolean keeps(Column column, int i) {
            return !column.isMissing(i) && same(column, i, value);
        }
    }

    /**
     * Any of several values.
     *
     * @param values the values, as they stand in the column
     */
    record OneOf(@Param(value = "Values") List<String> values) implements Condition {
        @Override
        public boolean keeps(Column column, int i) {
            return !column.isMissing(i) && values.stream().anyMatch(value -> same(column, i, value));
        }
    }

    /**
     * Numbers between two ends, both included.
     *
     * @param from least number; empty: no lower end
     * @param to largest number; empty: no upper end
     */
    record Range(
            @Param(value = "From", help = "Least number kept; left out: no lower end.")
            Optional<Double> from,

            @Param(value = "To", help = "Largest number kept; left out: no upper end.")
            Optional<Double> to)
            implements Condition {
        /** Checks that an end is given and that they are in order. */
        public Range {
            if (from.isEmpty() && to.isEmpty()) {
                throw new IllegalArgumentException("A range needs 'from' or 'to'");
            }
            if (from.isPresent() && to.isPresent() && from.get() > to.get()) {
                throw new IllegalArgumentException("From must not exceed to, was " + from.get() + " with " + to.get());
            }
        }

        @Override
        public boolean keeps(Column column, int i) {
            if (column.type() == Column.Type.TEXT) {
                throw new InputException("The column '" + column.name() + "' holds texts; a range takes numbers");
            }
            double value = column.doubleAt(i);
            return !column.isMissing(i) && value >= from.orElse(value) && value <= to.orElse(value);
        }
    }

    /** Any value that is there. */
    record Present() implements Condition {
        @Override
        public boolean keeps(Column column, int i) {
            return !column.isMissing(i);
        }
    }

    /** No value. */
    record Missing() implements Condition {
        @Override
        public boolean keeps(Column column, int i) {
            return column.isMissing(i);
        }
    }
}
