package org.einfluss.cli;

import java.time.Duration;
import java.util.Locale;

/** How numbers and times are shown to people. */
final class Numbers {
    private static final int DIGITS = 4;

    private Numbers() {}

    /** Four significant digits; whole numbers whole. */
    static String of(double value, Locale locale) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(locale, "%,.0f", value);
        }
        double size = Math.abs(value);
        if (size >= 1e6 || size < 1e-4) {
            return String.format(locale, "%.3e", value);
        }
        int whole = (int) Math.floor(Math.log10(size)) + 1;
        return String.format(locale, "%,." + Math.max(0, DIGITS - whole) + "f", value);
    }

    static String duration(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return seconds < 60
                ? seconds + " s"
                : seconds < 3600
                        ? seconds / 60 + " min " + seconds % 60 + " s"
                        : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
    }
}
