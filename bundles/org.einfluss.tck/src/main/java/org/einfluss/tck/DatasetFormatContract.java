package org.einfluss.tck;

import java.util.List;
import java.util.Optional;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.tck.check.Contract;
import org.einfluss.tck.check.DatasetFormatChecks;
import org.osgi.annotation.versioning.ConsumerType;

/** The contract of a {@link DatasetReader}, or of the {@link DatasetWriter} of its format; extend it and give an example. */
@ConsumerType
public abstract class DatasetFormatContract extends ComponentContract {
    /** For subclasses. */
    protected DatasetFormatContract() {}

    /** Returns the reader. */
    protected abstract DatasetReader<?> reader();

    /** Returns the writer of the same format in a test of that writer; the reader has a test of its own. */
    protected Optional<? extends DatasetWriter<?>> writer() {
        return Optional.empty();
    }

    /** Returns a file in the format. */
    protected abstract String example();

    /** Returns further files in the format, such as those of other dialects; they are damaged like the example. */
    protected List<String> further() {
        return List.of();
    }

    /** Returns files that are nearly in the format, each with a mistake that must be refused. */
    protected abstract List<String> broken();

    @Override
    protected final Contract contract() {
        return new DatasetFormatChecks(reader(), writer(), example(), further(), broken(), setup());
    }
}
