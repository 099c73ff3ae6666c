package org.einfluss.charts.internal;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYZDataset;

/** Fills the cell around each point of a grid whose levels need not be evenly spaced. */
public final class CellRenderer extends AbstractXYItemRenderer {
    private static final long serialVersionUID = 1L;

    private final double[] xLevels;
    private final double[] yLevels;
    private final double[] xEdges;
    private final double[] yEdges;
    private final Cividis colours;

    /**
     * Makes a renderer for a grid.
     *
     * @param x horizontal level of each cell
     * @param xLogarithmic whether the horizontal axis is logarithmic
     * @param y vertical level of each cell
     * @param yLogarithmic whether the vertical axis is logarithmic
     * @param colours colour of each value
     */
    public CellRenderer(double[] x, boolean xLogarithmic, double[] y, boolean yLogarithmic, Cividis colours) {
        this.xLevels = levels(x, xLogarithmic);
        this.yLevels = levels(y, yLogarithmic);
        this.xEdges = edges(xLevels, xLogarithmic);
        this.yEdges = edges(yLevels, yLogarithmic);
        this.colours = colours;
    }

    private static double[] levels(double[] values, boolean logarithmic) {
        double[] levels = Arrays.stream(values)
                .filter(value -> Double.isFinite(value) && (value > 0 || !logarithmic))
                .distinct()
                .sorted()
                .toArray();
        return levels.length == 0 ? new double[] {1} : levels;
    }

    /** Half-way between neighbours, on the scale of the axis; as far beyond the outermost levels. */
    private static double[] edges(double[] levels, boolean logarithmic) {
        int n = levels.length;
        double[] at = new double[n];
        for (int i = 0; i < n; i++) {
            at[i] = logarithmic ? Math.log(levels[i]) : levels[i];
        }
        double[] edges = new double[n + 1];
        for (int i = 1; i < n; i++) {
            edges[i] = (at[i - 1] + at[i]) / 2;
        }
        edges[0] = n == 1 ? at[0] - 0.5 : at[0] - (edges[1] - at[0]);
        edges[n] = n == 1 ? at[0] + 0.5 : at[n - 1] + (at[n - 1] - edges[n - 1]);
        for (int i = 0; logarithmic && i <= n; i++) {
            edges[i] = Math.exp(edges[i]);
        }
        return edges;
    }

    /** Returns the left edge of the grid. */
    public double left() {
        return xEdges[0];
    }

    /** Returns the right edge of the grid. */
    public double right() {
        return xEdges[xEdges.length - 1];
    }

    /** Returns the lower edge of the grid. */
    public double bottom() {
        return yEdges[0];
    }

    /** Returns the upper edge of the grid. */
    public double top() {
        return yEdges[yEdges.length - 1];
    }

    @Override
    public void drawItem(
            Graphics2D g2,
            XYItemRendererState state,
            Rectangle2D dataArea,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis domainAxis,
            ValueAxis rangeAxis,
            XYDataset dataset,
            int series,
            int item,
            CrosshairState crosshairState,
            int pass) {
        double value = ((XYZDataset) dataset).getZValue(series, item);
        int column = Arrays.binarySearch(xLevels, dataset.getXValue(series, item));
        int row = Arrays.binarySearch(yLevels, dataset.getYValue(series, item));
        if (Double.isNaN(value) || column < 0 || row < 0) {
            return;
        }
        double x0 = domainAxis.valueToJava2D(xEdges[column], dataArea, plot.getDomainAxisEdge());
        double x1 = domainAxis.valueToJava2D(xEdges[column + 1], dataArea, plot.getDomainAxisEdge());
        double y0 = rangeAxis.valueToJava2D(yEdges[row], dataArea, plot.getRangeAxisEdge());
        double y1 = rangeAxis.valueToJava2D(yEdges[row + 1], dataArea, plot.getRangeAxisEdge());
        Object smooth = g2.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
        // Smoothed edges would show as light seams between cells; the quarter point more closes them in viewers that
        // smooth.
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        g2.setPaint(colours.getPaint(value));
        g2.fill(new Rectangle2D.Double(x0, y1 - 0.25, x1 - x0 + 0.25, y0 - y1 + 0.25));
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, smooth);
    }
}
