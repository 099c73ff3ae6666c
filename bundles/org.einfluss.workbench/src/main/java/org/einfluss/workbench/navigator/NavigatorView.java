package org.einfluss.workbench.navigator;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.Icon;
import javax.swing.JPanel;
import javax.swing.JTree;
import javax.swing.KeyStroke;
import javax.swing.Timer;
import javax.swing.TransferHandler;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeCellRenderer;
import javax.swing.tree.DefaultTreeModel;
import javax.swing.tree.TreePath;
import javax.swing.tree.TreeSelectionModel;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.workbench.jobs.Jobs;
import org.einfluss.workbench.session.Home;
import org.einfluss.workbench.session.Intents;
import org.einfluss.workbench.session.Properties;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.Picture;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;

/** Datasets, ready experiments, experiment files and studies as a tree. Enter or a double click opens. */
public final class NavigatorView extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int WATCH_MILLIS = 1500;

    private final transient Session session;
    private final transient Intents intents;
    private final transient Texts texts;
    private final JTree tree;
    private final Timer watch;
    private transient Optional<Home.Listing> seen = Optional.empty();
    private boolean looking;
    private boolean reading;
    private boolean stale;

    /**
     * A line of the tree.
     *
     * @param label its text
     * @param icon its picture
     * @param properties what is shown when it is selected
     * @param open opens it
     */
    private record Line(String label, Icon icon, Properties properties, Runnable open) {
        @Override
        public String toString() {
            return label;
        }
    }

    /** What there is, read in the background. */
    private record Content(List<DatasetDescriptor> datasets, Map<String, String> ready, Home.Listing home) {}

    /**
     * Makes the view; {@link #refresh} fills it.
     *
     * @param session what all views share
     * @param intents told what to open
     */
    public NavigatorView(Session session, Intents intents) {
        super(new BorderLayout());
        this.session = session;
        this.intents = intents;
        this.texts = session.texts();
        tree = Widgets.named(
                new JTree(new DefaultMutableTreeNode(texts.text("navigator.reading"))),
                "navigator.tree",
                texts.text("view.navigator"),
                texts.text("navigator.tip"));
        tree.setRootVisible(true);
        tree.setShowsRootHandles(true);
        tree.getSelectionModel().setSelectionMode(TreeSelectionModel.SINGLE_TREE_SELECTION);
        tree.setCellRenderer(new Renderer());
        tree.setRowHeight(Sizes.em(1.8));
        tree.addTreeSelectionListener(event -> selected().ifPresent(line -> intents.show(line.properties())));
        tree.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getClickCount() == 2 && tree.getPathForLocation(event.getX(), event.getY()) != null) {
                    selected().ifPresent(line -> line.open().run());
                }
            }
        });
        tree.getInputMap().put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), "open");
        tree.getActionMap().put("open", new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                selected().ifPresent(line -> line.open().run());
            }
        });
        add(Widgets.scroll(tree), BorderLayout.CENTER);
        watch = new Timer(WATCH_MILLIS, event -> look());
    }

    /** While the view can be seen it notices what others write, such as the command line. */
    @Override
    public void addNotify() {
        super.addNotify();
        watch.start();
    }

    @Override
    public void removeNotify() {
        watch.stop();
        super.removeNotify();
    }

    private void look() {
        if (looking) {
            return;
        }
        looking = true;
        session.jobs()
                .submit(
                        Jobs.Lane.VIEW,
                        texts.text("view.navigator"),
                        progress -> session.home().list(),
                        now -> {
                            looking = false;
                            if (seen.filter(before -> !before.equals(now)).isPresent()) {
                                intents.changed();
                            }
                        },
                        watch::stop); // told once, not again and again
    }

    /**
     * Has files that are dropped onto it handled.
     *
     * @param drop handles them
     */
    public void accept(TransferHandler drop) {
        tree.setTransferHandler(drop);
    }

    /** Reads again what there is; asked for while it is being read, once more after that. */
    public void refresh() {
        if (reading) {
            stale = true;
            return;
        }
        reading = true;
        session.jobs()
                .submit(
                        Jobs.Lane.VIEW,
                        texts.text("view.navigator"),
                        progress -> read(session),
                        content -> {
                            fill(content);
                            read();
                        },
                        this::read);
    }

    private void read() {
        reading = false;
        if (stale) {
            stale = false;
            refresh();
        }
    }

    private static Content read(Session session) throws IOException {
        Home.Listing home = session.home().list();
        Catalog catalog = session.catalog();
        Map<String, String> ready = new LinkedHashMap<>();
        for (String name : catalog.experiments()) {
            ready.put(name, ExperimentFile.read(catalog.experiment(name), name).title());
        }
        return new Content(catalog.datasets(), ready, home);
    }

    private void fill(Content content) {
        seen = Optional.of(content.home());
        List<DefaultMutableTreeNode> groups = new ArrayList<>();
        DefaultMutableTreeNode datasets = group("datasets", Picture.NETWORK, groups);
        for (DatasetDescriptor dataset : content.datasets()) {
            add(
                    datasets,
                    dataset.name(),
                    Picture.NETWORK,
                    properties(dataset, texts),
                    () -> intents.openDataset(dataset.name()));
        }
        DefaultMutableTreeNode ready = group("ready", Picture.EXPERIMENT, groups);
        content.ready().forEach((name, title) -> {
            Map<String, String> rows = new LinkedHashMap<>();
            rows.put(texts.text("properties.title"), texts.translate(title));
            add(ready, name, Picture.EXPERIMENT, new Properties(name, rows), () -> intents.openReady(name));
        });
        DefaultMutableTreeNode experiments = group("experiments", Picture.EXPERIMENT, groups);
        for (Path file : content.home().experiments()) {
            Map<String, String> rows = new LinkedHashMap<>();
            rows.put(texts.text("properties.file"), file.toString());
            String name = file.getFileName().toString();
            add(experiments, name, Picture.EXPERIMENT, new Properties(name, rows), () -> intents.openExperiment(file));
        }
        DefaultMutableTreeNode studies = group("studies", Picture.STUDY, groups);
        for (Home.StudyState study : content.home().studies()) {
            Map<String, String> rows = new LinkedHashMap<>();
            String state = texts.text(study.complete() ? "study.complete" : "study.incomplete");
            rows.put(texts.text("properties.state"), state);
            rows.put(texts.text("properties.folder"), study.folder().toString());
            add(
                    studies,
                    study.complete() ? study.name() : study.name() + " (" + state + ")",
                    Picture.STUDY,
                    new Properties(study.name(), rows),
                    () -> intents.openStudy(study.folder()));
        }
        show(groups);
    }

    private void show(List<DefaultMutableTreeNode> groups) {
        boolean first = tree.isRootVisible();
        List<Boolean> expanded = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            DefaultMutableTreeNode old =
                    (DefaultMutableTreeNode) tree.getModel().getRoot();
            expanded.add(
                    first
                            ? groups.get(i).getChildCount() < 12
                            : tree.isExpanded(new TreePath(((DefaultMutableTreeNode) old.getChildAt(i)).getPath())));
        }
        DefaultMutableTreeNode root = new DefaultMutableTreeNode("");
        groups.forEach(root::add);
        tree.setModel(new DefaultTreeModel(root));
        tree.setRootVisible(false);
        for (int i = 0; i < groups.size(); i++) {
            if (expanded.get(i)) {
                tree.expandPath(new TreePath(groups.get(i).getPath()));
            }
        }
    }

    private DefaultMutableTreeNode group(String key, Icon icon, List<DefaultMutableTreeNode> groups) {
        DefaultMutableTreeNode node =
                new DefaultMutableTreeNode(new Line(texts.text("navigator." + key), icon, Properties.NONE, () -> {}));
        groups.add(node);
        return node;
    }

    private static void add(
            DefaultMutableTreeNode group, String label, Icon icon, Properties properties, Runnable open) {
        group.add(new DefaultMutableTreeNode(new Line(label, icon, properties, open)));
    }

    /**
     * Returns what is to be known of a dataset.
     *
     * @param dataset the dataset
     * @param texts the language
     */
    public static Properties properties(DatasetDescriptor dataset, Texts texts) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put(texts.text("properties.name"), dataset.name());
        rows.put(texts.text("properties.description"), texts.translate(dataset.description()));
        rows.put(
                texts.text("properties.caveats"),
                String.join(
                        "\n", dataset.caveats().stream().map(texts::translate).toList()));
        rows.put(texts.text("properties.source"), dataset.source());
        rows.put(texts.text("properties.licence"), dataset.licence());
        rows.put(texts.text("properties.citations"), String.join("\n", dataset.citations()));
        rows.put(texts.text("properties.sensitivity"), dataset.sensitivity());
        rows.put(texts.text("properties.consent"), dataset.consent());
        rows.put(texts.text("properties.retention"), dataset.retention());
        rows.put(texts.text("properties.history"), String.join("\n", dataset.history()));
        rows.put(texts.text("properties.hash"), dataset.hash());
        return new Properties(texts.translate(dataset.title()), rows);
    }

    private Optional<Line> selected() {
        TreePath path = tree.getSelectionPath();
        return path == null
                ? Optional.empty()
                : Optional.of(((DefaultMutableTreeNode) path.getLastPathComponent()).getUserObject())
                        .filter(Line.class::isInstance)
                        .map(Line.class::cast);
    }

    /** Draws a line with its picture. */
    private static final class Renderer extends DefaultTreeCellRenderer {
        private static final long serialVersionUID = 1L;

        @Override
        public Component getTreeCellRendererComponent(
                JTree tree, Object value, boolean selected, boolean expanded, boolean leaf, int row, boolean focus) {
            super.getTreeCellRendererComponent(tree, value, selected, expanded, leaf, row, focus);
            setIcon(
                    ((DefaultMutableTreeNode) value).getUserObject() instanceof Line line
                            ? line.icon()
                            : Picture.NETWORK);
            return this;
        }
    }
}
