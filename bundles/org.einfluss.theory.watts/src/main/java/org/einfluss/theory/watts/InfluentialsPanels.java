package org.einfluss.theory.watts;

import java.util.Optional;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Findings;
import org.einfluss.charts.ChartTheme;
import org.einfluss.charts.ChartView;
import org.einfluss.charts.FigureChart;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.osgi.service.component.annotations.Component;

/** Mean reach from influentials and average nodes above, multiplier and direct influence below, over one axis. */
@Component(service = ChartView.class)
public final class InfluentialsPanels implements ChartView {
    /** For the registry. */
    public InfluentialsPanels() {}

    @Override
    public boolean draws(Findings findings) {
        return findings.kind().equals("influentials")
                && figure(findings, "reach").isPresent()
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
        XYPlot lower =
                FigureChart.draw(figure(findings, "multiplier").orElseThrow()).getXYPlot();
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
}
