package org.einfluss.theory.flow;

import java.util.List;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Findings;
import org.einfluss.charts.ChartView;
import org.einfluss.charts.HeatMap;
import org.jfree.chart.JFreeChart;
import org.osgi.service.component.annotations.Component;

/** The map of adoption over pushes per source and number of sources, computed or simulated. */
@Component(service = ChartView.class)
public final class PushMap implements ChartView {
    /** For the registry. */
    public PushMap() {}

    @Override
    public boolean draws(Findings findings) {
        return (findings.kind().equals("push-budget") || findings.kind().equals("push-map"))
                && findings.table(PushBudget.MAP).isPresent();
    }

    @Override
    public JFreeChart draw(Findings findings) {
        String caption =
                findings.figures().isEmpty() ? "" : findings.figures().get(0).caption();
        return new HeatMap(
                        "Adoption by pushes per source and number of sources",
                        caption,
                        findings.table(PushBudget.MAP).orElseThrow(),
                        "pushes",
                        "sources",
                        "adoption",
                        Axis.of("Pushes per source n"),
                        Axis.of("Number of sources S"),
                        Axis.of(
                                findings.kind().equals("push-map")
                                        ? "Share of nodes that adopt"
                                        : "Probability of adoption",
                                0,
                                1),
                        List.of())
                .draw();
    }
}
