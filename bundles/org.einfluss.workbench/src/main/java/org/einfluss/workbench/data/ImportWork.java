package org.einfluss.workbench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Entry;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.parameters.ParameterSchema;
import org.einfluss.engine.parameters.Setting;
import org.einfluss.engine.run.ForeignCall;
import org.einfluss.engine.run.Tolerance;
import org.einfluss.formats.DatasetImport;
import org.einfluss.formats.Privacy;
import org.einfluss.graph.Column;
import org.einfluss.workbench.session.Session;
import org.einfluss.workbench.texts.Texts;

/** What an import does in the background, with the readers and the calls of the command line. */
final class ImportWork {
    /** The parameter that no file can answer. */
    static final String DIRECTION = "direction";

    private static final int FIRST_ROWS = 50;

    private ImportWork() {}

    /**
     * What would come in.
     *
     * @param reader id of the reader; empty where none was found
     * @param schema its parameters, if there is a reader
     * @param asksDirection whether the user must say what a tie means
     * @param report what was found and would be lost
     * @param nodes the first nodes
     * @param arcs the first arcs
     * @param mistake what is wrong, with its place; empty where nothing is
     */
    record Preview(
            String reader,
            Optional<ParameterSchema> schema,
            boolean asksDirection,
            ImportReport report,
            List<Column> nodes,
            List<Column> arcs,
            String mistake) {}

    /**
     * Reads a file to see what is in it; nothing is written. Where the direction must be said and is not yet, ties are read as they stand.
     *
     * @param session gives the readers
     * @param file the file
     * @param format id of the reader, if the user named one
     * @param settings its parameters as given
     * @param progress told how far it is
     * @throws IOException when the file cannot be read
     */
    static Preview preview(
            Session session, Path file, Optional<String> format, Setting.Fields settings, Progress progress)
            throws IOException {
        Texts texts = session.texts();
        ImportReport report = new ImportReport();
        if (!Files.isRegularFile(file)) {
            return new Preview(
                    "",
                    Optional.empty(),
                    false,
                    report,
                    List.of(),
                    List.of(),
                    texts.text(Files.isDirectory(file) ? "import.folder" : "import.no-file", file));
        }
        Catalog catalog = session.catalog();
        Entry entry;
        try {
            entry = entry(catalog, file, format);
        } catch (InputException unknown) {
            return new Preview("", Optional.empty(), false, report, List.of(), List.of(), unknown.getMessage());
        }
        ParameterSchema schema = entry.schema();
        boolean asks = schema.find(DIRECTION)
                .filter(needed -> needed.initial().isEmpty())
                .isPresent();
        Setting.Fields given = asks && settings.find(DIRECTION).isEmpty()
                ? settings.with(DIRECTION, Setting.of("influences"))
                : settings;
        try {
            Dataset read = ForeignCall.make(
                    "dataset reader '" + entry.id() + "'",
                    Tolerance.DEFAULT,
                    progress,
                    alive -> read(Source.of(file), entry, given, report, alive));
            report.network(read.network());
            return new Preview(
                    entry.id(),
                    Optional.of(schema),
                    asks,
                    report,
                    first(DatasetColumns.nodes(read.network())),
                    first(DatasetColumns.arcs(read.network())),
                    "");
        } catch (InputException wrong) {
            return new Preview(entry.id(), Optional.of(schema), asks, report, List.of(), List.of(), wrong.getMessage());
        }
    }

    private static List<Column> first(List<Column> columns) {
        List<Column> cut = new ArrayList<>();
        for (Column column : columns) {
            int[] rows = IntStream.range(0, Math.min(FIRST_ROWS, column.size())).toArray();
            cut.add(column.at(rows));
        }
        return cut;
    }

    private static Entry entry(Catalog catalog, Path file, Optional<String> format) throws IOException {
        List<Entry> entries = catalog.entries(Kind.DATASET_READER);
        List<DatasetReader<?>> readers = new ArrayList<>();
        for (Entry entry : entries) {
            readers.add((DatasetReader<?>) entry.component());
        }
        DatasetReader<?> reader = new DatasetImport(readers).reader(Source.of(file), format);
        return entries.stream()
                .filter(entry -> entry.component() == reader)
                .findFirst()
                .orElseThrow();
    }

    /** The parameters are made by the reader's own schema, hence are of its type. */
    @SuppressWarnings("unchecked")
    private static <P extends Record> Dataset read(
            Source source, Entry entry, Setting.Fields settings, ImportReport report, Progress progress)
            throws IOException {
        DatasetReader<P> reader = (DatasetReader<P>) entry.component();
        P parameters = (P) entry.schema().bind(settings);
        return DatasetImport.read(source, reader, parameters, report, false, progress);
    }

    /**
     * Imports a file; after a failure nothing is left behind.
     *
     * @param session gives readers and the home folder
     * @param file the file
     * @param format id of the reader
     * @param settings its parameters as given
     * @param descriptor what the user said of the dataset
     * @param privacy what does not come in
     * @param strict whether any loss is a mistake
     * @param progress told how far it is
     * @throws IOException when a file cannot be read or written
     * @throws InputException when the content is wrong, or there is a dataset of this name
     */
    static Dataset bring(
            Session session,
            Path file,
            String format,
            Setting.Fields settings,
            DatasetDescriptor descriptor,
            Privacy privacy,
            boolean strict,
            Progress progress)
            throws IOException {
        Catalog catalog = session.catalog();
        if (catalog.datasets().stream().anyMatch(other -> other.name().equals(descriptor.name()))) {
            throw new InputException(session.texts().text("import.name-taken", descriptor.name()));
        }
        Entry entry = entry(catalog, file, Optional.of(format));
        return ForeignCall.make(
                "dataset reader '" + entry.id() + "'",
                Tolerance.DEFAULT,
                progress,
                alive -> bring(
                        Source.of(file),
                        entry,
                        settings,
                        descriptor,
                        new DatasetImport.Extras(List.of(), Optional.empty(), privacy, List.of()),
                        session.home().folder(),
                        strict,
                        alive));
    }

    @SuppressWarnings("unchecked")
    private static <P extends Record> Dataset bring(
            Source source,
            Entry entry,
            Setting.Fields settings,
            DatasetDescriptor descriptor,
            DatasetImport.Extras extras,
            Path home,
            boolean strict,
            Progress progress)
            throws IOException {
        DatasetReader<P> reader = (DatasetReader<P>) entry.component();
        P parameters = (P) entry.schema().bind(settings);
        return new DatasetImport(List.of(reader))
                .importFile(source, reader, parameters, descriptor, extras, home, strict, progress)
                .dataset();
    }
}
