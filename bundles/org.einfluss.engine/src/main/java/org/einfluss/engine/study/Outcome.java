package org.einfluss.engine.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.einfluss.api.InputException;
import org.einfluss.engine.Json;

/**
 * How a study ended; kept in {@code outcome.json}.
 *
 * @param plan id of the plan
 * @param digest digest of the study
 * @param fingerprint hash of the merged rows as they are stored; empty in studies of before it was kept
 * @param shards number of shards that make the study; fewer than planned where a stopping rule ended it earlier
 * @param stoppedAfter of each network configuration, the networks (runs on a fixed network) that were sampled
 * @param runs runs in the study
 * @param failed failed runs
 * @param censored runs with censored values
 * @param failures the different reasons of failed runs, the first few, each with its number of runs
 * @param started when the study was made, as ISO 8601
 * @param ended when it was complete, as ISO 8601
 */
public record Outcome(
        String plan,
        String digest,
        String fingerprint,
        int shards,
        List<Integer> stoppedAfter,
        long runs,
        long failed,
        long censored,
        Map<String, Long> failures,
        String started,
        String ended) {
    static final String FILE = "outcome.json";

    /** Copies the collections. */
    public Outcome {
        stoppedAfter = List.copyOf(stoppedAfter);
        failures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(failures));
    }

    void write(Path folder) throws IOException {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", 1);
        tree.put("plan", plan);
        tree.put("digest", digest);
        tree.put("fingerprint", fingerprint);
        tree.put("shards", shards);
        tree.put("stopped-after", stoppedAfter);
        tree.put("runs", runs);
        tree.put("failed", failed);
        tree.put("censored", censored);
        tree.put("failures", failures);
        tree.put("started", started);
        tree.put("ended", ended);
        WholeFile.write(folder.resolve(FILE), Json.text(tree));
    }

    static Outcome read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        Map<String, Object> tree = Json.read(Files.readString(file, StandardCharsets.UTF_8), file.toString());
        try {
            Map<String, Long> failures = new LinkedHashMap<>();
            ((Map<?, ?>) tree.get("failures"))
                    .forEach((reason, count) -> failures.put((String) reason, ((Number) count).longValue()));
            return new Outcome(
                    (String) tree.get("plan"),
                    (String) tree.get("digest"),
                    (String) tree.getOrDefault("fingerprint", ""),
                    ((Number) tree.get("shards")).intValue(),
                    ((List<?>) tree.get("stopped-after"))
                            .stream()
                                    .map(number -> ((Number) number).intValue())
                                    .toList(),
                    ((Number) tree.get("runs")).longValue(),
                    ((Number) tree.get("failed")).longValue(),
                    ((Number) tree.get("censored")).longValue(),
                    failures,
                    (String) tree.get("started"),
                    (String) tree.get("ended"));
        } catch (ClassCastException | NullPointerException changed) {
            throw new InputException(
                    "The file " + file + " is not as it was written; delete it and resume the study.", changed);
        }
    }
}
