package org.einfluss.theory.baselines;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.einfluss.api.findings.Figure.Axis;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.charts.ChartTheme;
import org.einfluss.charts.ChartView;
import org.einfluss.charts.HeatMap;
import org.einfluss.graph.Column;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.PaintScaleLegend;
import org.osgi.service.component.annotations.Component;

/** The bifurcation picture: where opinions end, against the confidence bound; two models side by side. */
@Component(service = ChartView.class)
public final class OpinionMap implements ChartView {
    private static final int MOST_PANELS = 2;
    /** Parts of the scale with fewer nodes look empty. */
    private static final double LEAST_SHARE = 0.001;

    /** For the registry. */
    public OpinionMap() {}

    @Override
    public boolean draws(Findings findings) {
        return findings.kind().equals(OpinionClusters.KIND)
                && findings.table("opinions").filter(t -> t.rows() > 0).isPresent();
    }

    @Override
    public JFreeChart draw(Findings findings) {
        Table table = findings.table("opinions").orElseThrow();
        String caption =
                findings.figures().isEmpty() ? "" : findings.figures().get(0).caption();
        Set<String> series = new LinkedHashSet<>();
        Column names = table.column("series");
        for (int i = 0; i < table.rows(); i++) {
            series.add(names.textAt(i));
        }
        List<String> panels = series.stream().limit(MOST_PANELS).toList();
        String title = "Where opinions end";
        String runs = caption.replace(OpinionClusters.BANDS, "") + "; mean over all runs.";
        JFreeChart chart = map(title, panels.get(0) + "; " + runs, rows(table, panels.get(0)));
        if (panels.size() == 1) {
            return chart;
        }
        XYPlot first = chart.getXYPlot();
        CombinedRangeXYPlot both = new CombinedRangeXYPlot(first.getRangeAxis());
        both.setGap(12);
        both.add(first);
        both.add(map(title, "", rows(table, panels.get(1))).getXYPlot());
        JFreeChart joined = ChartTheme.finish(
                new JFreeChart(title, ChartTheme.bold(ChartTheme.TITLE_POINTS), both, false),
                "Left: " + panels.get(0) + "; right: " + panels.get(1) + "; " + runs);
        for (int i = 0; i < chart.getSubtitleCount(); i++) {
            if (chart.getSubtitle(i) instanceof PaintScaleLegend scale) {
                joined.addSubtitle(scale);
            }
        }
        return joined;
    }

    private static JFreeChart map(String title, String caption, Table table) {
        return new HeatMap(
                        title,
                        caption,
                        table,
                        "epsilon",
                        "opinion",
                        "share",
                        Axis.of("Confidence bound ε (opinion)"),
                        Axis.of("Opinion in the end", 0, 1),
                        new Axis("Nodes (share)", true, LEAST_SHARE, 1),
                        List.of())
                .draw();
    }

    /** The rows of one series; shares too small for the scale become empty. */
    private static Table rows(Table table, String series) {
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < table.rows(); i++) {
            if (table.column("series").textAt(i).equals(series)) {
                chosen.add(i);
            }
        }
        List<Column> columns = new ArrayList<>();
        for (String name : List.of("epsilon", "opinion", "share")) {
            Column column = table.column(name);
            columns.add(Column.doubles(
                    name,
                    column.unit(),
                    chosen.stream()
                            .mapToDouble(i -> column.doubleAt(i))
                            .map(value -> name.equals("share") && value < LEAST_SHARE ? Double.NaN : value)
                            .toArray()));
        }
        return new Table("opinions", table.title(), columns);
    }
}
