package org.einfluss.engine.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.einfluss.api.study.Estimate;
import org.einfluss.api.study.Observations.Stop;
import org.junit.jupiter.api.Test;

/** Worked by hand from the definitions; t(0.975; 2) = 4.302653, t(0.975; 3) = 3.182446, z(0.975) = 1.959964 from tables. */
class SampleTest {
    private static Sample networks(double[]... runs) {
        Sample sample = new Sample(false);
        for (int draw = 0; draw < runs.length; draw++) {
            for (int run = 0; run < runs[draw].length; run++) {
                sample.add(draw, run, Stop.SETTLED, runs[draw][run]);
            }
        }
        return sample;
    }

    private static double[] runs(double... values) {
        return values;
    }

    @Test
    void meanAndErrorComeFromNetworkMeans() {
        // Network means 1, 4, 4: mean 3, s² = 3, SE = 1; pooled variance 22/5, so deff = 1/(4.4/6) and n_eff = 4.4.
        Estimate mean = networks(runs(0, 2), runs(4, 4), runs(2, 6)).mean();
        assertEquals(3, mean.value(), 1e-12);
        assertEquals(1, mean.standardError(), 1e-12);
        assertEquals(3 - 4.302653, mean.low(), 1e-6);
        assertEquals(3 + 4.302653, mean.high(), 1e-6);
        assertEquals(4.4, mean.effectiveRuns(), 1e-12);
        assertEquals(3, mean.networks());
        assertEquals(6, mean.runs());
        assertFalse(mean.conditional());
        assertEquals("95 % over 3 networks", mean.interval());
    }

    @Test
    void shareHasWilsonsIntervalOnTheEffectiveRuns() {
        // Shares 0, 1, 1/2: clustered variance 0.25/3, binomial variance 0.25/6, deff = 2, n_eff = 3.
        Estimate share = networks(runs(0, 2), runs(4, 4), runs(2, 6)).share(4);
        assertEquals(0.5, share.value(), 1e-12);
        assertEquals(3, share.effectiveRuns(), 1e-12);
        assertEquals(Math.sqrt(0.25 / 3), share.standardError(), 1e-12);
        assertEquals(0.125334, share.low(), 1e-6);
        assertEquals(0.874666, share.high(), 1e-6);
    }

    @Test
    void shareOfNothingCountsNetworksAndIsNotCertain() {
        Estimate share = networks(runs(0, 0), runs(0, 0), runs(0, 0)).share(1);
        assertEquals(0, share.low());
        assertEquals(3, share.effectiveRuns());
        assertEquals(0.561497, share.high(), 1e-6); // z²/(3 + z²)
        Estimate all = networks(runs(1, 1), runs(1, 1), runs(1, 1)).share(1);
        assertEquals(1, all.high());
        assertEquals(1 - 0.561497, all.low(), 1e-6);
    }

    @Test
    void designEffectBelowOneCountsAsOne() {
        // Network shares 1/2, 1/2, 1/2: the clustered variance is 0.
        Estimate share = networks(runs(0, 1), runs(0, 1), runs(1, 0)).share(1);
        assertEquals(6, share.effectiveRuns());
        Estimate mean = networks(runs(0, 1), runs(0, 1), runs(1, 0)).mean();
        assertEquals(6, mean.effectiveRuns());
        assertEquals(0, mean.standardError());
    }

    @Test
    void oneNetworkIsConditionalAndCountsRuns() {
        Sample fixed = new Sample(true);
        double[] values = {0, 0, 0, 1};
        for (int run = 0; run < 4; run++) {
            fixed.add(0, run, Stop.SETTLED, values[run]);
        }
        Estimate mean = fixed.mean();
        assertTrue(mean.conditional());
        assertEquals("95 % over 4 runs, conditional on this network", mean.interval());
        assertEquals(0.25, mean.standardError(), 1e-12); // s² = 0.25, SE = 0.5/2
        assertEquals(0.25 - 3.182446 * 0.25, mean.low(), 1e-6);
        Estimate share = fixed.share(1);
        assertEquals(4, share.effectiveRuns());
        assertEquals(0.045587, share.low(), 1e-6);
        assertEquals(0.699358, share.high(), 1e-6);
        assertTrue(networks(runs(1, 2)).mean().conditional(), "a single drawn network");
    }

    @Test
    void singleRunHasNoError() {
        Estimate mean = networks(runs(5)).mean();
        assertEquals(5, mean.value());
        assertTrue(Double.isNaN(mean.standardError()) && Double.isNaN(mean.low()) && Double.isNaN(mean.high()));
        Estimate none = new Sample(false).share(1);
        assertTrue(Double.isNaN(none.value()));
        assertEquals(0, none.runs());
    }

    @Test
    void failedRunsDoNotEnterAndAreCounted() {
        Sample sample = new Sample(false);
        sample.add(0, 0, Stop.SETTLED, 1);
        sample.add(0, 1, Stop.FAILED, 99);
        sample.add(1, 0, Stop.STEP_LIMIT, 3);
        sample.add(1, 1, Stop.CENSORED, 5);
        sample.add(2, 0, Stop.FAILED, 99);
        sample.add(2, 1, Stop.FAILED, 99);
        Estimate mean = sample.mean();
        assertEquals(2.5, mean.value());
        assertEquals(2, mean.networks());
        assertEquals(3, mean.runs());
        assertEquals(3, mean.failed());
        assertEquals(2, mean.censored());
        assertEquals(3, sample.median());
        assertArrayEquals(new double[] {1, Double.NaN, 3, 5, Double.NaN, Double.NaN}, sample.values());
    }

    @Test
    void meanAboveIsOverTheRunsThatReachTheCut() {
        // Runs 2 | 4 4 | 2 6: r = 18/5; residuals -1.6, 0.8, 0.8, sum of squares 3.84; SE = sqrt(3/2 · 3.84)/5 = 0.48.
        Estimate above =
                networks(runs(0, 2), runs(4, 4), runs(2, 6), runs(0, 0)).meanAbove(2);
        assertEquals(3.6, above.value(), 1e-12);
        assertEquals(0.48, above.standardError(), 1e-12);
        assertEquals(3.6 + 4.302653 * 0.48, above.high(), 1e-6);
        assertEquals(3, above.networks());
        assertEquals(5, above.runs());
        // v = 11.2/4 = 2.8; deff = 0.2304/(2.8/5) < 1 counts as 1.
        assertEquals(5, above.effectiveRuns(), 1e-12);
    }

    @Test
    void sizeThatGoesWithFrequencyIsNotTheMeanOfNetworkMeans() {
        // Global in 9 of 9 runs of one network with 0.9, in 1 of 9 of the other with 0.1: of ten global runs nine have
        // 0.9.
        double[] rare = {0.1, 0, 0, 0, 0, 0, 0, 0, 0};
        double[] often = {0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9};
        assertEquals(0.82, networks(often, rare).meanAbove(0.05).value(), 1e-12);
        Estimate same = networks(runs(0.9, 0.9), runs(0.9, 0)).meanAbove(0.05);
        assertEquals(0.9, same.value());
        assertEquals(0, same.standardError());
    }

    @Test
    void differencesArePairedByNetwork() {
        // Differences of network means 1, 1, 1.5, so the spread between networks drops out.
        Sample baseline = networks(runs(0, 2), runs(10, 12), runs(20, 22));
        Estimate difference = networks(runs(2, 2), runs(10, 14), runs(21, 24)).minus(baseline);
        assertEquals(3.5 / 3, difference.value(), 1e-12);
        assertEquals(Math.sqrt(1.0 / 12 / 3), difference.standardError(), 1e-12);
        assertEquals(3, difference.networks());
    }

    @Test
    void shareThatNeverVariedIsNotTakenForPrecise() {
        double[][] nothing = new double[30][4];
        assertEquals(0.056757, networks(nothing).halfWidth(true), 1e-6); // z²/(30 + z²)/2
        assertTrue(
                Double.isNaN(networks(nothing).halfWidth(false)), "without bounds nothing is known of rare outcomes");
        double[][] little = new double[30][1];
        little[0][0] = 1e-4;
        // n_eff = 30: z²/(30 + z²)/2, however little the runs differ
        assertEquals(0.056757, networks(little).halfWidth(true), 1e-6);
    }
}
