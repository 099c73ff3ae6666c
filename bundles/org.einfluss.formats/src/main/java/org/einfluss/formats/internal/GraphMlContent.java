package org.einfluss.formats.internal;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.einfluss.api.InputException;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;

/** What a GraphML file holds: nodes, edges, and the values of their attributes. */
public final class GraphMlContent {
    private enum Kind {
        BOOLEAN,
        INT,
        LONG,
        FLOAT,
        DOUBLE,
        STRING
    }

    private record Key(String name, Kind kind, Optional<String> standard) {}

    private record Edge(
            String source, String target, boolean directed, Map<String, String> values, InputException.Place place) {}

    private final String file;
    private final Map<String, Key> nodeKeys = new LinkedHashMap<>();
    private final Map<String, Key> edgeKeys = new LinkedHashMap<>();
    private final Labels labels = new Labels(1);
    private final List<Map<String, String>> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final ImportReport report;
    private final XMLStreamReader xml;
    private boolean directedByDefault;
    private boolean graphSeen;

    private GraphMlContent(String file, XMLStreamReader xml, ImportReport report) {
        this.file = file;
        this.xml = xml;
        this.report = report;
    }

    /**
     * Reads a file.
     *
     * @param file its name
     * @param in its bytes
     * @param report told of what is passed over
     * @throws IOException when it cannot be read
     */
    public static GraphMlContent parse(String file, InputStream in, ImportReport report) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            GraphMlContent content = new GraphMlContent(file, xml, report);
            content.readAll();
            return content;
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof CharConversionException) {
                throw new InputException(
                        new InputException.Place(file, 0, 0),
                        "Expected text in UTF-8, or in the encoding that its first line names, found other bytes. Save the"
                                + " file as UTF-8 and read it again.");
            }
            if (e.getNestedException() instanceof IOException io) {
                throw io;
            }
            Location at = e.getLocation();
            String what = e.getMessage().replaceFirst("(?s)^ParseError at .*?Message: ", "");
            throw new InputException(
                    new InputException.Place(
                            file, at == null ? 0 : at.getLineNumber(), at == null ? 0 : at.getColumnNumber()),
                    "This is not correct XML: " + what);
        }
    }

    private InputException.Place place() {
        Location at = xml.getLocation();
        return new InputException.Place(file, at.getLineNumber(), at.getColumnNumber());
    }

    private String needed(String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        if (value == null) {
            throw new InputException(
                    place(),
                    "Expected an attribute '" + attribute + "' of <" + xml.getLocalName() + ">, found none. Add it.");
        }
        return value;
    }

    private String optional(String attribute, String otherwise) {
        String value = xml.getAttributeValue(null, attribute);
        return value == null ? otherwise : value;
    }

    private void readAll() throws XMLStreamException {
        boolean root = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new InputException(
                        place(),
                        "Document type declarations are refused, they can do harm. Remove the line <!DOCTYPE …>.");
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String element = xml.getLocalName();
            if (!root && !element.equals("graphml")) {
                throw new InputException(
                        place(), "Expected GraphML, that is <graphml>, found <" + element + ">. Is it the right file?");
            }
            root = true;
            switch (element) {
                case "key" -> readKey();
                case "graph" -> readGraph();
                case "node" -> readNode();
                case "edge" -> readEdge();
                case "hyperedge" -> {
                    report.loss("hyperedge passed over", "line " + place().line());
                    skip();
                }
                default -> {
                    // graphml, desc, data of the graph: nothing to read
                }
            }
        }
        if (!graphSeen) {
            throw new InputException(file + ": Expected a <graph>, found none. Is it the right file?");
        }
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private void readKey() throws XMLStreamException {
        InputException.Place where = place();
        String id = needed("id");
        String of = optional("for", "all");
        String name = optional("attr.name", "");
        String type = optional("attr.type", "string");
        Optional<String> standard = Optional.empty();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                if (xml.getLocalName().equals("default") && !name.isEmpty()) {
                    standard = Optional.of(xml.getElementText());
                } else {
                    skip();
                }
            }
        }
        if (name.isEmpty()) {
            report.loss("attribute without a name passed over", "line " + where.line() + ", key " + id);
            return;
        }
        Kind kind = Arrays.stream(Kind.values())
                .filter(k -> k.name().equals(type.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        where,
                        "Expected the type boolean, int, long, float, double or string, found '" + type
                                + "'. Correct attr.type."));
        standard.ifPresent(value -> check(value, kind, name, where));
        if (of.equals("node") || of.equals("all")) {
            nodeKeys.put(id, new Key(name, kind, standard));
        }
        if (of.equals("edge") || of.equals("all")) {
            edgeKeys.put(id, new Key(name, kind, standard));
        }
    }

    private static void check(String value, Kind kind, String name, InputException.Place place) {
        String text = value.strip();
        boolean right = switch (kind) {
            case BOOLEAN -> text.matches("(?i)true|false|0|1");
            case INT, LONG -> text.matches("[-+]?[0-9]{1,18}");
            case FLOAT, DOUBLE -> text.matches("[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?|NaN");
            case STRING -> true;
        };
        if (!right) {
            throw new InputException(
                    place,
                    "Expected a value of type " + kind.name().toLowerCase(Locale.ROOT) + " for '" + name + "', found '"
                            + EdgeListLayout.shortened(text) + "'. Correct it.");
        }
    }

    private void readGraph() {
        if (graphSeen) {
            report.loss("further graph joined with the first", "line " + place().line());
            return;
        }
        graphSeen = true;
        String standard = needed("edgedefault");
        if (!standard.equals("directed") && !standard.equals("undirected")) {
            throw new InputException(
                    place(), "Expected edgedefault directed or undirected, found '" + standard + "'. Correct it.");
        }
        directedByDefault = standard.equals("directed");
    }

    private void readNode() throws XMLStreamException {
        InputException.Place where = place();
        String id = needed("id");
        if (labels.find(id) >= 0) {
            throw new InputException(where, "The node '" + id + "' is given twice. Remove one.");
        }
        labels.add(0, id);
        nodes.add(readData(nodeKeys, true));
    }

    private void readEdge() throws XMLStreamException {
        InputException.Place where = place();
        String source = needed("source");
        String target = needed("target");
        String given = optional("directed", directedByDefault ? "true" : "false");
        if (xml.getAttributeValue(null, "sourceport") != null || xml.getAttributeValue(null, "targetport") != null) {
            report.loss("port passed over", "line " + where.line());
        }
        edges.add(new Edge(source, target, given.equals("true"), readData(edgeKeys, false), where));
    }

    /** Reads what stands in a node or edge; a graph inside a node is passed over as a whole. */
    private Map<String, String> readData(Map<String, Key> keys, boolean node) throws XMLStreamException {
        Map<String, String> values = new TreeMap<>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (!xml.isStartElement()) {
                continue;
            }
            InputException.Place where = place();
            String element = xml.getLocalName();
            Key key = element.equals("data") ? keys.get(needed("key")) : null;
            if (key != null) {
                String text = xml.getElementText();
                check(text, key.kind, key.name, where);
                values.put(key.name, text);
                continue;
            }
            if (element.equals("graph")) {
                report.loss("nested graph passed over", "line " + where.line());
            } else if (element.equals("port")) {
                report.loss("port passed over", "line " + where.line());
            } else if (element.equals("data")) {
                report.loss(
                        (node ? "node" : "edge") + " data without a named attribute passed over",
                        "line " + where.line());
            }
            skip();
        }
        return values;
    }

    /** Returns where the first directed edge stands; nothing if there is none. */
    public Optional<InputException.Place> firstDirected() {
        return edges.stream().filter(Edge::directed).map(Edge::place).findFirst();
    }

    /**
     * Builds the network.
     *
     * @param direction what directed edges say
     * @param losses told of loops and repeats
     */
    public Network network(Direction direction, ImportReport losses) {
        int[] number = labels.nodes();
        boolean directed = direction != Direction.MUTUAL && firstDirected().isPresent();
        List<Edge> kept = new ArrayList<>();
        for (Edge edge : edges) {
            int a = node(edge, edge.source);
            int b = node(edge, edge.target);
            if (a == b) {
                losses.loss("self-loop dropped", "line " + edge.place.line());
            } else {
                kept.add(edge);
            }
        }
        int[][] ends = new int[kept.size()][];
        for (int i = 0; i < ends.length; i++) {
            int a = number[labels.find(kept.get(i).source)];
            int b = number[labels.find(kept.get(i).target)];
            boolean turned = directed ? kept.get(i).directed && direction == Direction.FOLLOWS : a > b;
            ends[i] = turned ? new int[] {b, a} : new int[] {a, b};
        }
        Integer[] order = new Integer[ends.length];
        Arrays.setAll(order, i -> i);
        // Sorted with their values, so that it does not depend on the file which of several parallel edges stays.
        Arrays.sort(
                order,
                Comparator.comparingInt((Integer i) -> ends[i][0])
                        .thenComparingInt(i -> ends[i][1])
                        .thenComparing(i -> kept.get(i).values.toString()));
        GraphBuilder builder =
                new GraphBuilder(labels.size(), directed).trackArcs().duplicates(GraphBuilder.Duplicates.COUNT);
        List<Edge> added = new ArrayList<>();
        for (int i : order) {
            builder.add(ends[i][0], ends[i][1]);
            added.add(kept.get(i));
            if (directed && !kept.get(i).directed) {
                builder.add(ends[i][1], ends[i][0]);
                added.add(kept.get(i));
            }
        }
        GraphBuilder.Built built = builder.build();
        tellParallel(built.arcOf(), added, losses);
        losses.fact("nodes", Integer.toString(labels.size()));
        losses.fact(directed ? "arcs" : "edges", Long.toString(built.graph().edges()));
        Network network = withNodeColumns(Network.of(built.graph()), number);
        return withArcColumns(network, built, added);
    }

    /** Tells the edges that went into an arc that was there, in the order of the file. */
    private static void tellParallel(int[] arcOf, List<Edge> added, ImportReport losses) {
        BitSet there = new BitSet();
        List<InputException.Place> places = new ArrayList<>();
        for (int i = 0; i < arcOf.length; i++) {
            if (arcOf[i] >= 0 && there.get(arcOf[i])) {
                places.add(added.get(i).place);
            } else if (arcOf[i] >= 0) {
                there.set(arcOf[i]);
            }
        }
        places.sort(Comparator.comparingInt(InputException.Place::line).thenComparingInt(InputException.Place::column));
        places.forEach(place -> losses.loss("parallel edge dropped", "line " + place.line()));
    }

    private int node(Edge edge, String id) {
        int node = labels.find(id);
        if (node < 0) {
            throw new InputException(
                    edge.place, "There is no node '" + id + "' for this edge. Add the node, or correct the edge.");
        }
        return node;
    }

    private Network withNodeColumns(Network network, int[] number) {
        Network result = network;
        Optional<Column> ids = labels.column();
        if (ids.isPresent()) {
            result = result.withNodeColumn(ids.get());
        }
        for (Key key : nodeKeys.values()) {
            List<Optional<String>> values = new ArrayList<>();
            for (int i = 0; i < number.length; i++) {
                values.add(Optional.empty());
            }
            for (int i = 0; i < number.length; i++) {
                values.set(number[i], value(key, nodes.get(i)));
            }
            boolean reserved = key.name.equals(Network.ID);
            Column column = column(reserved ? "id-attribute" : key.name, key.kind, values);
            if (reserved) {
                report.fact("node attribute id", "kept as id-attribute");
            }
            result = result.withNodeColumn(column);
        }
        return result;
    }

    private Network withArcColumns(Network network, GraphBuilder.Built built, List<Edge> added) {
        Graph graph = built.graph();
        int[] edgeOf = new int[graph.arcs()];
        // Backwards, so that the first of several stays.
        for (int i = added.size() - 1; i >= 0; i--) {
            int arc = built.arcOf()[i];
            edgeOf[arc] = i;
            if (!graph.isDirected()) {
                edgeOf[graph.reverse(arc)] = i;
            }
        }
        Network result = network;
        for (Key key : edgeKeys.values()) {
            List<Optional<String>> values = new ArrayList<>();
            for (int arc = 0; arc < edgeOf.length; arc++) {
                values.add(value(key, added.get(edgeOf[arc]).values));
            }
            boolean weight = key.name.equals(Network.WEIGHT) && key.kind != Kind.STRING && key.kind != Kind.BOOLEAN;
            for (int arc = 0; arc < edgeOf.length && weight; arc++) {
                if (values.get(arc).isEmpty()) {
                    throw new InputException(
                            added.get(edgeOf[arc]).place,
                            "This edge has no weight, others have one. Add it, or a default to the key.");
                }
            }
            boolean reserved = key.name.equals(Network.WEIGHT) && !weight;
            result = result.withArcColumn(
                    column(reserved ? "weight-attribute" : key.name, weight ? Kind.DOUBLE : key.kind, values));
        }
        return result;
    }

    private static Optional<String> value(Key key, Map<String, String> values) {
        return Optional.ofNullable(values.get(key.name)).or(key::standard);
    }

    private static Column column(String name, Kind kind, List<Optional<String>> values) {
        int size = values.size();
        BitSet missing = new BitSet();
        for (int i = 0; i < size; i++) {
            missing.set(i, values.get(i).isEmpty());
        }
        switch (kind) {
            case BOOLEAN -> {
                boolean[] data = new boolean[size];
                for (int i = 0; i < size; i++) {
                    data[i] = values.get(i)
                            .map(text -> text.strip().matches("(?i)true|1"))
                            .orElse(false);
                }
                return Column.booleans(name, data, missing);
            }
            case INT, LONG -> {
                long[] data = new long[size];
                for (int i = 0; i < size; i++) {
                    data[i] = values.get(i)
                            .map(text -> Long.parseLong(text.strip()))
                            .orElse(0L);
                }
                return Column.integers(name, "", data, missing);
            }
            case FLOAT, DOUBLE -> {
                double[] data = new double[size];
                for (int i = 0; i < size; i++) {
                    data[i] = values.get(i)
                            .map(text -> Double.parseDouble(text.strip()))
                            .orElse(Double.NaN);
                }
                return Column.doubles(name, "", data);
            }
            case STRING -> {
                String[] data = new String[size];
                for (int i = 0; i < size; i++) {
                    data[i] = values.get(i).orElse("");
                }
                return Column.texts(name, data, missing);
            }
        }
        throw new IllegalStateException("Unknown type " + kind);
    }
}
