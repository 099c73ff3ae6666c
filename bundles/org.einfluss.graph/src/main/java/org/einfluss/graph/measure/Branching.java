package org.einfluss.graph.measure;

import org.einfluss.graph.Graph;

/** How many ways on there are for what has come along an arc. */
public final class Branching {
    private Branching() {}

    /**
     * Computes κ, the mean over arcs u→v of the arcs of v that do not lead back to u.
     *
     * <p>On undirected networks without self-loops κ = (⟨k²⟩ − ⟨k⟩)/⟨k⟩. What passes each arc with probability 1/κ activates, where ties are neither
     * clustered nor correlated, one further node on average (M. E. J. Newman 2002, doi:10.1103/PhysRevE.66.016128).
     *
     * @param graph any graph
     * @return κ, 0 without arcs
     * @implNote O(m log k) time.
     */
    public static double factor(Graph graph) {
        long onward = 0;
        for (int u = 0; u < graph.nodes(); u++) {
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                int v = graph.target(a);
                onward += graph.outDegree(v) - (graph.findArc(v, u) >= 0 ? 1 : 0);
            }
        }
        return graph.arcs() == 0 ? 0 : (double) onward / graph.arcs();
    }
}
