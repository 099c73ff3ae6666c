package org.einfluss.example;

import java.util.List;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.tck.DatasetFormatContract;

final class ArrowsReaderContractTest extends DatasetFormatContract {
    @Override
    protected DatasetReader<?> reader() {
        return new ArrowsReader();
    }

    @Override
    protected String example() {
        return "Ann -> Bob\nBob -> Cleo\nDan\n";
    }

    @Override
    protected List<String> broken() {
        return List.of("Ann -> \n", "-> Bob\n", "Ann -> Bob -> Cleo\n", "Ann -> Bob\n\n");
    }
}
