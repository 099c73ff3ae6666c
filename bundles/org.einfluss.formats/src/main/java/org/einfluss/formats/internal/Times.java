package org.einfluss.formats.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.einfluss.api.InputException;
import org.einfluss.api.data.ImportReport;
import org.einfluss.graph.Moment;

/**
 * Times of a log: numbers, dates ({@code 2012-07-04}, counted in days since 1970-01-01) or dates with a time of day
 * ({@code 2012-07-04T12:00:05}, counted in seconds since then); one of these throughout. Not thread-safe.
 */
public final class Times {
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]++[.]?[0-9]*+|[.][0-9]++)([eE][-+]?[0-9]{1,4})?");
    private static final Pattern COMMA = Pattern.compile("[-+]?[0-9]++,[0-9]++");
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]++([eE][-+]?[0-9]{1,4})?");
    private static final int LONGEST = 60;

    private enum Kind {
        NONE("", "periods"),
        NUMBERS("numbers", "periods"),
        DATES("dates, as days since 1970-01-01", "days"),
        LOCAL("dates with a time of day without a zone, as seconds since 1970-01-01T00:00 there", "seconds"),
        ZONED("dates with a time of day and a zone, as seconds since 1970-01-01T00:00Z", "seconds");

        private final String told;
        private final String unit;

        Kind(String told, String unit) {
            this.told = told;
            this.unit = unit;
        }
    }

    private final boolean decimalComma;
    private Kind kind = Kind.NONE;

    /**
     * Makes one.
     *
     * @param decimalComma whether decimals are written with a comma
     */
    public Times(boolean decimalComma) {
        this.decimalComma = decimalComma;
    }

    /** Returns whether a text looks like a time. */
    public static boolean isTime(String text) {
        return NUMBER.matcher(text).matches()
                || COMMA.matcher(text).matches()
                || text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}.*");
    }

    /**
     * Reads a time.
     *
     * @param text the text
     * @param place where it stands
     * @throws InputException when it is none, or of another kind than those before
     */
    public double read(String text, InputException.Place place) {
        boolean comma = decimalComma && COMMA.matcher(text).matches();
        Moment moment = Moment.of(comma ? text.replace(',', '.') : text)
                .filter(time -> comma
                        || !decimalComma
                        || time.isDate()
                        || WHOLE.matcher(text).matches())
                .orElseThrow(() -> wrong(text, place));
        Kind found = switch (moment.kind()) {
            case NUMBER -> Kind.NUMBERS;
            case DATE -> Kind.DATES;
            case LOCAL -> Kind.LOCAL;
            case ZONED -> Kind.ZONED;
        };
        if (kind != Kind.NONE && kind != found) {
            throw new InputException(
                    place,
                    "The times before were " + kind.told + "; this one, '" + text
                            + "', is not. Write all of them alike.");
        }
        kind = found;
        return moment.value();
    }

    private InputException wrong(String text, InputException.Place place) {
        return new InputException(
                place,
                !decimalComma && COMMA.matcher(text).matches()
                        ? "Expected a time, found '" + text
                                + "' with a comma. Write decimal points, or give decimal: comma."
                        : "Expected a time (a number" + (decimalComma ? " with a decimal comma" : "")
                                + ", a date as 2012-07-04 or 2012-07-04T12:00:05), found '"
                                + (text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…")
                                + "'. Correct it.");
    }

    /** Returns whether times are numbers, so that 0 is their beginning. */
    public boolean areNumbers() {
        return kind == Kind.NUMBERS;
    }

    /**
     * Returns the unit.
     *
     * @param wanted what the user said, or {@code auto}
     * @throws InputException when dates are said to have another unit than they have
     */
    public String unit(String wanted) {
        if (wanted.equals("auto")) {
            return kind.unit;
        }
        if (kind != Kind.NUMBERS && kind != Kind.NONE && !wanted.equals(kind.unit)) {
            throw new InputException("The times are dates and counted in " + kind.unit + ", not in " + wanted
                    + ". Leave the unit of time out.");
        }
        return wanted;
    }

    /**
     * Returns what a log says of how its times are counted.
     *
     * @param meaning what it says of its content
     */
    public String meaning(String meaning) {
        return areNumbers() || kind == Kind.NONE ? meaning : meaning + "; times are " + kind.told;
    }

    /**
     * How the times of a log are written: as dates where its meaning says that they were, else as numbers.
     *
     * @param meaning what the log says of its content
     * @param unit the unit it has without being said
     * @param style how they are written
     */
    public record Written(String meaning, String unit, Style style) {
        /** How times are written. */
        public enum Style {
            /** As numbers. */
            NUMBERS,
            /** As dates. */
            DATES,
            /** As dates with a time of day. */
            LOCAL,
            /** As dates with a time of day and the zone UTC. */
            ZONED
        }

        private static final double EXACT = 1L << 53;
        /** Seconds from the year 0 to the year 10000, within which dates can be read again. */
        private static final double FIRST = -62_167_219_200.0;

        private static final double LAST = 253_402_300_800.0;

        /**
         * Looks at a log.
         *
         * @param meaning what it says of its content
         * @param times its times
         */
        public static Written of(String meaning, double[] times) {
            for (Kind kind : List.of(Kind.DATES, Kind.LOCAL, Kind.ZONED)) {
                String told = "; times are " + kind.told;
                boolean days = kind == Kind.DATES;
                double scale = days ? 86_400 : 1;
                if (meaning.endsWith(told)) {
                    boolean dates = Arrays.stream(times)
                            .allMatch(time ->
                                    time * scale >= FIRST && time * scale < LAST && (!days || time == Math.rint(time)));
                    return new Written(
                            dates ? meaning.substring(0, meaning.length() - told.length()) : meaning,
                            dates ? kind.unit : Kind.NUMBERS.unit,
                            dates ? Style.valueOf(kind.name()) : Style.NUMBERS);
                }
            }
            return new Written(meaning, Kind.NUMBERS.unit, Style.NUMBERS);
        }

        /**
         * Writes a time.
         *
         * @param time the time
         */
        public String text(double time) {
            if (style == Style.NUMBERS) {
                return number(time);
            }
            if (style == Style.DATES) {
                return LocalDate.ofEpochDay((long) time).toString();
            }
            double second = Math.floor(time);
            long nanos = Math.min(999_999_999, Math.round((time - second) * 1e9));
            return LocalDateTime.ofEpochSecond((long) second, (int) nanos, ZoneOffset.UTC)
                    + (style == Style.ZONED ? "Z" : "");
        }

        /**
         * Writes a number: whole ones without a decimal point.
         *
         * @param value the number
         */
        public static String number(double value) {
            return value == Math.rint(value) && Math.abs(value) < EXACT
                    ? Long.toString((long) value)
                    : Double.toString(value);
        }
    }

    /**
     * States what was found.
     *
     * @param report told
     */
    public void tell(ImportReport report) {
        if (kind != Kind.NONE) {
            report.fact("times", kind.told);
        }
    }
}
