package org.einfluss.networks;

import java.util.concurrent.CancellationException;
import org.einfluss.api.CancelledException;
import org.einfluss.api.Progress;
import org.einfluss.graph.Graph;
import org.einfluss.graph.measure.Clustering;
import org.einfluss.graph.measure.Components;
import org.einfluss.graph.measure.Degrees;
import org.einfluss.graph.measure.Diameter;
import org.einfluss.graph.measure.Distances;
import org.einfluss.graph.measure.KCore;
import org.einfluss.graph.measure.Ties;
import org.einfluss.graph.measure.UnderlyingGraph;
import org.einfluss.math.Keys;
import org.einfluss.math.RandomStream;

/**
 * The usual figures that describe a graph. Components, clustering, cores and distances are those of the graph without directions,
 * self-loops and parallel ties.
 *
 * @param loops number of arcs from a node to itself
 * @param density arcs between different nodes divided by n(n − 1); NaN for fewer than two nodes
 * @param isolated number of nodes without ties
 * @param largestDegree largest number of ties of a node (without directions)
 * @param components number of components
 * @param largestComponent nodes in the largest component
 * @param largestStrong nodes in the largest strong component: all reach each other along arcs
 * @param reciprocity share of arcs whose reverse is an arc too; NaN where there are none
 * @param transitivity 3 × triangles divided by paths of two ties; NaN where there are none
 * @param clustering mean over nodes of at least two ties of the share of tied pairs among their neighbours; NaN where there are none
 * @param assortativity correlation of the degrees at both ends of a tie (out-degree and in-degree on directed graphs); NaN where undefined
 * @param deepestCore largest k for which there is a k-core
 * @param diameter longest distance between connected nodes, or bounds of it
 * @param distances distances between all nodes, or from a sample of them
 */
record Structure(
        int loops,
        double density,
        int isolated,
        int largestDegree,
        int components,
        int largestComponent,
        int largestStrong,
        double reciprocity,
        double transitivity,
        double clustering,
        double assortativity,
        int deepestCore,
        Diameter diameter,
        Distances distances) {
    /** How many nodes distances are measured from where there are too many to measure all. */
    private static final int SAMPLE = 256;

    static Structure of(Graph graph, Progress progress) {
        try {
            return measured(graph, progress);
        } catch (CancellationException cancelled) {
            throw new CancelledException();
        }
    }

    private static Structure measured(Graph graph, Progress progress) {
        int n = graph.nodes();
        Graph plain = UnderlyingGraph.of(graph);
        int loops = 0;
        int isolated = 0;
        int largestDegree = 0;
        for (int u = 0; u < n; u++) {
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                loops += graph.target(a) == u ? 1 : 0;
            }
            isolated += plain.outDegree(u) == 0 ? 1 : 0;
            largestDegree = Math.max(largestDegree, plain.outDegree(u));
        }
        Components components = Components.weak(plain);
        Clustering clustering = Clustering.of(plain);
        progress.checkCancelled();
        Distances distances = CentralNodes.isSmall(plain)
                ? Distances.all(plain, 1, progress::isCancelled)
                : Distances.sampled(plain, SAMPLE, new RandomStream(Keys.of("network-summary")), progress::isCancelled);
        Diameter diameter;
        if (distances.isExact()) {
            diameter = new Diameter(distances.longest(), distances.longest(), n);
        } else {
            Diameter bounds = Diameter.bounds(plain, progress::isCancelled);
            int lower = Math.max(bounds.lower(), distances.longest());
            diameter = new Diameter(lower, bounds.upper(), bounds.searches() + SAMPLE);
        }
        return new Structure(
                loops,
                Ties.density(graph),
                isolated,
                largestDegree,
                components.count(),
                components.largest(),
                Components.strong(graph).largest(),
                Ties.reciprocity(graph),
                clustering.transitivity(),
                clustering.meanLocalDefined(),
                Degrees.assortativity(graph),
                KCore.degeneracy(KCore.numbers(plain)),
                diameter,
                distances);
    }
}
