package org.einfluss.workbench.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.einfluss.engine.parameters.Setting;

/** The components in one place of an experiment file, which holds none, one or a list of them. */
final class Parts {
    private Parts() {}

    /**
     * A component that was picked.
     *
     * @param id its id
     * @param settings its parameters as given
     */
    record Part(String id, Setting.Fields settings) {
        static Part of(String id) {
            return new Part(id, Setting.Fields.NONE);
        }

        private Setting setting() {
            if (settings.entries().isEmpty()) {
                return Setting.of(id);
            }
            List<Setting.Field> entries = new ArrayList<>();
            entries.add(new Setting.Field("id", Setting.of(id), Setting.NOWHERE));
            entries.addAll(settings.entries());
            return new Setting.Fields(entries, Setting.NOWHERE);
        }
    }

    static List<Part> read(Setting.Fields root, String key) {
        Optional<Setting> given = root.find(key);
        if (given.isEmpty()) {
            return List.of();
        }
        List<Setting> items = given.get() instanceof Setting.Items list ? list.items() : List.of(given.get());
        List<Part> parts = new ArrayList<>();
        for (Setting item : items) {
            if (item instanceof Setting.Fields fields) {
                parts.add(new Part(
                        fields.find("id")
                                .filter(Setting.Scalar.class::isInstance)
                                .map(id -> ((Setting.Scalar) id).text())
                                .orElse(""),
                        fields.without("id")));
            } else {
                parts.add(Part.of(((Setting.Scalar) item).text()));
            }
        }
        return parts;
    }

    static Setting.Fields write(Setting.Fields root, String key, List<Part> parts) {
        if (parts.isEmpty()) {
            return root.without(key);
        }
        List<Setting> settings = parts.stream().map(Part::setting).toList();
        return root.with(key, settings.size() == 1 ? settings.get(0) : new Setting.Items(settings, Setting.NOWHERE));
    }

    /** Returns the same with one more component. */
    static Setting.Fields with(Setting.Fields root, String key, Part added) {
        List<Part> parts = new ArrayList<>(read(root, key));
        parts.add(added);
        return write(root, key, parts);
    }
}
