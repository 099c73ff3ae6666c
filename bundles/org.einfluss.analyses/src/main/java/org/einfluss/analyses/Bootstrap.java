package org.einfluss.analyses;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.einfluss.api.Progress;
import org.einfluss.math.RandomStream;

/**
 * Percentile bootstrap (Efron 1979, doi:10.1214/aos/1176344552): a statistic of n units is computed again and again of n units drawn with
 * replacement; interval and standard error are those of the results.
 */
final class Bootstrap {
    private Bootstrap() {}

    /** Standard error and ends of the interval. */
    record Spread(double standardError, double low, double high) {}

    /**
     * Resamples several statistics at once.
     *
     * @param units number of units n
     * @param resamples how often
     * @param key key of the draws
     * @param statistics each of the units' numbers, with repetitions
     */
    static Spread[] of(
            int units, int resamples, long key, Progress progress, List<ToDoubleFunction<int[]>> statistics) {
        RandomStream random = new RandomStream(key);
        double[][] found = new double[statistics.size()][resamples];
        int[] drawn = new int[units];
        for (int b = 0; b < resamples; b++) {
            progress.checkCancelled();
            for (int i = 0; i < units; i++) {
                drawn[i] = random.nextInt(units);
            }
            for (int s = 0; s < statistics.size(); s++) {
                found[s][b] = statistics.get(s).applyAsDouble(drawn);
            }
        }
        Spread[] spreads = new Spread[statistics.size()];
        for (int s = 0; s < spreads.length; s++) {
            Percentile percentile = new Percentile();
            percentile.setData(found[s]);
            double tail = 100 * (1 - Responses.LEVEL) / 2;
            spreads[s] = new Spread(
                    new StandardDeviation().evaluate(found[s]),
                    percentile.evaluate(tail),
                    percentile.evaluate(100 - tail));
        }
        return spreads;
    }
}
