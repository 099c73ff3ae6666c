package org.einfluss.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The literals were computed by an independent implementation of the algorithm in the Javadoc (Python, unbounded
 * integers).
 */
class KeysTest {
    @Test
    void mixedKeysNeverChange() {
        assertEquals(0xD79D9896E9C17EC9L, Keys.mix(0, 0));
        assertEquals(0x30236914208F4839L, Keys.mix(1, 2));
        assertEquals(0x99CCA05C585CC1A8L, Keys.mix(2, 1));
        assertEquals(0xB281B61E2ECE70F9L, Keys.mix(42, 7, -1));
        assertEquals(0xC7DA6AE6AF379935L, Keys.mix(1, 2, 3, 4));
    }

    @Test
    void keysOfNamesNeverChange() {
        assertEquals(0xA0CD4D7D70A692C9L, Keys.of(""));
        assertEquals(0xEAA394BCEC8953ABL, Keys.of("network"));
        assertEquals(0x8A575666DF7FCFCAL, Keys.of("thresholds"));
        assertEquals(0x9C92A0D7B952BEA2L, Keys.of("Größe und Maß"));
    }

    @Test
    void textsThatDifferInTrailingZerosHaveDifferentKeys() {
        assertNotEquals(Keys.of("a"), Keys.of("a\0"));
        assertNotEquals(Keys.of(""), Keys.of("\0"));
    }

    @Test
    void flippingOneBitOfAnyArgumentFlipsHalfOfTheKey() {
        for (int bit = 0; bit < 64; bit++) {
            long flippedFirst = 0;
            long flippedSecond = 0;
            int trials = 2_000;
            for (int i = 0; i < trials; i++) {
                flippedFirst += Long.bitCount(Keys.mix(i, 3 * i) ^ Keys.mix(i ^ 1L << bit, 3 * i));
                flippedSecond += Long.bitCount(Keys.mix(i, 3 * i) ^ Keys.mix(i, 3 * i ^ 1L << bit));
            }
            // Each count is a mean of 64 · 2000 fair coins: standard deviation 0.0014.
            assertEquals(0.5, flippedFirst / 64.0 / trials, 0.007, "bit " + bit + " of the first argument");
            assertEquals(0.5, flippedSecond / 64.0 / trials, 0.007, "bit " + bit + " of the second argument");
        }
    }

    @Test
    void smallArgumentsGiveDistinctKeys() {
        Set<Long> keys = new HashSet<>();
        for (int a = 0; a < 300; a++) {
            for (int b = 0; b < 300; b++) {
                keys.add(Keys.mix(a, b));
                keys.add(Keys.mix(7, a, b));
            }
        }
        assertEquals(180_000, keys.size());
    }

    @Test
    void moreArgumentsContinueFewer() {
        assertTrue(Keys.mix(5, 6, 7) != Keys.mix(5, 6) && Keys.mix(5, 6, 0) != Keys.mix(5, 6));
    }
}
