package org.einfluss.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.einfluss.graph.Spells;
import org.einfluss.graph.Spells.Spell;
import org.osgi.service.component.annotations.Component;

/**
 * Writes GEXF 1.2. The node column {@code label} is the label, the weight the weight, layers are kinds of edges; the columns {@code begin}
 * and {@code end} are the times at which nodes and edges begin and end, columns of values over time ({@link Spells}) dynamic attributes. All times of a file are
 * numbers, or all are dates: where there are both, those that are numbers. Everything else is a typed attribute, dates among numbers too. Edges are numbered, as
 * the schema wants; an edge from a to b says that a can influence b.
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
        GexfTimes times = GexfTimes.of(nodeColumns, tieColumns);
        nodeColumns.stream()
                .filter(column -> isLabel(column) || isTime(column.name()) && times.areIn(List.of(column)))
                .forEach(column -> ownOfNodes.add(column.name()));
        tieColumns.stream()
                .filter(column -> column.name().equals(Network.WEIGHT) && column.hasValues()
                        || column.name().equals(Network.LAYER)
                        || isTime(column.name()) && times.areIn(column.columns()))
                .forEach(column -> ownOfTies.add(column.name()));
        XmlOutput xml = new XmlOutput(out);
        // The version that NetworkX knows, too; what 1.3 adds is read by Gephi all the same.
        xml.begin("gexf", "xmlns", "http://www.gexf.net/1.2draft", "version", "1.2");
        String direction = ties.isDirected() ? "directed" : "undirected";
        if (times.format().isPresent()) {
            xml.begin(
                    "graph",
                    "defaultedgetype",
                    direction,
                    "mode",
                    "dynamic",
                    "timeformat",
                    times.format().get());
        } else {
            xml.begin("graph", "defaultedgetype", direction, "mode", "static");
        }
        Map<String, String> overTime = new LinkedHashMap<>();
        for (int c = 0; c < nodeColumns.size(); c++) {
            Column column = nodeColumns.get(c);
            String id = "n" + c;
            if (!ownOfNodes.contains(column.name())) {
                times.typeOverTime(List.of(column)).ifPresent(type -> overTime.put(id, type));
            }
        }
        for (int c = 0; c < tieColumns.size(); c++) {
            TieColumn column = tieColumns.get(c);
            String id = "e" + c;
            if (!ownOfTies.contains(column.name())) {
                times.typeOverTime(column.columns()).ifPresent(type -> overTime.put(id, type));
            }
        }
        for (String mode : List.of("static", "dynamic")) {
            xml.begin("attributes", "class", "node", "mode", mode);
            for (int c = 0; c < nodeColumns.size(); c++) {
                Column column = nodeColumns.get(c);
                if (!ownOfNodes.contains(column.name())) {
                    declare(xml, mode, "n" + c, ties.name(column.name()), column.type(), overTime);
                }
            }
            xml.end("attributes");
            xml.begin("attributes", "class", "edge", "mode", mode);
            for (int c = 0; c < tieColumns.size(); c++) {
                TieColumn column = tieColumns.get(c);
                if (!ownOfTies.contains(column.name())) {
                    declare(xml, mode, "e" + c, column.name(), column.type(), overTime);
                }
            }
            xml.end("attributes");
        }
        xml.begin("nodes");
        for (int node = 0; node < ties.nodes(); node++) {
            writeNode(xml, ties, nodeColumns, ownOfNodes, overTime.keySet(), node);
        }
        xml.end("nodes");
        xml.begin("edges");
        long[] edges = new long[1];
        ties.forEach(
                (u, v, isDirected, at) -> {
                    List<String> attributes = new ArrayList<>(List.of(
                            "id", String.valueOf(edges[0]++), "source", ties.label(u), "target", ties.label(v)));
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
                            some = value(xml, some, "e" + c, text.get(), overTime.keySet());
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

    private static void writeNode(
            XmlOutput xml, NetworkTies ties, List<Column> columns, Set<String> own, Set<String> overTime, int node)
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
                some = value(xml, some, "n" + c, text.get(), overTime);
            }
        }
        end(xml, some);
        xml.end("node");
    }

    private static boolean value(XmlOutput xml, boolean some, String id, String value, Set<String> overTime)
            throws IOException {
        if (!some) {
            xml.begin("attvalues");
        }
        if (!overTime.contains(id)) {
            xml.empty("attvalue", "for", id, "value", value);
            return true;
        }
        for (Spell spell : Spells.of(value).orElseThrow()) {
            List<String> attributes = new ArrayList<>(List.of("for", id, "value", spell.value()));
            if (!spell.begin().equals(Spells.OPEN_BEGIN)) {
                attributes.addAll(List.of("start", spell.begin()));
            }
            if (!spell.end().equals(Spells.OPEN_END)) {
                attributes.addAll(List.of("end", spell.end()));
            }
            xml.empty("attvalue", attributes.toArray(String[]::new));
        }
        return true;
    }

    private static void end(XmlOutput xml, boolean some) throws IOException {
        if (some) {
            xml.end("attvalues");
        }
    }

    private static void declare(
            XmlOutput xml, String mode, String id, String name, Column.Type type, Map<String, String> overTime)
            throws IOException {
        if (overTime.containsKey(id) != mode.equals("dynamic")) {
            return;
        }
        String word = switch (type) {
            case INTEGER -> "long";
            case DOUBLE -> "double";
            case BOOLEAN -> "boolean";
            case TEXT -> overTime.getOrDefault(id, "string");
        };
        xml.empty("attribute", "id", id, "title", name, "type", word);
    }

    private static boolean isLabel(Column column) {
        return column.name().equals("label") && column.type() == Column.Type.TEXT && column.missing() < column.size();
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
