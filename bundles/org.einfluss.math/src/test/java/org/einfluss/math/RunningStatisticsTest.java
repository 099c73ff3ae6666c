package org.einfluss.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RunningStatisticsTest {
    @Test
    void momentsOfAKnownSeries() {
        RunningStatistics statistics = new RunningStatistics();
        for (double value : new double[] {2, 4, 4, 4, 5, 5, 7, 9}) {
            statistics.add(value);
        }
        assertEquals(8, statistics.count());
        assertEquals(5, statistics.mean(), 1e-15);
        assertEquals(32 / 7.0, statistics.variance(), 1e-14);
        assertEquals(Math.sqrt(32 / 7.0 / 8), statistics.standardError(), 1e-15);
        assertEquals(2, statistics.min());
        assertEquals(9, statistics.max());
    }

    @Test
    void aLargeOffsetDoesNotSpoilTheVariance() {
        RunningStatistics statistics = new RunningStatistics();
        for (double value : new double[] {4, 7, 13, 16}) {
            statistics.add(1e9 + value);
        }
        assertEquals(30, statistics.variance(), 1e-9);
    }

    @Test
    void mergedSeriesEqualOneSeries() {
        RandomStream random = new RandomStream(3);
        RunningStatistics whole = new RunningStatistics();
        RunningStatistics first = new RunningStatistics();
        RunningStatistics second = new RunningStatistics();
        for (int i = 0; i < 1_000; i++) {
            double value = random.nextGaussian() + i * 0.01;
            whole.add(value);
            (i < 300 ? first : second).add(value);
        }
        first.merge(second);
        first.merge(new RunningStatistics());
        assertEquals(whole.count(), first.count());
        assertEquals(whole.mean(), first.mean(), 1e-12);
        assertEquals(whole.variance(), first.variance(), 1e-11);
        assertEquals(whole.min(), first.min());
        assertEquals(whole.max(), first.max());
    }

    @Test
    void nothingIsKnownOfTooShortSeries() {
        RunningStatistics statistics = new RunningStatistics();
        assertEquals(Double.NaN, statistics.mean());
        assertEquals(Double.NaN, statistics.min());
        statistics.add(4);
        assertEquals(4, statistics.mean());
        assertEquals(Double.NaN, statistics.variance());
        statistics.clear();
        assertEquals(0, statistics.count());
    }
}
