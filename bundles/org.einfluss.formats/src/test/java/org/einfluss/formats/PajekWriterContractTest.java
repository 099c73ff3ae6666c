package org.einfluss.formats;

import java.util.Optional;
import org.einfluss.api.data.DatasetWriter;

final class PajekWriterContractTest extends PajekReaderContractTest {
    @Override
    protected Optional<DatasetWriter<?>> writer() {
        return Optional.of(new PajekWriter());
    }
}
