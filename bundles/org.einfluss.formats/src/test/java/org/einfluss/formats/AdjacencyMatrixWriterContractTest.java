package org.einfluss.formats;

import java.util.Optional;
import org.einfluss.api.data.DatasetWriter;

final class AdjacencyMatrixWriterContractTest extends AdjacencyMatrixReaderContractTest {
    @Override
    protected Optional<DatasetWriter<?>> writer() {
        return Optional.of(new AdjacencyMatrixWriter());
    }
}
