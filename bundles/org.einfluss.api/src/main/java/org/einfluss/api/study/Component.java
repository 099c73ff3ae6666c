package org.einfluss.api.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A component with its checked parameters.
 *
 * @param id id of the component
 * @param settings every parameter, defaults included, by its name in files (nested names joined by dots), in order, as
 *     canonical text
 * @param parameters the parameter record; empty where the component is not installed
 */
public record Component(String id, Map<String, String> settings, Optional<Record> parameters) {
    /** Copies the map, keeping its order. */
    public Component {
        Objects.requireNonNull(id);
        Objects.requireNonNull(parameters);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /**
     * Returns the parameter record when it is of a type.
     *
     * @param type the record class asked for
     * @param <P> the record class
     */
    public <P extends Record> Optional<P> as(Class<P> type) {
        return parameters.filter(type::isInstance).map(type::cast);
    }

    @Override
    public String toString() {
        return id + settings;
    }
}
