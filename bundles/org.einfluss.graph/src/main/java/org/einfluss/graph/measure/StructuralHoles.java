package org.einfluss.graph.measure;

import java.util.Arrays;
import org.einfluss.graph.Graph;

/**
 * Structural holes: how far a node's contacts are tied to each other, so that it reaches the same people twice.
 *
 * <p>R. S. Burt 1992, Structural Holes: The Social Structure of Competition, with unweighted ties: p(i,j) = 1/k(i). Directions,
 * self-loops and parallel arcs are left out of account. Immutable; the arrays belong to the caller.
 *
 * @param constraint by node, Σ over neighbours j of (p(i,j) + Σ over q ≠ i, j of p(i,q) p(q,j))²; the outer sum is over
 *     neighbours only (some programs add nodes two steps away). May exceed 1: 1.125 in a triangle. NaN for isolated nodes
 * @param effectiveSize by node, k(i) − 2t(i)/k(i) with t(i) the ties among its neighbours (S. P. Borgatti 1997,
 *     Structural holes: unpacking Burt's redundancy measures, Connections 20:35); 0 for isolated nodes
 * @param efficiency by node, effective size / k(i), in (0, 1]; NaN for isolated nodes
 */
public record StructuralHoles(double[] constraint, double[] effectiveSize, double[] efficiency) {
    /**
     * Measures all nodes.
     *
     * <p>Since p(i,q) p(q,j) = 1/(k(i) k(q)), a node's constraint is Σ over j of (1 + r(i,j))² / k(i)², where the tie's own number
     * r(i,j) = Σ 1/k(q) over the common neighbours q gathers from the triangles, each met once.
     *
     * @param graph any graph
     * @return the measures
     * @implNote O(m^1.5) time, O(n + m) space.
     */
    public static StructuralHoles of(Graph graph) {
        Graph ties = UnderlyingGraph.of(graph);
        int n = ties.nodes();
        int[] begin = new int[n + 1];
        int[] higher = upwards(ties, begin);
        double[] share = new double[n];
        for (int v = 0; v < n; v++) {
            share[v] = 1.0 / ties.outDegree(v);
        }
        double[] shared = new double[higher.length];
        long[] triangles = new long[n];
        int[] mark = new int[n];
        Arrays.fill(mark, -1);
        for (int u = 0; u < n; u++) {
            int from = begin[u];
            int to = begin[u + 1];
            for (int a = from; a < to; a++) {
                mark[higher[a]] = a;
            }
            for (int a = from; a < to; a++) {
                int v = higher[a];
                for (int b = begin[v], end = begin[v + 1]; b < end; b++) {
                    int w = higher[b];
                    int c = mark[w];
                    if (c >= from) { // marks of earlier nodes are smaller
                        shared[a] += share[w];
                        shared[b] += share[u];
                        shared[c] += share[v];
                        triangles[u]++;
                        triangles[v]++;
                        triangles[w]++;
                    }
                }
            }
        }
        double[] constraint = new double[n];
        for (int u = 0; u < n; u++) {
            for (int a = begin[u]; a < begin[u + 1]; a++) {
                double square = (1 + shared[a]) * (1 + shared[a]);
                constraint[u] += square;
                constraint[higher[a]] += square;
            }
        }
        double[] effectiveSize = new double[n];
        double[] efficiency = new double[n];
        for (int v = 0; v < n; v++) {
            double k = ties.outDegree(v);
            constraint[v] = k == 0 ? Double.NaN : constraint[v] / (k * k);
            effectiveSize[v] = k == 0 ? 0 : k - 2 * triangles[v] / k;
            efficiency[v] = effectiveSize[v] / k;
        }
        return new StructuralHoles(constraint, effectiveSize, efficiency);
    }

    /** Lets each tie point to its end of higher (degree, number), so that no node points to more than √(2m) others. */
    static int[] upwards(Graph ties, int[] begin) {
        int[] higher = new int[ties.arcs() / 2];
        int size = 0;
        for (int u = 0; u < ties.nodes(); u++) {
            begin[u] = size;
            int degree = ties.outDegree(u);
            for (int a = ties.arcBegin(u), end = ties.arcEnd(u); a < end; a++) {
                int v = ties.target(a);
                int other = ties.outDegree(v);
                if (other > degree || other == degree && v > u) {
                    higher[size++] = v;
                }
            }
        }
        begin[ties.nodes()] = size;
        return higher;
    }
}
