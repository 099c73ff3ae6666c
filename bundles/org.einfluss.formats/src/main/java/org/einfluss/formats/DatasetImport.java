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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.formats.internal.ByteSource;
import org.einfluss.formats.internal.CharInput;
import org.einfluss.formats.internal.JsonInput;
import org.einfluss.formats.internal.JsonText;
import org.einfluss.formats.internal.ReaderParameters;
import org.einfluss.graph.Network;

/**
 * Brings a file into the user's folder as a dataset: {@code HOME/datasets/NAME} with {@code dataset.yaml} and a copy of the file; where
 * identifiers are replaced or columns dropped ({@link Privacy}), not of the file but of what is left of it, as {@code data.csr}.
 *
 * <p>The file is read once before, so that what is wrong in it shows now. The folder is made under another name and renamed when it is
 * whole: after a failure nothing of it stays behind. Thread-safe.
 */
public final class DatasetImport {
    /** Name of the file that holds the report of the import. */
    public static final String REPORT = "import-report.json";

    private static final int HEAD = 1024;

    /**
     * What a user says of a dataset beyond its descriptor.
     *
     * @param columns meanings and units of columns
     * @param citations a file of references, BibTeX or CSL JSON, kept beside the data
     * @param privacy what of the people in it must not come in
     * @param logs logs in files of their own
     */
    public record Extras(
            List<ColumnNote> columns, Optional<Source> citations, Privacy privacy, List<LogFiles<?>> logs) {
        /** Nothing more. */
        public static final Extras NONE = new Extras(List.of(), Optional.empty(), Privacy.NONE, List.of());

        /** Copies the lists. */
        public Extras {
            columns = List.copyOf(columns);
            logs = List.copyOf(logs);
        }

        /**
         * Makes extras without logs.
         *
         * @param columns meanings and units of columns
         * @param citations a file of references
         * @param privacy what of the people in it must not come in
         */
        public Extras(List<ColumnNote> columns, Optional<Source> citations, Privacy privacy) {
            this(columns, citations, privacy, List.of());
        }
    }

    /**
     * What came of an import.
     *
     * @param dataset the dataset
     * @param report what was found and lost, without names where identifiers were replaced
     */
    public record Imported(Dataset dataset, ImportReport report) {}

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
     * Finds the reader for a file: by its id if one is given, by content if one reader recognises how it begins, else by extension.
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
        String head = head(source);
        List<DatasetReader<?>> certain =
                readers.stream().filter(reader -> reader.recognises(head)).toList();
        if (certain.size() == 1) {
            return certain.get(0);
        }
        String extension = DatasetExport.extension(source.name());
        // Tables, logs and edge lists share extensions; a table or log needs to be described in any case, so its
        // reader is asked for by id.
        List<DatasetReader<?>> plain = readers.stream()
                .filter(reader -> reader.extensions().contains(extension))
                .filter(reader -> !(reader instanceof NominationTableReader) && !(reader instanceof LogReader))
                .toList();
        if (plain.size() == 1) {
            return plain.get(0);
        }
        throw new InputException(source.name() + ": "
                + (plain.isEmpty() ? "No reader is known for" : "Several readers are known for") + " files named ."
                + extension + ". Name one of " + String.join(", ", ids) + ".");
    }

    /** The first bytes, unpacked; those of packings that no reader of text unpacks as they are. */
    private static String head(Source source) throws IOException {
        byte[] head = new byte[HEAD];
        if (ByteSource.isPacked(source)) {
            try (ByteSource bytes = new ByteSource(source, Progress.NONE)) {
                return new String(head, 0, bytes.fill(head, 0, head.length), StandardCharsets.ISO_8859_1);
            }
        }
        try (InputStream in = source.open()) {
            return new String(head, 0, in.readNBytes(head, 0, HEAD), StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * Imports a file.
     *
     * @param <P> the reader's parameters
     * @param source the file
     * @param reader reads it
     * @param parameters the reader's parameters
     * @param descriptor what is known of the dataset; its name is the folder's, its hash, direction and history are set here
     * @param extras what else is known of it, and what of it must not come in
     * @param home the user's folder
     * @param strict whether any loss is a mistake
     * @param progress told how far it is
     * @return the dataset as it can be opened from now on, and the report, which is stored in its folder as {@code import-report.json}
     * @throws IOException when a file cannot be read or written
     * @throws InputException when the content is wrong, or there is a dataset of this name
     */
    public <P extends Record> Imported importFile(
            Source source,
            DatasetReader<P> reader,
            P parameters,
            DatasetDescriptor descriptor,
            Extras extras,
            Path home,
            boolean strict,
            Progress progress)
            throws IOException {
        Path folder = home.resolve("datasets").resolve(descriptor.name());
        refuseExisting(folder, descriptor.name());
        ImportReport found = new ImportReport();
        Dataset read = readPrivately(source, reader, parameters, extras, found, progress);
        ImportReport report = extras.privacy().withoutNames(found);
        if (strict) {
            Strict.refuse(source.name(), report);
        }
        List<String> history = new ArrayList<>();
        Dataset kept = extras.privacy().on(source.name(), read, report, descriptor.isSensitive(), history);
        Network network = kept.network();
        for (ColumnNote note : extras.columns()) {
            network = note.on(network);
        }
        report.network(network);
        String losses = report.summary();
        history.add(0, "imported by " + DatasetFolder.idOf(reader) + (losses.isEmpty() ? "" : ": " + losses));
        DatasetDescriptor complete = descriptor.withContent(
                read.descriptor().direction(),
                DatasetHash.of(network.sha256(), kept.logs(), kept.activities()),
                history);
        String file = extras.privacy().changes() ? DatasetFolder.STORED_FILE : fileName(source);
        Map<String, Object> recipe = new LinkedHashMap<>();
        if (extras.privacy().changes()) {
            recipe.put("reader", DatasetFolder.STORED);
            recipe.put("file", file);
        } else {
            recipe.put("reader", DatasetFolder.idOf(reader));
            recipe.put("file", file);
            source.encoding().ifPresent(encoding -> recipe.put(DatasetFolder.ENCODING, encoding.name()));
            recipe.putAll(ReaderParameters.toMap(parameters));
        }
        Files.createDirectories(folder.getParent());
        List<Map<String, Object>> logs = new ArrayList<>();
        Path aside = Files.createTempDirectory(folder.getParent(), ".importing-");
        try {
            if (extras.privacy().changes()) {
                CsrFile.write(aside.resolve(file), kept.network(), kept.logs(), kept.activities());
            } else {
                copy(source, aside.resolve(file), progress);
                for (LogFiles<?> log : extras.logs()) {
                    logs.add(log.recipe(copyAll(log.sources(), aside, progress)));
                }
            }
            if (extras.citations().isPresent()) {
                Source citations = extras.citations().get();
                copy(citations, aside.resolve("citations." + DatasetExport.extension(citations.name())), progress);
            }
            Files.writeString(
                    aside.resolve(DatasetFolder.DESCRIPTOR),
                    DatasetFolder.yaml(complete, recipe, logs, extras.columns()),
                    StandardCharsets.UTF_8);
            Files.writeString(aside.resolve(REPORT), JsonText.lines(report.tree()), StandardCharsets.UTF_8);
            refuseExisting(folder, descriptor.name());
            Files.move(aside, folder);
        } finally {
            delete(aside);
        }
        return new Imported(new Dataset(complete, network, kept.logs(), kept.activities()), report);
    }

    /**
     * Adds a log to a dataset that was imported. The dataset stays as it is, studies and derived datasets rely on it; the one with the log is
     * another, under a name of its own.
     *
     * @param name name of the dataset
     * @param newName name of the one with the log
     * @param log the log
     * @param home the user's folder
     * @param strict whether any loss is a mistake
     * @param progress told how far it is
     * @return the new dataset, and what was found in the log
     * @throws IOException when a file cannot be read or written
     * @throws InputException when the log is wrong, the dataset was not imported or holds pseudonyms, or there is one of the new name
     */
    public Imported importLog(
            String name, String newName, LogFiles<?> log, Path home, boolean strict, Progress progress)
            throws IOException {
        Path from = home.resolve("datasets").resolve(name);
        Path folder = home.resolve("datasets").resolve(newName);
        refuseExisting(folder, newName);
        if (!Files.isRegularFile(from.resolve(DatasetFolder.DESCRIPTOR))) {
            throw new InputException("There is no imported dataset '" + name + "' (" + from
                    + "). A log can be added to datasets that were imported.");
        }
        DatasetFolder old = DatasetFolder.of(from);
        if (old.isStored()) {
            throw new InputException("The dataset '" + name + "' was changed when it was imported, and its identifiers"
                    + " may be pseudonyms. Import the network and the log together (--log).");
        }
        ImportReport report = new ImportReport();
        Dataset read = log.onto(old.open(readers, Optional.empty(), new ImportReport(), progress), report, progress);
        if (strict) {
            Strict.refuse(log.sources().get(0).name(), report);
        }
        String losses = report.summary();
        List<String> history = new ArrayList<>(read.descriptor().history());
        history.add("log added to " + name + " by " + DatasetFolder.idOf(log.reader())
                + (losses.isEmpty() ? "" : ": " + losses));
        Dataset made = read.described(read.descriptor()
                .derived(newName, read.descriptor().title(), history)
                .withHash(DatasetHash.of(read)));
        Path aside = Files.createTempDirectory(folder.getParent(), ".importing-");
        try {
            try (Stream<Path> files = Files.list(from)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    if (!file.getFileName().toString().equals(REPORT)) {
                        Files.copy(file, aside.resolve(file.getFileName()));
                    }
                }
            }
            Map<String, Object> recipe = log.recipe(copyAll(log.sources(), aside, progress));
            Files.writeString(
                    aside.resolve(DatasetFolder.DESCRIPTOR),
                    old.yamlWithLog(made.descriptor(), recipe),
                    StandardCharsets.UTF_8);
            report.network(made.network());
            Files.writeString(aside.resolve(REPORT), JsonText.lines(report.tree()), StandardCharsets.UTF_8);
            refuseExisting(folder, newName);
            Files.move(aside, folder);
        } finally {
            delete(aside);
        }
        return new Imported(made, report);
    }

    private static <P extends Record> Dataset readPrivately(
            Source source, DatasetReader<P> reader, P parameters, Extras extras, ImportReport report, Progress progress)
            throws IOException {
        Source current = source;
        try {
            Dataset dataset = read(source, reader, parameters, report, false, progress);
            for (LogFiles<?> log : extras.logs()) {
                current = log.sources().get(0);
                dataset = log.onto(dataset, report, progress);
            }
            return dataset;
        } catch (InputException wrong) {
            Privacy privacy = extras.privacy();
            throw privacy.pseudonyms().isEmpty() ? wrong : privacy.withoutNames(current.name(), wrong);
        }
    }

    /**
     * Reads a file.
     *
     * @param <P> the reader's parameters
     * @param source the file
     * @param reader reads it
     * @param parameters the reader's parameters
     * @param report told what the reader finds
     * @param strict whether any loss is a mistake
     * @param progress told how far it is
     * @return the dataset
     * @throws IOException when the file cannot be read
     * @throws InputException when the content is wrong, or when strict and something would be lost
     */
    public static <P extends Record> Dataset read(
            Source source,
            DatasetReader<P> reader,
            P parameters,
            ImportReport report,
            boolean strict,
            Progress progress)
            throws IOException {
        report.fact("format", DatasetFolder.idOf(reader));
        if (ByteSource.isPacked(source) && !ByteSource.isNamedGzip(source)) {
            report.fact("packed", "gzip, though the name does not end in .gz");
        }
        Dataset read = reader.read(source, parameters, report, progress);
        if (strict) {
            Strict.refuse(source.name(), report);
        }
        return read;
    }

    /**
     * Reads the report of the import that made a dataset.
     *
     * @param home the user's folder
     * @param name the dataset's name
     * @throws IOException when it cannot be read
     * @throws InputException when the dataset was not imported, or its report is damaged
     */
    public static ImportReport report(Path home, String name) throws IOException {
        Path file = home.resolve("datasets").resolve(name).resolve(REPORT);
        if (!Files.isRegularFile(file)) {
            throw new InputException("There is no report of an import of '" + name + "' (" + file
                    + "): it comes with a program, was made from another dataset, or is not there.");
        }
        try (CharInput in = new CharInput(Source.of(file), Progress.NONE)) {
            @SuppressWarnings("unchecked") // keys of JSON are texts
            Map<String, ?> tree = (Map<String, ?>) new JsonInput(in).tree();
            return ImportReport.of(tree);
        } catch (IllegalArgumentException | ClassCastException e) {
            throw new InputException(file + ": Expected the report of an import, found something else.", e);
        }
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
        return last.equals(DatasetFolder.DESCRIPTOR) || last.equals(REPORT) || last.isEmpty() ? "data" : last;
    }

    /** Copies the files of a log into a folder, under names that are free there; returns these. */
    private static List<String> copyAll(List<Source> sources, Path folder, Progress progress) throws IOException {
        List<String> names = new ArrayList<>();
        for (Source source : sources) {
            String name = fileName(source);
            for (int i = 2; Files.exists(folder.resolve(name)); i++) {
                name = i + "-" + fileName(source);
            }
            copy(source, folder.resolve(name), progress);
            names.add(name);
        }
        return names;
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
