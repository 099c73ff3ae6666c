package org.einfluss.theory.watts;

import org.einfluss.graph.Graph;
import org.einfluss.graph.measure.Degrees;

/**
 * The influentials of a network or degree law: the top share of nodes by the number of others they influence.
 *
 * <p>Ties at the cut are broken at random, so that a node of the cut degree belongs to them with a probability.
 *
 * @param cut degree at the cut; nodes above it belong to the influentials, nodes below do not
 * @param atCut probability that a node of the cut degree does
 * @param relativeInfluence D, mean degree of the influentials divided by that of all nodes; NaN without ties
 */
record TopShare(int cut, double atCut, double relativeInfluence) {
    static TopShare of(double[] degreeShares, double top) {
        double[] weights = weights(degreeShares, top);
        double mean = 0;
        double meanTop = 0;
        int cut = 0;
        for (int k = weights.length - 1; k >= 0; k--) {
            mean += k * degreeShares[k];
            meanTop += k * weights[k];
            cut = weights[k] > 0 ? k : cut;
        }
        double atCut = degreeShares.length == 0 ? 0 : top * weights[cut] / degreeShares[cut];
        return new TopShare(cut, Math.min(1, atCut), meanTop / mean);
    }

    static TopShare of(Graph graph, double top) {
        int[] nodes = Degrees.distribution(Degrees.out(graph));
        double[] shares = new double[nodes.length];
        for (int k = 0; k < nodes.length; k++) {
            shares[k] = (double) nodes[k] / graph.nodes();
        }
        return of(shares, top);
    }

    /** Degree law of the top share: the heaviest tail of the law, of weight {@code top}, divided by it. */
    static double[] weights(double[] degreeShares, double top) {
        double[] weights = new double[degreeShares.length];
        double left = top;
        for (int k = weights.length - 1; k >= 0 && left > 0; k--) {
            double taken = Math.min(left, degreeShares[k]);
            weights[k] = taken / top;
            left -= taken;
        }
        return weights;
    }

    /** Probability that a node belongs to the influentials. */
    double membership(int degree) {
        return degree > cut ? 1 : degree == cut ? atCut : 0;
    }
}
