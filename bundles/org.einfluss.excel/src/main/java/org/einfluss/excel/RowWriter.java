package org.einfluss.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;

/**
 * Writes the cells of one sheet as SpreadsheetML, row by row and left to right; keeps only a small buffer. Text is never
 * interpreted: it is written as inline text, so that nothing that looks like a formula becomes one.
 */
final class RowWriter {
    /** Rows of a sheet, the heading included. */
    static final int MAXIMUM_ROWS = 1_048_576;

    private static final int MAXIMUM_TEXT = 32_767;
    private static final double MAXIMUM_INTEGER = 999_999_999_999_999.0;
    private static final int FLUSH = 1 << 16;
    // What looks like an escaped character would be shown as that character.
    private static final Pattern ESCAPE = Pattern.compile("_(x[0-9A-Fa-f]{4}_)");

    private final OutputStream out;
    private final StringBuilder xml = new StringBuilder(FLUSH + 4096);
    private String[] letters = new String[0];
    private int row;
    private int column;

    RowWriter(OutputStream out) {
        this.out = out;
    }

    /** Begins the next row. */
    void begin() throws IOException {
        begin(0);
    }

    /** Begins the next row with a height in points; 0 for the usual one. */
    void begin(double height) throws IOException {
        if (xml.length() > FLUSH) {
            flush();
        }
        row++;
        column = 0;
        xml.append("<row r=\"").append(row);
        if (height > 0) {
            xml.append("\" ht=\"").append(height).append("\" customHeight=\"1");
        }
        xml.append("\">");
    }

    /** Ends the row. */
    void end() {
        xml.append("</row>");
    }

    /** Returns the number of the row, the first being 1. */
    int row() {
        return row;
    }

    /** Leaves a cell empty. */
    void empty() {
        column++;
    }

    /** Writes text; an empty one leaves the cell empty. */
    void text(String value, int style) {
        if (value.isEmpty()) {
            empty();
            return;
        }
        open(style);
        xml.append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        escape(value.length() > MAXIMUM_TEXT ? value.substring(0, MAXIMUM_TEXT - 1) + "…" : value);
        xml.append("</t></is></c>");
    }

    /** Writes a number; NaN leaves the cell empty, infinity becomes text. */
    void number(double value, int style) {
        if (Double.isNaN(value)) {
            empty();
        } else if (Double.isInfinite(value)) {
            text(value > 0 ? "infinite" : "-infinite", style);
        } else {
            open(style);
            xml.append("><v>");
            append(value);
            xml.append("</v></c>");
        }
    }

    /** Writes a whole number; as text when a spreadsheet would round it. */
    void integer(long value, int style) {
        if (Math.abs((double) value) > MAXIMUM_INTEGER) {
            text(Long.toString(value), style);
        } else {
            open(style);
            xml.append("><v>").append(value).append("</v></c>");
        }
    }

    /** Writes a truth value. */
    void flag(boolean value, int style) {
        open(style);
        xml.append(" t=\"b\"><v>").append(value ? 1 : 0).append("</v></c>");
    }

    /** Writes a formula with its value, NaN for an empty text. */
    void formula(String formula, double value, int style) {
        formula(formula, value, style, Double.isNaN(value) ? " t=\"str\"" : "");
    }

    /** Writes a formula whose value is "not available", which charts leave out. */
    void notAvailable(String formula, int style) {
        formula(formula, Double.NaN, style, " t=\"e\"");
    }

    private void formula(String formula, double value, int style, String type) {
        open(style);
        xml.append(type).append("><f>");
        escape(formula);
        xml.append("</f><v>");
        if (!Double.isNaN(value)) {
            append(value);
        } else if (type.endsWith("e\"")) {
            xml.append("#N/A");
        }
        xml.append("</v></c>");
    }

    private void append(double value) {
        long whole = (long) value;
        if (whole == value && Math.abs(whole) < 1_000_000_000L) {
            xml.append(whole);
        } else {
            xml.append(value);
        }
    }

    private void open(int style) {
        if (column >= letters.length) {
            String[] more = new String[Math.max(16, 2 * column)];
            for (int i = 0; i < more.length; i++) {
                more[i] = CellReference.convertNumToColString(i);
            }
            letters = more;
        }
        xml.append("<c r=\"").append(letters[column]).append(row).append('"');
        if (style > 0) {
            xml.append(" s=\"").append(style).append('"');
        }
        column++;
    }

    private void escape(String text) {
        String escaped = text;
        if (text.indexOf("_x") >= 0) {
            Matcher matcher = ESCAPE.matcher(text);
            escaped = matcher.replaceAll("_x005F_$1");
        }
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            switch (c) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '\n', '\t' -> xml.append(c);
                default -> {
                    boolean pair = Character.isHighSurrogate(c)
                            && i + 1 < escaped.length()
                            && Character.isLowSurrogate(escaped.charAt(i + 1));
                    if (pair) {
                        xml.append(c).append(escaped.charAt(++i));
                    } else {
                        // Characters that XML cannot hold.
                        xml.append(c < ' ' || Character.isSurrogate(c) || c >= 0xFFFE ? '\uFFFD' : c);
                    }
                }
            }
        }
    }

    /** Writes what is buffered. */
    void flush() throws IOException {
        out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
        xml.setLength(0);
    }
}
