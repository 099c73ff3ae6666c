package org.einfluss.example;

import org.einfluss.api.study.Export;
import org.einfluss.tck.ExportContract;

final class HeadlinesExportContractTest extends ExportContract {
    @Override
    protected Export export() {
        return new HeadlinesExport();
    }
}
