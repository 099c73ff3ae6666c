package org.einfluss.formats;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.api.data.ImportReport;
import org.einfluss.formats.Holds.Feature;
import org.einfluss.formats.NetworkTies.TieColumn;
import org.osgi.service.component.annotations.Component;

/**
 * Writes UCINET's DL language as {@code edgelist1} with labels. A line from a to b says that a can influence b; a mutual tie is written
 * once and read with the direction mutual.
 */
@Component(service = DatasetWriter.class)
@Described(id = "ucinet-dl", name = "UCINET DL", summary = "An edge list with labels in UCINET's DL language.")
public final class UcinetWriter implements DatasetWriter<None> {
    static final Holds HOLDS = Holds.only(
            c -> c >= 0x20 && c != '"' && (c < 0xd800 || c > 0xdfff),
            Feature.IDENTIFIERS,
            Feature.ISOLATED_NODES,
            Feature.DIRECTED,
            Feature.LOOPS,
            Feature.PARALLEL,
            Feature.WEIGHTS);

    /** Makes the writer. */
    public UcinetWriter() {}

    @Override
    public String extension() {
        return "dl";
    }

    @Override
    public void check(Dataset dataset, None parameters, ImportReport report) {
        HOLDS.check(dataset, report);
        Holds.tellUnusedWeights(dataset, report);
    }

    @Override
    public void write(Dataset dataset, None parameters, OutputStream out, ImportReport report, Progress progress)
            throws IOException {
        check(dataset, parameters, report);
        NetworkTies ties = new NetworkTies(dataset.network(), HOLDS);
        List<TieColumn> weight = ties.tieColumns();
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        text.write("dl n = " + ties.nodes() + "\nformat = edgelist1\n");
        if (ties.hasIdentifiers()) {
            text.write("labels:\n");
            for (int node = 0; node < ties.nodes(); node++) {
                text.write("\"" + ties.label(node) + "\"\n");
            }
        }
        text.write("data:\n");
        ties.forEach(
                (u, v, isDirected, at) -> {
                    text.write((u + 1) + " " + (v + 1));
                    if (!weight.isEmpty()) {
                        text.write(" " + weight.get(0).text(at).orElseThrow());
                    }
                    text.write("\n");
                },
                progress);
        text.flush();
    }
}
