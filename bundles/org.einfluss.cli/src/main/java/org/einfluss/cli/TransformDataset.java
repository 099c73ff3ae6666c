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
import org.einfluss.engine.data.DerivedLibrary;
import org.einfluss.engine.data.Step;
import org.einfluss.engine.parameters.YamlSettings;
import org.einfluss.graph.Network;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a dataset from another, keeps the history, and takes steps back. */
@Command(name = "transform")
final class TransformDataset implements Callable<Integer> {
    private final Context context;

    @Parameters(index = "0", paramLabel = "DATASET", descriptionKey = "transform.dataset")
    private String dataset;

    @Parameters(index = "1", arity = "0..1", paramLabel = "TRANSFORM", descriptionKey = "transform.transform")
    private Optional<String> transform = Optional.empty();

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "transform.name")
    private Optional<String> name = Optional.empty();

    @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "option.set")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--key", paramLabel = "N", defaultValue = "1", descriptionKey = "transform.key")
    private long key;

    @Option(names = "--attach", paramLabel = "FILE", descriptionKey = "transform.attach")
    private Optional<Path> attach = Optional.empty();

    @Option(names = "--by", paramLabel = "COLUMN", descriptionKey = "transform.by")
    private Optional<String> by = Optional.empty();

    @Option(names = "--undo", descriptionKey = "transform.undo")
    private boolean undo;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    TransformDataset(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        DerivedLibrary library = context.derived();
        Network before = context.catalog().dataset(dataset, context.progress()).network();
        int ways = (transform.isPresent() ? 1 : 0) + (attach.isPresent() ? 1 : 0) + (undo ? 1 : 0);
        if (ways != 1 || by.isPresent() != attach.isPresent()) {
            throw new InputException(context.messages().text("transform.one-way"));
        }
        Dataset made = undo ? library.undo(dataset, context.progress()) : derive(library);
        show(before, made);
        return Commands.DONE;
    }

    private Dataset derive(DerivedLibrary library) throws IOException {
        String newName =
                name.orElseThrow(() -> new InputException(context.messages().text("transform.name-missing", dataset)));
        if (!newName.matches("[a-z0-9]+([-.][a-z0-9]+)*")) {
            throw new InputException(context.messages().text("error.dataset-name", newName));
        }
        if (context.catalog().datasets().stream().anyMatch(other -> other.name().equals(newName))) {
            throw new InputException(context.messages().text("error.dataset-exists", newName));
        }
        if (attach.isPresent()) {
            Path table = attach.get();
            if (!Files.isRegularFile(table)) {
                throw context.noFile(table);
            }
            Step step = new Step.Attached(table.getFileName().toString(), by.orElseThrow());
            return library.derive(newName, dataset, step, attach, context.progress());
        }
        Step step = new Step.Transformed(transform.orElseThrow(), YamlSettings.assignments(settings), key);
        return library.derive(newName, dataset, step, Optional.empty(), context.progress());
    }

    private void show(Network before, Dataset made) {
        Network after = made.network();
        if (json) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("dataset", Trees.of(made.descriptor()));
            tree.put("nodes", after.nodes());
            tree.put("arcs", after.arcs());
            tree.put("nodes-before", before.nodes());
            tree.put("arcs-before", before.arcs());
            tree.put("facts", after.facts());
            context.json(tree);
            return;
        }
        context.say(
                "transform.done", made.descriptor().name(), before.nodes(), after.nodes(), before.arcs(), after.arcs());
        after.facts().forEach((fact, value) -> context.say("import.fact", fact, value));
        made.descriptor().history().forEach(step -> context.say("transform.step", step));
    }
}
