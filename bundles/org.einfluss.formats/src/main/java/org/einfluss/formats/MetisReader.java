package org.einfluss.formats;

import java.io.IOException;
import java.util.Set;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.formats.internal.Fields;
import org.einfluss.formats.internal.LineReader;
import org.einfluss.formats.internal.UnnamedDataset;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Reads graphs in the form of METIS and the DIMACS 10 challenge: a line "n m", then for each node a line of its neighbours, numbered
 * from 1. Always undirected, so no direction is asked. Node i of the file is node i−1. Graphs with weights (third number of the first
 * line other than 0) are refused. A line that begins with {@code %} is a comment; a blank line is a node without ties.
 */
@Component(service = DatasetReader.class)
@Described(id = "metis", name = "METIS graph", summary = "A line of neighbours per node, numbered from 1; undirected.")
public final class MetisReader implements DatasetReader<None> {
    /** Makes the reader. */
    public MetisReader() {}

    @Override
    public Set<String> extensions() {
        return Set.of("graph", "metis");
    }

    @Override
    public Dataset read(Source source, None parameters, ImportReport report, Progress progress) throws IOException {
        Fields fields = new Fields(' ');
        try (LineReader reader = new LineReader(source, progress)) {
            boolean found = reader.next();
            while (found && reader.isEmptyOrComment()) {
                found = reader.next();
            }
            if (!found) {
                throw new InputException(
                        source.name() + ": Expected a line 'n m', found nothing. Is it the right file?");
            }
            int count = fields.split(reader.text(), reader);
            if (count < 2 || count > 4 || count > 2 && !fields.field(2).matches("0+")) {
                throw new InputException(
                        reader.place(1),
                        "Expected the numbers of nodes and edges and at most a 0 (no weights), found '" + reader.text()
                                + "'. Graphs with weights can be read as an edge list.");
            }
            int nodes = number(fields, 0, 0, Integer.MAX_VALUE - 9, reader);
            int edges = number(fields, 1, 0, Integer.MAX_VALUE - 9, reader);
            Graph graph = rows(nodes, fields, reader, report);
            if (graph.edges() != edges && report.losses().isEmpty()) {
                throw new InputException(source.name() + ": Expected " + edges + " edges as the first line says, found "
                        + graph.edges() + ". Was the file cut off?");
            }
            report.fact("nodes", Integer.toString(nodes));
            report.fact("edges", Long.toString(graph.edges()));
            return UnnamedDataset.of(source, Direction.MUTUAL, Network.of(graph));
        }
    }

    private static Graph rows(int nodes, Fields fields, LineReader reader, ImportReport report) throws IOException {
        GraphBuilder builder = new GraphBuilder(nodes, true);
        int node = 0;
        while (reader.next()) {
            String text = reader.text();
            if (text.startsWith("%")) {
                continue;
            }
            int count = fields.split(text, reader);
            if (node == nodes) {
                if (count > 0) {
                    throw new InputException(
                            reader.place(1), "Expected " + nodes + " lines of neighbours, found one more. Remove it.");
                }
                continue;
            }
            for (int i = 0; i < count; i++) {
                int neighbour = number(fields, i, 1, nodes, reader) - 1;
                if (neighbour == node) {
                    report.loss("self-loop dropped", "line " + reader.line());
                } else {
                    builder.add(node, neighbour);
                }
            }
            node++;
        }
        if (node < nodes) {
            throw new InputException(
                    reader.place(0),
                    "Expected " + nodes + " lines of neighbours, found " + node + ". Was the file cut off?");
        }
        GraphBuilder.Built built = builder.build();
        Graph rows = built.graph();
        for (int u = 0; u < nodes; u++) {
            for (int a = rows.arcBegin(u); a < rows.arcEnd(u); a++) {
                if (rows.findArc(rows.target(a), u) < 0) {
                    throw new InputException(
                            reader.place(0),
                            "Node " + (u + 1) + " lists node " + (rows.target(a) + 1)
                                    + " as a neighbour, but not the other way round. Each edge stands in both lines.");
                }
            }
        }
        for (int i = 0; i < built.droppedDuplicates(); i++) {
            report.loss("repeated tie merged", "");
        }
        return Graph.ofCanonical(false, true, rows.offsets(), rows.targets());
    }

    private static int number(Fields fields, int index, int least, int most, LineReader reader) {
        String text = fields.field(index);
        long value = text.matches("[0-9]{1,10}") ? Long.parseLong(text) : -1;
        if (value < least || value > most) {
            throw new InputException(
                    reader.place(fields.column(index)),
                    "Expected a whole number from " + least + " to " + most + ", found '" + text + "'. Correct it.");
        }
        return (int) value;
    }
}
