package org.einfluss.tck.check;

import org.einfluss.api.Progress;

/** The progress of a user who cancels after a while. */
final class Patience implements Progress {
    private static final long NANOSECONDS = 300_000_000L;

    private final long begin = System.nanoTime();

    @Override
    public void report(long done, long total, String what) {}

    @Override
    public boolean isCancelled() {
        return System.nanoTime() - begin > NANOSECONDS;
    }
}
