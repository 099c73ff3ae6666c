package org.einfluss.engine.run;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.einfluss.api.Progress;

/**
 * Turns reports of progress into what a front end shows, with the time that remains at the pace so far, at most so often; and carries
 * its wish to cancel. Thread-safe; the listener is called by whichever thread reports, one at a time.
 */
public final class ProgressMonitor implements Progress {
    private final LongSupplier nanoClock;
    private final long interval;
    private final Consumer<Status> listener;
    private volatile boolean cancelled;
    private volatile long nextAt;
    private boolean begun;
    private String what = "";
    private long startedAt;
    private long startedWith;
    private long furthest;

    /**
     * How far the work is.
     *
     * @param done units done
     * @param total units in all; 0 where unknown
     * @param what what is being done
     * @param elapsed time since this kind of work began
     * @param remaining time that remains at the pace so far; empty where that is unknown
     */
    public record Status(long done, long total, String what, Duration elapsed, Optional<Duration> remaining) {}

    /**
     * Makes a monitor.
     *
     * @param interval least time between two calls of the listener; the end of each kind of work is always told
     * @param nanoClock the clock, in nanoseconds, for example {@code System::nanoTime}
     * @param listener shows it
     */
    public ProgressMonitor(Duration interval, LongSupplier nanoClock, Consumer<Status> listener) {
        this.interval = interval.toNanos();
        this.nanoClock = nanoClock;
        this.listener = listener;
        this.nextAt = nanoClock.getAsLong();
    }

    /** Asks the work to end; it does so within a fraction of a second. */
    public void cancel() {
        cancelled = true;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void report(long done, long total, String doing) {
        long now = nanoClock.getAsLong();
        if (now - nextAt >= 0 || done == total) {
            tell(now, done, total, doing);
        }
    }

    private synchronized void tell(long now, long done, long total, String doing) {
        if (!begun || !doing.equals(what)) {
            begun = true;
            what = doing;
            startedAt = now;
            startedWith = done;
            furthest = done;
        }
        if (done < furthest) {
            return; // a slower thread's older report
        }
        furthest = done;
        nextAt = now + interval;
        long elapsed = now - startedAt;
        long news = done - startedWith;
        Optional<Duration> remaining = total > 0 && news > 0
                ? Optional.of(Duration.ofNanos((long) ((double) elapsed / news * (total - done))))
                : Optional.empty();
        listener.accept(new Status(done, total, doing, Duration.ofNanos(elapsed), remaining));
    }
}
