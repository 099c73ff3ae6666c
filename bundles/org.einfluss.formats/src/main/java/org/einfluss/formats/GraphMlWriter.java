package org.einfluss.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.einfluss.api.Described;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.api.data.ImportReport;
import org.einfluss.formats.NetworkTies.TieColumn;
import org.einfluss.formats.internal.XmlOutput;
import org.einfluss.graph.Column;
import org.osgi.service.component.annotations.Component;

/**
 * Writes GraphML with typed attributes, as yEd, Gephi, NetworkX and igraph read it. Layers are an edge attribute {@code layer}. An edge
 * from a to b says that a can influence b.
 */
@Component(service = DatasetWriter.class)
@Described(id = "graphml", name = "GraphML", summary = "XML with typed attributes of nodes and edges.")
public final class GraphMlWriter implements DatasetWriter<None> {
    static final Holds HOLDS = Holds.allBut(Holds.XML);

    /** Makes the writer. */
    public GraphMlWriter() {}

    @Override
    public String extension() {
        return "graphml";
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
        XmlOutput xml = new XmlOutput(out);
        xml.begin("graphml", "xmlns", "http://graphml.graphdrawing.org/xmlns");
        for (int c = 0; c < nodeColumns.size(); c++) {
            key(
                    xml,
                    "n" + c,
                    "node",
                    ties.name(nodeColumns.get(c).name()),
                    nodeColumns.get(c).type());
        }
        for (int c = 0; c < tieColumns.size(); c++) {
            key(
                    xml,
                    "e" + c,
                    "edge",
                    tieColumns.get(c).name(),
                    tieColumns.get(c).type());
        }
        xml.begin("graph", "edgedefault", ties.isDirected() ? "directed" : "undirected");
        for (int node = 0; node < ties.nodes(); node++) {
            xml.begin("node", "id", ties.label(node));
            for (int c = 0; c < nodeColumns.size(); c++) {
                Optional<String> text = ties.text(nodeColumns.get(c), node);
                if (text.isPresent()) {
                    xml.text("data", text.get(), "key", "n" + c);
                }
            }
            xml.end("node");
        }
        ties.forEach(
                (u, v, isDirected, at) -> {
                    if (isDirected == ties.isDirected()) {
                        xml.begin("edge", "source", ties.label(u), "target", ties.label(v));
                    } else {
                        xml.begin("edge", "source", ties.label(u), "target", ties.label(v), "directed", "false");
                    }
                    for (int c = 0; c < tieColumns.size(); c++) {
                        Optional<String> text = tieColumns.get(c).text(at);
                        if (text.isPresent()) {
                            xml.text("data", text.get(), "key", "e" + c);
                        }
                    }
                    xml.end("edge");
                },
                progress);
        xml.end("graph");
        xml.end("graphml");
        xml.flush();
    }

    private static void key(XmlOutput xml, String id, String of, String name, Column.Type type) throws IOException {
        String word = switch (type) {
            case INTEGER -> "long";
            case DOUBLE -> "double";
            case BOOLEAN -> "boolean";
            case TEXT -> "string";
        };
        xml.empty("key", "id", id, "for", of, "attr.name", name, "attr.type", word);
    }
}
