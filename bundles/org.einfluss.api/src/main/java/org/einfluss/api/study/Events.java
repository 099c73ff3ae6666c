package org.einfluss.api.study;

import org.osgi.annotation.versioning.ProviderType;

/** A cursor over the adoption log of a study, sorted by point, draw, run and order of events. To be closed. */
@ProviderType
public interface Events extends AutoCloseable {
    /** Moves to the next event; false after the last. */
    boolean next();

    /** Returns the design point. */
    int point();

    /** Returns the network draw. */
    int draw();

    /** Returns the run. */
    int run();

    /** Returns the time of the event, in the model's time. */
    double time();

    /** Returns the node whose state changed. */
    int node();

    /** Returns the code of the old state. */
    int from();

    /** Returns the code of the new state. */
    int to();

    /** Returns the node that brought it about, or a negative constant of {@link org.einfluss.api.model.Run}. */
    int cause();

    @Override
    void close();
}
