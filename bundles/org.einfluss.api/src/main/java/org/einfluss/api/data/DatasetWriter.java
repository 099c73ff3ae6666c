package org.einfluss.api.data;

import java.io.IOException;
import java.io.OutputStream;
import org.einfluss.api.Progress;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Writes datasets in one format. Stateless. Contract test: {@code DatasetFormatContract}.
 *
 * @param <P> parameter record
 */
@ConsumerType
public interface DatasetWriter<P extends Record> {
    /** Returns the file extension it writes, without dot. */
    String extension();

    /**
     * Writes a dataset.
     *
     * @param dataset what to write
     * @param parameters checked parameters
     * @param out receives the bytes; not closed
     * @param report told what the format cannot hold
     * @param progress told how far it is
     * @throws IOException when the bytes cannot be written
     */
    void write(Dataset dataset, P parameters, OutputStream out, ImportReport report, Progress progress)
            throws IOException;
}
