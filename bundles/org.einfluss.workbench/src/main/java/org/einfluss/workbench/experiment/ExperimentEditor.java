package org.einfluss.workbench.experiment;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.KeyboardFocusManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.UIManager;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.study.Plan;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Entry;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.experiment.DatasetNetwork;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.engine.experiment.Planner;
import org.einfluss.engine.experiment.Workload;
import org.einfluss.engine.parameters.ParameterSchema;
import org.einfluss.engine.parameters.Setting;
import org.einfluss.engine.run.CostEstimate;
import org.einfluss.workbench.experiment.ExperimentForm.Choice;
import org.einfluss.workbench.jobs.Job;
import org.einfluss.workbench.jobs.Jobs;
import org.einfluss.workbench.results.Clipboards;
import org.einfluss.workbench.session.Editor;
import org.einfluss.workbench.session.Intents;
import org.einfluss.workbench.session.Properties;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.Picture;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Typed;
import org.einfluss.workbench.widgets.Widgets;

/** An experiment as a form and as the text of its file, both views of one document; below, how much work it is or what is wrong. */
public final class ExperimentEditor implements Editor {
    private static final int REST_MILLIS = 400;
    private static final Pattern PLACED = Pattern.compile("^(\\S+:\\d+(?::\\d+)?): (.*)$", Pattern.DOTALL);

    private final Session session;
    private final Intents intents;
    private final Texts texts;
    private final ExperimentDocument document;
    private final JTabbedPane tabs = new JTabbedPane();
    private final JPanel formPage = new JPanel(new BorderLayout());
    private final JTextArea yaml = new JTextArea();
    private final JTextArea verdict = Widgets.paragraph(" ");
    private final JPanel panel = new JPanel(new BorderLayout());
    private final Runnable unheard;
    private final Timer rest = new Timer(REST_MILLIS, event -> check());
    private Optional<Map<String, List<Choice>>> choices = Optional.empty();
    private Optional<ExperimentForm> form = Optional.empty();
    private Optional<Job> checking = Optional.empty();
    private boolean showing;

    /** What a check says: how much work it is, or what is wrong. */
    private record Verdict(Optional<Workload> work, Optional<CostEstimate> cost, String mistake) {}

    /**
     * Makes an editor.
     *
     * @param session what all views share
     * @param intents told to run and compare
     * @param document the experiment
     */
    public ExperimentEditor(Session session, Intents intents, ExperimentDocument document) {
        this.session = session;
        this.intents = intents;
        this.texts = session.texts();
        this.document = document;
        rest.setRepeats(false);
        yaml.setFont(new Font(Font.MONOSPACED, Font.PLAIN, Sizes.font().getSize()));
        yaml.setMargin(Sizes.insets(0.5, 0.7));
        yaml.setTabSize(2);
        Widgets.named(yaml, "experiment.yaml", texts.text("experiment.yaml"), "");
        Widgets.named(verdict, "experiment.verdict", texts.text("experiment.verdict"), "");
        verdict.setBorder(Sizes.padding(0.4, 0.8));
        Widgets.named(tabs, "experiment", document.name(), "");
        tabs.addTab(texts.text("experiment.form"), Picture.EXPERIMENT, formPage);
        tabs.addTab(texts.text("experiment.yaml"), Picture.TABLE, Widgets.scroll(yaml));
        panel.add(tabs, BorderLayout.CENTER);
        panel.add(verdict, BorderLayout.SOUTH);
        yaml.getDocument().addDocumentListener(new Typed(this::typed));
        unheard = document.onChange(this::show);
        pluginsChanged();
        show();
    }

    /**
     * Returns the key of the editor of a document.
     *
     * @param document the document
     */
    public static String key(ExperimentDocument document) {
        return "experiment:" + document.file();
    }

    /** What can be picked, by place of the file; reading it loads the classes of all components. */
    private static Map<String, List<Choice>> choices(Session session) {
        Catalog catalog = session.catalog();
        Map<String, List<Choice>> choices = new LinkedHashMap<>();
        List<Choice> networks = new ArrayList<>();
        Texts texts = session.texts();
        List<String> names =
                catalog.datasets().stream().map(DatasetDescriptor::name).toList();
        networks.add(new Choice(
                Planner.DATASET,
                texts.text("experiment.dataset"),
                texts.text("experiment.dataset.tip"),
                ParameterSchema.of(DatasetNetwork.class),
                Map.of("name", names)));
        networks.addAll(choices(session, catalog, Kind.GENERATOR));
        choices.put("network", networks);
        choices.put("prepare", choices(session, catalog, Kind.TRANSFORM));
        choices.put("model", choices(session, catalog, Kind.MODEL));
        choices.put("seeding", choices(session, catalog, Kind.SEEDING));
        choices.put("campaign", choices(session, catalog, Kind.CAMPAIGN));
        choices.put("measures", choices(session, catalog, Kind.MEASURE));
        choices.put("analyses", choices(session, catalog, Kind.STUDY_ANALYSIS));
        return choices;
    }

    /** A component that cannot be made, or whose parameters make no form, is told as a problem and left out. */
    private static List<Choice> choices(Session session, Catalog catalog, Kind kind) {
        Texts texts = session.texts();
        List<Choice> choices = new ArrayList<>();
        for (Entry entry : catalog.entries(kind)) {
            try {
                choices.add(new Choice(
                        entry.id(),
                        texts.translate(entry.name()),
                        texts.translate(entry.summary()),
                        entry.schema(),
                        Map.of()));
            } catch (RuntimeException | LinkageError broken) {
                EventQueue.invokeLater(() -> session.failed(
                        texts.translate(kind.label()) + " " + entry.id() + " – "
                                + entry.origin().name(),
                        broken));
            }
        }
        return choices;
    }

    private void typed() {
        if (!showing) {
            document.type(texts.text("experiment.typing"), yaml.getText(), true);
        }
    }

    /** Shows the document in both views. */
    private void show() {
        showing = true;
        if (!yaml.getText().equals(document.text())) {
            yaml.setText(document.text());
            yaml.setCaretPosition(0);
        }
        showing = false;
        showForm();
        verdict.setText(texts.text("experiment.checking"));
        verdict.setForeground(UIManager.getColor("Label.disabledForeground"));
        rest.restart();
        intents.changed();
    }

    private void showForm() {
        int position = formPage.getComponentCount() > 0 && formPage.getComponent(0) instanceof JScrollPane pane
                ? pane.getVerticalScrollBar().getValue()
                : 0;
        Component focused =
                KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        String focus = focused != null && SwingUtilities.isDescendingFrom(focused, formPage) ? focused.getName() : "";
        Optional<Setting.Fields> settings = document.settings();
        formPage.removeAll();
        form = Optional.empty();
        if (choices.isEmpty()) {
            formPage.add(new JLabel(texts.text("navigator.reading")), BorderLayout.NORTH);
        } else if (settings.isEmpty()) {
            JComponent sentence = Widgets.paragraph(texts.text(
                    "experiment.no-form", texts.translate(document.mistake().orElse(""))));
            sentence.setBorder(Sizes.padding(1, 1.2));
            formPage.add(sentence, BorderLayout.CENTER);
        } else {
            ExperimentForm made =
                    new ExperimentForm(settings.get(), choices.get(), texts, document::change, intents::explain);
            form = Optional.of(made);
            JScrollPane pane = Widgets.scroll(made);
            formPage.add(pane, BorderLayout.CENTER);
            SwingUtilities.invokeLater(() -> {
                pane.getVerticalScrollBar().setValue(position);
                made.focus(focus);
            });
        }
        formPage.revalidate();
        formPage.repaint();
    }

    /** Plans the experiment as the command line does, and times a few runs. */
    private void check() {
        checking.ifPresent(Job::cancel);
        String text = document.text();
        checking = Optional.of(session.jobs()
                .submit(
                        Jobs.Lane.VIEW,
                        texts.text("experiment.verdict"),
                        progress -> verdict(text, progress),
                        found -> {
                            if (document.text().equals(text)) {
                                show(found);
                            }
                        }));
    }

    private Verdict verdict(String text, Progress progress) throws IOException {
        try {
            Plan plan = session.einfluss()
                    .plan(
                            ExperimentFile.read(text, document.fileName()),
                            document.file().getParent(),
                            progress);
            CostEstimate cost = session.einfluss().estimate(plan, session.threads(), progress);
            return new Verdict(Optional.of(Workload.of(plan)), Optional.of(cost), "");
        } catch (InputException wrong) {
            return new Verdict(Optional.empty(), Optional.empty(), wrong.getMessage());
        }
    }

    private void show(Verdict found) {
        if (found.work().isPresent()) {
            Workload work = found.work().get();
            verdict.setForeground(UIManager.getColor("Label.foreground"));
            CostEstimate cost = found.cost().orElseThrow();
            verdict.setText(texts.text(
                    cost.isKnown() ? "experiment.work" : "experiment.work.unknown",
                    work.points(),
                    work.networks(),
                    work.runs(),
                    texts.duration(cost.time())));
            return;
        }
        String sentence = texts.translate(found.mistake());
        verdict.setForeground(UIManager.getColor("Actions.Red"));
        verdict.setText(sentence);
        Matcher placed = PLACED.matcher(found.mistake());
        if (placed.matches()) {
            form.ifPresent(made -> made.mark(placed.group(1), sentence));
        }
    }

    /**
     * Adds a model, so that the experiment compares it with what it has.
     *
     * @param id the model
     */
    public void addModel(String id) {
        document.settings()
                .ifPresent(root ->
                        document.change(texts.text("command.compare"), Parts.with(root, "model", Parts.Part.of(id))));
    }

    @Override
    public void pluginsChanged() {
        session.jobs().submit(Jobs.Lane.VIEW, texts.text("experiment.form"), progress -> choices(session), found -> {
            choices = Optional.of(found);
            show();
        });
    }

    @Override
    public String key() {
        return key(document);
    }

    @Override
    public String title() {
        return (document.isChanged() ? "* " : "") + document.name();
    }

    @Override
    public String help() {
        return "experiment-files.md";
    }

    @Override
    public Icon icon() {
        return Picture.EXPERIMENT;
    }

    @Override
    public JComponent component() {
        return panel;
    }

    @Override
    public Properties properties() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put(texts.text("properties.file"), document.file().toString());
        rows.put(texts.text("experiment.hint"), texts.text("experiment.hint.text"));
        return new Properties(document.name(), rows);
    }

    @Override
    public boolean can(Act act) {
        return switch (act) {
            case RUN, COMPARE -> document.settings().isPresent();
            case SAVE -> document.isChanged();
            case COPY_COMMAND -> true;
            default -> false;
        };
    }

    @Override
    public void act(Act act) {
        switch (act) {
            case RUN ->
                intents.run(document.name(), document.text(), document.file().getParent());
            case COMPARE -> intents.compare(document.name(), document.text());
            case SAVE -> save();
            case COPY_COMMAND -> {
                if (document.isChanged()) {
                    save();
                }
                Clipboards.copy(
                        session,
                        "einfluss run " + Clipboards.quoted(document.file().toString()));
            }
            default -> throw new IllegalArgumentException("An experiment cannot do " + act);
        }
    }

    private void save() {
        try {
            document.save();
            session.log().tell(texts.text("export.done", document.file()));
            intents.changed();
        } catch (IOException unwritable) {
            session.failed(document.name(), unwritable);
        }
    }

    @Override
    public void close() {
        unheard.run();
        rest.stop();
        checking.ifPresent(Job::cancel);
    }
}
