package org.einfluss.engine.run;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Plan;
import org.einfluss.engine.experiment.Workload;

/**
 * What a study will cost, extrapolated from a few timed runs of some design points. Runs differ, and code becomes faster once it is
 * warm: expect it to be right within a factor of two.
 *
 * @param time time it will take at most (a stopping rule may end it earlier); 0 where it is not known
 * @param runs runs in all
 * @param sampledPoints design points of which runs were timed
 * @param failed timed design points whose first runs failed, so that their cost is unknown
 */
public record CostEstimate(Duration time, long runs, int sampledPoints, int failed) {
    private static final int MOST_POINTS = 12;
    private static final long NANOS_PER_POINT = 60_000_000L;

    /** Returns whether the time is known: a timed run ended well. */
    public boolean isKnown() {
        return failed < sampledPoints;
    }

    /**
     * Returns what is known of a study of which no run could be timed.
     *
     * @param plan the plan
     */
    public static CostEstimate unknown(Plan plan) {
        return new CostEstimate(Duration.ZERO, Workload.of(plan).runs(), 0, 0);
    }

    /**
     * Times some runs; takes about a second unless networks are large.
     *
     * @param plan the plan
     * @param worker executes the runs; nothing is stored
     * @param threads number of threads that will work
     * @param progress asked for cancellation
     * @throws IOException when a dataset cannot be read
     * @throws InputException when every sampled point is refused for what was asked, for example more seeds than nodes
     */
    public static CostEstimate of(Plan plan, ShardWorker worker, int threads, Progress progress) throws IOException {
        List<DesignPoint> points = plan.points();
        int sampled = Math.min(MOST_POINTS, points.size());
        int failed = 0;
        double nanos = 0;
        for (int i = 0; i < sampled; i++) {
            progress.checkCancelled();
            progress.report(i, sampled, "timing a few runs");
            // The i-th of equal parts of the points is stood for by its middle.
            int from = (int) ((long) points.size() * i / sampled);
            int to = (int) ((long) points.size() * (i + 1) / sampled);
            DesignPoint point = points.get((from + to) / 2);
            NetworkConfiguration configuration = plan.network(point);
            ShardWorker.Timing timing = worker.time(point, NANOS_PER_POINT, progress);
            if (timing.failure().isPresent()) {
                failed++;
                if (failed == sampled && timing.failure().get() instanceof InputException refused) {
                    throw refused; // what was asked for is impossible at every point
                }
                continue;
            }
            double perNetwork = timing.bindNanos() + (double) configuration.runs() * timing.runNanos();
            // A network serves all points of its configuration.
            long sharing = plan.independentNetworks()
                    ? 1
                    : points.stream()
                            .filter(other -> other.network() == point.network())
                            .count();
            perNetwork += (configuration.fixed() ? 0.0 : timing.networkNanos()) / sharing;
            nanos += perNetwork * configuration.draws() * (to - from);
        }
        if (failed < sampled) {
            nanos *= (double) sampled / (sampled - failed);
        }
        return new CostEstimate(
                Duration.ofNanos((long) (nanos / threads)), Workload.of(plan).runs(), sampled, failed);
    }
}
