package org.einfluss.workbench.forms;

import java.awt.Component;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import javax.swing.SwingUtilities;
import org.einfluss.api.InputException;
import org.einfluss.engine.parameters.Interval;
import org.einfluss.engine.parameters.Levels;
import org.einfluss.engine.parameters.Parameter;
import org.einfluss.engine.parameters.ParameterSchema;
import org.einfluss.engine.parameters.ParameterType;
import org.einfluss.engine.parameters.Setting;
import org.einfluss.engine.parameters.YamlSettings;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.Picture;
import org.einfluss.workbench.widgets.Sizes;
import org.einfluss.workbench.widgets.Widgets;

/**
 * A form made from a parameter schema: for each parameter its label with unit and symbol, a control of its type, "vary" for what can be a
 * factor, and a button that takes the default again. It shows settings and tells new ones; it keeps none.
 */
public final class ParameterForm extends JPanel {
    /** Client property of a control: the place of the file at which its value was written. */
    public static final String PLACE = "einfluss.place";

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final String name;
    private final transient Setting.Fields settings;
    private final transient Choices choices;
    private final boolean canVary;
    private final transient Consumer<Setting.Fields> changed;
    private int row;

    /** Which words a text parameter can be, where that is known, such as the names of datasets. */
    @FunctionalInterface
    public interface Choices {
        /** Nothing is known. */
        Choices NONE = parameter -> List.of();

        /**
         * Returns the words, empty where any text will do.
         *
         * @param parameter the parameter
         */
        List<String> of(Parameter parameter);
    }

    /**
     * Makes a form.
     *
     * @param name begins the names of its controls
     * @param schema the parameters
     * @param settings what is set; what is not has its default
     * @param canVary whether parameters can be factors
     * @param choices known words of text parameters
     * @param texts the language
     * @param changed told all settings after a change
     */
    public ParameterForm(
            String name,
            ParameterSchema schema,
            Setting.Fields settings,
            boolean canVary,
            Choices choices,
            Texts texts,
            Consumer<Setting.Fields> changed) {
        this(name, schema, Set.of(), settings, canVary, choices, texts, changed);
    }

    /**
     * Makes a form of some of the parameters.
     *
     * @param name begins the names of its controls
     * @param schema the parameters
     * @param elsewhere names of parameters that are asked for elsewhere
     * @param settings what is set; what is not has its default
     * @param canVary whether parameters can be factors
     * @param choices known words of text parameters
     * @param texts the language
     * @param changed told all settings after a change
     */
    public ParameterForm(
            String name,
            ParameterSchema schema,
            Set<String> elsewhere,
            Setting.Fields settings,
            boolean canVary,
            Choices choices,
            Texts texts,
            Consumer<Setting.Fields> changed) {
        super(new GridBagLayout());
        this.name = name;
        this.settings = settings;
        this.canVary = canVary;
        this.choices = choices;
        this.texts = texts;
        this.changed = changed;
        setAlignmentX(Component.LEFT_ALIGNMENT);
        List<Parameter> folded = new ArrayList<>();
        for (Parameter parameter : schema.parameters()) {
            if (elsewhere.contains(parameter.name())) {
                continue;
            }
            if (parameter.advanced() && settings.find(parameter.name()).isEmpty()) {
                folded.add(parameter);
            } else {
                add(parameter);
            }
        }
        if (!folded.isEmpty()) {
            fold(folded);
        }
    }

    private void fold(List<Parameter> folded) {
        JToggleButton more = Widgets.flat(Widgets.named(
                new JToggleButton(texts.text("form.advanced", folded.size())),
                name + ".advanced",
                texts.text("form.advanced", folded.size()),
                texts.text("form.advanced.tip")));
        GridBagConstraints at = new GridBagConstraints();
        at.gridx = 0;
        at.gridy = row++;
        at.gridwidth = 4;
        at.anchor = GridBagConstraints.LINE_START;
        add(more, at);
        int first = getComponentCount();
        folded.forEach(this::add);
        List<Component> hidden = List.of(getComponents()).subList(first, getComponentCount());
        hidden.forEach(component -> component.setVisible(false));
        more.addActionListener(event -> {
            hidden.forEach(component -> component.setVisible(more.isSelected()));
            revalidate();
        });
    }

    private void add(Parameter parameter) {
        Optional<Setting> given = settings.find(parameter.name());
        ParameterType type = parameter.type() instanceof ParameterType.Maybe maybe ? maybe.type() : parameter.type();
        boolean varied = given.filter(Setting.Vary.class::isInstance).isPresent()
                || given.filter(Setting.Items.class::isInstance).isPresent()
                        && !(type instanceof ParameterType.Sequence);
        JComponent control = varied
                ? new LevelEditor(
                        name + "." + parameter.name(),
                        parameter,
                        type,
                        given.orElseThrow(),
                        texts,
                        levels -> set(parameter, levels))
                : control(parameter, type, given);
        given.ifPresent(
                setting -> control.putClientProperty(PLACE, setting.place().toString()));
        JLabel label = new JLabel(caption(parameter));
        label.setToolTipText(tip(parameter));
        label.setLabelFor(control);
        GridBagConstraints at = new GridBagConstraints();
        at.gridy = row++;
        at.gridx = 0;
        at.anchor = GridBagConstraints.LINE_START;
        at.insets = Sizes.insets(0.2, 0.3);
        add(label, at);
        at.gridx = 1;
        at.weightx = 1;
        at.fill = varied ? GridBagConstraints.HORIZONTAL : GridBagConstraints.NONE; // levels wrap
        add(control, at);
        at.fill = GridBagConstraints.NONE;
        at.weightx = 0;
        at.gridx = 2;
        if (canVary && !(type instanceof ParameterType.Sequence) && !(type instanceof ParameterType.Group)) {
            add(vary(parameter, varied, given), at);
        } else {
            add(Box.createHorizontalStrut(1), at);
        }
        at.gridx = 3;
        add(reset(parameter, given), at);
        if (!varied) {
            inside(parameter, type, given).ifPresent(this::addBelow);
        }
    }

    private void addBelow(JComponent form) {
        GridBagConstraints at = new GridBagConstraints();
        at.gridy = row++;
        at.gridx = 0;
        at.gridwidth = 4;
        at.weightx = 1;
        at.fill = GridBagConstraints.HORIZONTAL;
        form.setBorder(BorderFactory.createEmptyBorder(0, Sizes.em(2), 0, 0));
        add(form, at);
    }

    /** The form of the parameters inside a parameter. */
    private Optional<JComponent> inside(Parameter parameter, ParameterType type, Optional<Setting> given) {
        if (type instanceof ParameterType.Group group) {
            return Optional.of(
                    nested(parameter, group.schema(), fields(group.schema(), given, parameter), fields -> fields));
        }
        if (type instanceof ParameterType.Alternatives alternatives) {
            Kind kind = kind(parameter, alternatives, given);
            return Optional.of(nested(parameter, alternatives.schemas().get(kind.name()), kind.inside(), fields -> {
                List<Setting.Field> all = new ArrayList<>();
                all.add(new Setting.Field("kind", Setting.of(kind.name()), Setting.NOWHERE));
                all.addAll(fields.entries());
                return new Setting.Fields(all, Setting.NOWHERE);
            }));
        }
        return Optional.empty();
    }

    private JComponent vary(Parameter parameter, boolean varied, Optional<Setting> given) {
        JCheckBox vary = Widgets.named(
                new JCheckBox(texts.text("form.vary"), varied),
                name + "." + parameter.name() + ".vary",
                texts.text("form.vary.of", texts.translate(parameter.label())),
                texts.text("form.vary.tip"));
        vary.addActionListener(event -> {
            if (vary.isSelected()) {
                Setting one = given.orElse(Setting.of(parameter.initial().orElse("")));
                set(parameter, Optional.of(new Setting.Items(List.of(one), Setting.NOWHERE)));
            } else {
                set(parameter, given.flatMap(ParameterForm::firstLevel));
            }
        });
        return vary;
    }

    private static Optional<Setting> firstLevel(Setting varied) {
        if (varied instanceof Setting.Items items) {
            return items.items().stream().findFirst();
        }
        Levels levels = ((Setting.Vary) varied).levels();
        return Optional.of(
                levels instanceof Levels.Values values
                        ? values.values().get(0)
                        : Setting.of(String.valueOf(((Levels.Range) levels).from())));
    }

    private JComponent reset(Parameter parameter, Optional<Setting> given) {
        String initial = parameter.initial().orElse("");
        JButton reset = Widgets.button(
                name + "." + parameter.name() + ".reset",
                Picture.UNDO,
                texts.text("form.reset", texts.translate(parameter.label()), initial.isEmpty() ? "–" : initial),
                () -> set(parameter, Optional.empty()));
        reset.setEnabled(given.isPresent());
        return reset;
    }

    private JComponent control(Parameter parameter, ParameterType type, Optional<Setting> given) {
        String value = given.map(Setting::flow).orElse(parameter.initial().orElse(""));
        if (type instanceof ParameterType.Truth) {
            JCheckBox box = named(new JCheckBox("", value.equals("true")), parameter);
            box.addActionListener(event -> set(parameter, Optional.of(Setting.of(String.valueOf(box.isSelected())))));
            return box;
        }
        if (type instanceof ParameterType.Choice choice) {
            return words(parameter, List.copyOf(choice.constants().keySet()), value);
        }
        if (type instanceof ParameterType.Alternatives alternatives) {
            return alternatives(parameter, alternatives, given);
        }
        if (type instanceof ParameterType.Group group) {
            return new JLabel(
                    texts.text("form.group", group.schema().parameters().size()));
        }
        List<String> known = type instanceof ParameterType.Text ? choices.of(parameter) : List.of();
        if (!known.isEmpty()) {
            return words(
                    parameter, known, given.isPresent() && given.get() instanceof Setting.Scalar s ? s.text() : value);
        }
        String shown = given.isPresent() && given.get() instanceof Setting.Scalar scalar ? scalar.text() : value;
        boolean text = type instanceof ParameterType.Text;
        JTextField field = field(
                parameter,
                shown,
                tip(parameter),
                words -> words.isBlank()
                        ? Optional.empty()
                        : Optional.of(text ? Setting.of(words) : YamlSettings.value(words, Setting.NOWHERE)));
        field.setColumns(type instanceof ParameterType.Whole || type instanceof ParameterType.Real ? 8 : 20);
        field.setMinimumSize(field.getPreferredSize());
        return field;
    }

    private JComponent words(Parameter parameter, List<String> words, String value) {
        List<String> items = new ArrayList<>(words);
        if (!items.contains(value)) {
            items.add(0, value);
        }
        JComboBox<String> box = named(new JComboBox<>(items.toArray(String[]::new)), parameter);
        box.setSelectedItem(value);
        box.addActionListener(event -> set(parameter, Optional.of(Setting.of((String) box.getSelectedItem()))));
        return box;
    }

    /** Which alternative holds, and what is set of it. */
    private record Kind(String name, Setting.Fields inside) {}

    private static Kind kind(Parameter parameter, ParameterType.Alternatives alternatives, Optional<Setting> given) {
        Setting present = present(parameter, given);
        List<String> kinds = List.copyOf(alternatives.schemas().keySet());
        String usual = alternatives.shorthand().orElse(kinds.get(0));
        if (present instanceof Setting.Fields fields) {
            String named = fields.find("kind").map(Setting::flow).orElse(usual);
            return new Kind(kinds.contains(named) ? named : usual, fields.without("kind"));
        }
        if (present instanceof Setting.Scalar word && kinds.contains(word.text())) {
            return new Kind(word.text(), Setting.Fields.NONE);
        }
        return new Kind(usual, fields(alternatives.schemas().get(usual), Optional.of(present), parameter));
    }

    private JComponent alternatives(
            Parameter parameter, ParameterType.Alternatives alternatives, Optional<Setting> given) {
        JComboBox<String> choice =
                named(new JComboBox<>(alternatives.schemas().keySet().toArray(String[]::new)), parameter);
        choice.setSelectedItem(kind(parameter, alternatives, given).name());
        choice.addActionListener(event -> set(
                parameter,
                Optional.of(new Setting.Fields(
                        List.of(new Setting.Field(
                                "kind", Setting.of((String) choice.getSelectedItem()), Setting.NOWHERE)),
                        Setting.NOWHERE))));
        return choice;
    }

    /** What is given, or the default. */
    private static Setting present(Parameter parameter, Optional<Setting> given) {
        return given.orElseGet(() -> parameter
                .initial()
                .map(text -> YamlSettings.value(text, Setting.NOWHERE))
                .orElse(Setting.Fields.NONE));
    }

    private JComponent nested(
            Parameter parameter,
            ParameterSchema inner,
            Setting.Fields inside,
            java.util.function.UnaryOperator<Setting.Fields> whole) {
        ParameterForm form = new ParameterForm(
                name + "." + parameter.name(),
                inner,
                inside,
                canVary,
                choices,
                texts,
                fields -> set(parameter, Optional.of(whole.apply(fields))));
        return form;
    }

    /** A value without names stands for the only parameter. */
    private static Setting.Fields fields(ParameterSchema inner, Optional<Setting> given, Parameter parameter) {
        Setting present = present(parameter, given);
        if (present instanceof Setting.Fields fields) {
            return fields;
        }
        return inner.names().isEmpty()
                ? Setting.Fields.NONE
                : Setting.Fields.NONE.with(inner.names().get(0), present);
    }

    private JTextField field(
            Parameter parameter,
            String value,
            String tip,
            java.util.function.Function<String, Optional<Setting>> read) {
        JTextField field = named(new JTextField(value), parameter);
        field.setToolTipText(tip);
        field.putClientProperty(
                "JTextField.placeholderText", parameter.initial().orElse(""));
        Runnable commit = () -> {
            if (field.getText().equals(value)) {
                return;
            }
            try {
                set(parameter, read.apply(field.getText()));
            } catch (InputException | IllegalArgumentException wrong) {
                refuse(field, texts.translate(wrong.getMessage()));
            }
        };
        field.addActionListener(event -> commit.run());
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent event) {
                SwingUtilities.invokeLater(commit); // once it is known who has the keyboard now
            }
        });
        return field;
    }

    private static void refuse(JTextField field, String sentence) {
        field.putClientProperty("JComponent.outline", "error");
        field.setToolTipText(sentence);
        field.getAccessibleContext().setAccessibleDescription(sentence);
    }

    private <C extends JComponent> C named(C control, Parameter parameter) {
        return Widgets.named(
                control, name + "." + parameter.name(), texts.translate(parameter.label()), tip(parameter));
    }

    private String caption(Parameter parameter) {
        String unit = parameter.unit().isEmpty() ? "" : " (" + texts.translate(parameter.unit()) + ")";
        String symbol = parameter.symbol().isEmpty() ? "" : " " + parameter.symbol();
        return texts.translate(parameter.label()) + symbol + unit;
    }

    private String tip(Parameter parameter) {
        List<String> parts = new ArrayList<>();
        if (!parameter.help().isEmpty()) {
            parts.add(texts.translate(parameter.help()));
        }
        if (!parameter.range().equals(Interval.ALL)) {
            parts.add(texts.text("form.range", parameter.range()));
        }
        parameter
                .initial()
                .filter(value -> !value.isEmpty())
                .ifPresent(value -> parts.add(texts.text("form.initial", value)));
        parts.add(texts.text("form.name", parameter.name()));
        return "<html><div width='" + Sizes.em(26) + "'>"
                + String.join("<br>", parts.stream().map(ParameterForm::escaped).toList()) + "</div></html>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** Tells the settings with one of them changed, or taken away so that its default holds again. */
    private void set(Parameter parameter, Optional<Setting> value) {
        changed.accept(value.map(setting -> settings.with(parameter.name(), setting))
                .orElseGet(() -> settings.without(parameter.name())));
    }
}
