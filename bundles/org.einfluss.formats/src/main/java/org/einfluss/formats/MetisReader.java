package org.einfluss.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.api.data.ImportReport.Place;
import org.einfluss.api.data.Source;
import org.einfluss.formats.internal.Fields;
import org.einfluss.formats.internal.LineReader;
import org.einfluss.formats.internal.UnnamedDataset;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/**
 * Reads graphs in the form of METIS and the DIMACS 10 challenge: a line {@code n m [fmt [ncon]]}, then for each node a line of its
 * neighbours, numbered from 1. Always undirected, so no direction is asked. Node i of the file is node i−1.
 *
 * <p>Weights of edges (last digit of {@code fmt}) become the weight; weights and sizes of nodes become the columns
 * {@code node-weight} ({@code node-weight-2} …) and {@code node-size}. A line that begins with {@code %} is a comment; a blank line is a
 * node without ties.
 */
@Component(service = DatasetReader.class)
@Described(id = "metis", name = "METIS graph", summary = "A line of neighbours per node, numbered from 1; undirected.")
public final class MetisReader implements DatasetReader<None> {
    private static final int MOST_WEIGHTS = 64;

    /** Makes the reader. */
    public MetisReader() {}

    @Override
    public Set<String> extensions() {
        return Set.of("graph", "metis");
    }

    @Override
    public Dataset read(Source source, None parameters, ImportReport report, Progress progress) throws IOException {
        try (LineReader reader = new LineReader(source, progress)) {
            Content content = new Content(reader, report);
            Network network = content.read(source);
            report.network(network);
            return UnnamedDataset.of(source, Direction.MUTUAL, network);
        }
    }

    /** One reading of a file. */
    private static final class Content {
        private final LineReader reader;
        private final ImportReport report;
        private final Fields fields = new Fields(' ');
        private int nodes;
        private int edges;
        private boolean sizes;
        private boolean edgeWeights;
        private int nodeWeights;
        private final List<long[]> nodeValues = new ArrayList<>();
        private long loops;

        Content(LineReader reader, ImportReport report) {
            this.reader = reader;
            this.report = report;
        }

        Network read(Source source) throws IOException {
            readHead(source);
            GraphBuilder.Built built = readRows();
            Graph rows = built.graph();
            checkTwins(rows, built.weights());
            if (built.droppedDuplicates() > 0) {
                report.loss(Change.MERGED, "repeated tie merged", Place.NONE, (built.droppedDuplicates() + 1) / 2);
            }
            if (rows.arcs() != 2L * edges && loops == 0 && built.droppedDuplicates() == 0) {
                throw new InputException(source.name() + ": Expected " + edges + " edges as the first line says, found "
                        + rows.arcs() / 2 + ". Was the file cut off?");
            }
            Network network = Network.of(Graph.ofCanonical(false, true, rows.offsets(), rows.targets()));
            for (int c = 0; c < nodeValues.size(); c++) {
                String name = sizes && c == 0
                        ? "node-size"
                        : c - (sizes ? 1 : 0) == 0 ? "node-weight" : "node-weight-" + (c + (sizes ? 0 : 1));
                network = network.withNodeColumn(Column.integers(name, "", nodeValues.get(c)));
            }
            if (edgeWeights) {
                double[] weights = rows.arcs() == 0 ? new double[0] : built.weights();
                network = network.withArcColumn(Column.doubles(Network.WEIGHT, "", weights));
            }
            return network;
        }

        private void readHead(Source source) throws IOException {
            boolean found = reader.next();
            while (found && reader.isEmptyOrComment()) {
                found = reader.next();
            }
            if (!found) {
                throw new InputException(
                        source.name() + ": Expected a line 'n m', found nothing. Is it the right file?");
            }
            int count = fields.split(reader.text(), reader);
            if (count < 2 || count > 4 || count > 2 && !fields.field(2).matches("[01]{1,3}")) {
                throw new InputException(
                        reader.place(1),
                        "Expected the numbers of nodes and edges, perhaps three digits that say which weights there are,"
                                + " found '" + reader.text() + "'. Is it the right file?");
            }
            nodes = number(0, 0, Integer.MAX_VALUE - 9);
            edges = number(1, 0, Integer.MAX_VALUE - 9);
            String format = "00" + (count > 2 ? fields.field(2) : "0");
            sizes = format.charAt(format.length() - 3) == '1';
            edgeWeights = format.charAt(format.length() - 1) == '1';
            boolean weighted = format.charAt(format.length() - 2) == '1';
            nodeWeights = weighted ? count > 3 ? number(3, 1, MOST_WEIGHTS) : 1 : 0;
        }

        private GraphBuilder.Built readRows() throws IOException {
            // Rows come one a line: nothing is made for nodes of which no line has come.
            GraphBuilder builder = new GraphBuilder(0, true);
            int columns = nodeWeights + (sizes ? 1 : 0);
            List<List<Long>> values = new ArrayList<>();
            for (int c = 0; c < columns; c++) {
                values.add(new ArrayList<>());
            }
            int node = 0;
            while (reader.next()) {
                String text = reader.text();
                if (text.startsWith("%")) {
                    report.loss(Change.NOTED, EdgeListReader.COMMENT, Place.line(reader.line()));
                    continue;
                }
                int count = fields.split(text, reader);
                if (node == nodes) {
                    if (count > 0) {
                        throw new InputException(
                                reader.place(1),
                                "Expected " + nodes + " lines of neighbours, found one more. Remove it.");
                    }
                    continue;
                }
                if (count < columns || edgeWeights && (count - columns) % 2 != 0) {
                    throw new InputException(
                            reader.place(1),
                            "Expected the weights that the first line announces, found " + count
                                    + " numbers. Correct the line.");
                }
                for (int c = 0; c < columns; c++) {
                    values.get(c).add((long) number(c, 0, Integer.MAX_VALUE));
                }
                for (int i = columns; i < count; i += edgeWeights ? 2 : 1) {
                    int neighbour = number(i, 1, nodes) - 1;
                    if (neighbour == node) {
                        loops++;
                        report.loss(Change.DROPPED, "self-loop dropped", Place.line(reader.line()));
                    } else if (edgeWeights) {
                        builder.add(node, neighbour, number(i + 1, 0, Integer.MAX_VALUE));
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
            for (List<Long> column : values) {
                nodeValues.add(column.stream().mapToLong(Long::longValue).toArray());
            }
            if (nodes > 0) {
                builder.ensureNode(nodes - 1);
            }
            return builder.build();
        }

        private void checkTwins(Graph rows, double[] weights) {
            for (int u = 0; u < rows.nodes(); u++) {
                for (int a = rows.arcBegin(u); a < rows.arcEnd(u); a++) {
                    int twin = rows.findArc(rows.target(a), u);
                    if (twin < 0) {
                        throw new InputException(
                                reader.place(0),
                                "Node " + (u + 1) + " lists node " + (rows.target(a) + 1)
                                        + " as a neighbour, but not the other way round. Each edge stands in both lines.");
                    }
                    if (weights.length > 0 && weights[a] != weights[twin]) {
                        throw new InputException(
                                reader.place(0),
                                "The edge of the nodes " + (u + 1) + " and " + (rows.target(a) + 1)
                                        + " has another weight in the other line. Correct one of them.");
                    }
                }
            }
        }

        private int number(int index, int least, int most) {
            String text = fields.field(index);
            long value = text.matches("[0-9]{1,10}") ? Long.parseLong(text) : -1;
            if (value < least || value > most) {
                throw new InputException(
                        fields.place(index),
                        "Expected a whole number from " + least + " to " + most + ", found '" + text
                                + "'. Correct it.");
            }
            return (int) value;
        }
    }
}
