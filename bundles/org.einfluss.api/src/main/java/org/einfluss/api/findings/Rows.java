package org.einfluss.api.findings;

import java.util.ArrayList;
import java.util.List;
import org.einfluss.graph.Column;

/**
 * Collects a table row by row: text columns first, then columns of numbers.
 *
 * <pre>{@code
 * Rows rows = new Rows().text("point", "Design point").number("time", "steps", "Time");
 * rows.add(List.of("p 0.1"), 3);
 * Table table = rows.table("course", "Nodes over time");
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class Rows {
    private final List<List<String>> texts = new ArrayList<>();
    private final List<double[]> numbers = new ArrayList<>();
    private final List<String[]> textColumns = new ArrayList<>();
    private final List<String[]> numberColumns = new ArrayList<>();

    /** Makes an empty table without columns. */
    public Rows() {}

    /**
     * Adds a column of texts.
     *
     * @param name name of the column
     * @param meaning what it shows, in one sentence
     * @return this
     */
    public Rows text(String name, String meaning) {
        textColumns.add(new String[] {name, meaning});
        return this;
    }

    /**
     * Adds a column of numbers.
     *
     * @param name name of the column
     * @param unit unit; empty: dimensionless
     * @param meaning what it shows, in one sentence
     * @return this
     */
    public Rows number(String name, String unit, String meaning) {
        numberColumns.add(new String[] {name, unit, meaning});
        return this;
    }

    /**
     * Adds a row to a table without text columns.
     *
     * @param values one for each column of numbers; copied
     */
    public void add(double... values) {
        add(List.of(), values);
    }

    /**
     * Adds a row.
     *
     * @param words one for each text column
     * @param values one for each column of numbers; copied
     * @throws IllegalArgumentException when the row does not fit the columns
     */
    public void add(List<String> words, double... values) {
        if (words.size() != textColumns.size() || values.length != numberColumns.size()) {
            throw new IllegalArgumentException("A row needs " + textColumns.size() + " texts and "
                    + numberColumns.size() + " numbers, found " + words.size() + " and " + values.length);
        }
        texts.add(List.copyOf(words));
        numbers.add(values.clone());
    }

    /** Returns the number of rows so far. */
    public int size() {
        return numbers.size();
    }

    /**
     * Makes the table.
     *
     * @param name short name, see {@link Table}
     * @param title what the table shows
     */
    public Table table(String name, String title) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < textColumns.size(); c++) {
            int column = c;
            columns.add(Column.texts(
                            textColumns.get(c)[0],
                            texts.stream().map(row -> row.get(column)).toArray(String[]::new))
                    .withMeaning(textColumns.get(c)[1]));
        }
        for (int c = 0; c < numberColumns.size(); c++) {
            int column = c;
            columns.add(Column.doubles(
                            numberColumns.get(c)[0],
                            numberColumns.get(c)[1],
                            numbers.stream().mapToDouble(row -> row[column]).toArray())
                    .withMeaning(numberColumns.get(c)[2]));
        }
        return new Table(name, title, columns);
    }
}
