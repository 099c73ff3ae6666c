package org.einfluss.graph.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.measure.Degrees;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;

class RewiringTest {
    @Test
    void keepsEveryDegree() {
        RandomStream random = new RandomStream(1);
        for (Graph graph : new Graph[] {
            BarabasiAlbert.draw(300, 3, random), DirectedPoisson.draw(300, 4, random), Lattices.star(9), Graph.empty(3)
        }) {
            Graph rewired = Rewiring.draw(graph, 10, random);
            assertTrue(rewired.isSimple());
            assertEquals(graph.isDirected(), rewired.isDirected());
            assertArrayEquals(Degrees.out(graph), Degrees.out(rewired));
            assertArrayEquals(Degrees.in(graph), Degrees.in(rewired));
            if (graph.nodes() == 300) {
                assertNotEquals(graph, rewired);
            }
        }
        assertThrows(IllegalArgumentException.class, () -> Rewiring.draw(Graph.empty(1), -1, random));
    }

    @Test
    void graphsOfTheSameDegreesBecomeEquallyLikely() {
        // Three graphs on four nodes have all degrees 1: who is the partner of node 0?
        GraphBuilder pairs = new GraphBuilder(4, false);
        pairs.add(0, 1);
        pairs.add(2, 3);
        Graph graph = pairs.build().graph();
        int[] partner = new int[4];
        for (int key = 0; key < 3000; key++) {
            Graph rewired = Rewiring.draw(graph, 10, new RandomStream(key));
            partner[rewired.target(rewired.arcBegin(0))]++;
        }
        for (int v = 1; v < 4; v++) {
            assertEquals(1000, partner[v], 4 * Math.sqrt(3000 * 2 / 9.0));
        }
    }
}
