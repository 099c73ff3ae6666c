package org.einfluss.graph.measure;

import java.util.ArrayList;
import java.util.List;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.generate.BarabasiAlbert;
import org.einfluss.graph.generate.DirectedPoisson;
import org.einfluss.graph.generate.ErdosRenyi;
import org.einfluss.graph.generate.Lattices;
import org.einfluss.math.RandomStream;

/** Graphs to measure. */
final class Samples {
    private Samples() {}

    static Graph undirected(int nodes, int... ends) {
        return graph(nodes, false, ends);
    }

    static Graph directed(int nodes, int... ends) {
        return graph(nodes, true, ends);
    }

    private static Graph graph(int nodes, boolean directed, int... ends) {
        GraphBuilder builder = new GraphBuilder(nodes, directed);
        for (int i = 0; i < ends.length; i += 2) {
            builder.add(ends[i], ends[i + 1]);
        }
        return builder.build().graph();
    }

    /** Two triangles 0-1-2 and 3-4-5, joined by 2-6-3. */
    static Graph bow() {
        return undirected(7, 0, 1, 0, 2, 1, 2, 3, 4, 3, 5, 4, 5, 2, 6, 6, 3);
    }

    /** Two cliques of four, joined by 3-4. */
    static Graph cliques() {
        return undirected(8, 0, 1, 0, 2, 0, 3, 1, 2, 1, 3, 2, 3, 4, 5, 4, 6, 4, 7, 5, 6, 5, 7, 6, 7, 3, 4);
    }

    /** A directed circle 0-1-2 that leads to the pair 3⇄4; 5 leads to 4, node 6 is alone. */
    static Graph circleAndPair() {
        return directed(7, 0, 1, 1, 2, 2, 0, 2, 3, 3, 4, 4, 3, 5, 4);
    }

    /** Friendships in a karate club (W. W. Zachary 1977), 34 members from 0, 78 ties, unweighted. */
    static Graph karate() {
        return undirected(
                34, 0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8, 0, 10, 0, 11, 0, 12, 0, 13, 0, 17, 0, 19, 0, 21, 0,
                31, 1, 2, 1, 3, 1, 7, 1, 13, 1, 17, 1, 19, 1, 21, 1, 30, 2, 3, 2, 7, 2, 8, 2, 9, 2, 13, 2, 27, 2, 28, 2,
                32, 3, 7, 3, 12, 3, 13, 4, 6, 4, 10, 5, 6, 5, 10, 5, 16, 6, 16, 8, 30, 8, 32, 8, 33, 9, 33, 13, 33, 14,
                32, 14, 33, 15, 32, 15, 33, 18, 32, 18, 33, 19, 33, 20, 32, 20, 33, 22, 32, 22, 33, 23, 25, 23, 27, 23,
                29, 23, 32, 23, 33, 24, 25, 24, 27, 24, 31, 25, 31, 26, 29, 26, 33, 27, 33, 28, 31, 28, 33, 29, 32, 29,
                33, 30, 32, 30, 33, 31, 32, 31, 33, 32, 33);
    }

    /** The club each member of {@link #karate} joined after the split: 0 the instructor's, 1 the officers'. */
    static int[] clubs() {
        int[] club = new int[34];
        for (int v = 9; v < 34; v++) {
            club[v] = v >= 10 && v <= 13 || v == 16 || v == 17 || v == 19 || v == 21 ? 0 : 1;
        }
        return club;
    }

    /** Small graphs of many kinds: empty, isolated nodes, several components, directed, with loops and parallel arcs. */
    static List<Graph> various() {
        RandomStream random = new RandomStream(20260701);
        List<Graph> graphs = new ArrayList<>(List.of(
                Graph.empty(0),
                Graph.empty(1),
                Graph.empty(3),
                directed(1),
                directed(2, 0, 1),
                bow(),
                cliques(),
                circleAndPair(),
                Lattices.star(9),
                Lattices.path(12),
                Lattices.complete(6),
                Lattices.ring(11, 4)));
        for (int i = 0; i < 40; i++) {
            int n = 2 + random.nextInt(60);
            double z = 0.5 + 5 * random.nextDouble();
            graphs.add(ErdosRenyi.gnp(n, Math.min(1, z / (n - 1)), random));
            graphs.add(messy(n, (int) (n * z / 2), random.nextBoolean(0.5), random));
            graphs.add(BarabasiAlbert.draw(n + 3, 2, random));
            graphs.add(DirectedPoisson.draw(n, Math.min(z, n - 1), random));
        }
        return graphs;
    }

    /** Loops and parallel arcs kept. */
    private static Graph messy(int nodes, int ties, boolean directed, RandomStream random) {
        GraphBuilder builder = new GraphBuilder(nodes, directed).keepLoops().duplicates(GraphBuilder.Duplicates.KEEP);
        for (int i = 0; i < ties; i++) {
            builder.add(random.nextInt(nodes), random.nextInt(nodes));
        }
        return builder.build().graph();
    }
}
