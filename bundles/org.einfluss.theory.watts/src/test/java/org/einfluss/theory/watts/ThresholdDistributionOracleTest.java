package org.einfluss.theory.watts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.einfluss.api.Progress;
import org.junit.jupiter.api.Test;

/** The estimate for interval-censored data against examples by hand, the Kaplan–Meier estimate and a published data set. */
class ThresholdDistributionOracleTest {
    private static final double NONE = Double.POSITIVE_INFINITY;

    private static ThresholdDistribution of(double... ends) {
        double[] lower = new double[ends.length / 2];
        double[] upper = new double[ends.length / 2];
        double[] weight = new double[ends.length / 2];
        for (int i = 0; i < lower.length; i++) {
            lower[i] = ends[2 * i];
            upper[i] = ends[2 * i + 1];
            weight[i] = 1;
        }
        return ThresholdDistribution.of(lower, upper, weight, 1e-10, Progress.NONE);
    }

    /** (0,2] twice, (1,3], (2,4]: innermost are (1,2] and (2,3]; the likelihood a² · 1 · b is greatest at a = 2/3. */
    @Test
    void overlappingIntervals() {
        ThresholdDistribution found = of(0, 2, 0, 2, 1, 3, 2, 4);
        assertArrayEquals(new double[] {1, 2}, found.from());
        assertArrayEquals(new double[] {2, 3}, found.to());
        assertArrayEquals(new double[] {2.0 / 3, 1.0 / 3}, found.mass(), 1e-6);
        assertEquals(0, found.atLeast(1.5), 1e-12);
        assertEquals(2.0 / 3, found.atMost(1.5), 1e-6);
        assertEquals(2.0 / 3, found.atLeast(2), 1e-6);
        assertEquals(2.0 / 3, found.atMost(2), 1e-6);
    }

    /** a (a + b)(b + c) c with a = c: a² (1 − a)² is greatest at a = ½, so that the middle interval is empty. */
    @Test
    void middleIntervalIsEmpty() {
        ThresholdDistribution found = of(0, 1, 0, 2, 1, 3, 2, 3);
        assertArrayEquals(new double[] {0.5, 0, 0.5}, found.mass(), 1e-3);
        assertTrue(found.gap() < 1e-3, () -> "gap " + found.gap());
    }

    /** a² (a + b) b² (b + c) c with (0,1] twice, (0,2], (1,2] twice, (1,3], (2,3]; the maximum found by a search of the simplex. */
    @Test
    void plainSearchFindsNoBetterMasses() {
        ThresholdDistribution found = of(0, 1, 0, 1, 0, 2, 1, 2, 1, 2, 1, 3, 2, 3);
        double[] p = found.mass();
        double best = logLikelihood(p[0], p[1], p[2]);
        for (int i = 1; i < 400; i++) {
            for (int j = 1; i + j < 400; j++) {
                double other = logLikelihood(i / 400.0, j / 400.0, (400 - i - j) / 400.0);
                assertTrue(other <= best + 1e-9, () -> "better masses than " + Arrays.toString(p));
            }
        }
        assertTrue(found.gap() < 1e-8);
    }

    private static double logLikelihood(double a, double b, double c) {
        return 2 * Math.log(a) + Math.log(a + b) + 2 * Math.log(b) + Math.log(b + c) + Math.log(c);
    }

    /** Exact values 1, 2, 3 and right-censored after 1 and after 3: survival 4/5, 4/5 · 2/3 = 8/15, 8/15 · 1/2 = 4/15. */
    @Test
    void rightCensoredValuesGiveTheKaplanMeierEstimate() {
        ThresholdDistribution found = of(0, 1, 1, NONE, 1, 2, 2, 3, 3, NONE);
        assertArrayEquals(new double[] {0, 1, 2, 3}, found.from());
        assertArrayEquals(new double[] {1, 2, 3, NONE}, found.to());
        assertArrayEquals(new double[] {1.0 / 5, 4.0 / 15, 4.0 / 15, 4.0 / 15}, found.mass(), 1e-6);
    }

    /** An observation without lower bound that ends at 0 is a mass at 0, and one that begins there is not. */
    @Test
    void thresholdsOfZeroAreApart() {
        ThresholdDistribution found = of(Double.NEGATIVE_INFINITY, 0, 0, NONE, 0, NONE, 0, 0.5);
        assertEquals(0.25, found.atLeast(0), 1e-9);
        assertEquals(0.25, found.atMost(0), 1e-9);
    }

    /**
     * Months until cosmetic deterioration of 46 women after radiotherapy (D. M. Finkelstein and R. A. Wolfe 1985, Biometrics 41:933–945),
     * with the published estimate.
     */
    @Test
    void radiotherapy() {
        ThresholdDistribution found = of(
                45, NONE, 25, 37, 37, NONE, 6, 10, 46, NONE, 0, 5, 0, 7, 26, 40, 18, NONE, 46, NONE, 46, NONE, 24, NONE,
                46, NONE, 27, 34, 36, NONE, 7, 16, 36, 44, 5, 11, 17, NONE, 46, NONE, 19, 35, 7, 14, 36, 48, 17, 25, 37,
                44, 37, NONE, 24, NONE, 0, 8, 40, NONE, 32, NONE, 4, 11, 17, 25, 33, NONE, 15, NONE, 46, NONE, 19, 26,
                11, 15, 11, 18, 37, NONE, 22, NONE, 38, NONE, 34, NONE, 46, NONE, 5, 12, 36, NONE, 46, NONE);
        double[][] known = {
            {4, 5, 0.0463},
            {6, 7, 0.0334},
            {7, 8, 0.0887},
            {11, 12, 0.0708},
            {24, 25, 0.0926},
            {33, 34, 0.0818},
            {38, 40, 0.1209},
            {46, 48, 0.4656}
        };
        int at = 0;
        for (int j = 0; j < found.mass().length; j++) {
            if (found.mass()[j] > 1e-4) {
                assertEquals(known[at][0], found.from()[j]);
                assertEquals(known[at][1], found.to()[j]);
                assertEquals(known[at][2], found.mass()[j], 0.5e-4);
                at++;
            }
        }
        assertEquals(known.length, at);
    }

    /** Leaving out one of three: s² = 2/3 · (0.1² + 0 + 0.1²), Student's t with 2 degrees of freedom 4.302653. */
    @Test
    void jackknife() {
        assertEquals(4.302653 * 0.1154701, ThresholdTables.half(new double[] {0.4, 0.5, 0.6}), 1e-6);
        assertTrue(Double.isNaN(ThresholdTables.half(new double[] {0.4})));
    }
}
