package org.einfluss.workbench.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.einfluss.api.CancelledException;
import org.einfluss.api.InputException;

/**
 * Runs jobs in the background: studies one after the other, as each of them uses the whole machine; what a user waits for besides them.
 * Thread-safe.
 */
public final class Jobs implements AutoCloseable {
    private final Runnable before;
    private final Executor eventThread;
    private final BiConsumer<String, Throwable> failed;
    private final Map<Lane, ExecutorService> lanes = new EnumMap<>(Lane.class);
    private final Map<String, Job> abouts = new HashMap<>();
    private final List<Job> jobs = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /** Who waits for whom. */
    public enum Lane {
        /** One at a time, in the order asked for: studies. They stay in the list of jobs when they are over. */
        STUDY(1),
        /** At once: opening, analysing, exporting. */
        QUICK(2),
        /** At once and unseen: what a view needs to show itself. */
        VIEW(3);

        private final int threads;

        Lane(int threads) {
            this.threads = threads;
        }
    }

    /**
     * Makes the lanes.
     *
     * @param before what every job does first, quick when it was done before
     * @param eventThread where results and news are handed over
     * @param failed told, on that thread, the title of a job that failed and why
     */
    public Jobs(Runnable before, Executor eventThread, BiConsumer<String, Throwable> failed) {
        this.before = before;
        this.eventThread = task -> eventThread.execute(() -> {
            if (!closed) { // else nobody is there any more to be told
                task.run();
            }
        });
        this.failed = failed;
        for (Lane lane : Lane.values()) {
            lanes.put(lane, Executors.newFixedThreadPool(lane.threads, task -> {
                Thread thread = new Thread(task, "einfluss-" + lane.name().toLowerCase(java.util.Locale.ROOT));
                thread.setDaemon(true);
                return thread;
            }));
        }
    }

    /**
     * Queues work.
     *
     * @param lane who waits for whom
     * @param title what it is called
     * @param work what to do
     * @param done receives what came out, on the event thread
     * @param <T> what comes out
     */
    public <T> Job submit(Lane lane, String title, Work<T> work, Consumer<? super T> done) {
        return submit(lane, title, work, done, () -> {});
    }

    /**
     * Queues work.
     *
     * @param lane who waits for whom
     * @param title what it is called
     * @param work what to do
     * @param done receives what came out, on the event thread
     * @param otherwise called on the event thread when nothing came out, because it failed or was cancelled
     * @param <T> what comes out
     */
    public <T> Job submit(Lane lane, String title, Work<T> work, Consumer<? super T> done, Runnable otherwise) {
        Job job = new Job(title, this::tell);
        if (lane != Lane.VIEW) {
            jobs.add(job);
            tell();
        }
        lanes.get(lane).execute(() -> run(lane, job, work, done, otherwise));
        return job;
    }

    /**
     * Queues work on something that no other job may work on at the same time, or returns the job that does.
     *
     * @param about what it works on
     * @param lane who waits for whom
     * @param title what it is called
     * @param work what to do
     * @param done receives what came out, on the event thread; not called where there is such a job already
     * @param otherwise called on the event thread when nothing came out, because it failed or was cancelled; likewise
     * @param <T> what comes out
     */
    public synchronized <T> Job submitOnce(
            String about, Lane lane, String title, Work<T> work, Consumer<? super T> done, Runnable otherwise) {
        return about(about).orElseGet(() -> {
            Job job = submit(lane, title, work, done, otherwise);
            abouts.put(about, job);
            return job;
        });
    }

    /**
     * Returns the job that works on something, or waits to.
     *
     * @param about what was given to {@link #submitOnce}
     */
    public synchronized Optional<Job> about(String about) {
        abouts.values().removeIf(job -> job.state().isOver());
        return Optional.ofNullable(abouts.get(about));
    }

    private <T> void run(Lane lane, Job job, Work<T> work, Consumer<? super T> done, Runnable otherwise) {
        try {
            if (!job.begin()) {
                eventThread.execute(otherwise);
                return;
            }
            before.run();
            T result = work.run(job);
            job.end(Job.State.DONE);
            eventThread.execute(() -> done.accept(result));
        } catch (CancelledException | InterruptedException cancelled) {
            job.end(Job.State.CANCELLED);
            eventThread.execute(otherwise);
        } catch (Throwable failure) { // an Error too must reach the user and must not end the lane
            job.end(Job.State.FAILED);
            eventThread.execute(() -> {
                failed.accept(job.title(), failure);
                otherwise.run();
            });
        } finally {
            if (lane == Lane.QUICK && job.state() != Job.State.FAILED) {
                jobs.remove(job);
                tell();
            }
        }
    }

    /** Returns the jobs a user can see, oldest first. */
    public List<Job> all() {
        return List.copyOf(jobs);
    }

    /** Returns the jobs that are not over. */
    public List<Job> running() {
        List<Job> running = new ArrayList<>(jobs);
        running.removeIf(job -> job.state().isOver());
        return running;
    }

    /** Takes the jobs that are over off the list. */
    public void clear() {
        jobs.removeIf(job -> job.state().isOver());
        tell();
    }

    /**
     * Has a listener told, on the event thread, whenever a job changed.
     *
     * @param listener the listener
     * @return ends it
     */
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell() {
        eventThread.execute(() -> listeners.forEach(Runnable::run));
    }

    /** Cancels all jobs; what comes out of them is told to nobody. */
    @Override
    public void close() {
        closed = true;
        jobs.forEach(Job::cancel);
        lanes.values().forEach(ExecutorService::shutdownNow);
    }

    /**
     * Says in a sentence why something failed.
     *
     * @param failure what was thrown
     * @return the sentence of a mistake in what was asked, else what kind of error it is and its words
     */
    public static String sentence(Throwable failure) {
        if (failure instanceof InputException) {
            return failure.getMessage();
        }
        if (failure instanceof UncheckedIOException && failure.getCause() != null) {
            return sentence(failure.getCause());
        }
        String words = failure.getMessage() == null ? "" : failure.getMessage();
        return failure instanceof IOException && words.contains(" ")
                ? words
                : failure.getClass().getSimpleName() + (words.isEmpty() ? "" : ": " + words);
    }
}
