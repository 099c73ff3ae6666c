package org.einfluss.engine.parameters;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.einfluss.api.InputException;
import org.einfluss.api.InputException.Place;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads and writes settings as YAML.
 *
 * <p>Values stay text until a {@link ParameterSchema} says what they are; nothing is guessed. A mapping with the only key
 * {@code vary} becomes {@link Setting.Vary}: a list of levels, or a range with the keys of {@link Levels.Range}. Explicit tags
 * and merge keys are refused.
 */
public final class YamlSettings {
    private static final int DEEPEST = 40;
    /** Far more than anybody writes; anchors that repeat each other would unfold to billions. */
    private static final int MOST = 100_000;

    private static final Set<Tag> TAGS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MAP, Tag.SEQ);

    private YamlSettings() {}

    /**
     * Reads a file of named settings.
     *
     * @param yaml its text
     * @param name its name, for places in messages
     * @throws InputException when it is not YAML, is empty, or gives a key twice
     */
    public static Setting.Fields read(String yaml, String name) {
        Node root = compose(yaml, new Place(name, 0, 0));
        if (root == null) {
            throw new InputException(new Place(name, 1, 1), "The file is empty");
        }
        Setting setting = new Reader(name, true, Setting.NOWHERE).setting(root, 0);
        if (setting instanceof Setting.Fields fields) {
            return fields;
        }
        throw setting.mistake("Named settings were expected here, such as 'title: …', found " + setting.flow());
    }

    /**
     * Reads a value as a user gives it on a command line, in a table's cell, or as an annotation's default: flow-style YAML
     * when it begins with <code>{</code>, {@code [} or {@code "}, else the text as it stands.
     *
     * @param text the text
     * @param place where it was given; the place of all its parts
     * @throws InputException when it is no YAML
     */
    public static Setting value(String text, Place place) {
        String stripped = text.strip();
        if (stripped.startsWith("{") || stripped.startsWith("[") || stripped.startsWith("\"")) {
            return new Reader("", false, place).setting(compose(stripped, place), 0);
        }
        return new Setting.Scalar(stripped, place);
    }

    /**
     * Reads settings as a user gives them on a command line.
     *
     * @param assignments each {@code name=value}, nested names joined by dots; values as in {@link #value}
     * @return the settings, their places being {@code --set name}
     * @throws InputException when one is not written so, or a name is given twice
     */
    public static Setting.Fields assignments(List<String> assignments) {
        Setting.Fields all = Setting.Fields.NONE;
        for (Setting.Field one : assigned(assignments)) {
            all = all.with(one.name(), one.value());
        }
        return all;
    }

    /**
     * Reads assignments without joining what belongs to the same parameter.
     *
     * @param assignments each {@code path=value}
     * @return paths and values, their places being {@code --set path}
     * @throws InputException when one is not written so, or a path is given twice
     */
    public static List<Setting.Field> assigned(List<String> assignments) {
        List<Setting.Field> all = new ArrayList<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals <= 0) {
                throw new InputException(
                        "A setting is written path=value, for example model.threshold=0.2, was '" + assignment + "'");
            }
            String path = assignment.substring(0, equals).strip();
            Place place = new Place("--set " + path, 0, 0);
            all.add(new Setting.Field(path, value(assignment.substring(equals + 1), place), place));
        }
        return new Setting.Fields(all, Setting.NOWHERE).entries(); // refuses what is given twice
    }

    /**
     * Writes named settings as a YAML file.
     *
     * @param fields the settings
     */
    public static String write(Setting.Fields fields) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndent(4);
        options.setIndicatorIndent(2);
        options.setWidth(110);
        options.setSplitLines(false);
        options.setAllowUnicode(true);
        StringWriter text = new StringWriter();
        new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(options), options)
                .serialize(node(fields, 0), text);
        return text.toString();
    }

    /**
     * Changes the text of a file so that it says other settings. What says the same stays as it is written, with its comments and its order;
     * comments within what must be written anew move above it, so that none is lost.
     *
     * @param yaml the text of a file that {@link #read} accepts
     * @param name its name, for places in messages
     * @param wanted what it shall say
     */
    public static String edit(String yaml, String name, Setting.Fields wanted) {
        Reader reader = new Reader(name, true, Setting.NOWHERE);
        if (compose(yaml, new Place(name, 0, 0)) instanceof MappingNode root
                && !wanted.entries().isEmpty()) {
            String edited = new YamlEdit(yaml, node -> reader.setting(node, 0)).edit(root, wanted);
            if (says(edited, name, wanted)) {
                return edited;
            }
        }
        // Written in a way that cannot be changed piece by piece, such as with anchors.
        return yaml.lines()
                        .map(line -> line.replaceFirst("^(?:|.*\\s)(?=#)", ""))
                        .filter(line -> line.startsWith("#"))
                        .map(line -> line + "\n")
                        .collect(Collectors.joining())
                + write(wanted);
    }

    private static boolean says(String yaml, String name, Setting.Fields wanted) {
        try {
            Map<String, String> found = flows(read(yaml, name));
            return found.equals(flows(wanted));
        } catch (InputException broken) {
            return false;
        }
    }

    private static Map<String, String> flows(Setting.Fields fields) {
        return fields.entries().stream()
                .collect(Collectors.toMap(
                        Setting.Field::name, entry -> entry.value().flow()));
    }

    private static Node node(Setting setting, int depth) {
        if (setting instanceof Setting.Scalar scalar) {
            return scalar(scalar.text());
        }
        if (setting instanceof Setting.Items items) {
            boolean leaves = items.items().stream().allMatch(Setting.Scalar.class::isInstance);
            List<Node> nodes =
                    items.items().stream().map(item -> node(item, depth + 1)).toList();
            return new SequenceNode(Tag.SEQ, nodes, style(leaves || depth > 1));
        }
        Setting.Fields fields = setting instanceof Setting.Vary vary
                ? Setting.Fields.NONE.with("vary", vary.levels().setting())
                : (Setting.Fields) setting;
        List<NodeTuple> tuples = fields.entries().stream()
                .map(entry -> new NodeTuple(scalar(entry.name()), node(entry.value(), depth + 1)))
                .toList();
        return new MappingNode(Tag.MAP, tuples, style(depth > 0));
    }

    private static DumperOptions.FlowStyle style(boolean flow) {
        return flow ? DumperOptions.FlowStyle.FLOW : DumperOptions.FlowStyle.BLOCK;
    }

    private static Node scalar(String text) {
        Tag tag = new Resolver().resolve(NodeId.scalar, text, true);
        boolean plain = TAGS.contains(tag) && !tag.equals(Tag.NULL);
        return new ScalarNode(
                plain ? tag : Tag.STR,
                text,
                null,
                null,
                plain ? DumperOptions.ScalarStyle.PLAIN : DumperOptions.ScalarStyle.DOUBLE_QUOTED);
    }

    private static Node compose(String yaml, Place source) {
        LoaderOptions options = new LoaderOptions();
        options.setProcessComments(false);
        options.setNestingDepthLimit(DEEPEST);
        try {
            return new Yaml(options).compose(new StringReader(yaml));
        } catch (MarkedYAMLException wrong) {
            // What the text ends in the middle of is wrong where it begins.
            boolean ended =
                    String.valueOf(wrong.getProblem()).contains("end of stream") && wrong.getContextMark() != null;
            Mark mark = ended ? wrong.getContextMark() : wrong.getProblemMark();
            Place place = mark == null
                            || source.source().isEmpty()
                            || source.line() > 0
                            || source.source().startsWith("--")
                    ? source
                    : place(source.source(), mark);
            String context = wrong.getContext() == null ? "" : wrong.getContext() + ", ";
            throw Setting.mistake(place, "This is not YAML: " + context + wrong.getProblem());
        } catch (YAMLException wrong) {
            throw Setting.mistake(source, "This is not YAML: " + wrong.getMessage());
        }
    }

    private static Place place(String name, Mark mark) {
        return new Place(name, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** Turns nodes into settings; the places are those of the nodes, or all the same. */
    private static final class Reader {
        private final String name;
        private final boolean marks;
        private final Place fixed;
        private int settings;

        Reader(String name, boolean marks, Place fixed) {
            this.name = name;
            this.marks = marks;
            this.fixed = fixed;
        }

        Place at(Node node) {
            return marks ? place(name, node.getStartMark()) : fixed;
        }

        Setting setting(Node node, int depth) {
            Place place = at(node);
            if (depth > DEEPEST) {
                throw Setting.mistake(place, "Settings are nested too deeply");
            }
            if (++settings > MOST) {
                throw Setting.mistake(place, "There are more than " + MOST + " settings; unfold fewer anchors");
            }
            if (!TAGS.contains(node.getTag())) {
                throw Setting.mistake(place, "YAML tags such as " + node.getTag() + " have no meaning here");
            }
            if (node instanceof SequenceNode sequence) {
                List<Setting> items = new ArrayList<>();
                for (Node item : sequence.getValue()) {
                    items.add(setting(item, depth + 1));
                }
                return new Setting.Items(items, place);
            }
            if (node instanceof MappingNode mapping) {
                return mapping(mapping, place, depth);
            }
            ScalarNode scalar = (ScalarNode) node;
            if (scalar.isPlain() && node.getTag().equals(Tag.NULL)) {
                throw Setting.mistake(place, "A value is missing here; give one or remove the key");
            }
            return new Setting.Scalar(scalar.getValue(), place);
        }

        private Setting mapping(MappingNode mapping, Place place, int depth) {
            List<Setting.Field> entries = new ArrayList<>();
            for (NodeTuple tuple : mapping.getValue()) {
                Place keyPlace = at(tuple.getKeyNode());
                if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                    throw Setting.mistake(keyPlace, "A key must be a single word");
                }
                Node value = tuple.getValueNode();
                if (value instanceof ScalarNode scalar
                        && scalar.isPlain()
                        && value.getTag().equals(Tag.NULL)) {
                    throw Setting.mistake(
                            keyPlace, "'" + key.getValue() + "' has no value; give one or remove the key");
                }
                entries.add(new Setting.Field(key.getValue(), setting(value, depth + 1), keyPlace));
            }
            Setting.Fields fields = new Setting.Fields(entries, place);
            return fields.find("vary").isEmpty() ? fields : vary(fields);
        }

        private static Setting vary(Setting.Fields fields) {
            for (Setting.Field entry : fields.entries()) {
                if (!entry.name().equals("vary")) {
                    throw Setting.mistake(
                            entry.place(), "'vary' stands alone; '" + entry.name() + "' cannot stand beside it");
                }
            }
            Setting levels = fields.entries().get(0).value();
            if (levels instanceof Setting.Items items && !items.items().isEmpty()) {
                return new Setting.Vary(new Levels.Values(items.items()), fields.place());
            }
            if (levels instanceof Setting.Fields range) {
                Record bound = ParameterSchema.of(Levels.Range.class).bind(range);
                return new Setting.Vary((Levels.Range) bound, fields.place());
            }
            throw levels.mistake("'vary' needs a list of levels such as [0.1, 0.2], or a range such as "
                    + "{from: 0, to: 1, step: 0.1}, found " + levels.flow());
        }
    }
}
