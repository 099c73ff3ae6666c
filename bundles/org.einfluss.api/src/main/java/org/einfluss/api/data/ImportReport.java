package org.einfluss.api.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;

/**
 * What an import or export found, and what did not come through as it stood: dropped, merged, converted or guessed. Not thread-safe.
 *
 * <p>Its JSON form is {@link #tree}; it is stored with the dataset.
 */
public final class ImportReport {
    /** What happened to something that did not come through as it stood. */
    public enum Change {
        /** It is gone. */
        DROPPED,
        /** It went into something else that is there. */
        MERGED,
        /** It is there in another form. */
        CONVERTED,
        /** It was not said, and something was assumed. */
        GUESSED,
        /** It is no data, such as a comment, and was passed over: no loss. */
        NOTED
    }

    /**
     * Where in a file something is; what is not known is 0 or empty.
     *
     * @param line line, the first is 1
     * @param column column, the first is 1
     * @param element what it belongs to, for example {@code node ann}
     */
    public record Place(long line, int column, String element) {
        /** Nowhere in particular. */
        public static final Place NONE = new Place(0, 0, "");

        /**
         * Makes the place of a line.
         *
         * @param line the line, the first is 1
         */
        public static Place line(long line) {
            return new Place(line, 0, "");
        }

        /**
         * Makes the place of an element whose line is not known.
         *
         * @param element what it is
         */
        public static Place of(String element) {
            return new Place(0, 0, element);
        }

        @Override
        public String toString() {
            StringJoiner parts = new StringJoiner(", ");
            if (line > 0) {
                parts.add("line " + line);
            }
            if (column > 0) {
                parts.add("column " + column);
            }
            if (!element.isEmpty()) {
                parts.add(element);
            }
            return parts.toString();
        }
    }

    /**
     * A column as it was found.
     *
     * @param of {@code node}, or the name of the layer whose arcs it belongs to
     * @param name its name
     * @param type its type
     * @param standard the value the file gives where none stands, as text; empty where it gives none
     * @param missing how many values are missing
     */
    public record Attribute(String of, String name, Column.Type type, String standard, int missing) {}

    private final Map<String, String> facts = new LinkedHashMap<>();
    private final Map<String, Loss> losses = new LinkedHashMap<>();
    private final Map<String, String> standards = new LinkedHashMap<>();
    private final List<Attribute> attributes = new ArrayList<>();

    /** Makes an empty report. */
    public ImportReport() {}

    /**
     * Reads a report back.
     *
     * @param tree what {@link #tree} returned, or its JSON read again
     * @throws IllegalArgumentException when it is no such tree
     */
    public static ImportReport of(Map<String, ?> tree) {
        ImportReport report = new ImportReport();
        try {
            ((Map<?, ?>) tree.get("facts")).forEach((what, value) -> report.fact((String) what, (String) value));
            for (Object one : (List<?>) tree.get("attributes")) {
                Map<?, ?> attribute = (Map<?, ?>) one;
                report.attributes.add(new Attribute(
                        (String) attribute.get("of"),
                        (String) attribute.get("name"),
                        Column.Type.valueOf(((String) attribute.get("type")).toUpperCase(Locale.ROOT)),
                        attribute.containsKey("default") ? (String) attribute.get("default") : "",
                        ((Number) attribute.get("missing")).intValue()));
            }
            for (Object one : (List<?>) tree.get("losses")) {
                Map<?, ?> loss = (Map<?, ?>) one;
                String what = (String) loss.get("what");
                Loss read = new Loss(Change.valueOf(((String) loss.get("change")).toUpperCase(Locale.ROOT)), what);
                read.count = ((Number) loss.get("count")).longValue();
                for (Object place : (List<?>) loss.get("places")) {
                    Map<?, ?> parts = (Map<?, ?>) place;
                    read.places.add(new Place(
                            parts.containsKey("line") ? ((Number) parts.get("line")).longValue() : 0,
                            parts.containsKey("column") ? ((Number) parts.get("column")).intValue() : 0,
                            parts.containsKey("element") ? (String) parts.get("element") : ""));
                }
                report.losses.put(what, read);
            }
        } catch (NullPointerException | ClassCastException e) {
            throw new IllegalArgumentException("This is no report of an import", e);
        }
        return report;
    }

    /**
     * States a fact, for example the dialect, the delimiter or the number of nodes.
     *
     * @param what what it is, for example {@code delimiter}
     * @param value its value
     */
    public void fact(String what, String value) {
        facts.put(what, value);
    }

    /**
     * States the value that a file gives to an attribute where none stands.
     *
     * @param of {@code node} or {@code arc}
     * @param name the attribute's name
     * @param value the value as text
     */
    public void standard(String of, String name, String value) {
        standards.put(of + "\n" + name, value);
    }

    /**
     * States what a network holds: nodes, arcs or edges, and attributes.
     *
     * @param network the network
     */
    public void network(Network network) {
        long edges = 0;
        boolean directed = false;
        attributes.clear();
        for (Column column : network.nodeColumns()) {
            attributes.add(attribute("node", "node", column));
        }
        for (String layer : network.layers()) {
            Graph graph = network.graph(layer);
            directed |= graph.isDirected();
            edges += graph.edges();
            for (Column column : network.arcColumns(layer)) {
                attributes.add(attribute(layer, "arc", column));
            }
        }
        fact("nodes", Integer.toString(network.nodes()));
        fact(directed ? "arcs" : "edges", Long.toString(edges));
        if (network.layers().size() > 1) {
            fact("layers", String.join(", ", network.layers()));
        }
    }

    private Attribute attribute(String of, String kind, Column column) {
        String standard = standards.getOrDefault(kind + "\n" + column.name(), "");
        return new Attribute(of, column.name(), column.type(), standard, column.missing());
    }

    /**
     * Counts one thing that was dropped.
     *
     * @param what what happened, for example {@code self-loop dropped}
     * @param where where, for example {@code line 17}; the first few are kept
     */
    public void loss(String what, String where) {
        loss(Change.DROPPED, what, Place.of(where));
    }

    /**
     * Counts one thing that did not come through as it stands in the file.
     *
     * @param change what became of it
     * @param what what happened, for example {@code self-loop dropped}
     * @param where where; the first few are kept
     */
    public void loss(Change change, String what, Place where) {
        loss(change, what, where, 1);
    }

    /**
     * Counts several things that did not come through.
     *
     * @param change what became of them
     * @param what what happened
     * @param where where the first of them was
     * @param times how many there are, at least 1
     */
    public void loss(Change change, String what, Place where, long times) {
        losses.computeIfAbsent(what, key -> new Loss(change, key)).count(where, times);
    }

    /**
     * Counts all that another report counted, too.
     *
     * @param other the other report
     */
    public void losses(ImportReport other) {
        for (Loss loss : other.losses()) {
            long rest = loss.count();
            for (Place place : loss.places()) {
                loss(loss.change(), loss.what(), place);
                rest--;
            }
            if (rest > 0) {
                loss(loss.change(), loss.what(), Place.NONE, rest);
            }
        }
    }

    /** Returns the facts in the order stated. */
    public Map<String, String> facts() {
        return Collections.unmodifiableMap(facts);
    }

    /** Returns the columns of the network last stated. */
    public List<Attribute> attributes() {
        return List.copyOf(attributes);
    }

    /** Returns all that was counted, in the order of first occurrence. */
    public List<Loss> losses() {
        return List.copyOf(losses.values());
    }

    /** Returns whether everything came through: whether nothing but comments and the like was counted. */
    public boolean isLossless() {
        return losses.values().stream().allMatch(loss -> loss.change() == Change.NOTED);
    }

    /** Returns in one line how many things did not come through as they stood, and what; empty where there are none. */
    public String summary() {
        StringJoiner text = new StringJoiner(", ");
        for (Loss loss : losses.values()) {
            if (loss.change != Change.NOTED) {
                text.add(loss.count + " × " + loss.what);
            }
        }
        return text.toString();
    }

    /** Returns the report as maps, lists, texts and numbers, as it is stored and printed for programs. */
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("facts", new LinkedHashMap<>(facts));
        tree.put("attributes", attributes.stream().map(ImportReport::tree).toList());
        tree.put("losses", losses.values().stream().map(ImportReport::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Attribute attribute) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("of", attribute.of);
        tree.put("name", attribute.name);
        tree.put("type", word(attribute.type));
        if (!attribute.standard.isEmpty()) {
            tree.put("default", attribute.standard);
        }
        tree.put("missing", attribute.missing);
        return tree;
    }

    private static Map<String, Object> tree(Loss loss) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("change", word(loss.change));
        tree.put("what", loss.what);
        tree.put("count", loss.count);
        List<Map<String, Object>> places = new ArrayList<>();
        for (Place place : loss.places) {
            Map<String, Object> one = new LinkedHashMap<>();
            if (place.line > 0) {
                one.put("line", place.line);
            }
            if (place.column > 0) {
                one.put("column", place.column);
            }
            if (!place.element.isEmpty()) {
                one.put("element", place.element);
            }
            places.add(one);
        }
        tree.put("places", places);
        return tree;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** One kind of loss: what happened, how often, and where it happened first. */
    public static final class Loss {
        private static final int EXAMPLES = 5;
        private final Change change;
        private final String what;
        private final List<Place> places = new ArrayList<>();
        private long count;

        private Loss(Change change, String what) {
            this.change = change;
            this.what = what;
        }

        private void count(Place where, long times) {
            count += times;
            if (places.size() < EXAMPLES && !where.equals(Place.NONE)) {
                places.add(where);
            }
        }

        /** Returns what became of the things counted. */
        public Change change() {
            return change;
        }

        /** Returns what happened. */
        public String what() {
            return what;
        }

        /** Returns how often it happened. */
        public long count() {
            return count;
        }

        /** Returns where it happened, the first few places. */
        public List<Place> places() {
            return List.copyOf(places);
        }

        /** Returns where it happened as texts, the first few places. */
        public List<String> examples() {
            return places.stream().map(Place::toString).toList();
        }
    }
}
