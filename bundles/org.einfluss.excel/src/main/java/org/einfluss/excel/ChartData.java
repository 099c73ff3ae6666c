package org.einfluss.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * A sheet of values that native charts need in another shape than the tables have: corners of staircases, lengths of whiskers,
 * values without those a logarithmic axis cannot show. Every cell is a formula over the table's cells.
 */
final class ChartData {
    static final String NAME = "ChartData";

    private final String sheet;
    private final List<Heading> headings = new ArrayList<>();
    private final List<List<Cell>> columns = new ArrayList<>();
    private int rows;

    /** A formula and its value; NaN is shown as not available. */
    record Cell(String formula, double value) {}

    ChartData(String sheet) {
        this.sheet = sheet;
    }

    /** Adds a column and returns where its values stand. */
    Range add(String figure, String label, List<Cell> cells) {
        headings.add(new Heading(figure + ": " + label, "", "Copied by formula from the table for the figure"));
        columns.add(cells);
        rows = Math.max(rows, cells.size());
        int column = columns.size() - 1;
        return new Range(sheet, column, 1, cells.size());
    }

    String name() {
        return sheet;
    }

    boolean isEmpty() {
        return columns.isEmpty();
    }

    List<Heading> headings() {
        return headings;
    }

    int rows() {
        return rows;
    }

    void write(RowWriter out) throws IOException {
        for (int row = 0; row < rows; row++) {
            out.begin();
            for (List<Cell> column : columns) {
                if (row >= column.size()) {
                    out.empty();
                } else if (Double.isNaN(column.get(row).value())) {
                    out.notAvailable(column.get(row).formula(), 0);
                } else {
                    out.formula(column.get(row).formula(), column.get(row).value(), 0);
                }
            }
            out.end();
        }
    }

    /** Cells of one column; rows and columns count from 0. */
    record Range(String sheet, int column, int firstRow, int lastRow) {
        String text() {
            return new CellRangeAddress(firstRow, lastRow, column, column).formatAsString(sheet, true);
        }
    }
}
