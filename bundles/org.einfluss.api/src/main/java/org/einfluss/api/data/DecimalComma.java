package org.einfluss.api.data;

import java.util.regex.Pattern;

/** Numbers of tables that are written with a decimal comma, as spreadsheets do in many countries. */
public final class DecimalComma {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]++,[0-9]++([eE][-+]?[0-9]+)?");
    private static final Pattern THOUSANDS = Pattern.compile("[-+]?[1-9][0-9]{0,2},[0-9]{3}");

    private DecimalComma() {}

    /**
     * Returns whether a text is a number with one comma between digits.
     *
     * @param text the text
     */
    public static boolean isNumber(String text) {
        return text.indexOf(',') > 0 && NUMBER.matcher(text).matches();
    }

    /**
     * Returns whether the comma of such a number may as well separate thousands: {@code 1,234} is 1.234 or 1234.
     *
     * @param text the text
     */
    public static boolean mayBeThousands(String text) {
        return THOUSANDS.matcher(text).matches();
    }

    /**
     * Returns such a number with a decimal point.
     *
     * @param text the text
     */
    public static String withPoint(String text) {
        return text.replace(',', '.');
    }
}
