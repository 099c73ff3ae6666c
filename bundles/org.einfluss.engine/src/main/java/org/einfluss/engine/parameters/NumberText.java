package org.einfluss.engine.parameters;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * The one canonical text of a number in settings, plans and results.
 *
 * <p>It has the fewest significant digits that give the number back: {@code 0.1}, {@code 10000}, {@code 1e-7},
 * {@code inf}. Decimal notation from 10⁻⁶ to below 10¹⁵, else {@code digits}e{@code exponent}; negative zero is
 * {@code 0}. It does not depend on the JDK ({@link Double#toString(double)} does).
 */
public final class NumberText {
    private static final int MOST_DIGITS = 17;

    private NumberText() {}

    /**
     * Returns the canonical text of a number.
     *
     * @param value any number but NaN
     */
    public static String of(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("NaN has no text");
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal shorter = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (shorter.doubleValue() == value) {
                return of(shorter);
            }
        }
        return of(exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)));
    }

    private static String of(BigDecimal value) {
        BigDecimal number = value.stripTrailingZeros();
        int exponent = number.precision() - number.scale() - 1;
        if (exponent >= -6 && exponent < 15) {
            return number.toPlainString();
        }
        String digits = number.unscaledValue().abs().toString();
        return (number.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + "e"
                + exponent;
    }

    /**
     * Reads a number.
     *
     * @param text decimal text, or {@code inf} or {@code infinity} with or without sign
     * @return the number, never NaN or negative zero
     * @throws NumberFormatException when it is none, or too large for a double
     */
    public static double parse(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        boolean negative = word.startsWith("-");
        String size = negative || word.startsWith("+") ? word.substring(1) : word;
        if (size.equals("inf") || size.equals(".inf") || size.equals("infinity")) {
            return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double value = new BigDecimal(text).doubleValue();
        if (Double.isInfinite(value)) {
            throw new NumberFormatException("too large");
        }
        return value + 0.0; // turns -0.0 into 0.0
    }
}
