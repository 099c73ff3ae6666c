package org.einfluss.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Objects;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Table;
import org.einfluss.charts.internal.CellRenderer;
import org.einfluss.charts.internal.Cividis;
import org.einfluss.graph.Column;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYZDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * A map of values over two factors, each pair of levels one cell, with a colour scale that stays readable in grey and for the
 * colour-blind (cividis; Nuñez, Anderton and Renslow 2018, doi:10.1371/journal.pone.0199239: lightness rises evenly), and lines
 * of other tables laid over it, such as a closed form's boundary.
 *
 * <p>A cell reaches half-way to its neighbours, so levels need not be evenly spaced; pairs without value stay white.
 *
 * @param title title above the chart
 * @param caption networks and runs, key, what the lines are
 * @param table the table, one row per cell
 * @param x column of the horizontal levels
 * @param y column of the vertical levels
 * @param value column of the values
 * @param xAxis horizontal axis
 * @param yAxis vertical axis
 * @param scale label and ends of the colour scale; NaN ends come from the data
 * @param overlays lines over the map, in order
 */
public record HeatMap(
        String title,
        String caption,
        Table table,
        String x,
        String y,
        String value,
        Figure.Axis xAxis,
        Figure.Axis yAxis,
        Figure.Axis scale,
        List<Overlay> overlays) {
    /** Copies the list and checks that the columns exist. */
    public HeatMap {
        Objects.requireNonNull(title);
        Objects.requireNonNull(caption);
        table.column(x);
        table.column(y);
        table.column(value);
        overlays = List.copyOf(overlays);
    }

    /**
     * A line over the map; black with a white edge, visible on light and dark cells alike.
     *
     * @param table the table with its points
     * @param series which columns and rows; {@link Style#STEPS} for staircases; bands are not drawn
     */
    public record Overlay(Table table, Series series) {
        /** Checks that the columns exist. */
        public Overlay {
            table.column(series.x());
            table.column(series.y());
        }
    }

    /** Draws the map; the chart is new and belongs to the caller. */
    public JFreeChart draw() {
        double[][] cells = {
            table.column(x).toDoubles(),
            table.column(y).toDoubles(),
            table.column(value).toDoubles()
        };
        Span values = new Span(scale);
        for (double one : cells[2]) {
            values.include(one);
        }
        ValueAxis colours = values.axis(true);
        Cividis cividis = new Cividis(colours.getLowerBound(), colours.getUpperBound(), scale.logarithmic());
        CellRenderer renderer = new CellRenderer(cells[0], xAxis.logarithmic(), cells[1], yAxis.logarithmic(), cividis);
        DefaultXYZDataset dataset = new DefaultXYZDataset();
        dataset.addSeries(scale.label(), cells);
        XYPlot plot = new XYPlot(
                dataset,
                ChartTheme.axis(xAxis, renderer.left(), renderer.right()),
                ChartTheme.axis(yAxis, renderer.bottom(), renderer.top()),
                renderer);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        renderer.setDefaultSeriesVisibleInLegend(false);
        for (int i = 0; i < overlays.size(); i++) {
            BasicStroke stroke = ChartTheme.overlay(overlays.size() == 1 ? 3 : i);
            overlay(plot, overlays.get(i), Color.WHITE, new BasicStroke(3f), false);
            overlay(plot, overlays.get(i), Color.BLACK, stroke, true);
        }
        JFreeChart chart = new JFreeChart(title, ChartTheme.bold(ChartTheme.TITLE_POINTS), plot, !overlays.isEmpty());
        ChartTheme.finish(chart, caption);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        ChartTheme.finish(colours);
        PaintScaleLegend legend = new PaintScaleLegend(cividis, colours);
        legend.setPosition(RectangleEdge.RIGHT);
        legend.setMargin(new RectangleInsets(4, 8, 30, 2));
        legend.setStripWidth(10);
        legend.setStripOutlineVisible(false);
        legend.setSubdivisionCount(128);
        legend.setFrame(BlockBorder.NONE);
        legend.setBackgroundPaint(Color.WHITE);
        chart.addSubtitle(legend);
        return chart;
    }

    private static void overlay(XYPlot plot, Overlay overlay, Color colour, BasicStroke stroke, boolean legend) {
        XYSeries points = points(overlay);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, colour);
        renderer.setSeriesStroke(0, stroke);
        renderer.setLegendLine(new Line2D.Double(-13, 0, 13, 0));
        renderer.setDefaultSeriesVisibleInLegend(legend);
        int layer = plot.getDatasetCount();
        boolean steps = overlay.series().style() == Style.STEPS;
        plot.setDataset(layer, new XYSeriesCollection(steps ? PlaneChart.staircase(points) : points));
        plot.setRenderer(layer, renderer);
    }

    private static XYSeries points(Overlay overlay) {
        XYSeries points = new XYSeries(overlay.series().label(), false, true);
        Column xs = overlay.table().column(overlay.series().x());
        Column ys = overlay.table().column(overlay.series().y());
        for (int row = overlay.series().fromRow(); row < overlay.series().toRow(); row++) {
            points.add(xs.doubleAt(row), ys.doubleAt(row));
        }
        return points;
    }
}
