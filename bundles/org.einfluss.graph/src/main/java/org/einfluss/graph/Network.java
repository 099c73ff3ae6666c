package org.einfluss.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * A graph with data: typed columns on nodes and arcs, one or several layers of ties, and facts about how it came to be.
 *
 * <p>All layers have the same nodes. Arc columns are indexed like {@link Graph#target}; those given without a layer
 * belong to the first. Reserved names: node columns {@link #ID} (labels from outside) and {@link #MODE} (two-mode data
 * such as people and venues), arc columns {@link #WEIGHT}, {@link #LAYER}, {@link #BEGIN} and {@link #END} (dated
 * ties). Facts are what a generator or transform reports, for instance how many edges it lost; they are no data and do
 * not enter the content hash.
 *
 * <p>Immutable and thread-safe; every {@code with…} returns a new network that shares what did not change.
 */
public final class Network {
    /** Name of the first layer unless it is given another. */
    public static final String FIRST_LAYER = "ties";
    /** Reserved node column: the label of a node outside. */
    public static final String ID = "id";
    /** Reserved node column: which kind of thing a node of two-mode data is. */
    public static final String MODE = "mode";
    /** Reserved node column of truth values: nodes that no seeding starts from. */
    public static final String BLOCKED = "blocked";
    /** Reserved arc column of doubles: the weight. */
    public static final String WEIGHT = "weight";
    /** Reserved arc column: the kind of tie where kinds are not kept as layers. */
    public static final String LAYER = "layer";
    /** Reserved arc column: when a tie begins. */
    public static final String BEGIN = "begin";
    /** Reserved arc column: when a tie ends. */
    public static final String END = "end";

    /** Reserved arc column of integers: the number of the arc's coin in a run, where it is not the arc's own number. */
    public static final String COIN = "coin";

    private record Layer(Graph graph, Map<String, Column> columns) {}

    private record Fact(String unit, double value) {}

    private final Map<String, Layer> layers;
    private final Map<String, Column> nodeColumns;
    private final Map<String, Fact> facts;
    private final Graph first;

    private Network(Map<String, Layer> layers, Map<String, Column> nodeColumns, Map<String, Fact> facts) {
        this.layers = layers;
        this.nodeColumns = nodeColumns;
        this.facts = facts;
        this.first = layers.values().iterator().next().graph();
    }

    /**
     * Makes a network of a graph, with one layer named {@link #FIRST_LAYER} and without data.
     *
     * @param graph the ties
     * @return the network
     */
    public static Network of(Graph graph) {
        return of(FIRST_LAYER, graph);
    }

    /**
     * Makes a network of a graph, with one layer and without data.
     *
     * @param layer the layer's name
     * @param graph the ties
     * @return the network
     */
    public static Network of(String layer, Graph graph) {
        checkName(layer);
        return new Network(Map.of(layer, new Layer(graph, Map.of())), Map.of(), Map.of());
    }

    /**
     * Returns the graph of the first layer.
     *
     * @return the graph
     */
    public Graph graph() {
        return first;
    }

    /**
     * Returns the graph of a layer.
     *
     * @param layer the layer's name
     * @return the graph
     * @throws IllegalArgumentException naming the layers there are, when there is none of that name
     */
    public Graph graph(String layer) {
        return layer(layer).graph();
    }

    /**
     * Returns the names of the layers.
     *
     * @return at least one name, in the order of adding; unmodifiable
     */
    public List<String> layers() {
        return List.copyOf(layers.keySet());
    }

    /**
     * Returns the number of nodes.
     *
     * @return n, the same for all layers
     */
    public int nodes() {
        return first.nodes();
    }

    /**
     * Returns the number of arcs of all layers together.
     *
     * @return the sum, an undirected edge being two
     */
    public long arcs() {
        return layers.values().stream().mapToLong(layer -> layer.graph().arcs()).sum();
    }

    /**
     * Returns the number of ties of all layers together.
     *
     * @return arcs of directed layers and edges of undirected ones
     */
    public long edges() {
        return layers.values().stream()
                .mapToLong(layer -> layer.graph().edges())
                .sum();
    }

    /**
     * Returns a node column.
     *
     * @param name the column's name
     * @return the column, empty if there is none of that name
     */
    public Optional<Column> nodeColumn(String name) {
        return Optional.ofNullable(nodeColumns.get(name));
    }

    /**
     * Returns all node columns.
     *
     * @return the columns in the order of adding; unmodifiable
     */
    public List<Column> nodeColumns() {
        return List.copyOf(nodeColumns.values());
    }

    /**
     * Returns an arc column of the first layer.
     *
     * @param name the column's name
     * @return the column, empty if there is none of that name
     */
    public Optional<Column> arcColumn(String name) {
        return Optional.ofNullable(firstLayer().columns().get(name));
    }

    /**
     * Returns an arc column of a layer.
     *
     * @param layer the layer's name
     * @param name the column's name
     * @return the column, empty if the layer has none of that name
     */
    public Optional<Column> arcColumn(String layer, String name) {
        return Optional.ofNullable(layer(layer).columns().get(name));
    }

    /**
     * Returns all arc columns of the first layer.
     *
     * @return the columns in the order of adding; unmodifiable
     */
    public List<Column> arcColumns() {
        return List.copyOf(firstLayer().columns().values());
    }

    /**
     * Returns all arc columns of a layer.
     *
     * @param layer the layer's name
     * @return the columns in the order of adding; unmodifiable
     */
    public List<Column> arcColumns(String layer) {
        return List.copyOf(layer(layer).columns().values());
    }

    /**
     * Returns the arc weights of the first layer.
     *
     * @return one weight per arc, indexed like {@link Graph#target}: the array itself, not to be changed; empty without
     *     a column {@link #WEIGHT}
     */
    public Optional<double[]> weights() {
        return arcColumn(WEIGHT).map(Column::sharedDoubles);
    }

    /**
     * Returns the arc weights of a layer.
     *
     * @param layer the layer's name
     * @return one weight per arc: the array itself, not to be changed; empty without a column {@link #WEIGHT}
     */
    public Optional<double[]> weights(String layer) {
        return arcColumn(layer, WEIGHT).map(Column::sharedDoubles);
    }

    /**
     * Returns the name of a node for people.
     *
     * @param node a node
     * @return the node's value in the column {@link #ID}, or its index where there is none
     */
    public String label(int node) {
        Column ids = nodeColumns.get(ID);
        return ids == null || ids.isMissing(node) ? Integer.toString(node) : ids.textAt(node);
    }

    /**
     * Returns the facts a generator or transform reported.
     *
     * @return values by name in the order of adding; unmodifiable
     */
    public Map<String, Double> facts() {
        Map<String, Double> values = new LinkedHashMap<>();
        facts.forEach((name, fact) -> values.put(name, fact.value()));
        return Collections.unmodifiableMap(values);
    }

    /**
     * Returns the unit of a fact.
     *
     * @param name the fact's name
     * @return its unit (empty text when dimensionless), nothing if there is no such fact
     */
    public Optional<String> factUnit(String name) {
        return Optional.ofNullable(facts.get(name)).map(Fact::unit);
    }

    /**
     * Adds or replaces a node column.
     *
     * @param column one value per node
     * @return the network with the column
     */
    public Network withNodeColumn(Column column) {
        checkSize("Node", column, nodes());
        return new Network(layers, with(nodeColumns, column.name(), column), facts);
    }

    /**
     * Adds or replaces node columns, in time linear in their number.
     *
     * @param columns each with one value per node; of several with one name the last stays
     * @return the network with the columns
     */
    public Network withNodeColumns(List<Column> columns) {
        Map<String, Column> all = new LinkedHashMap<>(nodeColumns);
        for (Column column : columns) {
            checkSize("Node", column, nodes());
            all.put(column.name(), column);
        }
        return new Network(layers, Collections.unmodifiableMap(all), facts);
    }

    /**
     * Leaves a node column out.
     *
     * @param name the column's name; nothing changes where there is none
     * @return the network without the column
     */
    public Network withoutNodeColumn(String name) {
        Map<String, Column> rest = new LinkedHashMap<>(nodeColumns);
        rest.remove(name);
        return new Network(layers, Collections.unmodifiableMap(rest), facts);
    }

    /**
     * Adds or replaces an arc column of the first layer.
     *
     * @param column one value per arc
     * @return the network with the column
     */
    public Network withArcColumn(Column column) {
        return withArcColumn(layers.keySet().iterator().next(), column);
    }

    /**
     * Adds or replaces an arc column of a layer.
     *
     * @param layer the layer's name
     * @param column one value per arc of that layer
     * @return the network with the column
     */
    public Network withArcColumn(String layer, Column column) {
        Layer old = layer(layer);
        checkArcColumn(column, old.graph());
        Layer changed = new Layer(old.graph(), with(old.columns(), column.name(), column));
        return new Network(with(layers, layer, changed), nodeColumns, facts);
    }

    /**
     * Adds or replaces a layer.
     *
     * @param name the layer's name, not blank
     * @param graph its ties, on the same nodes
     * @param arcColumns its arc columns, of different names
     * @return the network with the layer; a new one comes last
     */
    public Network withLayer(String name, Graph graph, List<Column> arcColumns) {
        checkName(name);
        if (graph.nodes() != nodes()) {
            throw new IllegalArgumentException(
                    "Layer " + name + " must have the network's " + nodes() + " nodes, has " + graph.nodes());
        }
        Map<String, Column> columns = new LinkedHashMap<>();
        for (Column column : arcColumns) {
            checkArcColumn(column, graph);
            if (columns.put(column.name(), column) != null) {
                throw new IllegalArgumentException("Layer " + name + " has two columns named " + column.name());
            }
        }
        Layer layer = new Layer(graph, Collections.unmodifiableMap(columns));
        return new Network(with(layers, name, layer), nodeColumns, facts);
    }

    /**
     * Takes arcs out of a layer. Those that stay keep their order, their values and, by the column {@link #COIN}, their coins, so that what spreads
     * meets the same luck with and without the others.
     *
     * @param layer the layer's name
     * @param directed whether the rest is directed; false only if of each edge both arcs stay or neither
     * @param stays whether an arc stays, by its number
     * @return the network without the others
     */
    public Network keepingArcs(String layer, boolean directed, IntPredicate stays) {
        Layer old = layer(layer);
        Graph graph = old.graph();
        int[] offset = new int[graph.nodes() + 1];
        int[] kept = new int[graph.arcs()];
        int size = 0;
        for (int u = 0; u < graph.nodes(); u++) {
            for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                if (stays.test(a)) {
                    kept[size++] = a;
                }
            }
            offset[u + 1] = size;
        }
        int[] arcs = Arrays.copyOf(kept, size);
        List<Column> columns = new ArrayList<>();
        for (Column column : old.columns().values()) {
            columns.add(column.at(arcs));
        }
        if (!old.columns().containsKey(COIN)) {
            columns.add(Column.integers(COIN, "", arcs)
                    .withMeaning("number of the coin: the arc before others were taken out"));
        }
        int[] target = Arrays.stream(arcs).map(graph::target).toArray();
        return withLayer(layer, Graph.of(graph.nodes(), directed, offset, target), columns);
    }

    /**
     * Adds or replaces a fact.
     *
     * @param name what was counted or measured, for instance {@code lost edges}
     * @param unit its unit, empty when dimensionless
     * @param value the value
     * @return the network with the fact
     */
    public Network withFact(String name, String unit, double value) {
        return new Network(layers, nodeColumns, with(facts, name, new Fact(unit, value)));
    }

    /**
     * Computes the SHA-256 hash of the network's data.
     *
     * <p>Hashed are the text {@code einfluss-network-1}, the layers in order (name, the graph's hash, arc columns
     * sorted by name) and the node columns sorted by name; of a column its name, type, unit and values. Facts and
     * meanings do not count.
     *
     * @return a new array of 32 bytes
     */
    public byte[] sha256() {
        ContentHash hash = new ContentHash("einfluss-network-1");
        hash.add(layers.size());
        layers.forEach((name, layer) -> {
            hash.add(name);
            hash.add(layer.graph().sha256());
            add(hash, layer.columns());
        });
        add(hash, nodeColumns);
        return hash.sha256();
    }

    private static void add(ContentHash hash, Map<String, Column> columns) {
        hash.add(columns.size());
        new TreeMap<>(columns).values().forEach(column -> column.addTo(hash));
    }

    private Layer firstLayer() {
        return layers.values().iterator().next();
    }

    private Layer layer(String name) {
        Layer layer = layers.get(name);
        if (layer == null) {
            throw new IllegalArgumentException("There is no layer \"" + name + "\"; the layers are " + layers());
        }
        return layer;
    }

    private static void checkName(String layer) {
        if (layer.isBlank()) {
            throw new IllegalArgumentException("A layer needs a name");
        }
    }

    private static void checkArcColumn(Column column, Graph graph) {
        checkSize("Arc", column, graph.arcs());
        if (column.name().equals(WEIGHT) && column.type() != Column.Type.DOUBLE) {
            throw new IllegalArgumentException("Arc column weight must hold doubles, holds " + column.type());
        }
    }

    private static void checkSize(String what, Column column, int size) {
        if (column.size() != size) {
            throw new IllegalArgumentException(
                    what + " column " + column.name() + " must have " + size + " values, has " + column.size());
        }
    }

    private static <V> Map<String, V> with(Map<String, V> map, String name, V value) {
        Map<String, V> copy = new LinkedHashMap<>(map);
        copy.put(name, value);
        return Collections.unmodifiableMap(copy);
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        layers.forEach((name, layer) -> parts.add(name + ": " + layer.graph()));
        return "network of " + nodes() + " nodes (" + String.join("; ", parts) + ")";
    }
}
