package org.einfluss.formats;

import java.util.Optional;
import org.einfluss.api.data.DatasetWriter;

class AdoptionTableWriterContractTest extends AdoptionTableReaderContractTest {
    @Override
    protected Optional<? extends DatasetWriter<?>> writer() {
        return Optional.of(new AdoptionTableWriter());
    }
}
