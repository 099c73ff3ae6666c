package org.einfluss.launcher;

import java.util.Map;
import java.util.TreeMap;

/**
 * Why a Declarative Services component is not there.
 *
 * @param bundle symbolic name of its bundle
 * @param component the component's name
 * @param reason a sentence that names the missing reference or configuration, or the failure
 */
public record ComponentReport(String bundle, String component, String reason) {

    Map<String, String> asMap() {
        return new TreeMap<>(Map.of("bundle", bundle, "component", component, "reason", reason));
    }

    @Override
    public String toString() {
        return "The component " + component + " of " + bundle + " is not there: " + reason;
    }
}
