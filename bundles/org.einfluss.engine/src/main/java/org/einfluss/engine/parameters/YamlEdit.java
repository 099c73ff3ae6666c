package org.einfluss.engine.parameters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Changes the text of a YAML file so that it says other settings: only what says something else is written anew, so that comments, order and
 * spelling of all the rest stay. Comments within what is written anew move above it.
 */
final class YamlEdit {
    private static final Pattern COMMENT = Pattern.compile("(?m)(?:^|\\s)(#.*)$");

    private final String text;
    private final Function<Node, Setting> reader;
    private final List<Change> changes = new ArrayList<>();

    /** A part of the text that is replaced. */
    private record Change(int from, int to, String with) {}

    /**
     * Begins an edit.
     *
     * @param text the file
     * @param reader reads a node of it
     */
    YamlEdit(String text, Function<Node, Setting> reader) {
        this.text = text;
        this.reader = reader;
    }

    /** Returns the text that says the settings. */
    String edit(MappingNode root, Setting.Fields wanted) {
        value(root, wanted);
        StringBuilder edited = new StringBuilder(text);
        changes.sort(
                Comparator.comparingInt(Change::from).thenComparing(Change::to).reversed());
        for (Change change : changes) {
            edited.replace(change.from(), change.to(), change.with());
        }
        return edited.toString();
    }

    private void value(Node node, Setting wanted) {
        if (reader.apply(node).flow().equals(wanted.flow())) {
            return;
        }
        Setting plain = wanted instanceof Setting.Vary vary
                ? Setting.Fields.NONE.with("vary", vary.levels().setting())
                : wanted;
        if (node instanceof MappingNode mapping && plain instanceof Setting.Fields fields) {
            if (isBlock(mapping)) {
                block(mapping, fields);
                return;
            }
            if (keys(mapping).equals(fields.names())) {
                for (NodeTuple tuple : mapping.getValue()) {
                    value(tuple.getValueNode(), fields.find(key(tuple)).orElseThrow());
                }
                return;
            }
        }
        if (node instanceof SequenceNode sequence && plain instanceof Setting.Items items) {
            if (isBlock(sequence)) {
                block(sequence, items.items());
                return;
            }
            if (sequence.getValue().size() == items.items().size()) {
                for (int i = 0; i < items.items().size(); i++) {
                    value(sequence.getValue().get(i), items.items().get(i));
                }
                return;
            }
        }
        replace(node, plain);
    }

    private void block(MappingNode mapping, Setting.Fields wanted) {
        for (NodeTuple tuple : mapping.getValue()) {
            wanted.find(key(tuple))
                    .ifPresentOrElse(
                            value -> value(tuple.getValueNode(), value),
                            () -> remove(start(tuple.getKeyNode()), end(tuple.getValueNode())));
        }
        List<NodeTuple> tuples = mapping.getValue();
        String indent = " ".repeat(mapping.getStartMark().getColumn());
        StringBuilder added = new StringBuilder();
        List<String> there = keys(mapping);
        for (Setting.Field field : wanted.entries()) {
            if (!there.contains(field.name())) {
                String written = YamlSettings.write(Setting.Fields.NONE.with(field.name(), field.value()));
                added.append(
                        indent.isEmpty()
                                ? written
                                : indent + field.name() + ": " + field.value().flow() + "\n");
            }
        }
        insert(lineEnd(end(tuples.get(tuples.size() - 1).getValueNode())), added.toString());
    }

    private void block(SequenceNode sequence, List<Setting> wanted) {
        List<Node> old = sequence.getValue();
        int same = 0;
        while (same < Math.min(old.size(), wanted.size()) && isSame(old.get(same), wanted.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < Math.min(old.size(), wanted.size()) - same
                && isSame(old.get(old.size() - 1 - tail), wanted.get(wanted.size() - 1 - tail))) {
            tail++;
        }
        int both = Math.min(old.size(), wanted.size()) - same - tail;
        for (int i = same; i < same + both; i++) {
            value(old.get(i), wanted.get(i));
        }
        for (int i = same + both; i < old.size() - tail; i++) {
            remove(start(old.get(i)), end(old.get(i)));
        }
        String indent = " ".repeat(sequence.getStartMark().getColumn());
        StringBuilder added = new StringBuilder();
        for (int i = same + both; i < wanted.size() - tail; i++) {
            added.append(indent).append("- ").append(wanted.get(i).flow()).append('\n');
        }
        int before = same + both == 0 ? lineStart(start(old.get(0))) : lineEnd(end(old.get(same + both - 1)));
        insert(before, added.toString());
    }

    private boolean isSame(Node node, Setting wanted) {
        return reader.apply(node).flow().equals(wanted.flow());
    }

    /** Takes away whole lines; their comments stay, at their place. */
    private void remove(int from, int to) {
        int first = lineStart(from);
        int last = lineEnd(to);
        changes.add(new Change(first, last, comments(first, last, first)));
    }

    private void replace(Node node, Setting wanted) {
        int from = start(node);
        int to = end(node);
        String kept = comments(from, to, from);
        if (!kept.isEmpty()) {
            insert(lineStart(from), kept);
        }
        changes.add(new Change(from, to, wanted.flow() + (text.startsWith("\n", to - 1) ? "\n" : "")));
    }

    private void insert(int at, String lines) {
        if (!lines.isEmpty()) {
            boolean open = at > 0 && text.charAt(at - 1) != '\n';
            changes.add(new Change(at, at, open ? "\n" + lines : lines));
        }
    }

    /** The comments of a part of the text, each as a line with the indent of another. */
    private String comments(int from, int to, int of) {
        StringBuilder found = new StringBuilder();
        int start = lineStart(of);
        int indent = 0;
        while (start + indent < text.length() && text.charAt(start + indent) == ' ') {
            indent++;
        }
        Matcher comment = COMMENT.matcher(text).region(from, to);
        while (comment.find()) {
            found.append(" ".repeat(indent)).append(comment.group(1).strip()).append('\n');
        }
        return found.toString();
    }

    private static boolean isBlock(CollectionNode<?> node) {
        return node.getFlowStyle() == DumperOptions.FlowStyle.BLOCK
                && !node.getValue().isEmpty();
    }

    private static List<String> keys(MappingNode mapping) {
        return mapping.getValue().stream().map(YamlEdit::key).toList();
    }

    private static String key(NodeTuple tuple) {
        return ((ScalarNode) tuple.getKeyNode()).getValue();
    }

    private int start(Node node) {
        return text.offsetByCodePoints(0, node.getStartMark().getIndex());
    }

    /** Where the last value in a node ends; what follows a block up to the next key is not part of it. */
    private int end(Node node) {
        if (node instanceof MappingNode mapping && isBlock(mapping)) {
            return end(mapping.getValue().get(mapping.getValue().size() - 1).getValueNode());
        }
        if (node instanceof SequenceNode sequence && isBlock(sequence)) {
            return end(sequence.getValue().get(sequence.getValue().size() - 1));
        }
        return text.offsetByCodePoints(0, node.getEndMark().getIndex());
    }

    private int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    /** The start of the next line. */
    private int lineEnd(int at) {
        if (at > 0 && text.charAt(at - 1) == '\n') {
            return at;
        }
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }
}
