package org.einfluss.theory.watts;

import java.util.Optional;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings;
import org.einfluss.charts.ChartTheme;
import org.einfluss.charts.ChartView;
import org.einfluss.charts.FigureChart;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.osgi.service.component.annotations.Component;

/** Mean reach from influentials and average nodes above, multiplier and direct influence below, over one axis. */
@Component(service = ChartView.class)
public final class InfluentialsPanels implements ChartView {
    /** One legend serves both panels: of more lines it would leave no room for them; then the two figures stand alone. */
    private static final int MOST_SERIES = 4;

    /** For the registry. */
    public InfluentialsPanels() {}

    @Override
    public boolean draws(Findings findings) {
        return findings.kind().equals("influentials")
                && figure(findings, "reach")
                        .filter(reach -> count(reach, Style.DATA) <= MOST_SERIES)
                        .isPresent()
                && figure(findings, "multiplier").isPresent();
    }

    private static Optional<Figure> figure(Findings findings, String name) {
        return findings.figures().stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst();
    }

    @Override
    public JFreeChart draw(Findings findings) {
        Figure reach = figure(findings, "reach").orElseThrow();
        XYPlot upper = FigureChart.draw(reach).getXYPlot();
        Figure multiplier = figure(findings, "multiplier").orElseThrow();
        XYPlot lower = FigureChart.draw(multiplier).getXYPlot();
        restyle(lower, count(reach, Style.DATA), count(reach, Style.OVERLAY));
        // Half the height has no room for the figures' own labels.
        upper.getRangeAxis().setLabel("Mean reach");
        lower.getRangeAxis().setLabel("M and D");
        CombinedDomainXYPlot both = new CombinedDomainXYPlot(lower.getDomainAxis());
        both.setGap(14);
        both.add(upper);
        both.add(lower);
        JFreeChart chart = new JFreeChart(reach.title(), ChartTheme.bold(ChartTheme.TITLE_POINTS), both, true);
        return ChartTheme.finish(chart, reach.caption());
    }

    private static int count(Figure figure, Style style) {
        return (int)
                figure.series().stream().filter(one -> one.style() == style).count();
    }

    /** Goes on with the styles where the upper panel ended, as both share one legend. */
    private static void restyle(XYPlot plot, int data, int overlays) {
        int lines = data;
        int closedForms = overlays;
        int bands = data;
        for (int i = 0; i < plot.getDatasetCount(); i++) {
            XYItemRenderer renderer = plot.getRenderer(i);
            if (renderer instanceof DeviationRenderer band) {
                band.setDefaultFillPaint(ChartTheme.colour(bands));
                bands += 2; // M has a band, D has none
            } else if (ChartTheme.ink().equals(renderer.getSeriesPaint(0))) {
                renderer.setSeriesStroke(0, ChartTheme.overlay(closedForms++));
            } else if (renderer instanceof XYLineAndShapeRenderer) {
                renderer.setSeriesPaint(0, ChartTheme.colour(lines));
                renderer.setSeriesStroke(0, ChartTheme.line(lines));
                renderer.setSeriesShape(0, ChartTheme.point(lines++, 4.5));
            }
        }
    }
}
