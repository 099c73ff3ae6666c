package org.einfluss.excel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontScheme;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.einfluss.graph.Column;

/** The cell styles of a workbook, by their numbers in its style sheet. */
final class Styles {
    private static final int DIGITS = 4;

    private static final String SCIENTIFIC = "0.000E+00";

    private final Map<String, Integer> formats;
    final int title;
    final int heading;
    final int label;
    final int wrapped;
    final int small;
    final int text;
    final int flag;
    final int integer;
    final int level;

    Styles(XSSFWorkbook workbook) {
        formats = formats(workbook);
        // There is no theme to take the font from.
        workbook.getFontAt(0).setScheme(FontScheme.NONE);
        XSSFFont bold = workbook.createFont();
        bold.setBold(true);
        XSSFFont large = workbook.createFont();
        large.setBold(true);
        large.setFontHeightInPoints((short) 16);
        XSSFFont tiny = workbook.createFont();
        tiny.setFontHeightInPoints((short) 9);
        tiny.setColor(IndexedColors.GREY_80_PERCENT.getIndex());
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(large);
        title = style.getIndex();
        style = workbook.createCellStyle();
        style.setFont(bold);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setAlignment(HorizontalAlignment.CENTER);
        style.setBorderBottom(BorderStyle.THIN);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        heading = style.getIndex();
        style = workbook.createCellStyle();
        style.setFont(bold);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        label = style.getIndex();
        style = workbook.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        wrapped = style.getIndex();
        style = workbook.createCellStyle();
        style.setFont(tiny);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        small = style.getIndex();
        style = workbook.createCellStyle();
        style.setFont(bold);
        style.setAlignment(HorizontalAlignment.LEFT);
        style.setDataFormat(workbook.createDataFormat().getFormat("0.0##%"));
        level = style.getIndex();
        style = workbook.createCellStyle();
        // A gap between a number and the text after it.
        style.setAlignment(HorizontalAlignment.LEFT);
        style.setIndention((short) 1);
        text = style.getIndex();
        style = workbook.createCellStyle();
        style.setAlignment(HorizontalAlignment.CENTER);
        // For programs that would show 1 and 0.
        style.setDataFormat(workbook.createDataFormat().getFormat("\"TRUE\";\"TRUE\";\"FALSE\""));
        flag = style.getIndex();
        integer = format("0");
    }

    /** A format that shows four digits of a number. */
    int of(double value) {
        return format(pattern(Math.abs(value), Math.abs(value)));
    }

    /** One format for all numbers of a column: exact where they are short, else so that the largest shows four digits. */
    int of(Column column) {
        return switch (column.type()) {
            case TEXT -> text;
            case BOOLEAN -> flag;
            case INTEGER -> integer;
            case DOUBLE -> format(pattern(column));
        };
    }

    private static String pattern(Column column) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        int decimals = 0;
        for (int i = 0; i < column.size(); i++) {
            double value = Math.abs(column.doubleAt(i));
            if (!Double.isFinite(value)) {
                continue;
            }
            greatest = Math.max(greatest, value);
            if (value > 0) {
                least = Math.min(least, value);
            }
            if (decimals <= DIGITS) {
                decimals = Math.max(
                        decimals,
                        new BigDecimal(Double.toString(value))
                                .stripTrailingZeros()
                                .scale());
            }
        }
        return decimals <= DIGITS && greatest < 1e9 ? fixed(decimals) : pattern(least, greatest);
    }

    private static String pattern(double least, double greatest) {
        if (greatest == 0 || !Double.isFinite(greatest)) {
            return "0";
        }
        int power = (int) Math.floor(Math.log10(greatest));
        if (power >= 9 || power < -3 || (least > 0 && least < 1e-5)) {
            return SCIENTIFIC;
        }
        return fixed(Math.max(0, DIGITS - 1 - power));
    }

    /** All formats there can be: styles must be known before the first row is written. */
    private static Map<String, Integer> formats(XSSFWorkbook workbook) {
        List<String> patterns = new ArrayList<>(List.of(SCIENTIFIC));
        for (int decimals = 0; decimals < 2 * DIGITS; decimals++) {
            patterns.add(fixed(decimals));
        }
        Map<String, Integer> formats = new HashMap<>();
        for (String pattern : patterns) {
            XSSFCellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(pattern));
            formats.put(pattern, (int) style.getIndex());
        }
        return formats;
    }

    private static String fixed(int decimals) {
        return decimals <= 0 ? "0" : "0." + "0".repeat(decimals);
    }

    private int format(String pattern) {
        Integer style = formats.get(pattern);
        if (style == null) {
            throw new IllegalStateException("No style was made for the number format " + pattern);
        }
        return style;
    }
}
