package org.einfluss.analyses;

import org.apache.commons.math3.distribution.TDistribution;
import org.einfluss.math.CompensatedSum;

/**
 * Compares each of several policies with the best of the others, all at once.
 *
 * <p>The policies are measured on the same units (networks, or runs on one network), so differences are paired. Every pair i, l gets an
 * interval d_il ± h_il for μ_i − μ_l by Student's t over units. By Bonferroni's inequality all intervals of all pairs, in as many
 * comparisons of this kind as the family has, hold together with the level's probability. Since μ_i − max_{l≠i} μ_l is the least of the
 * μ_i − μ_l, its ends are the least of theirs, without further loss (D. G. Edwards and J. C. Hsu 1983, Multiple comparisons with the best
 * treatment, J. Am. Stat. Assoc. 78:965).
 *
 * <p>Where a pair never differed the variance is 0 and t knows no doubt. Then h_il is what could have gone unseen: the greatest difference
 * possible times the probability 1 − a^{1/n} at which n runs show none with probability a, the error left to the pair.
 */
final class BestPolicies {
    /** How sure the comparison is. */
    enum Verdict {
        /** One policy is better than every other by more than the zone. */
        WINNER,
        /** Several are within the zone of the best, all others are worse by more than it. */
        TIE,
        /** All are within the zone of the best. */
        NO_DIFFERENCE,
        /** The intervals are too wide to say. */
        UNDECIDED
    }

    private final double[] mean;
    private final double[] standardError;
    private final double[] low;
    private final double[] high;
    private final int units;

    /**
     * Compares.
     *
     * @param value the measured value by policy and unit; a unit in which any policy has none (NaN) does not enter
     * @param runs number of runs behind the units
     * @param range greatest possible difference of two values
     * @param level probability that all intervals of the family hold, below 1
     * @param family number of such comparisons
     */
    BestPolicies(double[][] value, long runs, double range, double level, int family) {
        int policies = value.length;
        boolean[] enters = new boolean[value[0].length];
        int entered = 0;
        for (int u = 0; u < enters.length; u++) {
            enters[u] = true;
            for (double[] one : value) {
                enters[u] &= !Double.isNaN(one[u]);
            }
            entered += enters[u] ? 1 : 0;
        }
        units = entered;
        mean = new double[policies];
        standardError = new double[policies];
        low = new double[policies];
        high = new double[policies];
        double error = (1 - level) / family / (policies * (policies - 1) / 2.0);
        double t = units < 2
                ? Double.POSITIVE_INFINITY
                : new TDistribution(units - 1).inverseCumulativeProbability(1 - error / 2);
        double unseen = -range * StrictMath.expm1(StrictMath.log(error) / Math.max(1, runs));
        for (int i = 0; i < policies; i++) {
            double[] own = moments(value[i], null, enters);
            mean[i] = own[0];
            standardError[i] = own[1];
            low[i] = Double.POSITIVE_INFINITY;
            high[i] = Double.POSITIVE_INFINITY;
            for (int l = 0; l < policies; l++) {
                if (l != i) {
                    double[] difference = moments(value[i], value[l], enters);
                    double half = difference[1] == 0 ? unseen : t * difference[1];
                    half = units < 2 ? Double.POSITIVE_INFINITY : half;
                    low[i] = Math.min(low[i], difference[0] - half);
                    high[i] = Math.min(high[i], difference[0] + half);
                }
            }
        }
    }

    /** Mean and standard error over the units that enter, of one row or of the difference of two. */
    private double[] moments(double[] row, double[] subtracted, boolean[] enters) {
        CompensatedSum sum = new CompensatedSum();
        for (int u = 0; u < enters.length; u++) {
            if (enters[u]) {
                sum.add(subtracted == null ? row[u] : row[u] - subtracted[u]);
            }
        }
        double average = sum.value() / units;
        sum.clear();
        for (int u = 0; u < enters.length; u++) {
            if (enters[u]) {
                double off = (subtracted == null ? row[u] : row[u] - subtracted[u]) - average;
                sum.add(off * off);
            }
        }
        return new double[] {average, units < 2 ? Double.NaN : Math.sqrt(sum.value() / (units - 1) / units)};
    }

    int policies() {
        return mean.length;
    }

    /** Number of units that entered. */
    int units() {
        return units;
    }

    double mean(int policy) {
        return mean[policy];
    }

    /** Standard error of the policy's own mean. */
    double standardError(int policy) {
        return standardError[policy];
    }

    /** Lower end of the interval of the policy's mean minus that of the best other. */
    double low(int policy) {
        return low[policy];
    }

    /** Upper end of the interval of the policy's mean minus that of the best other. */
    double high(int policy) {
        return high[policy];
    }

    /** The policy of the highest mean, of equal ones the first; 0 where nothing was measured. */
    int leader() {
        int leader = 0;
        for (int i = 1; i < mean.length; i++) {
            leader = mean[i] > mean[leader] ? i : leader;
        }
        return leader;
    }

    /** Whether the policy may be within the zone of the best, as far as the intervals tell. */
    boolean isCandidate(int policy, double zone) {
        return high[policy] >= -zone;
    }

    /** Whether the policy is within the zone of the best. */
    boolean isAsGood(int policy, double zone) {
        return low[policy] >= -zone;
    }

    /** Number of policies that may be within the zone of the best. */
    int candidates(double zone) {
        int candidates = 0;
        for (int i = 0; i < mean.length; i++) {
            candidates += isCandidate(i, zone) ? 1 : 0;
        }
        return candidates;
    }

    /**
     * Says what the intervals prove.
     *
     * @param zone the difference from which on it matters, at least 0
     */
    Verdict verdict(double zone) {
        int candidates = candidates(zone);
        int good = 0;
        for (int i = 0; i < mean.length; i++) {
            good += isAsGood(i, zone) ? 1 : 0;
        }
        if (candidates == 1) {
            return Verdict.WINNER;
        }
        if (good < candidates) {
            return Verdict.UNDECIDED;
        }
        return good == mean.length ? Verdict.NO_DIFFERENCE : Verdict.TIE;
    }
}
