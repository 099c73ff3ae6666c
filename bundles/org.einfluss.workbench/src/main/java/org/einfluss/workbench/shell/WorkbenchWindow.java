package org.einfluss.workbench.shell;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.Box;
import javax.swing.ButtonGroup;
import javax.swing.JFrame;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JToggleButton;
import javax.swing.JToolBar;
import javax.swing.SwingUtilities;
import org.einfluss.engine.catalog.Entry;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.study.StudyFolder;
import org.einfluss.sdk.PluginTemplate;
import org.einfluss.workbench.commands.Commands;
import org.einfluss.workbench.data.DatasetEditor;
import org.einfluss.workbench.data.FileDrop;
import org.einfluss.workbench.data.ImportDialog;
import org.einfluss.workbench.experiment.ExperimentDocument;
import org.einfluss.workbench.experiment.ExperimentEditor;
import org.einfluss.workbench.help.Guide;
import org.einfluss.workbench.help.GuideEditor;
import org.einfluss.workbench.jobs.Jobs;
import org.einfluss.workbench.jobs.Work;
import org.einfluss.workbench.navigator.NavigatorView;
import org.einfluss.workbench.preferences.Preferences;
import org.einfluss.workbench.results.StudyEditor;
import org.einfluss.workbench.results.StudyWork;
import org.einfluss.workbench.session.Editor;
import org.einfluss.workbench.session.Intents;
import org.einfluss.workbench.session.Properties;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.sources.SourceEditor;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.undo.TextDocument;
import org.einfluss.workbench.welcome.WelcomePage;
import org.einfluss.workbench.widgets.Picture;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;

/** One frame with its views, menus and commands. Used on the event thread only. */
final class WorkbenchWindow implements Intents {
    private final Workbench workbench;
    private final Session session;
    private final Texts texts;
    private final JFrame frame = new JFrame("Einfluss");
    private final Commands commands;
    private final DockingArea docking;
    private final EditorArea editors;
    private final NavigatorView navigator;
    private final JobsView jobs;
    private final ConsoleView console;
    private final ProblemsView problems;
    private final PropertiesView properties = new PropertiesView();
    private final StatusBar status;
    private final CommandPalette palette;
    private final Map<Perspective, JToggleButton> perspectives = new EnumMap<>(Perspective.class);
    private Component compareButton = new JMenuItem();
    private final List<Runnable> unheard;
    private boolean disposed;
    private int problemsShown;

    WorkbenchWindow(Workbench workbench) {
        this.workbench = workbench;
        session = workbench.session();
        texts = session.texts();
        commands = new Commands(texts);
        docking = new DockingArea(frame, texts, session.home().workbench(), session::failed);
        editors = new EditorArea(texts, this::editorChanged);
        navigator = new NavigatorView(session, this);
        jobs = new JobsView(session);
        console = new ConsoleView(session);
        problems = new ProblemsView(session, this);
        status = new StatusBar(session);
        docking.add(Perspective.EDITORS, editors.component());
        docking.add(Perspective.NAVIGATOR, navigator);
        docking.add(Perspective.PROPERTIES, properties);
        docking.add(Perspective.JOBS, jobs);
        docking.add(Perspective.CONSOLE, console);
        docking.add(Perspective.PROBLEMS, problems);
        addCommands();
        palette = new CommandPalette(frame, commands, texts);
        frame.setJMenuBar(menus());
        frame.add(toolBar(), BorderLayout.NORTH);
        frame.add(docking.component(), BorderLayout.CENTER);
        frame.add(status, BorderLayout.SOUTH);
        FileDrop drop = new FileDrop(file -> importFile(Optional.of(file)));
        frame.setTransferHandler(drop);
        navigator.accept(drop);
        frame.setName("workbench");
        frame.setDefaultCloseOperation(JFrame.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                workbench.askToClose();
            }
        });
        unheard = List.of(
                session.jobs().onChange(this::jobsChanged),
                session.log().onChange(this::logChanged),
                session.plugins().onChange(this::pluginsChanged));
        problemsShown = session.log().problems().size();
    }

    JFrame frame() {
        return frame;
    }

    void open(Perspective perspective, Optional<Rectangle> bounds) {
        Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        Dimension usual = new Dimension(Math.min(screen.width, Sizes.em(110)), Math.min(screen.height, Sizes.em(68)));
        frame.setBounds(bounds.orElseGet(() -> new Rectangle(
                screen.x + (screen.width - usual.width) / 2,
                screen.y + (screen.height - usual.height) / 2,
                usual.width,
                usual.height)));
        show(perspective);
        frame.setVisible(true);
        navigator.refresh();
        commands.refresh();
    }

    Perspective perspective() {
        return docking.perspective().orElse(Perspective.DATA);
    }

    List<String> openEditors() {
        return editors.all().stream().map(Editor::key).toList();
    }

    /** Opens again what was open before, by its key. */
    void reopen(String key) {
        String rest = key.substring(key.indexOf(':') + 1);
        if (key.equals(WelcomePage.KEY)) {
            openWelcome();
        } else if (key.equals(DatasetEditor.key(rest))) {
            openDataset(rest);
        } else if (key.equals(StudyEditor.key(Path.of(rest)))) {
            openStudy(Path.of(rest));
        } else if (key.equals(GuideEditor.KEY)) {
            openHelp(Guide.CONTENTS);
        } else if (key.equals(SourceEditor.key(Path.of(rest)))) {
            workbench.documents().source(Path.of(rest)).ifPresent(this::show);
        } else {
            workbench.documents().open(key).ifPresent(this::show);
        }
    }

    void dispose() {
        disposed = true;
        unheard.forEach(Runnable::run);
        docking.save();
        editors.all().forEach(Editor::close);
        palette.dispose();
        docking.dispose();
        frame.dispose();
    }

    void themeChanged() {
        docking.updateUI();
        editors.all().forEach(Editor::themeChanged);
    }

    private void addCommands() {
        commands.add("new-model", "ctrl N", () -> newPlugin(PluginTemplate.MODEL));
        commands.add("new-declared-model", "", () -> newPlugin(PluginTemplate.DECLARED_MODEL));
        commands.add("new-plug-in", "", () -> newPlugin(PluginTemplate.SEEDING));
        commands.add("import", "ctrl I", () -> importFile(Optional.empty()));
        commands.add("close-editor", "ctrl W", () -> editors.present().isPresent(), editors::closePresent);
        commands.add("quit", "ctrl Q", workbench::askToClose);
        commands.add(
                "undo",
                "ctrl Z",
                () -> workbench.edits().undoable().isPresent(),
                () -> workbench.edits().undo());
        commands.add(
                "redo",
                "ctrl Y",
                () -> workbench.edits().redoable().isPresent(),
                () -> workbench.edits().redo());
        commands.add("preferences", "ctrl COMMA", () -> new PreferencesDialog(workbench).open(frame));
        commands.add(
                "theme",
                "",
                () -> workbench.choose(workbench
                        .preferences()
                        .withTheme(workbench.preferences().theme().other())));
        commands.add("larger", "ctrl PLUS", () -> resizeText(1));
        commands.add("smaller", "ctrl MINUS", () -> resizeText(-1));
        for (Editor.Act act : Editor.Act.values()) {
            commands.add(
                    id(act),
                    key(act),
                    () -> editors.present().filter(editor -> editor.can(act)).isPresent(),
                    () -> {
                        editors.present().ifPresent(editor -> editor.act(act));
                    });
        }
        for (Perspective perspective : Perspective.values()) {
            commands.add(
                    "perspective-" + perspective.id(), "alt " + (perspective.ordinal() + 1), () -> show(perspective));
        }
        for (String view : List.of(
                Perspective.NAVIGATOR,
                Perspective.PROPERTIES,
                Perspective.JOBS,
                Perspective.CONSOLE,
                Perspective.PROBLEMS)) {
            commands.add("view-" + view, "", () -> docking.show(view));
        }
        commands.add("maximise-editor", "ctrl M", () -> docking.toggleMaximised(Perspective.EDITORS));
        commands.add("reset-layout", "", docking::reset);
        commands.add("palette", "ctrl 3", () -> palette.open());
        commands.add("welcome", "", this::openWelcome);
        commands.add("help", "F1", () -> openHelp(helpWanted()));
        commands.add("guide", "", () -> openHelp(Guide.CONTENTS));
        commands.add("plug-ins", "", () -> new PluginsDialog(session).open(frame));
        commands.icon("undo", Picture.UNDO);
        commands.icon("redo", Picture.REDO);
        commands.icon(id(Editor.Act.RUN), Picture.RUN);
        commands.icon(id(Editor.Act.PAUSE), Picture.PAUSE);
        commands.icon(id(Editor.Act.STOP), Picture.STOP);
        commands.icon(id(Editor.Act.STEP), Picture.STEP);
        commands.icon(id(Editor.Act.BACK), Picture.BACK);
        commands.icon(id(Editor.Act.SAVE), Picture.SAVE);
        commands.icon(id(Editor.Act.EXPORT_WORKBOOK), Picture.TABLE);
    }

    private void newPlugin(PluginTemplate template) {
        new NewPluginDialog(frame, session, this).open(template);
    }

    private static String id(Editor.Act act) {
        return act.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String key(Editor.Act act) {
        return switch (act) {
            case RUN -> "F5";
            case PAUSE -> "F7";
            case STOP -> "shift F5";
            case STEP -> "F6";
            case BACK -> "shift F6";
            case SAVE -> "ctrl S";
            case COMPARE -> "ctrl shift M";
            case TAKE_BACK -> "";
            case COPY_COMMAND -> "ctrl shift C";
            case EXPORT_WORKBOOK -> "ctrl shift X";
            case EXPORT_FIGURE -> "ctrl shift E";
        };
    }

    private JMenuBar menus() {
        JMenuBar bar = new JMenuBar();
        JMenu file = menu("file", "import", "save", "", "close-editor", "quit");
        file.insert(menu("new", "new-model", "new-declared-model", "new-plug-in"), 0);
        mark(file);
        bar.add(file);
        bar.add(menu(
                "edit",
                "undo",
                "redo",
                "take-back",
                "",
                "copy-command",
                "",
                "preferences",
                "theme",
                "larger",
                "smaller"));
        bar.add(menu("run", "run", "pause", "stop", "step", "back", "", "compare"));
        bar.add(menu("export", "export-workbook", "export-figure"));
        bar.add(menu(
                "window",
                "perspective-data",
                "perspective-experiment",
                "perspective-results",
                "",
                "view-navigator",
                "view-properties",
                "view-jobs",
                "view-console",
                "view-problems",
                "",
                "maximise-editor",
                "reset-layout"));
        bar.add(menu("help", "help", "guide", "welcome", "", "palette", "", "plug-ins"));
        return bar;
    }

    private JMenu menu(String id, String... items) {
        String label = texts.text("menu." + id);
        int mark = label.indexOf('&');
        JMenu menu = new JMenu(label.replace("&", ""));
        menu.setName("menu." + id);
        menu.setMnemonic(label.charAt(mark + 1));
        menu.getAccessibleContext().setAccessibleName(label.replace("&", ""));
        for (String item : items) {
            if (item.isEmpty()) {
                menu.addSeparator();
            } else {
                JMenuItem entry = new JMenuItem(commands.action(item));
                entry.setName("menu." + item);
                menu.add(entry);
            }
        }
        mark(menu);
        return menu;
    }

    /** Gives each entry the first letter of its label that no other entry of the menu has. */
    private static void mark(JMenu menu) {
        Set<Integer> taken = new HashSet<>();
        for (Component entry : menu.getMenuComponents()) {
            if (entry instanceof JMenuItem item) {
                item.getText()
                        .toUpperCase(Locale.ROOT)
                        .chars()
                        .filter(letter -> letter >= 'A' && letter <= 'Z' && taken.add(letter))
                        .findFirst()
                        .ifPresent(item::setMnemonic);
            }
        }
    }

    private JToolBar toolBar() {
        JToolBar bar = new JToolBar();
        bar.setName("toolbar");
        bar.setFloatable(false);
        bar.setBorder(Sizes.padding(0.25, 0.5));
        for (String id : List.of(
                "save",
                "",
                "undo",
                "redo",
                "",
                "run",
                "pause",
                "stop",
                "back",
                "step",
                "",
                "compare",
                "export-workbook")) {
            if (id.isEmpty()) {
                bar.addSeparator();
            } else {
                javax.swing.JButton button = Widgets.button(commands.action(id));
                button.setName("tool." + id);
                if (id.equals("compare")) {
                    compareButton = button;
                }
                button.setHideActionText(
                        !List.of("run", "compare", "export-workbook").contains(id));
                bar.add(button);
            }
        }
        bar.add(Box.createHorizontalGlue());
        ButtonGroup group = new ButtonGroup();
        for (Perspective perspective : Perspective.values()) {
            JToggleButton button = new JToggleButton(commands.action("perspective-" + perspective.id()));
            button.setName("tool.perspective-" + perspective.id());
            group.add(button);
            perspectives.put(perspective, button);
            bar.add(button);
        }
        return bar;
    }

    private void show(Perspective perspective) {
        if (docking.perspective().filter(perspective::equals).isEmpty()) {
            docking.show(perspective);
        }
        perspectives.get(perspective).setSelected(true);
    }

    private void resizeText(int points) {
        Preferences present = workbench.preferences();
        workbench.choose(present.withFontSize(present.fontSize() + points));
    }

    @Override
    public void show(Properties selected) {
        properties.show(selected);
        status.say(selected.title());
    }

    @Override
    public void changed() {
        if (!disposed) {
            editors.all().forEach(Editor::filesChanged);
            editors.refresh();
            navigator.refresh();
            properties.refresh(editors.present().map(Editor::properties).orElse(Properties.NONE));
            commands.refresh();
        }
    }

    void openWelcome() {
        editors.open(WelcomePage.KEY, () -> new WelcomePage(session, this));
    }

    /** Edits that were not saved come back. */
    void openDrafts() {
        workbench.documents().drafts().forEach(draft -> {
            show(draft);
            session.log().tell(texts.text("experiment.draft", draft.name()));
        });
        workbench.documents().sourceDrafts(session.plugins().path()).forEach(draft -> {
            show(draft);
            session.log().tell(texts.text("experiment.draft", draft.fileName()));
        });
    }

    @Override
    public void openDataset(String name) {
        editors.open(DatasetEditor.key(name), () -> new DatasetEditor(session, this, workbench.edits(), name));
    }

    @Override
    public void closeEditor(String key) {
        editors.close(key);
    }

    /** Looks into a file and brings it in as a dataset; the file of an experiment is opened. */
    private void importFile(Optional<Path> file) {
        if (file.filter(one -> one.toString().matches(".*\\.ya?ml")).isPresent()) {
            openExperiment(file.get());
        } else {
            new ImportDialog(session, this, frame).open(file);
        }
    }

    @Override
    public void openReady(String name) {
        session.jobs()
                .submit(
                        Jobs.Lane.QUICK,
                        texts.text("study.opening", name),
                        progress -> session.catalog().experiment(name),
                        text -> show(workbench.documents().ready(name, text)));
    }

    @Override
    public void openExperiment(Path file) {
        session.jobs()
                .submit(
                        Jobs.Lane.QUICK,
                        texts.text("study.opening", file.getFileName()),
                        progress -> Files.readString(file),
                        text -> show(workbench.documents().file(file, text)));
    }

    private ExperimentEditor show(ExperimentDocument document) {
        return (ExperimentEditor)
                editors.open(ExperimentEditor.key(document), () -> new ExperimentEditor(session, this, document));
    }

    @Override
    public void openSource(Path file, int line, int column) {
        Optional<TextDocument> open = workbench.documents().source(file);
        if (open.isPresent()) {
            show(open.get()).go(line, column);
            return;
        }
        session.jobs()
                .submit(
                        Jobs.Lane.QUICK,
                        texts.text("study.opening", file.getFileName()),
                        progress -> Files.readString(file),
                        text -> show(workbench.documents().source(file, text)).go(line, column));
    }

    /** The page on what has the focus. */
    private String helpWanted() {
        Component focused =
                KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        return editors.present()
                .filter(editor -> focused != null && SwingUtilities.isDescendingFrom(focused, editors.component()))
                .map(Editor::help)
                .orElse("workbench.md#where-things-are");
    }

    private void openHelp(String address) {
        withGuide(progress -> address, GuideEditor::show);
    }

    @Override
    public void explain(String id) {
        withGuide(
                progress -> Stream.of(Kind.values())
                        .filter(kind -> session.catalog().contains(kind, id))
                        .flatMap(kind -> session.catalog().find(kind, id).cite().stream())
                        .toList(),
                (guide, cite) -> guide.explain(id, cite));
    }

    private <T> void withGuide(Work<T> find, BiConsumer<GuideEditor, T> show) {
        Path jar = session.platform().bundles().get().stream()
                .filter(bundle -> bundle.get("name").equals("org.einfluss.help"))
                .map(bundle -> Path.of(bundle.get("jar")))
                .findFirst()
                .orElseThrow();
        session.jobs()
                .submit(
                        Jobs.Lane.VIEW,
                        texts.text("command.guide"),
                        progress -> Map.entry(Guide.read(jar, texts.locale()), find.run(progress)),
                        found -> show.accept(
                                (GuideEditor)
                                        editors.open(GuideEditor.KEY, () -> new GuideEditor(session, found.getKey())),
                                found.getValue()));
    }

    private SourceEditor show(TextDocument document) {
        return (SourceEditor)
                editors.open(SourceEditor.key(document.file()), () -> new SourceEditor(session, this, document));
    }

    @Override
    public void openStudy(Path folder) {
        if (editors.bring(StudyEditor.key(folder))) {
            return;
        }
        session.jobs()
                .submit(
                        Jobs.Lane.QUICK,
                        texts.text("study.opening", folder.getFileName()),
                        progress -> session.einfluss().open(folder),
                        this::show);
    }

    private StudyEditor show(StudyFolder study) {
        return (StudyEditor) editors.open(StudyEditor.key(study.path()), () -> new StudyEditor(session, this, study));
    }

    @Override
    public void runReady(String name) {
        session.jobs()
                .submit(
                        Jobs.Lane.QUICK,
                        texts.text("study.planning", name),
                        progress -> StudyWork.create(
                                session,
                                session.catalog().experiment(name),
                                name,
                                session.home().folder(),
                                progress),
                        this::runAndShow);
    }

    @Override
    public void run(String name, String text, Path folder) {
        session.jobs()
                .submit(
                        Jobs.Lane.QUICK,
                        texts.text("study.planning", name),
                        progress -> StudyWork.create(session, text, name, folder, progress),
                        this::runAndShow);
    }

    private void runAndShow(StudyFolder study) {
        show(Perspective.EXPERIMENT);
        show(study).run();
        changed();
    }

    @Override
    public void compare(String name, String text) {
        session.jobs()
                .submit(
                        Jobs.Lane.VIEW,
                        texts.text("command.compare"),
                        progress -> session.catalog().entries(Kind.MODEL),
                        models -> choose(
                                models,
                                model -> show(workbench.documents().ready(name, text))
                                        .addModel(model)));
    }

    /** Lets the user choose a model, by mouse or arrow keys, in the order of their bundles. */
    private void choose(List<Entry> models, Consumer<String> chosen) {
        JPopupMenu menu = new JPopupMenu();
        menu.setName("compare");
        String bundle = "";
        for (Entry model : models.stream()
                .sorted(Comparator.comparing((Entry one) -> one.origin().name()).thenComparing(Entry::id))
                .toList()) {
            if (!bundle.isEmpty() && !bundle.equals(model.origin().name())) {
                menu.addSeparator();
            }
            bundle = model.origin().name();
            JMenuItem item = new JMenuItem(texts.translate(model.name()));
            item.setToolTipText(texts.translate(model.summary()));
            item.setName("compare." + model.id());
            item.addActionListener(event -> chosen.accept(model.id()));
            menu.add(item);
        }
        Component anchor = compareButton;
        menu.show(anchor, 0, anchor.getHeight());
    }

    private void editorChanged() {
        if (!disposed) {
            show(editors.present().map(Editor::properties).orElse(Properties.NONE));
            commands.refresh();
        }
    }

    private void jobsChanged() {
        if (!disposed) {
            editors.all().forEach(Editor::jobsChanged);
            jobs.refresh();
            status.refresh();
            commands.refresh();
        }
    }

    /** Other programs edit sources too; whatever shows components shows those that there are now. */
    private void pluginsChanged() {
        if (!disposed) {
            Map<TextDocument, Path> open = workbench.documents().sources();
            session.jobs()
                    .submit(
                            Jobs.Lane.VIEW,
                            texts.text("command.plug-ins"),
                            progress -> read(open),
                            found -> found.forEach(TextDocument::reload));
            editors.all().forEach(Editor::pluginsChanged);
            changed();
        }
    }

    private static Map<TextDocument, String> read(Map<TextDocument, Path> files) throws IOException {
        Map<TextDocument, String> found = new HashMap<>();
        for (Map.Entry<TextDocument, Path> entry : files.entrySet()) {
            if (Files.exists(entry.getValue())) {
                found.put(entry.getKey(), Files.readString(entry.getValue()));
            }
        }
        return found;
    }

    private void logChanged() {
        if (disposed) {
            return;
        }
        console.refresh();
        problems.refresh();
        if (session.log().problems().size() > problemsShown) {
            docking.show(Perspective.PROBLEMS);
        }
        problemsShown = session.log().problems().size();
        List<String> lines = session.log().lines();
        if (!lines.isEmpty()) {
            status.say(lines.get(lines.size() - 1));
        }
    }
}
