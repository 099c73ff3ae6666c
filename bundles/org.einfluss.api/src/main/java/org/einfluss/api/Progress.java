package org.einfluss.api;

import org.osgi.annotation.versioning.ProviderType;

/** How long work tells how far it is, and learns that it is no longer wanted. Safe to call from any thread. */
@ProviderType
public interface Progress {
    /** Takes no notice and never cancels. */
    Progress NONE = (done, total, what) -> {};

    /**
     * Tells how far the work is.
     *
     * @param done units done
     * @param total units in all; 0 where unknown
     * @param what what is being done, in the user's words
     */
    void report(long done, long total, String what);

    /** Returns whether the user has cancelled. */
    default boolean isCancelled() {
        return false;
    }

    /**
     * Ends the work when the user has cancelled; to be called at least every few milliseconds.
     *
     * @throws CancelledException once the work is cancelled
     */
    default void checkCancelled() {
        if (isCancelled()) {
            throw new CancelledException();
        }
    }
}
