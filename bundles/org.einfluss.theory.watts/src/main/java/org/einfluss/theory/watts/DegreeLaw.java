package org.einfluss.theory.watts;

import java.util.List;
import org.einfluss.api.Param;

/**
 * The degree law of an infinite random network without further structure, for which the closed forms hold exactly.
 *
 * <p>Undirected laws stand for the configuration model; clustering, degree correlations and finite size are beyond the closed forms.
 */
public sealed interface DegreeLaw
        permits DegreeLaw.Poisson,
                DegreeLaw.DirectedPoisson,
                DegreeLaw.PowerLaw,
                DegreeLaw.Regular,
                DegreeLaw.Table,
                DegreeLaw.NegativeBinomial,
                DegreeLaw.PowerLawMean,
                DegreeLaw.DirectedNegativeBinomial,
                DegreeLaw.DirectedPowerLawMean {
    /**
     * Returns the probability of each degree, from 0 on, summing to 1; for directed networks, of each in-degree.
     *
     * <p>What is left out at the end weighs less than 10⁻¹⁸.
     */
    double[] probabilities();

    /**
     * Returns the probability of each number of listeners: for directed networks of each out-degree, else the same as {@link
     * #probabilities}.
     */
    default double[] listeners() {
        return probabilities();
    }

    /** Returns whether out-degrees are independent of in-degrees, so that a listener's sources are not its own listeners. */
    default boolean isDirected() {
        return false;
    }

    /**
     * Degrees of an Erdős–Rényi network: p_k = e^{−z} z^k / k!.
     *
     * @param meanDegree the mean z
     */
    record Poisson(
            @Param(value = "Mean degree", symbol = "z", initial = "4", range = "(0,100]", unit = "links per node")
            double meanDegree)
            implements DegreeLaw {
        @Override
        public double[] probabilities() {
            return poisson(meanDegree);
        }

        @Override
        public String toString() {
            return "Poisson degrees, z = " + meanDegree;
        }
    }

    /**
     * In- and out-degrees independent, both Poisson with the same mean.
     *
     * @param meanDegree the mean z of both
     */
    record DirectedPoisson(
            @Param(value = "Mean degree", symbol = "z", initial = "4", range = "(0,100]", unit = "arcs per node")
            double meanDegree)
            implements DegreeLaw {
        @Override
        public double[] probabilities() {
            return poisson(meanDegree);
        }

        @Override
        public boolean isDirected() {
            return true;
        }

        @Override
        public String toString() {
            return "directed, Poisson in- and out-degrees, z = " + meanDegree;
        }
    }

    /**
     * A power law with exponential cutoff: p_k ∝ k^{−τ} e^{−k/κ} for k ≥ 1.
     *
     * @param exponent the exponent τ
     * @param cutoff the cutoff κ
     */
    record PowerLaw(
            @Param(value = "Exponent", symbol = "τ", initial = "2.5", range = "[0,10]")
            double exponent,

            @Param(value = "Cutoff", symbol = "κ", initial = "100", range = "(0,10000]", unit = "links")
            double cutoff)
            implements DegreeLaw {
        @Override
        public double[] probabilities() {
            double[] p = new double[(int) Math.ceil(45 * cutoff) + 2];
            double sum = 0;
            for (int k = p.length - 1; k >= 1; k--) {
                p[k] = StrictMath.exp(-exponent * StrictMath.log(k) - (k - 1) / cutoff);
                sum += p[k];
            }
            for (int k = 1; k < p.length; k++) {
                p[k] /= sum;
            }
            return p;
        }

        @Override
        public String toString() {
            return "power-law degrees, τ = " + exponent + ", κ = " + cutoff;
        }
    }

    /**
     * The same degree for everyone.
     *
     * @param degree the degree
     */
    record Regular(
            @Param(value = "Degree", symbol = "k", initial = "4", range = "[1,1000]", unit = "links")
            int degree) implements DegreeLaw {
        @Override
        public double[] probabilities() {
            double[] p = new double[degree + 1];
            p[degree] = 1;
            return p;
        }

        @Override
        public String toString() {
            return degree + "-regular";
        }
    }

    /**
     * Degrees given by weights, for example the degree counts of a real network.
     *
     * @param weights weight of degree 0, 1, 2 …; divided by their sum
     */
    record Table(@Param("Weight of degree 0, 1, 2 …") List<Double> weights) implements DegreeLaw {
        /** Copies the list and checks that the mean degree is positive. */
        public Table {
            weights = List.copyOf(weights);
            double sum = 0;
            for (int k = 0; k < weights.size(); k++) {
                if (!(weights.get(k) >= 0)) {
                    throw new IllegalArgumentException("Weights of degrees must be 0 or more, the weight of degree " + k
                            + " is " + weights.get(k));
                }
                sum += k * weights.get(k);
            }
            if (!(sum > 0)) {
                throw new IllegalArgumentException("At least one degree above 0 needs a positive weight");
            }
        }

        @Override
        public double[] probabilities() {
            double[] p = weights.stream().mapToDouble(Double::doubleValue).toArray();
            double sum = 0;
            for (double weight : p) {
                sum += weight;
            }
            for (int k = 0; k < p.length; k++) {
                p[k] /= sum;
            }
            return p;
        }

        @Override
        public String toString() {
            return "degrees given by a table";
        }
    }

    /**
     * A negative binomial law, mean z and variance z (1 + z/r): a few nodes have many times the mean degree.
     *
     * @param meanDegree the mean z
     * @param dispersion r; the smaller, the heavier the tail
     */
    record NegativeBinomial(
            @Param(value = "Mean degree", symbol = "z", initial = "4", range = "(0,100]", unit = "links per node")
            double meanDegree,

            @Param(value = "Dispersion", symbol = "r", initial = "1", range = "[0.01,10000]")
            double dispersion)
            implements DegreeLaw {
        @Override
        public double[] probabilities() {
            return negativeBinomial(meanDegree, dispersion);
        }

        @Override
        public String toString() {
            return "negative binomial degrees, z = " + meanDegree + ", r = " + dispersion;
        }
    }

    /**
     * A power law p_k ∝ k^{−τ}, 1 ≤ k ≤ the largest degree, with the exponent that gives a mean.
     *
     * @param meanDegree the mean z
     * @param largest the largest degree
     */
    record PowerLawMean(
            @Param(value = "Mean degree", symbol = "z", initial = "4", range = "[1,100]", unit = "links per node")
            double meanDegree,

            @Param(value = "Largest degree", initial = "100", range = "[1,100000]", unit = "links")
            int largest)
            implements DegreeLaw {
        /** Checks that the law can have the mean. */
        public PowerLawMean {
            new org.einfluss.graph.generate.DegreeLaw.PowerLawMean(meanDegree, largest);
        }

        @Override
        public double[] probabilities() {
            return powerLaw(meanDegree, largest);
        }

        @Override
        public String toString() {
            return "power-law degrees up to " + largest + ", z = " + meanDegree;
        }
    }

    /**
     * Out-degrees negative binomial; in-degrees Poisson with the same mean and independent of them.
     *
     * @param meanDegree the mean z of both
     * @param dispersion r of the out-degrees
     */
    record DirectedNegativeBinomial(
            @Param(value = "Mean degree", symbol = "z", initial = "4", range = "(0,100]", unit = "arcs per node")
            double meanDegree,

            @Param(value = "Dispersion", symbol = "r", initial = "1", range = "[0.01,10000]")
            double dispersion)
            implements DegreeLaw {
        @Override
        public double[] probabilities() {
            return poisson(meanDegree);
        }

        @Override
        public double[] listeners() {
            return negativeBinomial(meanDegree, dispersion);
        }

        @Override
        public boolean isDirected() {
            return true;
        }

        @Override
        public String toString() {
            return "directed, Poisson in- and negative binomial out-degrees, z = " + meanDegree + ", r = " + dispersion;
        }
    }

    /**
     * Out-degrees by a power law of a mean; in-degrees Poisson with the same mean and independent of them.
     *
     * @param meanDegree the mean z of both
     * @param largest the largest out-degree
     */
    record DirectedPowerLawMean(
            @Param(value = "Mean degree", symbol = "z", initial = "4", range = "[1,100]", unit = "arcs per node")
            double meanDegree,

            @Param(value = "Largest degree", initial = "100", range = "[1,100000]", unit = "arcs")
            int largest)
            implements DegreeLaw {
        /** Checks that the law can have the mean. */
        public DirectedPowerLawMean {
            new org.einfluss.graph.generate.DegreeLaw.PowerLawMean(meanDegree, largest);
        }

        @Override
        public double[] probabilities() {
            return poisson(meanDegree);
        }

        @Override
        public double[] listeners() {
            return powerLaw(meanDegree, largest);
        }

        @Override
        public boolean isDirected() {
            return true;
        }

        @Override
        public String toString() {
            return "directed, Poisson in- and power-law out-degrees up to " + largest + ", z = " + meanDegree;
        }
    }

    private static double[] negativeBinomial(double mean, double dispersion) {
        return new org.einfluss.graph.generate.DegreeLaw.NegativeBinomial(mean, dispersion).probabilities();
    }

    private static double[] powerLaw(double mean, int largest) {
        return new org.einfluss.graph.generate.DegreeLaw.PowerLawMean(mean, largest).probabilities();
    }

    /** Poisson probabilities by their ratios from the mode outwards, which never under- or overflows where it counts. */
    private static double[] poisson(double z) {
        double[] p = new double[(int) Math.ceil(z + 11 * Math.sqrt(z)) + 30];
        int mode = (int) z;
        p[mode] = 1;
        double sum = 1;
        for (int k = mode; k > 0; k--) {
            p[k - 1] = p[k] * k / z;
            sum += p[k - 1];
        }
        for (int k = mode + 1; k < p.length; k++) {
            p[k] = p[k - 1] * z / k;
            sum += p[k];
        }
        for (int k = 0; k < p.length; k++) {
            p[k] /= sum;
        }
        return p;
    }
}
