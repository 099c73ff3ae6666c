package org.einfluss.example;

import java.util.List;
import java.util.Optional;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.tck.DatasetFormatContract;

final class ArrowsReaderContractTest extends DatasetFormatContract {
    @Override
    protected DatasetReader<?> reader() {
        return new ArrowsReader();
    }

    @Override
    protected Optional<? extends DatasetWriter<?>> writer() {
        return Optional.of(new ArrowsWriter());
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
