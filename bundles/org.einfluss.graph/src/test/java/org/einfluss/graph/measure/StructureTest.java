package org.einfluss.graph.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.einfluss.graph.Graph;
import org.einfluss.graph.generate.Lattices;
import org.junit.jupiter.api.Test;

class StructureTest {
    @Test
    void underlyingGraphKeepsTiesOnly() {
        Graph bow = Samples.bow();
        assertSame(bow, UnderlyingGraph.of(bow));
        for (Graph graph : Samples.various()) {
            Graph ties = UnderlyingGraph.of(graph);
            assertTrue(ties.isSimple() && !ties.isDirected());
            boolean[][] tied = Plain.ties(graph);
            for (int u = 0; u < tied.length; u++) {
                for (int v = 0; v < tied.length; v++) {
                    assertEquals(tied[u][v], ties.findArc(u, v) >= 0);
                }
            }
        }
    }

    @Test
    void distributionCountsNodesByDegree() {
        int[] degrees = Degrees.out(Lattices.star(5));
        assertArrayEquals(new int[] {0, 4, 0, 0, 1}, Degrees.distribution(degrees));
        assertArrayEquals(new double[] {1, 1, 0.2, 0.2, 0.2}, Degrees.ccdf(degrees));
        assertArrayEquals(new int[] {1, 1, 1, 2, 2, 0, 0}, Degrees.in(Samples.circleAndPair()));
        assertEquals(0, Degrees.ccdf(new int[0]).length);
    }

    @Test
    void assortativityIsTheCorrelationOverArcs() {
        for (Graph graph : Samples.various()) {
            assertEquals(Plain.assortativity(graph), Degrees.assortativity(graph), 1e-9, graph.toString());
        }
        assertEquals(-1, Degrees.assortativity(Lattices.star(7)), 1e-12);
        assertEquals(Double.NaN, Degrees.assortativity(Lattices.complete(7)));
    }

    @Test
    void densityAndReciprocityCountPairs() {
        for (Graph graph : Samples.various()) {
            int[][] arcs = Plain.matrix(graph);
            double n = arcs.length;
            double pairs = 0;
            double answered = 0;
            for (int u = 0; u < n; u++) {
                for (int v = 0; v < n; v++) {
                    pairs += u != v && arcs[u][v] > 0 ? 1 : 0;
                    answered += u != v && arcs[u][v] > 0 && arcs[v][u] > 0 ? 1 : 0;
                }
            }
            assertEquals(n < 2 ? Double.NaN : pairs / n / (n - 1), Ties.density(graph), 1e-12);
            assertEquals(answered / pairs, Ties.reciprocity(graph), 1e-12);
        }
        assertEquals(2 / 7.0, Ties.reciprocity(Samples.circleAndPair()));
        assertEquals(7 / 42.0, Ties.density(Samples.circleAndPair()));
    }

    @Test
    void componentsAreNumberedByFallingSizeThenLowestNode() {
        Components weak = Components.weak(Samples.undirected(8, 1, 2, 3, 4, 4, 5, 6, 7));
        assertEquals(4, weak.count());
        assertArrayEquals(new int[] {3, 4, 5}, weak.members(0));
        assertArrayEquals(new int[] {1, 2}, weak.members(1));
        assertArrayEquals(new int[] {6, 7}, weak.members(2));
        assertArrayEquals(new int[] {0}, weak.members(3));
        assertEquals(3, weak.largest());
        assertEquals(0, Components.weak(Graph.empty(0)).largest());
    }

    @Test
    void circleAndPairAreStrongComponents() {
        Graph graph = Samples.circleAndPair();
        Components strong = Components.strong(graph);
        assertArrayEquals(new int[] {0, 1, 2}, strong.members(0));
        assertArrayEquals(new int[] {3, 4}, strong.members(1));
        assertEquals(4, strong.count());
        assertEquals(6, Components.weak(graph).largest());
    }

    @Test
    void nodesShareAComponentIfTheyReachEachOther() {
        for (Graph graph : Samples.various()) {
            int[][] d = Plain.distances(graph);
            int[][] tied = Plain.distances(UnderlyingGraph.of(graph));
            Components strong = Components.strong(graph);
            Components weak = Components.weak(graph);
            for (int u = 0; u < d.length; u++) {
                for (int v = 0; v < d.length; v++) {
                    boolean mutual = d[u][v] < Plain.FAR && d[v][u] < Plain.FAR;
                    assertEquals(mutual, strong.of(u) == strong.of(v));
                    assertEquals(tied[u][v] < Plain.FAR, weak.of(u) == weak.of(v));
                }
            }
            for (int c = 1; c < strong.count(); c++) {
                assertTrue(strong.size(c) <= strong.size(c - 1));
                assertEquals(strong.size(c), strong.members(c).length);
            }
        }
    }

    @Test
    void deepSearchesNeedNoDeepStack() {
        int n = 300_000;
        int[] offset = new int[n + 1];
        int[] target = new int[n];
        for (int u = 0; u < n; u++) {
            offset[u + 1] = u + 1;
            target[u] = (u + 1) % n;
        }
        assertEquals(n, Components.strong(Graph.of(n, true, offset, target)).largest());
    }

    @Test
    void coreNumbersAreThoseOfRepeatedRemoval() {
        for (Graph graph : Samples.various()) {
            assertArrayEquals(Plain.cores(graph), KCore.numbers(graph), graph.toString());
        }
        assertEquals(5, KCore.degeneracy(KCore.numbers(Lattices.complete(6))));
        assertEquals(0, KCore.degeneracy(KCore.numbers(Graph.empty(2))));
    }

    @Test
    void clusteringIsTheShareOfTiedNeighbours() {
        for (Graph graph : Samples.various()) {
            boolean[][] tied = Plain.ties(graph);
            int n = tied.length;
            Clustering clustering = Clustering.of(graph);
            double closed = 0;
            double paths = 0;
            for (int v = 0; v < n; v++) {
                int pairs = 0;
                int triangles = 0;
                for (int u = 0; u < n; u++) {
                    for (int w = 0; w < u; w++) {
                        pairs += tied[v][u] && tied[v][w] ? 1 : 0;
                        triangles += tied[v][u] && tied[v][w] && tied[u][w] ? 1 : 0;
                    }
                }
                closed += triangles;
                paths += pairs;
                assertEquals(triangles, clustering.triangles()[v]);
                assertEquals((double) triangles / pairs, clustering.local()[v], 1e-12);
            }
            assertEquals(closed / paths, clustering.transitivity(), 1e-12);
            assertEquals(Math.round(closed / 3), clustering.triangleCount());
        }
    }

    @Test
    void meanClusteringCountsOrLeavesOutNodesWithoutPairs() {
        // A triangle 0-1-2 with the pendant 3 at 2, and the lone node 4: local 1, 1, 1/3.
        Clustering clustering = Clustering.of(Samples.undirected(5, 0, 1, 0, 2, 1, 2, 2, 3));
        assertEquals(7 / 15.0, clustering.meanLocal(), 1e-12);
        assertEquals(7 / 9.0, clustering.meanLocalDefined(), 1e-12);
        assertEquals(Double.NaN, Clustering.of(Graph.empty(0)).meanLocal());
        assertEquals(0, Clustering.of(Graph.empty(2)).meanLocal());
        assertTrue(Arrays.stream(Clustering.of(Graph.empty(2)).local()).allMatch(Double::isNaN));
    }
}
