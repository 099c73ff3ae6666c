package org.einfluss.graph.measure;

import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;

/** Forgets directions, self-loops and parallel arcs. */
public final class UnderlyingGraph {
    private UnderlyingGraph() {}

    /**
     * Returns the simple undirected graph of who is tied to whom, in whichever direction and however often.
     *
     * @param graph any graph
     * @return the graph itself if it is undirected and simple
     * @implNote O(n + m).
     */
    public static Graph of(Graph graph) {
        if (!graph.isDirected() && graph.isSimple()) {
            return graph;
        }
        GraphBuilder builder = new GraphBuilder(graph.nodes(), false, graph.arcs());
        for (int u = 0; u < graph.nodes(); u++) {
            for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                if (graph.isDirected() || u < graph.target(a)) {
                    builder.add(u, graph.target(a));
                }
            }
        }
        return builder.build().graph();
    }
}
