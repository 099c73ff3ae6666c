package org.einfluss.graph.measure;

import org.einfluss.graph.Graph;
import org.einfluss.math.CompensatedSum;

/**
 * Degrees of nodes, their distribution, and how ties join them.
 *
 * <p>Parallel arcs count severally; an undirected self-loop counts twice.
 */
public final class Degrees {
    private Degrees() {}

    /**
     * Returns how many arcs leave each node.
     *
     * @param graph any graph
     * @return the out-degree by node; the degree when undirected
     */
    public static int[] out(Graph graph) {
        int[] degree = new int[graph.nodes()];
        for (int u = 0; u < degree.length; u++) {
            degree[u] = graph.outDegree(u);
        }
        return degree;
    }

    /**
     * Returns how many arcs enter each node.
     *
     * @param graph any graph
     * @return the in-degree by node; the degree when undirected
     */
    public static int[] in(Graph graph) {
        int[] degree = new int[graph.nodes()];
        for (int v = 0; v < degree.length; v++) {
            degree[v] = graph.inDegree(v);
        }
        return degree;
    }

    /**
     * Counts how many nodes have each degree.
     *
     * @param degrees degrees by node, at least 0
     * @return the number of nodes of degree k at index k, up to the largest degree; empty without nodes
     */
    public static int[] distribution(int[] degrees) {
        int largest = -1;
        for (int degree : degrees) {
            largest = Math.max(largest, degree);
        }
        int[] nodes = new int[largest + 1];
        for (int degree : degrees) {
            nodes[degree]++;
        }
        return nodes;
    }

    /**
     * Computes the complementary cumulative distribution P(K ≥ k).
     *
     * @param degrees degrees by node, at least 0
     * @return the share of nodes of degree k or more at index k, up to the largest degree; empty without nodes
     */
    public static double[] ccdf(int[] degrees) {
        int[] nodes = distribution(degrees);
        double[] share = new double[nodes.length];
        long atLeast = 0;
        for (int k = nodes.length - 1; k >= 0; k--) {
            atLeast += nodes[k];
            share[k] = (double) atLeast / degrees.length;
        }
        return share;
    }

    /**
     * Computes degree assortativity: the correlation, over all arcs, of the source's out-degree with the target's
     * in-degree.
     *
     * <p>For undirected graphs this is Newman's r (M. E. J. Newman 2002, Assortative mixing in networks,
     * doi:10.1103/PhysRevLett.89.208701), since each tie counts from both ends.
     *
     * @param graph any graph
     * @return Pearson's correlation in [−1, 1]; NaN where it is not defined: without arcs, or when all arcs have the same
     *     degree at an end (regular graphs)
     * @implNote O(n + m).
     */
    public static double assortativity(Graph graph) {
        int m = graph.arcs();
        int[] in = in(graph);
        double sourceMean = 0;
        double targetMean = 0;
        for (int v = 0; v < in.length; v++) {
            sourceMean += (double) graph.outDegree(v) * graph.outDegree(v) / m;
            targetMean += (double) in[v] * in[v] / m;
        }
        CompensatedSum covariance = new CompensatedSum();
        CompensatedSum sourceVariance = new CompensatedSum();
        CompensatedSum targetVariance = new CompensatedSum();
        int firstOut = -1;
        int firstIn = -1;
        boolean outVaries = false;
        boolean inVaries = false;
        for (int u = 0; u < in.length; u++) {
            int out = graph.outDegree(u);
            for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                int into = in[graph.target(a)];
                firstOut = firstOut < 0 ? out : firstOut;
                firstIn = firstIn < 0 ? into : firstIn;
                outVaries |= out != firstOut;
                inVaries |= into != firstIn;
                double x = out - sourceMean;
                double y = into - targetMean;
                covariance.add(x * y);
                sourceVariance.add(x * x);
                targetVariance.add(y * y);
            }
        }
        return outVaries && inVaries
                ? covariance.value() / (Math.sqrt(sourceVariance.value()) * Math.sqrt(targetVariance.value()))
                : Double.NaN;
    }
}
