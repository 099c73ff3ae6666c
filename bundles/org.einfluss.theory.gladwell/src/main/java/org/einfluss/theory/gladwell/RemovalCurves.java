package org.einfluss.theory.gladwell;

import java.util.List;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Findings;
import org.einfluss.charts.ChartTheme;
import org.einfluss.charts.ChartView;
import org.einfluss.charts.FigureChart;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.osgi.service.component.annotations.Component;

/** The removal curves of up to four roles or settings side by side, over one axis of frequency. */
@Component(service = ChartView.class)
public final class RemovalCurves implements ChartView {
    private static final int MOST = 4;
    /** For the halves of the last number of a panel and of the first of the next. */
    private static final double ROOM = 26;

    /** For the registry. */
    public RemovalCurves() {}

    @Override
    public boolean draws(Findings findings) {
        return findings.kind().equals("role-removal") && !findings.figures().isEmpty();
    }

    @Override
    public JFreeChart draw(Findings findings) {
        List<Figure> figures = findings.figures();
        XYPlot first = FigureChart.draw(figures.get(0)).getXYPlot();
        CombinedRangeXYPlot all = new CombinedRangeXYPlot(first.getRangeAxis());
        all.setGap(ROOM);
        for (int i = 0; i < Math.min(MOST, figures.size()); i++) {
            XYPlot panel = i == 0 ? first : FigureChart.draw(figures.get(i)).getXYPlot();
            panel.getDomainAxis().setLabel(figures.get(i).title());
            all.add(panel);
        }
        all.setFixedLegendItems(first.getLegendItems());
        JFreeChart chart = new JFreeChart(
                "Global cascades without the few, and without others",
                ChartTheme.bold(ChartTheme.TITLE_POINTS),
                all,
                true);
        String more = figures.size() > MOST ? " First " + MOST + " of " + figures.size() + " curves." : "";
        return ChartTheme.finish(chart, figures.get(0).caption() + more);
    }
}
