package org.einfluss.workbench.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.einfluss.graph.Graph;
import org.einfluss.workbench.network.ForceLayout.Positions;
import org.junit.jupiter.api.Test;

class ForceLayoutTest {
    /** Two triangles 0-1-2 and 3-4-5, joined by the link 2-3. */
    private static final Graph TRIANGLES = Graph.of(
            6, false, new int[] {0, 2, 4, 7, 10, 12, 14}, new int[] {1, 2, 0, 2, 0, 1, 3, 2, 4, 5, 3, 5, 3, 4});

    @Test
    void theSameNetworkIsAlwaysDrawnAlike() {
        assertArrayEquals(done(TRIANGLES).x(), done(TRIANGLES).x());
    }

    @Test
    void linkedNodesAreNearerThanOthers() {
        Positions places = done(TRIANGLES);
        assertTrue(distance(places, 0, 1) < distance(places, 0, 5));
        assertTrue(distance(places, 3, 4) < distance(places, 1, 4));
    }

    @Test
    void emptyAndSingleNetworksAreDoneAtOnce() {
        assertFalse(new ForceLayout(Graph.empty(0)).step());
        ForceLayout single = new ForceLayout(Graph.empty(1));
        assertFalse(single.step());
        assertEquals(1, single.positions().x().length);
    }

    @Test
    void repulsionWithoutApproximationIsTheSumOverAllNodes() {
        double[] x = {0, 1, 1, -2, 0.5, 7};
        double[] y = {0, 0, 1, 3, 0.25, -4};
        Quadtree tree = new Quadtree(x.length);
        tree.build(x, y);
        for (int u = 0; u < x.length; u++) {
            double[] pullX = new double[x.length];
            double[] pullY = new double[x.length];
            tree.repel(u, x, y, 0, pullX, pullY);
            double plainX = 0;
            double plainY = 0;
            for (int v = 0; v < x.length; v++) {
                double square = Math.pow(x[u] - x[v], 2) + Math.pow(y[u] - y[v], 2);
                plainX += v == u ? 0 : (x[u] - x[v]) / square;
                plainY += v == u ? 0 : (y[u] - y[v]) / square;
            }
            assertEquals(plainX, pullX[u], 1e-12);
            assertEquals(plainY, pullY[u], 1e-12);
        }
    }

    private static Positions done(Graph graph) {
        ForceLayout layout = new ForceLayout(graph);
        int steps = 0;
        while (layout.step()) {
            steps++;
        }
        assertTrue(steps > 10, "hardly any step");
        return layout.positions();
    }

    private static double distance(Positions places, int u, int v) {
        return Math.hypot(places.x()[u] - places.x()[v], places.y()[u] - places.y()[v]);
    }
}
