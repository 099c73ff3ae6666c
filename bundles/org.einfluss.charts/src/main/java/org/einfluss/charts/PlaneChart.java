package org.einfluss.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Kind;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.graph.Column;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** A figure over two numeric axes, drawn in layers: bars, then bands, then lines and points; one dataset each. */
final class PlaneChart {
    /** Lines with more points than this are drawn without marks. */
    private static final int MARKED_POINTS = 40;

    private final Figure figure;
    private final boolean histogram;
    private final XYPlot plot = new XYPlot();
    private final Span xs;
    private final Span ys;
    private final SeriesNames names;
    private int layers;
    private int omitted;

    PlaneChart(Figure figure) {
        this.figure = figure;
        this.histogram = figure.kind() == Kind.HISTOGRAM;
        this.xs = new Span(figure.x());
        this.ys = new Span(figure.y());
        if (figure.series().stream()
                .allMatch(one -> figure.table().column(one.y()).unit().startsWith("share of "))) {
            ys.areShares();
        }
        this.names = FigureChart.names(figure);
    }

    JFreeChart draw() {
        figure.series().forEach(this::measure);
        if (histogram) {
            ys.include(0);
        }
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setDomainAxis(xs.counted(histogram));
        plot.setRangeAxis(ys.axis(false));
        int data = 0;
        for (Series series : figure.series()) {
            if (isBars(series)) {
                bars(series, data++);
            }
        }
        data = 0;
        for (Series series : figure.series()) {
            if (series.hasBand()) {
                band(series, data);
            }
            data += series.style() == Style.OVERLAY ? 0 : 1;
        }
        data = 0;
        int overlays = 0;
        for (Series series : figure.series()) {
            if (series.style() == Style.OVERLAY) {
                line(series, ChartTheme.ink(), ChartTheme.overlay(overlays), overlays++);
            } else if (isBars(series) && isAlone()) {
                data++;
            } else {
                line(series, ChartTheme.colour(data), ChartTheme.line(data), data++);
            }
        }
        return FigureChart.frame(figure, plot, omitted, names, "");
    }

    private boolean isBars(Series series) {
        return histogram && series.style() == Style.DATA;
    }

    /** Widens the axes for a series and counts what they cannot show. */
    private void measure(Series series) {
        double width = isBars(series) ? binWidth(series) : 0;
        for (int row = series.fromRow(); row < series.toRow(); row++) {
            double x = value(series.x(), row);
            double y = value(series.y(), row);
            if (xs.shows(x) && ys.shows(y)) {
                xs.include(x);
                xs.include(x + width);
                ys.include(y);
                if (series.hasBand()) {
                    ys.include(ys.clip(value(series.low(), row)));
                    ys.include(ys.clip(value(series.high(), row)));
                }
            } else if (Double.isFinite(x) && Double.isFinite(y) && (y != 0 || width == 0)) {
                // An empty bin has nothing to draw; any other value is left out and must be told.
                omitted++;
            }
        }
    }

    private double value(String column, int row) {
        return figure.table().column(column).doubleAt(row);
    }

    private String name(Series series) {
        return names.get(figure.series().indexOf(series));
    }

    private double binWidth(Series series) {
        double width = Double.POSITIVE_INFINITY;
        for (int row = series.fromRow() + 1; row < series.toRow(); row++) {
            double step = Math.abs(value(series.x(), row) - value(series.x(), row - 1));
            width = step > 0 && step < width ? step : width;
        }
        return Double.isFinite(width) ? width : 1;
    }

    private void layer(XYDataset dataset, XYItemRenderer renderer) {
        plot.setDataset(layers, dataset);
        plot.setRenderer(layers, renderer);
        layers++;
    }

    /** Fills the bars of a histogram; of several, only lightly, as each gets an outline. */
    private void bars(Series series, int index) {
        double width = binWidth(series);
        XYIntervalSeries bins = new XYIntervalSeries(name(series), false, true);
        for (int row = series.fromRow(); row < series.toRow(); row++) {
            double x = value(series.x(), row);
            double y = value(series.y(), row);
            if (xs.shows(x) && ys.shows(y)) {
                bins.add(x + width / 2, x, x + width, y, y, y);
            }
        }
        XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
        dataset.addSeries(bins);
        boolean alone = isAlone();
        Color colour = ChartTheme.colour(index);
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(alone);
        renderer.setBase(base());
        renderer.setSeriesPaint(0, alone ? colour : new Color(colour.getRGB() & 0xFFFFFF | 0x40000000, true));
        renderer.setSeriesOutlinePaint(0, Color.WHITE);
        renderer.setSeriesOutlineStroke(0, new BasicStroke(0.5f));
        renderer.setLegendBar(new Rectangle2D.Double(-6, -3, 12, 6));
        renderer.setDefaultSeriesVisibleInLegend(alone);
        layer(dataset, renderer);
    }

    private boolean isAlone() {
        return figure.series().stream().filter(this::isBars).count() == 1;
    }

    private double base() {
        return figure.y().logarithmic() ? plot.getRangeAxis().getLowerBound() : 0;
    }

    private void line(Series series, Color colour, BasicStroke stroke, int index) {
        XYSeries points = isBars(series) ? outline(series) : points(series);
        int count = points.getItemCount();
        boolean scatter = figure.kind() == Kind.SCATTER && series.style() == Style.DATA;
        boolean marked = figure.kind() == Kind.LINE && series.style() == Style.DATA && count <= MARKED_POINTS;
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(!scatter, scatter || marked);
        // As one path, so that dashes run on across points.
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setLegendLine(new Line2D.Double(-13, 0, 13, 0));
        renderer.setSeriesPaint(0, colour);
        renderer.setSeriesStroke(0, stroke);
        double size = !scatter ? 4.5 : count <= 200 ? 5 : count <= 2000 ? 3.2 : 2;
        renderer.setSeriesShape(0, ChartTheme.point(index, size));
        layer(new XYSeriesCollection(series.style() == Style.STEPS ? staircase(points) : points), renderer);
    }

    private XYSeries points(Series series) {
        XYSeries points = new XYSeries(name(series), false, true);
        for (int row = series.fromRow(); row < series.toRow(); row++) {
            double x = value(series.x(), row);
            double y = value(series.y(), row);
            if (xs.shows(x)) {
                points.add(x, ys.shows(y) ? y : Double.NaN);
            }
        }
        return points;
    }

    /** The outline of a histogram's bars, seen as one shape. */
    private XYSeries outline(Series series) {
        double width = binWidth(series);
        XYSeries outline = new XYSeries(name(series), false, true);
        double end = Double.NaN;
        for (int row = series.fromRow(); row < series.toRow(); row++) {
            double x = value(series.x(), row);
            double y = value(series.y(), row);
            if (!xs.shows(x)) {
                continue;
            }
            if (Math.abs(x - end) > width / 1000 || outline.isEmpty()) {
                outline.add(end, base());
                outline.add(x, base());
            }
            double top = ys.shows(y) ? y : base();
            outline.add(x, top);
            outline.add(x + width, top);
            end = x + width;
        }
        outline.add(end, base());
        return outline;
    }

    /** Each value holds until the next point. */
    static XYSeries staircase(XYSeries points) {
        XYSeries steps = new XYSeries(points.getKey(), false, true);
        for (int i = 0; i < points.getItemCount(); i++) {
            if (i > 0) {
                steps.add(points.getX(i), points.getY(i - 1));
            }
            steps.add(points.getX(i), points.getY(i));
        }
        return steps;
    }

    /** Adds the band of a series: an area around a line, whiskers on points and on what has no neighbour. */
    private void band(Series series, int index) {
        Column low = figure.table().column(series.low());
        Column high = figure.table().column(series.high());
        double floor = figure.y().logarithmic() ? plot.getRangeAxis().getLowerBound() : Double.NEGATIVE_INFINITY;
        YIntervalSeriesCollection areas = new YIntervalSeriesCollection();
        YIntervalSeriesCollection whiskers = new YIntervalSeriesCollection();
        YIntervalSeries stretch = new YIntervalSeries(0, false, true);
        for (int row = series.fromRow(); row <= series.toRow(); row++) {
            if (row < series.toRow()
                    && xs.shows(value(series.x(), row))
                    && Double.isFinite(low.doubleAt(row))
                    && ys.shows(high.doubleAt(row))) {
                double bottom = Math.max(ys.clip(low.doubleAt(row)), floor);
                stretch.add(value(series.x(), row), bottom, bottom, ys.clip(high.doubleAt(row)));
                if (figure.kind() == Kind.LINE) {
                    continue;
                }
            }
            if (!stretch.isEmpty()) {
                (stretch.getItemCount() > 1 ? areas : whiskers).addSeries(stretch);
                stretch = new YIntervalSeries(row + 1, false, true);
            }
        }
        Color colour = series.style() == Style.OVERLAY || isBars(series) ? ChartTheme.ink() : ChartTheme.colour(index);
        if (areas.getSeriesCount() > 0) {
            DeviationRenderer renderer = new DeviationRenderer(false, false);
            renderer.setAlpha(0.2f);
            renderer.setDefaultSeriesVisibleInLegend(false);
            renderer.setDefaultFillPaint(colour);
            layer(areas, renderer);
        }
        if (whiskers.getSeriesCount() > 0) {
            XYErrorRenderer renderer = new XYErrorRenderer();
            renderer.setDefaultShapesVisible(false);
            renderer.setDrawXError(false);
            renderer.setCapLength(3);
            renderer.setErrorPaint(colour);
            renderer.setErrorStroke(new BasicStroke(0.8f));
            renderer.setDefaultSeriesVisibleInLegend(false);
            layer(whiskers, renderer);
        }
    }
}
