package org.einfluss.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.study.Plan;
import org.einfluss.engine.study.MemoryStore;
import org.junit.jupiter.api.Test;

class CostEstimateTest {
    private static CostEstimate estimate(Plan plan, int threads) throws Exception {
        return CostEstimate.of(
                plan,
                new ShardWorker(plan, Tiny.CATALOG, new Networks(plan, Tiny.CATALOG), new MemoryStore()),
                threads,
                Progress.NONE);
    }

    @Test
    void moreWorkIsEstimatedToTakeLonger() throws Exception {
        CostEstimate small = estimate(Tiny.study(1).networks(10).runs(100).plan(), 1);
        CostEstimate large = estimate(
                Tiny.study(1).networks(10_000).runs(100).drawsPerShard(100).plan(), 1);
        assertEquals(2_000, small.runs());
        assertEquals(2_000_000, large.runs());
        assertEquals(2, large.sampledPoints());
        // A thousandfold the work; how much longer is not asserted, as the machine may be busy meanwhile.
        assertTrue(large.time().compareTo(small.time()) > 0);
    }

    @Test
    void whatIsImpossibleAtEveryPointIsRefused() {
        InputException refused = assertThrows(
                InputException.class,
                () -> estimate(Tiny.study(1).nodes(5).seeds(6).plan(), 1));
        assertTrue(refused.getMessage().contains("6"), refused.getMessage());
    }
}
