package org.einfluss.api.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One combination of the values of all factors.
 *
 * @param index position in the plan, from 0
 * @param network index of its network configuration
 * @param model the model
 * @param seeding the seeding
 * @param campaign the campaign, if any
 * @param factors the levels that make this point, by the factor's name (for example {@code network.mean-degree} or
 *     {@code seeding}), in the order of the experiment
 */
public record DesignPoint(
        int index,
        int network,
        Component model,
        Component seeding,
        Optional<Component> campaign,
        Map<String, String> factors) {
    /** Copies the map, keeping its order. */
    public DesignPoint {
        Objects.requireNonNull(model);
        Objects.requireNonNull(seeding);
        Objects.requireNonNull(campaign);
        factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
    }

    /**
     * Returns the level of a numeric factor.
     *
     * @param factor the factor's name
     */
    public OptionalDouble number(String factor) {
        String level = factors.get(factor);
        if (level == null) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Double.parseDouble(level));
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }

    /** Returns the levels as one line, for legends and messages. */
    public String label() {
        StringBuilder text = new StringBuilder();
        factors.forEach((factor, level) -> text.append(text.length() == 0 ? "" : ", ")
                .append(factor.substring(factor.lastIndexOf('.') + 1))
                .append(" ")
                .append(level));
        return text.length() == 0 ? model.id() : text.toString();
    }
}
