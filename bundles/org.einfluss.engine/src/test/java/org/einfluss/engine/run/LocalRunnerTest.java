package org.einfluss.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.einfluss.api.CancelledException;
import org.einfluss.api.Progress;
import org.einfluss.api.study.Plan;
import org.einfluss.engine.study.Digest;
import org.einfluss.engine.study.MemoryStore;
import org.junit.jupiter.api.Test;

class LocalRunnerTest {
    private static MemoryStore run(Plan plan, int threads) throws Exception {
        MemoryStore store = new MemoryStore();
        new LocalRunner(threads)
                .run(
                        plan,
                        plan.shards(),
                        new ShardWorker(plan, Tiny.CATALOG, new Networks(plan, Tiny.CATALOG), store),
                        Progress.NONE);
        store.merge(store.present(), Progress.NONE);
        return store;
    }

    @Test
    void anyNumberOfThreadsGivesTheSameDigest() throws Exception {
        Plan plan = Tiny.study(21).networks(12).recording(Plan.Recording.LOG).plan();
        String one = digest(plan, run(plan, 1));
        assertEquals(64, one.length());
        assertEquals(one, digest(plan, run(plan, 3)));
        Plan coarse = Tiny.study(21)
                .networks(12)
                .drawsPerShard(5)
                .recording(Plan.Recording.LOG)
                .plan();
        assertEquals(one, digest(coarse, run(coarse, 2)));
        Plan otherKey =
                Tiny.study(22).networks(12).recording(Plan.Recording.LOG).plan();
        assertFalse(one.equals(digest(otherKey, run(otherKey, 2))));
    }

    private static String digest(Plan plan, MemoryStore store) {
        return Digest.of(plan.variables(), store.observations(), store.events());
    }

    @Test
    void progressCountsEveryRun() throws Exception {
        Plan plan = Tiny.study(21).networks(6).runs(10).plan();
        AtomicLong most = new AtomicLong();
        Progress progress = (done, total, what) -> {
            assertEquals(120, total);
            most.accumulateAndGet(done, Math::max);
        };
        MemoryStore store = new MemoryStore();
        ShardWorker worker = new ShardWorker(plan, Tiny.CATALOG, new Networks(plan, Tiny.CATALOG), store);
        new LocalRunner(2).run(plan, plan.shards(), worker, progress);
        assertEquals(120, most.get());
    }

    @Test
    void firstErrorEndsTheRestAndIsThrown() {
        Plan plan = Tiny.study(21).networks(50).plan();
        Set<Integer> executed = ConcurrentHashMap.newKeySet();
        IOException full = new IOException("disk full");
        Thread[] threads = new Thread[1];
        IOException thrown = assertThrows(
                IOException.class,
                () -> new LocalRunner(2)
                        .run(
                                plan,
                                plan.shards(),
                                (shard, progress) -> {
                                    threads[0] = Thread.currentThread();
                                    executed.add(shard.index());
                                    if (shard.index() == 3) {
                                        throw full;
                                    }
                                    while (shard.index() > 3) {
                                        progress.checkCancelled();
                                    }
                                },
                                Progress.NONE));
        assertSame(full, thrown);
        assertTrue(executed.size() <= 5, executed.toString());
        assertTrue(threads[0].getName().startsWith("einfluss-run-"));
        assertFalse(threads[0].isAlive());
    }

    @Test
    void cancelEndsARunningStudyWithin200Milliseconds() throws Exception {
        long milliseconds = Long.MAX_VALUE;
        for (int tries = 0; tries < 5 && milliseconds >= 200; tries++) { // a busy machine may keep a thread waiting
            milliseconds = Math.min(milliseconds, millisecondsToCancel());
        }
        assertTrue(milliseconds < 200, "took " + milliseconds + " ms");
    }

    private static long millisecondsToCancel() throws Exception {
        Plan plan = Tiny.study(21)
                .networks(1)
                .runs(1_000_000_000)
                .nodes(20_000)
                .probabilities(0.5)
                .plan();
        MemoryStore store = new MemoryStore();
        ShardWorker worker = new ShardWorker(plan, Tiny.CATALOG, new Networks(plan, Tiny.CATALOG), store);
        CountDownLatch started = new CountDownLatch(1);
        Cancel progress = new Cancel(started);
        AtomicLong ended = new AtomicLong();
        Thread caller = new Thread(
                () -> {
                    assertThrows(
                            CancelledException.class,
                            () -> new LocalRunner(2).run(plan, plan.shards(), worker, progress));
                    ended.set(System.nanoTime());
                },
                "caller");
        caller.start();
        started.await();
        long asked = System.nanoTime();
        progress.cancelled = true;
        caller.join();
        assertTrue(store.present().isEmpty(), "a cancelled shard is not there");
        return (ended.get() - asked) / 1_000_000;
    }

    private static final class Cancel implements Progress {
        private final CountDownLatch started;
        private volatile boolean cancelled;

        Cancel(CountDownLatch started) {
            this.started = started;
        }

        @Override
        public void report(long done, long total, String what) {
            if (done == 3) {
                started.countDown();
            }
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }
}
