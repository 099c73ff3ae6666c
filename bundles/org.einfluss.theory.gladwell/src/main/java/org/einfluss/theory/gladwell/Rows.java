package org.einfluss.theory.gladwell;

import java.util.ArrayList;
import java.util.List;
import org.einfluss.api.findings.Table;
import org.einfluss.graph.Column;

/** Collects a table row by row: text columns first, then columns of numbers. */
final class Rows {
    private final List<String[]> texts = new ArrayList<>();
    private final List<double[]> numbers = new ArrayList<>();
    private final List<String[]> textColumns = new ArrayList<>();
    private final List<String[]> numberColumns = new ArrayList<>();

    Rows text(String name, String meaning) {
        textColumns.add(new String[] {name, meaning});
        return this;
    }

    Rows number(String name, String unit, String meaning) {
        numberColumns.add(new String[] {name, unit, meaning});
        return this;
    }

    void add(double... values) {
        add(List.of(), values);
    }

    void add(List<String> words, double... values) {
        if (words.size() != textColumns.size() || values.length != numberColumns.size()) {
            throw new IllegalArgumentException("A row needs " + textColumns.size() + " texts and "
                    + numberColumns.size() + " numbers, found " + words.size() + " and " + values.length);
        }
        texts.add(words.toArray(String[]::new));
        numbers.add(values);
    }

    int size() {
        return numbers.size();
    }

    Table table(String name, String title) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < textColumns.size(); c++) {
            String[] values = new String[numbers.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = texts.get(i)[c];
            }
            columns.add(Column.texts(textColumns.get(c)[0], values)
                    .withMeaning(textColumns.get(c)[1]));
        }
        for (int c = 0; c < numberColumns.size(); c++) {
            double[] values = new double[numbers.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = numbers.get(i)[c];
            }
            String[] column = numberColumns.get(c);
            columns.add(Column.doubles(column[0], column[1], values).withMeaning(column[2]));
        }
        return new Table(name, title, columns);
    }
}
