package org.einfluss.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.engine.catalog.Entry;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.parameters.ParameterSchema;
import org.einfluss.engine.parameters.YamlSettings;
import picocli.CommandLine.Option;

/** What every command that reads a network file is told about it. */
final class Reading {
    @Option(names = "--direction", paramLabel = "influences|follows|mutual", descriptionKey = "import.direction")
    private Optional<String> direction = Optional.empty();

    @Option(names = "--weights", paramLabel = "COLUMN|none", descriptionKey = "import.weights")
    private Optional<String> weights = Optional.empty();

    @Option(names = "--encoding", paramLabel = "NAME", descriptionKey = "import.encoding")
    private Optional<String> encoding = Optional.empty();

    @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "option.set")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--strict", descriptionKey = "import.strict")
    private boolean strict;

    boolean isStrict() {
        return strict;
    }

    /** Returns the file, in its stated encoding. */
    Source source(Context context, Path file) {
        return source(context, file, encoding);
    }

    static Source source(Context context, Path file, Optional<String> encoding) {
        if (!Files.isRegularFile(file)) {
            throw context.noFile(file);
        }
        if (encoding.isEmpty()) {
            return Source.of(file);
        }
        return Source.of(file)
                .encoded(Source.encodingNamed(encoding.get())
                        .orElseThrow(
                                () -> new InputException(context.messages().text("error.encoding", encoding.get()))));
    }

    static List<DatasetReader<?>> readers(Context context) {
        List<DatasetReader<?>> readers = new ArrayList<>();
        for (Entry entry : context.catalog().entries(Kind.DATASET_READER)) {
            readers.add((DatasetReader<?>) entry.component());
        }
        return readers;
    }

    <P extends Record> P parameters(Context context, String file, DatasetReader<P> reader) {
        return parameters(context, file, reader, List.of());
    }

    <P extends Record> P parameters(Context context, String file, DatasetReader<P> reader, List<String> further) {
        List<String> all = new ArrayList<>(settings);
        all.addAll(further);
        ParameterSchema schema = ParameterSchema.ofComponent(reader, DatasetReader.class);
        check(context, file, schema, direction, "direction");
        check(context, file, schema, weights, "weight");
        direction.ifPresent(value -> all.add("direction=" + value.toLowerCase(Locale.ROOT)));
        weights.ifPresent(column -> all.add("weight=" + column));
        if (all.stream().noneMatch(setting -> setting.startsWith("direction="))
                && schema.find("direction")
                        .filter(needed -> needed.initial().isEmpty())
                        .isPresent()) {
            throw new InputException(file + ": " + context.messages().text("error.direction"));
        }
        @SuppressWarnings("unchecked") // the schema is that of this very reader
        P parameters = (P) schema.bind(YamlSettings.assignments(all));
        return parameters;
    }

    private static void check(
            Context context, String file, ParameterSchema schema, Optional<String> given, String parameter) {
        if (given.isPresent() && schema.find(parameter).isEmpty()) {
            throw new InputException(file + ": " + context.messages().text("error.not-asked-" + parameter));
        }
    }

    /** Prints a report, for people. */
    static void say(Context context, ImportReport report) {
        report.facts().forEach((what, value) -> context.say("import.fact", what, value));
        sayAttributes(context, report);
        sayLosses(context, report);
    }

    /** Prints what a report counted, for people. */
    static void sayLosses(Context context, ImportReport report) {
        report.losses().forEach(loss -> {
            String places = String.join("; ", loss.examples());
            context.say(
                    places.isEmpty() ? "import.loss-somewhere" : "import.loss",
                    loss.count(),
                    loss.what(),
                    places.isEmpty() ? "" : places);
        });
    }

    /** Prints the attributes of what was read, for people. */
    private static void sayAttributes(Context context, ImportReport report) {
        for (ImportReport.Attribute attribute : report.attributes()) {
            context.say(
                    attribute.standard().isEmpty() ? "import.attribute" : "import.attribute-default",
                    attribute.of().equals("node") ? context.messages().text("import.of-nodes") : attribute.of(),
                    "'" + attribute.name() + "'",
                    context.messages()
                            .text("import.type-" + attribute.type().name().toLowerCase(Locale.ROOT)),
                    attribute.missing(),
                    "'" + attribute.standard() + "'");
        }
    }
}
