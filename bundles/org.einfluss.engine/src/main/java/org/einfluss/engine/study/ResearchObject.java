package org.einfluss.engine.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.einfluss.api.study.Plan;
import org.einfluss.engine.Json;

/**
 * Writes {@code ro-crate-metadata.json}: who computed what, from what, with which bundles. RO-Crate 1.1 with the profile Process Run
 * Crate 0.5; licence and agent only where the user said them. A study that was stopped has one too, which says so and why.
 */
final class ResearchObject {
    private static final String CRATE = "https://w3id.org/ro/crate/1.1";
    private static final String PROFILE = "https://w3id.org/ro/wfrun/process/0.5";
    private static final String ID = "@id";
    private static final String TYPE = "@type";
    private static final String NAME = "name";

    /** What a descriptor says, and how schema.org calls it. */
    private static final Map<String, String> TERMS = new TreeMap<>(Map.of(
            "title",
            "alternateName",
            "description",
            "description",
            "source",
            "isBasedOn",
            "licence",
            "license",
            "citations",
            "citation"));

    private ResearchObject() {}

    /** Writes the provenance of a complete study. */
    static void write(Path folder, Plan plan, Outcome outcome, Provenance provenance) throws IOException {
        Map<String, Object> run = run(outcome.started(), outcome.ended(), "CompletedActionStatus");
        run.put("result", reference("observations.parquet"));
        String description = "Study " + plan.id() + ": " + outcome.runs() + " runs, digest " + outcome.digest();
        write(folder, plan, description, run, provenance);
    }

    /** Writes the provenance of a study that was stopped or failed; a complete study's replaces it. */
    static void writeStopped(
            Path folder, Plan plan, String started, String stopped, String error, Provenance provenance)
            throws IOException {
        Map<String, Object> run = run(started, stopped, "FailedActionStatus");
        run.put("error", error);
        write(folder, plan, "Study " + plan.id() + ": not complete, it can be resumed", run, provenance);
    }

    private static Map<String, Object> run(String started, String ended, String status) {
        Map<String, Object> run = entity("#run", "CreateAction");
        run.put(NAME, "Run of the experiment");
        run.put("startTime", started);
        run.put("endTime", ended);
        run.put("actionStatus", "http://schema.org/" + status);
        return run;
    }

    private static void write(
            Path folder, Plan plan, String description, Map<String, Object> run, Provenance provenance)
            throws IOException {
        List<Object> graph = new ArrayList<>();
        List<Object> parts = new ArrayList<>();
        List<Object> files = new ArrayList<>();
        for (String[] file : new String[][] {
            {"experiment.yaml", "text/yaml"},
            {"plan.json", "application/json"},
            {Outcome.FILE, "application/json"},
            {"observations.parquet", "application/vnd.apache.parquet"},
            {"log.parquet", "application/vnd.apache.parquet"}
        }) {
            Path path = folder.resolve(file[0]);
            if (Files.exists(path)) {
                parts.add(reference(file[0]));
                Map<String, Object> entity = entity(file[0], "File");
                entity.put("encodingFormat", file[1]);
                entity.put("contentSize", Long.toString(Files.size(path)));
                entity.put("identifier", "sha256:" + sha256(path));
                files.add(entity);
            }
        }

        Map<String, Object> descriptor = entity("ro-crate-metadata.json", "CreativeWork");
        descriptor.put("about", reference("./"));
        descriptor.put("conformsTo", reference(CRATE));
        graph.add(descriptor);

        Map<String, Object> root = entity("./", "Dataset");
        root.put(NAME, plan.title());
        root.put("description", description);
        root.put("datePublished", ((String) run.get("endTime")).substring(0, 10));
        provenance.licence().ifPresent(licence -> root.put("license", reference(licence)));
        root.put("conformsTo", reference(PROFILE));
        root.put("hasPart", parts);
        root.put("mentions", reference("#run"));
        graph.add(root);

        Map<String, Object> profile = entity(PROFILE, "CreativeWork");
        profile.put(NAME, "Process Run Crate");
        profile.put("version", "0.5");
        graph.add(profile);
        provenance.licence().ifPresent(licence -> graph.add(entity(licence, "CreativeWork")));

        List<Object> instruments = new ArrayList<>();
        List<Object> objects =
                new ArrayList<>(List.of(reference("experiment.yaml"), reference("plan.json"), reference("#key")));
        List<Object> inputs = new ArrayList<>();
        for (Map.Entry<String, String> given : plan.inputs().entrySet()) {
            String input = given.getKey();
            String version = given.getValue();
            String id = "#" + input.replace(' ', '-');
            boolean isDataset = input.startsWith("dataset ");
            (isDataset ? objects : instruments).add(reference(id));
            Map<String, Object> entity = entity(id, isDataset ? "Dataset" : "SoftwareApplication");
            entity.put(NAME, input.substring(input.indexOf(' ') + 1));
            for (String word : version.split(" ", -1)) {
                if (word.startsWith("sha256:")) {
                    entity.put("identifier", word);
                } else if (!word.isEmpty()) {
                    entity.put("softwareVersion", word);
                }
            }
            Path told = folder.resolve("inputs").resolve(entity.get(NAME) + ".json");
            if (isDataset && Files.isRegularFile(told)) {
                describe(entity, Json.read(Files.readString(told), told.toString()));
                String name = "inputs/" + told.getFileName();
                entity.put("subjectOf", reference(name));
                parts.add(reference(name));
                Map<String, Object> file = entity(name, "File");
                file.put("encodingFormat", "application/json");
                file.put("identifier", "sha256:" + sha256(told));
                files.add(file);
            }
            inputs.add(entity);
        }

        run.put("instrument", instruments);
        run.put("object", objects);
        provenance.agent().ifPresent(agent -> run.put("agent", reference("#agent")));
        graph.add(run);
        provenance.agent().ifPresent(agent -> {
            Map<String, Object> person = entity("#agent", "Person");
            person.put(NAME, agent);
            graph.add(person);
        });

        Map<String, Object> key = entity("#key", "PropertyValue");
        key.put(NAME, "key");
        key.put("value", Long.toString(plan.key()));
        graph.add(key);
        graph.addAll(inputs);
        graph.addAll(files);

        Map<String, Object> crate = new LinkedHashMap<>();
        crate.put("@context", List.of(CRATE + "/context", "https://w3id.org/ro/terms/workflow-run/context"));
        crate.put("@graph", graph);
        WholeFile.write(folder.resolve("ro-crate-metadata.json"), Json.text(crate));
    }

    /** Says of a dataset what its descriptor in the study says, as far as it says anything. */
    private static void describe(Map<String, Object> entity, Map<String, Object> dataset) {
        TERMS.forEach((from, to) -> put(entity, to, dataset.get(from)));
        StringJoiner terms = new StringJoiner("; ");
        for (String term : List.of("sensitivity", "consent", "retention")) {
            if (dataset.get(term) instanceof String said && !said.isEmpty()) {
                terms.add(term + ": " + said);
            }
        }
        put(entity, "conditionsOfAccess", terms.toString());
    }

    private static void put(Map<String, Object> entity, String name, Object value) {
        if (value != null && !value.equals("") && !value.equals(List.of())) {
            entity.put(name, value);
        }
    }

    private static Map<String, Object> entity(String id, String type) {
        Map<String, Object> entity = new LinkedHashMap<>();
        entity.put(ID, id);
        entity.put(TYPE, type);
        return entity;
    }

    private static Map<String, Object> reference(String id) {
        return Map.of(ID, id);
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest sha = Digest.sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}
