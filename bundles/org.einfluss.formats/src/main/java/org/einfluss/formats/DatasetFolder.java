package org.einfluss.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.ActivityLog;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.formats.internal.ReaderParameters;
import org.einfluss.formats.internal.YamlPart;
import org.einfluss.graph.Network;

/**
 * A dataset as a folder: {@code dataset.yaml} says what it is and how its files are read, the files lie beside it.
 *
 * <pre>{@code
 * format: 1
 * name: karate
 * title: Zachary's karate club
 * description: Who met whom outside the club
 * source: where it came from
 * licence: BSD-3-Clause
 * citations: [Zachary 1977]
 * caveats: []
 * sensitivity: none                 # or what makes it sensitive
 * consent: asked on paper, 2025     # optional, as is retention
 * retention: to be deleted by 2035
 * direction: mutual                 # what a line "a b" says
 * read: {reader: edge-list, file: karate.csv.gz, weight: none}
 * cascades: {name: cascades, files: [train.txt.gz], meaning: first answer, time-unit: seconds}     # optional
 * logs:                                                                                            # optional
 *   - {reader: adoption-table, files: [log.csv], log: {name: adoption, unknown-nodes: drop}}
 * columns:                                                                                         # optional
 *   - {column: club, meaning: club after the split}
 * history: ['imported by edge-list: 1 × self-loop dropped']                                        # optional
 * hash: 64 hexadecimal digits       # of the content; checked when the dataset is opened
 * }</pre>
 *
 * <p>The keys of {@code read} are the reader's parameters, those of an entry of {@code logs} the parameters of a {@link LogReader}, and {@code encoding} where the text is not UTF-8. A descriptor that says
 * nothing of further columns of an edge list was written when these were dropped, and they still are. The folder may as well be in a bundle. Thread-safe.
 */
public final class DatasetFolder {
    /** Name of the descriptor's file. */
    public static final String DESCRIPTOR = "dataset.yaml";

    /** Key of {@code read}: how the text is encoded, where it is not UTF-8. */
    static final String ENCODING = "encoding";

    /** In the place of a reader's id: the file is a {@link CsrFile}. */
    static final String STORED = "stored";

    /** Name of that file. */
    static final String STORED_FILE = "data.csr";

    private static final Set<String> KEYS = Set.of(
            "format",
            "name",
            "title",
            "description",
            "source",
            "licence",
            "citations",
            "caveats",
            "sensitivity",
            "consent",
            "retention",
            "history",
            "direction",
            "read",
            "cascades",
            "logs",
            "columns",
            "hash");
    private static final Set<String> NEEDED =
            Set.of("format", "name", "title", "source", "licence", "direction", "read");

    private final Function<String, Source> files;
    private final Map<String, YamlPart> parts;
    private final DatasetDescriptor descriptor;

    private DatasetFolder(Function<String, Source> files, Map<String, YamlPart> parts, DatasetDescriptor descriptor) {
        this.files = files;
        this.parts = parts;
        this.descriptor = descriptor;
    }

    /**
     * Looks into a folder.
     *
     * @param folder the folder
     * @return the dataset, not opened yet
     * @throws IOException when its descriptor cannot be read
     * @throws InputException when its descriptor is wrong, naming line and column
     */
    public static DatasetFolder of(Path folder) throws IOException {
        return of(name -> Source.of(folder.resolve(name)));
    }

    /**
     * Looks into what serves as a folder.
     *
     * @param files gives a file by its name
     * @return the dataset, not opened yet
     * @throws IOException when its descriptor cannot be read
     * @throws InputException when its descriptor is wrong, naming line and column
     */
    public static DatasetFolder of(Function<String, Source> files) throws IOException {
        Source file = files.apply(DESCRIPTOR);
        String text;
        try (InputStream in = file.open()) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        YamlPart root = YamlPart.parse(file.name(), text);
        Map<String, YamlPart> parts = root.map(KEYS, NEEDED);
        if (!parts.get("format").text().equals("1")) {
            throw parts.get("format")
                    .wrong("Expected format 1, found '" + parts.get("format").text()
                            + "'. A newer version of the program may be needed.");
        }
        return new DatasetFolder(files, parts, describe(parts));
    }

    private static DatasetDescriptor describe(Map<String, YamlPart> parts) {
        Function<String, String> text =
                key -> parts.containsKey(key) ? parts.get(key).text().strip() : "";
        Function<String, List<String>> texts =
                key -> parts.containsKey(key) ? parts.get(key).texts() : List.of();
        Direction direction = parts.get("direction").as(Direction.class);
        try {
            return new DatasetDescriptor(
                    text.apply("name"),
                    text.apply("title"),
                    text.apply("description"),
                    text.apply("source"),
                    text.apply("licence"),
                    texts.apply("citations"),
                    texts.apply("caveats"),
                    parts.containsKey("sensitivity") ? text.apply("sensitivity") : "unknown",
                    direction,
                    text.apply("hash"),
                    text.apply("consent"),
                    text.apply("retention"),
                    texts.apply("history"));
        } catch (IllegalArgumentException e) {
            InputException wrong = parts.get("name").wrong(e.getMessage() + ".");
            wrong.initCause(e);
            throw wrong;
        }
    }

    /** Returns what the descriptor says, without reading the data. */
    public DatasetDescriptor descriptor() {
        return descriptor;
    }

    /** Returns the names of the data files. */
    public List<String> files() {
        List<String> names = new ArrayList<>();
        names.add(file());
        if (parts.containsKey("cascades")) {
            names.addAll(parts.get("cascades").map().get("files").texts());
        }
        for (YamlPart log : logs()) {
            names.addAll(filesOf(log));
        }
        return names;
    }

    /**
     * Returns where a cache keeps what is read of the data, whether it does or not.
     *
     * @param readers the readers there are
     * @param cache the cache
     * @param progress asked whether to go on
     * @return empty where nothing is kept of such data, or their reader is not there
     * @throws IOException when the data cannot be read
     */
    Optional<Path> cacheEntry(List<? extends DatasetReader<?>> readers, CsrCache cache, Progress progress)
            throws IOException {
        YamlPart id = parts.get("read").map().get("reader");
        for (DatasetReader<?> reader : readers) {
            if (id != null && idOf(reader).equals(id.text())) {
                return Optional.of(cache.entry(source(), id.text(), parameters(reader, parts.get("read")), progress));
            }
        }
        return Optional.empty();
    }

    private Source source() {
        Map<String, YamlPart> read = parts.get("read").map();
        Source source = files.apply(file());
        return read.containsKey(ENCODING) ? source.encoded(read.get(ENCODING).charset()) : source;
    }

    private <P extends Record> P parameters(DatasetReader<P> reader, YamlPart read) {
        Class<P> type = ReaderParameters.typeOf(reader);
        return type.cast(
                type == None.class
                        ? new None()
                        : read.record(
                                type,
                                Set.of("reader", "file", ENCODING),
                                Map.of("direction", descriptor.direction(), "columns", EdgeListReader.Columns.DROP)));
    }

    private List<YamlPart> logs() {
        return parts.containsKey("logs") ? parts.get("logs").list() : List.of();
    }

    private static List<String> filesOf(YamlPart log) {
        YamlPart files = log.map().get("files");
        if (files == null || files.texts().isEmpty()) {
            throw log.wrong("The key 'files' is missing. Add it.");
        }
        return files.texts();
    }

    /** Returns whether the data are stored as they were read and changed, not as a file of a format. */
    boolean isStored() {
        return parts.get("read").map().containsKey("reader")
                && parts.get("read").map().get("reader").text().equals(STORED);
    }

    private String file() {
        YamlPart read = parts.get("read");
        YamlPart file = read.map().get("file");
        if (file == null) {
            throw read.wrong("The key 'file' is missing. Add it.");
        }
        return file.text();
    }

    /**
     * Reads the data.
     *
     * @param readers the readers there are
     * @param cache keeps networks that take long to read; empty to do without
     * @param report told what the reader finds
     * @param progress told how far it is
     * @return the dataset; its descriptor carries the hash of its content
     * @throws IOException when a file cannot be read
     * @throws InputException when a file is wrong, or its content is not the one the descriptor was written for
     */
    public Dataset open(
            List<? extends DatasetReader<?>> readers, Optional<CsrCache> cache, ImportReport report, Progress progress)
            throws IOException {
        YamlPart read = parts.get("read");
        YamlPart id = read.map().get("reader");
        if (id == null) {
            throw read.wrong("The key 'reader' is missing. Add it.");
        }
        if (isStored()) {
            read.map(Set.of("reader", "file"), Set.of("file"));
            Path file = files.apply(file())
                    .file()
                    .orElseThrow(() -> read.wrong("A stored network can be opened from a folder only."));
            CsrFile.Content content = CsrFile.read(file);
            return finish(
                    content.network(),
                    new byte[0],
                    new ArrayList<>(content.logs()),
                    content.activities(),
                    readers,
                    progress);
        }
        return open(find(readers, id), read, readers, cache, report, progress);
    }

    private static DatasetReader<?> find(List<? extends DatasetReader<?>> readers, YamlPart id) {
        List<String> known = new ArrayList<>();
        for (DatasetReader<?> reader : readers) {
            if (idOf(reader).equals(id.text())) {
                return reader;
            }
            known.add(idOf(reader));
        }
        throw id.wrong("There is no reader '" + id.text() + "'; the readers are "
                + String.join(", ", known.stream().sorted().toList()) + ".");
    }

    /**
     * Returns the id of a reader.
     *
     * @param reader a reader with {@code @Described}
     */
    static String idOf(DatasetReader<?> reader) {
        Described described = reader.getClass().getAnnotation(Described.class);
        if (described == null) {
            throw new IllegalArgumentException(reader.getClass().getName() + " must be annotated with @Described");
        }
        return described.id();
    }

    private <P extends Record> Dataset open(
            DatasetReader<P> reader,
            YamlPart read,
            List<? extends DatasetReader<?>> readers,
            Optional<CsrCache> cache,
            ImportReport report,
            Progress progress)
            throws IOException {
        P parameters = parameters(reader, read);
        Source source = source();
        Network network;
        byte[] networkHash;
        List<AdoptionLog> logs = new ArrayList<>();
        List<ActivityLog> activities = new ArrayList<>();
        if (cache.isPresent()) {
            CsrFile.Content content = cache.get().read(source, reader, parameters, report, progress);
            network = content.network();
            networkHash = content.sha256();
            logs.addAll(content.logs());
            activities.addAll(content.activities());
        } else {
            Dataset dataset = reader.read(source, parameters, report, progress);
            network = dataset.network();
            networkHash = new byte[0];
            logs.addAll(dataset.logs());
            activities.addAll(dataset.activities());
        }
        return finish(network, networkHash, logs, activities, readers, progress);
    }

    /** Adds what the descriptor says, and checks the content against it. */
    private Dataset finish(
            Network read,
            byte[] readHash,
            List<AdoptionLog> logs,
            List<ActivityLog> activities,
            List<? extends DatasetReader<?>> readers,
            Progress progress)
            throws IOException {
        byte[] networkHash = readHash;
        if (parts.containsKey("cascades")) {
            logs.add(cascades(read, progress));
        }
        Dataset dataset = new Dataset(descriptor, read, logs, activities);
        for (YamlPart log : logs()) {
            YamlPart id = log.map().get("reader");
            if (id == null || !(find(readers, id) instanceof LogReader<?> reader)) {
                throw log.wrong("The key 'reader' must name a reader of logs. Correct it.");
            }
            dataset = logFiles(reader, log).onto(dataset, new ImportReport(), progress);
        }
        Network described = withColumns(dataset.network());
        if (described != read || networkHash.length == 0) {
            networkHash = described.sha256();
        }
        String hash = DatasetHash.of(networkHash, dataset.logs(), dataset.activities());
        if (!descriptor.hash().isEmpty() && !descriptor.hash().equals(hash)) {
            throw parts.get("hash")
                    .wrong("The content has the hash " + hash
                            + ", not the one given here. A data file was changed; import"
                            + " it under a new name, or put its old content back.");
        }
        return new Dataset(descriptor.withHash(hash), described, dataset.logs(), dataset.activities());
    }

    private <P extends Record> LogFiles<P> logFiles(LogReader<P> reader, YamlPart log) {
        P parameters = log.record(ReaderParameters.typeOf(reader), Set.of("reader", "files", ENCODING), Map.of());
        List<Source> sources = filesOf(log).stream()
                .map(files)
                .map(source -> log.map().containsKey(ENCODING)
                        ? source.encoded(log.map().get(ENCODING).charset())
                        : source)
                .toList();
        return new LogFiles<>(sources, reader, parameters);
    }

    private AdoptionLog cascades(Network network, Progress progress) throws IOException {
        Map<String, YamlPart> cascades = parts.get("cascades")
                .map(Set.of("name", "files", "meaning", "time-unit"), Set.of("name", "files", "meaning", "time-unit"));
        List<Source> sources = cascades.get("files").texts().stream().map(files).toList();
        LogParameters log = LogParameters.named(
                cascades.get("name").text(),
                cascades.get("meaning").text(),
                cascades.get("time-unit").text());
        return new CascadeLinesReader()
                .read(sources, new CascadeLinesReader.Parameters(log), network, new ImportReport(), progress)
                .logs()
                .get(0);
    }

    /** Gives columns the meaning and unit the descriptor states. */
    private Network withColumns(Network network) {
        Network result = network;
        if (!parts.containsKey("columns")) {
            return result;
        }
        for (YamlPart item : parts.get("columns").list()) {
            Map<String, YamlPart> entry = item.map(Set.of("column", "meaning", "unit"), Set.of("column", "meaning"));
            ColumnNote note = new ColumnNote(
                    entry.get("column").text(),
                    entry.get("meaning").text(),
                    entry.containsKey("unit") ? entry.get("unit").text() : "");
            try {
                result = note.on(result);
            } catch (InputException wrong) {
                InputException placed = entry.get("column").wrong(wrong.sentence());
                placed.initCause(wrong);
                throw placed;
            }
        }
        return result;
    }

    /**
     * Returns the text of {@code dataset.yaml} of the same dataset with another log.
     *
     * @param changed what the dataset is with the log
     * @param log the keys of the log
     */
    String yamlWithLog(DatasetDescriptor changed, Map<String, Object> log) {
        Map<String, Object> keys = new LinkedHashMap<>();
        parts.forEach((key, part) -> keys.put(key, part.plain()));
        keys.put("name", changed.name());
        keys.put("history", new ArrayList<>(changed.history()));
        keys.put("hash", changed.hash());
        List<Object> logs = new ArrayList<>();
        logs().forEach(part -> logs.add(part.plain()));
        logs.add(log);
        keys.put("logs", logs);
        return YamlPart.write(keys);
    }

    /**
     * Writes a descriptor as the text of {@code dataset.yaml}.
     *
     * @param descriptor what the dataset is
     * @param read the keys of {@code read}: reader, file and the reader's parameters
     * @param logs the keys of each log in files of its own
     * @param columns what is said about columns
     */
    static String yaml(
            DatasetDescriptor descriptor,
            Map<String, Object> read,
            List<Map<String, Object>> logs,
            List<ColumnNote> columns) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("format", 1);
        keys.put("name", descriptor.name());
        keys.put("title", descriptor.title());
        keys.put("description", descriptor.description());
        keys.put("source", descriptor.source());
        keys.put("licence", descriptor.licence());
        // Lists of their own: YAML would write one shared list as anchor and alias.
        keys.put("citations", new ArrayList<>(descriptor.citations()));
        keys.put("caveats", new ArrayList<>(descriptor.caveats()));
        keys.put("sensitivity", descriptor.sensitivity());
        if (!descriptor.consent().isEmpty()) {
            keys.put("consent", descriptor.consent());
        }
        if (!descriptor.retention().isEmpty()) {
            keys.put("retention", descriptor.retention());
        }
        keys.put("direction", YamlPart.kebab(descriptor.direction().name()));
        keys.put("read", read);
        if (!logs.isEmpty()) {
            keys.put("logs", logs);
        }
        if (!columns.isEmpty()) {
            keys.put("columns", columns.stream().map(ColumnNote::keys).toList());
        }
        if (!descriptor.history().isEmpty()) {
            keys.put("history", new ArrayList<>(descriptor.history()));
        }
        keys.put("hash", descriptor.hash());
        return YamlPart.write(keys);
    }
}
