package org.einfluss.networks;

import java.util.Arrays;
import java.util.List;
import org.einfluss.api.Param;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.ConfigurationModel;
import org.einfluss.math.RandomStream;

/** The law from which the configuration model draws degrees. */
public sealed interface DegreeLaw
        permits DegreeLaw.Poisson,
                DegreeLaw.PowerLaw,
                DegreeLaw.Regular,
                DegreeLaw.Table,
                DegreeLaw.NegativeBinomial,
                DegreeLaw.PowerLawMean {
    /**
     * Draws a network whose degrees follow the law.
     *
     * @param nodes number of nodes
     * @param variant whether self-loops and parallel links stay
     * @param random the only source of randomness
     */
    Network draw(int nodes, ConfigurationModel.Variant variant, RandomStream random);

    /**
     * Draws degrees alone.
     *
     * @param nodes number of nodes
     * @param random the only source of randomness
     * @return one degree per node; the largest may exceed the number of other nodes
     */
    int[] degrees(int nodes, RandomStream random);

    /**
     * Poisson degrees.
     *
     * @param meanDegree the mean z
     */
    record Poisson(
            @Param(value = "Mean degree", symbol = "z", initial = "4", range = "[0,1000]", unit = "links per node")
            double meanDegree)
            implements DegreeLaw {
        @Override
        public Network draw(int nodes, ConfigurationModel.Variant variant, RandomStream random) {
            return ConfigurationModel.draw(
                    nodes, new org.einfluss.graph.generate.DegreeLaw.Poisson(meanDegree), variant, random);
        }

        @Override
        public int[] degrees(int nodes, RandomStream random) {
            return new org.einfluss.graph.generate.DegreeLaw.Poisson(meanDegree).draw(nodes, nodes - 1, random);
        }
    }

    /**
     * A power law with exponential cutoff, p_k ∝ k^{−τ} e^{−k/κ} for k ≥ 1.
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
        public Network draw(int nodes, ConfigurationModel.Variant variant, RandomStream random) {
            return ConfigurationModel.draw(
                    nodes, new org.einfluss.graph.generate.DegreeLaw.PowerLaw(exponent, cutoff, 1), variant, random);
        }

        @Override
        public int[] degrees(int nodes, RandomStream random) {
            return new org.einfluss.graph.generate.DegreeLaw.PowerLaw(exponent, cutoff, 1)
                    .draw(nodes, nodes - 1, random);
        }
    }

    /**
     * The same degree for everyone.
     *
     * @param degree the degree; times the number of nodes it must be even
     */
    record Regular(
            @Param(value = "Degree", symbol = "k", initial = "4", range = "[0,1000]", unit = "links")
            int degree) implements DegreeLaw {
        @Override
        public Network draw(int nodes, ConfigurationModel.Variant variant, RandomStream random) {
            return ConfigurationModel.draw(degrees(nodes, random), variant, random);
        }

        @Override
        public int[] degrees(int nodes, RandomStream random) {
            int[] degrees = new int[nodes];
            Arrays.fill(degrees, degree);
            return degrees;
        }
    }

    /**
     * Degrees given by weights, for example the degree counts of a real network.
     *
     * @param weights weight of degree 0, 1, 2 …
     */
    record Table(@Param("Weight of degree 0, 1, 2 …") List<Double> weights) implements DegreeLaw {
        /** Copies the list. */
        public Table {
            weights = List.copyOf(weights);
        }

        @Override
        public Network draw(int nodes, ConfigurationModel.Variant variant, RandomStream random) {
            return ConfigurationModel.draw(
                    nodes, new org.einfluss.graph.generate.DegreeLaw.Table(weights), variant, random);
        }

        @Override
        public int[] degrees(int nodes, RandomStream random) {
            return new org.einfluss.graph.generate.DegreeLaw.Table(weights).draw(nodes, nodes - 1, random);
        }
    }

    /**
     * A negative binomial law: mean z, variance z (1 + z/r). A few nodes have many times the mean degree.
     *
     * @param meanDegree the mean z
     * @param dispersion r; the smaller, the heavier the tail
     */
    record NegativeBinomial(
            @Param(value = "Mean degree", symbol = "z", initial = "4", range = "(0,1000]", unit = "links per node")
            double meanDegree,

            @Param(value = "Dispersion", symbol = "r", initial = "1", range = "[0.01,10000]")
            double dispersion)
            implements DegreeLaw {
        @Override
        public Network draw(int nodes, ConfigurationModel.Variant variant, RandomStream random) {
            return ConfigurationModel.draw(
                    nodes,
                    new org.einfluss.graph.generate.DegreeLaw.NegativeBinomial(meanDegree, dispersion),
                    variant,
                    random);
        }

        @Override
        public int[] degrees(int nodes, RandomStream random) {
            return new org.einfluss.graph.generate.DegreeLaw.NegativeBinomial(meanDegree, dispersion)
                    .draw(nodes, nodes - 1, random);
        }
    }

    /**
     * A power law p_k ∝ k^{−τ}, 1 ≤ k ≤ the largest degree, with the exponent that gives a mean.
     *
     * @param meanDegree the mean z
     * @param largest the largest degree
     */
    record PowerLawMean(
            @Param(value = "Mean degree", symbol = "z", initial = "4", range = "[1,1000]", unit = "links per node")
            double meanDegree,

            @Param(value = "Largest degree", initial = "100", range = "[1,1000000]", unit = "links")
            int largest)
            implements DegreeLaw {
        /** Checks that the law can have the mean. */
        public PowerLawMean {
            new org.einfluss.graph.generate.DegreeLaw.PowerLawMean(meanDegree, largest);
        }

        @Override
        public Network draw(int nodes, ConfigurationModel.Variant variant, RandomStream random) {
            return ConfigurationModel.draw(
                    nodes,
                    new org.einfluss.graph.generate.DegreeLaw.PowerLawMean(meanDegree, largest),
                    variant,
                    random);
        }

        @Override
        public int[] degrees(int nodes, RandomStream random) {
            return new org.einfluss.graph.generate.DegreeLaw.PowerLawMean(meanDegree, largest)
                    .draw(nodes, nodes - 1, random);
        }
    }
}
