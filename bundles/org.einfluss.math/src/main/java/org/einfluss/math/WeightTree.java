package org.einfluss.math;

import java.util.Arrays;

/**
 * Weights of 0 … n − 1 that change, and the draw of an index in proportion to its weight.
 *
 * <p>A binary tree of sums: changing a weight and drawing an index cost O(log n). Each inner node is the sum of its two children, computed
 * anew, so that rounding does not build up. Owned by one thread; allocates nothing after its constructor.
 */
public final class WeightTree {
    private final int leaves;
    private final double[] sum;

    /**
     * Makes a tree with all weights 0.
     *
     * @param size number of weights
     */
    public WeightTree(int size) {
        leaves = Math.max(2, Integer.highestOneBit(Math.max(1, size - 1)) << 1);
        sum = new double[2 * leaves];
    }

    /** Sets all weights to 0. */
    public void clear() {
        Arrays.fill(sum, 0);
    }

    /**
     * Changes a weight.
     *
     * @param index whose
     * @param weight from 0 to below infinity
     */
    public void set(int index, double weight) {
        int i = leaves + index;
        if (sum[i] == weight) {
            return;
        }
        sum[i] = weight;
        for (i >>= 1; i > 0; i >>= 1) {
            sum[i] = sum[2 * i] + sum[2 * i + 1];
        }
    }

    /** Returns the sum of all weights; 0 only if all are 0. */
    public double total() {
        return sum[1];
    }

    /**
     * Returns the index at which the running sum of weights first exceeds a number.
     *
     * @param at a number from 0 to below {@link #total}, which is above 0
     * @return an index of positive weight
     */
    public int find(double at) {
        int i = 1;
        double rest = at;
        while (i < leaves) {
            i *= 2;
            if (rest >= sum[i] && sum[i + 1] > 0 || sum[i] == 0) {
                rest -= sum[i];
                i++;
            }
        }
        return i - leaves;
    }
}
