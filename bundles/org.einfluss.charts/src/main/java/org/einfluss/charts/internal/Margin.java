package org.einfluss.charts.internal;

import java.awt.geom.Rectangle2D;
import org.jfree.chart.ui.RectangleEdge;

/**
 * An axis that keeps some points free at its ends, so that a mark at the first or last value is drawn whole. Its range stays as it is: no
 * tick and no value beyond the ends appears.
 */
public interface Margin {
    /**
     * Sets how much stays free.
     *
     * @param atLowerEnd points at the lower end
     * @param atUpperEnd points at the upper end
     */
    void keepFree(double atLowerEnd, double atUpperEnd);

    /** The part of an area that the values take. */
    static Rectangle2D inside(Rectangle2D area, RectangleEdge edge, double low, double high) {
        boolean horizontal = RectangleEdge.isTopOrBottom(edge);
        double length = horizontal ? area.getWidth() : area.getHeight();
        // On a tiny picture marks may touch the edge rather than leave no room for the values.
        double scale = Math.min(1, length / (10 * (low + high + 1e-9)));
        return horizontal
                ? new Rectangle2D.Double(
                        area.getX() + low * scale,
                        area.getY(),
                        area.getWidth() - (low + high) * scale,
                        area.getHeight())
                : new Rectangle2D.Double(
                        area.getX(),
                        area.getY() + high * scale,
                        area.getWidth(),
                        area.getHeight() - (low + high) * scale);
    }
}
