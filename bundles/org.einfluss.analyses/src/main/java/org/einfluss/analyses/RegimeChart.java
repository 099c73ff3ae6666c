package org.einfluss.analyses;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.charts.ChartTheme;
import org.einfluss.charts.ChartView;
import org.einfluss.graph.Column;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;
import org.osgi.service.component.annotations.Component;

/**
 * The map of the best seeding: a panel for each network, contagions down, costs across; each cell bears the letter of its winner.
 *
 * <p>Letters and hatching tell in grey what the colours tell. Two that tie share a cell, of more their number stands ("3×"); "=" stands where there is no
 * difference. Hatched cells are undecided; "B?" or "BC?" are the only ones left.
 */
@Component(service = ChartView.class)
public final class RegimeChart implements ChartView {
    private static final Color NO_DIFFERENCE = new Color(0xD8D8D8);
    private static final Color HATCH = new Color(0x999999);
    private static final int MOST_LETTERS = 2;

    /** For the registry. */
    public RegimeChart() {}

    @Override
    public boolean draws(Findings findings) {
        return findings.kind().equals(RegimeTables.KIND)
                && findings.table(RegimeTables.REGIMES).isPresent()
                && findings.table(RegimeTables.POLICIES).isPresent();
    }

    private record Cell(int x, int y, String text, Paint fill) {}

    @Override
    public JFreeChart draw(Findings findings) {
        Table regimes = findings.table(RegimeTables.REGIMES).orElseThrow();
        List<String> policies =
                distinct(findings.table(RegimeTables.POLICIES).orElseThrow().column(RegimeTables.POLICY), row -> true);
        List<String> contagions = distinct(regimes.column(RegimeTables.CONTAGION), row -> true);
        SymbolAxis down = new SymbolAxis("", contagions.toArray(String[]::new));
        down.setInverted(true);
        CombinedRangeXYPlot map = new CombinedRangeXYPlot(down);
        map.setGap(6);
        Column network = regimes.column(RegimeTables.NETWORK);
        boolean costs = false;
        int number = 0;
        for (String name : distinct(network, row -> true)) {
            List<String> across = distinct(
                    regimes.column(RegimeTables.COST),
                    row -> network.textAt(row).equals(name));
            costs |= across.size() > 1;
            XYPlot panel = panel(regimes, name, across, contagions, policies);
            if (number++ % 2 == 1) { // long names beside each other stand on two lines
                panel.getDomainAxis().setLabelInsets(new RectangleInsets(14, 0, 0, 0));
            }
            map.add(panel);
        }
        map.setFixedLegendItems(legend(regimes, policies));
        JFreeChart chart = new JFreeChart(findings.title(), ChartTheme.bold(ChartTheme.TITLE_POINTS), map, true);
        ChartTheme.finish(chart, caption(findings, costs));
        map.setInsets(new RectangleInsets(2, 2, 2, 2));
        style(down);
        return chart;
    }

    private static String caption(Findings findings, boolean costs) {
        String across = costs ? "Across: fixed cost of a seed (alpha). " : "";
        String inference = String.join(
                ", or * ",
                distinct(findings.table(RegimeTables.REGIMES).orElseThrow().column("inference"), row -> true));
        return across + "Intervals over " + inference + ". " + findings.notes().get(0);
    }

    /** Different texts of a column in the order of their first rows. */
    private static List<String> distinct(Column column, Predicate<Integer> rows) {
        return IntStream.range(0, column.size())
                .boxed()
                .filter(rows)
                .map(column::textAt)
                .distinct()
                .toList();
    }

    private static XYPlot panel(
            Table regimes, String network, List<String> across, List<String> contagions, List<String> policies) {
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row < regimes.rows(); row++) {
            if (regimes.column(RegimeTables.NETWORK).textAt(row).equals(network)) {
                String verdict = regimes.column(RegimeTables.VERDICT).textAt(row);
                String[] best = regimes.column(RegimeTables.BEST).textAt(row).split(RegimeTables.AND, -1);
                cells.add(new Cell(
                        across.indexOf(regimes.column(RegimeTables.COST).textAt(row)),
                        contagions.indexOf(
                                regimes.column(RegimeTables.CONTAGION).textAt(row)),
                        text(verdict, best, policies),
                        fill(verdict, policies.indexOf(best[0]))));
            }
        }
        double[][] places = new double[2][cells.size()];
        for (int i = 0; i < cells.size(); i++) {
            places[0][i] = cells.get(i).x();
            places[1][i] = cells.get(i).y();
        }
        DefaultXYDataset dataset = new DefaultXYDataset();
        dataset.addSeries(network, places);
        boolean conditional = IntStream.range(0, regimes.rows())
                .anyMatch(
                        row -> regimes.column(RegimeTables.NETWORK).textAt(row).equals(network)
                                && regimes.column("inference").textAt(row).startsWith("runs"));
        SymbolAxis axis = new SymbolAxis(conditional ? network + " *" : network, across.toArray(String[]::new));
        style(axis);
        XYPlot panel = new XYPlot(dataset, axis, null, new CellRenderer(cells));
        panel.setBackgroundPaint(Color.WHITE);
        panel.setOutlineVisible(false);
        panel.setDomainGridlinesVisible(false);
        panel.setRangeGridlinesVisible(false);
        panel.setInsets(RectangleInsets.ZERO_INSETS);
        // A panel with one cost is as broad as the names of its networks need, one with many has room for each.
        panel.setWeight(Math.max(2, across.size()));
        return panel;
    }

    private static void style(SymbolAxis axis) {
        axis.setGridBandsVisible(false);
        axis.setLabelFont(ChartTheme.font(ChartTheme.TEXT_POINTS));
        axis.setTickLabelFont(ChartTheme.font(7f));
        axis.setLabelPaint(ChartTheme.ink());
        axis.setTickLabelPaint(ChartTheme.ink());
        axis.setTickMarksVisible(false);
        axis.setAxisLineVisible(false);
        axis.setLowerMargin(0);
        axis.setUpperMargin(0);
    }

    private static String letter(int policy) {
        return policy < 26 ? Character.toString('A' + policy) : Integer.toString(policy + 1);
    }

    private static String text(String verdict, String[] best, List<String> policies) {
        if (verdict.equals(RegimeTables.WORDS.get(BestPolicies.Verdict.NO_DIFFERENCE))) {
            return "=";
        }
        boolean open = verdict.equals(RegimeTables.WORDS.get(BestPolicies.Verdict.UNDECIDED));
        if (best.length > MOST_LETTERS) {
            return open ? "?" : best.length + "×";
        }
        StringBuilder letters = new StringBuilder();
        for (String one : best) {
            letters.append(letter(policies.indexOf(one)));
        }
        return open ? letters + "?" : letters.toString();
    }

    private static Paint fill(String verdict, int policy) {
        if (verdict.equals(RegimeTables.WORDS.get(BestPolicies.Verdict.NO_DIFFERENCE))) {
            return NO_DIFFERENCE;
        }
        if (verdict.equals(RegimeTables.WORDS.get(BestPolicies.Verdict.UNDECIDED))) {
            return hatch();
        }
        boolean tie = verdict.equals(RegimeTables.WORDS.get(BestPolicies.Verdict.TIE));
        return pale(ChartTheme.colour(policy), tie ? 0.25 : 0.55);
    }

    private static Color pale(Color colour, double share) {
        return new Color(pale(colour.getRed(), share), pale(colour.getGreen(), share), pale(colour.getBlue(), share));
    }

    private static int pale(int channel, double share) {
        return (int) Math.round(255 + share * (channel - 255));
    }

    private static Paint hatch() {
        int size = 16;
        BufferedImage tile = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = tile.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, size, size);
        pen.setColor(HATCH);
        pen.setStroke(new BasicStroke(1.6f));
        for (int x = -size; x <= size; x += size) {
            pen.drawLine(x, size, x + size, 0);
        }
        pen.dispose();
        return new TexturePaint(tile, new Rectangle(0, 0, 4, 4));
    }

    private static LegendItemCollection legend(Table regimes, List<String> policies) {
        LegendItemCollection items = new LegendItemCollection();
        for (int i = 0; i < policies.size(); i++) {
            items.add(item(letter(i), policies.get(i), pale(ChartTheme.colour(i), 0.55)));
        }
        List<String> verdicts = distinct(regimes.column(RegimeTables.VERDICT), row -> true);
        if (verdicts.contains(RegimeTables.WORDS.get(BestPolicies.Verdict.NO_DIFFERENCE))) {
            items.add(item("=", "no difference", NO_DIFFERENCE));
        }
        if (verdicts.contains(RegimeTables.WORDS.get(BestPolicies.Verdict.UNDECIDED))) {
            items.add(item("?", "undecided", hatch()));
        }
        return items;
    }

    /** The mark of the cells is cut out of the box, so that it is told without colour, too. */
    private static LegendItem item(String mark, String label, Paint fill) {
        Shape glyph = ChartTheme.bold(ChartTheme.TEXT_POINTS)
                .createGlyphVector(new FontRenderContext(null, true, true), mark)
                .getOutline();
        Rectangle2D size = glyph.getBounds2D();
        Area box = new Area(new Rectangle2D.Double(-6, -6, 12, 12));
        box.subtract(new Area(AffineTransform.getTranslateInstance(-size.getCenterX(), -size.getCenterY())
                .createTransformedShape(glyph)));
        return new LegendItem(mark + "  " + label, "", "", "", box, fill);
    }

    /** Fills a unit square around each point and writes its text into it. */
    private static final class CellRenderer extends AbstractXYItemRenderer {
        private static final long serialVersionUID = 1;

        private final transient List<Cell> cells;

        CellRenderer(List<Cell> cells) {
            this.cells = cells;
        }

        @Override
        public void drawItem(
                Graphics2D pen,
                XYItemRendererState state,
                Rectangle2D area,
                PlotRenderingInfo info,
                XYPlot plot,
                ValueAxis domain,
                ValueAxis range,
                XYDataset dataset,
                int series,
                int item,
                CrosshairState crosshair,
                int pass) {
            Cell cell = cells.get(item);
            double left = domain.valueToJava2D(cell.x() - 0.5, area, plot.getDomainAxisEdge());
            double right = domain.valueToJava2D(cell.x() + 0.5, area, plot.getDomainAxisEdge());
            double above = range.valueToJava2D(cell.y() - 0.5, area, plot.getRangeAxisEdge());
            double below = range.valueToJava2D(cell.y() + 0.5, area, plot.getRangeAxisEdge());
            Rectangle2D square = new Rectangle2D.Double(
                    Math.min(left, right), Math.min(above, below), Math.abs(right - left), Math.abs(below - above));
            pen.setPaint(cell.fill());
            pen.fill(square);
            pen.setPaint(Color.WHITE);
            pen.setStroke(new BasicStroke(0.8f));
            pen.draw(square);
            pen.setFont(ChartTheme.font(ChartTheme.TEXT_POINTS));
            if (cell.fill() instanceof TexturePaint) {
                // The mark stays legible on the hatching.
                double width = pen.getFontMetrics().stringWidth(cell.text()) + 3;
                pen.setPaint(Color.WHITE);
                pen.fill(new Rectangle2D.Double(square.getCenterX() - width / 2, square.getCenterY() - 5, width, 10));
            }
            pen.setPaint(ChartTheme.ink());
            TextUtils.drawAlignedString(
                    cell.text(), pen, (float) square.getCenterX(), (float) square.getCenterY(), TextAnchor.CENTER);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
