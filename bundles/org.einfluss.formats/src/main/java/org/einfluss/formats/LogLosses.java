package org.einfluss.formats;

import java.util.BitSet;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.api.data.ImportReport.Place;
import org.einfluss.formats.internal.LogTable;
import org.einfluss.formats.internal.Times;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;

/** What a table of a log cannot hold of a dataset. */
final class LogLosses {
    /** What a field of a table can hold. */
    static final Holds HOLDS = EdgeListWriter.NAMED.withIdentifiers(
            label -> EdgeListWriter.NAMED.identifier().test(label) && !LogTable.isMissing(label));

    private LogLosses() {}

    /**
     * Tells what is lost of the dataset but for the log that is written.
     *
     * @param dataset the dataset
     * @param name name of the log that is written
     * @param there nodes that occur in it
     * @param gone what happens to the others
     * @param report told
     */
    static void tell(Dataset dataset, String name, BitSet there, String gone, ImportReport report) {
        Network network = dataset.network();
        dataset.logs().stream()
                .filter(log -> !log.name().equals(name))
                .forEach(log -> report.loss(Change.DROPPED, "log dropped", Place.of("log " + log.name())));
        dataset.activities().stream()
                .filter(acts -> !acts.name().equals(name))
                .forEach(acts -> report.loss(Change.DROPPED, "log dropped", Place.of("acts " + acts.name())));
        for (String layer : network.layers()) {
            long edges = network.graph(layer).edges();
            if (edges > 0) {
                report.loss(Change.DROPPED, "tie dropped", Place.of("layer " + layer), edges);
            }
        }
        for (Column column : network.nodeColumns()) {
            if (!column.name().equals(Network.ID)) {
                report.loss(Change.DROPPED, "column dropped", Place.of("node column " + column.name()));
            }
        }
        for (int v = 0; v < network.nodes(); v++) {
            if (!there.get(v)) {
                report.loss(Change.DROPPED, gone, Place.of("node " + NetworkDraft.shortened(network.label(v))));
            }
        }
        if (!HOLDS.holdsIdentifiers(network)) {
            report.loss(Change.CONVERTED, "identifiers replaced by numbers", Place.NONE);
        }
    }

    /**
     * Tells that what is said about a log is lost, unless it is what is said of every log.
     *
     * @param name its name
     * @param times how its times are written, and what else it means
     * @param unit unit of its times
     * @param until until when it was observed
     * @param report told
     */
    static void tellSaid(String name, Times.Written times, String unit, double until, ImportReport report) {
        boolean usual = name.equals("adoption")
                && times.meaning().equals("adoption")
                && unit.equals(times.unit())
                && Double.isNaN(until);
        if (!usual) {
            report.loss(
                    Change.DROPPED,
                    "what is said about the log dropped",
                    Place.of("name " + name + ", unit " + unit + ", observed until "
                            + (Double.isNaN(until) ? "unknown" : Times.Written.number(until))));
        }
    }
}
