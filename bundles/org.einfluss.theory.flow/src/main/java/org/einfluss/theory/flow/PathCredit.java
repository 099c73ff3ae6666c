package org.einfluss.theory.flow;

import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;

/**
 * Credit that is handed on along the paths of a cascade.
 *
 * <p>A. Goyal, F. Bonchi and L. V. S. Lakshmanan 2011, A data-based approach to social influence maximization,
 * doi:10.14778/2047485.2047492: every exposing source w of u gets γ_{w,u} = 1 / number of them, and
 * Γ_{v,u} = Σ over w of Γ_{v,w} γ_{w,u}, Γ_{v,v} = 1. Sources are the in-neighbours that adopted strictly before.
 */
public final class PathCredit {
    private PathCredit() {}

    /**
     * Computes the credit Γ_{v,u} of one node for all adopters of a cascade.
     *
     * @param graph the network
     * @param time by node its time of adoption; infinite for those that did not adopt
     * @param order adopters in the order of time
     * @param size number of adopters
     * @param v the node credited
     * @return by node Γ, 0 for those that did not adopt
     */
    public static double[] of(Graph graph, double[] time, int[] order, int size, int v) {
        InArcs in = graph.inArcs();
        double[] gamma = new double[graph.nodes()];
        for (int i = 0; i < size; i++) {
            int u = order[i];
            double sum = 0;
            int sources = 0;
            for (int j = in.begin(u); j < in.end(u); j++) {
                if (time[in.source(j)] < time[u]) {
                    sum += gamma[in.source(j)];
                    sources++;
                }
            }
            gamma[u] = u == v ? 1 : sources == 0 ? 0 : sum / sources;
        }
        return gamma;
    }

    /**
     * Adds each adopter's total credit for the others of one cascade, Σ over u ≠ v of Γ_{v,u}, to a sum.
     *
     * <p>By the first step of the paths: T_v = Σ over listeners u of γ_{v,u} (1 + T_u), from the last adopter to the first: O(arcs) for
     * all.
     *
     * @param graph the network
     * @param time by node its time of adoption; infinite for those that did not adopt
     * @param order adopters in the order of time
     * @param size number of adopters
     * @param scratch by node 0; 0 again afterwards
     * @param total by node, receives the credit on top of what is there
     */
    public static void addTotals(Graph graph, double[] time, int[] order, int size, double[] scratch, double[] total) {
        InArcs in = graph.inArcs();
        for (int i = size - 1; i >= 0; i--) {
            int u = order[i];
            int sources = 0;
            for (int j = in.begin(u); j < in.end(u); j++) {
                sources += time[in.source(j)] < time[u] ? 1 : 0;
            }
            for (int j = in.begin(u); j < in.end(u); j++) {
                if (time[in.source(j)] < time[u]) {
                    scratch[in.source(j)] += (1 + scratch[u]) / sources;
                }
            }
            total[u] += scratch[u];
            scratch[u] = 0;
        }
    }
}
