package org.einfluss.theory.flow;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/** How the credit for one adoption is divided among the sources that were active before it. Every rule's shares sum to 1. */
public enum Credit {
    /** To the source that became active last; equals share. */
    LAST,
    /** To the source that became active first; equals share. */
    FIRST,
    /** The same to every source. */
    EQUAL,
    /** In proportion to exp(−age/τ), age being the time since the source became active. */
    DECAY,
    /**
     * The Shapley value of v(A) = 1 − Π over s in A of (1 − p_s), divided by v of all sources, p_s being the probability that the source
     * alone brings the adoption about (L. S. Shapley 1953, doi:10.1515/9781400881970-018).
     */
    SHAPLEY;

    /** Nodes of the quadrature: exact for up to twice as many sources, and for more to many digits. */
    private static final int MOST_NODES = 64;

    private static final GaussIntegrator[] GAUSS = new GaussIntegrator[MOST_NODES + 1];

    static {
        GaussIntegratorFactory factory = new GaussIntegratorFactory();
        for (int k = 1; k <= MOST_NODES; k++) {
            GAUSS[k] = factory.legendre(k, 0, 1);
        }
    }

    /**
     * Divides one adoption.
     *
     * @param age time since each source became active, above 0
     * @param probability by source p_s, in (0, 1]; read for {@link #SHAPLEY} only
     * @param sources number of sources, at least 1
     * @param tau time constant τ of {@link #DECAY}, above 0
     * @param share receives the shares of the sources
     */
    public void divide(double[] age, double[] probability, int sources, double tau, double[] share) {
        if (this == SHAPLEY) {
            shapley(probability, sources, share);
        } else {
            double youngest = Double.POSITIVE_INFINITY;
            double oldest = 0;
            for (int i = 0; i < sources; i++) {
                youngest = Math.min(youngest, age[i]);
                oldest = Math.max(oldest, age[i]);
            }
            for (int i = 0; i < sources; i++) {
                share[i] = switch (this) {
                    case LAST -> age[i] == youngest ? 1 : 0;
                    case FIRST -> age[i] == oldest ? 1 : 0;
                    case DECAY -> StrictMath.exp((youngest - age[i]) / tau);
                    default -> 1;
                };
            }
        }
        double sum = 0;
        for (int i = 0; i < sources; i++) {
            sum += share[i];
        }
        for (int i = 0; i < sources; i++) {
            share[i] /= sum;
        }
    }

    /**
     * Computes the Shapley values of v(A) = 1 − Π over s in A of (1 − p_s), not divided by v of all.
     *
     * <p>The weights of the subsets are Beta integrals, so that φ_s = p_s ∫₀¹ Π over r ≠ s of (1 − t p_r) dt: a polynomial, which Gauss–Legendre
     * quadrature integrates exactly for up to 128 sources. No sampling of permutations is needed.
     *
     * @param probability by source p_s, in [0, 1]
     * @param sources number of sources
     * @param value receives φ; their sum is v of all sources
     */
    public static void shapley(double[] probability, int sources, double[] value) {
        for (int i = 0; i < sources; i++) {
            value[i] = 0;
        }
        GaussIntegrator gauss = GAUSS[Math.max(1, Math.min(MOST_NODES, (sources + 1) / 2))];
        for (int k = 0; k < gauss.getNumberOfPoints(); k++) {
            double t = gauss.getPoint(k);
            double none = gauss.getWeight(k);
            for (int i = 0; i < sources; i++) {
                none *= 1 - t * probability[i];
            }
            for (int i = 0; i < sources; i++) {
                value[i] += probability[i] * (none / (1 - t * probability[i]));
            }
        }
    }
}
