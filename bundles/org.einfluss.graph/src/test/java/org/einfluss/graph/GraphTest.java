package org.einfluss.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class GraphTest {
    /** A triangle 0, 1, 2 with node 3 hanging on 2. */
    private static Graph paw() {
        return Graph.of(4, false, new int[] {0, 2, 4, 7, 8}, new int[] {1, 2, 0, 2, 0, 1, 3, 2});
    }

    /** 0→1, 0→2, 2→1, 3→0. */
    private static Graph influence() {
        return Graph.of(4, true, new int[] {0, 2, 2, 3, 4}, new int[] {1, 2, 1, 0});
    }

    @Test
    void undirectedTiesAreCountedOnceAndTheirArcsTwice() {
        Graph graph = paw();
        assertEquals(4, graph.nodes());
        assertEquals(8, graph.arcs());
        assertEquals(4, graph.edges());
        assertEquals(2.0, graph.meanDegree());
        assertEquals(3, graph.outDegree(2));
        assertEquals(3, graph.inDegree(2));
        assertTrue(graph.isSimple());
        assertFalse(graph.isDirected());
    }

    @Test
    void inArcsOfADirectedGraphListSourcesInOrderWithTheirArcs() {
        Graph graph = influence();
        InArcs in = graph.inArcs();
        assertEquals(2, in.end(1) - in.begin(1));
        assertEquals(0, in.source(in.begin(1)));
        assertEquals(2, in.source(in.begin(1) + 1));
        assertEquals(0, in.arc(in.begin(1)));
        assertEquals(2, in.arc(in.begin(1) + 1));
        assertEquals(0, graph.inDegree(3));
        assertEquals(1, graph.inDegree(0));
        assertEquals(4, graph.edges());
    }

    @Test
    void inArcsOfAnUndirectedGraphShareItsArrays() {
        Graph graph = paw();
        assertSame(graph.targets(), graph.inArcs().sources());
        assertSame(graph.offsets(), graph.inArcs().offsets());
        for (int v = 0; v < 4; v++) {
            for (int i = graph.inArcs().begin(v); i < graph.inArcs().end(v); i++) {
                int arc = graph.inArcs().arc(i);
                assertEquals(v, graph.target(arc));
                assertEquals(graph.inArcs().source(i), graph.source(arc));
            }
        }
    }

    @Test
    void theTwinOfAnArcLeadsBack() {
        Graph graph = paw();
        for (int u = 0; u < 4; u++) {
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                assertEquals(u, graph.target(graph.reverse(a)));
                assertEquals(graph.target(a), graph.source(graph.reverse(a)));
                assertEquals(a, graph.reverse(graph.reverse(a)));
            }
        }
        assertThrows(IllegalStateException.class, () -> influence().reverse(0));
    }

    @Test
    void twinsOfParallelArcsAndSelfLoopsArePairedOff() {
        // Two ties 0–1 and one self-loop at 1.
        Graph graph = Graph.of(2, false, new int[] {0, 2, 6}, new int[] {1, 1, 0, 0, 1, 1});
        assertFalse(graph.isSimple());
        int[] twins = new int[6];
        for (int a = 0; a < 6; a++) {
            twins[a] = graph.reverse(a);
        }
        assertArrayEquals(new int[] {2, 3, 0, 1, 5, 4}, twins);
    }

    @Test
    void arcsAreFoundByTheirEnds() {
        Graph graph = paw();
        assertEquals(6, graph.findArc(2, 3));
        assertEquals(7, graph.findArc(3, 2));
        assertEquals(-1, graph.findArc(3, 0));
        assertEquals(0, influence().findArc(0, 1));
        assertEquals(-1, influence().findArc(1, 0));
    }

    @Test
    void sourcesAreFoundAcrossNodesWithoutArcs() {
        int[] sources = new int[4];
        for (int a = 0; a < 4; a++) {
            sources[a] = influence().source(a);
        }
        assertArrayEquals(new int[] {0, 0, 2, 3}, sources);
        assertThrows(IndexOutOfBoundsException.class, () -> influence().source(4));
    }

    @Test
    void theHashOfAGraphNeverChanges() {
        // hashlib.sha256 over the bytes that the Javadoc describes.
        assertEquals(
                "c6e79b81b5e5f4fa02144d7543399db59f7e5d9dffc5edf0a804b81b96259e11",
                HexFormat.of().formatHex(paw().sha256()));
        assertEquals(0xc6e79b81b5e5f4faL, paw().contentHash());
        assertNotEquals(paw().contentHash(), influence().contentHash());
    }

    @Test
    void callersCannotChangeTheHash() {
        Graph graph = paw();
        graph.sha256()[0] = 0;
        assertEquals(0xc6e79b81b5e5f4faL, graph.contentHash());
    }

    @Test
    void graphsWithTheSameArcsAreEqual() {
        assertEquals(paw(), paw());
        assertEquals(paw().hashCode(), paw().hashCode());
        assertNotEquals(paw(), influence());
    }

    @Test
    void emptyGraphsHaveNothing() {
        assertEquals(0, Graph.empty(0).meanDegree());
        assertEquals(5, Graph.empty(5).nodes());
        assertEquals(0, Graph.empty(5).inDegree(4));
        assertEquals(-1, Graph.empty(5).findArc(0, 1));
        assertEquals(Graph.empty(3), Graph.of(3, false, new int[4], new int[0]));
    }

    @Test
    void brokenRowsAreNamed() {
        assertRefused("length n + 1", 2, true, new int[] {0, 0}, new int[0]);
        assertRefused("at node 1", 2, true, new int[] {0, 2, 1}, new int[] {0});
        assertRefused("found 2 after -1 at node 0", 2, true, new int[] {0, 1, 1}, new int[] {2});
        assertRefused("found 0 after 1 at node 0", 2, true, new int[] {0, 2, 2}, new int[] {1, 0});
        assertRefused("0→1 is missing", 2, false, new int[] {0, 1, 1}, new int[] {1});
        assertRefused("0→2 is missing", 3, false, new int[] {0, 1, 2, 4}, new int[] {2, 2, 1, 1});
        assertRefused("2→0 is missing", 3, false, new int[] {0, 0, 1, 3}, new int[] {2, 0, 1});
        assertRefused("node 0 has 1 arcs to itself", 1, false, new int[] {0, 1}, new int[] {0});
    }

    private static void assertRefused(String reason, int n, boolean directed, int[] offset, int[] target) {
        String message = assertThrows(IllegalArgumentException.class, () -> Graph.of(n, directed, offset, target))
                .getMessage();
        assertTrue(message.contains(reason), message);
    }

    @Test
    void allThreadsSeeTheSameInArcs() throws InterruptedException {
        Graph graph = influence();
        Set<InArcs> seen = ConcurrentHashMap.newKeySet();
        Thread[] threads = new Thread[8];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> seen.add(graph.inArcs()), "in-arcs-" + i);
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(1, seen.size());
    }
}
