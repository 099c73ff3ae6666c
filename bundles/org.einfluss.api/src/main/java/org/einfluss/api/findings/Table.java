package org.einfluss.api.findings;

import java.util.List;
import java.util.Objects;
import org.einfluss.graph.Column;

/**
 * Named columns of equal length with units: what a sheet, a CSV file and a chart are made from. Immutable.
 *
 * @param name short name, unique among the tables of a findings; kebab-case, at most 31 characters (it names a sheet)
 * @param title what the table shows
 * @param columns the columns, each with its name, unit and meaning
 */
public record Table(String name, String title, List<Column> columns) {
    /** Checks that the columns are equally long and their names unique. */
    public Table {
        Objects.requireNonNull(title);
        columns = List.copyOf(columns);
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*") || name.length() > 31) {
            throw new IllegalArgumentException(
                    "A table's name is lower-case words joined by hyphens of at most 31 characters, was '" + name
                            + "'");
        }
        if (columns.stream().mapToInt(Column::size).distinct().count() > 1) {
            throw new IllegalArgumentException("All columns of table '" + name + "' must be equally long");
        }
        if (columns.stream().map(Column::name).distinct().count() < columns.size()) {
            throw new IllegalArgumentException("The column names of table '" + name + "' must be unique");
        }
    }

    /** Returns the number of rows. */
    public int rows() {
        return columns.isEmpty() ? 0 : columns.get(0).size();
    }

    /**
     * Returns the column of a name.
     *
     * @param columnName the name
     * @throws IllegalArgumentException naming the columns that exist
     */
    public Column column(String columnName) {
        for (Column column : columns) {
            if (column.name().equals(columnName)) {
                return column;
            }
        }
        throw new IllegalArgumentException("Table '" + name + "' has no column '" + columnName + "'; it has "
                + columns.stream().map(Column::name).toList());
    }
}
