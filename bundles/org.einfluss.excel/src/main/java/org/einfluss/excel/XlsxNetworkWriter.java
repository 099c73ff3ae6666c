package org.einfluss.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.api.data.ImportReport.Place;
import org.einfluss.formats.Holds;
import org.einfluss.formats.Holds.Feature;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.osgi.service.component.annotations.Component;

/** Writes a network as an XLSX workbook with the sheets {@code nodes} and {@code edges}. A row from a to b says that a can influence b. */
@Component(service = DatasetWriter.class)
@Described(id = "xlsx", name = "Excel workbook", summary = "Sheets nodes and edges with a first row of names.")
public final class XlsxNetworkWriter implements DatasetWriter<None> {
    /** Rows a sheet can have, less the row of names. */
    private static final int MOST_ROWS = (1 << 20) - 1;

    static final Holds HOLDS = Holds.allBut(
                    c -> Holds.XML.test(c) && c != '\r' && c != '_', Feature.MIXED, Feature.EMPTY_COLUMNS)
            .withColumnNames(name ->
                    name.strip().toLowerCase(Locale.ROOT).matches("id|source|target") ? name + "-column" : name);

    /** Makes the writer. */
    public XlsxNetworkWriter() {}

    @Override
    public String extension() {
        return "xlsx";
    }

    @Override
    public void check(Dataset dataset, None parameters, ImportReport report) {
        Network network = dataset.network();
        if (network.nodes() > MOST_ROWS
                || network.layers().stream()
                                .mapToLong(layer -> network.graph(layer).edges())
                                .sum()
                        > MOST_ROWS) {
            throw new InputException("A sheet has at most " + MOST_ROWS
                    + " rows, this network needs more. Choose another format, for example graphml.");
        }
        HOLDS.check(dataset, report);
        network.nodeColumns().forEach(column -> checkNumbers(column, "node column ", report));
        network.layers()
                .forEach(layer ->
                        network.arcColumns(layer).forEach(column -> checkNumbers(column, "arc column ", report)));
    }

    /** A cell holds numbers of 15 digits, and does not tell 1.0 from 1; texts that are empty are no texts. */
    private static void checkNumbers(Column column, String of, ImportReport report) {
        boolean weight = column.name().equals(Network.WEIGHT);
        boolean whole = column.type() == Column.Type.DOUBLE && column.missing() < column.size();
        boolean lost = false;
        for (int i = 0; i < column.size(); i++) {
            if (!column.isMissing(i)) {
                switch (column.type()) {
                    case DOUBLE -> {
                        double value = column.doubleAt(i);
                        whole &= value == Math.rint(value) && Math.abs(value) < XlsxNetwork.EXACT;
                        lost |= !Double.isFinite(value) || value == 0 && 1 / value < 0;
                    }
                    case INTEGER -> lost |= Math.abs((double) column.longAt(i)) > XlsxNetwork.EXACT;
                    case TEXT -> lost |= column.textAt(i).isEmpty();
                    case BOOLEAN -> {
                        // a cell of its own type
                    }
                }
            }
        }
        if (lost) {
            report.loss(
                    Change.CONVERTED,
                    "column with empty texts or numbers that a cell cannot hold made texts",
                    Place.of(of + column.name()));
        }
        if (whole && !weight) {
            report.loss(Change.CONVERTED, "column comes back with another type", Place.of(of + column.name()));
        }
    }

    @Override
    public void write(Dataset dataset, None parameters, OutputStream out, ImportReport report, Progress progress)
            throws IOException {
        check(dataset, parameters, report);
        new XlsxNetworkFile(dataset.network(), HOLDS).write(out, progress);
    }
}
