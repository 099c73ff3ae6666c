package org.einfluss.engine.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.einfluss.api.InputException.Place;
import org.einfluss.engine.parameters.Setting;
import org.einfluss.engine.parameters.YamlSettings;

/**
 * A component picked by id, with what was said of its parameters: single values, or levels of factors.
 *
 * @param id id of the component
 * @param settings its parameters as given; checked when planned
 * @param place where it was picked
 */
public record Configured(String id, Setting.Fields settings, Place place) {
    /** Checks that nothing is missing. */
    public Configured {
        Objects.requireNonNull(id);
        Objects.requireNonNull(settings);
        Objects.requireNonNull(place);
    }

    /**
     * Picks a component with its defaults.
     *
     * @param id id of the component
     */
    public static Configured of(String id) {
        return new Configured(id, Setting.Fields.NONE, Setting.NOWHERE);
    }

    /**
     * Returns the same with another setting.
     *
     * @param parameter name of the parameter, nested names joined by dots
     * @param value the value as text, flow-style YAML for lists, alternatives and {@code {vary: …}}
     */
    public Configured with(String parameter, String value) {
        return new Configured(id, settings.with(parameter, YamlSettings.value(value, Setting.NOWHERE)), place);
    }

    /** Returns how it is written in a file: its id alone, or a mapping with {@code id} and its settings. */
    Setting setting() {
        Setting.Scalar name = new Setting.Scalar(id, place);
        if (settings.entries().isEmpty()) {
            return name;
        }
        List<Setting.Field> entries = new ArrayList<>();
        entries.add(new Setting.Field("id", name, place));
        entries.addAll(settings.entries());
        return new Setting.Fields(entries, settings.place());
    }
}
