package org.einfluss.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.einfluss.api.Described;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.api.data.ImportReport;
import org.einfluss.formats.NetworkTies.TieColumn;
import org.einfluss.formats.internal.XmlOutput;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Writes GEXF 1.2. The node column {@code label} is the label, the weight the weight, layers are kinds of edges; numbers in the columns
 * {@code begin} and {@code end} are the times at which nodes and edges begin and end. Everything else, and dates that are texts, are
 * typed attributes. An edge from a to b says that a can influence b.
 */
@Component(service = DatasetWriter.class)
@Described(id = "gexf", name = "GEXF", summary = "XML of Gephi with typed attributes, weights, kinds and dates.")
public final class GexfWriter implements DatasetWriter<None> {
    static final Holds HOLDS = Holds.allBut(Holds.XML);

    /** Makes the writer. */
    public GexfWriter() {}

    @Override
    public String extension() {
        return "gexf";
    }

    @Override
    public void check(Dataset dataset, None parameters, ImportReport report) {
        HOLDS.check(dataset, report);
    }

    @Override
    public void write(Dataset dataset, None parameters, OutputStream out, ImportReport report, Progress progress)
            throws IOException {
        check(dataset, parameters, report);
        NetworkTies ties = new NetworkTies(dataset.network(), HOLDS);
        List<Column> nodeColumns = ties.nodeColumns();
        List<TieColumn> tieColumns = ties.tieColumns();
        Set<String> ownOfNodes = new HashSet<>();
        Set<String> ownOfTies = new HashSet<>();
        nodeColumns.stream()
                .filter(column -> isLabel(column) || isTime(column.name()) && NetworkTies.isPlainNumber(column))
                .forEach(column -> ownOfNodes.add(column.name()));
        tieColumns.stream()
                .filter(column -> column.name().equals(Network.WEIGHT) && column.hasValues()
                        || column.name().equals(Network.LAYER)
                        || isTime(column.name()) && column.isPlainNumber())
                .forEach(column -> ownOfTies.add(column.name()));
        boolean dated = Stream.concat(ownOfNodes.stream(), ownOfTies.stream()).anyMatch(GexfWriter::isTime);
        XmlOutput xml = new XmlOutput(out);
        // The version that NetworkX knows, too; what 1.3 adds is read by Gephi all the same.
        xml.begin("gexf", "xmlns", "http://www.gexf.net/1.2draft", "version", "1.2");
        String direction = ties.isDirected() ? "directed" : "undirected";
        if (dated) {
            xml.begin("graph", "defaultedgetype", direction, "mode", "dynamic", "timeformat", "double");
        } else {
            xml.begin("graph", "defaultedgetype", direction, "mode", "static");
        }
        xml.begin("attributes", "class", "node");
        for (int c = 0; c < nodeColumns.size(); c++) {
            Column column = nodeColumns.get(c);
            if (!ownOfNodes.contains(column.name())) {
                declare(xml, "n" + c, ties.name(column.name()), column.type());
            }
        }
        xml.end("attributes");
        xml.begin("attributes", "class", "edge");
        for (int c = 0; c < tieColumns.size(); c++) {
            if (!ownOfTies.contains(tieColumns.get(c).name())) {
                declare(
                        xml,
                        "e" + c,
                        tieColumns.get(c).name(),
                        tieColumns.get(c).type());
            }
        }
        xml.end("attributes");
        xml.begin("nodes");
        for (int node = 0; node < ties.nodes(); node++) {
            writeNode(xml, ties, nodeColumns, ownOfNodes, node);
        }
        xml.end("nodes");
        xml.begin("edges");
        ties.forEach(
                (u, v, isDirected, at) -> {
                    List<String> attributes =
                            new ArrayList<>(List.of("source", ties.label(u), "target", ties.label(v)));
                    if (isDirected != ties.isDirected()) {
                        attributes.addAll(List.of("type", "undirected"));
                    }
                    for (TieColumn column : tieColumns) {
                        Optional<String> text = column.text(at);
                        if (ownOfTies.contains(column.name()) && text.isPresent()) {
                            attributes.addAll(List.of(ownName(column.name()), text.get()));
                        }
                    }
                    xml.begin("edge", attributes.toArray(String[]::new));
                    boolean some = false;
                    for (int c = 0; c < tieColumns.size(); c++) {
                        Optional<String> text = tieColumns.get(c).text(at);
                        if (!ownOfTies.contains(tieColumns.get(c).name()) && text.isPresent()) {
                            some = value(xml, some, "e" + c, text.get());
                        }
                    }
                    end(xml, some);
                    xml.end("edge");
                },
                progress);
        xml.end("edges");
        xml.end("graph");
        xml.end("gexf");
        xml.flush();
    }

    private static void writeNode(XmlOutput xml, NetworkTies ties, List<Column> columns, Set<String> own, int node)
            throws IOException {
        List<String> attributes = new ArrayList<>(List.of("id", ties.label(node)));
        for (Column column : columns) {
            Optional<String> text = ties.text(column, node);
            if (text.isPresent() && own.contains(column.name())) {
                attributes.addAll(List.of(ownName(column.name()), text.get()));
            }
        }
        xml.begin("node", attributes.toArray(String[]::new));
        boolean some = false;
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            Optional<String> text = ties.text(column, node);
            if (text.isPresent() && !own.contains(column.name())) {
                some = value(xml, some, "n" + c, text.get());
            }
        }
        end(xml, some);
        xml.end("node");
    }

    private static boolean value(XmlOutput xml, boolean some, String id, String value) throws IOException {
        if (!some) {
            xml.begin("attvalues");
        }
        xml.empty("attvalue", "for", id, "value", value);
        return true;
    }

    private static void end(XmlOutput xml, boolean some) throws IOException {
        if (some) {
            xml.end("attvalues");
        }
    }

    private static void declare(XmlOutput xml, String id, String name, Column.Type type) throws IOException {
        String word = switch (type) {
            case INTEGER -> "long";
            case DOUBLE -> "double";
            case BOOLEAN -> "boolean";
            case TEXT -> "string";
        };
        xml.empty("attribute", "id", id, "title", name, "type", word);
    }

    private static boolean isLabel(Column column) {
        return column.name().equals("label") && column.type() == Column.Type.TEXT;
    }

    private static boolean isTime(String column) {
        return column.equals(Network.BEGIN) || column.equals(Network.END);
    }

    private static String ownName(String column) {
        return switch (column) {
            case Network.LAYER -> "kind";
            case Network.BEGIN -> "start";
            default -> column;
        };
    }
}
