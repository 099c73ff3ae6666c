package org.einfluss.engine.study;

import java.util.Objects;
import java.util.Optional;

/**
 * What the user says about a study for others; nothing of it is ever invented.
 *
 * @param licence address of the licence under which the results may be used, for example
 *     {@code https://creativecommons.org/licenses/by/4.0/}
 * @param agent name of the person who made the study
 */
public record Provenance(Optional<String> licence, Optional<String> agent) {
    /** Nothing is said. */
    public static final Provenance UNSAID = new Provenance(Optional.empty(), Optional.empty());

    /** Checks that nothing is missing. */
    public Provenance {
        Objects.requireNonNull(licence);
        Objects.requireNonNull(agent);
    }
}
