package org.einfluss.formats;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.api.data.ImportReport.Place;
import org.einfluss.formats.Holds.Feature;
import org.einfluss.formats.NetworkTies.TieColumn;
import org.einfluss.formats.internal.Quoting;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/** Writes a matrix with commas: identifiers in the first row and column, the weight or 1 where the row's node can influence the column's. */
@Component(service = DatasetWriter.class)
@Described(
        id = "adjacency-matrix",
        name = "Adjacency matrix",
        summary = "A table with a row and a column for each node.")
public final class AdjacencyMatrixWriter implements DatasetWriter<None> {
    private static final int MOST = 5_000;
    static final Holds HOLDS = Holds.only(
            Holds.LINE, Feature.IDENTIFIERS, Feature.ISOLATED_NODES, Feature.DIRECTED, Feature.LOOPS, Feature.WEIGHTS);

    /** Makes the writer. */
    public AdjacencyMatrixWriter() {}

    @Override
    public String extension() {
        return "matrix";
    }

    @Override
    public void check(Dataset dataset, None parameters, ImportReport report) {
        Network network = dataset.network();
        if (network.nodes() > MOST) {
            throw new InputException("This format writes at most " + MOST + " nodes, there are " + network.nodes()
                    + ". Choose another format, for example matrix-market.");
        }
        HOLDS.check(dataset, report);
        Optional<Column> weights = network.arcColumn(Network.WEIGHT);
        Graph graph = network.graph();
        for (int arc = 0; arc < graph.arcs() && weights.isPresent(); arc++) {
            if (weights.get().doubleAt(arc) == 0) {
                Place place =
                        Place.of("tie " + network.label(graph.source(arc)) + " " + network.label(graph.target(arc)));
                report.loss(Change.DROPPED, "tie of weight 0 dropped", place);
            }
        }
        Holds.tellUnusedWeights(dataset, report);
    }

    @Override
    public void write(Dataset dataset, None parameters, OutputStream out, ImportReport report, Progress progress)
            throws IOException {
        check(dataset, parameters, report);
        NetworkTies ties = new NetworkTies(dataset.network(), HOLDS);
        List<TieColumn> weight = ties.tieColumns();
        List<List<String>> rows = new ArrayList<>();
        for (int node = 0; node < ties.nodes(); node++) {
            rows.add(new ArrayList<>(Collections.nCopies(ties.nodes(), "0")));
        }
        ties.forEach(
                (u, v, isDirected, at) -> {
                    String value =
                            weight.isEmpty() ? "1" : weight.get(0).text(at).orElseThrow();
                    rows.get(u).set(v, value);
                    if (!isDirected) {
                        rows.get(v).set(u, value);
                    }
                },
                progress);
        Quoting quoting = new Quoting(',');
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        List<String> labels = new ArrayList<>();
        for (int node = 0; node < ties.nodes(); node++) {
            labels.add(ties.label(node));
        }
        List<String> header = new ArrayList<>(labels);
        header.add(0, "");
        text.write(quoting.line(header));
        for (int node = 0; node < ties.nodes(); node++) {
            rows.get(node).add(0, labels.get(node));
            text.write(quoting.line(rows.get(node)));
        }
        text.flush();
    }
}
