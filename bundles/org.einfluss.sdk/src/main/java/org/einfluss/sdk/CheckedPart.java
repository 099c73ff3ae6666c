package org.einfluss.sdk;

import java.util.List;
import java.util.Objects;

/**
 * A component of a plug-in, or its code as a whole, and how it keeps the rules.
 *
 * @param kind what it is, for example {@code study analysis}
 * @param name its id; of a chart view its class
 * @param findings one for each rule
 */
public record CheckedPart(String kind, String name, List<Finding> findings) {
    /** Copies the list. */
    public CheckedPart {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
        findings = List.copyOf(findings);
    }

    /**
     * Returns how many rules fared like this.
     *
     * @param status how
     */
    public long count(Finding.Status status) {
        return findings.stream().filter(finding -> finding.status() == status).count();
    }
}
