package org.einfluss.engine.study;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.einfluss.api.study.Estimate;
import org.einfluss.api.study.Observations.Stop;
import org.einfluss.math.CompensatedSum;

/**
 * The final values of one variable at one design point, in order of draw and run, and the estimates drawn from them.
 *
 * <p>Several networks: the unit of inference is the network. The estimate is the mean of the G network means (each network counts
 * alike, also where some of its runs failed), its standard error s/√G with s the standard deviation of the network means, its interval
 * Student's t with G − 1 degrees of freedom. With n runs in all the design effect is the clustered variance divided by the variance that
 * n independent runs would give (v/n for a mean, p(1 − p)/n for a share), and n_eff = n/deff. An observed deff below 1 counts as 1: an
 * interval never claims more than n runs. Where all runs agree (v = 0; share 0 or 1) deff cannot be observed and n_eff = G, as if the
 * runs on one network told no more than one of them.
 *
 * <p>The mean above a cut is a mean over runs, not over networks: with y_g the sum and m_g the number of the runs of network g that reach
 * the cut, r = Σ y_g / Σ m_g. A mean of network means would give a network with a single such run the weight of one in which all reach
 * it, and estimate another quantity where size and frequency go together. Its standard error is that of a ratio,
 * √(G/(G − 1) · Σ (y_g − r m_g)²) / Σ m_g over the G networks with such runs (Cochran 1977, Sampling Techniques, 3rd edition, chapters 6
 * and 9).
 *
 * <p>One network, fixed or the only one drawn: the unit is the run, n_eff = n, and the estimate is conditional on this network. With
 * fewer than two units the standard error and the ends of a t interval are NaN. Failed runs, and runs in which the variable has no value,
 * do not enter.
 */
final class Sample {
    private static final double LEVEL = 0.95;
    private static final double Z =
            new NormalDistribution(null, 0, 1).inverseCumulativeProbability(1 - (1 - LEVEL) / 2);

    private final boolean fixed;
    private int size;
    private int[] draw = new int[16];
    private int[] run = new int[16];
    private byte[] stop = new byte[16];
    private double[] value = new double[16];

    /** Starts an empty sample; {@code fixed}: all runs are on one network. */
    Sample(boolean fixed) {
        this.fixed = fixed;
    }

    /** Appends a run; runs come in order of draw and run. */
    void add(int atDraw, int ofRun, Stop why, double finalValue) {
        if (size == draw.length) {
            int capacity = 2 * size;
            draw = Arrays.copyOf(draw, capacity);
            run = Arrays.copyOf(run, capacity);
            stop = Arrays.copyOf(stop, capacity);
            value = Arrays.copyOf(value, capacity);
        }
        draw[size] = atDraw;
        run[size] = ofRun;
        stop[size] = (byte) why.ordinal();
        value[size++] = why == Stop.FAILED ? Double.NaN : finalValue;
    }

    double[] values() {
        return Arrays.copyOf(value, size);
    }

    /** Number of networks, or of runs on a fixed network, that were sampled, failed or not. */
    int units() {
        if (fixed) {
            return size;
        }
        int networks = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || draw[i] != draw[i - 1]) {
                networks++;
            }
        }
        return networks;
    }

    double median() {
        double[] sorted = Arrays.stream(value, 0, size)
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
        int n = sorted.length;
        return n == 0 ? Double.NaN : n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    Estimate mean() {
        return estimate(values(), false);
    }

    Estimate meanAbove(double cut) {
        double[] above = values();
        for (int i = 0; i < size; i++) {
            if (!(above[i] >= cut)) {
                above[i] = Double.NaN;
            }
        }
        return estimate(above, true);
    }

    Estimate share(double cut) {
        double[] indicator = values();
        for (int i = 0; i < size; i++) {
            if (!Double.isNaN(indicator[i])) {
                indicator[i] = indicator[i] >= cut ? 1 : 0;
            }
        }
        Estimate mean = estimate(indicator, false);
        double p = mean.value();
        double n = mean.effectiveRuns();
        if (mean.runs() == 0) {
            return mean;
        }
        if (!mean.conditional() && p > 0 && p < 1) {
            double binomial = p * (1 - p) / mean.runs();
            double deff = Math.max(1, mean.standardError() * mean.standardError() / binomial);
            n = mean.runs() / deff;
        }
        double centre = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return new Estimate(
                p,
                mean.standardError(),
                p == 0 ? 0 : Math.max(0, centre - half),
                p == 1 ? 1 : Math.min(1, centre + half),
                mean.networks(),
                mean.runs(),
                n,
                mean.failed(),
                mean.censored(),
                mean.conditional(),
                LEVEL);
    }

    /** This minus the baseline, paired by network, or by run on one network. */
    Estimate minus(Sample baseline) {
        if (baseline.size != size
                || !Arrays.equals(draw, 0, size, baseline.draw, 0, size)
                || !Arrays.equals(run, 0, size, baseline.run, 0, size)) {
            throw new IllegalStateException("Design points of one network configuration have the same draws and runs");
        }
        Sample difference = new Sample(fixed);
        for (int i = 0; i < size; i++) {
            Stop why = Stop.SETTLED;
            if (isStop(i, Stop.FAILED) || baseline.isStop(i, Stop.FAILED)) {
                why = Stop.FAILED;
            } else if (isCensored(i) || baseline.isCensored(i)) {
                why = Stop.CENSORED;
            }
            difference.add(draw[i], run[i], why, value[i] - baseline.value[i]);
        }
        return difference.mean();
    }

    /**
     * Half of the width of the interval of the mean for a stopping rule. Runs that agree, or differ by little, say that other outcomes
     * are rare, not that there are none: a share is never known better than by half of Wilson's interval for an event that none of n_eff
     * runs had, z²/(n_eff + z²)/2. A variable without bounds that never varied has no width (NaN).
     */
    double halfWidth(boolean isShare) {
        Estimate mean = mean();
        if (isShare) {
            return Math.max(mean.halfWidth(), Z * Z / (mean.effectiveRuns() + Z * Z) / 2);
        }
        return mean.standardError() == 0 ? Double.NaN : mean.halfWidth();
    }

    private boolean isStop(int i, Stop why) {
        return stop[i] == why.ordinal();
    }

    private boolean isCensored(int i) {
        return isStop(i, Stop.CENSORED) || isStop(i, Stop.STEP_LIMIT);
    }

    /** Estimates the mean of network means, or of all runs where these are {@code pooled}; NaN does not enter. */
    private Estimate estimate(double[] entering, boolean pooled) {
        double[] runs = new double[size];
        double[] networkMeans = new double[size];
        int[] networkRuns = new int[size];
        int n = 0;
        int networks = 0;
        long failed = 0;
        long censored = 0;
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < size; ) {
            int begin = i;
            int count = 0;
            sum.clear();
            for (; i < size && draw[i] == draw[begin]; i++) {
                failed += isStop(i, Stop.FAILED) ? 1 : 0;
                if (!Double.isNaN(entering[i])) {
                    sum.add(entering[i]);
                    runs[n++] = entering[i];
                    count++;
                    censored += isCensored(i) ? 1 : 0;
                }
            }
            if (count > 0) {
                networkRuns[networks] = count;
                networkMeans[networks++] = sum.value() / count;
            }
        }
        boolean conditional = fixed || networks <= 1;
        double[] units = conditional ? Arrays.copyOf(runs, n) : Arrays.copyOf(networkMeans, networks);
        double mean = mean(units);
        if (pooled && !conditional) {
            mean = mean(Arrays.copyOf(runs, n));
            // r + (y_g - r m_g) G / n: values whose mean is r, and whose standard error is that of the ratio
            for (int g = 0; g < networks; g++) {
                units[g] = mean + (networkMeans[g] - mean) * networkRuns[g] * networks / n;
            }
        }
        double standardError = Math.sqrt(variance(units, mean) / units.length);
        double half = units.length < 2
                ? Double.NaN
                : standardError
                        * new TDistribution(null, units.length - 1).inverseCumulativeProbability(1 - (1 - LEVEL) / 2);
        double effective = n;
        if (!conditional) {
            double runVariance = variance(runs, n, mean(Arrays.copyOf(runs, n)));
            effective =
                    runVariance == 0 ? networks : n / Math.max(1, standardError * standardError / (runVariance / n));
        }
        return new Estimate(
                mean,
                standardError,
                mean - half,
                mean + half,
                networks,
                n,
                effective,
                failed,
                censored,
                conditional,
                LEVEL);
    }

    private static double mean(double[] values) {
        return values.length == 0 ? Double.NaN : CompensatedSum.of(values) / values.length;
    }

    private static double variance(double[] values, double mean) {
        return variance(values, values.length, mean);
    }

    private static double variance(double[] values, int count, double mean) {
        if (count < 2) {
            return Double.NaN;
        }
        CompensatedSum sum = new CompensatedSum();
        boolean equal = true;
        for (int i = 0; i < count; i++) {
            double deviation = values[i] - mean;
            sum.add(deviation * deviation);
            equal &= values[i] == values[0];
        }
        return equal ? 0 : sum.value() / (count - 1);
    }
}
