package org.einfluss.theory.watts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.einfluss.api.Progress;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.Events;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Study;
import org.einfluss.graph.Graph;
import org.einfluss.math.RunningStatistics;

/**
 * Who adopts early in global cascades, from the log of one design point: means over networks (over runs on one network) of run means.
 *
 * <p>Early adopters adopt no later than a share of the cascade's duration; seeds are not counted, as they did not adopt but were chosen.
 */
final class EarlyAdopters {
    private static final int LONGEST = 1000;

    private final double global;
    private final double early;
    private final boolean fixed;
    private final RunningStatistics runInfluentials = new RunningStatistics();
    private final RunningStatistics runDegree = new RunningStatistics();
    private final double[] sumAt = new double[LONGEST];
    private final int[] countAt = new int[LONGEST];
    private int longest;

    /** Share of influentials among early adopters, one value per unit. */
    final RunningStatistics influentials = new RunningStatistics();
    /** Mean out-degree of early adopters, one value per unit. */
    final RunningStatistics degree = new RunningStatistics();
    /** Mean out-degree of those who adopt at each step, one value per unit. */
    final RunningStatistics[] degreeAt = new RunningStatistics[LONGEST];

    /** Global cascades that entered. */
    int cascades;

    private int[] nodes = new int[1024];
    private double[] times = new double[1024];

    private EarlyAdopters(NetworkConfiguration network, double global, double early) {
        this.global = global;
        this.early = early;
        fixed = network.fixed();
        Arrays.setAll(degreeAt, i -> new RunningStatistics());
    }

    /** Steps after which something happened in at least one cascade. */
    int steps() {
        return longest;
    }

    /**
     * Reads the log once, for several design points.
     *
     * @param top by design point, the share of influentials; NaN for points that are not asked for
     * @return one per design point; null for points that are not asked for
     */
    static EarlyAdopters[] of(Study study, double global, double early, double[] top, Progress progress) {
        List<DesignPoint> points = study.plan().points();
        EarlyAdopters[] all = new EarlyAdopters[points.size()];
        for (int i = 0; i < all.length; i++) {
            if (!Double.isNaN(top[i])) {
                all[i] = new EarlyAdopters(study.plan().network(points.get(i)), global, early);
            }
        }
        try (Events events = study.events()) {
            boolean more = events.next();
            while (more) {
                int point = events.point();
                int draw = events.draw();
                progress.checkCancelled();
                Graph graph = all[point] == null
                        ? Graph.empty(0)
                        : study.network(points.get(point).network(), draw).graph();
                TopShare share = all[point] == null ? null : TopShare.of(graph, top[point]);
                while (more && events.point() == point && events.draw() == draw) {
                    more = all[point] == null ? events.next() : all[point].readRun(events, graph, share);
                }
                if (all[point] != null) {
                    all[point].endUnit();
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The log of the study cannot be read", unreadable);
        }
        return all;
    }

    /** Reads the events of one run; returns whether there are more events after it. */
    private boolean readRun(Events events, Graph graph, TopShare share) {
        int point = events.point();
        int draw = events.draw();
        int run = events.run();
        int size = 0;
        double duration = 0;
        boolean more = true;
        while (more && events.point() == point && events.draw() == draw && events.run() == run) {
            if (events.from() == 0) {
                if (size == nodes.length) {
                    nodes = Arrays.copyOf(nodes, 2 * size);
                    times = Arrays.copyOf(times, 2 * size);
                }
                nodes[size] = events.node();
                times[size++] = events.time();
                duration = Math.max(duration, events.time());
            }
            more = events.next();
        }
        if (size >= global * graph.nodes() && duration > 0) {
            take(graph, share, size, duration);
            if (fixed) {
                endUnit();
            }
        }
        return more;
    }

    private void take(Graph graph, TopShare share, int size, double duration) {
        double members = 0;
        double degrees = 0;
        int adopters = 0;
        for (int i = 0; i < size; i++) {
            int step = (int) Math.min(LONGEST - 1.0, Math.ceil(times[i]));
            int out = graph.outDegree(nodes[i]);
            sumAt[step] += out;
            countAt[step]++;
            longest = Math.max(longest, step + 1);
            if (times[i] > 0 && times[i] <= early * duration) {
                members += share.membership(out);
                degrees += out;
                adopters++;
            }
        }
        cascades++;
        if (adopters > 0) {
            runInfluentials.add(members / adopters);
            runDegree.add(degrees / adopters);
        }
    }

    private void endUnit() {
        if (runInfluentials.count() > 0) {
            influentials.add(runInfluentials.mean());
            degree.add(runDegree.mean());
        }
        for (int t = 0; t < longest; t++) {
            if (countAt[t] > 0) {
                degreeAt[t].add(sumAt[t] / countAt[t]);
            }
            sumAt[t] = 0;
            countAt[t] = 0;
        }
        runInfluentials.clear();
        runDegree.clear();
    }
}
