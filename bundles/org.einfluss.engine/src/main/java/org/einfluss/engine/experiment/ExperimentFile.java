package org.einfluss.engine.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.einfluss.api.InputException;
import org.einfluss.api.InputException.Place;
import org.einfluss.api.Param;
import org.einfluss.api.study.Plan;
import org.einfluss.engine.parameters.Names;
import org.einfluss.engine.parameters.ParameterSchema;
import org.einfluss.engine.parameters.Setting;
import org.einfluss.engine.parameters.YamlSettings;

/**
 * Reads and writes experiment files, {@code format: 1}.
 *
 * <pre>{@code
 * format: 1
 * title: Who starts it?
 * network: {id: erdos-renyi, nodes: 10000, mean-degree: {vary: {from: 1, to: 15, step: 0.25}}}
 * model: {id: watts-threshold, threshold: 0.18}
 * seeding: [{id: random, size: 10}, {id: top-degree, size: 10}]
 * replicates: {networks: 100, runs: 50}
 * key: 42
 * analyses: [cascade-sizes]
 * }</pre>
 *
 * Nothing is ignored: an unknown key, a key given twice or a value that cannot be used is an error with its place.
 */
public final class ExperimentFile {
    private static final String FORMAT = "1";
    private static final List<String> COMPONENTS =
            List.of("network", "prepare", "model", "seeding", "campaign", "measures", "analyses");
    private static final List<String> KEYS = List.of(
            "format",
            "title",
            "network",
            "prepare",
            "model",
            "seeding",
            "campaign",
            "measures",
            "design",
            "replicates",
            "network-draws",
            "coins",
            "max-steps",
            "recording",
            "key",
            "analyses");
    private static final Pattern INDEXED = Pattern.compile("([a-z-]+)\\[([0-9]{1,6})]");
    private static final ParameterSchema HEAD = ParameterSchema.of(Head.class);

    /** All but the components. */
    private record Head(
            @Param("Title") Optional<String> title,
            @Param(value = "Design", initial = "factorial") Design design,
            @Param(value = "Replicates", initial = "{}") Replicates replicates,

            @Param(value = "Network draws", initial = "common")
            Sharing networkDraws,

            @Param("Coins") Optional<Sharing> coins,

            @Param(value = "Step limit", initial = "10000", range = "[1,inf)", unit = "steps")
            int maxSteps,

            @Param(value = "Recording", initial = "final") Plan.Recording recording,
            @Param(value = "Key", initial = "1") long key) {}

    private ExperimentFile() {}

    /**
     * Reads an experiment file.
     *
     * @param file the file, in UTF-8
     * @throws IOException when it cannot be read
     * @throws InputException when something in it is wrong, naming file, line and column
     */
    public static Experiment read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes)).toString();
        int broken = text.indexOf('\ufffd');
        if (broken >= 0 && !Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8))) {
            String before = text.substring(0, broken);
            throw new InputException(
                    new Place(
                            file.toString(),
                            1 + (int) before.chars().filter(c -> c == '\n').count(),
                            broken - before.lastIndexOf('\n')),
                    "Expected text in UTF-8, found other bytes; save the file as UTF-8");
        }
        return read(text.startsWith("\ufeff") ? text.substring(1) : text, file.toString());
    }

    /**
     * Reads an experiment.
     *
     * @param yaml text of the file
     * @param name name of the file, for messages, and as title where there is none
     * @throws InputException when something in it is wrong, naming file, line and column
     */
    public static Experiment read(String yaml, String name) {
        String fileName = name.substring(1 + Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')));
        return experiment(YamlSettings.read(yaml, name), fileName.replaceFirst("\\.ya?ml$", ""));
    }

    /**
     * Reads an experiment that stands within another file; its format need not be given.
     *
     * @param settings the keys of an experiment file
     * @param title title where none is given
     * @throws InputException when something in it is wrong, naming file, line and column
     */
    public static Experiment read(Setting.Fields settings, String title) {
        boolean complete = settings.find("format").isPresent();
        return experiment(complete ? settings : settings.with("format", Setting.of(FORMAT)), title);
    }

    /**
     * Writes an experiment as the text of a file; reading it gives the same experiment, apart from the places in messages.
     *
     * @param experiment the experiment
     */
    public static String write(Experiment experiment) {
        return YamlSettings.write(tree(experiment));
    }

    /** Returns what is said of an experiment as a whole, beside its components: the form's general part. */
    public static ParameterSchema head() {
        return HEAD;
    }

    private static Experiment experiment(Setting.Fields root, String untitled) {
        for (Setting.Field entry : root.entries()) {
            if (!KEYS.contains(entry.name())) {
                throw Setting.mistake(entry.place(), Names.unknown("key", entry.name(), KEYS));
            }
        }
        Setting format = root.find("format")
                .orElseThrow(
                        () -> root.mistake("'format: " + FORMAT + "' is missing; it says how the file is to be read"));
        if (!(format instanceof Setting.Scalar scalar && scalar.text().equals(FORMAT))) {
            throw format.mistake("Only 'format: " + FORMAT + "' can be read here, found " + format.flow());
        }
        Setting.Fields headSettings = root.without("format").without(COMPONENTS.toArray(String[]::new));
        Head head = (Head) HEAD.bind(headSettings);
        return new Experiment(
                head.title().orElse(untitled),
                required(root, "network"),
                components(root, "prepare"),
                required(root, "model"),
                required(root, "seeding"),
                components(root, "campaign"),
                components(root, "measures"),
                head.design(),
                head.replicates(),
                head.networkDraws(),
                head.coins(),
                head.maxSteps(),
                head.recording(),
                head.key(),
                components(root, "analyses"),
                place(root, "design"),
                place(root, "replicates", "until", "variable"));
    }

    /** Where the innermost of nested keys was written, as far as they are given. */
    private static Place place(Setting.Fields root, String... keys) {
        Place place = Setting.NOWHERE;
        Setting inner = root;
        for (String key : keys) {
            Optional<Setting> next = inner instanceof Setting.Fields fields ? fields.find(key) : Optional.empty();
            if (next.isEmpty()) {
                break;
            }
            inner = next.get();
            place = inner.place();
        }
        return place;
    }

    private static List<Configured> required(Setting.Fields root, String key) {
        List<Configured> components = components(root, key);
        if (components.isEmpty()) {
            throw root.find(key)
                    .orElse(root)
                    .mistake("'" + key + "' must be given, for example '" + key + ": {id: …}'"
                            + (key.equals("seeding") ? ", or 'seeding: none'" : ""));
        }
        return components;
    }

    private static List<Configured> components(Setting.Fields root, String key) {
        Optional<Setting> given = root.find(key);
        if (given.isEmpty()) {
            return List.of();
        }
        List<Setting> items = given.get() instanceof Setting.Items list ? list.items() : List.of(given.get());
        return items.stream().map(item -> component(key, item)).toList();
    }

    private static Configured component(String key, Setting setting) {
        if (setting instanceof Setting.Scalar id) {
            return new Configured(id.text(), new Setting.Fields(List.of(), id.place()), id.place());
        }
        if (setting instanceof Setting.Fields fields) {
            Setting id = fields.find("id")
                    .orElseThrow(() -> fields.mistake("'id' is missing: which " + key + "? Write {id: …, …}"));
            if (id instanceof Setting.Scalar scalar) {
                return new Configured(scalar.text(), fields.without("id"), scalar.place());
            }
            throw id.mistake("An id is a single word; to compare several, write '" + key + ": [{id: …}, {id: …}]'");
        }
        throw setting.mistake("'" + key + "' needs an id or settings with an id here, found " + setting.flow());
    }

    private static Setting.Fields tree(Experiment experiment) {
        Setting.Fields head = HEAD.tree(new Head(
                Optional.of(experiment.title()).filter(title -> !title.isEmpty()),
                experiment.design(),
                experiment.replicates(),
                experiment.networkDraws(),
                experiment.coins(),
                experiment.maxSteps(),
                experiment.recording(),
                experiment.key()));
        List<Setting.Field> entries = new ArrayList<>();
        for (String key : KEYS) {
            Optional<Setting> value = switch (key) {
                case "format" -> Optional.of(Setting.of(FORMAT));
                case "network" -> slot(experiment.networks());
                case "prepare" -> slot(experiment.prepare());
                case "model" -> slot(experiment.models());
                case "seeding" -> slot(experiment.seedings());
                case "campaign" -> slot(experiment.campaigns());
                case "measures" -> slot(experiment.measures());
                case "analyses" -> slot(experiment.analyses());
                default -> head.find(key);
            };
            value.ifPresent(setting -> entries.add(new Setting.Field(key, setting, setting.place())));
        }
        return new Setting.Fields(entries, Setting.NOWHERE);
    }

    private static Optional<Setting> slot(List<Configured> components) {
        if (components.isEmpty()) {
            return Optional.empty();
        }
        List<Setting> settings = components.stream().map(Configured::setting).toList();
        return Optional.of(
                settings.size() == 1
                        ? settings.get(0)
                        : new Setting.Items(settings, settings.get(0).place()));
    }

    static Experiment withSettings(Experiment experiment, List<String> assignments) {
        Setting.Fields tree = tree(experiment);
        for (Setting.Field one : YamlSettings.assigned(assignments)) {
            tree = set(tree, one.name(), one.value());
        }
        return experiment(tree, experiment.title());
    }

    private static Setting.Fields set(Setting.Fields tree, String path, Setting value) {
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        String rest = dot < 0 ? "" : path.substring(dot + 1);
        Matcher indexed = INDEXED.matcher(first);
        String key = indexed.matches() ? indexed.group(1) : first;
        if (!KEYS.contains(key)) {
            List<String> inside = paths(tree, path);
            throw value.mistake(
                    inside.isEmpty()
                            ? Names.unknown("key", key, KEYS)
                                    + "; parameters of components are written model.NAME, network.NAME and so on"
                            : "Unknown key '" + key + "'; did you mean " + String.join(" or ", inside) + "?");
        }
        if (rest.isEmpty() && !indexed.matches() || !COMPONENTS.contains(key)) {
            return tree.with(path, value);
        }
        List<Configured> components = components(tree, key);
        if (components.isEmpty()) {
            throw value.mistake(
                    "The experiment has no " + key + "; set it as a whole, for example " + key + "={id: …}");
        }
        int position = 0;
        if (indexed.matches()) {
            position = Integer.parseInt(indexed.group(2));
            if (position >= components.size()) {
                throw value.mistake("There is no " + first + "; there is " + choices(key, components));
            }
        } else {
            int end = rest.indexOf('.');
            String id = end < 0 ? rest : rest.substring(0, end);
            List<Integer> named = new ArrayList<>();
            for (int i = 0; i < components.size(); i++) {
                if (components.get(i).id().equals(id)) {
                    named.add(i);
                }
            }
            if (end >= 0 && named.size() == 1) {
                position = named.get(0);
                rest = rest.substring(end + 1);
            } else if (components.size() > 1) {
                throw value.mistake("There are several: say which by " + choices(key, components) + ", for example "
                        + key + "[1]." + rest.substring(rest.lastIndexOf('.') + 1));
            }
        }
        List<Configured> changed = new ArrayList<>(components);
        Configured old = components.get(position);
        changed.set(
                position,
                rest.isEmpty()
                        ? component(key, value)
                        : new Configured(old.id(), old.settings().with(rest, value), old.place()));
        return tree.with(key, slot(changed).orElseThrow());
    }

    /** Where in the components of an experiment a setting of this name is given. */
    private static List<String> paths(Setting.Fields tree, String name) {
        List<String> paths = new ArrayList<>();
        for (String key : COMPONENTS) {
            List<Configured> components = components(tree, key);
            for (int i = 0; i < components.size(); i++) {
                if (components.get(i).settings().find(name).isPresent()) {
                    paths.add("'" + key + (components.size() > 1 ? "[" + i + "]" : "") + "." + name + "'");
                }
            }
        }
        return paths;
    }

    private static String choices(String key, List<Configured> components) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            names.add(key + "[" + i + "] (" + components.get(i).id() + ")");
        }
        return String.join(", ", names);
    }
}
