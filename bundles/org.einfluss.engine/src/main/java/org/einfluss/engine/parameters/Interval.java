package org.einfluss.engine.parameters;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values a number may take, as written in {@link org.einfluss.api.Param#range()}.
 *
 * @param low lower bound
 * @param lowOpen whether the lower bound itself is excluded
 * @param high upper bound
 * @param highOpen whether the upper bound itself is excluded
 */
public record Interval(double low, boolean lowOpen, double high, boolean highOpen) {
    /** Any number. */
    public static final Interval ALL = new Interval(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);

    private static final Pattern FORM = Pattern.compile("([\\[(])\\s*([^,\\s]+)\\s*,\\s*([^,\\s]+)\\s*([\\])])");

    /**
     * Reads a range.
     *
     * @param text for example {@code [0,1]}, {@code (0,1]} or {@code [1,inf)}; empty: any number
     * @throws IllegalArgumentException when it is not written so
     */
    public static Interval parse(String text) {
        if (text.isEmpty()) {
            return ALL;
        }
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("A range is written like [0,1], (0,1] or [1,inf), was '" + text + "'");
        }
        double low = NumberText.parse(parts.group(2));
        double high = NumberText.parse(parts.group(3));
        if (!(low <= high)) {
            throw new IllegalArgumentException("The lower end of a range comes first, was '" + text + "'");
        }
        return new Interval(
                low, parts.group(1).equals("("), high, parts.group(4).equals(")"));
    }

    /**
     * Returns whether a value lies in the interval.
     *
     * @param value the value
     */
    public boolean contains(double value) {
        return (lowOpen ? value > low : value >= low) && (highOpen ? value < high : value <= high);
    }

    @Override
    public String toString() {
        return (lowOpen ? "(" : "[") + NumberText.of(low) + ", " + NumberText.of(high) + (highOpen ? ")" : "]");
    }
}
