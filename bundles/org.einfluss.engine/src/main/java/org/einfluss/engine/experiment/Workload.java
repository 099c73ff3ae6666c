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
