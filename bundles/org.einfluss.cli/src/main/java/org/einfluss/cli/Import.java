package org.einfluss.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.einfluss.engine.run.ForeignCall;
import org.einfluss.formats.DatasetImport;
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
        ImportReport report = new ImportReport();
        Dataset dataset = read(datasets, data, datasets.reader(data, format), report);
        if (json) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("dataset", Trees.of(dataset.descriptor()));
            tree.putAll(report.tree());
            context.json(tree);
            return Commands.DONE;
        }
        context.say(
                "import.done",
                name,
                dataset.network().nodes(),
                dataset.network().graph().arcs());
        report.facts().forEach((what, value) -> context.say("import.fact", what, value));
        Reading.sayAttributes(context, report);
        Reading.sayLosses(context, report);
        return Commands.DONE;
    }

    private <P extends Record> Dataset read(
            DatasetImport datasets, Source data, DatasetReader<P> reader, ImportReport report) throws IOException {
        DatasetDescriptor descriptor = new DatasetDescriptor(
                name, title.orElse(name), "", source, licence, citations, List.of(), "none", Direction.INFLUENCES, "");
        return ForeignCall.make(
                "dataset reader " + reader.getClass().getSimpleName(),
                context.tolerance(),
                context.progress(),
                alive -> datasets.importFile(
                        data,
                        reader,
                        reading.parameters(context, file.toString(), reader),
                        descriptor,
                        context.home(),
                        report,
                        reading.isStrict(),
                        alive));
    }
}
