package org.einfluss.formats;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.einfluss.api.Described;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.api.data.ImportReport;
import org.einfluss.formats.Holds.Feature;
import org.einfluss.formats.NetworkTies.TieColumn;
import org.einfluss.graph.Column;
import org.osgi.service.component.annotations.Component;

/** Writes the DOT language of Graphviz. An edge from a to b says that a can influence b. */
@Component(service = DatasetWriter.class)
@Described(id = "dot", name = "DOT", summary = "A graph of Graphviz with attributes of nodes and edges.")
public final class DotWriter implements DatasetWriter<None> {
    static final Holds HOLDS = Holds.allBut(
            c -> Holds.TEXT.test(c) && c != '\\' && c != '\r',
            Feature.MIXED,
            Feature.EMPTY_COLUMNS,
            Feature.TYPES,
            Feature.BOOLEANS);

    /** Makes the writer. */
    public DotWriter() {}

    @Override
    public String extension() {
        return "dot";
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
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        text.write(ties.isDirected() ? "digraph {\n" : "graph {\n");
        for (int node = 0; node < ties.nodes(); node++) {
            text.write("  " + quoted(ties.label(node)));
            String separator = " [";
            for (Column column : nodeColumns) {
                separator = attribute(text, separator, ties.name(column.name()), ties.text(column, node));
            }
            text.write(separator.equals(" [") ? ";\n" : "];\n");
        }
        String arrow = ties.isDirected() ? " -> " : " -- ";
        ties.forEach(
                (u, v, isDirected, at) -> {
                    text.write("  " + quoted(ties.label(u)) + arrow + quoted(ties.label(v)));
                    String separator = " [";
                    for (TieColumn column : tieColumns) {
                        separator = attribute(text, separator, column.name(), column.text(at));
                    }
                    text.write(separator.equals(" [") ? ";\n" : "];\n");
                },
                progress);
        text.write("}\n");
        text.flush();
    }

    private static String attribute(Writer text, String separator, String name, Optional<String> value)
            throws IOException {
        if (value.isEmpty()) {
            return separator;
        }
        text.write(separator + quoted(name) + "=" + quoted(value.get()));
        return ", ";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }
}
