package org.einfluss.formats;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.api.data.ImportReport;
import org.einfluss.formats.Holds.Feature;
import org.einfluss.formats.internal.Quoting;
import org.osgi.service.component.annotations.Component;

/** Writes in each line a node and the nodes it can influence, separated by tabs; an undirected tie once, at its lower end. */
@Component(service = DatasetWriter.class)
@Described(id = "adjacency-list", name = "Adjacency list", summary = "In each line a node and the nodes it is tied to.")
public final class AdjacencyListWriter implements DatasetWriter<None> {
    static final Holds HOLDS = Holds.only(
            Holds.LINE, Feature.IDENTIFIERS, Feature.ISOLATED_NODES, Feature.DIRECTED, Feature.LOOPS, Feature.PARALLEL);

    /** Makes the writer. */
    public AdjacencyListWriter() {}

    @Override
    public String extension() {
        return "adjlist";
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
        Quoting quoting = new Quoting('\t');
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        List<String> line = new ArrayList<>();
        int[] node = {-1};
        ties.forEach(
                (u, v, isDirected, at) -> {
                    while (node[0] < u) {
                        next(text, line, ties, quoting, node);
                    }
                    line.add(ties.label(v));
                },
                progress);
        while (node[0] < ties.nodes()) {
            next(text, line, ties, quoting, node);
        }
        text.flush();
    }

    /** Writes the line of the current node and begins that of the next one. */
    private static void next(Writer text, List<String> line, NetworkTies ties, Quoting quoting, int[] node)
            throws IOException {
        if (node[0] >= 0) {
            text.write(quoting.line(line));
        }
        line.clear();
        node[0]++;
        if (node[0] < ties.nodes()) {
            line.add(ties.label(node[0]));
        }
    }
}
