package org.einfluss.workbench.forms;

import java.awt.BorderLayout;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import org.einfluss.api.InputException;
import org.einfluss.engine.parameters.Levels;
import org.einfluss.engine.parameters.Parameter;
import org.einfluss.engine.parameters.ParameterSchema;
import org.einfluss.engine.parameters.ParameterType;
import org.einfluss.engine.parameters.Setting;
import org.einfluss.engine.parameters.YamlSettings;
import org.einfluss.workbench.texts.Texts;
import org.einfluss.workbench.widgets.Line;
import org.einfluss.workbench.widgets.Widgets;

/**
 * The levels of a factor: words that are ticked, values one by one, or a range of numbers by step or by number of levels. Shows levels and
 * tells new ones; it keeps none.
 */
public final class LevelEditor extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final int MOST_SHOWN = 8;

    private final transient Texts texts;
    private final String name;
    private final String label;
    private final transient ParameterType type;
    private final transient Consumer<Optional<Setting>> changed;
    private final transient Way way;
    private final JTextArea verdict = Widgets.paragraph(" ");
    private final transient Map<String, JTextField> fields = new LinkedHashMap<>();

    /** How levels are written. */
    private enum Way {
        LIST,
        STEP,
        LINEAR,
        LOG
    }

    /**
     * Makes an editor.
     *
     * @param name begins the names of its controls
     * @param parameter what is varied
     * @param type its type
     * @param given the levels
     * @param texts the language
     * @param changed told new levels, or that there are none
     */
    LevelEditor(
            String name,
            Parameter parameter,
            ParameterType type,
            Setting given,
            Texts texts,
            Consumer<Optional<Setting>> changed) {
        super(new BorderLayout());
        this.name = name;
        this.label = texts.translate(parameter.label());
        this.type = type;
        this.texts = texts;
        this.changed = changed;
        Line line = new Line(0.3, 0);
        List<String> words = words(type);
        Setting levels = given instanceof Setting.Vary vary ? vary.levels().setting() : given;
        way = way(levels);
        if (!words.isEmpty() && levels instanceof Setting.Items items) {
            ticks(line, words, items);
        } else {
            numbers(line, levels);
        }
        add(line, BorderLayout.CENTER);
        Widgets.named(verdict, name + ".levels", label, "");
        verdict.setForeground(UIManager.getColor("Label.disabledForeground"));
        add(verdict, BorderLayout.SOUTH);
        verdict.setText(summary(given));
    }

    private static List<String> words(ParameterType type) {
        return type instanceof ParameterType.Choice choice
                ? List.copyOf(choice.constants().keySet())
                : type instanceof ParameterType.Truth ? List.of("true", "false") : List.of();
    }

    private void ticks(Line line, List<String> words, Setting.Items given) {
        List<String> chosen =
                new ArrayList<>(given.items().stream().map(Setting::flow).toList());
        for (String word : words) {
            JCheckBox box = Widgets.named(
                    new JCheckBox(word, chosen.contains(word)),
                    name + "." + word,
                    label + ": " + word,
                    texts.text("levels.word.tip", word));
            box.addActionListener(event -> {
                List<Setting> ticked = words.stream()
                        .filter(other -> other.equals(word) ? box.isSelected() : chosen.contains(other))
                        .map(other -> (Setting) Setting.of(other))
                        .toList();
                if (ticked.isEmpty()) {
                    box.setSelected(true);
                    refuse(texts.text("levels.none"));
                } else {
                    changed.accept(Optional.of(new Setting.Items(ticked, Setting.NOWHERE)));
                }
            });
            line.add(box);
        }
    }

    private void numbers(Line line, Setting levels) {
        boolean ranges = type instanceof ParameterType.Whole || type instanceof ParameterType.Real;
        if (ranges) {
            String[] ways = {
                texts.text("levels.list"),
                texts.text("levels.step"),
                texts.text("levels.linear"),
                texts.text("levels.log")
            };
            JComboBox<String> choice = Widgets.named(
                    new JComboBox<>(ways),
                    name + ".way",
                    texts.text("levels.way.of", label),
                    texts.text("levels.way.tip"));
            choice.setSelectedIndex(way.ordinal());
            choice.addActionListener(event -> {
                Way other = Way.values()[choice.getSelectedIndex()];
                if (other != way) {
                    tell(turned(levels, other));
                }
            });
            line.add(choice);
        }
        if (way == Way.LIST) {
            field(line, "", inner(levels.flow()), 24);
        } else {
            Setting.Fields range = (Setting.Fields) levels;
            for (String part : List.of("from", "to", way == Way.STEP ? "step" : "levels")) {
                field(line, part, range.find(part).map(Setting::flow).orElse(""), 5);
            }
        }
    }

    private static Way way(Setting levels) {
        if (!(levels instanceof Setting.Fields range)) {
            return Way.LIST;
        }
        boolean log =
                range.find("scale").filter(scale -> scale.flow().equals("log")).isPresent();
        return log ? Way.LOG : range.find("step").isPresent() ? Way.STEP : Way.LINEAR;
    }

    /** What is written between the brackets. */
    private static String inner(String flow) {
        return flow.startsWith("[") ? flow.substring(1, flow.length() - 1) : flow;
    }

    private void field(Line line, String part, String value, int columns) {
        String id = part.isEmpty() ? name : name + "." + part;
        String words = part.isEmpty() ? label : label + ", " + texts.text("levels." + part + ".name");
        JTextField field = Widgets.named(
                new JTextField(value, columns),
                id,
                words,
                texts.text(part.isEmpty() ? "form.levels.tip" : "levels." + part + ".tip"));
        field.setMinimumSize(field.getPreferredSize());
        if (!part.isEmpty()) {
            JLabel of = new JLabel(texts.text("levels." + part + ".name"));
            of.setLabelFor(field);
            line.add(of);
        }
        line.add(field);
        fields.put(part, field);
        Runnable commit = () -> {
            if (!field.getText().equals(value)) {
                tell(written());
            }
        };
        field.addActionListener(event -> commit.run());
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent event) {
                SwingUtilities.invokeLater(commit); // once it is known who has the keyboard now
            }
        });
    }

    /** The levels as the fields say them, in the words of a file. */
    private String written() {
        if (fields.containsKey("")) {
            String text = fields.get("").getText().strip();
            return text.startsWith("{") || text.startsWith("[") ? text : "[" + text + "]";
        }
        List<String> parts = new ArrayList<>();
        fields.forEach((part, field) -> {
            if (!field.getText().isBlank()) {
                parts.add(part + ": " + Setting.of(field.getText().strip()).flow());
            }
        });
        return "{" + String.join(", ", parts) + (way == Way.LOG ? ", scale: log}" : "}");
    }

    private void tell(String levels) {
        try {
            changed.accept(read(levels));
        } catch (InputException | IllegalArgumentException wrong) {
            refuse(texts.translate(wrong.getMessage()));
        }
    }

    /**
     * Says that the levels are wrong.
     *
     * @param sentence what is wrong with them
     */
    public void refuse(String sentence) {
        verdict.setText(sentence);
        verdict.setForeground(UIManager.getColor("Actions.Red"));
        fields.values().forEach(field -> {
            field.putClientProperty("JComponent.outline", "error");
            field.getAccessibleContext().setAccessibleDescription(sentence);
        });
    }

    /**
     * Reads levels as a file says them.
     *
     * @param text a list in brackets, or a range in braces
     * @return empty where there are none
     * @throws InputException saying what is wrong with a range
     */
    static Optional<Setting> read(String text) {
        Setting read = YamlSettings.value(text, Setting.NOWHERE);
        if (read instanceof Setting.Fields range && range.find("from").isPresent()) {
            Levels.Range levels =
                    (Levels.Range) ParameterSchema.of(Levels.Range.class).bind(range);
            return Optional.of(new Setting.Vary(levels, Setting.NOWHERE));
        }
        boolean isEmpty = read instanceof Setting.Items items && items.items().isEmpty();
        return isEmpty ? Optional.empty() : Optional.of(read);
    }

    /** The levels, or levels with the same ends, in another way. */
    private String turned(Setting levels, Way other) {
        List<String> values = values(levels);
        if (other == Way.LIST) {
            return "[" + String.join(", ", values) + "]";
        }
        double from = number(values.get(0), 0);
        double to = number(values.get(values.size() - 1), from);
        if (to <= from) {
            to = from == 0 ? 1 : from + Math.abs(from);
        }
        if (other == Way.LOG && from <= 0) {
            from = to / 100;
        }
        int count = Math.max(3, values.size());
        String ends = "{from: " + plain(from) + ", to: " + plain(to);
        return switch (other) {
            case STEP -> {
                double step = (to - from) / (count - 1);
                yield ends + ", step: " + plain(type instanceof ParameterType.Whole ? Math.max(1, step) : step) + "}";
            }
            case LOG -> ends + ", levels: " + count + ", scale: log}";
            default -> ends + ", levels: " + count + "}";
        };
    }

    private String plain(double value) {
        return new BigDecimal(type instanceof ParameterType.Whole ? Math.rint(value) : value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static double number(String text, double otherwise) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException word) {
            return otherwise; // a list may hold words, a range starts anew
        }
    }

    /** The levels one by one; of a range that is sampled, its ends. */
    private List<String> values(Setting levels) {
        if (levels instanceof Setting.Items items) {
            return items.items().stream().map(Setting::flow).toList();
        }
        if (levels instanceof Setting.Fields range && range.find("from").isPresent()) {
            Levels.Range bound =
                    (Levels.Range) ParameterSchema.of(Levels.Range.class).bind(range);
            return bound.isContinuous()
                    ? List.of(String.valueOf(bound.from()), String.valueOf(bound.to()))
                    : bound.texts(type instanceof ParameterType.Whole);
        }
        return List.of(levels.flow());
    }

    private String summary(Setting given) {
        Setting levels = given instanceof Setting.Vary vary ? vary.levels().setting() : given;
        boolean sampled = given instanceof Setting.Vary vary
                && vary.levels() instanceof Levels.Range range
                && range.isContinuous();
        List<String> values = values(levels);
        String first = String.join(", ", values.subList(0, Math.min(MOST_SHOWN, values.size())));
        return sampled
                ? texts.text("levels.sampled")
                : texts.text("levels.count", values.size(), values.size() > MOST_SHOWN ? first + ", …" : first);
    }
}
