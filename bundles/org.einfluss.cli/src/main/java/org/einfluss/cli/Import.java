package org.einfluss.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.einfluss.api.InputException;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.engine.catalog.Entry;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.parameters.ParameterSchema;
import org.einfluss.engine.parameters.YamlSettings;
import org.einfluss.formats.DatasetImport;
import picocli.CommandLine.Command;
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

    @Option(names = "--direction", paramLabel = "influences|follows|mutual", descriptionKey = "import.direction")
    private Optional<String> direction = Optional.empty();

    @Option(names = "--weights", paramLabel = "COLUMN|none", descriptionKey = "import.weights")
    private Optional<String> weights = Optional.empty();

    @Option(names = "--format", paramLabel = "READER", descriptionKey = "import.format")
    private Optional<String> format = Optional.empty();

    @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "option.set")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--title", paramLabel = "TEXT", descriptionKey = "import.title")
    private Optional<String> title = Optional.empty();

    @Option(names = "--source", paramLabel = "TEXT", defaultValue = "", descriptionKey = "import.source")
    private String source;

    @Option(names = "--licence", paramLabel = "TEXT", defaultValue = "", descriptionKey = "import.licence")
    private String licence;

    @Option(names = "--cite", paramLabel = "TEXT", descriptionKey = "import.cite")
    private List<String> citations = new ArrayList<>();

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    Import(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new InputException(context.messages().text("error.no-file", file));
        }
        if (!name.matches("[a-z0-9]+([-.][a-z0-9]+)*")) {
            throw new InputException(context.messages().text("error.dataset-name", name));
        }
        if (context.catalog().datasets().stream()
                .anyMatch(dataset -> dataset.name().equals(name))) {
            // Of two datasets of one name neither could be used.
            throw new InputException(context.messages().text("error.dataset-exists", name));
        }
        direction.ifPresent(value -> settings.add("direction=" + value.toLowerCase(Locale.ROOT)));
        weights.ifPresent(column -> settings.add("weight=" + column));
        List<DatasetReader<?>> readers = new ArrayList<>();
        for (Entry entry : context.catalog().entries(Kind.DATASET_READER)) {
            readers.add((DatasetReader<?>) entry.component());
        }
        DatasetImport datasets = new DatasetImport(readers);
        ImportReport report = new ImportReport();
        Dataset dataset = read(datasets, datasets.reader(Source.of(file), format), report);
        if (json) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("dataset", Trees.of(dataset.descriptor()));
            tree.put("facts", report.facts());
            tree.put("losses", report.losses().stream().map(Import::tree).toList());
            context.json(tree);
            return Commands.DONE;
        }
        context.say(
                "import.done",
                name,
                dataset.network().nodes(),
                dataset.network().graph().arcs());
        report.facts().forEach((what, value) -> context.say("import.fact", what, value));
        report.losses()
                .forEach(loss -> context.say(
                        loss.examples().stream().allMatch(String::isEmpty) ? "import.loss-somewhere" : "import.loss",
                        loss.count(),
                        loss.what(),
                        String.join(", ", loss.examples())));
        return Commands.DONE;
    }

    private <P extends Record> Dataset read(DatasetImport datasets, DatasetReader<P> reader, ImportReport report)
            throws IOException {
        ParameterSchema schema = ParameterSchema.ofComponent(reader, DatasetReader.class);
        if (settings.stream().noneMatch(setting -> setting.startsWith("direction="))
                && schema.find("direction")
                        .filter(needed -> needed.initial().isEmpty())
                        .isPresent()) {
            throw new InputException(file + ": " + context.messages().text("error.direction"));
        }
        @SuppressWarnings("unchecked") // the schema is that of this very reader
        P parameters = (P) schema.bind(YamlSettings.assignments(settings));
        DatasetDescriptor descriptor = new DatasetDescriptor(
                name, title.orElse(name), "", source, licence, citations, List.of(), "none", Direction.INFLUENCES, "");
        return datasets.importFile(
                Source.of(file), reader, parameters, descriptor, context.home(), report, context.progress());
    }

    private static Map<String, Object> tree(ImportReport.Loss loss) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("what", loss.what());
        tree.put("count", loss.count());
        tree.put("examples", loss.examples());
        return tree;
    }
}
