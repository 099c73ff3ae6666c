package org.einfluss.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.einfluss.api.findings.Table;
import org.einfluss.graph.Column;

/** Rows of text under each other, numbers to the right. */
final class TextTable {
    private static final int MOST_ROWS = 40;

    private TextTable() {}

    /**
     * A table of findings, cut after its first rows; the line after tells how many there are. Units and sentences are translated;
     * single words are names, the same in every language.
     */
    static List<String> of(Table table, Context context) {
        Locale locale = context.messages().locale();
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.columns().stream()
                .map(column -> column.unit().isEmpty()
                        ? column.label()
                        : column.name() + " [" + context.translate(column.unit()) + "]")
                .toList());
        for (int i = 0; i < Math.min(MOST_ROWS, table.rows()); i++) {
            List<String> row = new ArrayList<>();
            for (Column column : table.columns()) {
                row.add(
                        column.isMissing(i)
                                ? "–"
                                : switch (column.type()) {
                                    case DOUBLE -> Numbers.of(column.doubleAt(i), locale);
                                    case INTEGER -> String.format(locale, "%d", column.longAt(i));
                                    case BOOLEAN -> String.valueOf(column.booleanAt(i));
                                    case TEXT -> sentence(column.textAt(i), context);
                                });
            }
            rows.add(row);
        }
        boolean[] right = new boolean[table.columns().size()];
        for (int c = 0; c < right.length; c++) {
            Column.Type type = table.columns().get(c).type();
            right[c] = type == Column.Type.DOUBLE || type == Column.Type.INTEGER;
        }
        List<String> lines = lines(rows, right);
        return table.rows() <= MOST_ROWS ? lines : append(lines, "… " + table.rows());
    }

    private static String sentence(String text, Context context) {
        return text.contains(" ") ? context.translate(text) : text;
    }

    /** Rows of cells as lines with aligned columns. */
    static List<String> lines(List<List<String>> rows, boolean... right) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] width = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < row.size(); c++) {
                width[c] = Math.max(width[c], row.get(c).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < row.size(); c++) {
                String space = " ".repeat(width[c] - row.get(c).length());
                line.append(c == 0 ? "  " : "   ");
                line.append(c < right.length && right[c] ? space + row.get(c) : row.get(c) + space);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static List<String> append(List<String> lines, String line) {
        List<String> longer = new ArrayList<>(lines);
        longer.add("  " + line);
        return longer;
    }
}
