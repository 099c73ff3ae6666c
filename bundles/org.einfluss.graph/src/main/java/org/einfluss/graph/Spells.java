package org.einfluss.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Values over time, written as a text: {@code <[2001, 2004, "left"]; [2004, Infinity, "right"]>}, the notation of Gephi's tables.
 *
 * <p>A column of nodes or arcs all of whose values are written so is a column over time: each value holds from its begin to its end, both
 * included; {@code -Infinity} and {@code Infinity} stand for ends that are not known. Texts stand in double quotes, numbers and truth
 * values do not. It is a column of texts like any other to whoever does not ask, and thus goes wherever texts go.
 */
public final class Spells {
    /** Stands for a begin that is not known. */
    public static final String OPEN_BEGIN = "-Infinity";
    /** Stands for an end that is not known. */
    public static final String OPEN_END = "Infinity";

    private static final Comparator<Spell> ORDER = Comparator.<Spell>comparingDouble(spell -> spell.from())
            .thenComparingDouble(spell -> spell.to())
            .thenComparing(Spell::begin)
            .thenComparing(Spell::end)
            .thenComparing(Spell::literal);

    private Spells() {}

    /**
     * A value and when it holds.
     *
     * @param begin since when: a number or a date, or {@link #OPEN_BEGIN}
     * @param end until when, included: a number or a date, or {@link #OPEN_END}
     * @param literal the value: a number, {@code true}, {@code false}, or a text in double quotes
     */
    public record Spell(String begin, String end, String literal) {
        /**
         * Makes one of a text.
         *
         * @param begin since when; empty: not known
         * @param end until when, included; empty: not known
         * @param value the text
         */
        public static Spell ofText(String begin, String end, String value) {
            return ofLiteral(begin, end, '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
        }

        /**
         * Makes one of a number or a truth value.
         *
         * @param begin since when; empty: not known
         * @param end until when, included; empty: not known
         * @param value the value as text
         */
        public static Spell ofLiteral(String begin, String end, String value) {
            return new Spell(begin.isEmpty() ? OPEN_BEGIN : begin, end.isEmpty() ? OPEN_END : end, value);
        }

        /** Returns the value as text, without quotes. */
        public String value() {
            return isText() ? literal.substring(1, literal.length() - 1).replaceAll("(?s)\\\\(.)", "$1") : literal;
        }

        /** Returns whether the value is a text. */
        public boolean isText() {
            return literal.startsWith("\"");
        }

        /** Returns the begin, comparable with others of its kind ({@link Moment#comparable}); negative infinity where it is not known. */
        public double from() {
            return Moment.of(begin).map(Moment::comparable).orElse(Double.NEGATIVE_INFINITY);
        }

        /** Returns the end, comparable with others of its kind; infinity where it is not known. */
        public double to() {
            return Moment.of(end).map(Moment::comparable).orElse(Double.POSITIVE_INFINITY);
        }
    }

    /**
     * Writes values over time, by begin, end and value.
     *
     * @param spells at least one
     */
    public static String text(List<Spell> spells) {
        return spells.stream()
                .sorted(ORDER)
                .map(spell -> "[" + spell.begin + ", " + spell.end + ", " + spell.literal + "]")
                .collect(Collectors.joining("; ", "<", ">"));
    }

    /**
     * Reads values over time.
     *
     * @param text the text
     * @return nothing where it is not written as {@link #text} writes
     */
    public static Optional<List<Spell>> of(String text) {
        List<Spell> spells = new ArrayList<>();
        if (!text.startsWith("<[") || !text.endsWith("]>")) {
            return Optional.empty();
        }
        int at = 1;
        while (at < text.length() - 1) {
            int first = text.indexOf(", ", at);
            int second = first < 0 ? -1 : text.indexOf(", ", first + 2);
            if (text.charAt(at) != '[' || second < 0) {
                return Optional.empty();
            }
            int close = endOfLiteral(text, second + 2);
            if (close < 0) {
                return Optional.empty();
            }
            Spell spell = new Spell(
                    text.substring(at + 1, first),
                    text.substring(first + 2, second),
                    text.substring(second + 2, close));
            if (!isTime(spell.begin, OPEN_BEGIN) || !isTime(spell.end, OPEN_END)) {
                return Optional.empty();
            }
            spells.add(spell);
            at = close + 1;
            if (text.startsWith("; ", at)) {
                at += 2;
            }
        }
        return text.equals(text(spells)) ? Optional.of(spells) : Optional.empty();
    }

    private static boolean isTime(String text, String open) {
        return text.equals(open) || Moment.of(text).isPresent();
    }

    /** Position of the bracket after a value, -1 where there is none. */
    private static int endOfLiteral(String text, int begin) {
        int i = begin;
        if (text.charAt(i) != '"') {
            int close = text.indexOf(']', i);
            String literal = close < 0 ? "" : text.substring(i, close);
            boolean plain = literal.equals("true") || literal.equals("false") || isNumber(literal);
            return plain ? close : -1;
        }
        for (i++; i < text.length() && text.charAt(i) != '"'; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            }
        }
        return i + 1 < text.length() && text.charAt(i + 1) == ']' ? i + 1 : -1;
    }

    private static boolean isNumber(String literal) {
        return literal.equals(OPEN_END)
                || literal.equals(OPEN_BEGIN)
                || Moment.of(literal).filter(number -> !number.isDate()).isPresent();
    }

    /**
     * Returns whether a column is one over time: texts, at least one there, all of them values over time.
     *
     * @param column any column
     */
    public static boolean areIn(Column column) {
        if (column.type() != Column.Type.TEXT || column.missing() == column.size()) {
            return false;
        }
        for (int i = 0; i < column.size(); i++) {
            if (!column.isMissing(i) && of(column.textAt(i)).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
