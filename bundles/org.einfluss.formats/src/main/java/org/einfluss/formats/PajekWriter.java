package org.einfluss.formats;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.api.data.ImportReport.Place;
import org.einfluss.formats.Holds.Feature;
import org.einfluss.formats.NetworkTies.At;
import org.einfluss.formats.NetworkTies.TieColumn;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.graph.Subnetwork;
import org.osgi.service.component.annotations.Component;

/**
 * Writes a Pajek network: labels, arcs and edges, weights, layers as relations, whole numbers from 0 as times of vertices and lines, two modes; as
 * a project also whole numbers of nodes as partitions and numbers as vectors. An arc from a to b says that a can influence b.
 */
@Component(service = DatasetWriter.class)
@Described(id = "pajek", name = "Pajek", summary = "A network (.net), or a project (.paj) with partitions and vectors.")
public final class PajekWriter implements DatasetWriter<PajekWriter.Parameters> {
    static final Holds NETWORK = Holds.only(
                    c -> c >= 0x20 && c != '"' && (c < 0xd800 || c > 0xdfff),
                    Feature.IDENTIFIERS,
                    Feature.ISOLATED_NODES,
                    Feature.DIRECTED,
                    Feature.MIXED,
                    Feature.LOOPS,
                    Feature.PARALLEL,
                    Feature.WEIGHTS,
                    Feature.DATES,
                    Feature.MODES,
                    Feature.LAYERS)
            .withIdentifiers(label -> !label.startsWith("[") && !label.contains("["));
    static final Holds PROJECT = Holds.only(
                    NETWORK.character(),
                    Feature.IDENTIFIERS,
                    Feature.ISOLATED_NODES,
                    Feature.DIRECTED,
                    Feature.MIXED,
                    Feature.LOOPS,
                    Feature.PARALLEL,
                    Feature.WEIGHTS,
                    Feature.DATES,
                    Feature.MODES,
                    Feature.LAYERS,
                    Feature.NODE_COLUMNS,
                    Feature.TYPES)
            .withIdentifiers(NETWORK.identifier())
            .withColumnNames(name -> name.strip().isEmpty() ? "unnamed" : name.strip());

    /**
     * How it is written.
     *
     * @param project whether partitions and vectors are written, too
     */
    public record Parameters(
            @Param(value = "Project", initial = "false", help = "Columns of nodes as partitions and vectors (.paj)")
            boolean project) {}

    /** Makes the writer. */
    public PajekWriter() {}

    @Override
    public String extension() {
        return "net";
    }

    @Override
    public void check(Dataset dataset, Parameters parameters, ImportReport report) {
        Network network = dataset.network();
        (parameters.project() ? PROJECT : NETWORK).check(dataset, report);
        Optional<TwoModes> modes = TwoModes.of(network, NETWORK);
        if (modes.isPresent() && !modes.get().names().equals(List.of("1", "2"))) {
            report.loss(
                    Change.CONVERTED,
                    "names of the modes come back as 1 and 2",
                    Place.of("modes " + String.join(", ", modes.get().names())));
        }
        for (Column column : network.nodeColumns()) {
            if (parameters.project()
                    && !column.name().equals(Network.ID)
                    && !isHeld(column)
                    && !NETWORK.holdsNodeColumn(network, column.name())) {
                report.loss(
                        Change.DROPPED,
                        "column that is no partition or vector dropped",
                        Place.of("node column " + column.name()));
            }
        }
        for (String layer : network.layers()) {
            if (NetworkTies.isLayered(network) && (layer.contains("\"") || layer.isBlank())) {
                report.loss(Change.CONVERTED, "character replaced", Place.of("layer " + layer));
            }
            tellUnweighted(network, layer, report);
        }
    }

    /** A weight of 1 is what Pajek gives to lines without one, so that no weights and weights are told apart by line. */
    private static void tellUnweighted(Network network, String layer, ImportReport report) {
        Graph graph = network.graph(layer);
        if (network.weights(layer).isPresent() && graph.arcs() == 0) {
            report.loss(Change.DROPPED, "column without values dropped", Place.of("arc column weight"));
        }
    }

    /** Whole numbers from 0 without missing ones are a partition, finite numbers without missing ones a vector. */
    private static boolean isHeld(Column column) {
        boolean held = column.missing() == 0
                && column.size() > 0
                && (column.type() == Column.Type.INTEGER || column.type() == Column.Type.DOUBLE)
                && !column.name().matches("(?i).*[.](clu|vec)|x|y|z|label|mode|begin|end");
        for (int i = 0; i < column.size() && held; i++) {
            held = column.type() == Column.Type.INTEGER
                    ? column.longAt(i) >= 0 && column.longAt(i) <= Integer.MAX_VALUE
                    : Double.isFinite(column.doubleAt(i));
        }
        return held;
    }

    @Override
    public void write(Dataset dataset, Parameters parameters, OutputStream out, ImportReport report, Progress progress)
            throws IOException {
        check(dataset, parameters, report);
        Optional<TwoModes> modes = TwoModes.of(dataset.network(), NETWORK);
        Network network =
                modes.map(two -> Subnetwork.of(dataset.network(), two.nodes())).orElse(dataset.network());
        NetworkTies ties = new NetworkTies(network, parameters.project() ? PROJECT : NETWORK);
        List<TieColumn> columns = ties.tieColumns();
        Optional<TieColumn> layer = named(columns, Network.LAYER);
        Optional<TieColumn> weight = named(columns, Network.WEIGHT);
        Optional<TieColumn> begin = named(columns, Network.BEGIN);
        Optional<TieColumn> end = named(columns, Network.END);
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        if (parameters.project()) {
            text.write("*Network network\n");
        }
        text.write("*Vertices " + ties.nodes()
                + modes.map(two -> " " + two.first()).orElse("") + "\n");
        boolean dated = NETWORK.holdsNodeColumn(network, Network.BEGIN);
        for (int node = 0; node < ties.nodes(); node++) {
            String time = dated ? time(date(network, Network.BEGIN, node), date(network, Network.END, node)) : "";
            if (ties.hasIdentifiers()) {
                text.write((node + 1) + " \"" + ties.label(node) + "\"" + time + "\n");
            } else if (!time.isEmpty()) {
                text.write((node + 1) + time + "\n");
            }
        }
        String[] part = {""};
        ties.forEach(
                (u, v, isDirected, at) -> {
                    String head = (isDirected ? "*Arcs" : "*Edges")
                            + layer.flatMap(column -> column.text(at))
                                    .map(name -> " :" + (at.layer() + 1) + " \"" + name.replace('"', '\'') + "\"")
                                    .orElse("");
                    if (!head.equals(part[0])) {
                        part[0] = head;
                        text.write(head + "\n");
                    }
                    text.write((u + 1) + " " + (v + 1)
                            + value(weight, at).map(value -> " " + value).orElse("")
                            + time(value(begin, at), value(end, at)) + "\n");
                },
                progress);
        if (part[0].isEmpty() && ties.isDirected()) {
            text.write("*Arcs\n");
        }
        for (Column column : ties.nodeColumns()) {
            if (isHeld(column)) {
                boolean partition = column.type() == Column.Type.INTEGER;
                text.write((partition ? "*Partition " : "*Vector ") + ties.name(column.name()) + "\n*Vertices "
                        + ties.nodes() + "\n");
                for (int node = 0; node < ties.nodes(); node++) {
                    text.write(column.textAt(node) + "\n");
                }
            }
        }
        text.flush();
    }

    private static Optional<TieColumn> named(List<TieColumn> columns, String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    private static Optional<String> value(Optional<TieColumn> column, At at) {
        return column.flatMap(values -> values.text(at));
    }

    private static Optional<String> date(Network network, String name, int node) {
        return network.nodeColumn(name)
                .filter(column -> !column.isMissing(node))
                .map(column -> column.textAt(node));
    }

    /** Times as Pajek writes them: {@code [3]}, {@code [3-5]}, {@code [3-*]}. */
    private static String time(Optional<String> begin, Optional<String> end) {
        return begin.isEmpty() ? "" : " [" + begin.get() + (begin.equals(end) ? "" : "-" + end.orElse("*")) + "]";
    }
}
