package org.einfluss.api.model;

import org.osgi.annotation.versioning.ConsumerType;

/** Receives the changes of state of a run, in the order in which they happen. */
@FunctionalInterface
@ConsumerType
public interface EventSink {
    /** Takes no notice. */
    EventSink NONE = (time, node, from, to, cause) -> {};

    /**
     * Receives one change of state.
     *
     * @param time when it happened, in the model's time
     * @param node whose state changed
     * @param from code of the old state
     * @param to code of the new state
     * @param cause the node that brought it about, or a negative constant of {@link Run}
     */
    void event(double time, int node, int from, int to, int cause);
}
