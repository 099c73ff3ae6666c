package org.einfluss.engine.data;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.api.InputException.Place;
import org.einfluss.api.study.TableReader;
import org.einfluss.engine.catalog.Catalog;

/**
 * Comma-separated values (RFC 4180) in UTF-8. The separator is a semicolon or a tab when the first line has one of these and
 * no comma, as spreadsheets write it where the comma is the decimal mark.
 */
public final class CsvTable implements TableReader {
    /** Makes the reader; it has no state. */
    public CsvTable() {}

    /**
     * Finds the reader for a table: one that is installed for such files, else this one.
     *
     * @param catalog what is installed
     * @param fileName the table's name
     */
    public static TableReader readerOf(Catalog catalog, String fileName) {
        return catalog.tables().stream()
                .filter(candidate -> candidate.reads(fileName))
                .findFirst()
                .orElseGet(CsvTable::new);
    }

    @Override
    public boolean reads(String fileName) {
        return true;
    }

    @Override
    public List<Row> rows(Path file, String name, Optional<String> sheet) throws IOException {
        if (!name.toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|txt)")) {
            throw new InputException("A table is a .csv, .tsv or .txt file here, was '" + name + "'");
        }
        if (sheet.isPresent()) {
            throw new InputException(new Place(name, 0, 0), "This file has no sheets; leave out '" + sheet.get() + "'");
        }
        if (!Files.isRegularFile(file)) {
            throw new InputException("There is no table " + file);
        }
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException broken) {
            throw new InputException(
                    new Place(name, 0, 0) + ": Expected text in UTF-8, found other bytes; save the file as UTF-8",
                    broken);
        }
        return rows(text.startsWith("\ufeff") ? text.substring(1) : text, name);
    }

    static List<Row> rows(String text, String name) {
        String first = text.lines().findFirst().orElse("");
        char separator = first.contains(",") ? ',' : first.contains(";") ? ';' : first.contains("\t") ? '\t' : ',';
        List<Row> rows = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int line = 1;
        int begin = 1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            if (quoted && i < text.length()) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                    line += c == '\n' ? 1 : 0;
                }
            } else if (quoted) {
                throw new InputException(new Place(name, begin, 0), "A quotation mark is not closed in this row");
            } else if (c == '"' && cell.toString().isBlank()) {
                cell.setLength(0);
                quoted = true;
            } else if (c == separator) {
                take(cell, cells, name, begin);
            } else if (c == '\n') {
                take(cell, cells, name, begin);
                if (cells.size() > 1 || !cells.get(0).text().isEmpty()) {
                    rows.add(new Row(new Place(name, begin, 0), cells));
                }
                cells.clear();
                begin = ++line;
            } else {
                cell.append(c);
            }
        }
        return rows;
    }

    private static void take(StringBuilder text, List<Cell> cells, String name, int line) {
        cells.add(new Cell(
                new Place(name, line, cells.size() + 1), text.toString().strip()));
        text.setLength(0);
    }
}
