package org.einfluss.formats.internal;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.api.data.ImportReport.Place;
import org.einfluss.api.data.Source;
import org.einfluss.formats.EdgeListReader;
import org.einfluss.formats.EdgeListReader.Delimiter;

/** A table with one event or one node per line, read line by line; its columns are found by name or number. */
public final class LogTable implements Closeable {
    private static final Set<String> MISSING = Set.of("", "NA", "N/A", "NaN", "nan", "null", "NULL");

    private final String file;
    private final LineReader reader;
    private final Fields fields;
    private final ImportReport report;
    private final boolean named;
    private final List<String> names;
    private final List<Integer> used = new ArrayList<>();
    private boolean pending;

    /** What the first line is. */
    public enum Header {
        /** Names if no field of it is a time, else a row. */
        AUTO,
        /** Names of the columns. */
        NAMES,
        /** A row. */
        NONE
    }

    /**
     * Opens a table.
     *
     * @param source the table
     * @param delimiter what separates fields
     * @param header what the first line is
     * @param report told about the layout
     * @param progress told how far it is
     * @throws IOException when it cannot be read
     * @throws InputException when it is empty
     */
    public LogTable(Source source, Delimiter delimiter, Header header, ImportReport report, Progress progress)
            throws IOException {
        file = source.name();
        this.report = report;
        char separator = EdgeListLayout.delimiter(source, delimiter);
        fields = new Fields(separator);
        reader = new LineReader(source, progress);
        try {
            if (!nextLine()) {
                throw new InputException(file + ": Expected a table, found nothing. Is it the right file?");
            }
            named = header == Header.AUTO ? fields.copy().stream().noneMatch(Times::isTime) : header == Header.NAMES;
            names = fields.copy();
            pending = !named;
        } catch (IOException | InputException e) {
            reader.close();
            throw e;
        }
        report.fact(
                "delimiter",
                switch (separator) {
                    case ',' -> "comma";
                    case ';' -> "semicolon";
                    case '\t' -> "tab";
                    default -> "blanks";
                });
        report.fact("first line", named ? "names of columns" : "a row");
    }

    private boolean nextLine() throws IOException {
        while (reader.next()) {
            if (reader.isEmptyOrComment()) {
                if (!reader.isEmpty()) {
                    report.loss(Change.NOTED, EdgeListReader.COMMENT, Place.line(reader.line()));
                }
            } else if (fields.split(reader) > 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Goes to the next row.
     *
     * @throws IOException when the source cannot be read
     * @throws InputException when it has not as many fields as the first
     */
    public boolean next() throws IOException {
        if (pending) {
            pending = false;
            return true;
        }
        if (!nextLine()) {
            return false;
        }
        if (fields.count() != names.size()) {
            throw new InputException(
                    fields.place(names.size()),
                    "Expected " + names.size() + " columns separated by " + fields.name()
                            + " as in the first line, found "
                            + fields.count() + " ('" + EdgeListLayout.shortened(fields.text())
                            + "'). Correct the line, or give the delimiter.");
        }
        return true;
    }

    /** Returns the number of columns. */
    public int columns() {
        return names.size();
    }

    /** Returns whether the columns have names. */
    public boolean isNamed() {
        return named;
    }

    /**
     * Finds a column.
     *
     * @param what what it holds, for messages and the report
     * @param wanted its name or number from 1, {@code none}, or {@code auto}
     * @param usual usual names, lower case, for {@code auto}
     * @param position its number from 0 where columns have no names; -1 for none
     * @param needed whether there must be one
     * @return the column, from 0; empty where there is none
     * @throws InputException when there is no such column
     */
    public Optional<Integer> find(String what, String wanted, Set<String> usual, int position, boolean needed) {
        Optional<Integer> found = search(what, wanted, usual, position);
        if (found.isEmpty() && needed) {
            throw new InputException(
                    new InputException.Place(file, 1, 0),
                    "Which column holds the " + what + "? Give " + what.replace(' ', '-') + ", by name or number; "
                            + columnsTold());
        }
        found.ifPresent(column -> {
            if (used.contains(column)) {
                throw new InputException(
                        new InputException.Place(file, 1, 0),
                        "Column " + (column + 1) + " cannot hold the " + what
                                + ", it holds something else already. Give " + what.replace(' ', '-')
                                + ", by name or number, or none; " + columnsTold());
            }
            used.add(column);
            report.fact(what, "column " + (column + 1) + (named ? " (" + names.get(column) + ")" : ""));
        });
        return found;
    }

    private String columnsTold() {
        return named
                ? "the columns are " + String.join(", ", names) + "."
                : "the columns have no names; their numbers are 1 to " + names.size() + ".";
    }

    private Optional<Integer> search(String what, String wanted, Set<String> usual, int position) {
        if (wanted.equals("none")) {
            return Optional.empty();
        }
        if (wanted.equals("auto")) {
            if (!named) {
                return position >= 0 && position < names.size() ? Optional.of(position) : Optional.empty();
            }
            for (int c = 0; c < names.size(); c++) {
                String plain = names.get(c).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
                if (usual.contains(plain)) {
                    return Optional.of(c);
                }
            }
            return Optional.empty();
        }
        int byName = named ? names.indexOf(wanted) : -1;
        if (byName >= 0) {
            return Optional.of(byName);
        }
        if (wanted.matches("[0-9]{1,5}") && Integer.parseInt(wanted) >= 1 && Integer.parseInt(wanted) <= names.size()) {
            return Optional.of(Integer.parseInt(wanted) - 1);
        }
        throw new InputException(
                new InputException.Place(file, 1, 0),
                "There is no column '" + wanted + "' for the " + what + "; " + columnsTold());
    }

    /** States that columns that were not asked for are dropped. */
    public void tellRest() {
        for (int c = 0; c < names.size(); c++) {
            if (!used.contains(c)) {
                report.loss(Change.DROPPED, "column dropped", Place.of("column " + name(c)));
            }
        }
    }

    /**
     * Returns a field of the current row.
     *
     * @param column the column
     */
    public String text(int column) {
        return fields.field(column);
    }

    /**
     * Returns the name of a column, its number where it has none.
     *
     * @param column the column
     */
    public String name(int column) {
        return named ? names.get(column) : Integer.toString(column + 1);
    }

    /**
     * Returns whether a field of the current row says that there is no value.
     *
     * @param column the column
     */
    public boolean isMissing(int column) {
        return isMissing(fields.field(column));
    }

    /**
     * Returns whether a text says that there is no value.
     *
     * @param text the text
     */
    public static boolean isMissing(String text) {
        return MISSING.contains(text);
    }

    /**
     * Returns a field of the current row that must not be empty.
     *
     * @param what what it holds
     * @param column the column
     * @throws InputException when it is empty
     */
    public String label(String what, int column) {
        String text = fields.field(column);
        if (text.isEmpty()) {
            throw new InputException(
                    place(column), "Expected a " + what + " here, found nothing. Fill it in or remove the line.");
        }
        if (EdgeListLayout.isRounded(text)) {
            throw new InputException(
                    place(column),
                    "Expected a " + what + ", found '" + text
                            + "': a spreadsheet has rounded a long number, and others may have become the same. Export"
                            + " the identifiers again as texts.");
        }
        return text;
    }

    /**
     * Returns where a field of the current row stands.
     *
     * @param column the column
     */
    public InputException.Place place(int column) {
        return fields.place(column);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
