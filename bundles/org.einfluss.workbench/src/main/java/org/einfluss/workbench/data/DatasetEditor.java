package org.einfluss.workbench.data;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import org.einfluss.api.InputException;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.findings.Findings;
import org.einfluss.engine.Json;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Entry;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.experiment.Configured;
import org.einfluss.engine.parameters.Setting;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.workbench.jobs.Job;
import org.einfluss.workbench.jobs.Jobs;
import org.einfluss.workbench.navigator.NavigatorView;
import org.einfluss.workbench.network.LayoutWork;
import org.einfluss.workbench.network.NetworkPicture;
import org.einfluss.workbench.results.FigureExport;
import org.einfluss.workbench.results.FindingsPane;
import org.einfluss.workbench.session.Editor;
import org.einfluss.workbench.session.Intents;
import org.einfluss.workbench.session.Properties;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.undo.CommandStack;
import org.einfluss.workbench.widgets.DataTable;
import org.einfluss.workbench.widgets.Line;
import org.einfluss.workbench.widgets.Picture;
import org.einfluss.workbench.widgets.Widgets;

/** A dataset: its picture, its nodes and arcs as tables that share one selection, and every installed analysis. */
public final class DatasetEditor implements Editor {
    private final Session session;
    private final Texts texts;
    private final Intents intents;
    private final CommandStack edits;
    private final String name;
    private final JTabbedPane tabs = new JTabbedPane();
    private final JPanel drawn = new JPanel(new BorderLayout());
    private final NetworkPicture picture;
    private final List<Job> jobs = new ArrayList<>();
    private final JComboBox<String> analysis;
    private final JButton analyse;
    private final JButton settings;
    private final JButton transform;
    private Optional<Dataset> dataset = Optional.empty();
    private Offered offered = new Offered(List.of(), List.of());
    private boolean hasStepToTakeBack;
    private Optional<Network> told = Optional.empty();
    private boolean withIds;

    /** The columns of nodes and arcs, made in the background; the network is without identifiers where they are not to be seen. */
    private record Opened(
            Dataset dataset,
            Network network,
            List<Column> nodes,
            List<Column> arcs,
            List<StatisticsPane.Described> statistics,
            Offered offered,
            Optional<ImportReport> report,
            boolean hasStepToTakeBack) {}

    /** What can be done with a dataset. */
    private record Offered(List<Entry> analyses, List<Entry> transforms) {
        static Offered of(Catalog catalog) {
            return new Offered(catalog.entries(Kind.ANALYSIS), catalog.entries(Kind.TRANSFORM));
        }
    }

    /**
     * Makes an editor and opens the dataset in the background.
     *
     * @param session what all views share
     * @param intents told what is selected
     * @param edits where edits are remembered
     * @param name name of the dataset
     */
    public DatasetEditor(Session session, Intents intents, CommandStack edits, String name) {
        this.session = session;
        this.texts = session.texts();
        this.intents = intents;
        this.edits = edits;
        this.name = name;
        picture = new NetworkPicture(texts);
        Widgets.named(tabs, "dataset", name, "");
        tabs.setTabLayoutPolicy(JTabbedPane.SCROLL_TAB_LAYOUT);
        analysis = Widgets.named(
                new JComboBox<>(),
                "dataset.analysis",
                texts.text("dataset.analysis"),
                texts.text("dataset.analysis.tip"));
        analyse = Widgets.button(
                "dataset.analyse",
                texts.text("dataset.analyse"),
                texts.text("dataset.analyse.tip"),
                () -> analyse(offered.analyses().get(analysis.getSelectedIndex())));
        settings = Widgets.button(
                "dataset.settings", texts.text("dataset.settings"), texts.text("dataset.settings.tip"), this::ask);
        transform = Widgets.button(
                "dataset.transform",
                texts.text("dataset.transform"),
                texts.text("dataset.transform.tip"),
                () -> new TransformDialog(session, intents, edits, name, offered.transforms(), tabs).open());
        analysis.addActionListener(event -> tellSettings());
        drawn.add(picture, BorderLayout.CENTER);
        tabs.addTab(texts.text("dataset.picture"), Picture.NETWORK, drawn);
        tabs.addChangeListener(event -> intents.changed());
        read(false);
    }

    private void read(boolean identifiers) {
        session.jobs()
                .submit(
                        Jobs.Lane.QUICK,
                        texts.text("dataset.opening", name),
                        progress -> {
                            Dataset read = session.einfluss().dataset(name, progress);
                            Network network = identifiers || !read.descriptor().isSensitive()
                                    ? read.network()
                                    : read.network().withoutNodeColumn(Network.ID);
                            List<Column> nodes = DatasetColumns.nodes(network);
                            List<Column> arcs = DatasetColumns.arcs(network);
                            return new Opened(
                                    read,
                                    network,
                                    nodes,
                                    arcs,
                                    StatisticsPane.describe(nodes, arcs, texts),
                                    Offered.of(session.catalog()),
                                    report(),
                                    StepEdit.library(session)
                                            .find(name)
                                            .filter(derived -> derived.steps().size() > 1)
                                            .isPresent());
                        },
                        this::show);
    }

    /**
     * Returns the key of the editor of a dataset.
     *
     * @param name its name
     */
    public static String key(String name) {
        return "dataset:" + name;
    }

    /** What the import of the dataset found; empty where it was not imported. */
    private Optional<ImportReport> report() throws IOException {
        Path file = session.home().folder().resolve("datasets").resolve(name).resolve("import-report.json");
        return Files.isRegularFile(file)
                ? Optional.of(ImportReport.of(Json.read(Files.readString(file), file.toString())))
                : Optional.empty();
    }

    private void show(Opened opened) {
        dataset = Optional.of(opened.dataset());
        hasStepToTakeBack = opened.hasStepToTakeBack();
        offer(opened.offered());
        told = Optional.of(opened.network());
        Network network = opened.network();
        while (tabs.getTabCount() > 1) {
            tabs.removeTabAt(1);
        }
        drawn.removeAll();
        analysis.addActionListener(event -> tellSettings());
        drawn.add(picture, BorderLayout.CENTER);
        picture.show(network.graph(), network::label);
        DataTable table = new DataTable("nodes", texts.text("dataset.nodes"), opened.nodes(), session);
        picture.onSelect(node -> {
            table.select(node);
            select(node);
        });
        table.onSelect(node -> {
            picture.select(node);
            select(node);
        });
        drawn.add(choices(opened), BorderLayout.NORTH);
        drawn.revalidate();
        tabs.addTab(texts.text("dataset.nodes"), Picture.TABLE, table);
        tabs.addTab(
                texts.text("dataset.arcs"),
                Picture.TABLE,
                new DataTable("arcs", texts.text("dataset.arcs"), opened.arcs(), session));
        tabs.addTab(texts.text("dataset.columns"), Picture.STUDY, new StatisticsPane(session, opened.statistics()));
        opened.report()
                .ifPresent(report ->
                        tabs.addTab(texts.text("dataset.report"), Picture.TABLE, ReportTable.of(report, session)));
        if (LayoutWork.isDrawn(network.graph())) {
            jobs.add(session.jobs()
                    .submit(
                            Jobs.Lane.VIEW,
                            texts.text("network.name"),
                            progress -> LayoutWork.run(
                                    network.graph(),
                                    places -> EventQueue.invokeLater(() -> picture.place(places)),
                                    progress),
                            picture::place));
        } else {
            session.log().tell(texts.text("network.too-large", network.nodes()));
        }
        if (tabs.isShowing()) {
            intents.show(properties());
        }
        intents.changed();
    }

    private JComponent choices(Opened opened) {
        Line line = new Line();
        List<Column> columns = opened.nodes().subList(1, opened.nodes().size());
        JComboBox<String> colour = choice("dataset.colour", line, columns);
        colour.addActionListener(event -> {
            int index = colour.getSelectedIndex();
            picture.colour(
                    index == 0
                            ? NodeScales.plain(opened.dataset().network().nodes(), texts)
                            : NodeScales.colours(columns.get(index - 1), texts));
        });
        JComboBox<String> size = choice("dataset.size", line, columns);
        size.addActionListener(event -> {
            int index = size.getSelectedIndex();
            picture.size(
                    index == 0
                            ? NodeScales.equal(opened.dataset().network().nodes())
                            : NodeScales.sizes(columns.get(index - 1)));
        });
        size.setSelectedIndex(1);
        colour.setSelectedIndex(0);
        line.add(label("dataset.analysis", analysis));
        line.add(analysis);
        line.add(analyse);
        line.add(settings);
        line.add(transform);
        line.add(Widgets.button(
                "dataset.export",
                Picture.SAVE,
                texts.text("command.export-figure"),
                () -> front().ifPresent(this::export)));
        line.add(Widgets.button("dataset.fit", Picture.FIT, texts.text("live.fit"), picture::fit));
        if (Files.isDirectory(session.home().folder().resolve("datasets").resolve(name))) {
            line.add(Widgets.button(
                    "dataset.delete",
                    texts.text("dataset.delete"),
                    texts.text("dataset.delete.tip"),
                    () -> new DeleteDialog(session, intents, name).open(tabs)));
        }
        if (opened.dataset().descriptor().isSensitive()) {
            line.add(Widgets.button(
                    "dataset.with-ids",
                    texts.text(withIds ? "dataset.without-ids" : "dataset.with-ids"),
                    texts.text("dataset.with-ids.tip"),
                    () -> {
                        withIds = !withIds;
                        read(withIds);
                    }));
        }
        return line;
    }

    @Override
    public void pluginsChanged() {
        session.jobs().submit(Jobs.Lane.VIEW, name, progress -> Offered.of(session.catalog()), this::offer);
    }

    /** Shows what can be done; what was chosen stays so while it is there. */
    private void offer(Offered now) {
        String chosen = analysis.getSelectedIndex() < 0
                ? ""
                : offered.analyses().get(analysis.getSelectedIndex()).id();
        offered = now;
        analysis.removeAllItems();
        for (Entry entry : now.analyses()) {
            analysis.addItem(texts.translate(entry.name()));
            if (entry.id().equals(chosen)) {
                analysis.setSelectedIndex(analysis.getItemCount() - 1);
            }
        }
        analyse.setEnabled(!now.analyses().isEmpty());
        tellSettings();
        transform.setEnabled(!now.transforms().isEmpty());
    }

    /** Some analyses have nothing to set. */
    private void tellSettings() {
        int index = analysis.getSelectedIndex();
        settings.setEnabled(index >= 0
                && index < offered.analyses().size()
                && !offered.analyses().get(index).schema().parameters().isEmpty());
    }

    private JComboBox<String> choice(String key, Line line, List<Column> columns) {
        List<String> items = new ArrayList<>();
        items.add(texts.text(key + ".none"));
        columns.forEach(column -> items.add(column.name()));
        JComboBox<String> choice = Widgets.named(
                new JComboBox<>(items.toArray(String[]::new)), key, texts.text(key), texts.text(key + ".tip"));
        line.add(label(key, choice));
        line.add(choice);
        return choice;
    }

    private JLabel label(String key, JComponent of) {
        JLabel label = new JLabel(texts.text(key));
        label.setLabelFor(of);
        return label;
    }

    private void select(int node) {
        if (node < 0 || told.isEmpty()) {
            intents.show(properties());
            return;
        }
        Network network = told.get();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put(texts.text("dataset.node"), String.valueOf(node));
        List<Column> columns = DatasetColumns.nodes(network);
        for (Column column : columns.subList(1, columns.size())) {
            rows.put(column.name(), column.isMissing(node) ? "–" : text(column, node));
        }
        intents.show(new Properties(network.label(node), rows));
    }

    private String text(Column column, int node) {
        return switch (column.type()) {
            case DOUBLE -> texts.number(column.doubleAt(node));
            case INTEGER -> String.valueOf(column.longAt(node));
            case BOOLEAN -> String.valueOf(column.booleanAt(node));
            case TEXT -> column.textAt(node);
        };
    }

    private void ask() {
        Entry entry = offered.analyses().get(analysis.getSelectedIndex());
        new AnalysisDialog(texts, entry, found -> analyse(entry, found), tabs).open();
    }

    /** Makes an analysis as usual; one that cannot do without settings asks for them. */
    private void analyse(Entry entry) {
        try {
            entry.schema().bind(Setting.Fields.NONE);
            analyse(entry, Setting.Fields.NONE);
        } catch (InputException incomplete) {
            ask();
        }
    }

    private void analyse(Entry entry, Setting.Fields given) {
        Dataset read = dataset.orElseThrow();
        String title = texts.translate(entry.name());
        session.jobs()
                .submit(
                        Jobs.Lane.QUICK,
                        title,
                        progress -> {
                            Findings found = session.einfluss()
                                    .analyse(read, new Configured(entry.id(), given, Setting.NOWHERE), progress);
                            return Map.entry(found, FindingsPane.draw(session, found, progress));
                        },
                        found -> showFindings(title, found));
    }

    private void showFindings(String title, Map.Entry<Findings, FindingsPane.Charts> found) {
        tabs.addTab(
                title,
                Picture.STUDY,
                new FindingsPane(
                        session,
                        found.getKey(),
                        found.getValue(),
                        session.home().folder()));
        tabs.setSelectedIndex(tabs.getTabCount() - 1);
    }

    @Override
    public String key() {
        return key(name);
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public String help() {
        return "datasets.md";
    }

    @Override
    public Icon icon() {
        return Picture.NETWORK;
    }

    @Override
    public JComponent component() {
        return tabs;
    }

    @Override
    public Properties properties() {
        return dataset.map(read -> {
                    Map<String, String> rows = new LinkedHashMap<>();
                    Graph graph = read.network().graph();
                    rows.put(
                            texts.text("dataset.extent"),
                            texts.text(
                                    graph.isDirected() ? "dataset.directed" : "dataset.undirected",
                                    graph.nodes(),
                                    graph.isDirected() ? graph.arcs() : graph.edges()));
                    rows.putAll(
                            NavigatorView.properties(read.descriptor(), texts).rows());
                    return new Properties(texts.translate(read.descriptor().title()), rows);
                })
                .orElse(Properties.NONE);
    }

    /** The picture, or the chart of the findings in front. */
    private Optional<FindingsPane.Shown> front() {
        if (tabs.getSelectedComponent() == drawn && dataset.isPresent()) {
            DatasetDescriptor descriptor = dataset.get().descriptor();
            Network network = dataset.get().network();
            String caption = texts.text("dataset.caption", network.nodes(), network.edges());
            return picture.chart(texts.translate(descriptor.title()), caption)
                    .map(chart -> new FindingsPane.Shown(name, chart));
        }
        return tabs.getSelectedComponent() instanceof FindingsPane pane ? pane.front() : Optional.empty();
    }

    private void export(FindingsPane.Shown shown) {
        new FigureExport(session, session.home().folder()).open(tabs, shown);
    }

    @Override
    public boolean can(Act act) {
        return act == Act.TAKE_BACK ? hasStepToTakeBack : act == Act.EXPORT_FIGURE && front().isPresent();
    }

    @Override
    public void act(Act act) {
        if (act == Act.TAKE_BACK) {
            takeBack();
        } else {
            front().ifPresent(this::export);
        }
    }

    private void takeBack() {
        String label = texts.text("dataset.take-back", name);
        hasStepToTakeBack = false; // until it is shown anew
        session.jobs()
                .submit(
                        Jobs.Lane.QUICK,
                        label,
                        progress -> new StepEdit(session, intents, name, label, progress),
                        edit -> {
                            edits.made(edit);
                            edit.show();
                        },
                        () -> hasStepToTakeBack = true);
    }

    @Override
    public void close() {
        jobs.forEach(Job::cancel);
    }
}
