package org.einfluss.example;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.einfluss.api.Described;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.api.data.ImportReport;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/** Writes what {@link ArrowsReader} reads, and reports what the format cannot hold. */
@Component(service = DatasetWriter.class)
@Described(id = "example-arrows", name = "Arrows", summary = "One tie per line: Ann -> Bob.")
public final class ArrowsWriter implements DatasetWriter<None> {
    @Override
    public String extension() {
        return "arrows";
    }

    @Override
    public void write(Dataset dataset, None none, OutputStream out, ImportReport report, Progress progress)
            throws IOException {
        Network network = dataset.network();
        Graph graph = network.graph();
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        for (int u = 0; u < graph.nodes(); u++) {
            progress.checkCancelled();
            text.write(network.label(u) + "\n"); // also those without ties
            for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                text.write(network.label(u) + " -> " + network.label(graph.target(a)) + "\n");
            }
        }
        text.flush();
        dataset.logs().forEach(log -> report.loss("adoption logs", log.name()));
        network.arcColumns().forEach(column -> report.loss("columns of ties", column.name()));
    }
}
