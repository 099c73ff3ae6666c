package org.einfluss.formats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.einfluss.api.InputException;
import org.einfluss.api.data.ActivityLog;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.api.data.ImportReport.Place;
import org.einfluss.formats.internal.Labels;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;

/**
 * What a format can hold. From it follows what a writer reports before writing: everything that would not come back as it is.
 *
 * @param features what it can hold
 * @param character which characters it can hold in identifiers and texts; others are replaced
 * @param identifier which identifiers it can hold
 * @param columnName what becomes of the name of a column; itself where it can be held
 */
public record Holds(
        Set<Feature> features, IntPredicate character, Predicate<String> identifier, UnaryOperator<String> columnName) {
    /** Something a network can have and a format may be able to hold. */
    public enum Feature {
        /** Identifiers of nodes. */
        IDENTIFIERS,
        /** Nodes without ties. */
        ISOLATED_NODES,
        /** Directed ties. */
        DIRECTED,
        /** Layers with directed and layers with undirected ties. */
        MIXED,
        /** Ties of a node with itself. */
        LOOPS,
        /** Several ties between the same two nodes. */
        PARALLEL,
        /** Weights of ties. */
        WEIGHTS,
        /** Columns of nodes. */
        NODE_COLUMNS,
        /** Columns of arcs, dates among them. */
        ARC_COLUMNS,
        /** Dates of nodes and ties that are whole numbers from 0, with a begin wherever there is an end, also without other columns. */
        DATES,
        /** Which of two modes a node is of, also without other columns, if all ties join nodes of different modes. */
        MODES,
        /** Several layers. */
        LAYERS,
        /** Columns without any value, as it says which columns there are. */
        EMPTY_COLUMNS,
        /** Types of columns: it need not be seen in the values what they are. */
        TYPES,
        /** Truth values, where it holds types. */
        BOOLEANS
    }

    /** Stands for a character that cannot be held. */
    private static final String REPLACEMENT = "\ufffd";

    /** Characters of XML 1.0. */
    public static final IntPredicate XML = c ->
            c >= 0x20 && c < 0xd800 || c == '\t' || c == '\n' || c == '\r' || c > 0xdfff && c < 0xfffe || c > 0xffff;

    /** Characters of a line of text; no half of a pair of surrogates. */
    public static final IntPredicate LINE = c -> c >= 0x20 && (c < 0xd800 || c > 0xdfff) || c == '\t';

    /** Characters of a text of several lines whose line ends are normalised. */
    public static final IntPredicate LINES = c -> LINE.test(c) || c == '\n';

    /** Any text. */
    public static final IntPredicate TEXT = c -> c != 0 && (c < 0xd800 || c > 0xdfff);

    /** Copies the set. */
    public Holds {
        features = Set.copyOf(features);
    }

    /**
     * Makes one that holds everything but what is named.
     *
     * @param character the characters it can hold
     * @param missing what it cannot hold
     */
    public static Holds allBut(IntPredicate character, Feature... missing) {
        Set<Feature> features = EnumSet.allOf(Feature.class);
        features.removeAll(List.of(missing));
        return new Holds(features, character, label -> true, name -> name);
    }

    /**
     * Makes one that holds what is named.
     *
     * @param character the characters it can hold
     * @param features what it can hold
     */
    public static Holds only(IntPredicate character, Feature... features) {
        return new Holds(Set.of(features), character, label -> true, name -> name);
    }

    /**
     * Returns the same with a rule for identifiers.
     *
     * @param rule which identifiers it can hold
     */
    public Holds withIdentifiers(Predicate<String> rule) {
        return new Holds(features, character, rule, columnName);
    }

    /**
     * Returns the same with a rule for names of columns.
     *
     * @param rule gives the name under which a column can be held
     */
    public Holds withColumnNames(UnaryOperator<String> rule) {
        return new Holds(features, character, identifier, rule);
    }

    /** Returns whether it can hold something. */
    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** Returns a text without the characters that cannot be held. */
    String clean(String text) {
        if (text.codePoints().allMatch(character)) {
            return text;
        }
        StringBuilder clean = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (character.test(c)) {
                clean.appendCodePoint(c);
            } else {
                clean.append(REPLACEMENT);
            }
        });
        return clean.toString();
    }

    /** Returns whether identifiers can be written as they are: all there, none empty, blank at an end or twice, no character lost. */
    boolean holdsIdentifiers(Network network) {
        if (!has(Feature.IDENTIFIERS)) {
            return false;
        }
        Set<String> seen = new HashSet<>();
        for (int node = 0; node < network.nodes(); node++) {
            String label = network.label(node);
            if (label.isBlank()
                    || !label.strip().equals(label)
                    || !clean(label).equals(label)
                    || !identifier.test(label)
                    || !seen.add(label)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a node column other than the identifiers can be written. */
    boolean holdsNodeColumn(Network network, String name) {
        return has(Feature.NODE_COLUMNS)
                || has(Feature.MODES)
                        && name.equals(Network.MODE)
                        && TwoModes.of(network, this).isPresent()
                || has(Feature.DATES) && isDate(name) && areDates(network.nodeColumns());
    }

    /** Returns whether an arc column other than weights can be written. */
    boolean holdsArcColumn(Network network, String name) {
        return has(Feature.ARC_COLUMNS)
                || has(Feature.DATES)
                        && isDate(name)
                        && layers(network).stream().allMatch(layer -> areDates(network.arcColumns(layer)));
    }

    private static boolean isDate(String name) {
        return name.equals(Network.BEGIN) || name.equals(Network.END);
    }

    private static boolean areDates(List<Column> columns) {
        List<Column> dates =
                columns.stream().filter(column -> isDate(column.name())).toList();
        Optional<Column> begin = dates.stream()
                .filter(column -> column.name().equals(Network.BEGIN))
                .findFirst();
        for (Column column : dates) {
            for (int i = 0; i < column.size(); i++) {
                boolean there = !column.isMissing(i);
                if (column.type() != Column.Type.INTEGER
                        || there
                                && (column.longAt(i) < 0
                                        || begin.isEmpty()
                                        || begin.get().isMissing(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns the layers that can be written. */
    List<String> layers(Network network) {
        return has(Feature.LAYERS) ? network.layers() : network.layers().subList(0, 1);
    }

    /**
     * Reports what would not come back as it is.
     *
     * @param dataset what is to be written
     * @param report told
     * @throws InputException when a weight is not finite, which no reader accepts
     */
    public void check(Dataset dataset, ImportReport report) {
        Network network = dataset.network();
        for (AdoptionLog log : dataset.logs()) {
            report.loss(Change.DROPPED, "log dropped", Place.of("log " + log.name()));
        }
        for (ActivityLog acts : dataset.activities()) {
            report.loss(Change.DROPPED, "log dropped", Place.of("acts " + acts.name()));
        }
        checkIdentifiers(network, report);
        for (Column column : network.nodeColumns()) {
            if (!column.name().equals(Network.ID)) {
                checkColumn(column, "node column ", holdsNodeColumn(network, column.name()), report);
            }
        }
        checkLayers(network, report);
        Set<Integer> tied = new HashSet<>();
        for (String layer : layers(network)) {
            checkTies(network, layer, tied, report);
        }
        if (!has(Feature.ISOLATED_NODES) && tied.size() < network.nodes()) {
            for (int node = 0; node < network.nodes(); node++) {
                if (!tied.contains(node)) {
                    report.loss(Change.DROPPED, "node without ties dropped", Place.of("node " + network.label(node)));
                }
            }
        }
    }

    private void checkIdentifiers(Network network, ImportReport report) {
        Optional<Column> ids = network.nodeColumn(Network.ID);
        if (!has(Feature.IDENTIFIERS)) {
            ids.ifPresent(column ->
                    report.loss(Change.DROPPED, "identifiers dropped, nodes are numbered", Place.of("node column id")));
            return;
        }
        Labels labels = new Labels(1);
        if (!holdsIdentifiers(network)) {
            report.loss(
                    Change.CONVERTED,
                    "identifiers that are empty, repeated or not writable replaced by numbers",
                    Place.of("node column id"));
            return;
        }
        for (int node = 0; node < network.nodes(); node++) {
            labels.add(0, network.label(node));
        }
        int[] order = labels.nodes();
        for (int node = 0; node < order.length; node++) {
            if (order[node] != node) {
                report.loss(
                        Change.CONVERTED,
                        "nodes come back in the order of their identifiers",
                        Place.of("node " + network.label(node)));
                break;
            }
        }
        Optional<Column.Type> type = ids.map(Column::type);
        if (!labels.column().map(Column::type).equals(type)) {
            report.loss(
                    Change.CONVERTED,
                    "identifiers come back with another type",
                    Place.of("node column id, " + type.map(Enum::name).orElse("none")));
        }
        ids.filter(column -> !column.unit().isEmpty())
                .ifPresent(column -> report.loss(Change.DROPPED, "unit dropped", Place.of("node column id")));
    }

    private void checkColumn(Column column, String of, boolean held, ImportReport report) {
        Place place = Place.of(of + column.name());
        if (!held) {
            report.loss(Change.DROPPED, "column dropped", place);
            return;
        }
        if (!column.unit().isEmpty()) {
            report.loss(Change.DROPPED, "unit dropped", place);
        }
        if (!columnName.apply(clean(column.name())).equals(column.name())) {
            report.loss(Change.CONVERTED, "column renamed", place);
        }
        if (!has(Feature.EMPTY_COLUMNS) && column.missing() == column.size()) {
            report.loss(Change.DROPPED, "column without values dropped", place);
            return;
        }
        if (has(Feature.TYPES) && !has(Feature.BOOLEANS) && column.type() == Column.Type.BOOLEAN) {
            report.loss(Change.CONVERTED, "column comes back with another type", place);
        }
        boolean typed = has(Feature.TYPES)
                || !has(Feature.NODE_COLUMNS) && column.name().equals(Network.MODE);
        Attribute open = new Attribute(column.name(), Attribute.Kind.OPEN);
        for (int i = 0; i < column.size(); i++) {
            if (column.type() == Column.Type.TEXT && !column.isMissing(i)) {
                String text = column.textAt(i);
                if (!clean(text).equals(text)) {
                    report.loss(Change.CONVERTED, "character replaced", place);
                }
                if (!has(Feature.TYPES) && (text.isEmpty() || !text.strip().equals(text))) {
                    report.loss(Change.CONVERTED, "text of blanks or with blanks around it stripped", place);
                }
            }
            if (!typed && !column.textAt(i).isEmpty()) {
                open.put(i, column.textAt(i));
            }
        }
        if (!typed && column.size() > 0 && open.columnType() != column.type()) {
            report.loss(Change.CONVERTED, "column comes back with another type", place);
        }
    }

    private void checkLayers(Network network, ImportReport report) {
        List<String> names = network.layers();
        if (!has(Feature.LAYERS)) {
            if (!names.get(0).equals(Network.FIRST_LAYER)) {
                report.loss(Change.DROPPED, "name of the layer dropped", Place.of("layer " + names.get(0)));
            }
            names.subList(1, names.size())
                    .forEach(name -> report.loss(Change.DROPPED, "layer dropped", Place.of("layer " + name)));
            return;
        }
        if (!names.equals(names.stream().sorted().toList())) {
            report.loss(
                    Change.CONVERTED,
                    "layers come back in the order of their names",
                    Place.of("layer " + names.get(0)));
        }
        boolean named = NetworkTies.isLayered(network);
        Set<Boolean> directions = new HashSet<>();
        for (String name : names) {
            Graph graph = network.graph(name);
            directions.add(graph.isDirected());
            if (!clean(name).equals(name) || !name.strip().equals(name)) {
                report.loss(Change.CONVERTED, "character replaced", Place.of("layer " + name));
            }
            if (graph.arcs() == 0 && named) {
                report.loss(Change.DROPPED, "layer without ties dropped", Place.of("layer " + name));
            }
            for (Column column : network.arcColumns(name)) {
                if (named && column.size() > 0 && column.missing() == column.size()) {
                    report.loss(
                            Change.DROPPED,
                            "column without values dropped",
                            Place.of("arc column " + column.name() + " of layer " + name));
                }
                for (String other : names) {
                    Optional<Column> twin = network.arcColumn(other, column.name());
                    if (twin.isPresent() && twin.get().type() != column.type()) {
                        report.loss(
                                Change.CONVERTED,
                                "column with another type in another layer made texts",
                                Place.of("arc column " + column.name() + " of layer " + name));
                        break;
                    }
                }
            }
        }
        if (directions.size() > 1 && !has(Feature.MIXED)) {
            report.loss(Change.CONVERTED, "undirected ties beside directed ones written as two arcs", Place.NONE);
        }
    }

    private void checkTies(Network network, String layer, Set<Integer> tied, ImportReport report) {
        Graph graph = network.graph(layer);
        List<Column> columns = new ArrayList<>();
        for (Column column : network.arcColumns(layer)) {
            boolean weight = column.name().equals(Network.WEIGHT);
            checkColumn(
                    column,
                    "arc column ",
                    (weight ? has(Feature.WEIGHTS) : holdsArcColumn(network, column.name()))
                            && !column.name().equals(Network.LAYER),
                    report);
            columns.add(column);
            for (int arc = 0; weight && arc < column.size(); arc++) {
                if (!Double.isFinite(column.doubleAt(arc))) {
                    throw new InputException("The weight of the tie " + network.label(graph.source(arc)) + " "
                            + network.label(graph.target(arc)) + " is " + column.doubleAt(arc)
                            + "; only finite weights can be written. Correct it.");
                }
            }
        }
        if (graph.isDirected() && !has(Feature.DIRECTED)) {
            report.loss(Change.CONVERTED, "directed ties made undirected", Place.NONE, Math.max(1, graph.arcs()));
        }
        columns.sort(Comparator.comparing(Column::name));
        for (int u = 0; u < graph.nodes(); u++) {
            for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                int v = graph.target(a);
                if (!has(Feature.ISOLATED_NODES)) {
                    tied.add(u);
                    tied.add(v);
                }
                Place place = Place.of("tie " + network.label(u) + " " + network.label(v));
                boolean loop = u == v;
                // An undirected self-loop is two arcs; only the first of them counts.
                int unit = loop && !graph.isDirected() ? 2 : 1;
                if (!graph.isDirected() && u > v || (a - graph.findArc(u, v)) % unit != 0) {
                    continue;
                }
                if (loop && !has(Feature.LOOPS)) {
                    report.loss(Change.DROPPED, "self-loop dropped", place);
                } else if (a - unit >= graph.arcBegin(u) && graph.target(a - unit) == v) {
                    if (!has(Feature.PARALLEL)) {
                        report.loss(Change.MERGED, "parallel tie dropped", place);
                    } else if (isOutOfOrder(columns, a - unit, a)) {
                        report.loss(Change.CONVERTED, "parallel ties come back in the order of their columns", place);
                    }
                }
            }
        }
    }

    /** Tells weights that are lost because there is no tie that could say one; for formats that do not declare them. */
    static void tellUnusedWeights(Dataset dataset, ImportReport report) {
        Network network = dataset.network();
        if (network.weights().isPresent() && network.graph().arcs() == 0) {
            report.loss(Change.DROPPED, "column without values dropped", Place.of("arc column weight"));
        }
    }

    private static boolean isOutOfOrder(List<Column> columns, int first, int second) {
        for (Column column : columns) {
            Attribute pair = new Attribute(column.name(), Attribute.Kind.FOUND);
            for (int i = 0; i < 2; i++) {
                int arc = i == 0 ? first : second;
                if (!column.isMissing(arc)) {
                    switch (column.type()) {
                        case DOUBLE -> pair.put(i, column.doubleAt(arc));
                        case INTEGER -> pair.put(i, column.longAt(arc));
                        case BOOLEAN -> pair.put(i, column.booleanAt(arc));
                        case TEXT -> pair.put(i, column.textAt(arc));
                    }
                }
            }
            int order = pair.compare(0, 1);
            if (order != 0) {
                return order > 0;
            }
        }
        return false;
    }
}
