package org.einfluss.engine.study;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.engine.Json;
import org.einfluss.graph.Column;

/**
 * Writes findings as files: {@code <kind>/<table>.csv}, one per table, and {@code <kind>/about.json} with title, notes, citations,
 * headlines and the meaning and unit of every column. CSV: UTF-8, comma, one header line of column names, missing values empty.
 */
public final class FindingsFolder {
    private static final int BLOCK = 1 << 16;

    private FindingsFolder() {}

    /**
     * Writes findings.
     *
     * @param folder folder in which the findings' own folder is made
     * @param findings the findings
     * @param origin what they were found in, by name, for {@code about.json}; may be empty
     * @return the findings' own folder
     * @throws IOException when a file cannot be written
     */
    public static Path write(Path folder, Findings findings, Map<String, Object> origin) throws IOException {
        Path own = Files.createDirectories(folder.resolve(findings.kind()));
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("title", findings.title());
        about.putAll(origin);
        about.put("notes", findings.notes());
        about.put("citations", findings.citations());
        List<Object> headlines = new ArrayList<>();
        for (Findings.Headline headline : findings.headlines()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("label", headline.label());
            number(one, "value", headline.value());
            number(one, "low", headline.low());
            number(one, "high", headline.high());
            one.put("unit", headline.unit());
            one.put("interval", headline.interval());
            headlines.add(one);
        }
        about.put("headlines", headlines);
        Map<String, Object> tables = new LinkedHashMap<>();
        for (Table table : findings.tables()) {
            csv(table, own.resolve(table.name() + ".csv"));
            List<Object> columns = new ArrayList<>();
            for (Column column : table.columns()) {
                Map<String, Object> field = new LinkedHashMap<>();
                field.put("name", column.name());
                field.put("unit", column.unit());
                field.put("meaning", column.meaning());
                columns.add(field);
            }
            Map<String, Object> one = new LinkedHashMap<>(); // in one order, so that the file is the same each time
            one.put("title", table.title());
            one.put("columns", columns);
            tables.put(table.name() + ".csv", one);
        }
        about.put("tables", tables);
        WholeFile.write(own.resolve("about.json"), Json.text(about));
        return own;
    }

    /** JSON has no NaN and no infinity; what is not a number is left out. */
    private static void number(Map<String, Object> into, String key, double value) {
        if (Double.isFinite(value)) {
            into.put(key, value);
        }
    }

    private static void csv(Table table, Path file) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".writing");
        try (OutputStream out = Files.newOutputStream(aside)) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < table.columns().size(); i++) {
                quote(text.append(i == 0 ? "" : ","), table.columns().get(i).name());
            }
            for (int row = 0; row < table.rows(); row++) {
                text.append('\n');
                if (text.length() > BLOCK) {
                    flush(text, out);
                }
                for (int i = 0; i < table.columns().size(); i++) {
                    cell(text.append(i == 0 ? "" : ","), table.columns().get(i), row);
                }
            }
            flush(text.append('\n'), out);
        }
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void flush(StringBuilder text, OutputStream out) throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }

    /** Appends a cell; straight into the buffer, as a table may have millions of them. */
    private static void cell(StringBuilder text, Column column, int row) {
        if (column.isMissing(row)) {
            return;
        }
        switch (column.type()) {
            case DOUBLE -> {
                double value = column.doubleAt(row);
                if (!Double.isNaN(value)) {
                    text.append(value);
                }
            }
            case INTEGER -> text.append(column.longAt(row));
            case BOOLEAN -> text.append(column.booleanAt(row));
            case TEXT -> quote(text, column.textAt(row));
        }
    }

    private static void quote(StringBuilder text, String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ',' || c == '"' || c == '\r' || c == '\n') {
                text.append('"').append(cell.replace("\"", "\"\"")).append('"');
                return;
            }
        }
        text.append(cell);
    }
}
