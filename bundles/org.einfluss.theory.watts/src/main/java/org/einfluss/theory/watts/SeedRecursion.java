package org.einfluss.theory.watts;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/**
 * The share of active nodes over time when a random share ρ₀ of an infinite random network is active from the start.
 *
 * <p>q_0 = ρ_0, q_{n+1} = ρ_0 + (1−ρ_0) Σ_k (k p_k/z) Σ_{m&lt;k} C(k−1,m) q_n^m (1−q_n)^{k−1−m} F(m/k), and ρ_{n+1} likewise with p_k
 * and all k neighbours; the denominator of m/k is k in both. ρ_n is the synchronous trajectory, its limit the final share, the smallest
 * fixed point. On directed networks sources are independent of those they influence, so that q = ρ. J. P. Gleeson and D. J. Cahalane
 * 2007, Phys. Rev. E 75:056103, doi:10.1103/PhysRevE.75.056103.
 */
public final class SeedRecursion {
    private static final int MOST_STEPS = 2_000_000;
    private static final double AT_REST = 1e-14;

    private final boolean directed;
    private final double atZero;
    // Bernstein coefficients by degree: row k holds weight · C(n,m) · F(m/k) for m = 0 … n, with n = k or k − 1.
    private final double[][] nodes;
    private final double[][] links;

    /**
     * Prepares the recursion.
     *
     * @param threshold law of the thresholds
     * @param law law of the degrees
     */
    public SeedRecursion(Threshold threshold, DegreeLaw law) {
        double[] p = law.probabilities();
        directed = law.isDirected();
        atZero = threshold.share(0, 0);
        double z = 0;
        for (int k = 1; k < p.length; k++) {
            z += k * p[k];
        }
        nodes = new double[p.length][];
        links = new double[directed ? 0 : p.length][];
        for (int k = 0; k < p.length; k++) {
            // Beyond e^-700 the binomial coefficients would overflow; such degrees weigh nothing here.
            nodes[k] = row(threshold, k, k, p[k]);
            if (!directed) {
                links[k] = k == 0 ? new double[0] : row(threshold, k, k - 1, k * p[k] / z);
            }
        }
    }

    private static double[] row(Threshold threshold, int degree, int children, double weight) {
        if (weight < 1e-18) {
            return new double[0];
        }
        double[] row = new double[children + 1];
        double last = -1;
        for (int m = 0; m <= children; m++) {
            row[m] = weight * threshold.share(m, degree);
            last = row[m] > 0 && last < 0 ? m : last;
        }
        return last < 0 ? new double[0] : row;
    }

    /** Σ_k Σ_m row[k][m] · C(n,m) q^m (1−q)^{n−m}. */
    private static double mean(double[][] rows, double q) {
        double sum = 0;
        for (double[] row : rows) {
            if (row.length > 0) {
                sum += binomialMean(row, q);
            }
        }
        return sum;
    }

    /** Mean of row[m] over a binomial m, by ratios of neighbouring terms from the mode outwards. */
    private static double binomialMean(double[] row, double q) {
        int n = row.length - 1;
        if (q <= 0) {
            return row[0];
        }
        if (q >= 1) {
            return row[n];
        }
        int mode = Math.min(n, (int) ((n + 1) * q));
        double up = q / (1 - q);
        double total = 1;
        double sum = row[mode];
        double term = 1;
        for (int m = mode; m > 0; m--) {
            term *= m / ((n - m + 1) * up);
            total += term;
            sum += term * row[m - 1];
        }
        term = 1;
        for (int m = mode + 1; m <= n; m++) {
            term *= (n - m + 1) * up / m;
            total += term;
            sum += term * row[m];
        }
        return sum / total;
    }

    /**
     * Returns the final share ρ_∞ of active nodes, seeds included.
     *
     * @param seedFraction ρ_0 in [0, 1]
     */
    public double finalShare(double seedFraction) {
        double q = seedFraction;
        for (int i = 0; i < MOST_STEPS; i++) {
            double next = next(q, seedFraction);
            if (next - q < AT_REST) {
                break;
            }
            q = next;
        }
        return share(q, seedFraction);
    }

    /**
     * Returns the shares ρ_0, ρ_1 … of active nodes after each synchronous step, until they rest or the array is full.
     *
     * @param seedFraction ρ_0 in [0, 1]
     * @param steps greatest number of steps
     */
    public double[] trajectory(double seedFraction, int steps) {
        double[] share = new double[steps + 1];
        share[0] = seedFraction;
        double q = seedFraction;
        for (int n = 1; n <= steps; n++) {
            share[n] = share(q, seedFraction);
            q = next(q, seedFraction);
            if (share[n] - share[n - 1] < 1e-9 && n > 1) {
                return Arrays.copyOf(share, n + 1);
            }
        }
        return share;
    }

    private double next(double q, double seedFraction) {
        return seedFraction + (1 - seedFraction) * mean(directed ? nodes : links, q);
    }

    private double share(double q, double seedFraction) {
        return seedFraction + (1 - seedFraction) * mean(nodes, q);
    }

    /** Returns the share of nodes that start by themselves, F(0). */
    public double selfStarters() {
        return atZero;
    }

    /**
     * Finds the largest mean degree at which a seed fraction still brings about a global cascade.
     *
     * @param threshold law of the thresholds
     * @param family the degree law at each mean degree
     * @param seedFraction ρ_0
     * @param highest highest mean degree looked at
     * @return the upper edge to 10⁻⁶; NaN where cascades are global at {@code highest} already, or nowhere below
     */
    public static double upperEdge(
            Threshold threshold, DoubleFunction<? extends DegreeLaw> family, double seedFraction, double highest) {
        DoubleUnaryOperator size = z -> new SeedRecursion(threshold, family.apply(z)).finalShare(seedFraction);
        if (size.applyAsDouble(highest) > 0.5) {
            return Double.NaN;
        }
        double high = highest;
        double low = Double.NaN;
        for (double z = highest - 0.25; z > 0; z -= 0.25) {
            if (size.applyAsDouble(z) > 0.5) {
                low = z;
                break;
            }
            high = z;
        }
        while (high - low > 1e-6) {
            double middle = (low + high) / 2;
            if (size.applyAsDouble(middle) > 0.5) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * A jump of the final share as the seed fraction grows.
     *
     * @param seedFraction the critical seed fraction ρ_0*
     * @param below final share just below it
     * @param above final share just above it
     */
    public record Jump(double seedFraction, double below, double above) {}

    /**
     * Finds the largest jump of ρ_∞ as ρ_0 grows.
     *
     * @return the jump, ρ_0* to 10⁻⁹; empty where the final share grows without one of at least 0.05
     */
    public java.util.Optional<Jump> jump() {
        int grid = 200;
        double low = 0;
        double high = 1;
        double lowSize = finalShare(0);
        double highSize = 1;
        double before = 1e-6;
        double sizeBefore = finalShare(before);
        double gap = -1;
        for (int i = 0; i <= grid; i++) {
            double seeds = StrictMath.pow(10, -6.0 * (grid - i) / grid);
            double size = finalShare(seeds);
            if (size - sizeBefore - (seeds - before) > gap) {
                gap = size - sizeBefore - (seeds - before);
                low = before;
                high = seeds;
                lowSize = sizeBefore;
                highSize = size;
            }
            before = seeds;
            sizeBefore = size;
        }
        while (high - low > 1e-9) {
            double middle = (low + high) / 2;
            double size = finalShare(middle);
            if (size - lowSize > highSize - size) {
                high = middle;
                highSize = size;
            } else {
                low = middle;
                lowSize = size;
            }
        }
        return highSize - lowSize < 0.05
                ? java.util.Optional.empty()
                : java.util.Optional.of(new Jump((low + high) / 2, lowSize, highSize));
    }
}
