package org.einfluss.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.einfluss.api.Progress;
import org.einfluss.api.Variable;
import org.einfluss.api.study.Events;
import org.einfluss.api.study.Observations;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Plan.Recording;
import org.einfluss.api.study.Shard;
import org.einfluss.api.study.ShardStore;
import org.einfluss.api.study.ShardStore.ShardWriter;
import org.einfluss.engine.run.LocalRunner;
import org.einfluss.engine.run.Networks;
import org.einfluss.engine.run.ShardWorker;
import org.einfluss.engine.run.Tiny;
import org.einfluss.engine.study.Digest;
import org.einfluss.engine.study.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetStoreEqualityTest {
    @TempDir
    private Path folder;

    private static String run(Plan plan, ShardStore store, int threads, List<Shard> pending) throws Exception {
        ShardWorker worker = new ShardWorker(plan, Tiny.CATALOG, new Networks(plan, Tiny.CATALOG), store);
        new LocalRunner(threads).run(plan, pending, worker, Progress.NONE);
        BitSet all = new BitSet();
        all.set(0, plan.shards().size());
        store.merge(all, Progress.NONE);
        try (Observations rows = store.observations();
                Events events = store.events()) {
            return Digest.of(plan.variables(), rows, events);
        }
    }

    @Test
    void memoryAndParquetHoldTheSameRowsForAnyThreads() throws Exception {
        for (Recording recording : Recording.values()) {
            Plan plan =
                    Tiny.study(31).networks(7).fragile().recording(recording).plan();
            String inMemory = run(plan, new MemoryStore(), 1, plan.shards());
            Path one = folder.resolve("one " + recording);
            Path three = folder.resolve("three [" + recording + "] *it's");
            assertEquals(inMemory, run(plan, new ParquetStorage().open(one, plan), 1, plan.shards()));
            assertEquals(inMemory, run(plan, new ParquetStorage().open(three, plan), 3, plan.shards()));
            assertArrayEquals(
                    Files.readAllBytes(one.resolve("observations.parquet")),
                    Files.readAllBytes(three.resolve("observations.parquet")));
        }
    }

    @Test
    void studyResumedAfterShardsWereLostHasTheSameBytes() throws Exception {
        Plan plan = Tiny.study(32).networks(9).recording(Recording.LOG).plan();
        String digest = run(plan, new ParquetStorage().open(folder, plan), 2, plan.shards());
        byte[] rows = Files.readAllBytes(folder.resolve("observations.parquet"));
        byte[] log = Files.readAllBytes(folder.resolve("log.parquet"));
        Files.delete(folder.resolve("shards/part-00002.parquet"));
        Files.delete(folder.resolve("shards/part-00007.parquet"));
        Files.write(folder.resolve("shards/part-00002.parquet.writing"), new byte[] {1, 2, 3});
        Files.write(folder.resolve("observations.parquet.writing"), new byte[] {1, 2, 3});
        ShardStore store = new ParquetStorage().open(folder, plan);
        BitSet present = store.present();
        assertEquals(7, present.cardinality());
        List<Shard> pending = plan.shards().stream()
                .filter(shard -> !present.get(shard.index()))
                .toList();
        assertEquals(digest, run(plan, store, 1, pending));
        assertArrayEquals(rows, Files.readAllBytes(folder.resolve("observations.parquet")));
        assertArrayEquals(log, Files.readAllBytes(folder.resolve("log.parquet")));
        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".writing")).toList());
        }
    }

    @Test
    void mergeRefusesShardsThatDoNotCoverThePlan() throws Exception {
        Plan plan = Tiny.study(33).networks(3).plan();
        ShardStore store = new ParquetStorage().open(folder, plan);
        run(plan, store, 1, plan.shards());
        byte[] before = Files.readAllBytes(folder.resolve("observations.parquet"));
        Files.copy(
                folder.resolve("shards/part-00001.parquet"),
                folder.resolve("shards/part-00002.parquet"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        BitSet all = new BitSet();
        all.set(0, 3);
        IOException refused = assertThrows(IOException.class, () -> store.merge(all, Progress.NONE));
        assertTrue(refused.getMessage().contains("shard 2"), refused.getMessage());
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("observations.parquet")));
    }

    @Test
    void shardThatWasNotCommittedLeavesNothing() throws IOException {
        Plan plan = Tiny.study(34).plan();
        ShardStore store = new ParquetStorage().open(folder, plan);
        try (ShardWriter writer = store.write(plan.shards().get(0))) {
            writer.row(
                    0,
                    0,
                    0,
                    1,
                    1,
                    Observations.Stop.SETTLED,
                    "",
                    new double[plan.variables().size()]);
        }
        assertTrue(store.present().isEmpty());
        try (Stream<Path> files = Files.list(folder.resolve("shards"))) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void valuesComeBackAsTheyWentIn() throws IOException {
        Plan plan = Tiny.study(35)
                .networks(1)
                .runs(1)
                .probabilities(0.1)
                .unmeasured()
                .plan();
        ShardStore store = new ParquetStorage().open(folder, plan);
        double[] values = {Double.MIN_VALUE, -0.0, Double.NaN, Double.POSITIVE_INFINITY, 0.1, -1e308};
        try (ShardWriter writer = store.write(plan.shards().get(0))) {
            writer.row(0, 0, 0, 3, 2.5, Observations.Stop.CENSORED, "it's ü", values);
            writer.commit();
        }
        try (Observations rows = store.observations(plan.shards().get(0))) {
            assertTrue(rows.next());
            assertEquals(3, rows.step());
            assertEquals(2.5, rows.time());
            assertEquals(Observations.Stop.CENSORED, rows.stop());
            assertEquals("it's ü", rows.failure());
            double[] read = new double[6];
            for (int i = 0; i < 6; i++) {
                read[i] = rows.value(i);
            }
            assertArrayEquals(
                    new double[] {Double.MIN_VALUE, 0.0, Double.NaN, Double.POSITIVE_INFINITY, 0.1, -1e308}, read);
            assertFalse(rows.next());
        }
    }

    @Test
    void columnsArePlainNamesInRAndPython() {
        Plan tiny = Tiny.study(36).plan();
        Plan plan = new Plan(
                tiny.id(),
                tiny.title(),
                tiny.key(),
                tiny.networks(),
                tiny.points(),
                tiny.shards(),
                tiny.factors(),
                tiny.measures(),
                List.of(new Variable("steps-heard", "", ""), new Variable("time", "", "")),
                tiny.analyses(),
                true,
                false,
                1,
                Recording.FINAL,
                tiny.until(),
                tiny.inputs(),
                tiny.notes());
        assertEquals(
                "point, draw, run, step, time, stop, failure, \"steps_heard\", \"time_value\"",
                new Columns(plan).rows());
    }
}
