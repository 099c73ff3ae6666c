package org.einfluss.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.einfluss.graph.GraphBuilder.Built;
import org.einfluss.graph.GraphBuilder.Duplicates;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;

class GraphBuilderTest {
    @Test
    void arcsInAnyOrderMakeTheSameGraph() {
        RandomStream random = new RandomStream(1);
        int[] order = new int[500];
        int[] from = new int[500];
        int[] to = new int[500];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            from[i] = random.nextInt(60);
            to[i] = random.nextInt(60);
        }
        for (boolean directed : new boolean[] {true, false}) {
            GraphBuilder sorted = new GraphBuilder(60, directed);
            GraphBuilder shuffled = new GraphBuilder(0, directed);
            for (int i : order) {
                sorted.add(from[i], to[i]);
            }
            random.shuffle(order, 0, order.length);
            for (int i : order) {
                shuffled.add(from[i], to[i]);
            }
            shuffled.ensureNode(59);
            assertEquals(sorted.build().graph(), shuffled.build().graph());
        }
    }

    @Test
    void selfLoopsAndDuplicatesAreDroppedAndCounted() {
        GraphBuilder builder = new GraphBuilder(3, false);
        builder.add(0, 1);
        builder.add(1, 0);
        builder.add(2, 2);
        builder.add(0, 1);
        builder.add(1, 2);
        Built built = builder.build();
        assertEquals(1, built.droppedLoops());
        assertEquals(2, built.droppedDuplicates());
        assertEquals(2, built.graph().edges());
        assertTrue(built.graph().isSimple());
        assertEquals(0, built.weights().length + built.multiplicity().length + built.arcOf().length);
    }

    @Test
    void opposedArcsOfADirectedGraphAreNoDuplicates() {
        GraphBuilder builder = new GraphBuilder(2, true);
        builder.add(0, 1);
        builder.add(1, 0);
        assertEquals(0, builder.build().droppedDuplicates());
        assertEquals(2, builder.build().graph().arcs());
    }

    @Test
    void bothArcsOfAnUndirectedTieHaveItsWeight() {
        GraphBuilder builder = new GraphBuilder(0, false);
        builder.add(2, 0, 0.5);
        builder.add(0, 1);
        builder.add(1, 2, 2.5);
        Built built = builder.build();
        assertArrayEquals(new int[] {1, 2, 0, 2, 0, 1}, built.graph().targets());
        assertArrayEquals(new double[] {1, 0.5, 1, 2.5, 0.5, 2.5}, built.weights());
    }

    @Test
    void arcsAddedBeforeTheFirstWeightCountAsOne() {
        GraphBuilder builder = new GraphBuilder(0, true);
        for (int i = 0; i < 40; i++) {
            builder.add(0, i + 1);
        }
        builder.add(0, 41, 3);
        for (int i = 0; i < 40; i++) {
            builder.add(1, i + 2);
        }
        double[] weights = builder.build().weights();
        assertEquals(81, weights.length);
        assertEquals(1, weights[39]);
        assertEquals(3, weights[40]);
        assertEquals(1, weights[80]);
    }

    @Test
    void theDuplicatePolicyDecidesWeightsAndMultiplicities() {
        double[][] weights = {{2}, {9}, {2}, {2, 3, 4}};
        int[][] multiplicities = {{}, {3}, {3}, {}};
        for (Duplicates policy : Duplicates.values()) {
            GraphBuilder builder = new GraphBuilder(2, true).duplicates(policy);
            builder.add(0, 1, 2);
            builder.add(0, 1, 3);
            builder.add(0, 1, 4);
            Built built = builder.build();
            assertArrayEquals(weights[policy.ordinal()], built.weights(), policy.name());
            assertArrayEquals(multiplicities[policy.ordinal()], built.multiplicity(), policy.name());
            assertEquals(policy == Duplicates.KEEP ? 0 : 2, built.droppedDuplicates());
            assertEquals(policy != Duplicates.KEEP, built.graph().isSimple());
        }
    }

    @Test
    void addedArcsAreFoundAgainInTheGraph() {
        GraphBuilder builder = new GraphBuilder(0, false).trackArcs();
        builder.add(1, 0);
        builder.add(2, 2);
        builder.add(0, 1);
        builder.add(3, 1);
        assertArrayEquals(new int[] {1, -1, 0, 3}, builder.build().arcOf());
    }

    @Test
    void keptSelfLoopsOfUndirectedGraphsAreTwoArcs() {
        GraphBuilder builder = new GraphBuilder(1, false).keepLoops();
        builder.add(0, 0);
        builder.add(0, 0);
        assertEquals(2, builder.build().graph().arcs());
        assertEquals(1, builder.build().droppedDuplicates());
        builder.duplicates(Duplicates.KEEP);
        assertEquals(4, builder.build().graph().arcs());
        assertFalse(builder.build().graph().isSimple());
    }

    @Test
    void theShortWayGivesWhatTheFullWayGives() {
        RandomStream random = new RandomStream(8);
        for (int round = 0; round < 400; round++) {
            boolean directed = random.nextBoolean(0.5);
            boolean loops = random.nextBoolean(0.5);
            Duplicates policy = random.nextBoolean(0.5) ? Duplicates.KEEP : Duplicates.DROP;
            int n = 1 + random.nextInt(12);
            GraphBuilder plain = new GraphBuilder(n, directed).duplicates(policy);
            GraphBuilder tracking =
                    new GraphBuilder(n, directed).duplicates(policy).trackArcs();
            if (loops) {
                plain.keepLoops();
                tracking.keepLoops();
            }
            for (int i = random.nextInt(40); i > 0; i--) {
                int u = random.nextInt(n);
                int v = random.nextInt(n);
                plain.add(u, v);
                tracking.add(u, v);
            }
            Built fast = plain.build();
            Built full = tracking.build();
            assertEquals(full.graph(), fast.graph());
            assertEquals(full.graph().isSimple(), fast.graph().isSimple());
            assertEquals(full.droppedLoops(), fast.droppedLoops());
            assertEquals(full.droppedDuplicates(), fast.droppedDuplicates());
        }
    }

    @Test
    void theGraphHoldsExactlyTheArcsOfASetOfPairs() {
        RandomStream random = new RandomStream(9);
        boolean[][] tied = new boolean[30][30];
        GraphBuilder builder = new GraphBuilder(30, true);
        for (int i = 0; i < 300; i++) {
            int u = random.nextInt(30);
            int v = random.nextInt(30);
            builder.add(u, v);
            tied[u][v] = u != v;
        }
        Graph graph = builder.build().graph();
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (int u = 0; u < 30; u++) {
            for (int v = 0; v < 30; v++) {
                if (tied[u][v]) {
                    expected.add(u + "→" + v);
                }
            }
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                found.add(u + "→" + graph.target(a));
            }
        }
        assertEquals(expected, found);
    }

    @Test
    void theBuilderStaysUsableAfterBuilding() {
        GraphBuilder builder = new GraphBuilder(2, true);
        builder.add(0, 1);
        Graph first = builder.build().graph();
        builder.add(1, 2);
        assertEquals(1, first.arcs());
        assertEquals(2, builder.build().graph().arcs());
        assertEquals(2, builder.size());
    }

    @Test
    void impossibleArcsAreRefused() {
        GraphBuilder builder = new GraphBuilder(2, true);
        assertThrows(IllegalArgumentException.class, () -> builder.add(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> builder.add(0, Integer.MAX_VALUE));
        assertThrows(IllegalArgumentException.class, () -> builder.add(0, 1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> builder.ensureNode(-1));
        assertThrows(IllegalArgumentException.class, () -> new GraphBuilder(-1, true));
        assertEquals(0, builder.size());
    }
}
