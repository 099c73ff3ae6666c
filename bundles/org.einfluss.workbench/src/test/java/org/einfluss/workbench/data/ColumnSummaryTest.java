package org.einfluss.workbench.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.einfluss.graph.Column;
import org.junit.jupiter.api.Test;

class ColumnSummaryTest {
    @Test
    void numbersHaveEndsMiddleAndHistogram() {
        double[] values = {4, 1, 2, Double.NaN, 1};
        ColumnSummary summary = ColumnSummary.of(Column.doubles("x", "", values));
        assertEquals(4, summary.values());
        assertEquals(1, summary.missing());
        assertEquals(3, summary.distinct());
        ColumnSummary.Numbers numbers = summary.numbers().orElseThrow();
        assertEquals(1, numbers.least());
        assertEquals(1.5, numbers.median());
        assertEquals(2, numbers.mean());
        assertEquals(4, numbers.greatest());
        // Two bins, the root of four values: [1, 2.5) and [2.5, 4].
        assertArrayEquals(new double[] {1, 2.5}, numbers.lower());
        assertArrayEquals(new long[] {3, 1}, numbers.counts());
        assertEquals(List.of(Map.entry("1.0", 2), Map.entry("2.0", 1), Map.entry("4.0", 1)), summary.top());
    }

    @Test
    void wordsAreCounted() {
        BitSet missing = new BitSet();
        missing.set(2);
        ColumnSummary summary =
                ColumnSummary.of(Column.texts("role", new String[] {"salesman", "maven", "", "maven"}, missing));
        assertEquals(3, summary.values());
        assertEquals(1, summary.missing());
        assertEquals(List.of(Map.entry("maven", 2), Map.entry("salesman", 1)), summary.top());
        assertTrue(summary.numbers().isEmpty());
    }

    @Test
    void equalNumbersMakeOneBin() {
        ColumnSummary.Numbers numbers = ColumnSummary.of(Column.integers("k", "", new int[] {7, 7, 7}))
                .numbers()
                .orElseThrow();
        assertArrayEquals(new long[] {3}, numbers.counts());
        assertEquals(7, numbers.median());
    }

    @Test
    void nothingHasNoNumbers() {
        ColumnSummary summary = ColumnSummary.of(Column.doubles("x", "", new double[0]));
        assertEquals(0, summary.values());
        assertTrue(summary.numbers().isEmpty());
    }
}
