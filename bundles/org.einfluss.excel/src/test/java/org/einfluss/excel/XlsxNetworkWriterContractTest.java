package org.einfluss.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import org.einfluss.api.data.ImportReport;
import org.einfluss.graph.Column;
import org.junit.jupiter.api.Test;

/** What a workbook cannot hold is told; what it can is in {@link XlsxNetworkReaderContractTest}. */
class XlsxNetworkWriterContractTest {
    @Test
    void numbersThatACellCannotTellApartAreTold() throws IOException {
        ImportReport report = new ImportReport();
        XlsxNetworkReaderContractTest.written(
                XlsxNetworkReaderContractTest.network()
                        .withNodeColumn(Column.doubles("whole", "", new double[] {1, 2, 3, 4}))
                        .withNodeColumn(Column.integers("large", "", new long[] {Long.MAX_VALUE, 1, 2, 3})),
                report);
        assertFalse(report.isLossless());
        assertEquals(2, report.losses().size(), report.tree().toString());
    }
}
