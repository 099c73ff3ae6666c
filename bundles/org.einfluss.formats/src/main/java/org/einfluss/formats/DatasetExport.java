package org.einfluss.formats;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.api.data.ImportReport;

/** Writes datasets to files; what a format cannot hold is told before anything is written. Thread-safe. */
public final class DatasetExport {
    private final List<DatasetWriter<?>> writers;
    private final List<DatasetReader<?>> readers;

    /**
     * Uses these writers.
     *
     * @param writers the writers there are, each with {@code @Described}
     * @param readers the readers there are; their extensions are those of the writers with the same id, too
     */
    public DatasetExport(List<? extends DatasetWriter<?>> writers, List<? extends DatasetReader<?>> readers) {
        this.writers = List.copyOf(writers);
        this.readers = List.copyOf(readers);
    }

    /**
     * Finds the writer for a file.
     *
     * @param file the file's name
     * @param writerId the writer's id, if the user named one
     * @return the writer
     * @throws InputException when there is no such writer, or none for such files
     */
    public DatasetWriter<?> writer(String file, Optional<String> writerId) {
        List<String> ids = writers.stream().map(DatasetExport::idOf).sorted().toList();
        if (writerId.isPresent()) {
            return writers.stream()
                    .filter(writer -> idOf(writer).equals(writerId.get()))
                    .findFirst()
                    .orElseThrow(() -> new InputException("There is no writer '" + writerId.get()
                            + "'; the writers are " + String.join(", ", ids) + "."));
        }
        String extension = extension(file);
        return writers.stream()
                .filter(writer -> writer.extension().equals(extension))
                .findFirst()
                .or(() -> writers.stream()
                        .filter(writer -> readers.stream()
                                .anyMatch(reader -> DatasetFolder.idOf(reader).equals(idOf(writer))
                                        && reader.extensions().contains(extension)))
                        .findFirst())
                .orElseThrow(() -> new InputException(file + ": No writer is known for files named ." + extension
                        + ". Name one of " + String.join(", ", ids) + "."));
    }

    /**
     * Returns the extension of a file's name, lower case, without {@code .gz}.
     *
     * @param file the name
     */
    static String extension(String file) {
        String name = file.toLowerCase(Locale.ROOT).replaceFirst("[.]gz$", "");
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String idOf(DatasetWriter<?> writer) {
        return writer.getClass().getAnnotation(Described.class).id();
    }

    /**
     * Writes a file, packed if its name ends in {@code .gz}; after a failure there is none, or still the old one.
     *
     * @param <P> the writer's parameters
     * @param dataset what to write
     * @param writer writes it
     * @param parameters the writer's parameters
     * @param file where to
     * @param report told what the format cannot hold
     * @param strict whether that is a mistake
     * @param before called with the report before anything is written; what it throws keeps the file from being written
     * @param progress told how far it is
     * @throws IOException when it cannot be written
     * @throws InputException when strict, and something would be lost
     */
    public static <P extends Record> void writeFile(
            Dataset dataset,
            DatasetWriter<P> writer,
            P parameters,
            Path file,
            ImportReport report,
            boolean strict,
            Consumer<ImportReport> before,
            Progress progress)
            throws IOException {
        writer.check(dataset, parameters, report);
        if (strict) {
            Strict.refuse(file.toString(), report);
        }
        before.accept(report);
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path aside = Files.createTempFile(folder, ".writing-", ".tmp");
        try {
            boolean packed = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
            try (OutputStream plain = new BufferedOutputStream(Files.newOutputStream(aside));
                    OutputStream out = packed ? new GZIPOutputStream(plain, 1 << 16) : plain) {
                writer.write(dataset, parameters, out, new ImportReport(), progress);
            }
            CsrFile.moveOver(aside, file);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
