import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.api.data.ImportReport;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/** Writes a table of ties, which the reader 'edge-list' reads, and reports what the table has no place for. */
@Component(service = DatasetWriter.class)
@Described(id = "my-writer", name = "My writer", summary = "One tie per line: source and target, with a tab between them.")
public final class MyWriter implements DatasetWriter<None> {
    @Override
    public String extension() {
        return "edges";
    }

    @Override
    public void write(Dataset dataset, None none, OutputStream out, ImportReport report, Progress progress)
            throws IOException {
        Network network = dataset.network();
        Graph graph = network.graph();
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write("source\ttarget\n");
        for (int node = 0; node < graph.nodes(); node++) {
            progress.checkCancelled();
            progress.report(node, graph.nodes(), "nodes written");
            if (graph.outDegree(node) + graph.inDegree(node) == 0) {
                report.loss("nodes without ties", network.label(node));
            }
            for (int a = graph.arcBegin(node); a < graph.arcEnd(node); a++) {
                text.write(word(network, node) + "\t" + word(network, graph.target(a)) + "\n");
            }
        }
        text.flush();
        network.nodeColumns().stream()
                .map(Column::name)
                .filter(name -> !name.equals(Network.ID)) // written as the name of the node
                .forEach(name -> report.loss("columns of nodes", name));
        network.arcColumns().forEach(column -> report.loss("columns of ties", column.name()));
        dataset.logs().forEach(log -> report.loss("logs", log.name()));
    }

    private static String word(Network network, int node) {
        String label = network.label(node);
        if (label.matches("(?s).*[\"\t\r\n].*")) {
            throw new InputException("The name '" + label + "' has a tab, a quotation mark or a line end in it,"
                    + " which this format cannot hold; rename the node");
        }
        return label;
    }
}
