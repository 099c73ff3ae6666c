package org.einfluss.charts;

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
import java.util.List;
import java.util.Objects;
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

/**
 * A map of verdicts: named rows down, panels of named columns across, in each cell a short text on a pale colour. The texts tell in grey what the
 * colours tell.
 *
 * @param title title above the chart
 * @param caption what a reader must know
 * @param rows names of the rows, from the top
 * @param panels the panels, from the left
 * @param keys what texts and colours mean
 */
public record CellMap(String title, String caption, List<String> rows, List<Panel> panels, List<Key> keys) {
    /** The colour of cells without a difference, lighter than every pale colour. */
    public static final Color NEUTRAL = new Color(0xE8E8E8);

    /** Letters of column names that fit side by side. */
    private static final int MOST_LETTERS = 60;

    private static final Color HATCH = new Color(0x999999);

    /** Copies the lists. */
    public CellMap {
        Objects.requireNonNull(title);
        Objects.requireNonNull(caption);
        rows = List.copyOf(rows);
        panels = List.copyOf(panels);
        keys = List.copyOf(keys);
    }

    /**
     * One panel.
     *
     * @param label name below it
     * @param columns names of its columns, from the left
     * @param cells its cells; places without one stay white
     */
    public record Panel(String label, List<String> columns, List<Cell> cells) {
        /** Copies the lists. */
        public Panel {
            Objects.requireNonNull(label);
            columns = List.copyOf(columns);
            cells = List.copyOf(cells);
        }
    }

    /**
     * One cell.
     *
     * @param column number of the panel's column, from 0
     * @param row number of the row, from 0
     * @param text what stands in it, one to three characters
     * @param fill its colour: {@link #pale}, {@link #NEUTRAL} or {@link #hatch}
     */
    public record Cell(int column, int row, String text, Paint fill) {
        /** Checks that nothing is missing. */
        public Cell {
            Objects.requireNonNull(text);
            Objects.requireNonNull(fill);
        }
    }

    /**
     * One entry of the legend: a box out of which the mark is cut, so that it is told without colour, too.
     *
     * @param mark what stands in the cells
     * @param text what it means
     * @param fill the colour explained
     */
    public record Key(String mark, String text, Paint fill) {
        /** Checks that nothing is missing. */
        public Key {
            Objects.requireNonNull(mark);
            Objects.requireNonNull(text);
            Objects.requireNonNull(fill);
        }
    }

    /**
     * Returns a colour of the house, pale enough to write on.
     *
     * @param number number of the colour, see {@link ChartTheme#colour}
     * @param share how much of the colour is left, in [0, 1]; the rest is white
     */
    public static Color pale(int number, double share) {
        Color colour = ChartTheme.colour(number);
        return new Color(pale(share, colour.getRed()), pale(share, colour.getGreen()), pale(share, colour.getBlue()));
    }

    private static int pale(double share, int channel) {
        return (int) Math.round(255 + share * (channel - 255));
    }

    /** Returns the hatching of cells that are undecided. */
    public static Paint hatch() {
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

    /** Draws the map; the chart is new and belongs to the caller. */
    public JFreeChart draw() {
        SymbolAxis down = new SymbolAxis("", rows.toArray(String[]::new));
        down.setInverted(true);
        CombinedRangeXYPlot map = new CombinedRangeXYPlot(down);
        map.setGap(6);
        int number = 0;
        boolean crowded = isCrowded();
        for (Panel panel : panels) {
            XYPlot plot = plot(panel);
            plot.getDomainAxis().setVerticalTickLabels(crowded);
            if (number++ % 2 == 1) { // long names beside each other stand on two lines
                plot.getDomainAxis().setLabelInsets(new RectangleInsets(14, 0, 0, 0));
            }
            map.add(plot);
        }
        LegendItemCollection items = new LegendItemCollection();
        for (Key key : keys) {
            items.add(new LegendItem(
                    key.text(),
                    "",
                    "",
                    "",
                    box(key.mark()),
                    key.fill(),
                    new BasicStroke(0.5f),
                    key.fill() instanceof Color ? ChartTheme.ink() : HATCH));
        }
        map.setFixedLegendItems(items);
        JFreeChart chart = new JFreeChart(title, ChartTheme.bold(ChartTheme.TITLE_POINTS), map, true);
        ChartTheme.finish(chart, caption);
        map.setInsets(new RectangleInsets(2, 2, 2, 2));
        style(down);
        return chart;
    }

    /** Whether names of columns side by side would touch on a page. */
    private boolean isCrowded() {
        int columns = panels.stream().mapToInt(panel -> panel.columns().size()).sum();
        int longest = panels.stream()
                .flatMap(panel -> panel.columns().stream())
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return columns * longest > MOST_LETTERS;
    }

    private static Shape box(String mark) {
        Shape glyph = ChartTheme.bold(ChartTheme.TEXT_POINTS)
                .createGlyphVector(new FontRenderContext(null, true, true), mark)
                .getOutline();
        Rectangle2D size = glyph.getBounds2D();
        Area box = new Area(new Rectangle2D.Double(-6, -5, 12, 10));
        box.subtract(new Area(AffineTransform.getTranslateInstance(-size.getCenterX(), -size.getCenterY())
                .createTransformedShape(glyph)));
        return box;
    }

    private static XYPlot plot(Panel panel) {
        double[][] places = new double[2][panel.cells().size()];
        for (int i = 0; i < panel.cells().size(); i++) {
            places[0][i] = panel.cells().get(i).column();
            places[1][i] = panel.cells().get(i).row();
        }
        DefaultXYDataset dataset = new DefaultXYDataset();
        dataset.addSeries(panel.label(), places);
        SymbolAxis axis = new SymbolAxis(panel.label(), panel.columns().toArray(String[]::new));
        style(axis);
        XYPlot plot = new XYPlot(dataset, axis, null, new CellRenderer(panel.cells()));
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        // A panel with one column is as broad as its name needs, one with many has room for each.
        plot.setWeight(Math.max(2, panel.columns().size()));
        return plot;
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
            double left = domain.valueToJava2D(cell.column() - 0.5, area, plot.getDomainAxisEdge());
            double right = domain.valueToJava2D(cell.column() + 0.5, area, plot.getDomainAxisEdge());
            double above = range.valueToJava2D(cell.row() - 0.5, area, plot.getRangeAxisEdge());
            double below = range.valueToJava2D(cell.row() + 0.5, area, plot.getRangeAxisEdge());
            Rectangle2D square = new Rectangle2D.Double(
                    Math.min(left, right), Math.min(above, below), Math.abs(right - left), Math.abs(below - above));
            pen.setPaint(cell.fill());
            pen.fill(square);
            pen.setPaint(Color.WHITE);
            pen.setStroke(new BasicStroke(0.8f));
            pen.draw(square);
            pen.setFont(ChartTheme.font(ChartTheme.TEXT_POINTS));
            double broad = pen.getFontMetrics().stringWidth(cell.text()) + 1;
            if (broad > square.getWidth()) { // the next cell would cover the rest
                pen.setFont(ChartTheme.font((float) (ChartTheme.TEXT_POINTS * square.getWidth() / broad)));
            }
            if (cell.fill() instanceof TexturePaint) {
                // The mark stays legible on the hatching.
                double width =
                        Math.min(square.getWidth() - 1, pen.getFontMetrics().stringWidth(cell.text()) + 3);
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
