package org.einfluss.math;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

/** Goodness of fit of observed counts; false alarm about once in 30,000 keys, and keys in tests are fixed. */
final class ChiSquare {
    private ChiSquare() {}

    static void assertFits(long[] observed, double[] probability) {
        double total = 0;
        for (long count : observed) {
            total += count;
        }
        double statistic = 0;
        double expectedRest = 0;
        double observedRest = 0;
        int cells = 0;
        for (int i = 0; i < observed.length; i++) {
            double expected = probability[i] * total;
            if (expected < 5) {
                expectedRest += expected;
                observedRest += observed[i];
            } else {
                statistic += (observed[i] - expected) * (observed[i] - expected) / expected;
                cells++;
            }
        }
        if (expectedRest >= 5) {
            statistic += (observedRest - expectedRest) * (observedRest - expectedRest) / expectedRest;
            cells++;
        } else {
            assertTrue(observedRest <= 30, "cells that should be almost empty hold " + observedRest);
        }
        assertTrue(cells >= 2, "too few cells to test anything");
        double bound = quantile(cells - 1);
        assertTrue(
                statistic < bound,
                "chi-square " + statistic + " exceeds " + bound + " with " + (cells - 1) + " degrees of freedom");
    }

    static void assertUniform(long[] observed) {
        double[] probability = new double[observed.length];
        Arrays.fill(probability, 1.0 / observed.length);
        assertFits(observed, probability);
    }

    /** Quantile at four standard deviations by Wilson and Hilferty's cube root. */
    private static double quantile(int degrees) {
        double a = 2.0 / (9.0 * degrees);
        return degrees * Math.pow(1 - a + 4 * Math.sqrt(a), 3);
    }
}
