package org.einfluss.charts.internal;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;

/**
 * An axis of names below the bars: side by side, wrapped, where every word has room, else turned. Names too long for half of the height
 * end in an ellipsis; where there are more names than lines of text fit side by side, only every second, third … is written.
 */
public final class NamesAxis extends CategoryAxis {
    private static final long serialVersionUID = 1L;
    private static final int MOST_LINES = 4;
    private static final double SHARE = 0.45;
    /** Height that is left for the bars and the axis label, in any case. */
    private static final double PLOT = 45;

    /**
     * Makes an axis.
     *
     * @param label what the names are
     */
    public NamesAxis(String label) {
        super(label);
    }

    /** How the names are set: lines of each, whether turned, every how-many-eth is written. */
    private record Setting(Font font, List<List<String>> names, boolean turned, int every) {
        double height() {
            double height = 0;
            for (List<String> lines : names) {
                double longest = 0;
                for (String line : lines) {
                    longest = Math.max(longest, TextFit.width(line, font));
                }
                height = Math.max(height, turned ? longest : lines.size() * TextFit.lineHeight(font));
            }
            return height;
        }
    }

    private Setting setting(double width, double height) {
        List<String> names = new ArrayList<>();
        for (Object name : ((CategoryPlot) getPlot()).getCategoriesForAxis(this)) {
            names.add(name.toString());
        }
        double place = (1 - getLowerMargin() - getUpperMargin()) * width / Math.max(1, names.size());
        Font font = TextFit.suited(getTickLabelFont(), String.join(" ", names));
        for (float scale : new float[] {1, 0.93f, 0.87f}) {
            Font smaller = font.deriveFont(font.getSize2D() * scale);
            List<List<String>> lines = new ArrayList<>();
            boolean whole = true;
            for (String name : names) {
                lines.add(TextFit.wrap(name, smaller, place - 4));
                whole &= TextFit.keepsWords(name, smaller, place - 4)
                        && lines.get(lines.size() - 1).size() <= MOST_LINES;
            }
            if (whole) {
                return new Setting(smaller, lines, false, 1);
            }
        }
        int most = Math.max(1, Math.min(MOST_LINES, (int) (place / TextFit.lineHeight(font))));
        int every = Math.max(1, (int) Math.ceil(TextFit.lineHeight(font) / place));
        double longest = Math.max(font.getSize2D() * 2, Math.min(height * SHARE, height - PLOT));
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            lines.add(i % every == 0 ? TextFit.wrap(names.get(i), font, longest, most) : List.of());
        }
        return new Setting(font, lines, true, every);
    }

    private double gap() {
        return getTickLabelInsets().getTop() + 1;
    }

    @Override
    public AxisSpace reserveSpace(Graphics2D g2, Plot plot, Rectangle2D plotArea, RectangleEdge edge, AxisSpace space) {
        if (!isVisible() || !RectangleEdge.BOTTOM.equals(edge)) {
            return super.reserveSpace(g2, plot, plotArea, edge, space);
        }
        AxisSpace reserved = space == null ? new AxisSpace() : space;
        double width = plotArea.getWidth() - reserved.getLeft() - reserved.getRight();
        reserved.add(setting(width, plotArea.getHeight()).height() + gap() + 2, edge);
        AxisText.reserve(this, plotArea, edge, reserved);
        return reserved;
    }

    @Override
    protected AxisState drawCategoryLabels(
            Graphics2D g2,
            Rectangle2D plotArea,
            Rectangle2D dataArea,
            RectangleEdge edge,
            AxisState state,
            PlotRenderingInfo info) {
        if (!RectangleEdge.BOTTOM.equals(edge)) {
            return super.drawCategoryLabels(g2, plotArea, dataArea, edge, state, info);
        }
        Setting setting = setting(dataArea.getWidth(), plotArea.getHeight());
        Font font = setting.font();
        double top = state.getCursor() + gap();
        g2.setFont(font);
        g2.setPaint(getTickLabelPaint());
        int n = setting.names().size();
        for (int i = 0; i < n; i++) {
            double middle = getCategoryMiddle(i, n, dataArea, edge);
            List<String> lines = setting.names().get(i);
            for (int k = 0; k < lines.size(); k++) {
                double width = TextFit.width(lines.get(k), font);
                double down = k * TextFit.lineHeight(font) + TextFit.ascent(font);
                if (setting.turned()) {
                    double x = middle - lines.size() * TextFit.lineHeight(font) / 2 + down;
                    AffineTransform before = g2.getTransform();
                    g2.rotate(-Math.PI / 2, x, top + width);
                    g2.drawString(lines.get(k), (float) x, (float) (top + width));
                    g2.setTransform(before);
                } else {
                    g2.drawString(lines.get(k), (float) (middle - width / 2), (float) (top + down));
                }
            }
        }
        state.cursorDown(setting.height() + gap() + 2);
        return state;
    }

    @Override
    protected AxisState drawLabel(
            String label,
            Graphics2D g2,
            Rectangle2D plotArea,
            Rectangle2D dataArea,
            RectangleEdge edge,
            AxisState state) {
        if (!RectangleEdge.BOTTOM.equals(edge)) {
            return super.drawLabel(label, g2, plotArea, dataArea, edge, state);
        }
        AxisText.draw(this, g2, plotArea, dataArea, edge, state);
        return state;
    }
}
