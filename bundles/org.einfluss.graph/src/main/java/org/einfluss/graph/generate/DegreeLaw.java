package org.einfluss.graph.generate;

import java.util.List;
import org.einfluss.math.AliasTable;
import org.einfluss.math.RandomStream;

/** The probability law of a node's degree, from which a configuration model draws its degree sequence. */
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

    private static int[] sample(double[] weights, int count, RandomStream random) {
        AliasTable table = new AliasTable(weights);
        int[] degrees = new int[count];
        for (int i = 0; i < count; i++) {
            degrees[i] = table.sample(random);
        }
        return degrees;
    }
}
