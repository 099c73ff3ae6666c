package org.einfluss.benchmarks;

/**
 * What is known of Watts cascades on Poisson random graphs with φ = 0.18 and one random seed: the probability of a global cascade
 * and its size, from 20,000 simulated cascades on graphs of 10⁴ nodes, and from the Gleeson–Cahalane fixed point (D. J. Watts 2002,
 * doi:10.1073/pnas.082090499; J. P. Gleeson and D. J. Cahalane 2007, doi:10.1103/PhysRevE.75.056103).
 */
final class Cascades {
    /** From this share of all nodes on a cascade is global. */
    static final double GLOBAL = 0.1;

    /** Standard error of the known frequencies. */
    private static final double REFERENCE_ERROR = 0.0024;

    private Cascades() {}

    /** Checks one cascade: either next to nothing or the size of a global one; at z = 6 large graphs know no global ones. */
    static Answer single(double degree, int size, int nodes) {
        Answer answer = Answer.of("%d of %d", size, nodes);
        double share = (double) size / nodes;
        return share < GLOBAL || degree == 6 && nodes >= 1_000_000
                ? answer.expect("share of nodes", share, 0, 0.02)
                : answer.expect("share of nodes", share, reach(degree), 0.002 + 10 / Math.sqrt(nodes) * 0.1);
    }

    /** Checks an ensemble on graphs of 10⁴ nodes, one seed on each. */
    static Answer ensemble(double degree, int runs, int global, double meanGlobalShare) {
        double p = probability(degree);
        double standardError = Math.hypot(REFERENCE_ERROR, Math.sqrt(p * (1 - p) / runs));
        Answer answer = Answer.of("global: %d of %d runs, mean share %.4f", global, runs, meanGlobalShare)
                .expect("share of global cascades", (double) global / runs, p, 4 * standardError);
        return global == 0 ? answer : answer.expect("share of nodes", meanGlobalShare, reach(degree), 0.002);
    }

    /** Frequency of global cascades on 10⁴ nodes. */
    private static double probability(double degree) {
        return degree == 4 ? 0.8668 : 0.0623;
    }

    private static double reach(double degree) {
        return degree == 4 ? 0.9802 : 0.9975;
    }
}
