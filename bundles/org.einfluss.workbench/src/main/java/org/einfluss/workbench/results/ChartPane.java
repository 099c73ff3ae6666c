package org.einfluss.workbench.results;

import java.awt.BorderLayout;
import java.awt.Color;
import java.util.Optional;
import javax.swing.JPanel;
import org.einfluss.charts.ChartTheme;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;
import org.jfree.chart.ChartPanel;
import org.jfree.chart.JFreeChart;

/** Shows a chart as it will be printed, its text in the size of the window's. Dragging zooms, a click with the other way restores. */
public final class ChartPane extends JPanel {
    private static final long serialVersionUID = 1L;

    private final ChartPanel panel = new ChartPanel(null, false);

    /**
     * Makes an empty pane.
     *
     * @param name its name in tests
     * @param label what it shows
     * @param tip how to zoom
     */
    public ChartPane(String name, String label, String tip) {
        super(new BorderLayout());
        panel.setPopupMenu(null);
        panel.setMinimumDrawWidth(0);
        panel.setMinimumDrawHeight(0);
        panel.setBackground(Color.WHITE);
        panel.setFillZoomRectangle(true);
        setBackground(Color.WHITE);
        setPreferredSize(Sizes.size(30, 22));
        add(panel, BorderLayout.CENTER);
        Widgets.named(panel, name, label, tip);
    }

    /**
     * Shows a chart.
     *
     * @param chart the chart, which belongs to this pane from now on
     */
    public void show(JFreeChart chart) {
        panel.setChart(chart);
        fit();
    }

    /** Returns the chart that is shown. */
    public Optional<JFreeChart> chart() {
        return Optional.ofNullable(panel.getChart());
    }

    @Override
    public void setBounds(int x, int y, int width, int height) {
        super.setBounds(x, y, width, height);
        fit();
    }

    /** A chart is drawn in points; a larger area is drawn larger, so that text keeps the size of the window's text. */
    private void fit() {
        double zoom = 0.85 * Sizes.font().getSize2D() / ChartTheme.TEXT_POINTS;
        panel.setMaximumDrawWidth((int) (getWidth() / zoom));
        panel.setMaximumDrawHeight((int) (getHeight() / zoom));
    }
}
