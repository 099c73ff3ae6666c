package org.einfluss.formats;

import java.util.Optional;
import org.einfluss.api.data.DatasetWriter;

final class MatrixMarketWriterContractTest extends MatrixMarketReaderContractTest {
    @Override
    protected Optional<DatasetWriter<?>> writer() {
        return Optional.of(new MatrixMarketWriter());
    }
}
