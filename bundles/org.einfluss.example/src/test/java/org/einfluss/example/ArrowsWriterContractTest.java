package org.einfluss.example;

import java.util.List;
import java.util.Optional;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.tck.DatasetFormatContract;

/** The writer, with names that only the writer's care for nodes without ties keeps. */
final class ArrowsWriterContractTest extends DatasetFormatContract {
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
        return "Zoë\nAnn\nMiddle Name -> Ann\n";
    }

    @Override
    protected List<String> broken() {
        return List.of("\n");
    }
}
