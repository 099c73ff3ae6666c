package org.einfluss.engine.experiment;

import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Plan;

/**
 * How much work a plan is, at most (a stopping rule may end it earlier).
 *
 * @param points design points
 * @param configurations network configurations
 * @param networks networks to be drawn or opened
 * @param runs runs in all
 */
public record Workload(long points, long configurations, long networks, long runs) {
    /** A row needs about so many bytes in a shard's file, and each variable so many more: they repeat, and are compressed. */
    private static final long BYTES_PER_ROW = 4;

    private static final long BYTES_PER_VALUE = 2;

    /**
     * Estimates what the rows need on disk, in the shards and merged: a lower bound, where steps or logs are recorded far below it.
     *
     * @param plan the plan
     */
    public static long bytes(Plan plan) {
        return 2
                * of(plan).runs()
                * (BYTES_PER_ROW + BYTES_PER_VALUE * plan.variables().size());
    }

    /**
     * Counts the work of a plan.
     *
     * @param plan the plan
     */
    public static Workload of(Plan plan) {
        long networks = 0;
        for (NetworkConfiguration configuration : plan.networks()) {
            networks += configuration.draws();
        }
        long runs = 0;
        for (var point : plan.points()) {
            NetworkConfiguration configuration = plan.network(point);
            runs += (long) configuration.draws() * configuration.runs();
        }
        return new Workload(plan.points().size(), plan.networks().size(), networks, runs);
    }
}
