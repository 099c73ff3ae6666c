package org.einfluss.charts;

import org.einfluss.api.findings.Figure;
import org.jfree.chart.axis.ValueAxis;

/** The range that the values shown on an axis cover, and the axis made from it. */
final class Span {
    private final Figure.Axis axis;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    Span(Figure.Axis axis) {
        this.axis = axis;
    }

    /** Whether the axis has a place for the value. */
    boolean shows(double value) {
        return Double.isFinite(value) && (value > 0 || !axis.logarithmic());
    }

    void include(double value) {
        if (shows(value)) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
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
        return ChartTheme.axis(axis, bottom, high <= 0 && high + air > 0 ? 0 : high + air);
    }
}
