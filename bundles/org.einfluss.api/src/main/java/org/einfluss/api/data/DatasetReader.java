package org.einfluss.api.data;

import java.io.IOException;
import java.util.Set;
import org.einfluss.api.Progress;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads datasets of one format. Stateless. Contract test: {@code DatasetFormatContract}.
 *
 * @param <P> parameter record: what cannot be known from the file, such as the {@link Direction}
 */
@ConsumerType
public interface DatasetReader<P extends Record> {
    /** Returns the file extensions it reads, lower case, without dot, {@code .gz} left out. */
    Set<String> extensions();

    /**
     * Tells whether a file is of this format by how it begins; asked before the extension counts.
     *
     * @param head the first bytes, unpacked, as characters of ISO 8859-1; about a thousand, or all there are
     * @return true only where no other format begins so
     */
    default boolean recognises(String head) {
        return false;
    }

    /**
     * Reads a dataset; the result does not depend on the order of the lines.
     *
     * @param source what to read
     * @param parameters checked parameters
     * @param report told everything that was detected, dropped, merged, converted or guessed
     * @param progress told how far it is, in bytes
     * @return the dataset; its descriptor holds what the file itself says
     * @throws IOException when the source cannot be read
     * @throws org.einfluss.api.InputException when its content is wrong, naming line and column
     */
    Dataset read(Source source, P parameters, ImportReport report, Progress progress) throws IOException;
}
