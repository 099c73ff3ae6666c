package org.einfluss.theory.watts;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.util.Locale;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.charts.ChartTheme;
import org.einfluss.charts.ChartView;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.osgi.service.component.annotations.Component;

/** Cascade trees side by side, in order of structural virality: roots in the middle, generations on circles. */
@Component(service = ChartView.class)
public final class TreeGallery implements ChartView {
    private static final double CELL = 2.7;
    private static final int COLUMNS = 3;

    /** For the registry. */
    public TreeGallery() {}

    @Override
    public boolean draws(Findings findings) {
        return findings.kind().equals("structural-virality")
                && findings.table("gallery").filter(TreeGallery::holdsTrees).isPresent();
    }

    /** Trees numbered from 1, each beginning with its root, every parent before its children. */
    private static boolean holdsTrees(Table table) {
        int last = 0;
        int first = 0;
        for (int row = 0; row < table.rows(); row++) {
            double parent = table.column("parent").doubleAt(row);
            boolean root = Double.isNaN(parent);
            last += root ? 1 : 0;
            first = root ? row : first;
            boolean placed = Math.abs(table.column("x").doubleAt(row)) <= 1.001
                    && Math.abs(table.column("y").doubleAt(row)) <= 1.001;
            if (!placed
                    || table.column("tree").doubleAt(row) != last
                    || !root && !(parent >= 0 && parent < row - first)) {
                return false;
            }
        }
        return last > 0;
    }

    @Override
    public JFreeChart draw(Findings findings) {
        Table table = findings.table("gallery").orElseThrow();
        int trees = (int) table.column("tree").doubleAt(table.rows() - 1);
        int rows = (trees + COLUMNS - 1) / COLUMNS;
        XYSeries links = new XYSeries("links", false, true);
        XYSeries nodes = new XYSeries("nodes", false, true);
        XYSeries roots = new XYSeries("roots", false, true);
        XYPlot plot = new XYPlot(null, axis(COLUMNS), axis(rows), null);
        int first = 0;
        for (int row = 0; row < table.rows(); row++) {
            int tree = (int) table.column("tree").doubleAt(row) - 1;
            double left = CELL * (tree % COLUMNS);
            double bottom = CELL * (rows - 1 - tree / COLUMNS);
            double x = left + table.column("x").doubleAt(row);
            double y = bottom + table.column("y").doubleAt(row);
            double parent = table.column("parent").doubleAt(row);
            if (Double.isNaN(parent)) {
                first = row;
                roots.add(x, y);
                plot.addAnnotation(label(table, row, left, bottom));
            } else {
                int up = first + (int) parent;
                links.add(x, y);
                links.add(
                        left + table.column("x").doubleAt(up),
                        bottom + table.column("y").doubleAt(up));
                links.add(x, Double.NaN);
                nodes.add(x, y);
            }
        }
        layer(plot, 0, links, new XYLineAndShapeRenderer(true, false), 0);
        layer(plot, 1, nodes, new XYLineAndShapeRenderer(false, true), 3.2);
        layer(plot, 2, roots, new XYLineAndShapeRenderer(false, true), 6);
        plot.setDatasetRenderingOrder(org.jfree.chart.plot.DatasetRenderingOrder.FORWARD);
        JFreeChart chart = new JFreeChart(
                "Cascade trees by structural virality", ChartTheme.bold(ChartTheme.TITLE_POINTS), plot, false);
        ChartTheme.finish(
                chart,
                (findings.figures().isEmpty() ? "" : findings.figures().get(0).caption() + " ") + table.title()
                        + ". Large dots: roots.");
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        return chart;
    }

    private static NumberAxis axis(int cells) {
        NumberAxis axis = new NumberAxis();
        axis.setRange(-CELL / 2, CELL * (cells - 0.5));
        axis.setVisible(false);
        return axis;
    }

    private static XYTextAnnotation label(Table table, int row, double left, double bottom) {
        XYTextAnnotation text = new XYTextAnnotation(
                String.format(
                        Locale.ROOT,
                        "n = %.0f, ν = %.2f",
                        table.column("size").doubleAt(row),
                        table.column("nu").doubleAt(row)),
                left,
                bottom - 1.2);
        text.setFont(ChartTheme.font(7f));
        text.setPaint(ChartTheme.ink());
        return text;
    }

    private static void layer(XYPlot plot, int index, XYSeries series, XYLineAndShapeRenderer renderer, double size) {
        renderer.setSeriesPaint(0, index == 0 ? ChartTheme.ink() : ChartTheme.colour(index == 1 ? 0 : 2));
        renderer.setSeriesStroke(0, new BasicStroke(0.5f));
        renderer.setSeriesShape(0, new Ellipse2D.Double(-size / 2, -size / 2, size, size));
        renderer.setDrawSeriesLineAsPath(true);
        plot.setDataset(index, new XYSeriesCollection(series));
        plot.setRenderer(index, renderer);
    }
}
