package org.einfluss.charts.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.Map;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.CategoryDataset;

/** Bars with a whisker between two values of their own; JFreeChart's own whiskers are symmetric. */
public final class WhiskerBarRenderer extends BarRenderer {
    private static final long serialVersionUID = 1L;
    private static final BasicStroke WHISKER = new BasicStroke(0.8f);

    private final transient Map<Place, double[]> whiskers = new HashMap<>();

    /** Makes a renderer of flat bars with an outline. */
    public WhiskerBarRenderer() {
        setBarPainter(new StandardBarPainter());
        setShadowVisible(false);
        setDrawBarOutline(true);
        setDefaultOutlinePaint(new Color(0x222222));
    }

    /**
     * Gives a bar a whisker.
     *
     * @param series series of the bar
     * @param category category of the bar
     * @param low lower end
     * @param high upper end
     */
    public void whisker(String series, String category, double low, double high) {
        whiskers.put(new Place(series, category), new double[] {low, high});
    }

    @Override
    public void drawItem(
            Graphics2D g2,
            CategoryItemRendererState state,
            Rectangle2D dataArea,
            CategoryPlot plot,
            CategoryAxis domainAxis,
            ValueAxis rangeAxis,
            CategoryDataset dataset,
            int row,
            int column,
            int pass) {
        super.drawItem(g2, state, dataArea, plot, domainAxis, rangeAxis, dataset, row, column, pass);
        double[] ends = whiskers.get(new Place(dataset.getRowKey(row), dataset.getColumnKey(column)));
        int visible = state.getVisibleSeriesIndex(row);
        if (ends == null || visible < 0) {
            return;
        }
        double x = calculateBarW0(plot, plot.getOrientation(), dataArea, domainAxis, state, visible, column)
                + state.getBarWidth() / 2;
        double cap = Math.min(3, state.getBarWidth() / 4);
        double bottom = rangeAxis.valueToJava2D(ends[0], dataArea, plot.getRangeAxisEdge());
        double top = rangeAxis.valueToJava2D(ends[1], dataArea, plot.getRangeAxisEdge());
        g2.setPaint(getDefaultOutlinePaint());
        g2.setStroke(WHISKER);
        g2.draw(new Line2D.Double(x, bottom, x, top));
        g2.draw(new Line2D.Double(x - cap, bottom, x + cap, bottom));
        g2.draw(new Line2D.Double(x - cap, top, x + cap, top));
    }

    private record Place(Comparable<?> series, Comparable<?> category) {}
}
