package org.einfluss.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.api.data.ImportReport;
import org.einfluss.formats.Holds.Feature;
import org.osgi.service.component.annotations.Component;

/** Writes graph6 where ties are undirected, digraph6 where they are directed; ties alone. */
@Component(service = DatasetWriter.class)
@Described(
        id = "graph6",
        name = "graph6, digraph6",
        summary = "One small graph in printable characters, as nauty reads it.")
public final class Graph6Writer implements DatasetWriter<None> {
    /** A matrix of more nodes than this would be longer than a line may be. */
    private static final int MOST = 2400;

    static final Holds UNDIRECTED = Holds.only(Holds.LINE, Feature.ISOLATED_NODES);
    static final Holds DIRECTED = Holds.only(Holds.LINE, Feature.ISOLATED_NODES, Feature.DIRECTED, Feature.LOOPS);

    /** Makes the writer. */
    public Graph6Writer() {}

    @Override
    public String extension() {
        return "g6";
    }

    private static Holds holds(Dataset dataset) {
        return dataset.network().graph().isDirected() ? DIRECTED : UNDIRECTED;
    }

    @Override
    public void check(Dataset dataset, None parameters, ImportReport report) {
        if (dataset.network().nodes() > MOST) {
            throw new InputException("This format writes at most " + MOST + " nodes, there are "
                    + dataset.network().nodes() + ". Choose another format, for example matrix-market.");
        }
        holds(dataset).check(dataset, report);
    }

    @Override
    public void write(Dataset dataset, None parameters, OutputStream out, ImportReport report, Progress progress)
            throws IOException {
        check(dataset, parameters, report);
        NetworkTies ties = new NetworkTies(dataset.network(), holds(dataset));
        int n = ties.nodes();
        boolean directed = ties.isDirected();
        StringBuilder text = new StringBuilder(directed ? "&" : "");
        if (n < 63) {
            text.append((char) (n + 63));
        } else {
            text.append('~');
            for (int shift = 12; shift >= 0; shift -= 6) {
                text.append((char) ((n >> shift & 63) + 63));
            }
        }
        long bits = directed ? (long) n * n : (long) n * (n - 1) / 2;
        byte[] six = new byte[(int) ((bits + 5) / 6)];
        ties.forEach(
                (u, v, isDirected, at) -> {
                    long bit = isDirected ? (long) u * n + v : (long) v * (v - 1) / 2 + u;
                    six[(int) (bit / 6)] |= (byte) (1 << 5 - bit % 6);
                },
                progress);
        for (byte value : six) {
            text.append((char) (value + 63));
        }
        out.write(text.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
    }
}
