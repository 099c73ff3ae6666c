package org.einfluss.theory.watts;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.einfluss.api.Progress;
import org.einfluss.math.CompensatedSum;

/**
 * Distribution of a quantity of which only intervals are known: the nonparametric maximum-likelihood estimate for interval-censored data.
 *
 * <p>Observation i says that the quantity lies in (lower_i, upper_i]; −∞ and ∞ are allowed, so that left- and right-censored values are
 * intervals too. The likelihood Π P(lower_i &lt; X ≤ upper_i) depends on the mass of the innermost intervals alone: those (q, p] that begin
 * with a lower end, end with an upper end, and have no other end between. Where in such an interval its mass lies the data do not say.
 *
 * <p>B. W. Turnbull 1976, The empirical distribution function with arbitrarily grouped, censored and truncated data, J. Royal Statistical
 * Society B 38:290–295, doi:10.1111/j.2517-6161.1976.tb01597.x: masses by self-consistency (expectation–maximisation), here with squared
 * extrapolation of the steps (R. Varadhan and C. Roland 2008, Scandinavian J. Statistics 35:335–353, doi:10.1111/j.1467-9469.2007.00585.x).
 *
 * @param from lower end of each innermost interval, excluded, ascending; −∞ in the first if it is left open
 * @param to upper end of each, included; ∞ in the last if it is right open
 * @param mass probability of each; their sum is 1
 * @param gap how much the log-likelihood can at most be below its maximum: n (max_j D_j − 1), D_j being the derivative per observation
 */
record ThresholdDistribution(double[] from, double[] to, double[] mass, double gap) {
    private static final int MOST_ROUNDS = 5_000;

    /**
     * Estimates the masses.
     *
     * @param lower lower end of each observation, excluded
     * @param upper upper end of each observation, included; above the lower end
     * @param weight how many observations each stands for; those of weight 0 are passed over
     * @param goodGap gap at which to stop
     * @param progress asked for cancellation
     * @return the estimate; without observations an empty one
     */
    static ThresholdDistribution of(
            double[] lower, double[] upper, double[] weight, double goodGap, Progress progress) {
        int[] used = IntStream.range(0, lower.length).filter(i -> weight[i] > 0).toArray();
        double[] low = Arrays.stream(used).mapToDouble(i -> lower[i]).toArray();
        double[] high = Arrays.stream(used).mapToDouble(i -> upper[i]).toArray();
        double[] count = Arrays.stream(used).mapToDouble(i -> weight[i]).toArray();
        double[] begins = Arrays.stream(low).sorted().distinct().toArray();
        double[] ends = Arrays.stream(high).sorted().distinct().toArray();
        double[] from = new double[begins.length];
        double[] to = new double[begins.length];
        int size = 0;
        for (int b = 0, e = 0; b < begins.length; b++) {
            // An upper end at the same value comes first, as it is included and the lower end is not.
            while (e < ends.length && ends[e] <= begins[b]) {
                e++;
            }
            if (e < ends.length && (b + 1 == begins.length || ends[e] <= begins[b + 1])) {
                from[size] = begins[b];
                to[size++] = ends[e];
            }
        }
        from = Arrays.copyOf(from, size);
        to = Arrays.copyOf(to, size);
        int[] first = new int[low.length];
        int[] last = new int[low.length];
        for (int i = 0; i < low.length; i++) {
            first[i] = atLeast(from, low[i]);
            last[i] = atMost(to, high[i]);
        }
        return new Masses(first, last, count, size).maximised(from, to, goodGap, progress);
    }

    private static int atLeast(double[] sorted, double value) {
        int at = Arrays.binarySearch(sorted, value);
        return at >= 0 ? at : -at - 1;
    }

    private static int atMost(double[] sorted, double value) {
        int at = Arrays.binarySearch(sorted, value);
        return at >= 0 ? at : -at - 2;
    }

    /** The least P(X ≤ x) that goes with the masses: what lies at or below x for certain. */
    double atLeast(double x) {
        return sum(x, to, true);
    }

    /** The greatest P(X ≤ x) that goes with the masses: what may lie at or below x. */
    double atMost(double x) {
        return sum(x, from, false);
    }

    private double sum(double x, double[] end, boolean included) {
        CompensatedSum sum = new CompensatedSum();
        for (int j = 0; j < mass.length; j++) {
            if (included ? end[j] <= x : end[j] < x) {
                sum.add(mass[j]);
            }
        }
        return Math.min(1, sum.value());
    }

    /** The masses of innermost intervals, of which observation i covers those from first[i] to last[i]. */
    private static final class Masses {
        private final int[] first;
        private final int[] last;
        private final double[] weight;
        private final double total;
        private final double[] derivative;
        private final double[] running;

        Masses(int[] first, int[] last, double[] weight, int size) {
            this.first = first;
            this.last = last;
            this.weight = weight;
            this.total = CompensatedSum.of(weight);
            this.derivative = new double[size];
            this.running = new double[size + 1];
        }

        ThresholdDistribution maximised(double[] from, double[] to, double goodGap, Progress progress) {
            int size = derivative.length;
            double[] at = new double[size];
            Arrays.fill(at, 1.0 / size);
            double[] once = new double[size];
            double[] twice = new double[size];
            double[] further = new double[size];
            double gap = step(at, once);
            for (int round = 0; round < MOST_ROUNDS && gap > goodGap; round++) {
                progress.checkCancelled();
                step(once, twice);
                double[] best = twice;
                if (extrapolated(at, once, twice, further) && logLikelihood(further) > logLikelihood(twice)) {
                    best = further;
                }
                System.arraycopy(best, 0, at, 0, size);
                gap = step(at, once);
            }
            return new ThresholdDistribution(from, to, at, size == 0 ? 0 : Math.max(0, gap));
        }

        /** Squared extrapolation; false where it would leave the simplex. */
        private static boolean extrapolated(double[] at, double[] once, double[] twice, double[] into) {
            double stepped = 0;
            double bent = 0;
            for (int j = 0; j < at.length; j++) {
                double r = once[j] - at[j];
                double v = twice[j] - once[j] - r;
                stepped += r * r;
                bent += v * v;
            }
            if (bent == 0) {
                return false;
            }
            double alpha = Math.sqrt(stepped / bent);
            double sum = 0;
            for (int j = 0; j < at.length; j++) {
                double r = once[j] - at[j];
                double v = twice[j] - once[j] - r;
                into[j] = at[j] + 2 * alpha * r + alpha * alpha * v;
                // An interval that is to vanish keeps a trace, as a mass of 0 could never return.
                into[j] = Math.max(into[j], twice[j] * 1e-3);
                sum += into[j];
            }
            for (int j = 0; j < at.length; j++) {
                into[j] /= sum;
            }
            return true;
        }

        private void run(double[] mass) {
            for (int j = 0; j < mass.length; j++) {
                running[j + 1] = running[j] + mass[j];
            }
        }

        private double logLikelihood(double[] mass) {
            run(mass);
            CompensatedSum sum = new CompensatedSum();
            for (int i = 0; i < first.length; i++) {
                sum.add(weight[i] * StrictMath.log(running[last[i] + 1] - running[first[i]]));
            }
            return sum.value();
        }

        /** One self-consistent step; returns the gap of what it began with. */
        private double step(double[] mass, double[] into) {
            run(mass);
            Arrays.fill(derivative, 0);
            for (int i = 0; i < first.length; i++) {
                double share = weight[i] / (running[last[i] + 1] - running[first[i]]);
                derivative[first[i]] += share;
                if (last[i] + 1 < derivative.length) {
                    derivative[last[i] + 1] -= share;
                }
            }
            double sum = 0;
            double most = 0;
            double all = 0;
            for (int j = 0; j < mass.length; j++) {
                sum += derivative[j];
                most = Math.max(most, sum);
                into[j] = mass[j] * Math.max(0, sum) / total;
                all += into[j];
            }
            for (int j = 0; j < mass.length; j++) {
                into[j] /= all;
            }
            return most - total;
        }
    }
}
