package org.einfluss.api.findings;

import java.util.List;
import java.util.Objects;

/**
 * A chart over the columns of one table, simple enough to be drawn by JFreeChart on screen and natively by Excel.
 *
 * @param name short name, unique among the figures of a findings; kebab-case
 * @param kind kind of chart
 * @param title title above the chart
 * @param caption what a reader must know: networks and runs, key, kind of band
 * @param table the table whose columns it draws
 * @param series what it draws, in order
 * @param x horizontal axis
 * @param y vertical axis
 */
public record Figure(
        String name, Kind kind, String title, String caption, Table table, List<Series> series, Axis x, Axis y) {
    /** Checks that every column exists and every range of rows lies in the table. */
    public Figure {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(title);
        Objects.requireNonNull(caption);
        Objects.requireNonNull(x);
        Objects.requireNonNull(y);
        series = List.copyOf(series);
        for (Series one : series) {
            table.column(one.x());
            table.column(one.y());
            if (one.hasBand()) {
                table.column(one.low());
                table.column(one.high());
            }
            if (one.fromRow() < 0 || one.toRow() > table.rows() || one.fromRow() > one.toRow()) {
                throw new IllegalArgumentException("Series '" + one.label() + "' asks for rows " + one.fromRow()
                        + " to " + one.toRow() + " of a table with " + table.rows());
            }
        }
    }

    /** Kinds of chart. */
    public enum Kind {
        /** Lines over a numeric axis. */
        LINE,
        /** Points over a numeric axis. */
        SCATTER,
        /** Bars over named categories; x may be text. */
        BAR,
        /** Adjoining bars over numeric bins; x is the lower edge of each bin, all equally wide. */
        HISTOGRAM
    }

    /** How a series is drawn where the kind leaves a choice. */
    public enum Style {
        /** As the kind says: the measured thing. */
        DATA,
        /** A line without points: a closed form laid over data. */
        OVERLAY,
        /** A staircase line. */
        STEPS
    }

    /**
     * One series: a contiguous range of rows of the table.
     *
     * @param label name in the legend
     * @param x column of the horizontal values
     * @param y column of the vertical values
     * @param low column of the lower end of the band, empty for none
     * @param high column of the upper end of the band, empty for none
     * @param style how it is drawn
     * @param fromRow first row
     * @param toRow row after the last
     */
    public record Series(
            String label, String x, String y, String low, String high, Style style, int fromRow, int toRow) {
        /**
         * Makes a series without band.
         *
         * @param label name in the legend
         * @param x column of the horizontal values
         * @param y column of the vertical values
         * @param style how it is drawn
         * @param fromRow first row
         * @param toRow row after the last
         */
        public static Series of(String label, String x, String y, Style style, int fromRow, int toRow) {
            return new Series(label, x, y, "", "", style, fromRow, toRow);
        }

        /** Returns whether the series has a band. */
        public boolean hasBand() {
            return !low.isEmpty() && !high.isEmpty();
        }
    }

    /**
     * An axis.
     *
     * @param label what it shows, with unit, for example {@code Mean degree z (links per node)}
     * @param logarithmic whether its scale is logarithmic
     * @param from lower end, NaN to fit the data
     * @param to upper end, NaN to fit the data
     */
    public record Axis(String label, boolean logarithmic, double from, double to) {
        /**
         * Makes a linear axis that fits the data.
         *
         * @param label what it shows, with unit
         */
        public static Axis of(String label) {
            return new Axis(label, false, Double.NaN, Double.NaN);
        }

        /**
         * Makes a logarithmic axis that fits the data.
         *
         * @param label what it shows, with unit
         */
        public static Axis logarithmic(String label) {
            return new Axis(label, true, Double.NaN, Double.NaN);
        }

        /**
         * Makes a linear axis with fixed ends.
         *
         * @param label what it shows, with unit
         * @param from lower end
         * @param to upper end
         */
        public static Axis of(String label, double from, double to) {
            return new Axis(label, false, from, to);
        }
    }
}
