package org.einfluss.theory.watts;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.einfluss.api.Progress;

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
    private static final int JUMP_GRID = 200;

    /** Longest row that is worth keeping; nodes of higher degree are rare, their shares are computed anew. */
    private static final int LONGEST_ROW = 1000;
    /** Terms this small next to the largest one are left out. */
    private static final double NEGLIGIBLE = 1e-18;

    private final Threshold threshold;
    private final Progress progress;
    private final boolean directed;
    private final double[] nodeWeight;
    private final double[] linkWeight;
    private final double[][] shares;

    /**
     * Prepares the recursion.
     *
     * @param threshold law of the thresholds
     * @param law law of the degrees
     */
    public SeedRecursion(Threshold threshold, DegreeLaw law) {
        this(threshold, law, Progress.NONE);
    }

    /**
     * Prepares the recursion so that it can be cancelled between two steps.
     *
     * @param threshold law of the thresholds
     * @param law law of the degrees
     * @param progress asked for cancellation
     */
    public SeedRecursion(Threshold threshold, DegreeLaw law, Progress progress) {
        this.threshold = threshold;
        this.progress = progress;
        directed = law.isDirected();
        nodeWeight = law.probabilities();
        linkWeight = new double[nodeWeight.length];
        double z = 0;
        for (int k = 1; k < nodeWeight.length; k++) {
            z += k * nodeWeight[k];
        }
        for (int k = 1; k < nodeWeight.length; k++) {
            linkWeight[k] = k * nodeWeight[k] / z;
        }
        shares = new double[Math.min(LONGEST_ROW, nodeWeight.length)][];
        for (int k = 0; k < shares.length; k++) {
            shares[k] = new double[k + 1];
            for (int m = 0; m <= k; m++) {
                shares[k][m] = threshold.share(m, k);
            }
        }
    }

    private double share(int active, int degree) {
        return degree < shares.length ? shares[degree][active] : threshold.share(active, degree);
    }

    /** Σ_k w_k Σ_m C(n,m) q^m (1−q)^{n−m} F(m/k) with n = k − {@code parents}. */
    private double mean(double[] weight, int parents, double q) {
        double sum = 0;
        for (int k = parents; k < weight.length; k++) {
            if (weight[k] > NEGLIGIBLE) {
                sum += weight[k] * binomialMean(k, k - parents, q);
            }
        }
        return sum;
    }

    /** Mean of F(m/k) over a binomial m, by ratios of neighbouring terms from the mode outwards. */
    private double binomialMean(int k, int n, double q) {
        if (q <= 0 || q >= 1) {
            return share(q <= 0 ? 0 : n, k);
        }
        int mode = Math.min(n, (int) ((n + 1) * q));
        double odds = q / (1 - q);
        double total = 1;
        double sum = share(mode, k);
        double term = 1;
        for (int m = mode; m > 0 && term > NEGLIGIBLE; m--) {
            term *= m / ((n - m + 1) * odds);
            total += term;
            sum += term * share(m - 1, k);
        }
        term = 1;
        for (int m = mode + 1; m <= n && term > NEGLIGIBLE; m++) {
            term *= (n - m + 1) * odds / m;
            total += term;
            sum += term * share(m, k);
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
        return active(q, seedFraction);
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
            share[n] = active(q, seedFraction);
            q = next(q, seedFraction);
            if (share[n] - share[n - 1] < 1e-9 && n > 1) {
                return Arrays.copyOf(share, n + 1);
            }
        }
        return share;
    }

    private double next(double q, double seedFraction) {
        progress.checkCancelled();
        return seedFraction + (1 - seedFraction) * (directed ? mean(nodeWeight, 0, q) : mean(linkWeight, 1, q));
    }

    private double active(double q, double seedFraction) {
        return seedFraction + (1 - seedFraction) * mean(nodeWeight, 0, q);
    }

    /** Returns the share of nodes that start by themselves, F(0). */
    public double selfStarters() {
        return threshold.share(0, 0);
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
    public Optional<Jump> jump() {
        double low = 0;
        double high = 1;
        double lowSize = finalShare(0);
        double highSize = 1;
        double before = 1e-6;
        double sizeBefore = finalShare(before);
        double gap = -1;
        for (int i = 0; i <= JUMP_GRID; i++) {
            double seeds = StrictMath.pow(10, -6.0 * (JUMP_GRID - i) / JUMP_GRID);
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
                ? Optional.empty()
                : Optional.of(new Jump((low + high) / 2, lowSize, highSize));
    }
}
