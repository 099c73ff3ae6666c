package org.einfluss.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CompensatedSumTest {
    @Test
    void smallTermsSurviveBesideLargeOnesThatCancel() {
        // Neumaier's example: plain and Kahan summation both give 0.
        assertEquals(2.0, CompensatedSum.of(1.0, 1e100, 1.0, -1e100));
    }

    @Test
    void manyTenthsMakeTheExactSum() {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < 10_000_000; i++) {
            sum.add(0.1);
        }
        assertEquals(1_000_000.0, sum.value());
    }

    @Test
    void infiniteTermsBehaveAsInPlainAddition() {
        assertEquals(Double.POSITIVE_INFINITY, CompensatedSum.of(1, Double.POSITIVE_INFINITY, 2));
        assertEquals(Double.NaN, CompensatedSum.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
    }

    @Test
    void clearedSumsStartAtZero() {
        CompensatedSum sum = new CompensatedSum();
        sum.add(3);
        sum.clear();
        assertEquals(0.0, sum.value());
    }
}
