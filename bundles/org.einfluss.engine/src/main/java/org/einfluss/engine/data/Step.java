package org.einfluss.engine.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.einfluss.api.InputException;
import org.einfluss.api.model.Transform;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.catalog.Kind;
import org.einfluss.engine.parameters.ParameterSchema;
import org.einfluss.engine.parameters.Setting;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;

/** One thing that was done to a dataset. Written as settings on one line. */
public sealed interface Step permits Step.Transformed, Step.Attached {
    /** Name of the setting that holds the key of random numbers. */
    String KEY = "key";

    /** Returns the step as it stands in a file, flow-style YAML on one line. */
    String text();

    /**
     * Does it.
     *
     * @param network what it is done to
     * @param folder where its files lie
     * @param catalog where transforms and readers of tables are found
     * @throws IOException when a file cannot be read
     * @throws InputException when it cannot be done to this network
     */
    Network apply(Network network, Path folder, Catalog catalog) throws IOException;

    /**
     * Reads a step.
     *
     * @param setting what was written
     * @throws InputException when it is no step, naming the place
     */
    static Step of(Setting setting) {
        if (!(setting instanceof Setting.Fields fields)) {
            throw setting.mistake(
                    "A step is written {transform: …} or {attach: FILE, by: COLUMN}, found " + setting.flow());
        }
        if (fields.find("attach").isPresent()) {
            String by = word(fields, "by");
            Setting.Fields rest = fields.without("attach", "by");
            if (!rest.entries().isEmpty()) {
                throw rest.entries()
                        .get(0)
                        .value()
                        .mistake("Unknown setting '" + rest.names().get(0) + "' of attach; there are by");
            }
            return new Attached(word(fields, "attach"), by);
        }
        long key = fields.find(KEY).isPresent() ? number(fields) : 1;
        return new Transformed(word(fields, "transform"), fields.without("transform", KEY), key);
    }

    private static String word(Setting.Fields fields, String name) {
        Setting given = fields.find(name)
                .orElseThrow(() -> fields.mistake("'" + name + "' is missing in the step " + fields.flow()));
        if (given instanceof Setting.Scalar scalar) {
            return scalar.text();
        }
        throw given.mistake("'" + name + "' takes one word, found " + given.flow());
    }

    private static long number(Setting.Fields fields) {
        String text = word(fields, KEY);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException noNumber) {
            throw fields.find(KEY).orElseThrow().mistake("A key is a whole number, found '" + text + "'");
        }
    }

    /**
     * A transform with its settings.
     *
     * @param id id of the transform
     * @param settings its settings as given
     * @param key key of its random numbers
     */
    record Transformed(String id, Setting.Fields settings, long key) implements Step {
        @Override
        public String text() {
            Setting.Fields all = new Setting.Fields(List.of(), Setting.NOWHERE).with("transform", Setting.of(id));
            for (Setting.Field field : settings.entries()) {
                all = all.with(field.name(), field.value());
            }
            return all.with(KEY, Setting.of(Long.toString(key))).flow();
        }

        @Override
        public Network apply(Network network, Path folder, Catalog catalog) {
            return apply((Transform<?>) catalog.find(Kind.TRANSFORM, id).component(), network);
        }

        private <P extends Record> Network apply(Transform<P> transform, Network network) {
            ParameterSchema schema = ParameterSchema.ofComponent(transform, Transform.class);
            @SuppressWarnings("unchecked") // the schema is that of this very transform
            P parameters = (P) schema.bind(settings);
            return transform.apply(parameters, network, new RandomStream(key));
        }
    }

    /**
     * Columns of a table, put at the nodes by their identifiers.
     *
     * @param file name of the table in the dataset's folder
     * @param by its column that holds the nodes' identifiers
     */
    record Attached(String file, String by) implements Step {
        @Override
        public String text() {
            return new Setting.Fields(List.of(), Setting.NOWHERE)
                    .with("attach", Setting.of(file))
                    .with("by", Setting.of(by))
                    .flow();
        }

        @Override
        public Network apply(Network network, Path folder, Catalog catalog) throws IOException {
            return NodeTable.read(folder.resolve(file), file, catalog).attach(network, by);
        }
    }
}
