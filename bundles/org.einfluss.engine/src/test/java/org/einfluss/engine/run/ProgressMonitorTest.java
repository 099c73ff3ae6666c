package org.einfluss.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressMonitorTest {
    private long now;
    private final List<ProgressMonitor.Status> told = new ArrayList<>();
    private final ProgressMonitor monitor = new ProgressMonitor(Duration.ofSeconds(1), () -> now, told::add);

    private void report(long seconds, long done) {
        now = Duration.ofSeconds(seconds).toNanos();
        monitor.report(done, 100, "runs");
    }

    @Test
    void remainingTimeCountsOnlyWhatWasDoneSinceTheStart() {
        report(0, 40); // resumed with 40 of 100
        report(10, 60);
        assertEquals(Optional.empty(), told.get(0).remaining());
        assertEquals(Optional.of(Duration.ofSeconds(20)), told.get(1).remaining());
    }

    @Test
    void listenerIsToldAtMostOncePerIntervalButAlwaysTheEnd() {
        for (int i = 0; i < 50; i++) {
            monitor.report(i, 100, "runs");
        }
        assertEquals(1, told.size());
        monitor.report(100, 100, "runs");
        assertEquals(2, told.size());
    }

    @Test
    void cancelReachesTheWorker() {
        monitor.cancel();
        assertTrue(monitor.isCancelled());
    }
}
