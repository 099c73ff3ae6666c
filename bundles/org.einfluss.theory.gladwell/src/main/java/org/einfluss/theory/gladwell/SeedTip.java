package org.einfluss.theory.gladwell;

/**
 * The share of seeds at which threshold cascades tip on an infinite Erdős–Rényi network: ρ₀*.
 *
 * <p>With a constant threshold φ, Poisson degrees of mean z and need(k) = max(1, ⌈φk⌉) active neighbours, the share q of active ends of a tie is the least root of q = ρ₀ + (1 − ρ₀) Σ_j
 * P(Pois(z) = j) P(Bin(j, q) ≥ need(j + 1)), found by iteration from ρ₀ (J. P. Gleeson and D. J. Cahalane 2007, doi:10.1103/PhysRevE.75.056103). It is also the final share of
 * active nodes but for the degree of one, and jumps where the final share does. The jump is looked for on a grid of 200 shares from 10⁻⁶ to 1 and bisected to 10⁻⁹.
 */
final class SeedTip {
    private static final int GRID = 200;
    private static final double LEAST_JUMP = 0.05;

    private final double[] degree;
    private final int[] need;

    SeedTip(double meanDegree, double threshold) {
        int most = (int) Math.ceil(meanDegree + 12 * Math.sqrt(meanDegree) + 12);
        degree = new double[most + 1];
        need = new int[most + 1];
        double log = -meanDegree;
        for (int j = 0; j <= most; j++) {
            log += j == 0 ? 0 : StrictMath.log(meanDegree / j);
            degree[j] = StrictMath.exp(log);
            need[j] = Math.max(1, (int) Math.ceil(threshold * (j + 1) - 1e-9));
        }
    }

    /** Returns the least root q from ρ₀ upwards. */
    double share(double seeds) {
        double q = seeds;
        for (int i = 0; i < 1_000_000; i++) {
            double next = 0;
            for (int j = 0; j < degree.length; j++) {
                next += degree[j] * atLeast(need[j], j, q);
            }
            next = seeds + (1 - seeds) * next;
            if (next - q < 1e-13) {
                break;
            }
            q = next;
        }
        return q;
    }

    /** P(Bin(n, q) ≥ need), as 1 − Σ of the terms below. */
    private static double atLeast(int need, int n, double q) {
        if (need > n || q <= 0) {
            return 0;
        }
        if (q >= 1) {
            return 1;
        }
        double term = StrictMath.exp(n * StrictMath.log1p(-q));
        double below = 0;
        for (int m = 0; m < need; m++) {
            below += term;
            term *= (n - m) * q / ((m + 1) * (1 - q));
        }
        return Math.max(0, 1 - below);
    }

    /** Returns ρ₀*, NaN where the share grows without a jump of .05 or more. */
    double critical() {
        double low = 0;
        double high = 1e-6;
        double widest = -1;
        double before = high;
        double shareBefore = share(before);
        for (int i = 1; i <= GRID; i++) {
            double seeds = StrictMath.pow(10, -6.0 * (GRID - i) / GRID);
            double share = share(seeds);
            double jump = share - shareBefore - (seeds - before);
            if (jump > widest) {
                widest = jump;
                low = before;
                high = seeds;
            }
            before = seeds;
            shareBefore = share;
        }
        double lowShare = share(low);
        double highShare = share(high);
        while (high - low > 1e-9) {
            double middle = (low + high) / 2;
            double share = share(middle);
            if (share - lowShare > highShare - share) {
                high = middle;
                highShare = share;
            } else {
                low = middle;
                lowShare = share;
            }
        }
        return highShare - lowShare < LEAST_JUMP ? Double.NaN : (low + high) / 2;
    }
}
