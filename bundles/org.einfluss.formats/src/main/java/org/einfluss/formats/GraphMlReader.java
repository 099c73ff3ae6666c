package org.einfluss.formats;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.api.data.ImportReport.Place;
import org.einfluss.api.data.Source;
import org.einfluss.formats.internal.TypedText;
import org.einfluss.formats.internal.UnnamedDataset;
import org.einfluss.formats.internal.XmlInput;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Reads GraphML (Brandes et al. 2002, doi:10.1007/3-540-45848-4_59): nodes, edges, typed attributes with defaults; plain or gzip.
 *
 * <p>Attributes become typed columns under their {@code attr.name}; where a value is missing and the key has no default, it is missing in
 * the column. An edge attribute {@code weight} of a number type becomes the weight, one named {@code layer} the layers. Undirected edges
 * are mutual; once one edge is directed, its layer is, and undirected edges are two arcs. Of a yEd file the labels are read, of a Gephi
 * file everything. The nodes of a nested graph stand beside the others, with the node around it in the column {@code group}. Ports, hyperedges and data without {@code attr.name} (drawing instructions of editors) are counted as
 * lost.
 *
 * <p>Document type declarations, and with them entities, are refused. The network does not depend on the order of elements.
 */
@Component(service = DatasetReader.class)
@Described(
        id = "graphml",
        name = "GraphML",
        summary = "XML with typed attributes of nodes and edges; plain or gzip.",
        cite = "doi:10.1007/3-540-45848-4_59")
public final class GraphMlReader implements DatasetReader<NetworkParameters> {
    /** Makes the reader. */
    public GraphMlReader() {}

    @Override
    public Set<String> extensions() {
        return Set.of("graphml", "xml");
    }

    @Override
    public boolean recognises(String head) {
        return head.contains("<graphml");
    }

    @Override
    public Dataset read(Source source, NetworkParameters parameters, ImportReport report, Progress progress)
            throws IOException {
        try (XmlInput xml = new XmlInput(source, progress)) {
            NetworkDraft draft = new Content(source.name(), xml, report).read();
            Network network = draft.network(parameters, report);
            return UnnamedDataset.of(source, draft.direction(parameters), network);
        }
    }

    /** A declared attribute; of drawing instructions only the label is read. */
    private record Key(Optional<Attribute> attribute, Attribute.Kind kind, boolean isDrawing) {}

    /** One reading of a file. */
    private static final class Content {
        private static final String LABEL = "label";

        private final XmlInput xml;
        private final ImportReport report;
        private final NetworkDraft draft;
        private final Map<String, Key> nodeKeys = new HashMap<>();
        private final Map<String, Key> edgeKeys = new HashMap<>();
        private final Set<String> nodeNames = new HashSet<>();
        private final Set<String> edgeNames = new HashSet<>();
        private boolean directedByDefault;
        private boolean graphSeen;
        private boolean drawn;
        private Optional<Attribute> group = Optional.empty();

        Content(String file, XmlInput xml, ImportReport report) {
            this.xml = xml;
            this.report = report;
            draft = NetworkDraft.labelled(file);
        }

        NetworkDraft read() throws IOException {
            boolean root = false;
            while (xml.next()) {
                if (!xml.isStart()) {
                    continue;
                }
                String element = xml.name();
                if (!root && !element.equals("graphml")) {
                    throw new InputException(
                            xml.place(),
                            "Expected GraphML, that is <graphml>, found <" + element + ">. Is it the right file?");
                }
                root = true;
                switch (element) {
                    case "key" -> readKey();
                    case "graph" -> readGraph();
                    case "node" -> readNode();
                    case "graphml" -> {
                        // begins
                    }
                    default -> readOther();
                }
            }
            if (!graphSeen) {
                throw new InputException(xml.place(), "Expected a <graph>, found none. Is it the right file?");
            }
            draft.checkEnds();
            report.fact("dialect", drawn ? "yEd" : "GraphML");
            return draft;
        }

        private void readOther() throws IOException {
            switch (xml.name()) {
                case "edge" -> readEdge();
                case "hyperedge" -> {
                    lost("hyperedge passed over", "");
                    xml.skip();
                }
                case "data" -> {
                    lost("data of the graph passed over", "key " + xml.optional("key", ""));
                    xml.skip();
                }
                default -> xml.skip(); // descriptions, and what editors add
            }
        }

        private void lost(String what, String element) {
            report.loss(Change.DROPPED, what, new Place(xml.place().line(), 0, element));
        }

        private void readKey() throws IOException {
            InputException.Place where = xml.place();
            String id = xml.needed("id");
            String of = xml.optional("for", "all");
            String name = xml.optional("attr.name", "");
            if (id.equals("weight") && of.equals("edge") && name.equals("Edge Weight")) {
                name = Network.WEIGHT; // as Gephi writes it
            }
            boolean drawing = xml.optional("yfiles.type", "").matches("nodegraphics|edgegraphics");
            Attribute.Kind kind = TypedText.kind(xml.optional("attr.type", "string"), where);
            Optional<String> standard = Optional.empty();
            while (xml.next() && xml.isStart()) {
                if (xml.name().equals("default") && !name.isEmpty()) {
                    standard = Optional.of(xml.text());
                } else {
                    xml.skip();
                }
            }
            drawn |= drawing;
            if (name.isEmpty()) {
                Place place = new Place(where.line(), 0, "key " + id);
                report.loss(Change.DROPPED, "attribute without a name passed over", place);
                Key key = new Key(Optional.empty(), kind, drawing);
                (of.equals("edge") ? edgeKeys : nodeKeys).put(id, key);
                return;
            }
            for (String kindOf : new String[] {"node", "edge"}) {
                if (of.equals(kindOf) || of.equals("all")) {
                    boolean node = kindOf.equals("node");
                    String free = free(name, node ? nodeNames : edgeNames, where);
                    Attribute attribute = node ? draft.nodeAttribute(free, kind) : draft.tieAttribute(free, kind);
                    if (standard.isPresent()) {
                        TypedText.put(attribute.standard(), 0, standard.get(), kind, where);
                    }
                    (node ? nodeKeys : edgeKeys).put(id, new Key(Optional.of(attribute), kind, false));
                }
            }
        }

        private String free(String wanted, Set<String> names, InputException.Place where) {
            String name = wanted;
            for (int i = 2; !names.add(name); i++) {
                name = wanted + "-" + i;
            }
            if (!name.equals(wanted)) {
                report.loss(
                        Change.CONVERTED,
                        "attribute with the name of another renamed",
                        new Place(where.line(), 0, "attribute " + name));
            }
            return name;
        }

        private void readGraph() {
            if (graphSeen) {
                report.loss(
                        Change.MERGED,
                        "further graph joined with the first",
                        Place.line(xml.place().line()));
                return;
            }
            graphSeen = true;
            String standard = xml.needed("edgedefault");
            if (!standard.equals("directed") && !standard.equals("undirected")) {
                throw new InputException(
                        xml.place(),
                        "Expected edgedefault directed or undirected, found '" + standard + "'. Correct it.");
            }
            directedByDefault = standard.equals("directed");
            if (directedByDefault) {
                draft.directedByDefault();
            }
        }

        private int readNode() throws IOException {
            InputException.Place where = xml.place();
            int node = draft.declare(xml.needed("id"), where);
            readData(nodeKeys, true, node);
            return node;
        }

        /** The nodes of a graph inside a node stand beside the others, their group in a column. */
        private void readNested(int parent) throws IOException {
            report.loss(
                    Change.CONVERTED,
                    "nodes of a nested graph put beside the others, with their group as attribute",
                    new Place(xml.place().line(), 0, "node " + draft.label(parent)));
            boolean outside = directedByDefault;
            directedByDefault = xml.optional("edgedefault", outside ? "directed" : "undirected")
                    .equals("directed");
            while (xml.next() && xml.isStart()) {
                if (xml.name().equals("node")) {
                    Attribute groups = group.orElseGet(
                            () -> draft.nodeAttribute(free("group", nodeNames, xml.place()), Attribute.Kind.TEXT));
                    group = Optional.of(groups);
                    groups.put(readNode(), draft.label(parent));
                } else {
                    readOther();
                }
            }
            directedByDefault = outside;
        }

        private void readEdge() throws IOException {
            InputException.Place where = xml.place();
            int source = draft.end(xml.needed("source"), where);
            int target = draft.end(xml.needed("target"), where);
            String given = xml.optional("directed", directedByDefault ? "true" : "false");
            if (xml.has("sourceport") || xml.has("targetport")) {
                lost("port passed over", "");
            }
            if (xml.has("id")) {
                report.loss(Change.NOTED, "edge identifier passed over", new Place(where.line(), 0, ""));
            }
            int tie = draft.tie(source, target, given.equals("true"), where.line(), where.column());
            readData(edgeKeys, false, tie);
        }

        /** Reads what stands in a node or edge; a graph inside a node is passed over as a whole. */
        private void readData(Map<String, Key> keys, boolean node, int index) throws IOException {
            while (xml.next() && xml.isStart()) {
                String element = xml.name();
                Key key = element.equals("data") ? keys.get(xml.needed("key")) : null;
                if (key != null && key.attribute.isPresent()) {
                    InputException.Place where = xml.place();
                    TypedText.put(key.attribute.get(), index, xml.text(), key.kind, where);
                    continue;
                }
                switch (element) {
                    case "graph" -> {
                        if (node) {
                            readNested(index);
                            continue;
                        }
                        lost("nested graph passed over", "");
                    }
                    case "port" -> lost("port passed over", "");
                    case "data" -> lost((node ? "node" : "edge") + " data without a named attribute passed over", "");
                    default -> {
                        // descriptions
                    }
                }
                if (key != null && key.isDrawing) {
                    readDrawing(node, index);
                } else {
                    xml.skip();
                }
            }
        }

        /** Of the drawing instructions of yEd only the label is data. */
        private void readDrawing(boolean node, int index) throws IOException {
            int outside = xml.depth() - 1;
            while (xml.depth() > outside && xml.next()) {
                if (xml.isStart() && xml.name().equals(node ? "NodeLabel" : "EdgeLabel")) {
                    String text = xml.mixedText();
                    Attribute label = node
                            ? draft.nodeAttribute(LABEL, Attribute.Kind.TEXT)
                            : draft.tieAttribute(LABEL, Attribute.Kind.TEXT);
                    if (!text.isBlank() && !label.has(index)) {
                        TypedText.put(label, index, text.strip(), Attribute.Kind.TEXT, xml.place());
                    }
                }
            }
        }
    }
}
