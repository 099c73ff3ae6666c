package org.einfluss.theory.watts;

import org.einfluss.api.findings.Findings;
import org.einfluss.charts.ChartView;
import org.jfree.chart.JFreeChart;
import org.osgi.service.component.annotations.Component;

/** The map of the mean reach over threshold and mean degree, with the staircase R_v = 1. */
@Component(service = ChartView.class)
public final class ReachMap implements ChartView {
    /** For the registry. */
    public ReachMap() {}

    @Override
    public boolean draws(Findings findings) {
        return WindowMap.isMap(findings);
    }

    @Override
    public JFreeChart draw(Findings findings) {
        return WindowMap.map(
                findings, "mean-reach", "Mean reach of all cascades, failed ones included", "Reach (share of nodes)");
    }
}
