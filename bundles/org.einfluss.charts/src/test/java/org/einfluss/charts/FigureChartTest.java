package org.einfluss.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
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
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.IntervalXYDataset;
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

    private static Figure shares(double... values) {
        double[] x = IntStream.range(0, values.length).asDoubleStream().toArray();
        double[] low = java.util.Arrays.stream(values).map(y -> y - 0.3).toArray();
        double[] high = java.util.Arrays.stream(values).map(y -> y + 0.3).toArray();
        Table table = new Table(
                "t",
                "T",
                List.of(
                        Column.doubles("x", "", x),
                        Column.doubles("y", "share of nodes", values),
                        Column.doubles("low", "share of nodes", low),
                        Column.doubles("high", "share of nodes", high)));
        return new Figure(
                "f",
                Kind.LINE,
                "F",
                "",
                table,
                List.of(new Series("s", "x", "y", "low", "high", Style.DATA, 0, values.length)),
                Axis.of("x"),
                Axis.of("Reach (share of nodes)", 0, 1));
    }

    @Test
    void marksAtBothEndsOfAnAxisAreDrawnWhole() {
        XYPlot plot = FigureChart.draw(shares(0, 1)).getXYPlot();
        Rectangle2D area = new Rectangle2D.Double(40, 20, 300, 150);
        double radius = ChartTheme.point(0, 4.5).getBounds2D().getHeight() / 2;
        assertEquals(1, plot.getRangeAxis().getUpperBound(), "the axis goes no further than shares do");
        assertEquals(0, plot.getRangeAxis().getLowerBound());
        double top = plot.getRangeAxis().valueToJava2D(1, area, RectangleEdge.LEFT);
        double bottom = plot.getRangeAxis().valueToJava2D(0, area, RectangleEdge.LEFT);
        assertTrue(top - radius >= area.getMinY() && bottom + radius <= area.getMaxY(), top + " " + bottom);
        assertEquals(
                0.25, plot.getRangeAxis().java2DToValue(bottom + (top - bottom) / 4, area, RectangleEdge.LEFT), 1e-9);
    }

    @Test
    void bandsOfSharesAreCutAtZeroAndOne() {
        XYPlot plot = FigureChart.draw(shares(0.1, 0.5, 0.9)).getXYPlot();
        IntervalXYDataset band = (IntervalXYDataset) plot.getDataset(0);
        assertEquals(0, band.getStartYValue(0, 0));
        assertEquals(0.4, band.getEndYValue(0, 0), 1e-12);
        assertEquals(1, band.getEndYValue(0, 2));
    }

    @Test
    void barsStandOnTheAxis() {
        Figure bars = Gallery.histogram();
        XYPlot plot = FigureChart.draw(bars).getXYPlot();
        Rectangle2D area = new Rectangle2D.Double(40, 20, 300, 150);
        assertEquals(area.getMaxY(), plot.getRangeAxis().valueToJava2D(0, area, RectangleEdge.LEFT), 1e-9);
    }

    @Test
    void numbersOnAxesDoNotFollowTheLanguageOfTheMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            List<String> texts = ChartText.of(FigureChart.draw(shares(0.1, 0.5, 0.9)), 120, 80).stream()
                    .map(ChartText::text)
                    .toList();
            assertTrue(texts.contains("0.4"), texts.toString());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void numbersBetweenWholeOnesAreNotWrittenWhereThereAreNone() {
        List<String> texts = ChartText.of(FigureChart.draw(shares(0.1, 0.5, 0.9)), 174, 80).stream()
                .map(ChartText::text)
                .toList();
        assertTrue(texts.containsAll(List.of("0", "1", "2")), texts.toString());
        assertFalse(texts.contains("0.5") || texts.contains("1.5"), texts.toString());
    }

    @Test
    void legendNamesWhatDiffersAndTheCaptionWhatIsCommon() {
        JFreeChart chart = FigureChart.draw(Gallery.longNames(Kind.LINE, 6));
        assertEquals(
                List.of(
                        "watts-threshold, threshold 0.18, random",
                        "watts-threshold, threshold 0.1, top-degree",
                        "independent-cascade, random",
                        "watts-threshold, threshold 0.18, top-degree",
                        "watts-threshold, threshold 0.1, random",
                        "independent-cascade, top-degree"),
                IntStream.range(0, 6)
                        .mapToObj(i -> chart.getXYPlot().getLegendItems().get(i).getLabel())
                        .toList());
        String caption = ((TextTitle) chart.getSubtitle(0)).getText();
        assertTrue(
                caption.startsWith(
                        "The series differ in model and seeding. All series: network erdos-renyi. 6 networks"),
                caption);
    }

    @Test
    void shortLegendsStayAsTheyAre() {
        assertEquals(
                "closed form, z = 4",
                SeriesNames.of(List.of("measured, z = 4", "closed form, z = 4")).get(1));
        SeriesNames same = SeriesNames.of(List.of("a very long name of a series", "a very long name of a series"));
        assertEquals("a very long name of a series", same.get(1));
        assertEquals("", same.note("series"));
        SeriesNames braces =
                SeriesNames.of(List.of("cascade{kind=x, value=0.2}, random 1", "cascade{kind=x, value=0.2}, top 5"));
        assertEquals("top 5", braces.get(1));
        assertEquals("All series: cascade{kind=x, value=0.2}.", braces.note("series"));
    }
}
