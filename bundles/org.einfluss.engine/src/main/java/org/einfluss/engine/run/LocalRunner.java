package org.einfluss.engine.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.einfluss.api.CancelledException;
import org.einfluss.api.Progress;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Runner;
import org.einfluss.api.study.Shard;

/**
 * Executes shards on threads of this process, which end with the run. Reports finished runs. The first error cancels the rest and is
 * thrown.
 */
public final class LocalRunner implements Runner {
    private final int threads;

    /**
     * Makes a runner.
     *
     * @param threads number of threads, at least 1
     */
    public LocalRunner(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("Number of threads must be at least 1, was " + threads);
        }
        this.threads = threads;
    }

    @Override
    public void run(Plan plan, List<Shard> pending, Worker worker, Progress progress)
            throws IOException, InterruptedException {
        Pool pool = new Pool(plan, List.copyOf(pending), worker, progress);
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < Math.min(threads, pending.size()); i++) {
            Thread thread = new Thread(pool, "einfluss-run-" + (i + 1));
            thread.setDaemon(true);
            thread.start();
            running.add(thread);
        }
        boolean interrupted = false;
        for (Thread thread : running) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException stop) {
                    interrupted = true;
                    pool.failure.compareAndSet(null, new CancelledException());
                }
            }
        }
        if (interrupted) {
            throw new InterruptedException("interrupted while shards were running");
        }
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

    /** What the threads share: the list of shards, the count of finished runs and the first failure. */
    private static final class Pool implements Runnable {
        private final List<Shard> shards;
        private final Worker worker;
        private final Progress progress;
        private final long total;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicLong runs = new AtomicLong();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        Pool(Plan plan, List<Shard> shards, Worker worker, Progress progress) {
            this.shards = shards;
            this.worker = worker;
            this.progress = progress;
            this.total = LocalRunner.runs(plan, shards);
        }

        @Override
        public void run() {
            try {
                for (int i = next.getAndIncrement(); i < shards.size(); i = next.getAndIncrement()) {
                    worker.execute(shards.get(i), new ShardProgress(this));
                }
            } catch (Throwable thrown) { // every kind must reach the caller, also those of the virtual machine
                failure.compareAndSet(null, thrown);
            }
        }

        void throwFailure() throws IOException {
            Throwable thrown = failure.get();
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

    /** Adds one shard's runs to the count of all and passes on cancellation. Owned by one thread. */
    private static final class ShardProgress implements Progress {
        private final Pool pool;
        private long seen;

        ShardProgress(Pool pool) {
            this.pool = pool;
        }

        @Override
        public void report(long done, long total, String what) {
            long news = done - seen;
            seen = done;
            pool.progress.report(pool.runs.addAndGet(news), pool.total, "runs");
        }

        @Override
        public boolean isCancelled() {
            return pool.failure.get() != null || pool.progress.isCancelled();
        }
    }
}
