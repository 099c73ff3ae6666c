package org.einfluss.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Kind;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Table;
import org.einfluss.charts.internal.DecadeAxis;
import org.einfluss.graph.Column;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;

class FigureChartTest {
    private static Figure figure(Kind kind, Style style, double[] x, double[] y, Axis xAxis, Axis yAxis) {
        Table table = new Table("t", "T", List.of(Column.doubles("x", "", x), Column.doubles("y", "", y)));
        return new Figure(
                "f", kind, "F", "", table, List.of(Series.of("s", "x", "y", style, 0, x.length)), xAxis, yAxis);
    }

    private static XYDataset only(JFreeChart chart) {
        assertEquals(1, chart.getXYPlot().getDatasetCount());
        return chart.getXYPlot().getDataset();
    }

    @Test
    void zeroAndNegativeValuesAreLeftOutOfALogarithmicAxisAndTold() {
        Figure figure = figure(
                Kind.SCATTER,
                Style.DATA,
                new double[] {0, 1, 10, 100, 1000},
                new double[] {5, 0, -1, 2, 3},
                Axis.logarithmic("x"),
                Axis.logarithmic("y"));
        JFreeChart chart = FigureChart.draw(figure);
        XYDataset points = only(chart);
        long shown = IntStream.range(0, points.getItemCount(0))
                .filter(i -> !Double.isNaN(points.getYValue(0, i)))
                .count();
        assertEquals(2, shown);
        String caption = ((TextTitle) chart.getSubtitle(0)).getText();
        assertEquals("3\u00a0values that are not positive have no place on a logarithmic axis.", caption);
        assertTrue(chart.getXYPlot().getRangeAxis().getRange().contains(2));
        assertTrue(chart.getXYPlot().getRangeAxis().getLowerBound() > 0);
    }

    @Test
    void figureWithoutAnyPositiveValueStillHasLogarithmicAxes() {
        Figure figure = figure(
                Kind.LINE,
                Style.DATA,
                new double[] {0},
                new double[] {0},
                Axis.logarithmic("x"),
                Axis.logarithmic("y"));
        assertEquals(1, FigureChart.draw(figure).getXYPlot().getDomainAxis().getLowerBound(), 0.2);
    }

    @Test
    void missingValueInterruptsTheLine() {
        Figure figure = figure(
                Kind.LINE,
                Style.DATA,
                new double[] {1, 2, 3},
                new double[] {1, Double.NaN, 3},
                Axis.of("x"),
                Axis.of("y"));
        XYDataset line = only(FigureChart.draw(figure));
        assertEquals(3, line.getItemCount(0));
        assertTrue(Double.isNaN(line.getYValue(0, 1)));
    }

    @Test
    void stepHoldsItsValueUntilTheNextPoint() {
        Figure figure = figure(
                Kind.LINE, Style.STEPS, new double[] {1, 2, 4}, new double[] {10, 20, 30}, Axis.of("x"), Axis.of("y"));
        XYDataset line = only(FigureChart.draw(figure));
        assertEquals(5, line.getItemCount(0));
        assertEquals(2, line.getXValue(0, 1));
        assertEquals(10, line.getYValue(0, 1));
        assertEquals(4, line.getXValue(0, 3));
        assertEquals(20, line.getYValue(0, 3));
    }

    @Test
    void histogramBarsAdjoinAndStandOnZero() {
        Figure figure = figure(
                Kind.HISTOGRAM,
                Style.DATA,
                new double[] {0, 0.5, 1},
                new double[] {3, 0, 8},
                Axis.of("x"),
                Axis.of("y"));
        XYPlot plot = FigureChart.draw(figure).getXYPlot();
        var bins = assertInstanceOf(org.jfree.data.xy.IntervalXYDataset.class, plot.getDataset());
        assertEquals(0.5, bins.getEndXValue(0, 0));
        assertEquals(0.5, bins.getStartXValue(0, 1));
        assertEquals(0, plot.getDomainAxis().getLowerBound());
        assertEquals(1.5, plot.getDomainAxis().getUpperBound());
        assertEquals(0, plot.getRangeAxis().getLowerBound());
    }

    @Test
    void bandIsAnAreaAroundALineAndWhiskersOnPoints() {
        assertInstanceOf(
                DeviationRenderer.class,
                FigureChart.draw(Gallery.line()).getXYPlot().getRenderer(0));
        assertInstanceOf(
                XYErrorRenderer.class,
                FigureChart.draw(Gallery.scatter()).getXYPlot().getRenderer(0));
    }

    @Test
    void axisEndsGivenByTheFigureAreKept() {
        Figure figure = figure(
                Kind.LINE,
                Style.DATA,
                new double[] {1, 2},
                new double[] {0.2, 0.3},
                Axis.of("x"),
                new Axis("y", false, 0, Double.NaN));
        var range = FigureChart.draw(figure).getXYPlot().getRangeAxis().getRange();
        assertEquals(0, range.getLowerBound());
        assertEquals(0.3, range.getUpperBound(), 0.01);
    }

    @Test
    void legendIsShownForSeveralSeriesOnly() {
        assertFalse(FigureChart.draw(Gallery.steps()).getLegend() != null);
        assertTrue(FigureChart.draw(Gallery.line()).getLegend() != null);
    }

    @Test
    void linesOverAHeatMapAreNamedInItsLegend() {
        var items = Gallery.heatMap().draw().getXYPlot().getLegendItems();
        assertEquals(1, items.getItemCount());
        assertEquals("Rᵥ = 1", items.get(0).getLabel());
    }

    @Test
    void logarithmicAxisLabelsAtLeastTwoValues() {
        double[][] ranges = {{1, 9}, {3, 4}, {0.02, 0.7}, {1, 100}, {1e-9, 1e9}, {95, 105}, {1.5, 30}};
        for (double[] range : ranges) {
            DecadeAxis axis = new DecadeAxis("x", range[0], range[1]);
            axis.setTickLabelFont(ChartTheme.font(8));
            var g2 = new java.awt.image.BufferedImage(9, 9, java.awt.image.BufferedImage.TYPE_INT_RGB).createGraphics();
            long labelled = axis
                    .refreshTicks(
                            g2,
                            new org.jfree.chart.axis.AxisState(),
                            new java.awt.geom.Rectangle2D.Double(0, 0, 300, 200),
                            org.jfree.chart.ui.RectangleEdge.BOTTOM)
                    .stream()
                    .filter(tick -> !tick.getText().isEmpty())
                    .count();
            assertTrue(labelled >= 2 && labelled <= 12, range[0] + " to " + range[1] + ": " + labelled);
        }
    }
}
