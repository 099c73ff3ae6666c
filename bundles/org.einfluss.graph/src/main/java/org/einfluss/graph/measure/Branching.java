package org.einfluss.graph.measure;

import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;

/** How many ways on there are for what has come along an arc. */
public final class Branching {
    private static final String REMEMBERED = "onward arcs before others were taken out";

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

    /**
     * Returns κ of a network's first layer; where arcs were taken out and it was {@link #remembered} before, that of the network with them, so that a
     * multiple of the critical probability is the same with and without.
     *
     * @param network the network
     */
    public static double factor(Network network) {
        Double before = network.facts().get(REMEMBERED);
        return before == null ? factor(network.graph()) : before;
    }

    /**
     * Notes a network's κ, for {@link #factor(Network)} after arcs will have been taken out.
     *
     * @param network the network
     * @return the network with the fact, unless it has it already
     */
    public static Network remembered(Network network) {
        return network.facts().containsKey(REMEMBERED)
                ? network
                : network.withFact(REMEMBERED, "arcs", factor(network.graph()));
    }
}
