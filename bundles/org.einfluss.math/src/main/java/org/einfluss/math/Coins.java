package org.einfluss.math;

/**
 * Counter-based random numbers: the value at (key, counter), without state and in any order.
 *
 * <p>Use them where two runs must meet the same chance whatever else differs between them: thresholds by node, live
 * arcs by (arc, attempt). Two strategies compared on one network then share their luck (common random numbers), and the
 * number of threads cannot matter. For long sequences drawn in order {@link RandomStream} is faster.
 *
 * <p><b>Algorithm (part of the file format for ever).</b> The word at (key, a, b) is {@code Keys.scramble(K + G·c)}
 * with K = absorb(0, key), c = a xor rotl(b, 32) and {@code scramble}, {@code absorb} and G as in {@link Keys}. So a
 * key picks the place on one cycle of 2⁶⁴ words where its counters start. Distinct pairs of counters meet distinct
 * words as long as {@code a} and {@code b} are non-negative ints; {@code (a)} and {@code (a, 0)} are the same counter.
 * A uniform is the word's upper 53 bits divided by 2⁵³.
 *
 * <p>Thread-safe; no allocation; 1 to 2 ns a number (the key's part is loop-invariant).
 */
public final class Coins {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Coins() {}

    /**
     * Draws the uniform number at a counter.
     *
     * @param key the key of the run and purpose
     * @param counter the index drawn at, for instance a node
     * @return a number in [0, 1), a multiple of 2⁻⁵³
     */
    public static double uniform(long key, long counter) {
        return (bits(key, counter) >>> 11) * 0x1p-53;
    }

    /**
     * Draws the uniform number at a pair of counters.
     *
     * @param key the key of the run and purpose
     * @param a first counter, for instance an arc (0 … 2³¹−1)
     * @param b second counter, for instance an attempt (0 … 2³¹−1)
     * @return a number in [0, 1), a multiple of 2⁻⁵³
     */
    public static double uniform(long key, long a, long b) {
        return (bits(key, a, b) >>> 11) * 0x1p-53;
    }

    /**
     * Flips the coin at a pair of counters: {@code uniform(key, a, b) < p}.
     *
     * @param key the key of the run and purpose
     * @param a first counter, for instance an arc (0 … 2³¹−1)
     * @param b second counter, for instance an attempt (0 … 2³¹−1)
     * @param p probability of {@code true}; never for p ≤ 0 or NaN, always for p ≥ 1
     * @return whether the coin fell on the side of probability {@code p}; for a larger {@code p} no true coin becomes
     *     false
     */
    public static boolean flip(long key, long a, long b, double p) {
        return uniform(key, a, b) < p;
    }

    /**
     * Draws the 64 bits at a counter, for those who compare with an integer threshold.
     *
     * @param key the key of the run and purpose
     * @param counter the index drawn at
     * @return 64 random bits
     */
    public static long bits(long key, long counter) {
        return Keys.scramble(Keys.absorb(0, key) + GOLDEN * counter);
    }

    /**
     * Draws the 64 bits at a pair of counters.
     *
     * @param key the key of the run and purpose
     * @param a first counter (0 … 2³¹−1)
     * @param b second counter (0 … 2³¹−1)
     * @return 64 random bits
     */
    public static long bits(long key, long a, long b) {
        return bits(key, a ^ Long.rotateLeft(b, 32));
    }
}
