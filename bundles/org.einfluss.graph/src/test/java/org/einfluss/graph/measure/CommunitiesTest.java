package org.einfluss.graph.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.function.BooleanSupplier;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.generate.Lattices;
import org.einfluss.graph.generate.StochasticBlockModel;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;

class CommunitiesTest {
    private static final BooleanSupplier NEVER = () -> false;

    private static Communities louvain(Graph graph, long key) {
        return Communities.louvain(graph, new RandomStream(key), NEVER);
    }

    @Test
    void joinedCliquesAreTwoCommunities() {
        for (int key = 0; key < 20; key++) {
            Communities found = louvain(Samples.cliques(), key);
            assertArrayEquals(new int[] {0, 0, 0, 0, 1, 1, 1, 1}, found.of());
            assertEquals(2, found.count());
            assertEquals(12.0 / 13 - 0.5, found.modularity(), 1e-12);
        }
    }

    @Test
    void modularityIsASumOverPairs() {
        RandomStream random = new RandomStream(11);
        for (Graph graph : Samples.various()) {
            Graph ties = UnderlyingGraph.of(graph);
            int n = ties.nodes();
            int[] part = new int[n];
            for (int v = 0; v < n; v++) {
                part[v] = random.nextInt(Math.min(n, 4));
            }
            double arcs = ties.arcs();
            double sum = 0;
            for (int u = 0; u < n; u++) {
                for (int v = 0; v < n; v++) {
                    double tied = ties.findArc(u, v) >= 0 ? 1 : 0;
                    sum += part[u] == part[v] ? tied - ties.outDegree(u) * (double) ties.outDegree(v) / arcs : 0;
                }
            }
            assertEquals(arcs == 0 ? Double.NaN : sum / arcs, Communities.modularity(graph, part), 1e-12);
        }
    }

    @Test
    void noMoveOfASingleNodeRaisesModularityOfTheFirstLevel() {
        // On a graph whose first level is final, the result is a local optimum over single moves.
        for (Graph graph : new Graph[] {Samples.cliques(), Lattices.complete(6), Samples.bow()}) {
            Communities found = louvain(graph, 3);
            for (int v = 0; v < graph.nodes(); v++) {
                for (int c = 0; c < found.count(); c++) {
                    int[] moved = found.of().clone();
                    moved[v] = c;
                    assertTrue(Communities.modularity(graph, moved) <= found.modularity() + 1e-12);
                }
            }
        }
    }

    @Test
    void karateHasCommunitiesNearTheKnownOptimum() {
        double best = 0;
        for (int key = 0; key < 20; key++) {
            double q = louvain(Samples.karate(), key).modularity();
            assertTrue(q > 0.38, "modularity " + q);
            best = Math.max(best, q);
        }
        // The optimum, 0.4198, is known from exact methods (U. Brandes et al. 2008, doi:10.1109/TKDE.2007.190689).
        assertEquals(0.4198, best, 0.0021);
        assertTrue(best <= 0.41985);
    }

    @Test
    void theKeyDecides() {
        Graph graph = StochasticBlockModel.draw(
                        new int[] {50, 40, 30},
                        new double[][] {{.3, .01, .01}, {.01, .3, .01}, {.01, .01, .3}},
                        new RandomStream(1))
                .graph();
        Communities found = louvain(graph, 42);
        assertArrayEquals(found.of(), louvain(graph, 42).of());
        assertEquals(3, found.count());
        for (int v = 0; v < 120; v++) {
            assertEquals(v < 50 ? 0 : v < 90 ? 1 : 2, found.of()[v]);
        }
    }

    @Test
    void graphsOfAllKindsAreDivided() {
        for (Graph graph : Samples.various()) {
            Communities found = louvain(graph, 5);
            assertEquals(graph.nodes(), found.of().length);
            Components parts = Components.weak(graph);
            for (int u = 0; u < graph.nodes(); u++) {
                for (int v = 0; v < u; v++) {
                    assertTrue(found.of()[u] != found.of()[v] || parts.of(u) == parts.of(v), graph.toString());
                }
            }
            double q = Communities.modularity(graph, found.of());
            assertEquals(q, found.modularity());
            assertTrue(Double.isNaN(q) || q >= -1e-12, "one community for each component has 0 or more");
        }
    }

    @Test
    void participationAndExternalDegreeCountTies() {
        int[] halves = {0, 0, 0, 0, 1, 1, 1, 1};
        assertArrayEquals(
                new double[] {0, 0, 0, 0.375, 0.375, 0, 0, 0},
                Communities.participation(Samples.cliques(), halves),
                1e-12);
        assertArrayEquals(new int[] {0, 0, 0, 1, 1, 0, 0, 0}, Communities.externalDegrees(Samples.cliques(), halves));
        assertArrayEquals(new double[] {Double.NaN}, Communities.participation(Graph.empty(1), new int[] {0}));
        assertThrows(IllegalArgumentException.class, () -> Communities.participation(Samples.bow(), new int[] {0, 1}));
        assertThrows(
                IllegalArgumentException.class,
                () -> Communities.modularity(Samples.bow(), new int[] {0, 0, 0, -1, 0, 0, 0}));
    }

    @Test
    void columnsBecomeDivisions() {
        BitSet missing = new BitSet();
        missing.set(1);
        missing.set(3);
        Column column = Column.texts("town", new String[] {"B", "", "A", "", "B"}, missing);
        assertArrayEquals(new int[] {0, 1, 2, 3, 0}, Communities.numbered(column));
    }
}
