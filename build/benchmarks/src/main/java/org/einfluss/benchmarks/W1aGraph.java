package org.einfluss.benchmarks;

import org.einfluss.graph.Graph;
import org.einfluss.graph.generate.ErdosRenyi;
import org.einfluss.math.RandomStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** W1a, first part: draw G(n, p) with a million nodes, with keys 42, 43, 44 in turn. */
public class W1aGraph extends Workload {
    /** Number of nodes. */
    @Param("1000000")
    public int nodes;

    /** Mean degree. */
    @Param({"6", "4"})
    public double degree;

    private int iteration;

    /** Draws the graph. */
    @Benchmark
    public Graph draw() {
        int key = 42 + iteration++ % 3;
        Graph graph = ErdosRenyi.gnp(nodes, ErdosRenyi.probability(nodes, degree), new RandomStream(key));
        // The number of edges is very nearly Poisson with mean nz/2.
        answer(Answer.of("key %d: %d edges", key, graph.edges())
                .expect("mean degree", graph.meanDegree(), degree, 5 * Math.sqrt(2 * degree / nodes)));
        return graph;
    }
}
