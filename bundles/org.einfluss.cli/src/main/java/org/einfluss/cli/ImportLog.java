package org.einfluss.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.einfluss.api.InputException;
import org.einfluss.formats.DatasetImport;
import org.einfluss.formats.DatasetImport.Imported;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a dataset from an imported one and a log. */
@Command(name = "import-log")
final class ImportLog implements Callable<Integer> {
    private final Context context;

    @Parameters(index = "0", paramLabel = "DATASET", descriptionKey = "import-log.dataset")
    private String dataset;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", descriptionKey = "import-log.files")
    private List<Path> files;

    @Option(names = "--name", required = true, paramLabel = "NAME", descriptionKey = "import-log.name")
    private String name;

    @Mixin
    private final LogOptions log = new LogOptions();

    @Option(names = "--strict", descriptionKey = "import.strict")
    private boolean strict;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    ImportLog(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (!name.matches("[a-z0-9]+([-.][a-z0-9]+)*")) {
            throw new InputException(context.messages().text("error.dataset-name", name));
        }
        if (context.catalog().datasets().stream().anyMatch(other -> other.name().equals(name))) {
            throw new InputException(context.messages().text("error.dataset-exists", name));
        }
        Imported made = new DatasetImport(Reading.readers(context))
                .importLog(dataset, name, log.files(context, files), context.home(), strict, context.progress());
        if (json) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("dataset", Trees.of(made.dataset().descriptor()));
            tree.putAll(made.report().tree());
            context.json(tree);
            return Commands.DONE;
        }
        context.say(
                "import.done",
                name,
                made.dataset().network().nodes(),
                made.dataset().network().arcs());
        Reading.say(context, made.report());
        return Commands.DONE;
    }
}
