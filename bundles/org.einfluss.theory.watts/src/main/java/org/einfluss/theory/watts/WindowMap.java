package org.einfluss.theory.watts;

import java.util.List;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Figure.Series;
import org.einfluss.api.findings.Figure.Style;
import org.einfluss.api.findings.Findings;
import org.einfluss.charts.ChartView;
import org.einfluss.charts.HeatMap;
import org.jfree.chart.JFreeChart;
import org.osgi.service.component.annotations.Component;

/** The map of the frequency of global cascades over threshold and mean degree, with the staircase R_v = 1. */
@Component(service = ChartView.class)
public final class WindowMap implements ChartView {
    /** For the registry. */
    public WindowMap() {}

    @Override
    public boolean draws(Findings findings) {
        return isMap(findings);
    }

    @Override
    public JFreeChart draw(Findings findings) {
        return map(findings, "global", "Frequency of global cascades", "Frequency (share of runs)");
    }

    static boolean isMap(Findings findings) {
        return findings.kind().equals("cascade-window")
                && findings.table("cells").isPresent();
    }

    static JFreeChart map(Findings findings, String value, String title, String scale) {
        List<HeatMap.Overlay> staircase = findings.table("staircase").stream()
                .flatMap(table -> List.of(
                        new HeatMap.Overlay(
                                table, Series.of("R_v = 1, upper edge", "phi", "z2", Style.OVERLAY, 0, table.rows())),
                        new HeatMap.Overlay(
                                table, Series.of("R_v = 1, lower edge", "phi", "z1", Style.OVERLAY, 0, table.rows())))
                        .stream())
                .toList();
        // What the figures say of bands and lines does not hold for the map.
        String caption = findings.figures().isEmpty()
                ? ""
                : findings.figures().get(0).caption().replaceFirst("; bands: .*", "") + ".";
        return new HeatMap(
                        title,
                        caption,
                        findings.table("cells").orElseThrow(),
                        "phi",
                        "z",
                        value,
                        Axis.of(CascadeWindow.PHI_AXIS),
                        Axis.of(CascadeWindow.Z_AXIS),
                        Axis.of(scale, 0, 1),
                        staircase)
                .draw();
    }
}
