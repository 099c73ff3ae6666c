package org.einfluss.workbench.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What is shown of a selected thing, in the user's language.
 *
 * @param title what it is
 * @param rows values by label, in order; values may be long
 */
public record Properties(String title, Map<String, String> rows) {
    /** Nothing is selected. */
    public static final Properties NONE = new Properties("", Map.of());

    /** Copies the rows. */
    public Properties {
        Objects.requireNonNull(title);
        Map<String, String> copy = new LinkedHashMap<>(rows);
        copy.values().removeIf(String::isBlank);
        rows = java.util.Collections.unmodifiableMap(copy);
    }
}
