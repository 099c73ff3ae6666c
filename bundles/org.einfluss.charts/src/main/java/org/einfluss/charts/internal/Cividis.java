package org.einfluss.charts.internal;

import java.awt.Color;
import java.awt.Paint;
import java.io.Serializable;
import org.jfree.chart.renderer.PaintScale;

/** The colour scale cividis from dark blue (low) to yellow (high), interpolated between eleven of its colours. */
public final class Cividis implements PaintScale, Serializable {
    private static final long serialVersionUID = 1L;
    private static final int[] COLOURS = {
        0x00224E, 0x083370, 0x35456C, 0x4F576C, 0x666970, 0x7D7C78, 0x948E77, 0xAEA371, 0xC8B866, 0xE5CF52, 0xFEE838
    };

    private final double low;
    private final double high;
    private final boolean logarithmic;

    /**
     * Makes a scale.
     *
     * @param low value of the darkest colour
     * @param high value of the lightest colour, above {@code low}
     * @param logarithmic whether colours follow the logarithm
     */
    public Cividis(double low, double high, boolean logarithmic) {
        this.low = low;
        this.high = high;
        this.logarithmic = logarithmic;
    }

    @Override
    public double getLowerBound() {
        return low;
    }

    @Override
    public double getUpperBound() {
        return high;
    }

    @Override
    public Paint getPaint(double value) {
        double share = logarithmic
                ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
                : (value - low) / (high - low);
        double place = Math.max(0, Math.min(1, share)) * (COLOURS.length - 1);
        int i = Math.min((int) place, COLOURS.length - 2);
        return new Color(
                mix(COLOURS[i] >> 16, COLOURS[i + 1] >> 16, place - i),
                mix(COLOURS[i] >> 8, COLOURS[i + 1] >> 8, place - i),
                mix(COLOURS[i], COLOURS[i + 1], place - i));
    }

    private static int mix(int a, int b, double share) {
        return (int) Math.round((a & 255) * (1 - share) + (b & 255) * share);
    }
}
