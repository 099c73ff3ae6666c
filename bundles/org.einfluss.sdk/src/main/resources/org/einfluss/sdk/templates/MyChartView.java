import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.charts.ChartTheme;
import org.einfluss.charts.ChartView;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.osgi.service.component.annotations.Component;

/** Draws the share of nodes that have at least so many ties, from any findings that count nodes by ties. */
@Component(service = ChartView.class)
public final class MyChartView implements ChartView {
    private static final String TABLE = "out-degree"; // of network-summary, and of the analysis to begin with

    @Override
    public boolean draws(Findings findings) {
        return findings.table(TABLE).filter(table -> table.rows() > 0).isPresent();
    }

    @Override
    public JFreeChart draw(Findings findings) {
        Table table = findings.table(TABLE).orElseThrow();
        double[] ties = table.column("out-degree").toDoubles();
        double[] nodes = table.column("count").toDoubles();
        double all = 0;
        for (double some : nodes) {
            all += some;
        }
        XYSeries series = new XYSeries("nodes", false);
        double left = all;
        for (int i = 0; i < ties.length && left > 0; i++) {
            series.add(ties[i], left / all);
            left -= nodes[i];
        }
        XYStepRenderer renderer = new XYStepRenderer();
        renderer.setSeriesPaint(0, ChartTheme.colour(0));
        renderer.setSeriesStroke(0, ChartTheme.line(0));
        XYPlot plot = new XYPlot(
                new XYSeriesCollection(series),
                ChartTheme.axis(Figure.Axis.of("At least so many ties"), 0, Math.max(1, series.getMaxX())),
                ChartTheme.axis(Figure.Axis.of("Share of nodes", 0, 1), 0, 1),
                renderer);
        JFreeChart chart = new JFreeChart("How many ties nodes have", ChartTheme.bold(ChartTheme.TITLE_POINTS), plot, false);
        return ChartTheme.finish(chart, findings.title());
    }
}
