package org.einfluss.charts.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers on axes: a point for decimals, thin spaces between thousands, powers of ten for the very large and small. */
final class NumberLabel {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private NumberLabel() {}

    /** Whether a value is easier to read as a power of ten. */
    static boolean needsPower(double value) {
        double size = Math.abs(value);
        return size >= 999_999.5 || size > 0 && size < 0.000_999;
    }

    /** A value as it is, or by a power of ten. */
    static String of(double value, boolean power) {
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(value).round(new MathContext(10)).stripTrailingZeros();
        if (!power) {
            return plain(exact);
        }
        int k = exact.precision() - exact.scale() - 1;
        BigDecimal multiple = exact.movePointLeft(k).stripTrailingZeros();
        String sign = value < 0 ? "−" : "";
        return sign
                + (multiple.abs().compareTo(BigDecimal.ONE) == 0 ? "10" : plain(multiple.abs()) + "·10")
                + superscript(k);
    }

    /** A multiple of a step, with as many decimals as the step has. */
    static String multiple(double value, double step) {
        int decimals = Math.max(
                0,
                new BigDecimal(step)
                        .round(new MathContext(10))
                        .stripTrailingZeros()
                        .scale());
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return plain(rounded.signum() == 0 ? rounded.abs() : rounded);
    }

    private static String plain(BigDecimal value) {
        String text = value.abs().toPlainString();
        int point = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
        StringBuilder grouped = new StringBuilder(text);
        if (point > 4) {
            for (int i = point - 3; i > 0; i -= 3) {
                grouped.insert(i, '\u202f');
            }
        }
        return (value.signum() < 0 ? "−" : "") + grouped;
    }

    private static String superscript(int k) {
        StringBuilder text = new StringBuilder(k < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(k)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }
}
