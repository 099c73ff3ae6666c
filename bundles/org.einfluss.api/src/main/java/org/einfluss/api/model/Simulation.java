package org.einfluss.api.model;

import org.osgi.annotation.versioning.ConsumerType;

/** The state of one model on one network, owned by one worker thread and reused run after run. */
@ConsumerType
public interface Simulation {
    /**
     * Starts a run: resets in place, touching only what the last run changed, and activates the run's seeds at time 0.
     *
     * @param run what this run may draw on
     */
    void begin(Run run);

    /**
     * Advances one unit of time (one sweep for asynchronous models, one event for continuous time).
     *
     * @return false once nothing can change any more
     */
    boolean step();

    /** Returns the present time, in the model's unit: the number of steps done unless a model counts otherwise. */
    double time();

    /**
     * Returns whether the run ended before its natural end, so that its values are lower bounds. Asked after the last step;
     * the engine itself marks runs that reached the step limit.
     */
    default boolean isCensored() {
        return false;
    }

    /**
     * Writes the values of {@link Model#variables}; may be called after any step.
     *
     * @param row receives the values
     * @param offset index of the first value
     */
    void observe(double[] row, int offset);

    /** Returns a live view of every node's state. */
    NodeStates nodes();
}
