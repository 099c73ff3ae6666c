package org.einfluss.api.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.osgi.annotation.versioning.ConsumerType;

/** Writes a study and its findings to one file. Stateless. Contract test: {@code ExportContract}. */
@ConsumerType
public interface Export {
    /** Returns the file extension, without dot. */
    String extension();

    /**
     * Writes the file; whoever calls it has chosen a name that may be written to and renames it once it is whole.
     *
     * @param study the study
     * @param findings what was found in it, in the order to be shown
     * @param file the file to write
     * @param progress told how far it is
     * @throws IOException when it cannot be written
     */
    void write(Study study, List<Findings> findings, Path file, Progress progress) throws IOException;
}
