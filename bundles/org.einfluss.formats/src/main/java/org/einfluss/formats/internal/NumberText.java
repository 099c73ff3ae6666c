package org.einfluss.formats.internal;

import java.util.regex.Pattern;

/** Tells texts that are numbers; without a pattern where they are plain, as nearly all are. */
public final class NumberText {
    private static final Pattern DECIMAL = Pattern.compile("[-+]?([0-9]++[.]?[0-9]*+|[.][0-9]+)([eE][-+]?[0-9]+)?");

    private static final Pattern SPECIAL = Pattern.compile("(?i)[-+]?(nan|inf|infinity)");

    private NumberText() {}

    /**
     * Returns whether a text stands for no finite number, as programs write it.
     *
     * @param text the text
     */
    public static boolean isSpecial(String text) {
        return SPECIAL.matcher(text).matches();
    }

    /**
     * Returns whether a text is a number: a sign or none, digits with a point among, before or after them or none, an exponent or none.
     *
     * @param text the text
     */
    public static boolean isDecimal(String text) {
        int begin = sign(text);
        int point = digits(text, begin);
        if (point == text.length()) {
            return point > begin;
        }
        boolean plain = point > begin && text.charAt(point) == '.' && digits(text, point + 1) == text.length();
        return plain || DECIMAL.matcher(text).matches();
    }

    /**
     * Returns whether a text is a whole number: a sign or none and digits.
     *
     * @param text the text
     * @param most how many digits it may have
     */
    public static boolean isWhole(String text, int most) {
        return isDigits(text.substring(sign(text)), most);
    }

    /**
     * Returns whether a text is digits only.
     *
     * @param text the text
     * @param most how many it may have
     */
    public static boolean isDigits(String text, int most) {
        return !text.isEmpty() && text.length() <= most && digits(text, 0) == text.length();
    }

    private static int sign(String text) {
        return !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
