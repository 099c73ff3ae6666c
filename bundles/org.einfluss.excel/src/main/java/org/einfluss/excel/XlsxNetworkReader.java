package org.einfluss.excel;

import java.io.IOException;
import java.util.Set;
import org.einfluss.api.Described;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.formats.NetworkParameters;
import org.osgi.service.component.annotations.Component;

/**
 * Reads a network from an XLSX workbook: a sheet {@code edges} with the columns {@code source} and {@code target}, and perhaps a sheet
 * {@code nodes} with the column {@code id}; all other columns are values of nodes and ties.
 *
 * <p>Numbers, texts and truth values are what their cells hold, of formulas the value last saved; dates become texts such as 2024-05-31. The
 * direction must be given. Workbooks whose parts unpack to far more than they should are refused.
 */
@Component(service = DatasetReader.class)
@Described(id = "xlsx", name = "Excel workbook", summary = "Sheets nodes and edges with a first row of names.")
public final class XlsxNetworkReader implements DatasetReader<NetworkParameters> {
    /** Makes the reader. */
    public XlsxNetworkReader() {}

    @Override
    public Set<String> extensions() {
        return Set.of("xlsx", "xlsm");
    }

    @Override
    public boolean recognises(String head) {
        return head.startsWith("PK\u0003\u0004") && head.contains("[Content_Types].xml");
    }

    @Override
    public Dataset read(Source source, NetworkParameters parameters, ImportReport report, Progress progress)
            throws IOException {
        return new XlsxNetwork(source, report, progress)
                .read(parameters); // a class of its own, so that a start loads no POI
    }
}
