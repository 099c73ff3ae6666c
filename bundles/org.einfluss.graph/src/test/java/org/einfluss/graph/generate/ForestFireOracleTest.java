package org.einfluss.graph.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.einfluss.graph.Graph;
import org.einfluss.math.RandomStream;
import org.einfluss.math.RunningStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForestFireOracleTest {
    private final RandomStream random = new RandomStream(2026);

    /** E[W] = n(n + 1)H_n − 2n², mean distance 2W/(n(n − 1)). */
    @ParameterizedTest
    @CsvSource({"10, 2.715256, 0.02, 4000", "100, 6.543942, 0.03, 2000"})
    void withoutFireItIsARandomRecursiveTree(int nodes, double distance, double error, int trees) {
        RunningStatistics distances = new RunningStatistics();
        for (int i = 0; i < trees; i++) {
            Graph tree = ForestFire.draw(nodes, 0, 1, false, random);
            assertEquals(nodes - 1, tree.edges());
            distances.add(Oracle.pathLength(tree));
        }
        Oracle.assertExpectation(distance, error, distances);
    }

    /**
     * Node 2 asks 0 or 1. From 1 the fire goes on to 0 when x ≥ 1, with probability p; from 0 back to 1 when y ≥ 1, with
     * probability rp. So there are 2 + (p + rp)/2 edges on average.
     */
    @Test
    void threeNodesHaveTheirExpectedEdges() {
        RunningStatistics edges = new RunningStatistics();
        for (int i = 0; i < 40_000; i++) {
            edges.add(ForestFire.draw(3, 0.6, 0.5, false, random).edges());
        }
        Oracle.assertExpectation(2 + (0.6 + 0.3) / 2, 0.003, edges);
    }

    /**
     * Node 3 joins the triangle {0, 1, 2} that certain fire would make, but here fire burns forward only. Its ambassador is
     * 0, 1 or 2. Let node 1 be tied to 0, and node 2 to 1 and, with probability p, to 0 when it asked 1 (half of the
     * cases); to 0 alone when it asked 0. With r = 0: from ambassador 0 one tie; from 1, 1 + p; from 2, if 2 is tied to 0
     * only, 1 + p; if to 1 only, 1 + p + p²; if to both, x = 1 (probability p(1 − p)) takes either, and from 1 the fire
     * goes on to 0 with probability p, x ≥ 2 (p²) both: 1 + p(1 − p)(1 + p/2) + 2p².
     */
    @Test
    void fourNodesHaveTheirExpectedEdges() {
        double p = 0.5;
        double fromTwo =
                0.5 * (1 + p) + 0.5 * (1 - p) * (1 + p + p * p) + 0.5 * p * (1 + p * (1 - p) * (1 + p / 2) + 2 * p * p);
        double expected = 2 + p / 2 + (1 + (1 + p) + fromTwo) / 3;
        RunningStatistics edges = new RunningStatistics();
        for (int i = 0; i < 60_000; i++) {
            edges.add(ForestFire.draw(4, p, 0, false, random).edges());
        }
        Oracle.assertExpectation(expected, 0.004, edges);
    }

    @Test
    void moreFireMakesMoreTies() {
        long before = 0;
        for (double p : new double[] {0, 0.2, 0.3, 0.4}) {
            long edges = ForestFire.draw(3_000, p, 0.32, false, random).edges();
            assertTrue(edges > before, edges + " edges for p = " + p);
            before = edges;
        }
    }

    @Test
    void directedTiesLeadFromOlderToNewerNodes() {
        Graph graph = ForestFire.draw(500, 0.35, 0.3, true, new RandomStream(7));
        for (int u = 0; u < 500; u++) {
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                assertTrue(graph.target(a) > u);
            }
            assertTrue(u == 0 || graph.inDegree(u) >= 1);
        }
        assertEquals(
                graph.arcs(),
                ForestFire.draw(500, 0.35, 0.3, false, new RandomStream(7)).edges());
        assertFalse(graph.equals(ForestFire.draw(500, 0.35, 0.3, true, new RandomStream(8))));
    }

    @Test
    void impossibleFiresAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> ForestFire.draw(10, 1, 0.5, false, random));
        assertThrows(IllegalArgumentException.class, () -> ForestFire.draw(10, 0.5, 1.5, false, random));
        assertThrows(IllegalArgumentException.class, () -> ForestFire.draw(-1, 0.5, 0.5, false, random));
        assertEquals(1, ForestFire.draw(1, 0.5, 0.5, false, random).nodes());
        assertEquals(0, ForestFire.draw(0, 0.5, 0.5, false, random).nodes());
    }
}
