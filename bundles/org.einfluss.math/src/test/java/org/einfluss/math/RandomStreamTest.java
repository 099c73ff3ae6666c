package org.einfluss.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    private static final int DRAWS = 1_000_000;

    private final RandomStream random = new RandomStream(42);

    @Test
    void wordsAreThoseOfTheReferenceGenerator() {
        // xoshiro256plusplus.c by Blackman and Vigna, started at the state 1, 2, 3, 4.
        RandomStream reference = new RandomStream(1, 2, 3, 4);
        for (String word :
                new String[] {"41943041", "58720359", "3588806011781223", "3591011842654386", "9228616714210784205"}) {
            assertEquals(Long.parseUnsignedLong(word), reference.nextLong());
        }
    }

    @Test
    void keysAreExpandedBySplitMix() {
        // Independent implementation (Python) of SplitMix64 and xoshiro256++.
        assertWords(0, 0x53175D61490B23DFL, 0x61DA6F3DC380D507L, 0x5C0FDF91EC9A7BFCL, 0x02EEBF8C3BBE5E1AL);
        assertWords(42, 0xD0764D4F4476689FL, 0x519E4174576F3791L, 0xFBE07CFB0C24ED8CL, 0xB37D9F600CD835B8L);
        assertWords(-1, 0x56CCF8CE948E27B2L, 0xE68588432E5A5B90L, 0xE3E9B5A48119CA8BL, 0x460F19495532AE73L);
    }

    private static void assertWords(long key, long... words) {
        RandomStream stream = new RandomStream(key);
        assertArrayEquals(
                words, new long[] {stream.nextLong(), stream.nextLong(), stream.nextLong(), stream.nextLong()});
    }

    @Test
    void samplersNeverChange() {
        // Drawn by an independent implementation of the cited algorithms (Python).
        assertEquals(
                "824 0.47401520695968347 false 0.07196705042795169 0.04267983847875232 137 3 88 4 694 [1, 0, 4, 5, 3, 2]"
                        + " [807, 899, 913]",
                drawOfEverything(new RandomStream(2026)));
    }

    private static String drawOfEverything(RandomStream r) {
        int[] shuffled = {0, 1, 2, 3, 4, 5};
        r.shuffle(shuffled, 0, 6);
        int[] sample = new int[3];
        r.sample(1_000, 3, sample);
        return r.nextInt(1_000) + " " + r.nextDouble() + " " + r.nextBoolean(0.5) + " " + r.nextGaussian() + " "
                + r.nextExponential(2) + " " + r.nextGeometric(0.01) + " " + r.nextPoisson(3) + " " + r.nextPoisson(100)
                + " " + r.nextBinomial(10, 0.3) + " " + r.nextBinomial(1_000, 0.7) + " " + Arrays.toString(shuffled)
                + " " + Arrays.toString(sample);
    }

    @Test
    void restartLeavesNoTraceOfThePast() {
        String fresh = drawOfEverything(new RandomStream(7));
        random.nextGaussian();
        random.nextPoisson(50);
        assertEquals(fresh, drawOfEverything(random.restart(7)));
    }

    @Test
    void boundedIntsAreUniform() {
        for (int bound : new int[] {2, 3, 10, 1_000}) {
            long[] cells = new long[bound];
            for (int i = 0; i < DRAWS; i++) {
                cells[random.nextInt(bound)]++;
            }
            ChiSquare.assertUniform(cells);
        }
    }

    @Test
    void largeBoundsAreNotBiased() {
        // Without rejection a third of the values below 3 · 2^29 would be met twice as often as the others.
        int bound = 3 << 29;
        long[] cells = new long[3];
        for (int i = 0; i < DRAWS; i++) {
            cells[random.nextInt(bound) % 3]++;
        }
        ChiSquare.assertUniform(cells);
    }

    @Test
    void doublesAreUniformAndConsecutiveOnesIndependent() {
        long[] pairs = new long[100 * 100];
        double last = random.nextDouble();
        for (int i = 0; i < DRAWS; i++) {
            double next = random.nextDouble();
            assertTrue(next >= 0 && next < 1);
            pairs[(int) (last * 100) * 100 + (int) (next * 100)]++;
            last = next;
        }
        ChiSquare.assertUniform(pairs);
    }

    @Test
    void streamsOfConsecutiveKeysAreIndependent() {
        long[] pairs = new long[50 * 50];
        RandomStream other = new RandomStream(0);
        for (int key = 0; key < 200_000; key++) {
            double a = random.restart(key).nextDouble();
            double b = other.restart(key + 1).nextDouble();
            pairs[(int) (a * 50) * 50 + (int) (b * 50)]++;
        }
        ChiSquare.assertUniform(pairs);
    }

    @Test
    void normalDeviatesFitTheNormalLaw() {
        // Φ at -2.5, -2, … 2.5 (standard tables).
        double[] phi = {
            0,
            0.006209665325776,
            0.022750131948179,
            0.066807201268858,
            0.158655253931457,
            0.308537538725987,
            0.5,
            0.691462461274013,
            0.841344746068543,
            0.933192798731142,
            0.977249868051821,
            0.993790334674224,
            1
        };
        long[] cells = new long[12];
        for (int i = 0; i < DRAWS; i++) {
            cells[(int) Math.max(0, Math.min(11, Math.floor(random.nextGaussian() * 2) + 6))]++;
        }
        ChiSquare.assertFits(
                cells,
                IntStream.range(0, 12).mapToDouble(i -> phi[i + 1] - phi[i]).toArray());
    }

    @Test
    void waitingTimesFitTheExponentialLawIntoItsTail() {
        // Cells of width 0.1 up to 12, beyond the ziggurat's last layer at 7.697.
        long[] cells = new long[121];
        double[] probability = new double[121];
        for (int i = 0; i < 121; i++) {
            probability[i] = Math.exp(-i / 10.0) - (i < 120 ? Math.exp(-(i + 1) / 10.0) : 0);
        }
        for (int i = 0; i < 10 * DRAWS; i++) {
            cells[(int) Math.min(120, random.nextExponential(4) * 40)]++;
        }
        ChiSquare.assertFits(cells, probability);
    }

    @Test
    void geometricCountsFitTheirLaw() {
        for (double p : new double[] {0.01, 0.3, 0.9}) {
            long[] cells = new long[2_000];
            double[] probability = new double[2_000];
            for (int k = 0; k < 2_000; k++) {
                probability[k] = p * Math.pow(1 - p, k);
            }
            for (int i = 0; i < DRAWS; i++) {
                cells[Math.min(1_999, random.nextGeometric(p))]++;
            }
            ChiSquare.assertFits(cells, probability);
        }
    }

    @Test
    void geometricCountsAtTheEdges() {
        for (int i = 0; i < 1_000; i++) {
            assertEquals(0, random.nextGeometric(1));
            assertEquals(Integer.MAX_VALUE, random.nextGeometric(0));
        }
    }

    @Test
    void poissonCountsFitTheirLawOnBothPaths() {
        for (double mean : new double[] {0.2, 3, 9.99, 10, 40, 300}) {
            double[] probability = new double[(int) (mean + 20 * Math.sqrt(mean) + 20)];
            probability[0] = Math.exp(-mean);
            for (int k = 1; k < probability.length; k++) {
                probability[k] = probability[k - 1] * mean / k;
            }
            long[] cells = new long[probability.length];
            for (int i = 0; i < DRAWS; i++) {
                cells[random.nextPoisson(mean)]++;
            }
            ChiSquare.assertFits(cells, probability);
        }
        assertEquals(0, random.nextPoisson(0));
    }

    @Test
    void binomialCountsFitTheirLawOnAllPaths() {
        double[][] cases = {{10, 0.3}, {1_000, 0.004}, {25, 0.5}, {40, 0.4}, {1_000, 0.2}, {300, 0.95}, {5, 0.99}};
        for (double[] law : cases) {
            int n = (int) law[0];
            double p = law[1];
            double[] probability = new double[n + 1];
            for (int k = 0; k <= n; k++) {
                double log = k * Math.log(p) + (n - k) * Math.log1p(-p);
                for (int i = 1; i <= k; i++) {
                    log += Math.log((double) (n - k + i) / i);
                }
                probability[k] = Math.exp(log);
            }
            long[] cells = new long[n + 1];
            for (int i = 0; i < DRAWS; i++) {
                cells[random.nextBinomial(n, p)]++;
            }
            ChiSquare.assertFits(cells, probability);
        }
    }

    @Test
    void binomialCountsAtTheEdges() {
        assertEquals(0, random.nextBinomial(0, 0.5));
        assertEquals(0, random.nextBinomial(100, 0));
        assertEquals(100, random.nextBinomial(100, 1));
    }

    @Test
    void shufflesReachAllOrdersAlike() {
        long[] orders = new long[4 * 4 * 4 * 4];
        double[] probability = new double[orders.length];
        for (int i = 0; i < 240_000; i++) {
            int[] values = {9, 0, 1, 2, 3, 9};
            random.shuffle(values, 1, 5);
            orders[((values[1] * 4 + values[2]) * 4 + values[3]) * 4 + values[4]]++;
            assertTrue(values[0] == 9 && values[5] == 9);
        }
        for (int code = 0; code < orders.length; code++) {
            int seen = 1 << code / 64 | 1 << code / 16 % 4 | 1 << code / 4 % 4 | 1 << code % 4;
            probability[code] = seen == 15 ? 1 / 24.0 : 0;
        }
        ChiSquare.assertFits(orders, probability);
    }

    @Test
    void smallSamplesReachAllSetsAlike() {
        long[] sets = new long[1 << 7];
        double[] probability = new double[1 << 7];
        int[] drawn = new int[3];
        for (int i = 0; i < 200_000; i++) {
            random.sample(7, 3, drawn);
            assertTrue(drawn[0] < drawn[1] && drawn[1] < drawn[2]);
            sets[1 << drawn[0] | 1 << drawn[1] | 1 << drawn[2]]++;
        }
        for (int set = 0; set < sets.length; set++) {
            probability[set] = Integer.bitCount(set) == 3 ? 1 / 35.0 : 0;
        }
        ChiSquare.assertFits(sets, probability);
    }

    @Test
    void largeSamplesReachAllSetsAlike() {
        // 17² / 16 is not below 18, so this takes the way of selection; counted is which one stays out (0 + … + 17 =
        // 153).
        long[] left = new long[18];
        int[] drawn = new int[17];
        for (int i = 0; i < 180_000; i++) {
            random.sample(18, 17, drawn);
            assertTrue(IntStream.range(1, 17).allMatch(j -> drawn[j - 1] < drawn[j]));
            left[153 - Arrays.stream(drawn).sum()]++;
        }
        ChiSquare.assertUniform(left);
    }

    @Test
    void samplesOfAllAndOfNone() {
        int[] all = new int[40];
        random.sample(40, 40, all);
        assertArrayEquals(IntStream.range(0, 40).toArray(), all);
        random.sample(40, 0, new int[0]);
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> random.nextInt(0))
                .getMessage()
                .contains("was 0"));
        assertThrows(IllegalArgumentException.class, () -> random.nextExponential(0));
        assertThrows(IllegalArgumentException.class, () -> random.nextPoisson(-1));
        assertThrows(IllegalArgumentException.class, () -> random.nextPoisson(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> random.nextBinomial(3, 1.1));
        assertThrows(IllegalArgumentException.class, () -> random.nextGeometric(-0.1));
        assertThrows(IllegalArgumentException.class, () -> random.sample(3, 4, new int[4]));
        assertThrows(IndexOutOfBoundsException.class, () -> random.shuffle(new int[3], 0, 4));
        assertFalse(random.nextBoolean(Double.NaN));
    }

    @Test
    void drawingAllocatesNothing() {
        int[] work = new int[100];
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        drawMany(work, 20_000);
        // What drawing allocates it allocates in every window; what the virtual machine allocates once shows in one at
        // most.
        long least = Long.MAX_VALUE;
        for (int window = 0; window < 10; window++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            long baseline = threads.getCurrentThreadAllocatedBytes() - before;
            before = threads.getCurrentThreadAllocatedBytes();
            drawMany(work, 500);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before - baseline);
        }
        assertEquals(0, least);
    }

    private void drawMany(int[] work, int times) {
        for (int i = 0; i < times; i++) {
            random.restart(i);
            random.nextGaussian();
            random.nextExponential(1);
            random.nextPoisson(5);
            random.nextPoisson(50);
            random.nextBinomial(100, 0.5);
            random.nextGeometric(0.1);
            random.sample(1_000, 10, work);
            random.shuffle(work, 0, work.length);
        }
    }
}
