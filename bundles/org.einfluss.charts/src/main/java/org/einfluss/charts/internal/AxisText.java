package org.einfluss.charts.internal;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;

/**
 * The label of an axis, wrapped to the length of the axis and kept inside the picture; and the room that tick labels need beyond the ends
 * of their axis.
 */
final class AxisText {
    private static final int MOST_LINES = 4;

    private AxisText() {}

    /** The label broken to a length, in smaller type where it would take too many lines. */
    private record Label(Font font, List<String> lines) {
        static Label of(Axis axis, double length) {
            Font font = TextFit.suited(axis.getLabelFont(), axis.getLabel());
            if (axis.getLabel() == null || axis.getLabel().isBlank()) {
                return new Label(font, List.of());
            }
            double room = Math.max(12, length);
            // One line, also in smaller type, before two, two before three.
            for (int most = 1; most <= MOST_LINES; most++) {
                for (float scale : new float[] {1, 0.92f, 0.84f}) {
                    Font smaller = font.deriveFont(font.getSize2D() * scale);
                    List<String> lines = TextFit.wrap(axis.getLabel(), smaller, room);
                    if (lines.size() <= most) {
                        return new Label(smaller, lines);
                    }
                }
            }
            Font smallest = font.deriveFont(font.getSize2D() * 0.78f);
            return new Label(smallest, TextFit.wrap(axis.getLabel(), smallest, room, MOST_LINES));
        }

        double height() {
            return lines.size() * TextFit.lineHeight(font);
        }
    }

    /** Room for lines of the label: the picture along the axis, upright less what a usual axis below needs. */
    private static double length(Axis axis, Rectangle2D area, RectangleEdge edge) {
        if (RectangleEdge.isTopOrBottom(edge)) {
            return area.getWidth();
        }
        // A scale of colours stands alone, without an axis below.
        double below = axis.getPlot() == null ? 0 : 4.5 * axis.getLabelFont().getSize2D();
        return Math.max(area.getHeight() / 2, area.getHeight() - below);
    }

    /** Adds the room of the label on its edge to what an axis without label needs. */
    static void reserve(Axis axis, Rectangle2D plotArea, RectangleEdge edge, AxisSpace space) {
        double length = length(axis, plotArea, edge);
        if (RectangleEdge.isTopOrBottom(edge) && axis instanceof ValueAxis) {
            // The room of the axes beside has been taken off the area, but the label may use it.
            length += space.getLeft() + space.getRight();
        }
        Label label = Label.of(axis, length);
        if (!label.lines().isEmpty()) {
            space.add(label.height() + insets(axis, edge), edge);
        }
    }

    private static double insets(Axis axis, RectangleEdge edge) {
        return RectangleEdge.isTopOrBottom(edge)
                ? axis.getLabelInsets().getTop() + axis.getLabelInsets().getBottom()
                : axis.getLabelInsets().getLeft() + axis.getLabelInsets().getRight();
    }

    /** Widens the space so that labels that stand over the ends of an axis stay inside the picture. */
    static void overhang(
            ValueAxis axis, List<? extends Tick> ticks, Rectangle2D plotArea, RectangleEdge edge, AxisSpace space) {
        boolean horizontal = RectangleEdge.isTopOrBottom(edge);
        double before = 0;
        double after = 0;
        for (Tick tick : ticks) {
            if (tick.getText() == null || tick.getText().isEmpty() || !(tick instanceof ValueTick value)) {
                continue;
            }
            Font font = axis.getTickLabelFont();
            double half = (horizontal ? TextFit.width(tick.getText(), font) : TextFit.lineHeight(font)) / 2;
            double at = axis.valueToJava2D(value.getValue(), plotArea, edge);
            double begin = horizontal ? plotArea.getMinX() : plotArea.getMinY();
            double end = horizontal ? plotArea.getMaxX() : plotArea.getMaxY();
            before = Math.max(before, begin - (at - half));
            after = Math.max(after, at + half - end);
        }
        space.ensureAtLeast(before, horizontal ? RectangleEdge.LEFT : RectangleEdge.TOP);
        space.ensureAtLeast(after, horizontal ? RectangleEdge.RIGHT : RectangleEdge.BOTTOM);
    }

    /** Draws the label beyond the tick labels, centred on the data but inside the picture. */
    static void draw(
            Axis axis, Graphics2D g2, Rectangle2D plotArea, Rectangle2D dataArea, RectangleEdge edge, AxisState state) {
        Label label = Label.of(axis, length(axis, plotArea, edge));
        if (label.lines().isEmpty()) {
            return;
        }
        boolean horizontal = RectangleEdge.isTopOrBottom(edge);
        g2.setFont(label.font());
        g2.setPaint(axis.getLabelPaint());
        double inset = RectangleEdge.BOTTOM.equals(edge)
                ? axis.getLabelInsets().getTop()
                : RectangleEdge.TOP.equals(edge)
                        ? axis.getLabelInsets().getBottom()
                        : RectangleEdge.LEFT.equals(edge)
                                ? axis.getLabelInsets().getRight()
                                : axis.getLabelInsets().getLeft();
        double near = RectangleEdge.BOTTOM.equals(edge) || RectangleEdge.RIGHT.equals(edge)
                ? state.getCursor() + inset
                : state.getCursor() - inset - label.height();
        for (int i = 0; i < label.lines().size(); i++) {
            String line = label.lines().get(i);
            double width = TextFit.width(line, label.font());
            double down = TextFit.ascent(label.font()) + i * TextFit.lineHeight(label.font());
            if (horizontal) {
                double x = inside(dataArea.getCenterX(), width, plotArea.getMinX(), plotArea.getMaxX());
                g2.drawString(line, (float) (x - width / 2), (float) (near + down));
            } else {
                // Not beside the other axis, whose label may begin here.
                double room = dataArea.getMaxY() - plotArea.getMinY();
                double y = inside(dataArea.getCenterY(), Math.min(width, room), plotArea.getMinY(), dataArea.getMaxY());
                AffineTransform before = g2.getTransform();
                g2.translate(near + down, y + Math.min(width, room) / 2);
                g2.rotate(-Math.PI / 2);
                if (width > room) {
                    g2.setFont(label.font().deriveFont((float) (label.font().getSize2D() * room / width)));
                }
                g2.drawString(line, 0, 0);
                g2.setTransform(before);
                g2.setFont(label.font());
            }
        }
        double moved = label.height() + insets(axis, edge);
        state.moveCursor(moved, edge);
    }

    private static double inside(double centre, double width, double low, double high) {
        return Math.max(low + width / 2, Math.min(high - width / 2, centre));
    }
}
