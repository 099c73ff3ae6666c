package org.einfluss.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.einfluss.api.InputException;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.Source;
import org.einfluss.engine.run.ForeignCall;
import org.einfluss.formats.Citations;
import org.einfluss.formats.ColumnNote;
import org.einfluss.formats.DatasetImport;
import org.einfluss.formats.DatasetImport.Extras;
import org.einfluss.formats.DatasetImport.Imported;
import org.einfluss.formats.LogReader;
import org.einfluss.formats.Privacy;
import org.einfluss.formats.Pseudonyms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a file into the user's folder as a dataset. */
@Command(name = "import")
final class Import implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "FILE", descriptionKey = "import.file")
    private Path file;

    @Option(names = "--name", required = true, paramLabel = "NAME", descriptionKey = "import.name")
    private String name;

    @Option(names = "--format", paramLabel = "READER", descriptionKey = "import.format")
    private Optional<String> format = Optional.empty();

    @Mixin
    private final Reading reading = new Reading();

    @Option(names = "--title", paramLabel = "TEXT", descriptionKey = "import.title")
    private Optional<String> title = Optional.empty();

    @Option(names = "--source", paramLabel = "TEXT", defaultValue = "", descriptionKey = "import.source")
    private String source;

    @Option(names = "--licence", paramLabel = "TEXT", defaultValue = "", descriptionKey = "import.licence")
    private String licence;

    @Option(names = "--cite", paramLabel = "TEXT", descriptionKey = "import.cite")
    private List<String> citations = new ArrayList<>();

    @Option(names = "--cite-file", paramLabel = "FILE", descriptionKey = "import.cite-file")
    private Optional<Path> citationFile = Optional.empty();

    @Option(names = "--description", paramLabel = "TEXT", defaultValue = "", descriptionKey = "import.description")
    private String description;

    @Option(names = "--caveat", paramLabel = "TEXT", descriptionKey = "import.caveat")
    private List<String> caveats = new ArrayList<>();

    @Option(names = "--column", paramLabel = "NAME=MEANING [UNIT]", descriptionKey = "import.column")
    private List<String> columns = new ArrayList<>();

    @Option(names = "--sensitivity", paramLabel = "TEXT", descriptionKey = "import.sensitivity")
    private Optional<String> sensitivity = Optional.empty();

    @Option(names = "--consent", paramLabel = "TEXT", defaultValue = "", descriptionKey = "import.consent")
    private String consent;

    @Option(names = "--retention", paramLabel = "TEXT", defaultValue = "", descriptionKey = "import.retention")
    private String retention;

    @Option(names = "--pseudonyms", paramLabel = "KEYFILE", descriptionKey = "import.pseudonyms")
    private Optional<Path> keyFile = Optional.empty();

    @Option(names = "--drop", paramLabel = "COLUMN", descriptionKey = "import.drop")
    private Set<String> drop = new TreeSet<>();

    @Option(names = "--keep", paramLabel = "COLUMN", descriptionKey = "import.keep")
    private Set<String> keep = new TreeSet<>();

    @Option(names = "--drop-text", descriptionKey = "import.drop-text")
    private boolean dropTexts;

    @Option(names = "--log", paramLabel = "FILE", descriptionKey = "import.log")
    private List<Path> logs = new ArrayList<>();

    @Mixin
    private final LogOptions log = new LogOptions();

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    Import(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Source data = reading.source(context, file);
        if (!name.matches("[a-z0-9]+([-.][a-z0-9]+)*")) {
            throw new InputException(context.messages().text("error.dataset-name", name));
        }
        if (context.catalog().datasets().stream()
                .anyMatch(dataset -> dataset.name().equals(name))) {
            // Of two datasets of one name neither could be used.
            throw new InputException(context.messages().text("error.dataset-exists", name));
        }
        DatasetImport datasets = new DatasetImport(Reading.readers(context));
        DatasetReader<?> reader = datasets.reader(data, format);
        Optional<Pseudonyms> pseudonyms = Optional.empty();
        if (keyFile.isPresent()) {
            pseudonyms = Optional.of(Pseudonyms.of(keyFile.get(), context.home()));
        }
        Imported imported = read(datasets, data, reader, new Privacy(pseudonyms, drop, keep, dropTexts));
        Dataset dataset = imported.dataset();
        if (json) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("dataset", Trees.of(dataset.descriptor()));
            tree.putAll(imported.report().tree());
            context.json(tree);
            return Commands.DONE;
        }
        if (pseudonyms.filter(Pseudonyms::isCreated).isPresent()) {
            context.say("import.key-made", keyFile.get());
        }
        context.say(
                "import.done",
                name,
                dataset.network().nodes(),
                dataset.network().arcs());
        Reading.say(context, imported.report());
        return Commands.DONE;
    }

    private <P extends Record> Imported read(
            DatasetImport datasets, Source data, DatasetReader<P> reader, Privacy privacy) throws IOException {
        List<String> all = new ArrayList<>(citations);
        Optional<Source> citationSource = Optional.empty();
        if (citationFile.isPresent()) {
            citationSource = Optional.of(Source.of(citationFile.get()));
            all.addAll(Citations.read(citationSource.get()));
        }
        DatasetDescriptor descriptor = new DatasetDescriptor(
                name,
                title.orElse(name),
                description,
                source,
                licence,
                all,
                caveats,
                sensitivity.orElse(privacy.pseudonyms().isPresent() ? Privacy.SENSITIVITY : "none"),
                Direction.INFLUENCES,
                "",
                consent,
                retention,
                List.of());
        List<String> settings = reader instanceof LogReader<?> && logs.isEmpty() ? log.settings() : List.of();
        if (logs.isEmpty() && settings.isEmpty() && !log.settings().isEmpty()) {
            throw new InputException(context.messages().text("error.log-options"));
        }
        Extras extras = new Extras(
                columns.stream().map(ColumnNote::of).toList(),
                citationSource,
                privacy,
                logs.isEmpty() ? List.of() : List.of(log.files(context, logs)));
        return ForeignCall.make(
                "dataset reader " + reader.getClass().getSimpleName(),
                context.tolerance(),
                context.progress(),
                alive -> datasets.importFile(
                        data,
                        reader,
                        reading.parameters(context, file.toString(), reader, settings),
                        descriptor,
                        extras,
                        context.home(),
                        reading.isStrict(),
                        alive));
    }
}
