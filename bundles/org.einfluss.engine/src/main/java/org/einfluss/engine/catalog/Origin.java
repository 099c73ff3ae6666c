package org.einfluss.engine.catalog;

import java.util.Objects;

/**
 * Where a component comes from.
 *
 * @param name symbolic name of the bundle; for plain library use, the package
 * @param version the bundle's version; empty where unknown
 * @param sha256 SHA-256 of the bundle's jar, or of the source of a single-file plug-in, in hexadecimal digits; empty where
 *     unknown
 */
public record Origin(String name, String version, String sha256) {
    /** Checks that nothing is missing. */
    public Origin {
        Objects.requireNonNull(name);
        Objects.requireNonNull(version);
        Objects.requireNonNull(sha256);
    }

    /**
     * Returns the origin of a class that came from no bundle.
     *
     * @param type the class
     */
    public static Origin of(Class<?> type) {
        return new Origin(type.getPackageName(), "", "");
    }
}
