package org.einfluss.engine.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Shard;

/**
 * Cuts a plan's work into shards; a function of the plan alone, never of the machine.
 *
 * <p>A shard is meant to have 1/64 of all runs, but at least 16 and at most 50,000 (about 20 s of a Watts cascade on 10⁴
 * nodes); it has whole draws, at most 64 of them. A fixed network is cut by runs. With a stopping rule each configuration has
 * batches: the first of 30 networks, the others of a twentieth of all but at least 10; a shard never spans two batches.
 */
final class Shards {
    private static final long PARTS = 64;
    private static final long LEAST_RUNS = 16;
    private static final long MOST_RUNS = 50_000;
    private static final int MOST_DRAWS = 64;
    private static final int FIRST_BATCH = 30;
    private static final int LEAST_BATCH = 10;
    private static final int MOST_BATCHES = 20;

    private Shards() {}

    /**
     * Cuts the work.
     *
     * @param networks the network configurations
     * @param points number of design points of each
     * @param runsPerDraw runs on each network as the experiment gives them; the unit of batches on a fixed network
     * @param batched whether there is a stopping rule
     */
    static List<Shard> of(List<NetworkConfiguration> networks, int[] points, int runsPerDraw, boolean batched) {
        List<Shard> shards = new ArrayList<>();
        cut(networks, points, runsPerDraw, batched, Integer.MAX_VALUE - 1, shards::add);
        return shards;
    }

    /** Returns whether there would be more shards than some limit; keeps none of them. */
    static boolean exceed(
            int most, List<NetworkConfiguration> networks, int[] points, int runsPerDraw, boolean batched) {
        return cut(networks, points, runsPerDraw, batched, most, shard -> {}) > most;
    }

    private static int cut(
            List<NetworkConfiguration> networks,
            int[] points,
            int runsPerDraw,
            boolean batched,
            int most,
            Consumer<Shard> shards) {
        long all = 0;
        for (NetworkConfiguration network : networks) {
            all += (long) network.draws() * network.runs() * points[network.index()];
        }
        long aim = Math.min(Math.max(all / PARTS, LEAST_RUNS), MOST_RUNS);
        int index = 0;
        for (NetworkConfiguration network : networks) {
            boolean byRuns = network.fixed();
            int end = byRuns ? network.runs() : network.draws();
            long unit = byRuns ? points[network.index()] : (long) points[network.index()] * network.runs();
            int width = (int) Math.max(1, Math.min(aim / unit, byRuns ? end : MOST_DRAWS));
            int batchUnit = byRuns ? runsPerDraw : 1;
            int batch = 0;
            for (int from = 0; from < end; batch++) {
                int to = batched ? batchEnd(from, end, batchUnit) : end;
                for (int begin = from; begin < to; begin += Math.min(width, to - begin)) {
                    int stop = begin + Math.min(width, to - begin);
                    if (index > most) {
                        return index;
                    }
                    shards.accept(
                            byRuns
                                    ? new Shard(index, network.index(), 0, 1, begin, stop, batch)
                                    : new Shard(index, network.index(), begin, stop, 0, network.runs(), batch));
                    index++;
                }
                from = to;
            }
        }
        return index;
    }

    private static int batchEnd(int from, int end, int unit) {
        long size = from == 0 ? FIRST_BATCH : Math.max(LEAST_BATCH, (end / unit + MOST_BATCHES - 1) / MOST_BATCHES);
        return (int) Math.min(end, from + size * unit);
    }
}
