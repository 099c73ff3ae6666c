package org.einfluss.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;
import java.util.function.Consumer;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.charts.ChartView;
import org.einfluss.charts.FigureChart;
import org.einfluss.graph.Column;
import org.einfluss.tck.check.ChartViewChecks;
import org.einfluss.tck.check.Result;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.junit.jupiter.api.Test;

/** The contract of chart views finds what is wrong with a view, and nothing with a right one. */
class BrokenChartViewTest {
    private static final Findings FINDINGS = new Findings(
            "lines",
            "Lines",
            List.of(new Table(
                    "t",
                    "T",
                    List.of(
                            Column.doubles("x", "", new double[] {1, 2, 3}),
                            Column.doubles("y", "share of runs", new double[] {0, 1, 0.5})))),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    /** Draws two lines, then spoils the chart. */
    private static final class View implements ChartView {
        private final Consumer<JFreeChart> spoil;
        private final int leastRows;

        View(int leastRows, Consumer<JFreeChart> spoil) {
            this.leastRows = leastRows;
            this.spoil = spoil;
        }

        @Override
        public boolean draws(Findings findings) {
            return findings.kind().equals("lines") && findings.table("t").isPresent();
        }

        @Override
        public JFreeChart draw(Findings findings) {
            Table table = findings.table("t").orElseThrow();
            if (leastRows > 0) {
                table.column("x").doubleAt(leastRows - 1);
            }
            JFreeChart chart = FigureChart.draw(new Figure(
                    "f",
                    Figure.Kind.LINE,
                    "Two lines",
                    "",
                    table,
                    List.of(
                            Series.of("one", "x", "y", Style.DATA, 0, table.rows()),
                            Series.of("other", "x", "y", Style.DATA, 0, table.rows())),
                    Axis.of("x"),
                    Axis.of("y", 0, 1)));
            spoil.accept(chart);
            return chart;
        }
    }

    private static List<String> violated(View view) {
        return new ChartViewChecks(view, List.of(FINDINGS))
                .check().stream()
                        .filter(result -> !result.passed())
                        .map(Result::clause)
                        .toList();
    }

    @Test
    void rightViewKeepsEveryClause() {
        assertEquals(List.of(), violated(new View(0, chart -> {})));
    }

    @Test
    void viewThatNeedsRowsIsFound() {
        assertEquals(List.of("draws whatever the tables hold"), violated(new View(1, chart -> {})));
    }

    @Test
    void whatHidesOrCoversTextIsFound() {
        View covered = new View(0, chart -> {
            chart.getXYPlot().addAnnotation(new XYTextAnnotation("upon each other", 2, 0.5));
            chart.getXYPlot().addAnnotation(new XYTextAnnotation("what is written", 2, 0.5));
        });
        assertTrue(
                violated(covered).contains("can be read on paper"),
                violated(covered).toString());
    }

    @Test
    void seriesThatLookAlikeAreFound() {
        View alike = new View(0, chart -> {
            for (int i = 0; i < 2; i++) {
                XYLineAndShapeRenderer renderer =
                        (XYLineAndShapeRenderer) chart.getXYPlot().getRenderer(i);
                renderer.setSeriesPaint(0, i == 0 ? new Color(0xCC0000) : new Color(0x006A00));
                renderer.setSeriesStroke(0, new java.awt.BasicStroke(1));
                renderer.setSeriesShapesVisible(0, false);
            }
        });
        assertTrue(
                violated(alike).contains("can be read in grey"), violated(alike).toString());
    }
}
