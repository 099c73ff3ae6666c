package org.einfluss.workbench.results;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.UIManager;
import org.einfluss.charts.ChartTheme;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;
import org.jfree.chart.ChartPanel;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;

/**
 * Shows a chart as it will be printed, in the dark theme with lightness turned round, its text in the size of the window's. Dragging and + zoom in, - zooms out; dragging up and 0 show all of
 * it.
 */
public final class ChartPane extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final double STEP = 1.25;

    private final ChartPanel panel = new ChartPanel(null, false) {
        private static final long serialVersionUID = 1L;

        @Override
        public void restoreAutoBounds() {
            whole();
        }

        @Override
        public void paintComponent(Graphics graphics) {
            if (UIManager.getBoolean("laf.dark")) {
                Color ground = UIManager.getColor("Panel.background");
                DarkGround.draw((Graphics2D) graphics, getWidth(), getHeight(), ground, super::paintComponent);
            } else {
                super.paintComponent(graphics);
            }
        }
    };
    private transient Optional<Texts> texts = Optional.empty();
    private transient List<Range> ranges = List.of();

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
        panel.setFocusable(true);
        setBackground(Color.WHITE);
        setPreferredSize(Sizes.size(30, 22));
        add(panel, BorderLayout.CENTER);
        Widgets.named(panel, name, label, tip);
        key("PLUS", this::larger);
        key("ADD", this::larger);
        key("MINUS", this::smaller);
        key("SUBTRACT", this::smaller);
        key("0", this::whole);
    }

    private void key(String stroke, Runnable action) {
        panel.getInputMap().put(KeyStroke.getKeyStroke(stroke), stroke);
        panel.getActionMap().put(stroke, new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                action.run();
            }
        });
    }

    /**
     * Has points tell their values under the mouse, in charts shown from now on.
     *
     * @param language how numbers are written
     */
    public void tellValues(Texts language) {
        texts = Optional.of(language);
    }

    /**
     * Shows a chart.
     *
     * @param chart the chart, which belongs to this pane from now on
     */
    public void show(JFreeChart chart) {
        texts.ifPresent(language -> ChartTips.add(chart, language));
        panel.setChart(chart);
        ranges = axes().stream().map(ValueAxis::getRange).toList();
        fit();
    }

    /** Returns the chart that is shown. */
    public Optional<JFreeChart> chart() {
        return Optional.ofNullable(panel.getChart());
    }

    /** Shows less of the chart, larger. */
    public void larger() {
        zoom(1 / STEP);
    }

    /** Shows more of the chart, smaller. */
    public void smaller() {
        zoom(STEP);
    }

    private void zoom(double times) {
        axes().forEach(axis -> axis.resizeRange(times));
    }

    /** Shows the whole chart, as it was drawn at first. */
    public void whole() {
        List<ValueAxis> axes = axes();
        for (int i = 0; i < axes.size(); i++) {
            axes.get(i).setRange(ranges.get(i));
        }
    }

    private List<ValueAxis> axes() {
        List<ValueAxis> axes = new ArrayList<>();
        if (panel.getChart() != null && panel.getChart().getPlot() instanceof XYPlot plot) {
            for (int i = 0; i < plot.getDomainAxisCount(); i++) {
                axes.add(plot.getDomainAxis(i));
            }
            for (int i = 0; i < plot.getRangeAxisCount(); i++) {
                axes.add(plot.getRangeAxis(i));
            }
        } else if (panel.getChart() != null && panel.getChart().getPlot() instanceof CategoryPlot plot) {
            axes.add(plot.getRangeAxis());
        }
        axes.removeIf(axis -> axis == null);
        return axes;
    }

    @Override
    public void setBounds(int x, int y, int width, int height) {
        super.setBounds(x, y, width, height);
        fit();
    }

    /** A chart is drawn in points; a larger area is drawn larger, so that text keeps the size of the window's text. */
    private void fit() {
        double zoom = zoom();
        panel.setMaximumDrawWidth((int) (getWidth() / zoom));
        panel.setMaximumDrawHeight((int) (getHeight() / zoom));
    }

    /** Returns how many pixels a point of a chart is on the screen. */
    static double zoom() {
        return 0.85 * Sizes.font().getSize2D() / ChartTheme.TEXT_POINTS;
    }
}
