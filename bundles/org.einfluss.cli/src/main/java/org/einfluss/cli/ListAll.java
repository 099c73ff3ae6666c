package org.einfluss.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.einfluss.api.InputException;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.engine.catalog.Entry;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.experiment.Experiment;
import org.einfluss.engine.parameters.Names;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what is installed: components by kind, datasets, ready experiments, bundles, and what does not work. */
@Command(name = "list")
final class ListAll implements Callable<Integer> {
    private static final String DATASETS = "datasets";
    private static final String EXPERIMENTS = "experiments";
    private static final String BUNDLES = "bundles";

    private final Context context;

    @Parameters(arity = "0..1", paramLabel = "KIND", descriptionKey = "list.kind")
    private Optional<String> only = Optional.empty();

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    ListAll(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        List<String> known = Stream.concat(
                        Stream.of(Kind.values()).map(ListAll::plural), Stream.of(DATASETS, EXPERIMENTS, BUNDLES))
                .toList();
        if (only.isPresent() && !known.contains(only.get())) {
            throw new InputException(Names.unknown(context.messages().text("list.a-kind"), only.get(), known));
        }
        context.plugins(); // their problems are shown below with all others
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            if (isWanted(plural(kind))) {
                List<Entry> entries = context.catalog().entries(kind);
                tree.put(plural(kind), entries.stream().map(Trees::of).toList());
                print(
                        context.messages().text("kind." + plural(kind)),
                        entries.stream()
                                .map(entry -> List.of(entry.id(), context.translate(entry.name())))
                                .toList());
            }
        }
        if (isWanted(DATASETS)) {
            List<DatasetDescriptor> datasets = context.catalog().datasets();
            tree.put(DATASETS, datasets.stream().map(Trees::of).toList());
            print(
                    context.messages().text("kind.datasets"),
                    datasets.stream()
                            .map(dataset ->
                                    List.of(dataset.name(), context.translate(dataset.title()), dataset.licence()))
                            .toList());
        }
        if (isWanted(EXPERIMENTS)) {
            List<Map<String, Object>> experiments = new ArrayList<>();
            List<List<String>> rows = new ArrayList<>();
            for (String name : context.catalog().experiments()) {
                Experiment ready = Describe.ready(context.catalog(), name);
                List<String> missing = ready.missing(context.catalog());
                Map<String, Object> experiment = new LinkedHashMap<>();
                experiment.put("name", name);
                experiment.put("title", ready.title());
                experiment.put("missing", missing);
                experiments.add(experiment);
                rows.add(List.of(
                        name,
                        context.translate(ready.title()),
                        missing.isEmpty() ? "" : context.messages().text("list.missing", String.join(", ", missing))));
            }
            tree.put(EXPERIMENTS, experiments);
            print(context.messages().text("kind.experiments"), rows);
        }
        if (isWanted(BUNDLES)) {
            tree.put(BUNDLES, context.installed().bundles());
            if (only.isPresent()) {
                print(
                        context.messages().text("kind.bundles"),
                        context.installed().bundles().stream()
                                .map(bundle -> List.of(bundle.get("name"), bundle.get("version"), bundle.get("state")))
                                .toList());
            }
        }
        List<String> problems = new ArrayList<>();
        context.plugins().forEach(plugin -> plugin.problems().forEach(problem -> problems.add(problem.toString())));
        problems.addAll(context.catalog().problems());
        problems.addAll(context.installed().problems());
        tree.put("problems", problems);
        if (json) {
            context.json(tree);
        } else {
            problems.forEach(problem -> context.say("problem", problem));
        }
        return Commands.DONE;
    }

    private boolean isWanted(String kind) {
        return only.isEmpty() || only.get().equals(kind);
    }

    private void print(String title, List<List<String>> rows) {
        if (!json && !rows.isEmpty()) {
            context.say("title", title);
            TextTable.lines(rows).forEach(line -> context.out().println(line));
        }
    }

    /** The kind's name in the plural, as a word of the command line: {@code study-analyses}. */
    static String plural(Kind kind) {
        String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return name.endsWith("analysis") ? name.replace("analysis", "analyses") : name + "s";
    }
}
