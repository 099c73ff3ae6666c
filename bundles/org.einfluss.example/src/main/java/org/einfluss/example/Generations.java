package org.einfluss.example;

import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.charts.ChartTheme;
import org.einfluss.charts.ChartView;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.osgi.service.component.annotations.Component;

/** Draws the hearers of {@link RumourOnTree} as a wave that rises and fades: an area, which no simple figure has. */
@Component(service = ChartView.class)
public final class Generations implements ChartView {
    @Override
    public boolean draws(Findings findings) {
        return findings.kind().equals("example-rumour-on-tree")
                && findings.table("hearers").filter(table -> table.rows() > 1).isPresent();
    }

    @Override
    public JFreeChart draw(Findings findings) {
        Table table = findings.table("hearers").orElseThrow();
        double[] step = table.column("step").toDoubles();
        double[] hearers = table.column("hearers").toDoubles();
        XYSeries wave = new XYSeries("hearers", false);
        for (int i = 0; i < step.length; i++) {
            if (Double.isFinite(step[i]) && Double.isFinite(hearers[i])) {
                wave.add(step[i], hearers[i]);
            }
        }
        XYAreaRenderer renderer = new XYAreaRenderer();
        renderer.setSeriesPaint(0, ChartTheme.colour(0));
        boolean empty = wave.isEmpty();
        XYPlot plot = new XYPlot(
                new XYSeriesCollection(wave),
                ChartTheme.axis(Figure.Axis.of("Step"), empty ? 0 : wave.getMinX(), empty ? 1 : wave.getMaxX()),
                ChartTheme.axis(Figure.Axis.of("Expected hearers (nodes)"), 0, empty ? 1 : wave.getMaxY()),
                renderer);
        JFreeChart chart = new JFreeChart(findings.title(), ChartTheme.bold(ChartTheme.TITLE_POINTS), plot, false);
        return ChartTheme.finish(chart, "On a tree, where nobody hears it twice.");
    }
}
