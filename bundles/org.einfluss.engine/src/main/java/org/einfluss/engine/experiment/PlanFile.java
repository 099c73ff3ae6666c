package org.einfluss.engine.experiment;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.api.InputException.Place;
import org.einfluss.api.Variable;
import org.einfluss.api.study.Component;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Shard;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.parameters.Names;
import org.einfluss.engine.parameters.NumberText;
import org.einfluss.engine.parameters.ParameterSchema;

/**
 * Reads and writes plans as JSON ({@code plan.json}).
 *
 * <p>Points name their models, seedings and campaigns by position in a list; numbers that are not whole are canonical texts; a
 * shard is {@code [network, from-draw, to-draw, from-run, to-run, batch]}. The id is SHA-256 of the same JSON without the id,
 * in UTF-8, without white space.
 */
public final class PlanFile {
    private static final int FORMAT = 1;
    private static final String ID = "id";

    private PlanFile() {}

    /**
     * Writes a plan; the same plan gives the same bytes.
     *
     * @param plan the plan
     * @param file the file, replaced as a whole or not at all
     * @throws IOException when it cannot be written
     */
    public static void write(Plan plan, Path file) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(aside, text(plan), StandardCharsets.UTF_8);
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Returns the text of a plan's file.
     *
     * @param plan the plan
     */
    public static String text(Plan plan) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(indenter);
        return json(JSON.std.with(printer), tree(plan)) + "\n";
    }

    /**
     * Reads a plan and makes its parameter records again.
     *
     * @param file the file
     * @param catalog the components; parameters of those that are not there, or have other parameters now, stay empty
     * @throws IOException when it cannot be read
     * @throws InputException when it is no plan, or was changed since it was written
     */
    public static Plan read(Path file, Catalog catalog) throws IOException {
        return read(Files.readString(file, StandardCharsets.UTF_8), file.toString(), catalog);
    }

    /**
     * Reads a plan from the text of its file.
     *
     * @param text the text
     * @param name name of the file, for messages
     * @param catalog the components; parameters of those that are not there, or have other parameters now, stay empty
     * @throws InputException when it is no plan, or was changed since it was written
     */
    public static Plan read(String text, String name, Catalog catalog) {
        Place place = new Place(name, 0, 0);
        Map<String, Object> tree;
        try {
            tree = new LinkedHashMap<>(JSON.std.mapFrom(text));
        } catch (IOException noJson) {
            throw new InputException("The plan " + name + " cannot be read: " + noJson.getMessage(), noJson);
        }
        if (!Integer.valueOf(FORMAT).equals(tree.get("format"))) {
            throw new InputException(place, "This is no plan of format " + FORMAT);
        }
        Object id = tree.remove(ID);
        if (!hash(tree).equals(id)) {
            throw new InputException(
                    place,
                    "The plan was changed since it was written, so that the study's numbers could not be trusted; restore the file");
        }
        return new Tree(tree, catalog).plan((String) id);
    }

    /** Returns the same plan with its id. */
    static Plan identified(Plan plan) {
        Map<String, Object> tree = tree(plan);
        tree.remove(ID);
        return new Plan(
                hash(tree),
                plan.title(),
                plan.key(),
                plan.networks(),
                plan.points(),
                plan.shards(),
                plan.factors(),
                plan.measures(),
                plan.variables(),
                plan.analyses(),
                plan.commonCoins(),
                plan.independentNetworks(),
                plan.maxSteps(),
                plan.recording(),
                plan.until(),
                plan.inputs(),
                plan.notes());
    }

    private static String hash(Map<String, Object> tree) {
        try {
            byte[] bytes = json(JSON.std, tree).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
    }

    private static String json(JSON writer, Map<String, Object> tree) {
        try {
            return writer.asString(tree);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible); // nothing is written but to memory
        }
    }

    private static Map<String, Object> tree(Plan plan) {
        Distinct models = new Distinct();
        Distinct seedings = new Distinct();
        Distinct campaigns = new Distinct();
        List<Object> points = new ArrayList<>();
        for (DesignPoint point : plan.points()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("network", point.network());
            one.put("model", models.index(point.model()));
            one.put("seeding", seedings.index(point.seeding()));
            point.campaign().ifPresent(campaign -> one.put("campaign", campaigns.index(campaign)));
            one.put("factors", point.factors());
            points.add(one);
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put(ID, plan.id());
        tree.put("title", plan.title());
        tree.put("key", plan.key());
        tree.put("inputs", plan.inputs());
        tree.put("notes", plan.notes());
        tree.put("common-coins", plan.commonCoins());
        tree.put("independent-networks", plan.independentNetworks());
        tree.put("max-steps", plan.maxSteps());
        tree.put("recording", Names.kebab(plan.recording().name()));
        plan.until().ifPresent(until -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("variable", until.variable());
            one.put("half-width", NumberText.of(until.halfWidth()));
            tree.put("until", one);
        });
        tree.put("variables", plan.variables().stream().map(PlanFile::tree).toList());
        tree.put("measures", plan.measures().stream().map(PlanFile::tree).toList());
        tree.put("analyses", plan.analyses().stream().map(PlanFile::tree).toList());
        tree.put("factors", plan.factors());
        tree.put("models", models.trees());
        tree.put("seedings", seedings.trees());
        tree.put("campaigns", campaigns.trees());
        tree.put("networks", plan.networks().stream().map(PlanFile::tree).toList());
        tree.put("points", points);
        tree.put(
                "shards",
                plan.shards().stream()
                        .map(shard -> List.of(
                                shard.network(),
                                shard.fromDraw(),
                                shard.toDraw(),
                                shard.fromRun(),
                                shard.toRun(),
                                shard.batch()))
                        .toList());
        return tree;
    }

    private static Map<String, Object> tree(Variable variable) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", variable.name());
        tree.put("unit", variable.unit());
        tree.put("meaning", variable.meaning());
        return tree;
    }

    private static Map<String, Object> tree(Component component) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(ID, component.id());
        tree.put("settings", component.settings());
        return tree;
    }

    private static Map<String, Object> tree(NetworkConfiguration network) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("generator", tree(network.generator()));
        tree.put("prepare", network.prepare().stream().map(PlanFile::tree).toList());
        tree.put("fixed", network.fixed());
        tree.put("draws", network.draws());
        tree.put("runs", network.runs());
        return tree;
    }

    /** Different components in order of first use. */
    private static final class Distinct {
        private final Map<String, Integer> indices = new LinkedHashMap<>();
        private final List<Map<String, Object>> trees = new ArrayList<>();

        int index(Component component) {
            return indices.computeIfAbsent(component.toString(), key -> {
                trees.add(tree(component));
                return trees.size() - 1;
            });
        }

        List<Map<String, Object>> trees() {
            return trees;
        }
    }

    /** Reads what {@link #tree(Plan)} made; its hash is checked, so that its form needs no checks. */
    private record Tree(Map<?, ?> root, Catalog catalog) {
        Plan plan(String id) {
            List<Component> models = components(root, "models", Kind.MODEL);
            List<Component> seedings = components(root, "seedings", Kind.SEEDING);
            List<Component> campaigns = components(root, "campaigns", Kind.CAMPAIGN);
            List<NetworkConfiguration> networks = new ArrayList<>();
            for (Map<?, ?> one : maps(root, "networks")) {
                networks.add(new NetworkConfiguration(
                        networks.size(),
                        component((Map<?, ?>) one.get("generator"), Kind.GENERATOR),
                        components(one, "prepare", Kind.TRANSFORM),
                        (Boolean) one.get("fixed"),
                        whole(one, "draws"),
                        whole(one, "runs")));
            }
            List<DesignPoint> points = new ArrayList<>();
            for (Map<?, ?> one : maps(root, "points")) {
                points.add(new DesignPoint(
                        points.size(),
                        whole(one, "network"),
                        models.get(whole(one, "model")),
                        seedings.get(whole(one, "seeding")),
                        one.containsKey("campaign")
                                ? Optional.of(campaigns.get(whole(one, "campaign")))
                                : Optional.empty(),
                        texts(one, "factors")));
            }
            List<Shard> shards = new ArrayList<>();
            for (Object one : (List<?>) root.get("shards")) {
                int[] n = ((List<?>) one)
                        .stream()
                                .mapToInt(number -> ((Number) number).intValue())
                                .toArray();
                shards.add(new Shard(shards.size(), n[0], n[1], n[2], n[3], n[4], n[5]));
            }
            Optional<Plan.Precision> until = Optional.ofNullable((Map<?, ?>) root.get("until"))
                    .map(one -> new Plan.Precision(
                            (String) one.get("variable"), NumberText.parse((String) one.get("half-width"))));
            return new Plan(
                    id,
                    (String) root.get("title"),
                    ((Number) root.get("key")).longValue(),
                    networks,
                    points,
                    shards,
                    strings(root, "factors"),
                    components(root, "measures", Kind.MEASURE),
                    maps(root, "variables").stream()
                            .map(one -> new Variable(
                                    (String) one.get("name"), (String) one.get("unit"), (String) one.get("meaning")))
                            .toList(),
                    components(root, "analyses", Kind.STUDY_ANALYSIS),
                    (Boolean) root.get("common-coins"),
                    (Boolean) root.get("independent-networks"),
                    whole(root, "max-steps"),
                    recording((String) root.get("recording")),
                    until,
                    texts(root, "inputs"),
                    strings(root, "notes"));
        }

        private static Plan.Recording recording(String name) {
            for (Plan.Recording recording : Plan.Recording.values()) {
                if (Names.kebab(recording.name()).equals(name)) {
                    return recording;
                }
            }
            throw new InputException("The plan asks for an unknown recording '" + name + "'");
        }

        private List<Component> components(Map<?, ?> from, String key, Kind kind) {
            return maps(from, key).stream().map(one -> component(one, kind)).toList();
        }

        private Component component(Map<?, ?> one, Kind kind) {
            String id = (String) one.get(ID);
            Map<String, String> settings = texts(one, "settings");
            Optional<ParameterSchema> schema = Optional.empty();
            if (kind == Kind.GENERATOR && id.equals(Planner.DATASET)) {
                schema = Optional.of(ParameterSchema.of(DatasetNetwork.class));
            } else if (catalog.contains(kind, id)) {
                schema = Optional.of(catalog.find(kind, id).schema());
            }
            return new Component(id, settings, schema.flatMap(known -> parameters(known, settings)));
        }

        private static Optional<Record> parameters(ParameterSchema schema, Map<String, String> settings) {
            try {
                return Optional.of(schema.fromSettings(settings));
            } catch (InputException otherParameters) {
                return Optional.empty(); // the study stays readable, as if the component were not there
            }
        }

        private static int whole(Map<?, ?> from, String key) {
            return ((Number) from.get(key)).intValue();
        }

        private static List<Map<?, ?>> maps(Map<?, ?> from, String key) {
            return ((List<?>) from.get(key))
                    .stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList();
        }

        private static List<String> strings(Map<?, ?> from, String key) {
            return ((List<?>) from.get(key)).stream().map(String.class::cast).toList();
        }

        private static Map<String, String> texts(Map<?, ?> from, String key) {
            Map<String, String> texts = new LinkedHashMap<>();
            ((Map<?, ?>) from.get(key)).forEach((name, text) -> texts.put((String) name, (String) text));
            return texts;
        }
    }
}
