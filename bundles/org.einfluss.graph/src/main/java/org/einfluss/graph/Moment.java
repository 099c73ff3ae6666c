package org.einfluss.graph;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A point of time as data write it: a number, a date ({@code 2012-07-04}) or a date with a time of day ({@code 2012-07-04T12:00:05}).
 *
 * @param kind how it is written
 * @param value the number; of a date the days, of a date with a time of day the seconds since 1970-01-01
 */
public record Moment(Kind kind, double value) {
    /** How a point of time is written. */
    public enum Kind {
        /** As a number, of whatever unit. */
        NUMBER,
        /** As a date, which stands for its beginning. */
        DATE,
        /** As a date with a time of day, without a zone. */
        LOCAL,
        /** As a date with a time of day and a zone. */
        ZONED
    }

    private static final double SECONDS_PER_DAY = 86_400;
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]++[.]?[0-9]*+|[.][0-9]++)([eE][-+]?[0-9]{1,4})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern LOCAL = Pattern.compile(DATE + "[ T][0-9:.]+");
    private static final Pattern ZONED = Pattern.compile(LOCAL + "(Z|[-+][0-9]{2}:?[0-9]{2})");

    /**
     * Reads a point of time.
     *
     * @param text the text
     * @return nothing where it is none
     */
    public static Optional<Moment> of(String text) {
        try {
            if (NUMBER.matcher(text).matches()) {
                double number = Double.parseDouble(text);
                return Double.isFinite(number) ? Optional.of(new Moment(Kind.NUMBER, number)) : Optional.empty();
            }
            if (DATE.matcher(text).matches()) {
                return Optional.of(new Moment(Kind.DATE, LocalDate.parse(text).toEpochDay()));
            }
            if (ZONED.matcher(text).matches()) {
                String zone = text.endsWith("Z") || text.charAt(text.length() - 3) == ':'
                        ? text
                        : text.substring(0, text.length() - 2) + ':' + text.substring(text.length() - 2);
                return Optional.of(new Moment(Kind.ZONED, seconds(OffsetDateTime.parse(zone.replace(' ', 'T')))));
            }
            return LOCAL.matcher(text).matches()
                    ? Optional.of(new Moment(
                            Kind.LOCAL,
                            seconds(LocalDateTime.parse(text.replace(' ', 'T')).atOffset(ZoneOffset.UTC))))
                    : Optional.empty();
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    private static double seconds(OffsetDateTime time) {
        return time.toEpochSecond() + time.getNano() / 1e9;
    }

    /** Returns whether it is a date, with a time of day or without. */
    public boolean isDate() {
        return kind != Kind.NUMBER;
    }

    /** Returns the number; of all dates the seconds since 1970-01-01T00:00, those without a zone taken as UTC, so that they can be compared. */
    public double comparable() {
        return kind == Kind.DATE ? value * SECONDS_PER_DAY : value;
    }
}
