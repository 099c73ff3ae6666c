package org.einfluss.formats;

import java.util.List;
import java.util.Optional;
import org.einfluss.api.data.DatasetWriter;

final class ActivityTableWriterContractTest extends ActivityTableReaderContractTest {
    @Override
    protected Optional<? extends DatasetWriter<?>> writer() {
        return Optional.of(new ActivityTableWriter());
    }

    @Override
    protected List<String> settings() {
        return List.of("{}");
    }
}
