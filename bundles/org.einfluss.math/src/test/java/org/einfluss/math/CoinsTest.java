package org.einfluss.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CoinsTest {
    @Test
    void wordsNeverChange() {
        // Computed by an independent implementation of the algorithm in the Javadoc.
        assertEquals(0x865EDD7B7B4D1EAEL, Coins.bits(42, 0));
        assertEquals(0x1FADAB28438C8BCDL, Coins.bits(42, 1));
        assertEquals(0x395C963B6D65FEF1L, Coins.bits(42, 7, 3));
        assertEquals(0x6781CAAF01FD1796L, Coins.bits(-1, Integer.MAX_VALUE, Integer.MAX_VALUE));
        assertEquals(0.22406901312697147, Coins.uniform(42, 7, 3));
    }

    @Test
    void consecutiveCountersAreUniformOnTheUnitInterval() {
        long[] cells = new long[1_000];
        for (int i = 0; i < 1_000_000; i++) {
            cells[(int) (Coins.uniform(1, i) * cells.length)]++;
        }
        ChiSquare.assertUniform(cells);
    }

    @Test
    void consecutiveKeysAreUniformAtOneCounter() {
        long[] cells = new long[1_000];
        for (int key = 0; key < 1_000_000; key++) {
            cells[(int) (Coins.uniform(key, 12) * cells.length)]++;
        }
        ChiSquare.assertUniform(cells);
    }

    @Test
    void neighbouringCountersAttemptsAndKeysAreIndependent() {
        long[] counters = new long[64 * 64];
        long[] attempts = new long[64 * 64];
        long[] keys = new long[64 * 64];
        for (int i = 0; i < 1_000_000; i++) {
            int here = (int) (Coins.uniform(5, i, 0) * 64) * 64;
            counters[here + (int) (Coins.uniform(5, i + 1, 0) * 64)]++;
            attempts[here + (int) (Coins.uniform(5, i, 1) * 64)]++;
            keys[here + (int) (Coins.uniform(6, i, 0) * 64)]++;
        }
        ChiSquare.assertUniform(counters);
        ChiSquare.assertUniform(attempts);
        ChiSquare.assertUniform(keys);
    }

    @Test
    void everyBitIsFairAndUncorrelatedWithItsNeighbours() {
        int n = 200_000;
        int[] ones = new int[64];
        int[] same = new int[64];
        for (int i = 0; i < n; i++) {
            long word = Coins.bits(77, i);
            long changes = word ^ Coins.bits(77, i + 1);
            for (int bit = 0; bit < 64; bit++) {
                ones[bit] += (int) (word >>> bit & 1);
                same[bit] += (int) (changes >>> bit & 1);
            }
        }
        double tolerance = 4.5 * Math.sqrt(n / 4.0);
        for (int bit = 0; bit < 64; bit++) {
            assertEquals(n / 2.0, ones[bit], tolerance, "bit " + bit);
            assertEquals(n / 2.0, same[bit], tolerance, "change of bit " + bit);
        }
    }

    @Test
    void coinsFallWithTheirProbability() {
        int heads = 0;
        for (int i = 0; i < 1_000_000; i++) {
            heads += Coins.flip(9, i, 2, 0.01) ? 1 : 0;
        }
        assertEquals(10_000, heads, 4 * Math.sqrt(1_000_000 * 0.01 * 0.99));
    }

    @Test
    void impossibleNeverAndCertainAlways() {
        for (int i = 0; i < 10_000; i++) {
            assertFalse(Coins.flip(3, i, 0, 0));
            assertFalse(Coins.flip(3, i, 0, Double.NaN));
            assertTrue(Coins.flip(3, i, 0, 1));
        }
    }

    @Test
    void aLiveCoinStaysLiveWhenTheProbabilityGrows() {
        for (int i = 0; i < 10_000; i++) {
            assertTrue(!Coins.flip(4, i, 1, 0.3) || Coins.flip(4, i, 1, 0.31));
        }
    }

    @Test
    void theFirstAttemptIsThePlainCounter() {
        assertEquals(Coins.uniform(8, 15), Coins.uniform(8, 15, 0));
    }
}
