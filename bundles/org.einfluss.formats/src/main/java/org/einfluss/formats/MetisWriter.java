package org.einfluss.formats;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.einfluss.api.Described;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.api.data.ImportReport.Place;
import org.einfluss.formats.Holds.Feature;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/** Writes a graph in the form of METIS: undirected, without loops and parallel ties; weights where they are whole numbers from 0. */
@Component(service = DatasetWriter.class)
@Described(id = "metis", name = "METIS graph", summary = "A line of neighbours per node, numbered from 1; undirected.")
public final class MetisWriter implements DatasetWriter<None> {
    static final Holds HOLDS = Holds.only(Holds.LINE, Feature.ISOLATED_NODES, Feature.WEIGHTS);

    /** Makes the writer. */
    public MetisWriter() {}

    @Override
    public String extension() {
        return "graph";
    }

    @Override
    public void check(Dataset dataset, None parameters, ImportReport report) {
        HOLDS.check(dataset, report);
        if (dataset.network().weights().isPresent()
                && weights(dataset.network()).isEmpty()) {
            report.loss(
                    Change.DROPPED, "weights that are no whole numbers from 0 dropped", Place.of("arc column weight"));
        }
    }

    /** The weights, where the format can hold them. */
    private static Optional<Column> weights(Network network) {
        return network.arcColumn(Network.WEIGHT).filter(column -> {
            for (int arc = 0; arc < column.size(); arc++) {
                double weight = column.doubleAt(arc);
                if (weight != Math.rint(weight) || weight < 0 || weight > Integer.MAX_VALUE || 1 / weight < 0) {
                    return false;
                }
            }
            return true;
        });
    }

    @Override
    public void write(Dataset dataset, None parameters, OutputStream out, ImportReport report, Progress progress)
            throws IOException {
        check(dataset, parameters, report);
        NetworkTies ties = new NetworkTies(dataset.network(), HOLDS);
        Graph graph = undirected(ties);
        Optional<Column> weights = weights(dataset.network());
        Graph from = dataset.network().graph();
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII), 1 << 16);
        text.write(graph.nodes() + " " + graph.arcs() / 2 + (weights.isPresent() ? " 001\n" : "\n"));
        for (int u = 0; u < graph.nodes(); u++) {
            progress.checkCancelled();
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                int v = graph.target(a);
                text.write((a > graph.arcBegin(u) ? " " : "") + (v + 1));
                if (weights.isPresent()) {
                    // Both lines give the weight of the lower end's arc.
                    int arc = from.findArc(Math.min(u, v), Math.max(u, v));
                    int given = arc >= 0 ? arc : from.findArc(Math.max(u, v), Math.min(u, v));
                    text.write(" " + (long) weights.get().doubleAt(given));
                }
            }
            text.write("\n");
        }
        text.flush();
    }

    private static Graph undirected(NetworkTies ties) throws IOException {
        GraphBuilder builder = new GraphBuilder(ties.nodes(), false);
        ties.forEach((u, v, isDirected, at) -> builder.add(u, v), Progress.NONE);
        return builder.build().graph();
    }
}
