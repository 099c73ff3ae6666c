package org.einfluss.api.study;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A cursor over the rows of a study, sorted by point, draw, run, step. To be closed. Not thread-safe.
 *
 * <pre>{@code
 * try (Observations rows = study.observations()) {
 *     while (rows.next()) { ... rows.value(reach) ... }
 * }
 * }</pre>
 */
@ProviderType
public interface Observations extends AutoCloseable {
    /** Moves to the next row; false after the last. */
    boolean next();

    /** Returns the design point of this row. */
    int point();

    /** Returns the network draw of this row. */
    int draw();

    /** Returns the run of this row. */
    int run();

    /** Returns the number of steps done at this row. */
    int step();

    /** Returns the model's time at this row. */
    double time();

    /** Returns why the run ended; for rows of a run that went on, {@link Stop#RUNNING}. */
    Stop stop();

    /** Returns why the run failed; empty for runs that did not. */
    String failure();

    /**
     * Returns a value of this row.
     *
     * @param variable position of the variable in {@link Plan#variables()}
     * @return the value; NaN where the model does not observe it or the run failed
     */
    double value(int variable);

    @Override
    void close();

    /** Why a run ended. */
    enum Stop {
        /** This row is not the run's last. */
        RUNNING,
        /** Nothing could change any more. */
        SETTLED,
        /** The step limit was reached; values are censored. */
        STEP_LIMIT,
        /** The model itself says that its end was not natural; values are censored. */
        CENSORED,
        /** The run threw an error; it has no values. */
        FAILED
    }
}
