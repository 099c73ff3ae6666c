package org.einfluss.workbench.welcome;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.FlowLayout;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.workbench.jobs.Jobs;
import org.einfluss.workbench.session.Editor;
import org.einfluss.workbench.session.Intents;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.Picture;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;

/** The first page: one button that runs a ready experiment, and everything else there is to begin with. */
public final class WelcomePage implements Editor {
    /** The key of this editor. */
    public static final String KEY = "welcome";

    /** What newcomers are shown first: real people, two theories, two strategies, and done within half a minute. */
    private static final String FIRST = "who-starts-it";

    private final Session session;
    private final Intents intents;
    private final Texts texts;
    private final Widgets.Column page = new Widgets.Column();
    private final JComponent component;
    private final JButton first;
    private final JPanel ready = column();
    private final JPanel datasets = column();

    private record Content(Map<String, String> ready, List<DatasetDescriptor> datasets) {}

    /**
     * Makes the page and fills it from the background.
     *
     * @param session what all views share
     * @param intents told what to open and run
     */
    public WelcomePage(Session session, Intents intents) {
        this.session = session;
        this.intents = intents;
        this.texts = session.texts();
        first = Widgets.named(
                new JButton(texts.text("welcome.run")),
                "welcome.run",
                texts.text("welcome.run"),
                texts.text("welcome.run.tip"));
        page.setLayout(new BorderLayout(0, Sizes.em(1.2)));
        page.setBorder(Sizes.padding(2, 2.5));
        page.add(head(), BorderLayout.NORTH);
        page.add(columns(), BorderLayout.CENTER);
        component = Widgets.named(Widgets.scroll(page), "welcome", title(), "");
        pluginsChanged();
    }

    @Override
    public void pluginsChanged() {
        session.jobs()
                .submit(Jobs.Lane.VIEW, texts.text("welcome.title"), progress -> read(session.catalog()), this::fill);
    }

    private static Content read(Catalog catalog) throws IOException {
        Map<String, String> ready = new LinkedHashMap<>();
        for (String name : catalog.experiments()) {
            ready.put(name, ExperimentFile.read(catalog.experiment(name), name).title());
        }
        return new Content(ready, catalog.datasets());
    }

    private JComponent head() {
        JPanel head = column();
        head.add(Widgets.title(texts.text("welcome.heading"), 2.0));
        head.add(Box.createVerticalStrut(Sizes.em(0.4)));
        head.add(Widgets.paragraph(texts.text("welcome.text")));
        head.add(Box.createVerticalStrut(Sizes.em(1)));
        first.addActionListener(event -> intents.runReady(FIRST));
        first.setIcon(Picture.RUN);
        first.setFont(Sizes.heading(1.15));
        first.putClientProperty("JButton.buttonType", "roundRect");
        first.putClientProperty("FlatLaf.styleClass", "default");
        first.setMargin(Sizes.insets(0.5, 1.2));
        JPanel line = new JPanel(new FlowLayout(FlowLayout.LEADING, 0, 0));
        line.setAlignmentX(Component.LEFT_ALIGNMENT);
        line.add(first);
        head.add(line);
        return head;
    }

    private JComponent columns() {
        JPanel columns = new JPanel(new GridBagLayout());
        GridBagConstraints at = new GridBagConstraints();
        at.gridy = 0;
        at.weightx = 1;
        at.weighty = 1;
        at.anchor = GridBagConstraints.FIRST_LINE_START;
        at.fill = GridBagConstraints.HORIZONTAL;
        columns.add(group(texts.text("welcome.ready"), ready), at);
        at.insets = Sizes.insets(0, 1);
        columns.add(group(texts.text("welcome.datasets"), datasets), at);
        return columns;
    }

    private static JComponent group(String heading, JPanel content) {
        JPanel group = column();
        group.add(Widgets.heading(heading, 1.25));
        group.add(Box.createVerticalStrut(Sizes.em(0.4)));
        group.add(content);
        return group;
    }

    private void fill(Content content) {
        ready.removeAll();
        content.ready()
                .forEach((name, title) -> ready.add(row(
                        "welcome.ready." + name,
                        Picture.EXPERIMENT,
                        name,
                        texts.translate(title),
                        () -> intents.openReady(name))));
        datasets.removeAll();
        content.datasets()
                .forEach(dataset -> datasets.add(row(
                        "welcome.dataset." + dataset.name(),
                        Picture.NETWORK,
                        dataset.name(),
                        texts.translate(dataset.title()),
                        () -> intents.openDataset(dataset.name()))));
        page.revalidate();
        page.repaint();
    }

    private JComponent row(String name, Icon icon, String label, String title, Runnable open) {
        JPanel row = new JPanel(new BorderLayout(Sizes.em(0.5), 0));
        row.setAlignmentX(Component.LEFT_ALIGNMENT);
        row.setBorder(Sizes.padding(0.1, 0));
        JButton button = Widgets.flat(Widgets.button(name, label, texts.text("welcome.open.tip", title), open));
        button.setIcon(icon);
        button.setHorizontalAlignment(JButton.LEADING);
        JPanel left = new JPanel(new FlowLayout(FlowLayout.LEADING, 0, 0));
        left.add(button);
        row.add(left, BorderLayout.NORTH);
        JComponent text = Widgets.remark(title);
        text.setBorder(Sizes.padding(0, 1.9));
        row.add(text, BorderLayout.CENTER);
        return row;
    }

    private static JPanel column() {
        JPanel panel = new JPanel();
        panel.setLayout(new BoxLayout(panel, BoxLayout.Y_AXIS));
        panel.setAlignmentX(Component.LEFT_ALIGNMENT);
        return panel;
    }

    @Override
    public void focus() {
        first.requestFocusInWindow();
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return texts.text("welcome.title");
    }

    @Override
    public String help() {
        return "getting-started.md";
    }

    @Override
    public Icon icon() {
        return Picture.RUN;
    }

    @Override
    public JComponent component() {
        return component;
    }
}
