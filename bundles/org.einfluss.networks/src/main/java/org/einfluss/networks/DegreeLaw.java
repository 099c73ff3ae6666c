package org.einfluss.networks;

import java.util.Arrays;
import java.util.List;
import org.einfluss.api.Param;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.ConfigurationModel;
import org.einfluss.math.RandomStream;

/** The law from which the configuration model draws degrees. */
public sealed interface DegreeLaw permits DegreeLaw.Poisson, DegreeLaw.PowerLaw, DegreeLaw.Regular, DegreeLaw.Table {
    /**
     * Draws a network whose degrees follow the law.
     *
     * @param nodes number of nodes
     * @param variant whether self-loops and parallel links stay
     * @param random the only source of randomness
     */
    Network draw(int nodes, ConfigurationModel.Variant variant, RandomStream random);

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
            int[] degrees = new int[nodes];
            Arrays.fill(degrees, degree);
            return ConfigurationModel.draw(degrees, variant, random);
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
    }
}
