package org.einfluss.graph.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.einfluss.graph.Graph;
import org.einfluss.graph.generate.ErdosRenyi;
import org.einfluss.graph.generate.HolmeKim;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;

class CentralityTest {
    private static final BooleanSupplier NEVER = () -> false;

    @Test
    void betweennessCountsShortestPathsThroughNodes() {
        for (Graph graph : Samples.various()) {
            double[] scores = Betweenness.scores(graph, 1, NEVER);
            assertArrayEquals(Plain.betweenness(graph), scores, 1e-8, graph.toString());
        }
    }

    @Test
    void betweennessDoesNotDependOnTheNumberOfThreads() {
        Graph graph = HolmeKim.draw(1_500, 4, 0.5, new RandomStream(77));
        double[] alone = Betweenness.scores(graph, 1, NEVER);
        assertArrayEquals(alone, Betweenness.scores(graph, 2, NEVER));
        assertArrayEquals(alone, Betweenness.scores(graph, 7, NEVER));
        Graph small = Samples.bow();
        assertArrayEquals(Betweenness.scores(small, 1, NEVER), Betweenness.scores(small, 99, NEVER));
    }

    @Test
    void betweennessOfLargerGraphsAgreesWithThePlainOne() {
        // Several levels of the search are wide, so that arcs are walked from either side.
        RandomStream random = new RandomStream(4);
        for (double z : new double[] {1.2, 3, 12, 60}) {
            Graph graph = ErdosRenyi.gnp(180, z / 179, random);
            assertArrayEquals(Plain.betweenness(graph), Betweenness.scores(graph, 2, NEVER), 1e-8);
        }
    }

    @Test
    void normalisedBetweennessOfAStarIsOneAtItsCentre() {
        Graph star = Samples.undirected(5, 0, 1, 0, 2, 0, 3, 0, 4);
        double[] scores = Betweenness.scores(star, 1, NEVER);
        assertArrayEquals(new double[] {6, 0, 0, 0, 0}, scores);
        assertArrayEquals(new double[] {1, 0, 0, 0, 0}, Betweenness.normalised(star, scores));
        Graph through = Samples.directed(3, 0, 1, 1, 2);
        assertArrayEquals(
                new double[] {0, 0.5, 0}, Betweenness.normalised(through, Betweenness.scores(through, 1, NEVER)));
    }

    @Test
    void cancellingEndsTheWorkOnAllThreads() {
        Graph graph = HolmeKim.draw(3_000, 4, 0.5, new RandomStream(77));
        AtomicInteger asked = new AtomicInteger();
        BooleanSupplier soon = () -> asked.incrementAndGet() > 20;
        assertThrows(CancellationException.class, () -> Betweenness.scores(graph, 3, soon));
        assertTrue(asked.get() <= 24);
        assertThrows(CancellationException.class, () -> Distances.all(graph, 2, () -> true));
        assertThrows(CancellationException.class, () -> Closeness.of(graph, 1, () -> true));
        assertThrows(CancellationException.class, () -> Diameter.exact(graph, () -> true));
        assertThrows(IllegalArgumentException.class, () -> Betweenness.scores(graph, 0, NEVER));
    }

    @Test
    void pageRankIsStationary() {
        for (Graph graph : Samples.various()) {
            double[] x = PageRank.alongArcs(graph, 0.85, 1e-14).scores();
            int[][] arcs = Plain.matrix(graph);
            int n = x.length;
            double[] next = new double[n];
            for (int u = 0; u < n; u++) {
                for (int v = 0; v < n; v++) {
                    double step = graph.outDegree(u) == 0 ? 1.0 / n : (double) arcs[u][v] / graph.outDegree(u);
                    next[v] += x[u] * (0.15 / n + 0.85 * step);
                }
            }
            assertArrayEquals(next, x, 1e-12, graph.toString());
            assertEquals(n == 0 ? 0 : 1, Arrays.stream(x).sum(), 1e-12);
        }
    }

    @Test
    void pageRankAgainstArcsIsThatOfTheReversedGraph() {
        Graph graph = Samples.directed(5, 0, 1, 0, 2, 1, 2, 3, 0);
        Graph reversed = Samples.directed(5, 1, 0, 2, 0, 2, 1, 0, 3);
        assertArrayEquals(
                PageRank.alongArcs(reversed, 0.85, 1e-13).scores(),
                PageRank.againstArcs(graph, 0.85, 1e-13).scores(),
                1e-12);
    }

    @Test
    void pageRankSaysWhetherItConverged() {
        assertTrue(PageRank.alongArcs(Samples.karate(), PageRank.DAMPING, PageRank.TOLERANCE)
                .converged());
        assertTrue(PageRank.alongArcs(Graph.empty(0), 0.85, 1e-9).converged());
        assertThrows(IllegalArgumentException.class, () -> PageRank.alongArcs(Graph.empty(1), 1, 1e-9));
        assertThrows(IllegalArgumentException.class, () -> PageRank.alongArcs(Graph.empty(1), 0.5, 0));
    }

    @Test
    void closenessFollowsItsDefinitions() {
        for (Graph graph : Samples.various()) {
            int[][] d = Plain.distances(graph);
            int n = d.length;
            Closeness closeness = Closeness.of(graph, 2, NEVER);
            for (int v = 0; v < n; v++) {
                double reached = 0;
                double total = 0;
                double inverse = 0;
                for (int w = 0; w < n; w++) {
                    if (w != v && d[v][w] < Plain.FAR) {
                        reached++;
                        total += d[v][w];
                        inverse += 1.0 / d[v][w];
                    }
                }
                assertEquals(
                        reached == 0 ? 0 : reached * reached / (n - 1) / total,
                        closeness.classic()[v],
                        1e-12);
                assertEquals(reached == 0 ? 0 : inverse / (n - 1), closeness.harmonic()[v], 1e-12);
            }
        }
    }
}
