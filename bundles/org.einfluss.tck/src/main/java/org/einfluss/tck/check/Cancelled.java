package org.einfluss.tck.check;

import org.einfluss.api.Progress;

/** The progress of a user who has cancelled. */
final class Cancelled implements Progress {
    @Override
    public void report(long done, long total, String what) {}

    @Override
    public boolean isCancelled() {
        return true;
    }
}
