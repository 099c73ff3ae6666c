package org.einfluss.engine.verify;

/**
 * What came of an oracle.
 *
 * @param oracle the oracle
 * @param status whether the numbers agree
 * @param got the computed number; NaN where there is none
 * @param standardError its standard error; NaN where it has none
 * @param tolerance how far it may be from the known number; NaN where nothing was compared
 * @param reason why it could not be compared, a sentence; empty where it was
 */
public record Verdict(Oracle oracle, Status status, double got, double standardError, double tolerance, String reason) {
    /** Whether the numbers agree. */
    public enum Status {
        /** They agree. */
        PASS,
        /** They differ, or the estimate is too imprecise to tell. */
        FAIL,
        /** The number could not be computed. */
        ERROR
    }
}
