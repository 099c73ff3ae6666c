package org.einfluss.math;

import java.util.Arrays;

/**
 * A sequence of random numbers that is a pure function of a 64-bit key.
 *
 * <p>The generator is xoshiro256++ 1.0 (D. Blackman and S. Vigna 2021, ACM Trans. Math. Softw. 47:36,
 * doi:10.1145/3460772), period 2²⁵⁶ − 1. Its state is the first four outputs of SplitMix64 started at the key (G. L.
 * Steele, D. Lea and C. H. Flood 2014, doi:10.1145/2660193.2660195). <b>The words drawn and the way each sampler uses
 * them are part of the file format for ever.</b> No sampler keeps anything back for its next call, so {@link #restart}
 * leaves no trace of the past.
 *
 * <p>Keys that differ in any bit give unrelated streams; derive them by {@link Keys}. Not thread-safe: one stream
 * belongs to one worker. Apart from the constructor nothing allocates.
 */
public final class RandomStream {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int POISSON_BY_INVERSION = 10;

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    /**
     * Opens the stream of a key.
     *
     * @param key the key, any 64 bits
     */
    public RandomStream(long key) {
        restart(key);
    }

    RandomStream(long s0, long s1, long s2, long s3) {
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = s3;
    }

    /**
     * Turns this object into the stream of a key, as if newly made.
     *
     * @param key the key, any 64 bits
     * @return this stream, at its beginning
     */
    public RandomStream restart(long key) {
        s0 = splitMix(key + GOLDEN);
        s1 = splitMix(key + 2 * GOLDEN);
        s2 = splitMix(key + 3 * GOLDEN);
        s3 = splitMix(key + 4 * GOLDEN);
        return this;
    }

    /**
     * Draws 64 random bits.
     *
     * @return the next word
     */
    public long nextLong() {
        long word = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return word;
    }

    /**
     * Draws an int below a bound, all equally likely.
     *
     * <p>Multiply-and-reject (D. Lemire 2019, ACM Trans. Model. Comput. Simul. 29:3, doi:10.1145/3230636) on a word's
     * upper 32 bits.
     *
     * @param bound the bound, at least 1
     * @return an int in [0, bound), without bias
     */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("Bound of a random int must be at least 1, was " + bound);
        }
        long product = (nextLong() >>> 32) * bound;
        long fraction = product & 0xFFFFFFFFL;
        if (fraction < bound) {
            long threshold = (1L << 32) % bound;
            while (fraction < threshold) {
                product = (nextLong() >>> 32) * bound;
                fraction = product & 0xFFFFFFFFL;
            }
        }
        return (int) (product >>> 32);
    }

    /**
     * Draws a number uniformly from [0, 1).
     *
     * @return a multiple of 2⁻⁵³ from 0 to 1 − 2⁻⁵³; consumes one word
     */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /**
     * Flips a coin.
     *
     * @param p probability of {@code true}; never for p ≤ 0 or NaN, always for p ≥ 1
     * @return whether {@link #nextDouble} is below {@code p}; consumes one word in any case
     */
    public boolean nextBoolean(double p) {
        return nextDouble() < p;
    }

    /**
     * Draws from the normal distribution with mean 0 and standard deviation 1.
     *
     * <p>Marsaglia's polar method (1964, doi:10.1137/1006063); its second number is discarded, so that nothing is kept
     * back.
     *
     * @return a normal deviate
     */
    public double nextGaussian() {
        while (true) {
            double x = 2 * nextDouble() - 1;
            double y = 2 * nextDouble() - 1;
            double square = x * x + y * y;
            if (square < 1 && square > 0) {
                return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
            }
        }
    }

    /**
     * Draws from the exponential distribution.
     *
     * <p>Ziggurat of 256 layers (G. Marsaglia and W. W. Tsang 2000, J. Stat. Softw. 5(8), doi:10.18637/jss.v005.i08):
     * one word and no logarithm in 99 of 100 draws.
     *
     * @param rate the rate, above 0 (1 / mean waiting time)
     * @return a waiting time, at least 0, in units of 1 / {@code rate}'s
     */
    public double nextExponential(double rate) {
        if (!(rate > 0)) {
            throw new IllegalArgumentException("Rate of an exponential must be above 0, was " + rate);
        }
        return nextExponential() / rate;
    }

    private double nextExponential() {
        double beyond = 0;
        while (true) {
            long word = nextLong();
            int layer = (int) word & 0xFF;
            double x = (word >>> 11) * 0x1p-53 * Ziggurat.X[layer];
            if (x < Ziggurat.X[layer + 1]) {
                return beyond + x;
            }
            if (layer == 0) {
                beyond += Ziggurat.TAIL;
            } else {
                double low = Ziggurat.F[layer];
                if (low + nextDouble() * (Ziggurat.F[layer + 1] - low) < StrictMath.exp(-x)) {
                    return beyond + x;
                }
            }
        }
    }

    /**
     * Draws the number of failures before the first success.
     *
     * <p>P(k) = (1 − p)ᵏ p. The logarithm of 1 − p is taken at each call; loops over one p use {@link #nextSkip}.
     *
     * @param p probability of success of one trial, in [0, 1]
     * @return the number of failures; {@link Integer#MAX_VALUE} stands for that many or more, always so for p = 0
     */
    public int nextGeometric(double p) {
        return (int) Math.min(Integer.MAX_VALUE, nextSkip(skipScale(p)));
    }

    /**
     * Computes the scale that {@link #nextSkip} takes, −1 / ln(1 − p).
     *
     * @param p probability of success of one trial, in [0, 1]
     * @return the scale: 0 for p = 1, infinite for p = 0
     */
    public static double skipScale(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("Probability must lie in [0, 1], was " + p);
        }
        return p == 0 ? Double.POSITIVE_INFINITY : -1 / StrictMath.log1p(-p);
    }

    /**
     * Draws the number of failures before the first success, fast.
     *
     * <p>An exponential waiting time, scaled and rounded down. Jumping over failures replaces one coin per trial.
     *
     * @param scale what {@link #skipScale} computed from the probability
     * @return the number of failures, at least 0; {@link Long#MAX_VALUE} stands for that many or more
     */
    public long nextSkip(double scale) {
        double skip = nextExponential() * scale;
        // Only for the pair 0 · ∞, when p = 0 meets a waiting time of 0.
        return Double.isNaN(skip) ? Long.MAX_VALUE : (long) skip;
    }

    /**
     * Draws from the Poisson distribution.
     *
     * <p>Sequential inversion for means below 10, else transformed rejection (W. Hörmann 1993, Insurance: Mathematics
     * and Economics 12:39, doi:10.1016/0167-6687(93)90997-4, algorithm PTRS).
     *
     * @param mean the mean, from 0 to 10⁹
     * @return a count, at least 0
     */
    public int nextPoisson(double mean) {
        if (!(mean >= 0 && mean <= 1e9)) {
            throw new IllegalArgumentException("Mean of a Poisson count must lie in [0, 1e9], was " + mean);
        }
        if (mean < POISSON_BY_INVERSION) {
            double u = nextDouble();
            double term = StrictMath.exp(-mean);
            int k = 0;
            // The bound on k ends the search where the summed terms fall short of 1 by rounding.
            while (u >= term && k < 200) {
                u -= term;
                k++;
                term *= mean / k;
            }
            return k;
        }
        double b = 0.931 + 2.53 * StrictMath.sqrt(mean);
        double a = -0.059 + 0.02483 * b;
        double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        double accept = 0.9277 - 3.6224 / (b - 2);
        double logMean = StrictMath.log(mean);
        while (true) {
            double u = nextDouble() - 0.5;
            double v = 1 - nextDouble();
            double us = 0.5 - Math.abs(u);
            double k = StrictMath.floor((2 * a / us + b) * u + mean + 0.43);
            if (us >= 0.07 && v <= accept) {
                return (int) k;
            }
            if (k < 0 || k > Integer.MAX_VALUE || (us < 0.013 && v > us)) {
                continue;
            }
            if (StrictMath.log(v * inverseAlpha / (a / (us * us) + b)) <= k * logMean - mean - logFactorial(k)) {
                return (int) k;
            }
        }
    }

    /**
     * Draws from the binomial distribution.
     *
     * <p>Counting skips where fewer than 10 successes (or failures) are expected, else transformed rejection (W.
     * Hörmann 1993, J. Stat. Comput. Simul. 46:101, doi:10.1080/00949659308811496, algorithm BTRS).
     *
     * @param n number of trials, at least 0
     * @param p probability of success of one trial, in [0, 1]
     * @return the number of successes, from 0 to {@code n}
     */
    public int nextBinomial(int n, double p) {
        if (n < 0 || !(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(
                    "A binomial count needs n >= 0 and a probability in [0, 1], was n = " + n + ", p = " + p);
        }
        if (p > 0.5) {
            return n - nextBinomial(n, 1 - p);
        }
        return n * p < 10 ? binomialBySkips(n, p) : binomialByRejection(n, p);
    }

    private int binomialBySkips(int n, double p) {
        double scale = skipScale(p);
        int successes = 0;
        long trial = nextSkip(scale);
        while (trial < n) {
            successes++;
            trial += 1 + nextSkip(scale);
        }
        return successes;
    }

    private int binomialByRejection(int n, double p) {
        double spread = StrictMath.sqrt(n * p * (1 - p));
        double b = 1.15 + 2.53 * spread;
        double a = -0.0873 + 0.0248 * b + 0.01 * p;
        double centre = n * p + 0.5;
        double accept = 0.92 - 4.2 / b;
        double alpha = (2.83 + 5.1 / b) * spread;
        double logOdds = StrictMath.log(p / (1 - p));
        double mode = StrictMath.floor((n + 1.0) * p);
        double atMode = logFactorial(mode) + logFactorial(n - mode);
        while (true) {
            double u = nextDouble() - 0.5;
            double v = 1 - nextDouble();
            double us = 0.5 - Math.abs(u);
            double k = StrictMath.floor((2 * a / us + b) * u + centre);
            if (k < 0 || k > n) {
                continue;
            }
            if (us >= 0.07 && v <= accept) {
                return (int) k;
            }
            double bound = atMode - logFactorial(k) - logFactorial(n - k) + (k - mode) * logOdds;
            if (StrictMath.log(v * alpha / (a / (us * us) + b)) <= bound) {
                return (int) k;
            }
        }
    }

    /**
     * Shuffles a part of an array, all orders equally likely (Fisher–Yates).
     *
     * @param values the array, changed in place
     * @param from first position of the part
     * @param to position after the part's last
     */
    public void shuffle(int[] values, int from, int to) {
        if (from < 0 || to > values.length || from > to) {
            throw new IndexOutOfBoundsException(
                    "Part [" + from + ", " + to + ") does not lie in an array of length " + values.length);
        }
        for (int i = to - 1; i > from; i--) {
            int j = from + nextInt(i - from + 1);
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }

    /**
     * Draws k distinct ints below n, every set of k equally likely.
     *
     * <p>Floyd's algorithm (J. Bentley and R. Floyd 1987, Commun. ACM 30:754, doi:10.1145/30401.315746) with a linear
     * search where k² is small against n, else selection sampling (D. E. Knuth, TAOCP 2, 3.4.2, algorithm S): O(min(k²,
     * n)) time, nothing allocated.
     *
     * @param n the ints drawn from are 0 … n−1
     * @param k how many are drawn, from 0 to {@code n}
     * @param into receives them in ascending order in positions 0 … k−1; the rest is left alone
     */
    public void sample(int n, int k, int[] into) {
        if (k < 0 || k > n || k > into.length) {
            throw new IllegalArgumentException(
                    "Cannot draw " + k + " distinct numbers out of " + n + " into an array of length " + into.length);
        }
        if ((long) k * k / 16 >= n) {
            int drawn = 0;
            for (int i = 0; drawn < k; i++) {
                if (nextInt(n - i) < k - drawn) {
                    into[drawn++] = i;
                }
            }
            return;
        }
        int drawn = 0;
        for (int last = n - k; last < n; last++) {
            int candidate = nextInt(last + 1);
            int i = 0;
            while (i < drawn && into[i] != candidate) {
                i++;
            }
            into[drawn] = i < drawn ? last : candidate;
            drawn++;
        }
        Arrays.sort(into, 0, k);
    }

    /** ln k! by Stirling's series, exact to about 1e-12 relative; k is a non-negative whole number. */
    private static double logFactorial(double k) {
        double shift = 0;
        double x = k + 1;
        while (x < 10) {
            shift += StrictMath.log(x);
            x++;
        }
        double inverse = 1 / (x * x);
        double series = (1 / 12.0 - inverse * (1 / 360.0 - inverse * (1 / 1260.0 - inverse / 1680.0))) / x;
        return (x - 0.5) * StrictMath.log(x) - x + 0.918938533204672742 + series - shift;
    }

    private static long splitMix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /**
     * Layer boundaries x₀ > x₁ > … > x₂₅₆ = 0 of equal area under f(x) = e⁻ˣ; x₀ is the bottom layer's area over f(x₁).
     */
    private static final class Ziggurat {
        static final double TAIL = 7.69711747013104972;
        static final double[] X = new double[257];
        static final double[] F = new double[257];

        static {
            double area = (TAIL + 1) * StrictMath.exp(-TAIL);
            X[0] = TAIL + 1;
            X[1] = TAIL;
            F[1] = StrictMath.exp(-TAIL);
            for (int i = 2; i < 256; i++) {
                F[i] = F[i - 1] + area / X[i - 1];
                X[i] = -StrictMath.log(F[i]);
            }
            F[0] = 0;
            X[256] = 0;
            F[256] = 1;
        }
    }
}
