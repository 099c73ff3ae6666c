package org.einfluss.formats;

import java.util.Optional;
import org.einfluss.api.data.DatasetWriter;

final class MetisWriterContractTest extends MetisReaderContractTest {
    @Override
    protected Optional<DatasetWriter<?>> writer() {
        return Optional.of(new MetisWriter());
    }
}
