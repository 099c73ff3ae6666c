package org.einfluss.math;

import java.nio.charset.StandardCharsets;

/**
 * Derives the 64-bit keys of random streams and coins from other keys, indices and names.
 *
 * <p>Every stream of an experiment is keyed by what it is for and by its indices (network draw, run …), for instance
 * {@code Keys.mix(experimentKey, Keys.of("thresholds"), draw, run)}. So one stream can be recomputed alone, and none
 * depends on scheduling.
 *
 * <p><b>Algorithm (part of the file format for ever).</b> All arithmetic is modulo 2⁶⁴. With the finaliser
 *
 * <pre>
 * scramble(v):  v ^= rotr(v, 49) ^ rotr(v, 24);  v *= 9FB21C651E98DF25h;  v ^= v &gt;&gt;&gt; 28;
 *               v *= 9FB21C651E98DF25h;          return v ^ (v &gt;&gt;&gt; 28)
 * </pre>
 *
 * (P. Evensen's "rrmxmx", a bijection made for counters and other inputs of low entropy) and the odd constant
 * G = 9E3779B97F4A7C15h (2⁶⁴ divided by the golden ratio), absorbing a word x into a state h is {@code scramble(h +
 * G·(x + 1))}. {@code mix(a, b, …)} starts from h = G and absorbs its arguments in order. {@code of(text)} absorbs the
 * text's UTF-8 bytes in little-endian words of eight, the last padded with zeros, and then the number of bytes; it
 * starts from h = 0.
 *
 * <p>The order of the arguments matters, and so does their number. These are no cryptographic hashes. Thread-safe, no
 * allocation but for the bytes of a text.
 */
public final class Keys {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long MULTIPLIER = 0x9FB21C651E98DF25L;

    private Keys() {}

    /**
     * Derives a key from two words.
     *
     * @param a first word, typically the parent key
     * @param b second word, typically an index or the key of a name
     * @return the derived key; for a fixed {@code a} a bijection of {@code b}
     */
    public static long mix(long a, long b) {
        return absorb(absorb(GOLDEN, a), b);
    }

    /**
     * Derives a key from three words.
     *
     * @param a first word, typically the parent key
     * @param b second word
     * @param c third word
     * @return the derived key, equal to absorbing {@code c} after {@code mix(a, b)}
     */
    public static long mix(long a, long b, long c) {
        return absorb(mix(a, b), c);
    }

    /**
     * Derives a key from four words.
     *
     * @param a first word, typically the parent key
     * @param b second word
     * @param c third word
     * @param d fourth word
     * @return the derived key, equal to absorbing {@code d} after {@code mix(a, b, c)}
     */
    public static long mix(long a, long b, long c, long d) {
        return absorb(mix(a, b, c), d);
    }

    /**
     * Turns a name into a key: a stable 64-bit hash of its UTF-8 bytes.
     *
     * @param text any text, also empty; malformed surrogates count as '?'
     * @return the key, the same in every release and on every machine
     */
    public static long of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long state = 0;
        for (int i = 0; i < bytes.length; i += Long.BYTES) {
            long word = 0;
            for (int j = i, end = Math.min(i + Long.BYTES, bytes.length); j < end; j++) {
                word |= (bytes[j] & 0xFFL) << (8 * (j - i));
            }
            state = absorb(state, word);
        }
        return absorb(state, bytes.length);
    }

    static long absorb(long state, long word) {
        return scramble(state + GOLDEN * (word + 1));
    }

    static long scramble(long v) {
        v ^= Long.rotateRight(v, 49) ^ Long.rotateRight(v, 24);
        v *= MULTIPLIER;
        v ^= v >>> 28;
        v *= MULTIPLIER;
        return v ^ (v >>> 28);
    }
}
