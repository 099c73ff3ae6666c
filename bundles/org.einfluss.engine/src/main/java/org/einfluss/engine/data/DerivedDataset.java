package org.einfluss.engine.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.parameters.Setting;
import org.einfluss.engine.parameters.YamlSettings;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;

/**
 * A dataset made from another by steps: {@code derived.yaml} in a folder holds which, and the hashes of both. It is made anew whenever it is
 * opened, so that its history is what it is, and the last step can be taken back.
 *
 * <pre>{@code
 * format: 1
 * name: office-core
 * from: office
 * from-hash: 64 hexadecimal digits
 * steps:
 *   - {transform: giant-component, key: 1}
 *   - {attach: salaries.csv, by: id}
 * hash: 64 hexadecimal digits
 * }</pre>
 *
 * @param name its name
 * @param from name of the dataset it is made from, which is not derived itself
 * @param fromHash content hash of that dataset
 * @param steps what was done, in order; at least one
 * @param hash content hash of the outcome
 */
public record DerivedDataset(String name, String from, String fromHash, List<Step> steps, String hash) {
    /** Name of the file. */
    public static final String FILE = "derived.yaml";

    /** Node column that tells, while a step is done, which node is which; never seen afterwards. */
    private static final String ORIGIN = "node before the step";

    private static final List<String> KEYS = List.of("format", "name", "from", "from-hash", "steps", "hash");

    /** Copies the list. */
    public DerivedDataset {
        steps = List.copyOf(steps);
    }

    /**
     * Reads the file of a derived dataset.
     *
     * @param folder its folder
     * @throws IOException when it cannot be read
     * @throws InputException when it is wrong, naming line and column
     */
    public static DerivedDataset read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        Setting.Fields fields = YamlSettings.read(Files.readString(file, StandardCharsets.UTF_8), file.toString());
        for (Setting.Field field : fields.entries()) {
            if (!KEYS.contains(field.name())) {
                throw field.value()
                        .mistake("Unknown setting '" + field.name() + "'; there are " + String.join(", ", KEYS));
            }
        }
        if (!text(fields, "format").equals("1")) {
            throw fields.find("format").orElseThrow().mistake("Expected format 1; a newer version may be needed");
        }
        Setting steps = fields.find("steps").orElseThrow(() -> fields.mistake("'steps' is missing"));
        if (!(steps instanceof Setting.Items items) || items.items().isEmpty()) {
            throw steps.mistake("'steps' is a list of at least one step");
        }
        return new DerivedDataset(
                text(fields, "name"),
                text(fields, "from"),
                text(fields, "from-hash"),
                items.items().stream().map(Step::of).toList(),
                text(fields, "hash"));
    }

    private static String text(Setting.Fields fields, String name) {
        Setting given = fields.find(name).orElseThrow(() -> fields.mistake("'" + name + "' is missing"));
        if (given instanceof Setting.Scalar scalar) {
            return scalar.text();
        }
        throw given.mistake("'" + name + "' takes one word, found " + given.flow());
    }

    /** Returns the text of its file. */
    public String text() {
        StringBuilder text = new StringBuilder("format: 1\n");
        text.append("name: ").append(name).append("\nfrom: ").append(from);
        text.append("\nfrom-hash: ").append(fromHash).append("\nsteps:\n");
        steps.forEach(step -> text.append("  - ").append(step.text()).append('\n'));
        return text.append("hash: ").append(hash).append('\n').toString();
    }

    /**
     * Makes the dataset.
     *
     * @param folder its folder, where files of its steps lie
     * @param catalog where the dataset it is made from, transforms and readers of tables are found
     * @param hashing computes the content hash of a dataset
     * @param progress told how far it is
     * @throws IOException when a file cannot be read
     * @throws InputException when the dataset it is made from is missing or another, or a step cannot be done
     */
    public Dataset make(Path folder, Catalog catalog, Function<Dataset, String> hashing, Progress progress)
            throws IOException {
        Dataset base = catalog.dataset(from, progress);
        if (!fromHash.equals(base.descriptor().hash())) {
            throw new InputException("The dataset '" + name + "' was made from '" + from + "' with the hash " + fromHash
                    + ", which now has the hash " + base.descriptor().hash() + "; make it anew under another name");
        }
        Dataset made = base;
        for (Step step : steps) {
            progress.checkCancelled();
            made = apply(step, made, folder, catalog);
        }
        DatasetDescriptor descriptor = describe(base.descriptor());
        made = made.described(descriptor);
        String found = hashing.apply(made);
        if (!hash.isEmpty() && !hash.equals(found)) {
            throw new InputException(
                    "The dataset '" + name + "' has the hash " + found + ", not " + hash
                            + " as when it was made; a transform or a table was changed since. Make it anew under another name");
        }
        return made.described(descriptor.withHash(found));
    }

    DatasetDescriptor describe(DatasetDescriptor base) {
        List<String> history = new ArrayList<>(base.history());
        steps.forEach(step -> history.add(step.text()));
        return base.derived(name, base.title() + ", transformed", history);
    }

    private static Dataset apply(Step step, Dataset dataset, Path folder, Catalog catalog) throws IOException {
        Network before = dataset.network();
        int n = before.nodes();
        Network labelled = before.nodeColumn(Network.ID).isPresent()
                ? before
                : before.withNodeColumn(Column.texts(
                        Network.ID,
                        IntStream.range(0, n).mapToObj(before::label).toArray(String[]::new)));
        Column numbers =
                Column.integers(ORIGIN, "", IntStream.range(0, n).asLongStream().toArray());
        Network after = step.apply(labelled.withNodeColumn(numbers), folder, catalog);
        Column origin = after.nodeColumn(ORIGIN)
                .orElseThrow(() -> new InputException("The step " + step.text()
                        + " does not tell which node is which afterwards; a transform of datasets keeps node columns"));
        int[] number = new int[n];
        Arrays.fill(number, -1);
        for (int v = 0; v < after.nodes(); v++) {
            number[(int) origin.longAt(v)] = v;
        }
        after = after.withoutNodeColumn(ORIGIN);
        boolean sameNodes = after.nodes() == n && IntStream.range(0, n).allMatch(v -> number[v] == v);
        Network result =
                sameNodes && before.nodeColumn(Network.ID).isEmpty() ? after.withoutNodeColumn(Network.ID) : after;
        return new Dataset(
                dataset.descriptor(),
                result,
                dataset.logs().stream().map(log -> log.renumbered(number)).toList(),
                dataset.activities().stream().map(log -> log.renumbered(number)).toList());
    }
}
