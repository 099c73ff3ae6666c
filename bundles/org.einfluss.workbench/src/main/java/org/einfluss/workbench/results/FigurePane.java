package org.einfluss.workbench.results;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;
import javax.swing.JToggleButton;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Table;
import org.einfluss.charts.FigureChart;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.DataTable;
import org.einfluss.workbench.widgets.Picture;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;
import org.jfree.chart.JFreeChart;

/** A chart with what can be done to it: zoom, its numbers beside, closed forms over it or not, the clipboard, a file. */
public final class FigurePane extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Session session;
    private final transient Texts texts;
    private final transient Drawn drawn;
    private final transient Path folder;
    private final ChartPane pane;
    private final JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT);

    /**
     * A chart that was drawn.
     *
     * @param name its name
     * @param chart the chart
     * @param figure what it was drawn from; empty where a chart view drew it
     * @param tables its numbers
     */
    public record Drawn(String name, JFreeChart chart, Optional<Figure> figure, List<Table> tables) {
        /** Copies the list. */
        public Drawn {
            tables = List.copyOf(tables);
        }

        /**
         * Draws a figure.
         *
         * @param figure the figure
         */
        public static Drawn of(Figure figure) {
            return new Drawn(figure.name(), FigureChart.draw(figure), Optional.of(figure), List.of(figure.table()));
        }
    }

    /**
     * Makes the pane.
     *
     * @param session what all views share
     * @param drawn the chart
     * @param folder where its files are suggested
     */
    public FigurePane(Session session, Drawn drawn, Path folder) {
        super(new BorderLayout());
        this.session = session;
        this.texts = session.texts();
        this.drawn = drawn;
        this.folder = folder;
        pane = new ChartPane("figure." + drawn.name(), drawn.name(), texts.text("chart.tip"));
        pane.tellValues(texts);
        pane.show(drawn.chart());
        split.setBorder(null);
        split.setResizeWeight(0.7);
        split.setLeftComponent(pane);
        add(bar(), BorderLayout.NORTH);
        add(split, BorderLayout.CENTER);
    }

    private JComponent bar() {
        JPanel bar = new JPanel(new FlowLayout(FlowLayout.TRAILING, Sizes.em(0.3), Sizes.em(0.2)));
        String name = "figure." + drawn.name();
        drawn.figure().ifPresent(figure -> {
            if (figure.series().stream().anyMatch(FigurePane::isOverlay)) {
                JToggleButton overlays = toggle(name + ".overlays", "chart.overlays", true);
                overlays.addActionListener(event -> overlay(figure, overlays.isSelected()));
                bar.add(overlays);
            }
        });
        if (!drawn.tables().isEmpty()) {
            JToggleButton data = toggle(name + ".data", "chart.data", false);
            data.addActionListener(event -> data(data.isSelected()));
            bar.add(data);
        }
        bar.add(Widgets.button(name + ".larger", Picture.LARGER, texts.text("chart.larger"), pane::larger));
        bar.add(Widgets.button(name + ".smaller", Picture.SMALLER, texts.text("chart.smaller"), pane::smaller));
        bar.add(Widgets.button(name + ".whole", Picture.FIT, texts.text("chart.whole"), pane::whole));
        bar.add(Widgets.button(
                name + ".copy",
                Picture.COPY,
                texts.text("chart.copy"),
                () -> Clipboards.copy(session, chart(), pane.getSize())));
        bar.add(Widgets.button(
                name + ".export",
                Picture.SAVE,
                texts.text("command.export-figure"),
                () -> new FigureExport(session, folder).open(this, shown())));
        return bar;
    }

    private JToggleButton toggle(String name, String key, boolean on) {
        return Widgets.flat(
                Widgets.named(new JToggleButton(texts.text(key), on), name, texts.text(key), texts.text(key + ".tip")));
    }

    private static boolean isOverlay(Figure.Series series) {
        return series.style() == Figure.Style.OVERLAY;
    }

    private void overlay(Figure figure, boolean on) {
        List<Figure.Series> series =
                figure.series().stream().filter(one -> on || !isOverlay(one)).toList();
        pane.show(FigureChart.draw(new Figure(
                figure.name(),
                figure.kind(),
                figure.title(),
                figure.caption(),
                figure.table(),
                series,
                figure.x(),
                figure.y())));
    }

    private void data(boolean on) {
        if (on) {
            split.setRightComponent(
                    drawn.tables().size() == 1 ? table(drawn.tables().get(0)) : tables());
        } else {
            split.remove(split.getRightComponent());
        }
        split.resetToPreferredSizes();
        split.setDividerLocation(0.6);
    }

    private JComponent table(Table table) {
        return new DataTable(
                "figure." + drawn.name() + "." + table.name(),
                texts.translate(table.title()),
                table.columns(),
                session);
    }

    /** A chart view may draw from all tables of the findings. */
    private JComponent tables() {
        JTabbedPane tabs =
                Widgets.named(new JTabbedPane(), "figure." + drawn.name() + ".tables", texts.text("chart.data"), "");
        tabs.setTabLayoutPolicy(JTabbedPane.SCROLL_TAB_LAYOUT);
        drawn.tables().forEach(one -> tabs.addTab(one.name(), Picture.TABLE, table(one), texts.translate(one.title())));
        return tabs;
    }

    private JFreeChart chart() {
        return pane.chart().orElseThrow();
    }

    /** Returns the chart as it is shown now. */
    FindingsPane.Shown shown() {
        return new FindingsPane.Shown(drawn.name(), chart());
    }
}
