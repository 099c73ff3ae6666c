package org.einfluss.charts;

import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.charts.internal.NamesAxis;
import org.einfluss.charts.internal.WhiskerBarRenderer;
import org.einfluss.graph.Column;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.data.category.DefaultCategoryDataset;

/** A figure of bars over named categories; overlays are lines across them, bands are whiskers. */
final class BarChart {
    private final Figure figure;
    private final Span values;
    private final SeriesNames names;
    private final List<String> categories;
    private final SeriesNames shortNames;
    private int omitted;

    BarChart(Figure figure) {
        this.figure = figure;
        this.values = new Span(figure.y());
        if (figure.series().stream()
                .allMatch(one -> figure.table().column(one.y()).unit().startsWith("share of "))) {
            values.areShares();
        }
        this.names = FigureChart.names(figure);
        Set<String> all = new LinkedHashSet<>();
        for (Series series : figure.series()) {
            Column x = figure.table().column(series.x());
            for (int row = series.fromRow(); row < series.toRow(); row++) {
                all.add(text(x, row));
            }
        }
        this.categories = List.copyOf(all);
        this.shortNames = SeriesNames.of(categories);
    }

    JFreeChart draw() {
        values.include(0);
        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        DefaultCategoryDataset lines = new DefaultCategoryDataset();
        WhiskerBarRenderer barRenderer = new WhiskerBarRenderer();
        LineAndShapeRenderer lineRenderer = new LineAndShapeRenderer(true, false);
        int data = 0;
        int overlays = 0;
        for (int i = 0; i < figure.series().size(); i++) {
            Series series = figure.series().get(i);
            if (series.style() == Style.OVERLAY) {
                fill(lines, series, names.get(i), barRenderer);
                lineRenderer.setSeriesPaint(overlays, ChartTheme.ink());
                lineRenderer.setSeriesStroke(overlays, ChartTheme.overlay(overlays));
                overlays++;
            } else {
                fill(bars, series, names.get(i), barRenderer);
                barRenderer.setSeriesPaint(data, ChartTheme.colour(data));
                data++;
            }
        }
        CategoryPlot plot = new CategoryPlot();
        CategoryAxis categoryAxis = new NamesAxis(figure.x().label());
        categoryAxis.setCategoryMargin(0.25);
        categoryAxis.setLowerMargin(0.02);
        categoryAxis.setUpperMargin(0.02);
        plot.setDomainAxis(categoryAxis);
        plot.setRangeAxis(values.axis(false));
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        barRenderer.setItemMargin(0.05);
        barRenderer.setMaximumBarWidth(0.12);
        barRenderer.setBase(figure.y().logarithmic() ? plot.getRangeAxis().getLowerBound() : 0);
        barRenderer.setDefaultLegendShape(new Rectangle2D.Double(-6, -3, 12, 6));
        barRenderer.setDefaultOutlineStroke(new BasicStroke(0.5f));
        plot.setDataset(0, bars);
        plot.setRenderer(0, barRenderer);
        if (overlays > 0) {
            lineRenderer.setDefaultLegendShape(new Line2D.Double(-13, 0, 13, 0));
            plot.setDataset(1, lines);
            plot.setRenderer(1, lineRenderer);
        }
        return FigureChart.frame(figure, plot, omitted, names, shortNames.note("categories"));
    }

    private void fill(DefaultCategoryDataset dataset, Series series, String name, WhiskerBarRenderer whiskers) {
        Column x = figure.table().column(series.x());
        for (int row = series.fromRow(); row < series.toRow(); row++) {
            String category = shortNames.get(categories.indexOf(text(x, row)));
            double y = figure.table().column(series.y()).doubleAt(row);
            if (!values.shows(y)) {
                omitted += Double.isFinite(y) ? 1 : 0;
                dataset.addValue(null, name, category);
                continue;
            }
            values.include(y);
            dataset.addValue(y, name, category);
            if (series.hasBand()) {
                double low = values.clip(figure.table().column(series.low()).doubleAt(row));
                double high = values.clip(figure.table().column(series.high()).doubleAt(row));
                if (values.shows(low) && values.shows(high)) {
                    values.include(low);
                    values.include(high);
                    whiskers.whisker(name, category, low, high);
                }
            }
        }
    }

    /** The name of a category; whole numbers without a decimal point. */
    private static String text(Column column, int row) {
        if (column.type() == Column.Type.DOUBLE && column.doubleAt(row) == Math.rint(column.doubleAt(row))) {
            return Long.toString((long) column.doubleAt(row));
        }
        return column.textAt(row);
    }
}
