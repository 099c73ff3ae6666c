package org.einfluss.engine.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.einfluss.api.InputException;
import org.einfluss.api.InputException.Place;
import org.einfluss.engine.catalog.TableReader;

/**
 * Comma-separated values (RFC 4180) in UTF-8. The separator is a semicolon or a tab when the first line has one of these and
 * no comma, as spreadsheets write it where the comma is the decimal mark.
 */
final class CsvTable implements TableReader {
    @Override
    public boolean reads(String fileName) {
        return true;
    }

    @Override
    public List<Row> rows(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (!name.toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|txt)")) {
            throw new InputException("A table of design points is a .csv file here, was '" + name + "'");
        }
        if (!Files.isRegularFile(file)) {
            throw new InputException("There is no file " + file + " for the table of design points");
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);
        return rows(text.startsWith("\ufeff") ? text.substring(1) : text, name);
    }

    static List<Row> rows(String text, String name) {
        String first = text.lines().findFirst().orElse("");
        char separator = first.contains(",") ? ',' : first.contains(";") ? ';' : first.contains("\t") ? '\t' : ',';
        List<Row> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
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
                cells.add(take(cell));
            } else if (c == '\n') {
                cells.add(take(cell));
                if (cells.size() > 1 || !cells.get(0).isEmpty()) {
                    rows.add(new Row(begin, cells));
                }
                cells.clear();
                begin = ++line;
            } else {
                cell.append(c);
            }
        }
        return rows;
    }

    private static String take(StringBuilder cell) {
        String text = cell.toString().strip();
        cell.setLength(0);
        return text;
    }
}
