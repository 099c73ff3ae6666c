package org.einfluss.math;

/**
 * Draws from a discrete distribution in constant time.
 *
 * <p>Walker's alias method in Vose's form (M. D. Vose 1991, IEEE Trans. Softw. Eng. 17:972, doi:10.1109/32.92917): k
 * equal columns, each shared by at most two outcomes. Building is O(k) and deterministic. Immutable and thread-safe.
 */
public final class AliasTable {
    private final double[] keep;
    private final int[] alias;

    /**
     * Builds the table of a distribution.
     *
     * @param weights one weight per outcome, at least 0, finite, not all 0; they need not sum to 1; read only
     * @throws IllegalArgumentException naming the first weight that is negative or not finite, or when all are 0
     */
    public AliasTable(double... weights) {
        CompensatedSum total = new CompensatedSum();
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "Weight of outcome " + i + " must be finite and at least 0, was " + weights[i]);
            }
            total.add(weights[i]);
        }
        if (!(total.value() > 0 && total.value() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Weights must have a positive, finite sum, was " + total.value());
        }
        int k = weights.length;
        keep = new double[k];
        alias = new int[k];
        // One array holds both work lists: columns below their share from the left, the others from the right.
        int[] work = new int[k];
        int small = 0;
        int large = k;
        for (int i = 0; i < k; i++) {
            keep[i] = weights[i] / total.value() * k;
            alias[i] = i;
            if (keep[i] < 1) {
                work[small++] = i;
            } else {
                work[--large] = i;
            }
        }
        while (small > 0 && large < k) {
            int under = work[--small];
            int over = work[large];
            alias[under] = over;
            keep[over] -= 1 - keep[under];
            if (keep[over] < 1) {
                large++;
                work[small++] = over;
            }
        }
        // What is left over is 1 but for rounding; an outcome of weight 0 is never left over while another is not.
        while (large < k) {
            keep[work[large++]] = 1;
        }
        while (small > 0) {
            int left = work[--small];
            if (weights[left] > 0) {
                keep[left] = 1;
            } else {
                alias[left] = heaviest(weights);
            }
        }
    }

    /**
     * Returns the number of outcomes.
     *
     * @return the number of weights the table was built from
     */
    public int size() {
        return keep.length;
    }

    /**
     * Draws an outcome.
     *
     * @param random consumes one bounded int and one double
     * @return an index in [0, {@code size()}), drawn in proportion to its weight; never one of weight 0
     */
    public int sample(RandomStream random) {
        int column = random.nextInt(keep.length);
        return random.nextDouble() < keep[column] ? column : alias[column];
    }

    private static int heaviest(double[] weights) {
        int best = 0;
        for (int i = 1; i < weights.length; i++) {
            if (weights[i] > weights[best]) {
                best = i;
            }
        }
        return best;
    }
}
