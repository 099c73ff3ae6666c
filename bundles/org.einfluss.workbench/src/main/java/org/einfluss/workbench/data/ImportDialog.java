package org.einfluss.workbench.data;

import java.awt.BasicStroke;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.FlowLayout;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.RenderingHints;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.ButtonGroup;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.Timer;
import javax.swing.UIManager;
import org.einfluss.api.InputException;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.engine.catalog.Entry;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.parameters.Setting;
import org.einfluss.formats.Privacy;
import org.einfluss.formats.Pseudonyms;
import org.einfluss.workbench.data.ImportWork.Preview;
import org.einfluss.workbench.forms.ParameterForm;
import org.einfluss.workbench.jobs.Job;
import org.einfluss.workbench.jobs.Jobs;
import org.einfluss.workbench.session.Intents;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.DataTable;
import org.einfluss.workbench.widgets.FileChoice;
import org.einfluss.workbench.widgets.FormDialog;
import org.einfluss.workbench.widgets.Picture;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Typed;
import org.einfluss.workbench.widgets.Widgets;

/**
 * Brings a file in as a dataset: shows what was found in it and what would be lost, asks what a tie means and where it came from. A broken file
 * is told in place, and nothing is written.
 */
public final class ImportDialog {
    private static final int REST_MILLIS = 300;
    private static final List<String> ABOUT = List.of(
            "name",
            "title",
            "description",
            "licence",
            "source",
            "citation",
            "sensitivity",
            "consent",
            "retention",
            "pseudonyms",
            "drop",
            "keep");

    private final Session session;
    private final Texts texts;
    private final Intents intents;
    private final JDialog dialog;
    private final JTextField file;
    private final JComboBox<String> format;
    private final Map<Direction, JRadioButton> directions = new LinkedHashMap<>();
    private final JPanel direction = new JPanel();
    private final JPanel settingsPage = new JPanel(new BorderLayout());
    private final Map<String, JTextField> about = new LinkedHashMap<>();
    private final JCheckBox dropTexts;
    private final JCheckBox strict;
    private final JTextArea verdict = Widgets.paragraph(" ");
    private final JTabbedPane tabs = new JTabbedPane();
    private final JButton bring;
    private final Timer rest = new Timer(REST_MILLIS, event -> read());
    private List<String> readers = List.of();
    private Setting.Fields settings = Setting.Fields.NONE;
    private Optional<Job> reading = Optional.empty();
    private Optional<Preview> preview = Optional.empty();
    private String shownReader = "";
    private boolean named;
    private boolean adjusting;

    /**
     * Makes the dialog.
     *
     * @param session what all views share
     * @param intents told to open what came in
     * @param over the window it belongs to
     */
    public ImportDialog(Session session, Intents intents, Window over) {
        this.session = session;
        this.texts = session.texts();
        this.intents = intents;
        dialog = new JDialog(over, texts.text("import.title"));
        dialog.setName("import");
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        rest.setRepeats(false);
        file = named(new JTextField(32), "file");
        format = named(new JComboBox<>(new String[] {texts.text("import.as-found")}), "format");
        dropTexts = named(new JCheckBox(texts.text("import.drop-text")), "drop-text");
        strict = named(new JCheckBox(texts.text("import.strict")), "strict");
        bring = Widgets.button("import.bring", texts.text("import.bring"), texts.text("import.bring.tip"), this::bring);
        JButton cancel = Widgets.button(
                "import.cancel", texts.text("button.cancel"), texts.text("button.cancel"), dialog::dispose);
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING));
        buttons.add(bring);
        buttons.add(cancel);
        Widgets.named(verdict, "import.verdict", texts.text("import.verdict"), "");
        verdict.setBorder(Sizes.padding(0.4, 0.4));
        Widgets.named(tabs, "import.preview", texts.text("import.preview"), "");
        JPanel right = new JPanel(new BorderLayout());
        right.add(verdict, BorderLayout.NORTH);
        right.add(tabs, BorderLayout.CENTER);
        JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, Widgets.scroll(form()), right);
        split.setBorder(null);
        split.setDividerLocation(Sizes.em(40));
        dialog.add(split, BorderLayout.CENTER);
        dialog.add(buttons, BorderLayout.SOUTH);
        dialog.getRootPane().setDefaultButton(bring);
        dialog.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent event) {
                rest.stop();
                reading.ifPresent(Job::cancel);
            }
        });
        listen();
        dialog.setSize(Sizes.size(92, 54));
    }

    private <C extends JComponent> C named(C control, String id) {
        return Widgets.named(control, "import." + id, texts.text("import." + id), texts.text("import." + id + ".tip"));
    }

    private JComponent form() {
        Widgets.Column form = new Widgets.Column();
        form.setLayout(new BoxLayout(form, BoxLayout.Y_AXIS));
        form.setBorder(Sizes.padding(0.8, 1));
        JPanel first = new JPanel(new GridBagLayout());
        JPanel line = new JPanel(new BorderLayout(Sizes.em(0.3), 0));
        line.add(file, BorderLayout.CENTER);
        line.add(
                Widgets.button(
                        "import.browse",
                        texts.text("import.browse"),
                        texts.text("import.browse.tip"),
                        () -> FileChoice.open(dialog, texts).ifPresent(chosen -> file.setText(chosen.toString()))),
                BorderLayout.EAST);
        row(first, "file", line, file);
        row(first, "format", format, format);
        add(form, first);
        directions();
        add(form, direction);
        add(form, settingsPage);
        JPanel words = new JPanel(new GridBagLayout());
        for (String id : ABOUT) {
            JTextField field = named(new JTextField(24), id.equals("title") ? "dataset-title" : id);
            about.put(id, field);
            row(words, id.equals("title") ? "dataset-title" : id, field, field);
        }
        about.get("sensitivity").setText("none");
        add(form, words);
        add(form, dropTexts);
        add(form, strict);
        form.add(Box.createVerticalGlue());
        return form;
    }

    private static void add(JPanel form, JComponent part) {
        part.setAlignmentX(Component.LEFT_ALIGNMENT);
        form.add(part);
        form.add(Box.createVerticalStrut(Sizes.em(0.5)));
    }

    private void row(JPanel grid, String id, JComponent shown, JComponent control) {
        JLabel label = new JLabel(texts.text("import." + id));
        label.setLabelFor(control);
        GridBagConstraints at = new GridBagConstraints();
        at.gridx = 0;
        at.anchor = GridBagConstraints.LINE_START;
        at.insets = Sizes.insets(0.2, 0.3);
        grid.add(label, at);
        at.gridx = 1;
        at.weightx = 1;
        at.fill = GridBagConstraints.HORIZONTAL;
        grid.add(shown, at);
    }

    /** The question that only the user can answer, each answer with its picture. */
    private void directions() {
        direction.setLayout(new BoxLayout(direction, BoxLayout.Y_AXIS));
        direction.add(Widgets.heading(texts.text("import.direction"), 1));
        ButtonGroup group = new ButtonGroup();
        for (Direction one : Direction.values()) {
            String id = one.name().toLowerCase(Locale.ROOT);
            JRadioButton button = named(new JRadioButton(texts.text("import." + id)), id);
            button.setAlignmentX(Component.LEFT_ALIGNMENT);
            button.addActionListener(event -> {
                settings = settings.with(ImportWork.DIRECTION, Setting.of(id));
                rest.restart();
            });
            group.add(button);
            directions.put(one, button);
            JPanel line = new JPanel(new FlowLayout(FlowLayout.LEADING, Sizes.em(0.4), 0));
            line.setAlignmentX(Component.LEFT_ALIGNMENT);
            JLabel arrow = new JLabel(new Arrow(one));
            arrow.setLabelFor(button);
            line.add(arrow);
            line.add(button);
            direction.add(line);
        }
        direction.setVisible(false);
    }

    private void listen() {
        file.getDocument().addDocumentListener(new Typed(() -> {
            settings = directions.values().stream().anyMatch(JRadioButton::isSelected)
                    ? settings.find(ImportWork.DIRECTION)
                            .map(answer -> Setting.Fields.NONE.with(ImportWork.DIRECTION, answer))
                            .orElse(Setting.Fields.NONE)
                    : Setting.Fields.NONE;
            shownReader = "";
            suggestName();
            rest.restart();
        }));
        format.addActionListener(event -> {
            if (!adjusting) {
                settings = settings.find(ImportWork.DIRECTION)
                        .map(answer -> Setting.Fields.NONE.with(ImportWork.DIRECTION, answer))
                        .orElse(Setting.Fields.NONE);
                shownReader = "";
                rest.restart();
            }
        });
        about.get("name").getDocument().addDocumentListener(new Typed(() -> named |= !adjusting));
        about.values().forEach(field -> field.getDocument().addDocumentListener(new Typed(this::tell)));
        strict.addActionListener(event -> tell());
    }

    /** The file's name, as a dataset can be called. */
    private void suggestName() {
        if (!named) {
            String last = file.getText().replaceAll(".*[/\\\\]", "").replaceAll("\\.[^.]*$", "");
            adjusting = true;
            about.get("name")
                    .setText(last.toLowerCase(Locale.ROOT)
                            .replaceAll("[^a-z0-9]+", "-")
                            .replaceAll("^-|-$", ""));
            adjusting = false;
        }
    }

    /**
     * Shows the dialog.
     *
     * @param chosen the file to begin with, if there is one
     */
    public void open(Optional<Path> chosen) {
        session.jobs()
                .submit(
                        Jobs.Lane.VIEW,
                        texts.text("import.title"),
                        progress -> session.catalog().entries(Kind.DATASET_READER),
                        this::formats);
        chosen.ifPresent(path -> file.setText(path.toString()));
        tell();
        FormDialog.open(dialog, dialog.getOwner());
        file.requestFocusInWindow();
    }

    private void formats(List<Entry> entries) {
        adjusting = true;
        readers = entries.stream().map(Entry::id).toList();
        entries.forEach(entry -> format.addItem(texts.translate(entry.name()) + " (" + entry.id() + ")"));
        adjusting = false;
    }

    private Optional<String> chosenFormat() {
        int index = format.getSelectedIndex() - 1;
        return index < 0 ? Optional.empty() : Optional.of(readers.get(index));
    }

    private Path path() {
        return Path.of(file.getText().strip());
    }

    private void read() {
        reading.ifPresent(Job::cancel);
        preview = Optional.empty();
        if (file.getText().isBlank()) {
            tell();
            return;
        }
        say(texts.text("import.reading"), false);
        Path asked = path();
        Optional<String> as = chosenFormat();
        Setting.Fields given = settings;
        reading = Optional.of(session.jobs()
                .submit(
                        Jobs.Lane.VIEW,
                        texts.text("import.preview"),
                        progress -> ImportWork.preview(session, asked, as, given, progress),
                        this::show));
    }

    private void show(Preview found) {
        preview = Optional.of(found);
        direction.setVisible(found.asksDirection());
        if (!found.reader().equals(shownReader)) {
            shownReader = found.reader();
            showSettings(found);
        }
        int selected = tabs.getSelectedIndex();
        tabs.removeAll();
        ImportReport report = found.report();
        tabs.addTab(texts.text("dataset.report"), Picture.TABLE, ReportTable.of(report, session));
        if (found.mistake().isEmpty()) {
            tabs.addTab(
                    texts.text("dataset.nodes"),
                    Picture.TABLE,
                    new DataTable("import.nodes", texts.text("dataset.nodes"), found.nodes(), session));
            tabs.addTab(
                    texts.text("dataset.arcs"),
                    Picture.TABLE,
                    new DataTable("import.arcs", texts.text("dataset.arcs"), found.arcs(), session));
        }
        tabs.setSelectedIndex(Math.min(Math.max(0, selected), tabs.getTabCount() - 1));
        tell();
    }

    /** What else the reader can be told, when the reader is another. */
    private void showSettings(Preview found) {
        settingsPage.removeAll();
        found.schema()
                .ifPresent(schema -> settingsPage.add(
                        new ParameterForm(
                                "import.reader",
                                schema,
                                found.asksDirection() ? Set.of(ImportWork.DIRECTION) : Set.of(),
                                settings,
                                false,
                                ParameterForm.Choices.NONE,
                                texts,
                                changed -> {
                                    settings = changed;
                                    shownReader = "";
                                    rest.restart();
                                }),
                        BorderLayout.CENTER));
        settingsPage.revalidate();
        settingsPage.repaint();
    }

    /** Says what is found or wrong, and whether the file can be brought in. */
    private void tell() {
        String mistake = "";
        String found = texts.text("import.choose");
        if (preview.isPresent()) {
            Preview seen = preview.get();
            long lost = seen.report().losses().stream()
                    .filter(loss -> loss.change() != ImportReport.Change.NOTED)
                    .mapToLong(ImportReport.Loss::count)
                    .sum();
            found = texts.text(
                    "import.found",
                    seen.reader(),
                    seen.report().facts().getOrDefault("nodes", "0"),
                    seen.report()
                            .facts()
                            .getOrDefault("arcs", seen.report().facts().getOrDefault("edges", "0")),
                    lost);
            String name = about.get("name").getText();
            if (!seen.mistake().isEmpty()) {
                mistake = texts.translate(seen.mistake());
            } else if (seen.asksDirection()
                    && settings.find(ImportWork.DIRECTION).isEmpty()) {
                mistake = texts.text("import.no-direction");
            } else if (!name.matches("[a-z0-9]+([-.][a-z0-9]+)*")) {
                mistake = texts.text("import.bad-name", name);
            } else if (strict.isSelected() && lost > 0) {
                mistake = texts.text("import.not-strict", lost);
            }
        }
        say(mistake.isEmpty() ? found : mistake, !mistake.isEmpty());
        bring.setEnabled(preview.isPresent() && mistake.isEmpty());
    }

    private void say(String sentence, boolean wrong) {
        verdict.setText(sentence);
        verdict.setForeground(UIManager.getColor(wrong ? "Actions.Red" : "Label.foreground"));
        verdict.getAccessibleContext().setAccessibleDescription(sentence);
    }

    private void bring() {
        Preview seen = preview.orElseThrow();
        String name = said("name");
        String keyFile = said("pseudonyms");
        boolean namedSensitive =
                !said("sensitivity").isEmpty() && !said("sensitivity").equals("none");
        DatasetDescriptor descriptor = new DatasetDescriptor(
                name,
                said("title").isEmpty() ? name : said("title"),
                said("description"),
                said("source"),
                said("licence"),
                said("citation").isEmpty() ? List.of() : List.of(said("citation")),
                List.of(),
                keyFile.isEmpty() || namedSensitive ? said("sensitivity") : Privacy.SENSITIVITY,
                Direction.INFLUENCES,
                "",
                said("consent"),
                said("retention"),
                List.of());
        Set<String> drop = columns("drop");
        Set<String> keep = columns("keep");
        boolean noTexts = dropTexts.isSelected();
        Path from = path();
        Setting.Fields given = settings;
        boolean whole = strict.isSelected();
        bring.setEnabled(false);
        session.jobs()
                .submit(
                        Jobs.Lane.QUICK,
                        texts.text("import.bringing", name),
                        progress -> {
                            try {
                                Optional<Pseudonyms> pseudonyms = keyFile.isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(Pseudonyms.of(
                                                Path.of(keyFile), session.home().folder()));
                                Dataset made = ImportWork.bring(
                                        session,
                                        from,
                                        seen.reader(),
                                        given,
                                        descriptor,
                                        new Privacy(pseudonyms, drop, keep, noTexts),
                                        whole,
                                        progress);
                                return made.descriptor().hash();
                            } catch (InputException refused) {
                                return refused;
                            }
                        },
                        result -> {
                            if (result instanceof InputException refused) {
                                say(texts.translate(refused.getMessage()), true);
                            } else {
                                dialog.dispose();
                                session.log().tell(texts.text("import.done", name));
                                intents.changed();
                                intents.openDataset(name);
                            }
                        },
                        () -> bring.setEnabled(true));
    }

    private String said(String id) {
        return about.get(id).getText().strip();
    }

    /** The names of columns that stand in a field, separated by commas. */
    private Set<String> columns(String id) {
        return Arrays.stream(said(id).split(","))
                .map(String::strip)
                .filter(column -> !column.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Two nodes, a at the left, and who influences whom. */
    private record Arrow(Direction direction) implements Icon {
        @Override
        public void paintIcon(Component on, Graphics graphics, int x, int y) {
            Graphics2D g = (Graphics2D) graphics.create();
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.translate(x, y);
            g.setColor(UIManager.getColor("Label.foreground"));
            g.setStroke(new BasicStroke((float) Math.max(1.2, Sizes.em(0.11))));
            double size = getIconHeight();
            double width = getIconWidth();
            double middle = size / 2;
            g.draw(new Ellipse2D.Double(1, 1, size - 2, size - 2));
            g.draw(new Ellipse2D.Double(width - size + 1, 1, size - 2, size - 2));
            g.setFont(Sizes.font().deriveFont((float) (0.75 * Sizes.font().getSize2D())));
            int letter = g.getFontMetrics().stringWidth("a");
            float base = (float) (middle + g.getFontMetrics().getAscent() * 0.33);
            g.drawString("a", (float) (middle - letter / 2.0), base);
            g.drawString("b", (float) (width - middle - letter / 2.0), base);
            double from = size + 2;
            double to = width - size - 2;
            g.draw(new Line2D.Double(from, middle, to, middle));
            double tip = size / 4;
            if (direction != Direction.FOLLOWS) {
                g.draw(new Line2D.Double(to, middle, to - tip, middle - tip));
                g.draw(new Line2D.Double(to, middle, to - tip, middle + tip));
            }
            if (direction != Direction.INFLUENCES) {
                g.draw(new Line2D.Double(from, middle, from + tip, middle - tip));
                g.draw(new Line2D.Double(from, middle, from + tip, middle + tip));
            }
            g.dispose();
        }

        @Override
        public int getIconWidth() {
            return Sizes.em(5);
        }

        @Override
        public int getIconHeight() {
            return Sizes.em(1.5);
        }
    }
}
