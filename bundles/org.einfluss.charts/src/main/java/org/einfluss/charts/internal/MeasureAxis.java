package org.einfluss.charts.internal;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A linear axis with a few round numbers that never touch, the same in every language; its label is wrapped to its length. */
public final class MeasureAxis extends NumberAxis implements Margin {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 9;
    private static final int[] ROUND = {1, 2, 5};

    private double lower;
    private double upper;
    private double leastStep;

    /**
     * Makes an axis.
     *
     * @param label what it shows, with unit
     */
    public MeasureAxis(String label) {
        super(label);
    }

    /**
     * Sets the least distance of its numbers; 1 where there is nothing between whole numbers.
     *
     * @param step the distance, 0 for none
     */
    public void setLeastStep(double step) {
        leastStep = step;
    }

    @Override
    public List<ValueTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        boolean horizontal = RectangleEdge.isTopOrBottom(edge);
        double low = getRange().getLowerBound();
        double high = getRange().getUpperBound();
        double step = step(low, high, horizontal ? dataArea.getWidth() : dataArea.getHeight(), horizontal);
        TextAnchor anchor = horizontal
                ? (edge.equals(RectangleEdge.TOP) ? TextAnchor.BOTTOM_CENTER : TextAnchor.TOP_CENTER)
                : (edge.equals(RectangleEdge.RIGHT) ? TextAnchor.CENTER_LEFT : TextAnchor.CENTER_RIGHT);
        boolean powers = powers(low, high, step);
        List<ValueTick> ticks = new ArrayList<>();
        for (double value : multiples(low, high, step)) {
            String text = isTickLabelsVisible() ? text(value, step, powers) : "";
            ticks.add(new NumberTick(TickType.MAJOR, value, text, anchor, TextAnchor.CENTER, 0));
        }
        return ticks;
    }

    private static boolean powers(double low, double high, double step) {
        return NumberLabel.needsPower(Math.max(Math.abs(low), Math.abs(high))) || step < 0.000_999;
    }

    private static String text(double value, double step, boolean powers) {
        return powers ? NumberLabel.of(value, true) : NumberLabel.multiple(value, step);
    }

    /** The least round step whose numbers have room, and are not more than a reader needs. */
    private double step(double low, double high, double length, boolean horizontal) {
        Font font = getTickLabelFont();
        double least = Math.max(leastStep, (high - low) / (4.0 * MOST));
        int power = (int) Math.floor(Math.log10(least)) - 1;
        for (; power < 309; power++) {
            for (int round : ROUND) {
                double step = Double.parseDouble(round + "e" + power);
                if (step < least * (1 - 1e-9)) {
                    continue;
                }
                List<Double> values = multiples(low, high, step);
                double size = TextFit.lineHeight(font) * 1.5;
                boolean powers = powers(low, high, step);
                for (double value : values) {
                    size = horizontal
                            ? Math.max(size, TextFit.width(text(value, step, powers), font) + font.getSize2D())
                            : size;
                }
                double apart = length * step / (high - low);
                if (values.size() <= 1 || values.size() <= MOST && apart >= size) {
                    return step;
                }
            }
        }
        return high - low;
    }

    private static List<Double> multiples(double low, double high, double step) {
        List<Double> values = new ArrayList<>();
        double first = Math.ceil(low / step - 1e-9);
        for (int i = 0; i <= 8 * MOST && (first + i) * step <= high + 1e-9 * step; i++) {
            double value = (first + i) * step;
            values.add(Math.min(high, Math.max(low, value == 0 ? 0 : value)));
        }
        return values;
    }

    @Override
    public void keepFree(double atLowerEnd, double atUpperEnd) {
        lower = atLowerEnd;
        upper = atUpperEnd;
    }

    @Override
    public double valueToJava2D(double value, Rectangle2D area, RectangleEdge edge) {
        return super.valueToJava2D(value, Margin.inside(area, edge, lower, upper), edge);
    }

    @Override
    public double java2DToValue(double at, Rectangle2D area, RectangleEdge edge) {
        return super.java2DToValue(at, Margin.inside(area, edge, lower, upper), edge);
    }

    @Override
    protected Rectangle2D getLabelEnclosure(Graphics2D g2, RectangleEdge edge) {
        return new Rectangle2D.Double();
    }

    @Override
    public AxisSpace reserveSpace(Graphics2D g2, Plot plot, Rectangle2D plotArea, RectangleEdge edge, AxisSpace space) {
        AxisSpace reserved = super.reserveSpace(g2, plot, plotArea, edge, space);
        AxisText.reserve(this, plotArea, edge, reserved);
        AxisText.overhang(this, refreshTicks(g2, new AxisState(), plotArea, edge), plotArea, edge, reserved);
        return reserved;
    }

    @Override
    protected AxisState drawLabel(
            String label,
            Graphics2D g2,
            Rectangle2D plotArea,
            Rectangle2D dataArea,
            RectangleEdge edge,
            AxisState state) {
        AxisText.draw(this, g2, plotArea, dataArea, edge, state);
        return state;
    }
}
