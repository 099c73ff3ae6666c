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
import org.einfluss.graph.Column;
import org.osgi.service.component.annotations.Component;

/**
 * Writes GML, in ASCII as its specification wants it: labels are the identifiers, other characters are written as entities. An edge from a
 * to b says that a can influence b.
 */
@Component(service = DatasetWriter.class)
@Described(id = "gml", name = "GML", summary = "Nested keys and values; labels are the identifiers.")
public final class GmlWriter implements DatasetWriter<None> {
    private static final Set<String> TAKEN = Set.of("id", "label", "source", "target", "key", "graphics");
    static final Holds HOLDS = Holds.allBut(Holds.TEXT, Feature.MIXED, Feature.EMPTY_COLUMNS, Feature.BOOLEANS)
            .withColumnNames(GmlWriter::key);

    /** Makes the writer. */
    public GmlWriter() {}

    private static String key(String name) {
        String key = name.replaceAll("[^A-Za-z0-9_]", "_");
        key = key.matches("[A-Za-z].*") ? key : "x" + key;
        return TAKEN.contains(key) ? key + "_" : key;
    }

    @Override
    public String extension() {
        return "gml";
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
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII), 1 << 16);
        text.write("graph [\n  directed " + (ties.isDirected() ? 1 : 0) + "\n");
        if (ties.hasParallel()) {
            text.write("  multigraph 1\n");
        }
        for (int node = 0; node < ties.nodes(); node++) {
            text.write("  node [\n    id " + node + "\n    label " + quoted(ties.label(node)) + "\n");
            for (Column column : nodeColumns) {
                Optional<String> value = ties.text(column, node);
                if (value.isPresent()) {
                    write(text, ties.name(column.name()), column.type(), value.get());
                }
            }
            text.write("  ]\n");
        }
        ties.forEach(
                (u, v, isDirected, at) -> {
                    text.write("  edge [\n    source " + u + "\n    target " + v + "\n");
                    for (TieColumn column : tieColumns) {
                        Optional<String> value = column.text(at);
                        if (value.isPresent()) {
                            write(text, column.name(), column.type(), value.get());
                        }
                    }
                    text.write("  ]\n");
                },
                progress);
        text.write("]\n");
        text.flush();
    }

    private static void write(Writer out, String key, Column.Type type, String value) throws IOException {
        String written = switch (type) {
            case INTEGER -> value;
            case DOUBLE -> value.replace("Infinity", "INF").replaceFirst("^INF", "+INF");
            case BOOLEAN -> value.equals("true") ? "1" : "0";
            case TEXT -> quoted(value);
        };
        out.write("    " + key + " " + written + "\n");
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"') {
                quoted.append("&quot;");
            } else if (c == '&') {
                quoted.append("&amp;");
            } else if (c > 0x7e || c < 0x20) {
                quoted.append("&#").append(c).append(';');
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
