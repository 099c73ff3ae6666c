package org.einfluss.formats;

import java.util.Optional;
import org.einfluss.api.data.DatasetWriter;

final class Graph6WriterContractTest extends Graph6ReaderContractTest {
    @Override
    protected Optional<DatasetWriter<?>> writer() {
        return Optional.of(new Graph6Writer());
    }
}
