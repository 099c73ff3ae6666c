package org.einfluss.workbench.experiment;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.FlowLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.engine.parameters.ParameterSchema;
import org.einfluss.engine.parameters.Setting;
import org.einfluss.workbench.experiment.Parts.Part;
import org.einfluss.workbench.forms.LevelEditor;
import org.einfluss.workbench.forms.ParameterForm;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.Line;
import org.einfluss.workbench.widgets.Picture;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;

/** The form of an experiment: for each place of the file its components with their parameters, and what holds for all. */
final class ExperimentForm extends Widgets.Column {
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient Setting.Fields root;
    private final transient Map<String, List<Choice>> choices;
    private final transient BiConsumer<String, Setting.Fields> changed;
    private final transient Consumer<String> explain;

    /**
     * A component that can be picked.
     *
     * @param id its id
     * @param name its name, in the user's language
     * @param summary what it does, in the user's language
     * @param schema its parameters
     * @param words known words of its text parameters, by name
     */
    record Choice(String id, String name, String summary, ParameterSchema schema, Map<String, List<String>> words) {
        @Override
        public String toString() {
            return name.equals(id) ? id : name + " (" + id + ")";
        }
    }

    /**
     * Makes the form.
     *
     * @param root the settings of the file
     * @param choices what can be picked in each place of the file, by the place's key, in the form's order
     * @param texts the language
     * @param changed told what the edit is called, and the new settings
     * @param explain told the id of a component that its user wants to read about
     */
    ExperimentForm(
            Setting.Fields root,
            Map<String, List<Choice>> choices,
            Texts texts,
            BiConsumer<String, Setting.Fields> changed,
            Consumer<String> explain) {
        this.root = root;
        this.choices = new LinkedHashMap<>(choices);
        this.texts = texts;
        this.changed = changed;
        this.explain = explain;
        setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
        setBorder(Sizes.padding(0.8, 1.2));
        choices.keySet().forEach(this::addSection);
        addHead();
        add(Box.createVerticalGlue());
    }

    private void addSection(String key) {
        List<Part> parts = Parts.read(root, key);
        JPanel head = new JPanel(new FlowLayout(FlowLayout.LEADING, Sizes.em(0.5), 0));
        head.setAlignmentX(Component.LEFT_ALIGNMENT);
        head.add(Widgets.heading(texts.text("experiment." + key), 1.1));
        JButton add = Widgets.flat(Widgets.button(
                "experiment." + key + ".add",
                texts.text("experiment.add"),
                texts.text("experiment.add.tip", texts.text("experiment." + key)),
                () -> {
                    List<Part> more = new ArrayList<>(parts);
                    more.add(Part.of(choices.get(key).get(0).id()));
                    tell(key, more);
                }));
        add.setEnabled(!choices.get(key).isEmpty());
        head.add(add);
        add(head);
        for (int i = 0; i < parts.size(); i++) {
            add(part(key, parts, i));
        }
        add(Box.createVerticalStrut(Sizes.em(0.6)));
    }

    private JComponent part(String key, List<Part> parts, int index) {
        Part part = parts.get(index);
        String name = "experiment." + key + "[" + index + "]";
        Optional<Choice> known = choices.get(key).stream()
                .filter(choice -> choice.id().equals(part.id()))
                .findFirst();
        JComboBox<Choice> pick = new JComboBox<>(choices.get(key).toArray(Choice[]::new));
        pick.setSelectedItem(known.orElse(null)); // Swing: nothing is selected
        Widgets.named(
                pick,
                name,
                texts.text("experiment." + key),
                known.map(Choice::summary).orElse(part.id()));
        pick.addActionListener(event -> {
            if (pick.getSelectedItem() instanceof Choice choice && !choice.id().equals(part.id())) {
                tell(key, replaced(parts, index, Part.of(choice.id())));
            }
        });
        Line line = new Line(0.4, 0.2);
        line.add(pick);
        line.add(Widgets.button(
                name + ".help",
                Picture.HELP,
                texts.text("experiment.explain", part.id()),
                () -> explain.accept(part.id())));
        line.add(Widgets.button(name + ".remove", Picture.CLOSE, texts.text("experiment.remove", part.id()), () -> {
            List<Part> fewer = new ArrayList<>(parts);
            fewer.remove(index);
            tell(key, fewer);
        }));
        JPanel panel = new JPanel(new BorderLayout());
        panel.setAlignmentX(Component.LEFT_ALIGNMENT);
        panel.setBorder(Widgets.line(0, Sizes.em(0.2), 0));
        panel.add(line, BorderLayout.NORTH);
        known.ifPresent(choice -> {
            ParameterForm form = new ParameterForm(
                    name,
                    choice.schema(),
                    part.settings(),
                    !key.equals("measures") && !key.equals("analyses"),
                    parameter -> choice.words().getOrDefault(parameter.name(), List.of()),
                    texts,
                    settings -> tell(key, replaced(parts, index, new Part(part.id(), settings))));
            form.setBorder(Sizes.padding(0, 0.6));
            panel.add(form, BorderLayout.CENTER);
        });
        return panel;
    }

    private static List<Part> replaced(List<Part> parts, int index, Part part) {
        List<Part> changed = new ArrayList<>(parts);
        changed.set(index, part);
        return changed;
    }

    private void tell(String key, List<Part> parts) {
        changed.accept(texts.text("experiment.edit", texts.text("experiment." + key)), Parts.write(root, key, parts));
    }

    /** What holds for the whole experiment. */
    private void addHead() {
        add(Widgets.heading(texts.text("experiment.head"), 1.1));
        ParameterSchema head = ExperimentFile.head();
        Setting.Fields given = root;
        for (String key : root.names()) {
            if (head.find(key).isEmpty()) {
                given = given.without(key);
            }
        }
        add(new ParameterForm("experiment", head, given, false, ParameterForm.Choices.NONE, texts, settings -> {
            Setting.Fields all = root;
            for (String key : head.names()) {
                Optional<Setting> value = settings.find(key);
                Setting.Fields before = all;
                all = value.map(setting -> before.with(key, setting)).orElseGet(() -> before.without(key));
            }
            changed.accept(texts.text("experiment.edit", texts.text("experiment.head")), all);
        }));
    }

    /** Puts the keyboard back to the control of a name, which was made anew. */
    void focus(String name) {
        if (name != null && !name.isEmpty()) {
            focus(this, name);
        }
    }

    private static boolean focus(Container container, String name) {
        for (Component component : container.getComponents()) {
            if (name.equals(component.getName())) {
                return component.requestFocusInWindow();
            }
            if (component instanceof Container inner && focus(inner, name)) {
                return true;
            }
        }
        return false;
    }

    /** Marks the control whose value was written at a place of the file; false where there is none. */
    boolean mark(String place, String sentence) {
        return mark(this, place, sentence);
    }

    private static boolean mark(Container container, String place, String sentence) {
        for (Component component : container.getComponents()) {
            if (component instanceof JComponent control
                    && place.equals(control.getClientProperty(ParameterForm.PLACE))) {
                if (control instanceof LevelEditor levels) {
                    levels.refuse(sentence);
                    return true;
                }
                control.putClientProperty("JComponent.outline", "error");
                control.setToolTipText(sentence);
                control.getAccessibleContext().setAccessibleDescription(sentence);
                return true;
            }
            if (component instanceof Container inner && mark(inner, place, sentence)) {
                return true;
            }
        }
        return false;
    }
}
