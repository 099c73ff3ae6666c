package org.einfluss.graph.generate;

import java.util.Arrays;
import java.util.List;
import org.einfluss.math.AliasTable;
import org.einfluss.math.RandomStream;
import org.osgi.annotation.versioning.ProviderType;

/** The probability law of a node's degree, from which a configuration model draws its degree sequence. */
@ProviderType
public sealed interface DegreeLaw {
    /**
     * Draws independent degrees.
     *
     * @param count how many are drawn, at least 0
     * @param largest the largest degree of a law that has none of its own, usually the number of nodes less one
     * @param random the stream drawn from
     * @return {@code count} degrees, at least 0; their sum may be odd
     */
    int[] draw(int count, int largest, RandomStream random);

    /**
     * Poisson degrees, p_k = e^{−z} zᵏ / k!.
     *
     * @param mean the mean degree z, at least 0
     */
    record Poisson(double mean) implements DegreeLaw {
        /**
         * Checks the mean.
         *
         * @param mean the mean degree z, at least 0
         */
        public Poisson {
            if (!(mean >= 0 && mean <= 1e9)) {
                throw new IllegalArgumentException("Mean degree must lie in [0, 1e9], was " + mean);
            }
        }

        @Override
        public int[] draw(int count, int largest, RandomStream random) {
            int[] degrees = new int[count];
            for (int i = 0; i < count; i++) {
                degrees[i] = random.nextPoisson(mean);
            }
            return degrees;
        }
    }

    /**
     * Power-law degrees with exponential cutoff, p_k ∝ k^{−τ} e^{−k/κ} for k from the smallest degree to the largest
     * possible.
     *
     * @param exponent τ, finite
     * @param cutoff κ above 0, in ties; infinite for a pure power law
     * @param smallest the smallest degree, at least 1
     */
    record PowerLaw(double exponent, double cutoff, int smallest) implements DegreeLaw {
        /**
         * Checks the parameters.
         *
         * @param exponent τ, finite
         * @param cutoff κ above 0, in ties
         * @param smallest the smallest degree, at least 1
         */
        public PowerLaw {
            if (!Double.isFinite(exponent) || !(cutoff > 0) || smallest < 1) {
                throw new IllegalArgumentException(
                        "A power law needs a finite exponent, a cutoff above 0 and a smallest degree of at least 1, was "
                                + exponent + ", " + cutoff + ", " + smallest);
            }
        }

        @Override
        public int[] draw(int count, int largest, RandomStream random) {
            if (largest < smallest) {
                throw new IllegalArgumentException("Degrees of at least " + smallest + " need more than " + smallest
                        + " nodes, there are " + (largest + 1L));
            }
            // A weight below e^-45 of the first cannot be met by a 53-bit draw.
            int end = exponent < 0 ? largest : (int) Math.min(largest, smallest + StrictMath.ceil(45 * cutoff));
            // Logarithms first: the weights themselves might overflow or vanish.
            double[] weights = new double[end + 1];
            double highest = Double.NEGATIVE_INFINITY;
            for (int k = smallest; k <= end; k++) {
                weights[k] = -exponent * StrictMath.log(k) - k / cutoff;
                highest = Math.max(highest, weights[k]);
            }
            for (int k = smallest; k <= end; k++) {
                weights[k] = StrictMath.exp(weights[k] - highest);
            }
            return sample(weights, count, random);
        }
    }

    /**
     * Degrees by a given table.
     *
     * @param weights {@code weights.get(k)} is proportional to the probability of degree k; finite, at least 0, not all
     *     0
     */
    record Table(List<Double> weights) implements DegreeLaw {
        /**
         * Copies the weights.
         *
         * @param weights one weight per degree from 0
         */
        public Table {
            weights = List.copyOf(weights);
        }

        @Override
        public int[] draw(int count, int largest, RandomStream random) {
            return sample(weights.stream().mapToDouble(Double::doubleValue).toArray(), count, random);
        }
    }

    /**
     * Degrees of a negative binomial law with mean z and variance z (1 + z/r): Poisson degrees whose means are spread by
     * a gamma law of shape r. The smaller r, the heavier the tail.
     *
     * <p>p_k = Γ(k + r) / (Γ(r) k!) · (r/(r + z))^r (z/(r + z))^k.
     *
     * @param mean the mean degree z, above 0 and at most 10,000
     * @param dispersion r, from 0.01 to 10,000
     */
    record NegativeBinomial(double mean, double dispersion) implements DegreeLaw {
        /**
         * Checks the parameters.
         *
         * @param mean the mean degree z
         * @param dispersion r
         */
        public NegativeBinomial {
            if (!(mean > 0 && mean <= 10_000 && dispersion >= 0.01 && dispersion <= 10_000)) {
                throw new IllegalArgumentException(
                        "A negative binomial law needs a mean degree in (0, 10000] and a dispersion in [0.01, 10000], was "
                                + mean + " and " + dispersion);
            }
        }

        /**
         * Computes the probabilities.
         *
         * @return the probability of each degree from 0 on, summing to 1; what is left out weighs less than 10⁻¹⁸
         */
        public double[] probabilities() {
            double logRatio = -StrictMath.log1p(dispersion / mean);
            double[] logs = new double[64];
            double highest = 0;
            int size = 1;
            // The ratio of successive terms falls or rises towards mean/(mean + r): far out the rest is geometric.
            double enough = 42 - StrictMath.log(-StrictMath.expm1(logRatio));
            while (logs[size - 1] > highest - enough || size - 1 < mean) {
                if (size == logs.length) {
                    logs = Arrays.copyOf(logs, 2 * size);
                }
                logs[size] = logs[size - 1] + logRatio + StrictMath.log((size - 1 + dispersion) / size);
                highest = Math.max(highest, logs[size++]);
            }
            double[] p = new double[size];
            double sum = 0;
            for (int k = size - 1; k >= 0; k--) {
                p[k] = StrictMath.exp(logs[k] - highest);
                sum += p[k];
            }
            for (int k = 0; k < size; k++) {
                p[k] /= sum;
            }
            return p;
        }

        @Override
        public int[] draw(int count, int largest, RandomStream random) {
            return sample(probabilities(), count, random);
        }
    }

    /**
     * Power-law degrees with a given mean, p_k ∝ k^{−τ} for k from 1 to the largest degree, with the exponent τ that makes the
     * mean.
     *
     * @param mean the mean degree, from 1 to half of one more than the largest degree (where all degrees are equally likely)
     * @param largest the largest degree, from 1 to 10⁶
     */
    record PowerLawMean(double mean, int largest) implements DegreeLaw {
        /**
         * Checks the parameters.
         *
         * @param mean the mean degree
         * @param largest the largest degree
         */
        public PowerLawMean {
            if (largest < 1 || largest > 1_000_000 || !(mean >= 1 && mean <= (largest + 1) / 2.0)) {
                throw new IllegalArgumentException("A power law of degrees from 1 to " + largest
                        + " falls with the degree only where its mean lies in [1, " + (largest + 1) / 2.0 + "], was "
                        + mean);
            }
        }

        /**
         * Computes the probabilities.
         *
         * @return the probability of each degree from 0 to the largest, summing to 1
         * @implNote τ by bisection to the last bit; O(largest) at each of about 60 steps.
         */
        public double[] probabilities() {
            double low = 0;
            double high = 64;
            for (double middle = 32; low < middle && middle < high; middle = (low + high) / 2) {
                double[] p = weights(middle);
                double sum = 0;
                for (int k = largest; k >= 1; k--) {
                    sum += k * p[k];
                }
                if (sum > mean) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return weights(low);
        }

        private double[] weights(double exponent) {
            double[] p = new double[largest + 1];
            double sum = 0;
            for (int k = largest; k >= 1; k--) {
                p[k] = StrictMath.pow(k, -exponent);
                sum += p[k];
            }
            for (int k = 1; k <= largest; k++) {
                p[k] /= sum;
            }
            return p;
        }

        @Override
        public int[] draw(int count, int most, RandomStream random) {
            if (largest > most) {
                throw new IllegalArgumentException("Degrees of up to " + largest + " need more than " + largest
                        + " nodes, there are " + (most + 1L) + "; choose a smaller largest degree");
            }
            return sample(probabilities(), count, random);
        }
    }

    private static int[] sample(double[] weights, int count, RandomStream random) {
        AliasTable table = new AliasTable(weights);
        int[] degrees = new int[count];
        for (int i = 0; i < count; i++) {
            degrees[i] = table.sample(random);
        }
        return degrees;
    }
}
