package org.einfluss.analyses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.einfluss.analyses.BestPolicies.Verdict;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;

class BestPoliciesTest {
    private static BestPolicies compare(double[]... value) {
        return new BestPolicies(value, value[0].length, 1, 0.95, 1);
    }

    /** Differences 2, 3, 4: mean 3, standard error 1/√3, t(.975; 2) = 4.302653, half-width 2.484138. */
    @Test
    void twoPoliciesHaveTheIntervalOfThePairedTTest() {
        BestPolicies two = compare(new double[] {3, 4, 5}, new double[] {1, 1, 1});
        assertEquals(4, two.mean(0));
        assertEquals(3 - 2.484138, two.low(0), 1e-6);
        assertEquals(3 + 2.484138, two.high(0), 1e-6);
        assertEquals(-3 - 2.484138, two.low(1), 1e-6);
        assertEquals(-3 + 2.484138, two.high(1), 1e-6);
        assertEquals(Verdict.WINNER, two.verdict(0.5));
        assertEquals(Verdict.UNDECIDED, two.verdict(0.6));
        assertEquals(Verdict.UNDECIDED, two.verdict(5.4));
        assertEquals(Verdict.NO_DIFFERENCE, two.verdict(5.5));
    }

    /** Three pairs share the error: t(1 − .05/6; 2) = 7.648804, and against both others the worse end counts. */
    @Test
    void threePoliciesShareTheError() {
        BestPolicies three = compare(new double[] {3, 4, 5}, new double[] {1, 1, 1}, new double[] {0, 0, 0});
        assertEquals(3 - 7.648804 / Math.sqrt(3), three.low(0), 1e-5);
        assertEquals(3 + 7.648804 / Math.sqrt(3), three.high(0), 1e-5);
        BestPolicies map = new BestPolicies(
                new double[][] {{3, 4, 5}, {1, 1, 1}},
                3,
                1,
                0.95,
                3); // one pair in each of three cells: the same share
        assertEquals(3 - 7.648804 / Math.sqrt(3), map.low(0), 1e-5);
    }

    private static double[] around(double mean, double spread, int units, long key) {
        RandomStream random = new RandomStream(key);
        double[] values = new double[units];
        Arrays.setAll(values, u -> mean + spread * random.nextGaussian());
        return values;
    }

    @Test
    void aClearWinnerIsFound() {
        BestPolicies cell = compare(around(0.3, 0.02, 40, 1), around(0.2, 0.02, 40, 2), around(0.1, 0.02, 40, 3));
        assertEquals(Verdict.WINNER, cell.verdict(0.01));
        assertEquals(0, cell.leader());
        assertTrue(cell.isCandidate(0, 0.01) && !cell.isCandidate(1, 0.01));
    }

    @Test
    void differencesInsideTheZoneAreNone() {
        BestPolicies cell =
                compare(around(0.300, 0.004, 60, 1), around(0.302, 0.004, 60, 2), around(0.301, 0.004, 60, 3));
        assertEquals(Verdict.NO_DIFFERENCE, cell.verdict(0.01));
    }

    @Test
    void twoEqualOnesBeforeAWorseOneTie() {
        BestPolicies cell =
                compare(around(0.300, 0.004, 60, 1), around(0.301, 0.004, 60, 2), around(0.200, 0.004, 60, 3));
        assertEquals(Verdict.TIE, cell.verdict(0.01));
        assertTrue(cell.isCandidate(0, 0.01) && cell.isCandidate(1, 0.01) && !cell.isCandidate(2, 0.01));
    }

    @Test
    void tooFewUnitsLeaveItOpen() {
        assertEquals(
                Verdict.UNDECIDED,
                compare(around(0.3, 0.1, 3, 1), around(0.2, 0.1, 3, 2)).verdict(0.01));
        assertEquals(
                Verdict.UNDECIDED,
                compare(new double[] {0.9}, new double[] {0.1}).verdict(0.01));
    }

    /** Nothing was seen in 30 runs; with .05 left to the pair, 1 − .05^{1/30} = .09503 of the runs may still differ. */
    @Test
    void agreementInFewRunsIsNoProof() {
        BestPolicies silent = compare(new double[30], new double[30]);
        assertEquals(-0.0950340, silent.low(0), 1e-6);
        assertEquals(Verdict.UNDECIDED, silent.verdict(0.01));
        assertEquals(
                Verdict.NO_DIFFERENCE, compare(new double[300], new double[300]).verdict(0.01));
    }

    @Test
    void unitsWithoutAValueDoNotEnter() {
        BestPolicies two = compare(new double[] {3, Double.NaN, 4, 5}, new double[] {1, 1, 1, 1});
        assertEquals(3, two.units());
        assertEquals(3 - 2.484138, two.low(0), 1e-6);
    }

    /**
     * Network means of cascades that are either small or global, with networks in common: the intervals of all pairs hold together, and
     * a winner is named where there is none, at most as often as the level allows.
     */
    @Test
    void allIntervalsHoldTogetherAsOftenAsTheySay() {
        RandomStream random = new RandomStream(11);
        double[] truth = {0.50, 0.50, 0.48, 0.40};
        int misses = 0;
        int falseWinners = 0;
        int studies = 2_000;
        for (int study = 0; study < studies; study++) {
            double[][] value = new double[4][25];
            for (int network = 0; network < 25; network++) {
                double common = 0.1 * random.nextGaussian();
                for (int policy = 0; policy < 4; policy++) {
                    int global = 0;
                    for (int run = 0; run < 10; run++) {
                        global += random.nextDouble() < truth[policy] + common ? 1 : 0;
                    }
                    value[policy][network] = global / 10.0;
                }
            }
            BestPolicies cell = compare(value);
            boolean missed = false;
            for (int i = 0; i < 4; i++) {
                double best = 0;
                for (int l = 0; l < 4; l++) {
                    best = l == i ? best : Math.max(best, truth[l]);
                }
                missed |= truth[i] - best < cell.low(i) || truth[i] - best > cell.high(i);
            }
            misses += missed ? 1 : 0;
            falseWinners += cell.verdict(0.01) == Verdict.WINNER ? 1 : 0;
        }
        // Standard error of a share of .05 in 2000 studies: .0049.
        assertTrue(misses <= studies * (0.05 + 4 * 0.0049), misses + " of " + studies + " studies missed the truth");
        assertTrue(falseWinners <= studies * 0.05, falseWinners + " false winners");
    }

    /** Six cells, three equal policies: no pair's interval of the whole map excludes 0 in more than a twentieth of the maps. */
    @Test
    void theLevelHoldsForTheWholeMap() {
        RandomStream random = new RandomStream(12);
        int wrong = 0;
        int maps = 2_000;
        for (int map = 0; map < maps; map++) {
            boolean failed = false;
            for (int cell = 0; cell < 6; cell++) {
                double[][] value = new double[3][12];
                for (double[] policy : value) {
                    Arrays.setAll(policy, u -> random.nextGaussian());
                }
                BestPolicies compared = new BestPolicies(value, 12, 1, 0.95, 6);
                for (int i = 0; i < 3; i++) {
                    failed |= compared.high(i) < 0 || compared.low(i) > 0;
                }
            }
            wrong += failed ? 1 : 0;
        }
        assertTrue(wrong <= maps * (0.05 + 4 * 0.0049), wrong + " of " + maps + " maps");
        assertTrue(wrong > 0, "intervals that never fail are too wide");
    }
}
