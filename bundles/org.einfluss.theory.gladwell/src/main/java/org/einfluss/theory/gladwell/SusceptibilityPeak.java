package org.einfluss.theory.gladwell;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.charts.ChartTheme;
import org.einfluss.charts.ChartView;
import org.einfluss.charts.FigureChart;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.osgi.service.component.annotations.Component;

/** Reach, relative fluctuation and the size of non-global cascades over one control parameter, with the known threshold. */
@Component(service = ChartView.class)
public final class SusceptibilityPeak implements ChartView {
    private static final List<String> PANELS = List.of("reach", "delta", "others");
    /** Short enough for a third of the height; the caption says more. */
    private static final List<String> LABELS = List.of("E(S)", "Δ", "nodes");

    /** For the registry. */
    public SusceptibilityPeak() {}

    @Override
    public boolean draws(Findings findings) {
        return findings.kind().equals("tipping-point") && panels(findings).size() == PANELS.size();
    }

    private static List<Figure> panels(Findings findings) {
        List<Figure> panels = new ArrayList<>();
        for (String name : PANELS) {
            findings.figures().stream()
                    .filter(figure -> figure.name().equals(name))
                    .forEach(panels::add);
        }
        return panels;
    }

    @Override
    public JFreeChart draw(Findings findings) {
        List<Figure> panels = panels(findings);
        XYPlot first = FigureChart.draw(panels.get(0)).getXYPlot();
        CombinedDomainXYPlot all = new CombinedDomainXYPlot(first.getDomainAxis());
        all.setGap(8);
        for (int i = 0; i < panels.size(); i++) {
            XYPlot panel = i == 0 ? first : FigureChart.draw(panels.get(i)).getXYPlot();
            panel.getRangeAxis().setLabel(LABELS.get(i));
            mark(panel, findings);
            all.add(panel);
        }
        boolean legend = panels.get(0).series().size() > 1;
        all.setFixedLegendItems(first.getLegendItems());
        JFreeChart chart = new JFreeChart(findings.title(), ChartTheme.bold(ChartTheme.TITLE_POINTS), all, legend);
        String dashed = findings.table("known").isPresent() ? " Dashed: threshold known from theory." : "";
        return ChartTheme.finish(
                chart,
                panels.get(0).caption()
                        + " E(S): mean reach (share of nodes); Δ = sd(S)/E(S); below: mean size of the cascades that are not global."
                        + dashed);
    }

    private static void mark(XYPlot panel, Findings findings) {
        Table known = findings.table("known").orElse(null);
        for (int i = 0; known != null && i < known.rows(); i += 2) {
            ValueMarker marker = new ValueMarker(known.column("lambda").doubleAt(i), ChartTheme.ink(), dashes());
            panel.addDomainMarker(marker);
        }
    }

    private static BasicStroke dashes() {
        return ChartTheme.overlay(0);
    }
}
