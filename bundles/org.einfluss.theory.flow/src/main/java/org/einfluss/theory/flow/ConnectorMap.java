package org.einfluss.theory.flow;

import java.util.ArrayList;
import java.util.List;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.charts.ChartView;
import org.einfluss.charts.HeatMap;
import org.einfluss.graph.Column;
import org.jfree.chart.JFreeChart;
import org.osgi.service.component.annotations.Component;

/** The advantage of connectors over leaders abroad, early, over the strength of the contagion and the ties abroad. */
@Component(service = ChartView.class)
public final class ConnectorMap implements ChartView {
    /** For the registry. */
    public ConnectorMap() {}

    @Override
    public boolean draws(Findings findings) {
        return findings.kind().equals("leaders-and-connectors")
                && findings.table("map").isPresent()
                && rows(findings.table("map").orElseThrow()).size() > 0;
    }

    /** Rows abroad and early that have a place on the map, of the first model that has some. */
    private static List<Integer> rows(Table map) {
        List<Integer> rows = new ArrayList<>();
        for (int r = 0; r < map.rows(); r++) {
            if (map.column("place").textAt(r).equals("others")
                    && map.column("horizon").textAt(r).equals("early")
                    && Double.isFinite(map.column("outside").doubleAt(r))
                    && Double.isFinite(map.column("strength").doubleAt(r))
                    && (rows.isEmpty()
                            || map.column("model")
                                    .textAt(r)
                                    .equals(map.column("model").textAt(rows.get(0))))) {
                rows.add(r);
            }
        }
        return rows;
    }

    @Override
    public JFreeChart draw(Findings findings) {
        Table map = findings.table("map").orElseThrow();
        List<Integer> rows = rows(map);
        List<Column> columns = new ArrayList<>();
        for (String name : List.of("strength", "outside", "advantage")) {
            columns.add(Column.doubles(
                    name,
                    "",
                    rows.stream().mapToDouble(r -> map.column(name).doubleAt(r)).toArray()));
        }
        double most = rows.stream()
                .mapToDouble(r -> Math.abs(map.column("advantage").doubleAt(r)))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        String caption =
                findings.figures().isEmpty() ? "" : findings.figures().get(0).caption();
        return new HeatMap(
                        "Connectors against leaders abroad, early",
                        map.column("model").textAt(rows.get(0))
                                + "; above 0 connectors reach more of the other communities. " + caption,
                        new Table("map", "Advantage of connectors", columns),
                        "strength",
                        "outside",
                        "advantage",
                        Axis.of("Strength of the contagion (probability or threshold)"),
                        Axis.of("Mean degree to other blocks k_out (links per node)"),
                        Axis.of("ln(reach of connectors / reach of leaders)", -most, most),
                        List.of())
                .draw();
    }
}
