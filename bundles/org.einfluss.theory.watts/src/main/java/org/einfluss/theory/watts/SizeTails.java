package org.einfluss.theory.watts;

import java.util.ArrayList;
import java.util.List;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings;
import org.einfluss.charts.ChartTheme;
import org.einfluss.charts.ChartView;
import org.einfluss.charts.FigureChart;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;
import org.osgi.service.component.annotations.Component;

/** Cascade sizes at the first and the last design point side by side: the two edges of the window. */
@Component(service = ChartView.class)
public final class SizeTails implements ChartView {
    /** For the registry. */
    public SizeTails() {}

    @Override
    public boolean draws(Findings findings) {
        return findings.kind().equals("cascade-sizes") && !tails(findings).isEmpty();
    }

    private static List<Figure> tails(Findings findings) {
        return findings.figures().stream()
                .filter(figure -> figure.name().equals("ccdf"))
                .filter(figure -> figure.series().stream()
                                .filter(one -> one.style() == Style.DATA)
                                .count()
                        > 1)
                .toList();
    }

    @Override
    public JFreeChart draw(Findings findings) {
        Figure figure = tails(findings).get(0);
        List<Series> edges = new ArrayList<>();
        figure.series().stream().filter(one -> one.style() == Style.DATA).forEach(edges::add);
        XYPlot first = panel(figure, edges.get(0));
        XYPlot last = panel(figure, edges.get(edges.size() - 1));
        ValueAxis shares = first.getRangeAxis();
        shares.setRange(Range.combine(shares.getRange(), last.getRangeAxis().getRange()));
        CombinedRangeXYPlot both = new CombinedRangeXYPlot(shares);
        both.setGap(12);
        both.add(first);
        both.add(last);
        JFreeChart chart = new JFreeChart(figure.title(), ChartTheme.bold(ChartTheme.TITLE_POINTS), both, false);
        return ChartTheme.finish(
                chart,
                "Left: " + edges.get(0).label() + "; right: "
                        + edges.get(edges.size() - 1).label() + "; " + figure.caption());
    }

    /** One design point with its closed form; drawn as a figure of its own, whose plot is then taken out. */
    private static XYPlot panel(Figure figure, Series series) {
        List<Series> shown = figure.series().stream()
                .filter(one -> one.fromRow() == series.fromRow())
                .toList();
        Figure one = new Figure(
                figure.name(), figure.kind(), figure.title(), "", figure.table(), shown, figure.x(), figure.y());
        return FigureChart.draw(one).getXYPlot();
    }
}
