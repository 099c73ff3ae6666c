package org.einfluss.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.einfluss.api.InputException;
import org.einfluss.api.data.ActivityLog;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.ImportReport;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Entry;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.experiment.Experiment;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.engine.parameters.Interval;
import org.einfluss.engine.parameters.Names;
import org.einfluss.engine.parameters.Parameter;
import org.einfluss.engine.parameters.ParameterType;
import org.einfluss.formats.DatasetImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Describes a component with its parameters, a dataset with its licence and caveats, or a ready experiment. */
@Command(name = "describe")
final class Describe implements Callable<Integer> {
    private static final int NEAREST = 3;

    private final Context context;

    @Parameters(paramLabel = "ID", descriptionKey = "describe.id")
    private String id;

    @Option(names = "--report", descriptionKey = "describe.report")
    private boolean report;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    Describe(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (report) {
            ImportReport found = DatasetImport.report(context.home(), id);
            if (json) {
                context.json(found.tree());
            } else {
                Reading.say(context, found);
            }
            return Commands.DONE;
        }
        Map<String, Object> found = new LinkedHashMap<>();
        List<String> known = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Entry entry : context.catalog().entries(kind)) {
                known.add(entry.id());
                if (entry.id().equals(id)) {
                    found.put(kind.label(), describe(kind, entry));
                }
            }
        }
        for (DatasetDescriptor dataset : context.catalog().datasets()) {
            known.add(dataset.name());
            if (dataset.name().equals(id)) {
                found.put("dataset", Trees.of(dataset));
                print(dataset);
                if (!json) {
                    printLogs(id);
                }
            }
        }
        for (String name : context.catalog().experiments()) {
            known.add(name);
            if (name.equals(id)) {
                found.put("experiment", experiment(name));
            }
        }
        if (found.isEmpty()) {
            throw new InputException(context.messages()
                    .text("describe.unknown", id, String.join(", ", Names.nearest(id, known, NEAREST))));
        }
        if (json) {
            context.json(found);
        }
        return Commands.DONE;
    }

    static Experiment ready(Catalog catalog, String name) throws IOException {
        return ExperimentFile.read(catalog.experiment(name), name);
    }

    private Map<String, Object> experiment(String name) throws IOException {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", name);
        Experiment ready = ready(context.catalog(), name);
        List<String> missing = ready.missing(context.catalog());
        tree.put("title", ready.title());
        tree.put("missing", missing);
        tree.put("text", context.catalog().experiment(name));
        if (!json) {
            context.say("describe.component", context.messages().text("describe.experiment"), name, tree.get("title"));
            context.out().print(tree.get("text"));
            if (!missing.isEmpty()) {
                context.say("problem", context.messages().text("list.missing", String.join(", ", missing)));
            }
        }
        return tree;
    }

    private Map<String, Object> describe(Kind kind, Entry entry) {
        Map<String, Object> tree = Trees.of(entry);
        List<Object> parameters = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Parameter parameter : entry.schema().parameters()) {
            parameters.add(Trees.of(parameter));
            add(rows, "", parameter);
        }
        tree.put("parameters", parameters);
        if (!json) {
            context.say("describe.component", kind.label(), entry.id(), entry.name());
            Optional.of(entry.summary())
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> context.out().println(context.translate(text)));
            if (!rows.isEmpty()) {
                rows.add(0, List.of(context.messages().text("describe.columns").split(";")));
                TextTable.lines(rows).forEach(line -> context.out().println(line));
            }
            entry.cite().forEach(citation -> context.say("cite", citation));
            context.say("describe.origin", entry.origin().name(), entry.origin().version());
        }
        return tree;
    }

    /** A row for a parameter, then rows for what it consists of. */
    private void add(List<List<String>> rows, String prefix, Parameter parameter) {
        String name = prefix + parameter.name();
        ParameterType type = parameter.type() instanceof ParameterType.Maybe maybe ? maybe.type() : parameter.type();
        String value = type instanceof ParameterType.Alternatives kinds
                ? context.messages()
                        .text(
                                "describe.kinds",
                                String.join(", ", kinds.schemas().keySet()))
                : type instanceof ParameterType.Group ? "" : type.expected();
        String initial = parameter
                .initial()
                .orElse(context.messages().text(parameter.type() == type ? "describe.required" : "describe.optional"));
        rows.add(List.of(
                name,
                context.translate(parameter.label()),
                context.translate(parameter.unit()),
                context.translate(value),
                parameter.range().equals(Interval.ALL) ? "" : parameter.range().toString(),
                initial));
        if (type instanceof ParameterType.Group group) {
            group.schema().parameters().forEach(part -> add(rows, name + ".", part));
        }
        if (type instanceof ParameterType.Alternatives kinds) {
            kinds.schemas()
                    .forEach((kind, schema) ->
                            schema.parameters().forEach(part -> add(rows, name + "[" + kind + "].", part)));
        }
    }

    private void print(DatasetDescriptor dataset) {
        if (json) {
            return;
        }
        context.say("describe.component", context.messages().text("describe.dataset"), dataset.name(), dataset.title());
        if (!dataset.description().isEmpty()) {
            context.out().println(context.translate(dataset.description()));
        }
        sayIfGiven("describe.source", dataset.source());
        sayIfGiven("describe.licence", dataset.licence());
        dataset.citations().forEach(citation -> context.say("cite", citation));
        dataset.caveats().forEach(caveat -> context.say("note", caveat));
        context.say("describe.sensitivity", dataset.sensitivity());
        sayIfGiven("describe.consent", dataset.consent());
        sayIfGiven("describe.retention", dataset.retention());
        dataset.history().forEach(step -> context.say("transform.step", step));
        sayIfGiven("describe.hash", dataset.hash());
    }

    /** What the data hold beside their network; they are opened for it. */
    private void printLogs(String name) throws IOException {
        Dataset data = context.catalog().dataset(name, context.progress());
        for (AdoptionLog log : data.logs()) {
            context.say("describe.log", log.name(), log.meaning(), log.size(), log.cascades(), log.timeUnit());
        }
        for (ActivityLog log : data.activities()) {
            context.say(
                    "describe.acts",
                    log.name(),
                    log.meaning(),
                    log.size(),
                    String.join(", ", log.actions()),
                    log.timeUnit());
        }
    }

    private void sayIfGiven(String key, String text) {
        if (!text.isEmpty()) {
            context.say(key, text);
        }
    }
}
