package org.einfluss.engine.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.einfluss.api.Progress;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.engine.run.LocalRunner;
import org.einfluss.engine.run.Networks;
import org.einfluss.engine.run.Tiny;
import org.junit.jupiter.api.Test;

class StoppingRuleTest {
    private static BitSet shards(Plan plan, MemoryStore store, int threads) throws Exception {
        return Execution.execute(
                plan, Tiny.CATALOG, new Networks(plan, Tiny.CATALOG), store, new LocalRunner(threads), Progress.NONE);
    }

    @Test
    void easyTargetStopsAtThirtyNetworks() throws Exception {
        Plan plan = Tiny.study(51).networks(80).until("reach", 0.5).plan();
        assertEquals(30, shards(plan, new MemoryStore(), 2).cardinality());
        Plan runs = Tiny.study(51).fixed().runs(80).until("reach", 0.5).plan();
        assertEquals(30, shards(runs, new MemoryStore(), 2).cardinality());
    }

    @Test
    void impossibleTargetGoesToTheEndOfThePlan() throws Exception {
        Plan plan = Tiny.study(51).networks(40).until("reach", 1e-9).plan();
        assertEquals(40, shards(plan, new MemoryStore(), 2).cardinality());
    }

    @Test
    void stopIsTheFirstPrefixThatIsPreciseAtEveryPointForAnyThreads() throws Exception {
        Plan plan = Tiny.study(52)
                .networks(200)
                .drawsPerShard(5)
                .until("reach", 0.03)
                .plan();
        Study one = Studies.inMemory(plan, Tiny.CATALOG, new LocalRunner(1), Progress.NONE);
        Study three = Studies.inMemory(plan, Tiny.CATALOG, new LocalRunner(3), Progress.NONE);
        assertEquals(one.digest(), three.digest());
        int networks = one.estimates().mean(0, "reach").networks();
        assertTrue(networks > 30 && networks < 200 && networks % 5 == 0, networks + " networks");
        assertTrue(one.estimates().mean(0, "reach").halfWidth() <= 0.03);
        assertTrue(one.estimates().mean(1, "reach").halfWidth() <= 0.03);
        Plan shorter = Tiny.study(52).networks(networks - 5).drawsPerShard(5).plan();
        Study before = Studies.inMemory(shorter, Tiny.CATALOG, new LocalRunner(1), Progress.NONE);
        assertTrue(before.estimates().mean(0, "reach").halfWidth() > 0.03
                || before.estimates().mean(1, "reach").halfWidth() > 0.03);
    }

    @Test
    void shardsBeyondTheStopAreNoPartOfTheStudy() throws Exception {
        Plan plan = Tiny.study(53).networks(60).until("reach", 0.5).plan();
        Plan whole = Tiny.study(53).networks(60).plan();
        MemoryStore store = new MemoryStore();
        assertEquals(60, shards(whole, store, 2).cardinality());
        assertEquals(30, shards(plan, store, 2).cardinality());
        MemoryStore fresh = new MemoryStore();
        shards(plan, fresh, 1);
        assertEquals(
                Digest.of(plan.variables(), fresh.observations(), fresh.events()),
                Digest.of(plan.variables(), store.observations(), store.events()));
    }
}
