package org.einfluss.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.Source;
import org.einfluss.engine.parameters.ParameterSchema;
import org.einfluss.engine.parameters.YamlSettings;
import org.einfluss.formats.DatasetImport;
import org.einfluss.formats.LogFiles;
import org.einfluss.formats.LogReader;
import picocli.CommandLine.Option;

/** What every command that reads a log is told about it. */
final class LogOptions {
    @Option(
            names = "--log-format",
            paramLabel = "READER",
            defaultValue = "adoption-table",
            descriptionKey = "log.format")
    private String format;

    @Option(names = "--log-name", paramLabel = "NAME", descriptionKey = "log.name")
    private Optional<String> name = Optional.empty();

    @Option(names = "--log-meaning", paramLabel = "TEXT", descriptionKey = "log.meaning")
    private Optional<String> meaning = Optional.empty();

    @Option(names = "--time-unit", paramLabel = "UNIT", descriptionKey = "log.time-unit")
    private Optional<String> timeUnit = Optional.empty();

    @Option(names = "--unknown-nodes", paramLabel = "refuse|drop|add", descriptionKey = "log.unknown-nodes")
    private Optional<String> unknownNodes = Optional.empty();

    @Option(names = "--duplicates", paramLabel = "refuse|first", descriptionKey = "log.duplicates")
    private Optional<String> duplicates = Optional.empty();

    @Option(names = "--early", paramLabel = "refuse|drop|keep", descriptionKey = "log.early")
    private Optional<String> early = Optional.empty();

    @Option(names = "--parents", paramLabel = "keep|drop|refuse", descriptionKey = "log.parents")
    private Optional<String> parents = Optional.empty();

    @Option(names = "--log-encoding", paramLabel = "NAME", descriptionKey = "log.encoding")
    private Optional<String> encoding = Optional.empty();

    @Option(names = "--set-log", paramLabel = "NAME=VALUE", descriptionKey = "log.set")
    private List<String> settings = new ArrayList<>();

    /** Returns what was said of the log as settings of its reader. */
    List<String> settings() {
        List<String> all = new ArrayList<>(settings);
        name.ifPresent(value -> all.add("log.name=" + value));
        meaning.ifPresent(value -> all.add("log.meaning=" + value));
        timeUnit.ifPresent(value -> all.add("log.time-unit=" + value));
        unknownNodes.ifPresent(value -> all.add("log.unknown-nodes=" + value.toLowerCase(Locale.ROOT)));
        duplicates.ifPresent(value -> all.add("log.duplicates=" + value.toLowerCase(Locale.ROOT)));
        early.ifPresent(value -> all.add("log.early=" + value.toLowerCase(Locale.ROOT)));
        parents.ifPresent(value -> all.add("log.parents=" + value.toLowerCase(Locale.ROOT)));
        return all;
    }

    /** Returns the log in some files. */
    LogFiles<?> files(Context context, List<Path> paths) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (Path path : paths) {
            sources.add(Reading.source(context, path, encoding));
        }
        List<DatasetReader<?>> readers = Reading.readers(context);
        DatasetReader<?> reader = new DatasetImport(readers).reader(sources.get(0), Optional.of(format));
        if (reader instanceof LogReader<?> log) {
            return files(sources, log);
        }
        throw new InputException(context.messages().text("error.no-log-reader", format));
    }

    private <P extends Record> LogFiles<P> files(List<Source> sources, LogReader<P> reader) {
        ParameterSchema schema = ParameterSchema.ofComponent(reader, DatasetReader.class);
        @SuppressWarnings("unchecked") // the schema is that of this very reader
        P parameters = (P) schema.bind(YamlSettings.assignments(settings()));
        return new LogFiles<>(sources, reader, parameters);
    }
}
