package org.einfluss.workbench.results;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.charts.ChartView;
import org.einfluss.engine.parameters.Names;
import org.einfluss.engine.run.ForeignCall;
import org.einfluss.engine.run.Tolerance;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.DataTable;
import org.einfluss.workbench.widgets.Picture;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;
import org.jfree.chart.JFreeChart;

/** Findings: the numbers to look at first, then chart views, figures and tables as tabs. */
public final class FindingsPane extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Findings findings;
    private final transient Texts texts;
    private final JTabbedPane tabs = new JTabbedPane(JTabbedPane.BOTTOM);

    /**
     * A figure in front.
     *
     * @param name its name, for a file
     * @param chart the chart
     */
    public record Shown(String name, JFreeChart chart) {}

    /**
     * The charts of findings.
     *
     * @param all all of them
     */
    public record Charts(List<FigurePane.Drawn> all) {
        /** Copies the list. */
        public Charts {
            all = List.copyOf(all);
        }
    }

    /**
     * Makes the pane; its charts were drawn before.
     *
     * @param session what all views share
     * @param findings what is shown
     * @param charts its charts, as {@link #draw} gives them
     * @param folder where files of it are suggested
     */
    public FindingsPane(Session session, Findings findings, Charts charts, Path folder) {
        super(new BorderLayout());
        this.findings = findings;
        this.texts = session.texts();
        Widgets.named(tabs, "findings." + findings.kind(), texts.translate(findings.title()), "");
        tabs.setTabLayoutPolicy(JTabbedPane.SCROLL_TAB_LAYOUT);
        charts.all().forEach(one -> tabs.addTab(one.name(), Picture.STUDY, new FigurePane(session, one, folder)));
        for (Table table : findings.tables()) {
            tabs.addTab(
                    table.name(),
                    Picture.TABLE,
                    new DataTable("table." + table.name(), texts.translate(table.title()), table.columns(), session),
                    texts.translate(table.title()));
        }
        add(new Head(head()), BorderLayout.NORTH);
        add(tabs, BorderLayout.CENTER);
    }

    /**
     * Draws all charts of findings; not on the event thread, as that may take a while.
     *
     * @param session gives the chart views
     * @param findings the findings
     * @param progress asked for cancellation
     * @return charts, chart views first; a view that fails is told as a problem
     * @throws IOException never, as views read no files
     */
    public static Charts draw(Session session, Findings findings, Progress progress) throws IOException {
        List<FigurePane.Drawn> charts = new ArrayList<>();
        for (ChartView view : session.platform().chartViews().get()) {
            String name = view.getClass().getSimpleName();
            try {
                Optional<JFreeChart> chart = ForeignCall.make(
                        "chart view " + name,
                        Tolerance.DEFAULT,
                        progress,
                        alive -> view.draws(findings) ? Optional.of(view.draw(findings)) : Optional.empty());
                chart.ifPresent(drawn -> charts.add(
                        new FigurePane.Drawn(Names.kebab(name), drawn, Optional.empty(), findings.tables())));
            } catch (InputException impossible) {
                EventQueue.invokeLater(() -> session.failed(name, impossible));
            }
        }
        findings.figures().forEach(figure -> charts.add(FigurePane.Drawn.of(figure)));
        return new Charts(charts);
    }

    private JComponent head() {
        Widgets.Column head = new Widgets.Column();
        head.setLayout(new BoxLayout(head, BoxLayout.Y_AXIS));
        head.setBorder(Sizes.padding(0.6, 0.8));
        head.add(Widgets.title(texts.translate(findings.title()), 1.15));
        for (Findings.Headline headline : findings.headlines()) {
            head.add(Box.createVerticalStrut(Sizes.em(0.2)));
            head.add(Widgets.paragraph(text(headline, texts)));
        }
        for (String note : findings.notes()) {
            head.add(Box.createVerticalStrut(Sizes.em(0.2)));
            head.add(Widgets.remark(texts.translate(note)));
        }
        return head;
    }

    /**
     * Writes a number with its interval.
     *
     * @param headline the number
     * @param texts the language
     */
    public static String text(Findings.Headline headline, Texts texts) {
        String value = texts.number(headline.value())
                + (headline.unit().isEmpty() ? "" : " " + texts.translate(headline.unit()));
        String label = texts.translate(headline.label());
        return Double.isNaN(headline.low())
                ? texts.text("headline", label, value)
                : texts.text(
                        "headline.interval",
                        label,
                        value,
                        texts.number(headline.low()),
                        texts.number(headline.high()),
                        texts.translate(headline.interval()));
    }

    /** What is said above the charts scrolls before it takes their room. */
    private static final class Head extends JScrollPane {
        private static final long serialVersionUID = 1L;
        private static final double SHARE = 0.4;

        Head(JComponent content) {
            super(content);
            setBorder(null);
        }

        @Override
        public Dimension getPreferredSize() {
            Dimension wanted = super.getPreferredSize();
            int most = (int) (SHARE * getParent().getHeight());
            return most == 0 ? wanted : new Dimension(wanted.width, Math.min(wanted.height, most));
        }
    }

    /** Returns the chart in front, if one is. */
    public Optional<Shown> front() {
        return tabs.getSelectedComponent() instanceof FigurePane pane ? Optional.of(pane.shown()) : Optional.empty();
    }
}
