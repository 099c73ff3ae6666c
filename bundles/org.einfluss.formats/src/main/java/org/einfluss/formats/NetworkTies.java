package org.einfluss.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einfluss.api.Progress;
import org.einfluss.formats.Holds.Feature;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;

/**
 * A network as a file of some format lists it: nodes by label, each tie once, columns by name over all layers; without what the format
 * cannot hold.
 */
public final class NetworkTies {
    private final Network network;
    private final Holds holds;
    private final List<String> layers;
    private final boolean identifiers;
    private final boolean directed;

    /**
     * Prepares a network for writing.
     *
     * @param network the network
     * @param holds what the format can hold
     */
    public NetworkTies(Network network, Holds holds) {
        this.network = network;
        this.holds = holds;
        layers = holds.layers(network);
        identifiers = holds.holdsIdentifiers(network);
        directed = holds.has(Feature.DIRECTED)
                && layers.stream().anyMatch(layer -> network.graph(layer).isDirected());
    }

    /** Whether ties must say their layer: not where there is only one with the usual name. */
    static boolean isLayered(Network network) {
        return network.layers().size() > 1 || !network.layers().get(0).equals(Network.FIRST_LAYER);
    }

    /** Receives ties. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Receives a tie.
         *
         * @param u first end, the source where it is directed
         * @param v second end
         * @param isDirected whether it goes from u to v only
         * @param at where its values are
         * @throws IOException when it cannot be written
         */
        void tie(int u, int v, boolean isDirected, At at) throws IOException;
    }

    /**
     * Where the values of a tie are.
     *
     * @param layer number of the layer
     * @param arc number of the arc in its graph
     */
    public record At(int layer, int arc) {}

    /** A column of ties over all layers. */
    public final class TieColumn {
        private final String name;
        private final Column.Type type;
        private final List<Optional<Column>> byLayer;

        private TieColumn(String name, Column.Type type, List<Optional<Column>> byLayer) {
            this.name = name;
            this.type = type;
            this.byLayer = byLayer;
        }

        /** Returns its name. */
        public String name() {
            return NetworkTies.this.name(name);
        }

        /** Returns its type. */
        public Column.Type type() {
            return type;
        }

        /** Returns whether any value is there. */
        public boolean hasValues() {
            return !columns().isEmpty();
        }

        /** Returns the columns of those layers that have a value. */
        List<Column> columns() {
            return byLayer.stream()
                    .flatMap(Optional::stream)
                    .filter(column -> column.missing() < column.size())
                    .toList();
        }

        /**
         * Returns a value as text; nothing where it is missing.
         *
         * @param at where
         */
        public Optional<String> text(At at) {
            if (byLayer.isEmpty()) {
                return Optional.of(holds.clean(layers.get(at.layer)));
            }
            return byLayer.get(at.layer)
                    .filter(column -> !column.isMissing(at.arc))
                    .map(column -> holds.clean(column.textAt(at.arc)));
        }
    }

    /**
     * Returns the name under which a column is written.
     *
     * @param name its name
     */
    public String name(String name) {
        return holds.columnName().apply(holds.clean(name));
    }

    /**
     * Returns whether all values of a column are finite numbers that would be taken for numbers of its type if nothing said so.
     *
     * @param column the column
     */
    public static boolean isPlainNumber(Column column) {
        Attribute open = new Attribute(column.name(), Attribute.Kind.OPEN);
        boolean finite = column.type() == Column.Type.DOUBLE || column.type() == Column.Type.INTEGER;
        for (int i = 0; i < column.size() && finite; i++) {
            if (!column.isMissing(i)) {
                finite = Double.isFinite(column.doubleAt(i));
                open.put(i, column.textAt(i));
            }
        }
        return finite && open.columnType() == column.type();
    }

    /** Returns the number of nodes. */
    public int nodes() {
        return network.nodes();
    }

    /**
     * Returns a node's identifier, its number where identifiers cannot be written.
     *
     * @param node the node
     */
    public String label(int node) {
        return identifiers ? network.label(node) : Integer.toString(node);
    }

    /** Returns whether there are identifiers other than numbers from 0. */
    public boolean hasIdentifiers() {
        return identifiers && network.nodeColumn(Network.ID).isPresent();
    }

    /** Returns the columns of nodes but for their identifiers. */
    public List<Column> nodeColumns() {
        return network.nodeColumns().stream()
                .filter(column -> !column.name().equals(Network.ID) && holds.holdsNodeColumn(network, column.name()))
                .toList();
    }

    /**
     * Returns a value of a node as text; nothing where it is missing.
     *
     * @param column one of the columns
     * @param node the node
     */
    public Optional<String> text(Column column, int node) {
        return column.isMissing(node) ? Optional.empty() : Optional.of(holds.clean(column.textAt(node)));
    }

    /** Returns the columns of ties; with layers, {@code layer} is the first. */
    public List<TieColumn> tieColumns() {
        Map<String, Column.Type> types = new LinkedHashMap<>();
        for (String layer : layers) {
            for (Column column : network.arcColumns(layer)) {
                boolean held = column.name().equals(Network.WEIGHT)
                        ? holds.has(Feature.WEIGHTS)
                        : holds.holdsArcColumn(network, column.name());
                if (held && !column.name().equals(Network.LAYER)) {
                    types.merge(column.name(), column.type(), (a, b) -> a == b ? a : Column.Type.TEXT);
                }
            }
        }
        List<TieColumn> columns = new ArrayList<>();
        if (holds.has(Feature.LAYERS) && isLayered(network)) {
            columns.add(new TieColumn(Network.LAYER, Column.Type.TEXT, List.of()));
        }
        types.forEach((name, type) -> columns.add(new TieColumn(
                name,
                type,
                layers.stream().map(layer -> network.arcColumn(layer, name)).toList())));
        return columns;
    }

    /** Returns whether any tie is directed. */
    public boolean isDirected() {
        return directed;
    }

    /** Returns whether ties must each say whether they are directed. */
    public boolean isMixed() {
        return directed
                && layers.stream().anyMatch(layer -> !network.graph(layer).isDirected());
    }

    /** Returns whether there are several ties between the same two nodes. */
    public boolean hasParallel() {
        return holds.has(Feature.PARALLEL)
                && (layers.size() > 1
                        || layers.stream()
                                .anyMatch(layer -> !network.graph(layer).isSimple()));
    }

    /** Returns how many ties {@link #forEach} gives. */
    public long ties() throws IOException {
        long[] count = new long[1];
        forEach((u, v, isDirected, at) -> count[0]++, Progress.NONE);
        return count[0];
    }

    /**
     * Goes through the ties, layer by layer, by source and target: a directed one from its source, an undirected one once from its lower
     * end. Where a format cannot hold directed and undirected ties together, all are given as directed ones.
     *
     * @param visitor receives them
     * @param progress told how many arcs are done
     * @throws IOException when the visitor throws it
     */
    public void forEach(Visitor visitor, Progress progress) throws IOException {
        for (int layer = 0; layer < layers.size(); layer++) {
            Graph graph = network.graph(layers.get(layer));
            boolean asArcs = directed && !graph.isDirected() && !holds.has(Feature.MIXED);
            boolean isDirected = directed && (graph.isDirected() || asArcs);
            for (int u = 0; u < graph.nodes(); u++) {
                if ((u & 0xfff) == 0) {
                    progress.checkCancelled();
                    progress.report(graph.arcBegin(u), graph.arcs(), "ties written");
                }
                for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                    int v = graph.target(a);
                    if (isGiven(graph, u, v, a, asArcs)) {
                        visitor.tie(u, v, isDirected, new At(layer, a));
                    }
                }
            }
        }
    }

    private boolean isGiven(Graph graph, int u, int v, int arc, boolean asArcs) {
        boolean loop = u == v;
        if (loop && !holds.has(Feature.LOOPS)) {
            return false;
        }
        int run = 0;
        while (arc - run > graph.arcBegin(u) && graph.target(arc - run - 1) == v) {
            run++;
        }
        int unit = loop && !graph.isDirected() ? 2 : 1;
        if (run % unit != 0 || run >= unit && !holds.has(Feature.PARALLEL)) {
            return false;
        }
        if (graph.isDirected() && !holds.has(Feature.DIRECTED)) {
            return u <= v || graph.findArc(v, u) < 0;
        }
        return graph.isDirected() || asArcs || u <= v;
    }
}
