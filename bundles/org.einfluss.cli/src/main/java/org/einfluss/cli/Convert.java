package org.einfluss.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.einfluss.api.InputException;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.engine.catalog.Entry;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.parameters.ParameterSchema;
import org.einfluss.engine.parameters.YamlSettings;
import org.einfluss.formats.DatasetExport;
import org.einfluss.formats.DatasetImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a dataset, or a network file, in another format. */
@Command(name = "convert")
final class Convert implements Callable<Integer> {
    private final Context context;

    @Parameters(index = "0", paramLabel = "DATASET|FILE", descriptionKey = "convert.from-what")
    private String target;

    @Parameters(index = "1", paramLabel = "OUT", descriptionKey = "convert.out")
    private Path out;

    @Option(names = "--from", paramLabel = "READER", descriptionKey = "import.format")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "WRITER", descriptionKey = "convert.to")
    private Optional<String> to = Optional.empty();

    @Mixin
    private final Reading reading = new Reading();

    @Option(names = "--set-out", paramLabel = "NAME=VALUE", descriptionKey = "convert.set-out")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--with-ids", descriptionKey = "convert.with-ids")
    private boolean withIds;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    Convert(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        List<DatasetWriter<?>> writers = new ArrayList<>();
        for (Entry entry : context.catalog().entries(Kind.DATASET_WRITER)) {
            writers.add((DatasetWriter<?>) entry.component());
        }
        List<DatasetReader<?>> readers = Reading.readers(context);
        DatasetWriter<?> writer = new DatasetExport(writers, readers).writer(out.toString(), to);
        ImportReport read = new ImportReport();
        Dataset dataset = dataset(readers, read);
        ImportReport written = new ImportReport();
        if (dataset.descriptor().isSensitive()) {
            if (!withIds) {
                throw new InputException(context.messages()
                        .text("error.sensitive", target, dataset.descriptor().sensitivity()));
            }
            written.fact("with ids", "asked for");
        }
        if (!json) {
            context.say("convert.read", target);
            Reading.sayLosses(context, read);
        }
        write(dataset, writer, written);
        if (json) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("read", read.tree());
            tree.put("written", written.tree());
            context.json(tree);
            return Commands.DONE;
        }
        context.say(
                dataset.network().graph().isDirected() ? "convert.directed" : "convert.undirected",
                out,
                dataset.network().nodes(),
                dataset.network().edges());
        return Commands.DONE;
    }

    private Dataset dataset(List<DatasetReader<?>> readers, ImportReport report) throws IOException {
        boolean named = context.catalog().datasets().stream()
                .anyMatch(dataset -> dataset.name().equals(target));
        if (named) {
            Dataset dataset = context.einfluss().dataset(target, context.progress());
            report.network(dataset.network());
            return dataset;
        }
        if (!Files.isRegularFile(Path.of(target))) {
            throw new InputException(context.messages().text("error.no-dataset-or-file", target));
        }
        Source source = reading.source(context, Path.of(target));
        return read(source, new DatasetImport(readers).reader(source, from), report);
    }

    private <P extends Record> Dataset read(Source source, DatasetReader<P> reader, ImportReport report)
            throws IOException {
        return DatasetImport.read(
                source,
                reader,
                reading.parameters(context, target, reader),
                report,
                reading.isStrict(),
                context.progress());
    }

    private <P extends Record> void write(Dataset dataset, DatasetWriter<P> writer, ImportReport report)
            throws IOException {
        List<String> all = new ArrayList<>(settings);
        if (out.toString().matches("(?i).*\\.(tsv|tab)(\\.gz)?")
                && all.stream().noneMatch(set -> set.startsWith("delimiter="))) {
            all.add("delimiter=tab");
        }
        ParameterSchema schema = ParameterSchema.ofComponent(writer, DatasetWriter.class);
        @SuppressWarnings("unchecked") // the schema is that of this very writer
        P parameters = (P) schema.bind(YamlSettings.assignments(all));
        DatasetExport.writeFile(
                dataset, writer, parameters, out, report, reading.isStrict(), this::tellLosses, context.progress());
    }

    private void tellLosses(ImportReport report) {
        if (!json && !report.losses().isEmpty()) {
            context.say("convert.loses", out);
            Reading.sayLosses(context, report);
        }
    }
}
