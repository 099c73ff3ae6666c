package org.einfluss.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.formats.internal.ByteSource;
import org.einfluss.formats.internal.ReaderParameters;

/**
 * Brings a file into the user's folder as a dataset: {@code HOME/datasets/NAME} with {@code dataset.yaml} and a copy of the file.
 *
 * <p>The file is read once before, so that what is wrong in it shows now. The folder is made under another name and renamed when it is
 * whole: after a failure nothing of it stays behind. Thread-safe.
 */
public final class DatasetImport {
    private final List<DatasetReader<?>> readers;

    /**
     * Uses these readers.
     *
     * @param readers the readers there are, each with {@code @Described}
     */
    public DatasetImport(List<? extends DatasetReader<?>> readers) {
        this.readers = List.copyOf(readers);
    }

    /**
     * Finds the reader for a file: by its id if one is given, by content if it begins like GraphML, else by extension.
     *
     * @param source the file
     * @param readerId the reader's id, if the user named one
     * @return the reader
     * @throws IOException when the file cannot be read
     * @throws InputException when there is no such reader, or none or several for such files
     */
    public DatasetReader<?> reader(Source source, Optional<String> readerId) throws IOException {
        List<String> ids = readers.stream().map(DatasetFolder::idOf).sorted().toList();
        if (readerId.isPresent()) {
            return readers.stream()
                    .filter(reader -> DatasetFolder.idOf(reader).equals(readerId.get()))
                    .findFirst()
                    .orElseThrow(() -> new InputException("There is no reader '" + readerId.get()
                            + "'; the readers are " + String.join(", ", ids) + "."));
        }
        Optional<DatasetReader<?>> graphMl = readers.stream()
                .filter(reader -> reader instanceof GraphMlReader)
                .findFirst();
        if (graphMl.isPresent() && beginsLikeGraphMl(source)) {
            return graphMl.get();
        }
        String name = source.name().toLowerCase(Locale.ROOT).replaceFirst("[.]gz$", "");
        String extension = name.substring(name.lastIndexOf('.') + 1);
        List<DatasetReader<?>> fitting = readers.stream()
                .filter(reader -> reader.extensions().contains(extension))
                .toList();
        // Tables and edge lists share extensions; a table needs to be described in any case, so its reader is asked for
        // by id.
        List<DatasetReader<?>> plain = fitting.stream()
                .filter(reader -> !(reader instanceof NominationTableReader))
                .toList();
        if (plain.size() == 1) {
            return plain.get(0);
        }
        throw new InputException(source.name() + ": "
                + (plain.isEmpty() ? "No reader is known for" : "Several readers are known for") + " files named ."
                + extension + ". Name one of " + String.join(", ", ids) + ".");
    }

    private static boolean beginsLikeGraphMl(Source source) throws IOException {
        try (ByteSource bytes = new ByteSource(source, Progress.NONE)) {
            byte[] head = new byte[1024];
            int count = bytes.fill(head, 0, head.length);
            return new String(head, 0, count, StandardCharsets.ISO_8859_1).contains("<graphml");
        }
    }

    /**
     * Imports a file.
     *
     * @param <P> the reader's parameters
     * @param source the file
     * @param reader reads it
     * @param parameters the reader's parameters
     * @param descriptor what is known of the dataset; its name is the folder's, its hash and direction are set here
     * @param home the user's folder
     * @param report told what the reader finds
     * @param progress told how far it is
     * @return the dataset as it can be opened from now on
     * @throws IOException when a file cannot be read or written
     * @throws InputException when the content is wrong, or there is a dataset of this name
     */
    public <P extends Record> Dataset importFile(
            Source source,
            DatasetReader<P> reader,
            P parameters,
            DatasetDescriptor descriptor,
            Path home,
            ImportReport report,
            Progress progress)
            throws IOException {
        Path folder = home.resolve("datasets").resolve(descriptor.name());
        refuseExisting(folder, descriptor.name());
        try (ByteSource bytes = new ByteSource(source, Progress.NONE)) {
            if (bytes.isGzip() && !ByteSource.isNamedGzip(source)) {
                report.fact("packed", "gzip, though the name does not end in .gz");
            }
        }
        Dataset read = reader.read(source, parameters, report, progress);
        Direction direction = read.descriptor().direction();
        String hash = DatasetHash.of(read.network().sha256(), read.logs());
        DatasetDescriptor complete = new DatasetDescriptor(
                descriptor.name(),
                descriptor.title(),
                descriptor.description(),
                descriptor.source(),
                descriptor.licence(),
                descriptor.citations(),
                descriptor.caveats(),
                descriptor.sensitivity(),
                direction,
                hash);
        String file = fileName(source);
        Map<String, Object> recipe = new LinkedHashMap<>();
        recipe.put("reader", DatasetFolder.idOf(reader));
        recipe.put("file", file);
        recipe.putAll(ReaderParameters.toMap(parameters));
        Files.createDirectories(folder.getParent());
        Path aside = Files.createTempDirectory(folder.getParent(), ".importing-");
        try {
            copy(source, aside.resolve(file), progress);
            Files.writeString(
                    aside.resolve(DatasetFolder.DESCRIPTOR),
                    DatasetFolder.yaml(complete, recipe),
                    StandardCharsets.UTF_8);
            refuseExisting(folder, descriptor.name());
            Files.move(aside, folder);
        } finally {
            delete(aside);
        }
        return new Dataset(complete, read.network(), read.logs());
    }

    private static void refuseExisting(Path folder, String name) {
        if (Files.exists(folder)) {
            throw new InputException("There is a dataset '" + name + "' already (" + folder
                    + "). Give another name, or remove it first.");
        }
    }

    private static String fileName(Source source) {
        String name = source.name();
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.equals(DatasetFolder.DESCRIPTOR) || last.isEmpty() ? "data" : last;
    }

    private static void copy(Source source, Path target, Progress progress) throws IOException {
        try (InputStream in = source.open();
                var out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            byte[] buffer = new byte[1 << 16];
            for (int read; (read = in.read(buffer)) >= 0; ) {
                out.write(buffer, 0, read);
                progress.checkCancelled();
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> children = Files.list(folder)) {
            children.forEach(files::add);
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
