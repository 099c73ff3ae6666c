package org.einfluss.theory.watts;

/**
 * Spread from one node through vulnerable nodes, those that become active with a single active neighbour, on an infinite random
 * network.
 *
 * <p>A node of degree k is vulnerable with probability ρ_k = P(φ ≤ 1/k), ρ_0 = 0. The expected number of further vulnerable nodes met
 * behind a link is R_v = Σ k(k−1) ρ_k p_k / z (directed: Σ k ρ_k p_k over in-degrees); global cascades from one node need R_v &gt; 1
 * (Watts 2002, doi:10.1073/pnas.082090499).
 *
 * @param meanDegree z
 * @param reproduction R_v
 * @param behindLink b = Σ k ρ_k p_k / z, the probability that the node at the end of a link is vulnerable
 * @param extinction u, the probability that a link does not lead into the giant vulnerable cluster
 * @param vulnerableCluster S_v, share of nodes in the giant vulnerable cluster
 * @param triggerProbability P_trig = S_e, share of nodes with a neighbour in it: the expected frequency of global cascades from one
 *     random seed
 */
public record VulnerableBranching(
        double meanDegree,
        double reproduction,
        double behindLink,
        double extinction,
        double vulnerableCluster,
        double triggerProbability) {
    private static final int MOST_ITERATIONS = 10_000_000;

    /**
     * Computes R_v, b, u, S_v and P_trig.
     *
     * <p>u is iterated upward from 0 until it moves by less than 10⁻¹⁴; where R_v ≤ 1 it is 1.
     *
     * @param threshold law of the thresholds
     * @param law law of the degrees
     */
    public static VulnerableBranching of(Threshold threshold, DegreeLaw law) {
        double[] p = law.probabilities();
        double[] vulnerable = new double[p.length];
        double z = 0;
        double edges = 0;
        for (int k = 1; k < p.length; k++) {
            vulnerable[k] = p[k] == 0 ? 0 : p[k] * threshold.share(1, k);
            z += k * p[k];
            edges += k * vulnerable[k];
        }
        double b = edges / z;
        double reproduction = reproduction(threshold, law);
        if (reproduction <= 1) {
            return new VulnerableBranching(z, reproduction, b, 1, 0, 0);
        }
        double[] listeners = law.listeners();
        double u = 0;
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            double next = 1 - b + (law.isDirected() ? b * (1 - outside(listeners, u)) : links(vulnerable, z, u));
            if (Math.abs(next - u) < 1e-14) {
                break;
            }
            u = next;
        }
        if (law.isDirected()) {
            double reached = outside(listeners, u);
            double all = 0;
            for (double one : vulnerable) {
                all += one;
            }
            return new VulnerableBranching(z, reproduction, b, u, all * reached, reached);
        }
        return new VulnerableBranching(z, reproduction, b, u, outside(vulnerable, u), outside(p, u));
    }

    /**
     * Computes R_v alone, which needs no iteration.
     *
     * @param threshold law of the thresholds
     * @param law law of the degrees
     */
    public static double reproduction(Threshold threshold, DegreeLaw law) {
        double[] p = law.probabilities();
        double z = 0;
        double edges = 0;
        double paths = 0;
        for (int k = 1; k < p.length; k++) {
            double vulnerable = p[k] == 0 ? 0 : k * p[k] * threshold.share(1, k);
            z += k * p[k];
            edges += vulnerable;
            paths += (k - 1) * vulnerable;
        }
        return law.isDirected() ? edges : paths / z;
    }

    private static double links(double[] vulnerable, double z, double u) {
        double sum = 0;
        double power = 1;
        for (int k = 1; k < vulnerable.length; k++) {
            sum += k * vulnerable[k] * power;
            power *= u;
        }
        return sum / z;
    }

    /** Σ w_k (1 − u^k). */
    private static double outside(double[] weight, double u) {
        double sum = 0;
        double power = 1;
        for (double w : weight) {
            sum += w * (1 - power);
            power *= u;
        }
        return sum;
    }

    /**
     * Returns the probability that a seed with {@code degree} listeners triggers a global cascade: 1 − u^k.
     *
     * @param degree number of the seed's neighbours (directed: of its out-arcs)
     */
    public double triggerProbability(int degree) {
        return 1 - StrictMath.pow(extinction, degree);
    }

    /**
     * Returns the probability that a random seed out of a group triggers a global cascade: Σ w_k (1 − u^k).
     *
     * @param listeners share of the group's nodes with each number of listeners, from 0; sums to 1
     */
    public double triggerProbability(double[] listeners) {
        return outside(listeners, extinction);
    }
}
