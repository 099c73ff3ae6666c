package org.einfluss.theory.watts;

/**
 * How much more one influential sets off than one average node, on an infinite random network.
 *
 * <p>The average node is drawn from the whole population, influentials included. Cascades of either are global or negligible, and global ones
 * are equally large, so that M = P_top / P_avg.
 *
 * @param average P_avg, probability that an average node starts a global cascade
 * @param top P_top, the same for a random influential
 * @param multiplier M = P_top / P_avg; NaN where no cascade becomes global
 * @param relativeInfluence D, mean number of others an influential influences, divided by the mean of all nodes
 * @param size share of nodes in a global cascade; NaN where none becomes global
 */
record Influence(double average, double top, double multiplier, double relativeInfluence, double size) {
    private static Influence of(double average, double top, double[] listeners, double share, double size) {
        return new Influence(
                average,
                top,
                average > 0 ? top / average : Double.NaN,
                TopShare.of(listeners, share).relativeInfluence(),
                average > 0 ? size : Double.NaN);
    }

    /** Threshold cascades; the closed forms of {@link VulnerableBranching}. */
    static Influence ofThresholds(Threshold threshold, DegreeLaw law, double share) {
        VulnerableBranching branching = VulnerableBranching.of(threshold, law);
        double[] listeners = law.listeners();
        double top = branching.triggerProbability(TopShare.weights(listeners, share));
        double size = branching.triggerProbability() > 0
                ? new SeedRecursion(threshold, law).finalShare(TriggerProbability.VANISHING)
                : Double.NaN;
        return of(branching.triggerProbability(), top, listeners, share, size);
    }

    /**
     * Spread along each arc with probability T on a network of Poisson degrees, mutual or one way: s = 1 − e^{−zTs} is the probability that a
     * random node starts an outbreak and its size; from a node of degree k it is 1 − (1 − Ts)^k.
     */
    static Influence ofPercolation(double meanDegree, double transmissibility, double share) {
        double s = outbreak(meanDegree * transmissibility);
        double[] degrees = new DegreeLaw.Poisson(meanDegree).probabilities();
        double[] top = TopShare.weights(degrees, share);
        double started = 0;
        for (int k = 0; k < top.length; k++) {
            started += top[k] * outbreakFrom(k, transmissibility, s);
        }
        return of(s, started, degrees, share, s);
    }

    static double outbreakFrom(int degree, double transmissibility, double s) {
        return 1 - StrictMath.pow(1 - transmissibility * s, degree);
    }

    /** The positive root of s = 1 − e^{−Rs}; 0 where R ≤ 1. */
    static double outbreak(double reproduction) {
        if (reproduction <= 1) {
            return 0;
        }
        double low = 0;
        double high = 1;
        for (double middle = 0.5; low < middle && middle < high; middle = (low + high) / 2) {
            // The curve lies above the diagonal up to the root.
            if (-StrictMath.expm1(-reproduction * middle) > middle) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
