package org.einfluss.sdk;

import java.util.Objects;

/**
 * Whether a component keeps one rule.
 *
 * @param status whether it does
 * @param rule the rule, in a few words
 * @param expected what the rule demands
 * @param found what was found instead, or why it could not be checked; empty where it is kept
 * @param advice what to do; empty where it is kept
 */
public record Finding(Status status, String rule, String expected, String found, String advice) {
    /** Checks that nothing is missing. */
    public Finding {
        Objects.requireNonNull(status);
        Objects.requireNonNull(rule);
        Objects.requireNonNull(expected);
        Objects.requireNonNull(found);
        Objects.requireNonNull(advice);
    }

    static Finding kept(String rule, String expected) {
        return new Finding(Status.KEPT, rule, expected, "", "");
    }

    static Finding broken(String rule, String expected, String found, String advice) {
        return new Finding(Status.BROKEN, rule, expected, found, advice);
    }

    static Finding unchecked(String rule, String found, String advice) {
        return new Finding(Status.UNCHECKED, rule, "", found, advice);
    }

    /** How a rule fared. */
    public enum Status {
        /** It is kept. */
        KEPT,
        /** It is broken. */
        BROKEN,
        /** It could not be checked here. */
        UNCHECKED
    }
}
