package org.einfluss.workbench.jobs;

import java.time.Duration;
import java.util.Optional;
import org.einfluss.api.CancelledException;
import org.einfluss.api.Progress;
import org.einfluss.engine.run.ProgressMonitor;

/**
 * Work in the background, as its user sees it. Thread-safe.
 *
 * <p>Pausing holds the working threads where they ask whether they are cancelled; every few milliseconds they do.
 */
public final class Job implements Progress {
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final String title;
    private final Runnable changed;
    private final ProgressMonitor monitor;
    private State state = State.QUEUED;
    private Optional<ProgressMonitor.Status> status = Optional.empty();

    /** Where a job stands. */
    public enum State {
        /** Waits for its turn. */
        QUEUED,
        /** Works. */
        RUNNING,
        /** Is held. */
        PAUSED,
        /** Ended well. */
        DONE,
        /** Ended with a problem. */
        FAILED,
        /** Ended by its user. */
        CANCELLED;

        /** Returns whether it has ended. */
        public boolean isOver() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    Job(String title, Runnable changed) {
        this.title = title;
        this.changed = changed;
        monitor = new ProgressMonitor(INTERVAL, System::nanoTime, this::tell);
    }

    /** Returns what it is called. */
    public String title() {
        return title;
    }

    /** Returns where it stands. */
    public synchronized State state() {
        return state;
    }

    /** Returns how far it is; empty before it began to tell. */
    public synchronized Optional<ProgressMonitor.Status> status() {
        return status;
    }

    /** Ends it within a fraction of a second. */
    public void cancel() {
        monitor.cancel();
        synchronized (this) {
            if (state == State.QUEUED) {
                state = State.CANCELLED;
            } else if (state == State.PAUSED) {
                state = State.RUNNING;
            }
            notifyAll();
        }
        changed.run();
    }

    /** Holds it until it is resumed or cancelled. */
    public void pause() {
        move(State.RUNNING, State.PAUSED);
    }

    /** Lets it go on. */
    public void resume() {
        move(State.PAUSED, State.RUNNING);
    }

    /** Begins; false when it was cancelled while it waited. */
    boolean begin() {
        return move(State.QUEUED, State.RUNNING);
    }

    void end(State how) {
        synchronized (this) {
            state = how;
        }
        changed.run();
    }

    private boolean move(State from, State to) {
        synchronized (this) {
            if (state != from) {
                return false;
            }
            state = to;
            notifyAll();
        }
        changed.run();
        return true;
    }

    @Override
    public void report(long done, long total, String what) {
        monitor.report(done, total, what);
    }

    @Override
    public boolean isCancelled() {
        synchronized (this) {
            while (state == State.PAUSED) {
                try {
                    wait();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw new CancelledException();
                }
            }
        }
        return monitor.isCancelled();
    }

    private void tell(ProgressMonitor.Status news) {
        synchronized (this) {
            status = Optional.of(news);
        }
        changed.run();
    }
}
