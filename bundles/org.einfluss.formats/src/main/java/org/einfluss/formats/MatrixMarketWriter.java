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
 * Writes a coordinate matrix in Matrix Market form: pattern or real, symmetric where ties are undirected. An entry in row a and column b
 * says that a can influence b.
 */
@Component(service = DatasetWriter.class)
@Described(id = "matrix-market", name = "Matrix Market", summary = "A coordinate matrix, with or without weights.")
public final class MatrixMarketWriter implements DatasetWriter<None> {
    static final Holds HOLDS = Holds.only(
            Holds.LINE, Feature.ISOLATED_NODES, Feature.DIRECTED, Feature.LOOPS, Feature.PARALLEL, Feature.WEIGHTS);

    /** Makes the writer. */
    public MatrixMarketWriter() {}

    @Override
    public String extension() {
        return "mtx";
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
        List<TieColumn> weight = ties.tieColumns();
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII), 1 << 16);
        text.write("%%MatrixMarket matrix coordinate " + (weight.isEmpty() ? "pattern" : "real")
                + (ties.isDirected() ? " general\n" : " symmetric\n"));
        text.write(ties.nodes() + " " + ties.nodes() + " " + ties.ties() + "\n");
        ties.forEach(
                (u, v, isDirected, at) -> {
                    // Of a symmetric matrix the lower triangle is written.
                    text.write(((isDirected ? u : v) + 1) + " " + ((isDirected ? v : u) + 1));
                    if (!weight.isEmpty()) {
                        text.write(" " + weight.get(0).text(at).orElseThrow());
                    }
                    text.write("\n");
                },
                progress);
        text.flush();
    }
}
