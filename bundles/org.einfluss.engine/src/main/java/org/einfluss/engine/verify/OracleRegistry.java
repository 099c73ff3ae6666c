package org.einfluss.engine.verify;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.DatasetLibrary;
import org.einfluss.api.data.Direction;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Entry;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.experiment.Configured;
import org.einfluss.engine.experiment.Experiment;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.engine.parameters.Names;
import org.einfluss.engine.parameters.Setting;
import org.einfluss.engine.parameters.YamlSettings;
import org.einfluss.graph.Column;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;

/**
 * The oracles of one {@code oracles.json}, {@code format: 1}, and the small networks that stand in it. Nothing is ignored: an unknown
 * key, or one that has no meaning beside the others, is an error with its place.
 */
public final class OracleRegistry implements DatasetLibrary {
    /** Name of the file beside a bundle's components. */
    public static final String FILE = "oracles.json";

    private static final String FORMAT = "1";
    private static final List<String> SUBJECTS = List.of("calculation", "analysis", "experiment");
    private static final List<String> ALWAYS =
            List.of("name", "expected", "kind", "standardError", "bias", "precision");

    private final List<Oracle> oracles = new ArrayList<>();
    private final Map<String, Dataset> networks = new LinkedHashMap<>();
    private final Map<String, Experiment> named = new LinkedHashMap<>();

    private OracleRegistry(Setting.Fields root) {
        only(root, List.of("format", "oracles", "experiments"));
        String format = text(root, "format");
        if (!format.equals(FORMAT)) {
            throw root.mistake("Only \"format\": " + FORMAT + " can be read here, found " + format);
        }
        root.find("experiments")
                .map(OracleRegistry::fields)
                .ifPresent(all -> all.entries()
                        .forEach(entry -> named.put(entry.name(), experiment(fields(entry.value()), entry.name()))));
        Set<String> names = new LinkedHashSet<>();
        for (Setting item : items(root, "oracles")) {
            Oracle oracle = oracle(fields(item));
            if (!names.add(oracle.name())) {
                throw item.mistake("There are two oracles named '" + oracle.name() + "'; name them apart");
            }
            oracles.add(oracle);
        }
    }

    /**
     * Reads a registry.
     *
     * @param json text of the file
     * @param name name of the file, for messages
     * @throws InputException when something in it is wrong, naming file, line and column
     */
    public static OracleRegistry read(String json, String name) {
        return new OracleRegistry(
                YamlSettings.read(json, name)); // JSON is YAML in flow style, whose parts know their place
    }

    /**
     * Reads a registry.
     *
     * @param file the file
     * @throws IOException when it cannot be read
     * @throws InputException when something in it is wrong, naming file, line and column
     */
    public static OracleRegistry read(URL file) throws IOException {
        try (InputStream in = file.openStream()) {
            String path = file.getPath();
            return read(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8),
                    path.substring(path.lastIndexOf('!') + 1).replaceFirst("^/", ""));
        }
    }

    /**
     * Finds the registries beside the components of a catalogue.
     *
     * @param catalog the catalogue
     * @return the files by the name of the bundle, sorted; bundles without registry have none
     */
    public static Map<String, List<URL>> files(Catalog catalog) {
        Map<String, List<URL>> files = new TreeMap<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Kind kind : Kind.values()) {
            for (Entry entry : catalog.entries(kind)) {
                List<URL> ofBundle = files.computeIfAbsent(entry.origin().name(), key -> new ArrayList<>());
                URL file = entry.component().getClass().getResource(FILE);
                if (file != null && seen.add(file.toString())) {
                    ofBundle.add(file);
                }
            }
        }
        return files;
    }

    /** Returns the oracles in the order of the file. */
    public List<Oracle> oracles() {
        return List.copyOf(oracles);
    }

    @Override
    public List<DatasetDescriptor> datasets() {
        return networks.values().stream().map(Dataset::descriptor).toList();
    }

    @Override
    public Dataset open(String name, Progress progress) {
        return Optional.ofNullable(networks.get(name))
                .orElseThrow(() -> new InputException(Names.unknown("network", name, networks.keySet())));
    }

    private Oracle oracle(Setting.Fields item) {
        List<String> subjects = SUBJECTS.stream().filter(item.names()::contains).toList();
        if (subjects.size() != 1) {
            throw item.mistake("An oracle has one of " + SUBJECTS + ", found " + subjects);
        }
        List<String> keys = new ArrayList<>(ALWAYS);
        keys.add("source");
        keys.add(subjects.get(0));
        boolean estimated = false;
        Oracle.Subject subject;
        switch (subjects.get(0)) {
            case "calculation" -> {
                keys.add("parameters");
                subject = new Oracle.Subject.OfFormula(configured(item, "calculation"));
            }
            case "analysis" -> {
                keys.addAll(List.of("parameters", "dataset", "network"));
                subject = new Oracle.Subject.OfDataset(configured(item, "analysis"), dataset(item));
            }
            default -> {
                estimated = item.find("studyAnalysis").isEmpty();
                keys.addAll(estimated ? List.of() : List.of("studyAnalysis", "parameters"));
                Optional<Configured> analysis =
                        estimated ? Optional.empty() : Optional.of(configured(item, "studyAnalysis"));
                subject = new Oracle.Subject.OfExperiment(experiment(item), analysis);
            }
        }
        Oracle.Reading reading;
        if (estimated) {
            keys.addAll(List.of("variable", "statistic", "cut", "where", "baseline"));
            reading = estimated(item);
        } else if (item.find("headline").isPresent()) {
            keys.add("headline");
            reading = new Oracle.Reading.OfHeadline(text(item, "headline"));
        } else {
            keys.addAll(List.of("table", "row", "column", "errorColumn"));
            String column = text(item, "column");
            reading = new Oracle.Reading.Cell(
                    text(item, "table"), levels(item, "row"), column, text(item, "errorColumn", column + "-se"));
        }
        only(item, keys);
        return new Oracle(text(item, "name"), subject, reading, reference(item), text(item, "source"), item.place());
    }

    private static Oracle.Reading estimated(Setting.Fields item) {
        String word = text(item, "statistic", "mean");
        Oracle.Statistic statistic = constant(item, "statistic", word, Oracle.Statistic.values());
        boolean cuts = statistic == Oracle.Statistic.SHARE || statistic == Oracle.Statistic.MEAN_ABOVE;
        if (cuts != item.find("cut").isPresent()) {
            throw item.mistake("'cut' belongs to the statistics share and mean-above, and to no other");
        }
        if ((statistic == Oracle.Statistic.DIFFERENCE) != item.find("baseline").isPresent()) {
            throw item.mistake("'baseline' belongs to the statistic difference, and to no other");
        }
        return new Oracle.Reading.Estimated(
                text(item, "variable"),
                statistic,
                number(item, "cut", "0"),
                levels(item, "where"),
                levels(item, "baseline"));
    }

    private static Reference reference(Setting.Fields item) {
        Reference.Kind kind = constant(item, "kind", text(item, "kind"), Reference.Kind.values());
        number(item, "expected", "");
        if (kind != Reference.Kind.MC) {
            for (String key : List.of("standardError", "bias", "precision")) {
                item.find(key).ifPresent(given -> {
                    throw given.mistake(
                            "'" + key + "' belongs to the kind MC; " + kind + " has a tolerance of its own");
                });
            }
            return new Reference(text(item, "expected"), kind, 0, 0, 0);
        }
        double error = number(item, "standardError", "");
        double precision = number(item, "precision", String.valueOf(2 * error));
        if (!(precision > 0)) {
            throw item.mistake("A number without standard error needs 'precision', the largest standard error that an "
                    + "estimate may have; otherwise a few runs would pass anything");
        }
        return new Reference(text(item, "expected"), kind, error, number(item, "bias", "0"), precision);
    }

    private static Configured configured(Setting.Fields item, String key) {
        Setting.Fields settings =
                item.find("parameters").map(OracleRegistry::fields).orElse(new Setting.Fields(List.of(), item.place()));
        return new Configured(
                text(item, key), settings, item.find(key).orElseThrow().place());
    }

    private String dataset(Setting.Fields item) {
        if (item.find("dataset").isPresent() == item.find("network").isPresent()) {
            throw item.mistake("An analysis needs either 'dataset' or 'network'");
        }
        return item.find("network").map(network -> network(fields(network))).orElseGet(() -> text(item, "dataset"));
    }

    private Experiment experiment(Setting.Fields item) {
        Setting given = item.find("experiment").orElseThrow();
        if (given instanceof Setting.Scalar name) {
            return Optional.ofNullable(named.get(name.text()))
                    .orElseThrow(() -> name.mistake(Names.unknown("experiment", name.text(), named.keySet())));
        }
        return experiment(fields(given), text(item, "name"));
    }

    /** A network that stands in the experiment itself becomes a dataset of this registry. */
    private Experiment experiment(Setting.Fields given, String title) {
        Setting.Fields settings = given;
        Optional<Setting> inline = given.find("network")
                .filter(network -> network instanceof Setting.Fields fields
                        && fields.find("edges").isPresent());
        if (inline.isPresent()) {
            Setting.Fields dataset = new Setting.Fields(List.of(), inline.get().place());
            String name = network(fields(inline.get()));
            settings = given.with(
                    "network", dataset.with("id", Setting.of("dataset")).with("name", Setting.of(name)));
        }
        return ExperimentFile.read(settings, title);
    }

    private String network(Setting.Fields given) {
        only(given, List.of("nodes", "edges", "directed", "columns"));
        int nodes = node(given.find("nodes").orElseThrow(() -> given.mistake("'nodes' is missing")), Integer.MAX_VALUE);
        boolean directed = text(given, "directed", "false").equals("true");
        GraphBuilder builder = new GraphBuilder(nodes, directed);
        for (Setting edge : items(given, "edges")) {
            if (!(edge instanceof Setting.Items ends && ends.items().size() == 2)) {
                throw edge.mistake("An edge is written as two nodes, [0, 1], found " + edge.flow());
            }
            builder.add(node(ends.items().get(0), nodes), node(ends.items().get(1), nodes));
        }
        Network network = Network.of(builder.build().graph());
        if (given.find("columns").isPresent()) {
            for (Setting.Field column : fields(given.find("columns").get()).entries()) {
                double[] values = items(column.value()).stream()
                        .mapToDouble(OracleRegistry::number)
                        .toArray();
                if (values.length != nodes) {
                    throw column.value()
                            .mistake(
                                    "A column has a value for each of the " + nodes + " nodes, found " + values.length);
                }
                network = network.withNodeColumn(Column.doubles(column.name(), "", values));
            }
        }
        String hash = HexFormat.of().formatHex(network.sha256());
        String name = "inline-" + hash;
        DatasetDescriptor descriptor = new DatasetDescriptor(
                name,
                name,
                "A small network of an oracle",
                given.place().toString(),
                "",
                List.of(),
                List.of(),
                "none",
                directed ? Direction.INFLUENCES : Direction.MUTUAL,
                hash);
        networks.put(name, new Dataset(descriptor, network, List.of()));
        return name;
    }

    private static int node(Setting setting, int below) {
        double number = number(setting);
        if (number != Math.rint(number) || number < 0 || number >= below) {
            throw setting.mistake(
                    "A whole number from 0, below the number of nodes, was expected, found " + setting.flow());
        }
        return (int) number;
    }

    private static Map<String, Setting> levels(Setting.Fields item, String key) {
        Map<String, Setting> levels = new LinkedHashMap<>();
        item.find(key)
                .map(OracleRegistry::fields)
                .ifPresent(given -> given.entries().forEach(entry -> levels.put(entry.name(), entry.value())));
        return levels;
    }

    private static void only(Setting.Fields given, List<String> keys) {
        for (Setting.Field entry : given.entries()) {
            if (!keys.contains(entry.name())) {
                throw Setting.mistake(entry.place(), Names.unknown("key", entry.name(), keys));
            }
        }
    }

    private static Setting.Fields fields(Setting setting) {
        if (setting instanceof Setting.Fields fields) {
            return fields;
        }
        throw setting.mistake("Named values in braces were expected here, found " + setting.flow());
    }

    private static List<Setting> items(Setting.Fields given, String key) {
        return items(given.find(key).orElseThrow(() -> given.mistake("'" + key + "' is missing")));
    }

    private static List<Setting> items(Setting setting) {
        if (setting instanceof Setting.Items items) {
            return items.items();
        }
        throw setting.mistake("A list in brackets was expected here, found " + setting.flow());
    }

    private static String text(Setting.Fields given, String key) {
        Setting setting = given.find(key).orElseThrow(() -> given.mistake("'" + key + "' is missing"));
        if (setting instanceof Setting.Scalar scalar) {
            return scalar.text();
        }
        throw setting.mistake("'" + key + "' is a single value, found " + setting.flow());
    }

    private static String text(Setting.Fields given, String key, String otherwise) {
        return given.find(key).isPresent() ? text(given, key) : otherwise;
    }

    private static double number(Setting.Fields given, String key, String otherwise) {
        Optional<Setting> setting = given.find(key);
        return setting.isEmpty() && !otherwise.isEmpty()
                ? Double.parseDouble(otherwise)
                : number(setting.orElseThrow(() -> given.mistake("'" + key + "' is missing")));
    }

    private static double number(Setting setting) {
        try {
            return Double.parseDouble(setting instanceof Setting.Scalar scalar ? scalar.text() : setting.flow());
        } catch (NumberFormatException noNumber) {
            throw setting.mistake("A number was expected here, found " + setting.flow());
        }
    }

    private static <E extends Enum<E>> E constant(Setting.Fields item, String key, String word, E[] constants) {
        List<String> words = new ArrayList<>();
        for (E constant : constants) {
            String own = constant.name().replace('_', '-');
            words.add(key.equals("kind") ? own : own.toLowerCase(Locale.ROOT));
            if (words.get(words.size() - 1).equals(word)) {
                return constant;
            }
        }
        throw item.find(key).orElse(item).mistake(Names.unknown(key, word, words));
    }
}
