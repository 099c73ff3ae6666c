package org.einfluss.engine.run;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.einfluss.api.CancelledException;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Runner;
import org.einfluss.api.study.Shard;

/**
 * Executes shards on threads of this process, which end with the run. Reports finished runs. The first error cancels the rest and is
 * thrown.
 *
 * <p>A run in which a thread neither returns nor asks for cancellation for longer than the {@link Tolerance} allows is given up: its
 * thread is ended or, where that is impossible, left alone, and its shard is executed again without that run, which is recorded as
 * failed.
 */
public final class LocalRunner implements Runner {
    /** After so many runs that did not end it is the model, and every further one would cost the whole patience. */
    private static final int MOST_GIVEN_UP = 3;

    private final int threads;
    private final Tolerance tolerance;

    /**
     * Makes a runner with the default tolerance.
     *
     * @param threads number of threads, at least 1
     */
    public LocalRunner(int threads) {
        this(threads, Tolerance.DEFAULT);
    }

    /**
     * Makes a runner.
     *
     * @param threads number of threads, at least 1
     * @param tolerance what to do about runs that fail or do not end
     */
    public LocalRunner(int threads, Tolerance tolerance) {
        if (threads < 1) {
            throw new IllegalArgumentException("Number of threads must be at least 1, was " + threads);
        }
        this.threads = threads;
        this.tolerance = tolerance;
    }

    @Override
    public void run(Plan plan, List<Shard> pending, Worker worker, Progress progress)
            throws IOException, InterruptedException {
        Pool pool = new Pool(plan, pending, worker, progress, tolerance);
        boolean interrupted = false;
        for (int i = 0; i < Math.min(threads, pending.size()); i++) {
            pool.start();
        }
        while (!pool.isDone()) {
            try {
                pool.await();
            } catch (InterruptedException stop) {
                interrupted = true;
                pool.failure.compareAndSet(null, new CancelledException());
            }
        }
        if (interrupted) {
            throw new InterruptedException("interrupted while shards were running");
        }
        pool.joinEnded();
        pool.throwFailure();
    }

    /**
     * Returns the number of runs of some shards.
     *
     * @param plan the plan
     * @param shards the shards
     */
    public static long runs(Plan plan, List<Shard> shards) {
        long[] points = new long[plan.networks().size()];
        plan.points().forEach(point -> points[point.network()]++);
        long runs = 0;
        for (Shard shard : shards) {
            runs += points[shard.network()] * (shard.toDraw() - shard.fromDraw()) * (shard.toRun() - shard.fromRun());
        }
        return runs;
    }

    /** What the threads share: the shards to do, the count of finished runs and the first failure. */
    private static final class Pool {
        private final Worker worker;
        private final Progress progress;
        private final Tolerance tolerance;
        private final long total;
        private final AtomicLong runs = new AtomicLong();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        /** Guarded by this, as are the lanes. */
        private final Deque<Shard> pending;

        private final List<Lane> lanes = new ArrayList<>();
        private final List<Lane> ended = new ArrayList<>();
        private boolean abandoned;
        private int started;
        private int givenUp;
        private long cancelledSince;

        Pool(Plan plan, List<Shard> shards, Worker worker, Progress progress, Tolerance tolerance) {
            this.pending = new ArrayDeque<>(shards);
            this.worker = worker;
            this.progress = progress;
            this.tolerance = tolerance;
            this.total = LocalRunner.runs(plan, shards);
        }

        synchronized void start() {
            Lane lane = new Lane(this, "einfluss-run-" + ++started);
            lanes.add(lane);
            lane.thread.start();
        }

        synchronized Optional<Shard> next() {
            return Optional.ofNullable(pending.poll());
        }

        synchronized void ended(Lane lane) {
            if (lanes.remove(lane)) {
                ended.add(lane);
            }
            notifyAll();
        }

        synchronized boolean isDone() {
            return lanes.isEmpty();
        }

        boolean isCancelled() {
            return failure.get() != null || progress.isCancelled();
        }

        /** Waits until all threads have ended or are given up. */
        synchronized void await() throws InterruptedException {
            while (!lanes.isEmpty()) {
                wait(Stuck.LOOK.toMillis());
                look();
            }
        }

        private void look() {
            long now = System.nanoTime();
            if (isCancelled()) {
                cancelledSince = cancelledSince == 0 ? now : cancelledSince;
                if (now - cancelledSince > Stuck.GRACE.toNanos()) {
                    // whoever does not listen is not waited for
                    List.copyOf(lanes).forEach(this::abandon);
                }
                return;
            }
            for (Lane lane : List.copyOf(lanes)) {
                if (lane.isStuck(now, tolerance.patience().toNanos())) {
                    giveUp(lane);
                }
            }
        }

        private void giveUp(Lane lane) {
            Watcher.Place place = lane.place.orElseThrow();
            String where = place.describe();
            place.giveUp();
            abandon(lane);
            long seconds = tolerance.patience().toSeconds();
            if (++givenUp >= MOST_GIVEN_UP) {
                failure.compareAndSet(
                        null,
                        new InputException(
                                "The study stops, as " + MOST_GIVEN_UP + " runs did not end within " + seconds
                                        + " s each, lastly " + where
                                        + ". What is done is kept. Repair what does not end, or give it more time with --patience."));
            } else {
                tolerance
                        .told()
                        .accept("Given up after " + seconds + " s: " + where
                                + ". It is recorded as failed; the rest goes on.");
                pending.addFirst(lane.shard.orElseThrow());
                start();
            }
        }

        private void abandon(Lane lane) {
            lane.abandoned = true;
            runs.addAndGet(-lane.seen);
            lanes.remove(lane);
            abandoned = true;
            Stuck.end(lane.thread);
        }

        /** Waits for the last instructions of threads that have nothing left to do. */
        void joinEnded() throws InterruptedException {
            for (Lane lane : ended) {
                lane.thread.join();
            }
        }

        void throwFailure() throws IOException {
            Throwable thrown = failure.get();
            if (thrown == null && progress.isCancelled() && abandoned) {
                throw new CancelledException();
            }
            if (thrown instanceof IOException unwritable) {
                throw unwritable;
            } else if (thrown instanceof RuntimeException unchecked) {
                throw unchecked;
            } else if (thrown instanceof Error error) {
                throw error;
            } else if (thrown != null) {
                throw new IllegalStateException(thrown);
            }
        }
    }

    /** One thread: adds its runs to the count of all, passes on cancellation, and shows that it is alive. */
    private static final class Lane implements Runnable, Watcher {
        private static final VarHandle BEATS;

        static {
            try {
                BEATS = MethodHandles.lookup().findVarHandle(Lane.class, "beats", long.class);
            } catch (ReflectiveOperationException impossible) {
                throw new ExceptionInInitializerError(impossible);
            }
        }

        private final Pool pool;
        private final Thread thread;
        private volatile Optional<Shard> shard = Optional.empty();
        private volatile Optional<Place> place = Optional.empty();
        private volatile boolean abandoned;
        private volatile long seen;
        /** Written by its thread alone, without the cost of a volatile write. */
        private long beats;

        private long lastBeats = -1;
        private long lastNanos;

        Lane(Pool pool, String name) {
            this.pool = pool;
            this.thread = new Thread(this, name);
            thread.setDaemon(true);
        }

        @Override
        public void run() {
            try {
                for (shard = pool.next(); shard.isPresent() && !abandoned; shard = pool.next()) {
                    seen = 0;
                    pool.worker.execute(shard.get(), this);
                }
            } catch (Throwable thrown) { // every kind must reach the caller, also those of the virtual machine
                if (!abandoned) {
                    pool.failure.compareAndSet(null, thrown);
                }
            } finally {
                pool.ended(this);
            }
        }

        /** Called by the watching thread alone. */
        boolean isStuck(long now, long patience) {
            long beat = (long) BEATS.getOpaque(this);
            if (beat != lastBeats || place.isEmpty()) {
                lastBeats = beat;
                lastNanos = now;
            }
            return now - lastNanos > patience;
        }

        @Override
        public void at(Place where) {
            place = Optional.of(where);
        }

        @Override
        public void away() {
            place = Optional.empty();
        }

        @Override
        public void failed(Place where, String reason) {
            if (pool.tolerance.stopsAtFailure()) {
                throw new InputException("The study stops at its first failed run, as asked: " + where.describe() + ": "
                        + reason + ". What is done is kept.");
            }
        }

        @Override
        public void report(long done, long all, String what) {
            long news = done - seen;
            seen = done;
            if (!abandoned) {
                pool.progress.report(pool.runs.addAndGet(news), pool.total, "runs");
            }
        }

        @Override
        public boolean isCancelled() {
            BEATS.setOpaque(this, beats + 1);
            return abandoned || pool.isCancelled();
        }
    }
}
