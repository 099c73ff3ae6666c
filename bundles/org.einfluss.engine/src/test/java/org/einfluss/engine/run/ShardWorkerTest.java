package org.einfluss.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.einfluss.api.Progress;
import org.einfluss.api.study.Events;
import org.einfluss.api.study.Observations;
import org.einfluss.api.study.Observations.Stop;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Plan.Recording;
import org.einfluss.api.study.Shard;
import org.einfluss.api.study.ShardStore.ShardWriter;
import org.einfluss.engine.study.MemoryStore;
import org.junit.jupiter.api.Test;

class ShardWorkerTest {
    private static MemoryStore run(Plan plan) throws IOException {
        MemoryStore store = new MemoryStore();
        ShardWorker worker = new ShardWorker(plan, Tiny.CATALOG, new Networks(plan, Tiny.CATALOG), store);
        for (Shard shard : plan.shards()) {
            worker.execute(shard, Progress.NONE);
        }
        store.merge(store.present(), Progress.NONE);
        return store;
    }

    @Test
    void everyRunOfEveryPointHasOneRow() throws IOException {
        Observations rows = run(Tiny.study(1).networks(3).runs(5).plan()).observations();
        for (int point = 0; point < 2; point++) {
            for (int draw = 0; draw < 3; draw++) {
                for (int run = 0; run < 5; run++) {
                    assertTrue(rows.next());
                    assertEquals(point, rows.point());
                    assertEquals(draw, rows.draw());
                    assertEquals(run, rows.run());
                    assertEquals(Stop.SETTLED, rows.stop());
                    assertEquals("", rows.failure());
                    assertEquals(2, rows.value(1), "seeds");
                    assertTrue(rows.value(0) >= 2, "size");
                    assertEquals(rows.value(0), rows.value(6), "every activation is heard by the measure");
                    assertEquals(rows.step(), rows.value(7), "every step is heard by the measure");
                }
            }
        }
        assertFalse(rows.next());
    }

    @Test
    void commonCoinsMakeTheLargerProbabilityReachAtLeastAsFar() throws IOException {
        MemoryStore store = run(Tiny.study(3).networks(10).runs(10).plan());
        double[] low = new double[100];
        int larger = 0;
        Observations rows = store.observations();
        for (int i = 0; i < 200; i++) {
            rows.next();
            if (i < 100) {
                low[i] = rows.value(0);
            } else {
                assertTrue(rows.value(0) >= low[i - 100], "run " + rows.draw() + "/" + rows.run());
                larger += rows.value(0) > low[i - 100] ? 1 : 0;
            }
        }
        assertTrue(larger > 50, "only " + larger + " of 100 runs reached farther");
    }

    @Test
    void shardsOfOneRunEachGiveTheSameNumbers() throws IOException {
        MemoryStore whole = run(Tiny.study(5).fixed().runs(12).drawsPerShard(12).plan());
        MemoryStore single = run(Tiny.study(5).fixed().runs(12).drawsPerShard(1).plan());
        Observations a = whole.observations();
        Observations b = single.observations();
        for (int i = 0; i < 24; i++) {
            assertTrue(a.next() && b.next());
            assertEquals(a.value(0), b.value(0));
        }
        assertFalse(a.next() || b.next());
    }

    @Test
    void everyStepIsRecordedFromTheSeedsOn() throws IOException {
        Observations rows = run(Tiny.study(7)
                        .networks(1)
                        .runs(1)
                        .probabilities(1)
                        .recording(Recording.EVERY_STEP)
                        .plan())
                .observations();
        assertTrue(rows.next());
        assertEquals(0, rows.step());
        assertEquals(2, rows.value(0));
        assertEquals(Stop.RUNNING, rows.stop());
        int step = 0;
        while (rows.next()) {
            assertEquals(++step, rows.step());
            assertEquals(step, rows.time());
        }
        assertEquals(Stop.SETTLED, rows.stop());
        assertTrue(step > 2);
    }

    @Test
    void logHoldsEveryActivationWithItsCause() throws IOException {
        MemoryStore store =
                run(Tiny.study(7).networks(2).runs(3).recording(Recording.LOG).plan());
        int events = 0;
        try (Events log = store.events()) {
            while (log.next()) {
                events++;
                assertEquals(log.time() == 0, log.cause() < 0);
            }
        }
        double sizes = 0;
        try (Observations rows = store.observations()) {
            while (rows.next()) {
                sizes += rows.value(0);
            }
        }
        assertEquals(sizes, events);
    }

    @Test
    void runThatReachesTheStepLimitIsCensored() throws IOException {
        Observations rows = run(Tiny.study(7)
                        .networks(1)
                        .runs(1)
                        .probabilities(1)
                        .maxSteps(1)
                        .plan())
                .observations();
        assertTrue(rows.next());
        assertEquals(Stop.STEP_LIMIT, rows.stop());
        assertEquals(1, rows.step());
    }

    @Test
    void failedRunsAreRecordedAndTheOthersAreUntouched() throws IOException {
        Observations sound = run(Tiny.study(9).networks(5).runs(20).plan()).observations();
        Observations fragile =
                run(Tiny.study(9).networks(5).runs(20).fragile().plan()).observations();
        int failed = 0;
        while (sound.next()) {
            assertTrue(fragile.next());
            if (fragile.stop() == Stop.FAILED) {
                failed++;
                assertEquals("IllegalStateException: node 0 breaks", fragile.failure());
                assertTrue(Double.isNaN(fragile.value(0)));
            } else {
                assertEquals(sound.value(0), fragile.value(0));
            }
        }
        assertTrue(failed > 0 && failed < 200, failed + " failed");
    }

    @Test
    void pointsThatCannotBeBoundFailWithTheSentence() throws IOException {
        Observations rows =
                run(Tiny.study(9).networks(1).runs(2).nodes(5).seeds(6).plan()).observations();
        int count = 0;
        while (rows.next()) {
            assertEquals("Seeding asks for 6 seeds, but the network has only 5 nodes.", rows.failure());
            assertEquals(Stop.FAILED, rows.stop());
            count++;
        }
        assertEquals(4, count);
    }

    @Test
    void messagesOfTheVirtualMachineStayOutOfTheResults() {
        assertEquals(
                "ArrayIndexOutOfBoundsException (replay the run to see where)",
                ShardWorker.reason(new ArrayIndexOutOfBoundsException("Index 5 out of bounds for length 3")));
        assertEquals(
                "IllegalArgumentException: first", ShardWorker.reason(new IllegalArgumentException("first\nsecond")));
    }

    @Test
    void runAllocatesNothingOnceWarm() throws IOException {
        Plan plan = Tiny.study(11)
                .networks(1)
                .runs(Meter.WINDOW * Meter.WINDOWS)
                .nodes(200)
                .probabilities(0.3)
                .plan();
        Meter meter = new Meter();
        ShardWorker worker = new ShardWorker(plan, Tiny.CATALOG, new Networks(plan, Tiny.CATALOG), new MemoryStore());
        worker.execute(plan.shards().get(0), meter, Progress.NONE);
        assertEquals(Meter.WINDOW * Meter.WINDOWS, meter.rows);
        // Whatever a run allocates it allocates in every window; the compiler's own work shows in one window at most.
        String windows = Arrays.toString(meter.allocated);
        assertEquals(
                0, Arrays.stream(meter.allocated).min().orElseThrow(), "bytes allocated by 10,000 runs: " + windows);
        assertTrue(Arrays.stream(meter.allocated).skip(Meter.WINDOWS / 2).sum() < Meter.WINDOW, windows);
    }

    /** Takes rows without keeping them and reads the thread's allocation counter at regular intervals. */
    private static final class Meter implements ShardWriter {
        private static final int WINDOW = 10_000;
        private static final int WINDOWS = 10;
        private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private final long[] allocated = new long[WINDOWS];
        private long before = threads.getCurrentThreadAllocatedBytes();
        private int rows;

        @Override
        public void row(
                int point, int draw, int run, int step, double time, Stop stop, String failure, double[] values) {
            if (++rows % WINDOW == 0) {
                long now = threads.getCurrentThreadAllocatedBytes();
                allocated[rows / WINDOW - 1] = now - before;
                before = now;
            }
        }

        @Override
        public void event(int point, int draw, int run, double time, int node, int from, int to, int cause) {}

        @Override
        public void commit() {}

        @Override
        public void close() {}
    }
}
