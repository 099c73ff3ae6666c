package org.einfluss.charts;

import org.einfluss.api.findings.Figure;
import org.einfluss.charts.internal.MeasureAxis;
import org.jfree.chart.axis.ValueAxis;

/** The range that the values shown on an axis cover, and the axis made from it. */
final class Span {
    private final Figure.Axis axis;
    private boolean shares;
    private double low = Double.POSITIVE_INFINITY;
    private boolean whole = true;
    private double high = Double.NEGATIVE_INFINITY;

    Span(Figure.Axis axis) {
        this.axis = axis;
    }

    /** Says that values are shares, so that there is nothing below 0 and above 1. */
    void areShares() {
        shares = true;
    }

    /** Whether the axis has a place for the value. */
    boolean shows(double value) {
        return Double.isFinite(value) && (value > 0 || !axis.logarithmic());
    }

    /** An end of a band, cut to the ends that the axis was given: a share has no place below 0 or above 1. */
    double clip(double value) {
        double least = Double.isNaN(axis.from()) ? Double.NEGATIVE_INFINITY : axis.from();
        double most = Double.isNaN(axis.to()) ? Double.POSITIVE_INFINITY : axis.to();
        return Math.max(least, Math.min(most, value));
    }

    void include(double value) {
        if (shows(value)) {
            whole &= value == Math.rint(value);
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
    }

    /** Makes the axis, with numbers between whole ones only where there are values. */
    ValueAxis counted(boolean tight) {
        ValueAxis made = axis(tight);
        if (whole && low < high && made instanceof MeasureAxis measure) {
            measure.setLeastStep(1);
        }
        return made;
    }

    /** Makes the axis; with air beyond the data unless {@code tight}, but not across zero. */
    ValueAxis axis(boolean tight) {
        if (low > high) {
            low = axis.logarithmic() ? 1 : 0;
            high = axis.logarithmic() ? 10 : 1;
        }
        if (tight) {
            return ChartTheme.axis(axis, low, high);
        }
        if (axis.logarithmic()) {
            double factor = Math.pow(high / low, 0.04);
            return ChartTheme.axis(axis, low / factor, high * factor);
        }
        double air = 0.04 * (high - low);
        double bottom = low >= 0 && low - air < 0 ? 0 : low - air;
        double end = high <= 0 ? 0 : shares && high <= 1 ? 1 : Double.POSITIVE_INFINITY;
        double top = low < high ? Math.min(high + air, end) : high;
        return ChartTheme.axis(axis, bottom, top);
    }
}
