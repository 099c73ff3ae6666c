package org.einfluss.formats;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.einfluss.api.Described;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.api.data.ImportReport;
import org.einfluss.formats.Holds.Feature;
import org.einfluss.formats.NetworkTies.TieColumn;
import org.einfluss.formats.internal.JsonText;
import org.einfluss.graph.Column;
import org.osgi.service.component.annotations.Component;

/**
 * Writes JSON of nodes and links under the keys that D3 and all releases of NetworkX can read ({@code links}). A link from a to b says that
 * a can influence b.
 */
@Component(service = DatasetWriter.class)
@Described(id = "node-link", name = "JSON of nodes and links", summary = "As NetworkX and D3 read it.")
public final class NodeLinkWriter implements DatasetWriter<None> {
    private static final Set<String> TAKEN = Set.of("id", "source", "target", "key");
    static final Holds HOLDS = Holds.allBut(Holds.TEXT, Feature.MIXED, Feature.EMPTY_COLUMNS)
            .withColumnNames(name -> TAKEN.contains(name) ? name + "-column" : name);

    /** Makes the writer. */
    public NodeLinkWriter() {}

    @Override
    public String extension() {
        return "json";
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
        boolean numbers = !ties.hasIdentifiers()
                || dataset.network().nodeColumn("id").orElseThrow().type() == Column.Type.INTEGER;
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        text.write("{\"directed\": " + ties.isDirected() + ", \"multigraph\": " + ties.hasParallel()
                + ", \"graph\": {},\n\"nodes\": [");
        StringBuilder line = new StringBuilder();
        for (int node = 0; node < ties.nodes(); node++) {
            line.setLength(0);
            line.append(node == 0 ? "\n" : ",\n").append("{\"id\": ");
            label(line, ties.label(node), numbers);
            for (Column column : nodeColumns) {
                append(line, ties.name(column.name()), column.type(), ties.text(column, node));
            }
            text.append(line.append('}'));
        }
        text.write("\n],\n\"links\": [");
        boolean[] some = new boolean[1];
        ties.forEach(
                (u, v, isDirected, at) -> {
                    line.setLength(0);
                    line.append(some[0] ? ",\n" : "\n").append("{\"source\": ");
                    label(line, ties.label(u), numbers);
                    line.append(", \"target\": ");
                    label(line, ties.label(v), numbers);
                    for (TieColumn column : tieColumns) {
                        append(line, column.name(), column.type(), column.text(at));
                    }
                    text.append(line.append('}'));
                    some[0] = true;
                },
                progress);
        text.write("\n]}\n");
        text.flush();
    }

    private static void label(StringBuilder line, String label, boolean number) {
        if (number) {
            line.append(label);
        } else {
            JsonText.quote(line, label);
        }
    }

    private static void append(StringBuilder line, String name, Column.Type type, Optional<String> value) {
        if (value.isPresent()) {
            line.append(", ");
            JsonText.quote(line, name);
            line.append(": ");
            if (type == Column.Type.TEXT) {
                JsonText.quote(line, value.get());
            } else {
                line.append(value.get());
            }
        }
    }
}
