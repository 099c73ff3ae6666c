package org.einfluss.charts.internal;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A logarithmic axis that labels powers of ten when it spans several of them, their 2 and 5 (or every) multiples when it
 * spans few, and round numbers within a single one; JFreeChart's own axis then has one label or none.
 */
public final class DecadeAxis extends LogAxis implements Margin {
    private static final long serialVersionUID = 1L;
    private static final int[][] MULTIPLES = {{1}, {1, 2, 5}, {1, 2, 3, 4, 5, 6, 7, 8, 9}};

    private double lower;
    private double upper;

    /**
     * Makes an axis with fixed ends.
     *
     * @param label what it shows, with unit
     * @param from lower end, positive
     * @param to upper end, not below the lower
     * @throws IllegalArgumentException for ends that a logarithm does not have
     */
    public DecadeAxis(String label, double from, double to) {
        super(label);
        if (!(from > 0) || !(to >= from) || Double.isInfinite(to)) {
            throw new IllegalArgumentException("A logarithmic axis needs positive, finite ends, was [" + from + ", "
                    + to + "] for '" + label + "'");
        }
        double margin = to > from ? 1 : 2;
        setRange(from / margin, to * margin);
    }

    @Override
    public List<ValueTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        boolean horizontal = RectangleEdge.isTopOrBottom(edge);
        Font font = getTickLabelFont();
        double length = horizontal ? dataArea.getWidth() : dataArea.getHeight();
        double width = horizontal ? g2.getFontMetrics(font).stringWidth("0.0000") : 1.6 * font.getSize2D();
        int room = Math.max(2, (int) (length / width));
        double low = getRange().getLowerBound();
        double high = getRange().getUpperBound();
        List<Double> labelled = labels(low, high, room);
        boolean powers = labelled.stream().anyMatch(NumberLabel::needsPower);
        labelled = apart(labelled, powers, dataArea, edge);
        List<ValueTick> ticks = new ArrayList<>();
        TextAnchor anchor = horizontal
                ? (edge.equals(RectangleEdge.TOP) ? TextAnchor.BOTTOM_CENTER : TextAnchor.TOP_CENTER)
                : (edge.equals(RectangleEdge.RIGHT) ? TextAnchor.CENTER_LEFT : TextAnchor.CENTER_RIGHT);
        for (double value : labelled) {
            ticks.add(
                    new NumberTick(TickType.MAJOR, value, NumberLabel.of(value, powers), anchor, TextAnchor.CENTER, 0));
        }
        for (double value : between(low, high, Math.log10(high / low) <= 7 ? MULTIPLES[2] : MULTIPLES[0], 1)) {
            if (!labelled.contains(value)) {
                ticks.add(new NumberTick(TickType.MINOR, value, "", anchor, TextAnchor.CENTER, 0));
            }
        }
        return ticks;
    }

    /** Those labels that do not touch; powers of ten first. */
    private List<Double> apart(List<Double> values, boolean powers, Rectangle2D dataArea, RectangleEdge edge) {
        boolean horizontal = RectangleEdge.isTopOrBottom(edge);
        Font font = getTickLabelFont();
        List<Double> byRank = new ArrayList<>(values);
        byRank.sort(Comparator.comparing(value -> round(Math.log10(value)) % 1 != 0));
        List<double[]> taken = new ArrayList<>();
        List<Double> kept = new ArrayList<>();
        for (double value : byRank) {
            double half = horizontal
                    ? (TextFit.width(NumberLabel.of(value, powers), font) + 0.6 * font.getSize2D()) / 2
                    : TextFit.lineHeight(font) / 2;
            double at = valueToJava2D(value, dataArea, edge);
            if (taken.stream().allMatch(other -> at + half <= other[0] || at - half >= other[1])) {
                taken.add(new double[] {at - half, at + half});
                kept.add(value);
            }
        }
        kept.sort(Comparator.naturalOrder());
        return kept;
    }

    @Override
    public boolean isMinorTickMarksVisible() {
        return true;
    }

    /** The values to label: the coarsest set that gives at least three, or round numbers where none does. */
    static List<Double> labels(double low, double high, int room) {
        double decades = Math.log10(high / low);
        if (decades >= 2) {
            int step = (int) Math.ceil((decades + 1) / Math.min(room, 9));
            return between(low, high, MULTIPLES[0], step);
        }
        for (int[] multiples : MULTIPLES) {
            List<Double> values = between(low, high, multiples, 1);
            if (values.size() >= 3 && values.size() <= Math.max(room, 3)) {
                return values;
            }
        }
        double raw = (high - low) / Math.min(room, 5);
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = power * (raw <= power ? 1 : raw <= 2 * power ? 2 : raw <= 5 * power ? 5 : 10);
        List<Double> values = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
            values.add(round(i * step));
        }
        return values;
    }

    private static List<Double> between(double low, double high, int[] multiples, int step) {
        List<Double> values = new ArrayList<>();
        for (int k = (int) Math.floor(Math.log10(low)); k <= Math.ceil(Math.log10(high)); k++) {
            if (Math.floorMod(k, step) != 0) {
                continue;
            }
            for (int multiple : multiples) {
                double value = round(multiple * Math.pow(10, k));
                if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    private static double round(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.9e", value));
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
