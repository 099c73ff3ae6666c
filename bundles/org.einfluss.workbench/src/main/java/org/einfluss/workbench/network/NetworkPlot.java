package org.einfluss.workbench.network;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.einfluss.charts.ChartTheme;
import org.einfluss.workbench.texts.Texts;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;

/** A network as the plot of a chart, so that it is written to files, with its legend, as all figures are. */
final class NetworkPlot extends Plot {
    private static final long serialVersionUID = 1L;

    private static final int MOST_LINKS = 40_000;

    private final transient NetworkDrawing.Content content;
    private final transient Texts texts;

    private NetworkPlot(NetworkDrawing.Content content, Texts texts) {
        this.content = content;
        this.texts = texts;
    }

    /** Draws a network as a chart in the style of the house. */
    static JFreeChart chart(NetworkDrawing.Content content, String title, String caption, Texts texts) {
        NetworkPlot plot = new NetworkPlot(content, texts);
        boolean legend = plot.getLegendItems().getItemCount() > 1;
        JFreeChart chart = new JFreeChart(title, ChartTheme.bold(ChartTheme.TITLE_POINTS), plot, legend);
        return ChartTheme.finish(chart, caption);
    }

    @Override
    public String getPlotType() {
        return "network";
    }

    @Override
    public LegendItemCollection getLegendItems() {
        LegendItemCollection items = new LegendItemCollection();
        content.colouring().ifPresent(colours -> {
            int[] counts = colours.counts();
            for (int i = 0; i < counts.length; i++) {
                if (!colours.names().get(i).isEmpty()) {
                    String label = NetworkDrawing.legend(colours, i, counts[i], texts);
                    Shape dot = new Ellipse2D.Double(-3, -3, 6, 6);
                    items.add(new LegendItem(
                            label, "", "", "", dot, colours.colours().get(i)));
                }
            }
        });
        return items;
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, Point2D anchor, PlotState parentState, PlotRenderingInfo info) {
        AffineTransform before = g2.getTransform();
        Shape clip = g2.getClip();
        g2.clip(area);
        g2.translate(area.getX(), area.getY());
        NetworkDrawing.Look look = NetworkDrawing.Look.paper(ChartTheme.font(ChartTheme.TEXT_POINTS));
        NetworkDrawing drawing = new NetworkDrawing(
                content,
                NetworkDrawing.View.fitting(content.places(), area.getWidth(), area.getHeight(), look.em()),
                look);
        drawing.links(g2, MOST_LINKS, texts);
        drawing.nodes(g2);
        g2.setTransform(before);
        g2.setClip(clip);
    }
}
