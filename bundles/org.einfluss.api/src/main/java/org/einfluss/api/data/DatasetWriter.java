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
     * Tells what the format cannot hold, before anything is written: what the dataset would lack or have otherwise when it is read back.
     * Unless overridden, by writing to nowhere.
     *
     * @param dataset what is to be written
     * @param parameters checked parameters
     * @param report told every loss
     * @throws IOException when it cannot be told
     */
    default void check(Dataset dataset, P parameters, ImportReport report) throws IOException {
        write(dataset, parameters, OutputStream.nullOutputStream(), report, Progress.NONE);
    }

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
