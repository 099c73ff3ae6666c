package org.einfluss.excel;

import org.einfluss.api.study.Export;
import org.einfluss.tck.ExportContract;

final class WorkbookContractTest extends ExportContract {
    @Override
    protected Export export() {
        return new Workbook();
    }
}
