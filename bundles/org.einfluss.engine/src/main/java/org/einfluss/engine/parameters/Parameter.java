package org.einfluss.engine.parameters;

import java.util.Objects;
import java.util.Optional;

/**
 * One parameter, as its {@link org.einfluss.api.Param} describes it.
 *
 * @param name name in files, kebab-case
 * @param label label in English
 * @param unit unit; empty: dimensionless
 * @param symbol letter in the cited paper, may be empty
 * @param range allowed values of a number, or of each number of a list
 * @param initial default as text; empty: it must be given, unless its type is {@link ParameterType.Maybe}
 * @param help one sentence, may be empty
 * @param advanced whether forms fold it away
 * @param type what values it takes
 */
public record Parameter(
        String name,
        String label,
        String unit,
        String symbol,
        Interval range,
        Optional<String> initial,
        String help,
        boolean advanced,
        ParameterType type) {
    /** Checks that nothing is missing. */
    public Parameter {
        Objects.requireNonNull(name);
        Objects.requireNonNull(initial);
        Objects.requireNonNull(type);
    }

    /** Returns label and unit, for example {@code Threshold (fraction of neighbours)}. */
    public String caption() {
        return unit.isEmpty() ? label : label + " (" + unit + ")";
    }
}
