package org.einfluss.charts.internal;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.Size2D;
import org.jfree.chart.ui.VerticalAlignment;

/**
 * A title or caption that leaves room for the plot: wrapped to the chart's width, in smaller type where it would take more than its
 * share of the height, and cut with an ellipsis where the smallest type is not small enough.
 */
public final class FittedTitle extends TextTitle {
    private static final long serialVersionUID = 1L;
    /** How much smaller the type may become. */
    private static final float[] SCALES = {1, 0.93f, 0.86f, 0.79f};

    /** Heights at which one line of smaller type is better than two. */
    private static final double SMALL = 200;

    private final double share;
    private transient List<String> lines = List.of();
    private transient Font fitted;

    /**
     * Makes a left-aligned title.
     *
     * @param text the text
     * @param font the type where there is room
     * @param paint its colour
     * @param position above or below the plot
     * @param margin room around it
     * @param share greatest share of the height that is left when it is placed
     */
    public FittedTitle(
            String text, Font font, Paint paint, RectangleEdge position, RectangleInsets margin, double share) {
        super(
                text,
                font,
                paint,
                position,
                HorizontalAlignment.LEFT,
                RectangleEdge.TOP.equals(position) ? VerticalAlignment.TOP : VerticalAlignment.BOTTOM,
                RectangleInsets.ZERO_INSETS);
        setMargin(margin);
        this.share = share;
        this.fitted = font;
    }

    @Override
    public Size2D arrange(Graphics2D g2, RectangleConstraint constraint) {
        double width = constraint.getWidthRange() == null
                ? constraint.getWidth()
                : constraint.getWidthRange().getUpperBound();
        double height = constraint.getHeightRange() == null
                ? constraint.getHeight()
                : constraint.getHeightRange().getUpperBound();
        double inner = Math.max(1, trimToContentWidth(width));
        double most = height * share;
        Font font = TextFit.suited(getFont(), getText());
        if (height < SMALL
                && TextFit.wrap(getText(), font.deriveFont(font.getSize2D() * SCALES[2]), inner)
                                .size()
                        == 1) {
            most = TextFit.lineHeight(font);
        }
        for (float scale : SCALES) {
            fitted = font.deriveFont(font.getSize2D() * scale);
            lines = TextFit.wrap(getText(), fitted, inner);
            if (lines.size() <= 1 || lines.size() * TextFit.lineHeight(fitted) <= most) {
                return size(width);
            }
        }
        lines = TextFit.wrap(getText(), fitted, inner, Math.max(1, (int) (most / TextFit.lineHeight(fitted))));
        return size(width);
    }

    private Size2D size(double width) {
        return new Size2D(width, calculateTotalHeight(lines.size() * TextFit.lineHeight(fitted)));
    }

    @Override
    public Object draw(Graphics2D g2, Rectangle2D area, Object parameters) {
        Rectangle2D inner = trimMargin((Rectangle2D) area.clone());
        g2.setFont(fitted);
        g2.setPaint(getPaint());
        double y = inner.getY() + TextFit.ascent(fitted);
        for (String line : lines) {
            g2.drawString(line, (float) inner.getX(), (float) y);
            y += TextFit.lineHeight(fitted);
        }
        return null;
    }
}
