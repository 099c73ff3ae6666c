package org.einfluss.theory.watts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.Direction;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.api.model.Run;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.ErdosRenyi;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;

class VulnerableClusterTest {
    private static Findings analyse(Graph graph, Threshold threshold) {
        DatasetDescriptor descriptor = new DatasetDescriptor(
                "test", "Test", "", "", "", List.of(), List.of("A caveat."), "none", Direction.MUTUAL, "");
        return new VulnerableCluster()
                .analyse(
                        new Dataset(descriptor, Network.of(graph), List.of()),
                        new VulnerableCluster.Parameters(threshold, 1),
                        Progress.NONE);
    }

    private static double summary(Findings findings, String column) {
        return findings.table("summary").orElseThrow().column(column).doubleAt(0);
    }

    @Test
    void hubsAreReachedButDoNotPassItOn() {
        // A chain 1-2-3 hangs on hub 0 (degree 4); a pair 6-7 stands apart. At 0.4 nodes of degree 1 and 2 are
        // vulnerable.
        Graph graph = WattsThresholdTest.graph(9, false, 0, 1, 1, 2, 2, 3, 0, 4, 0, 5, 0, 8, 6, 7);
        Findings findings = analyse(graph, new Threshold.Constant(0.4));
        assertEquals(8, summary(findings, "vulnerable"));
        assertEquals(3, summary(findings, "cluster"));
        assertEquals(4, summary(findings, "extended"));
        assertEquals(4 / 9.0, summary(findings, "trigger"));
        Table nodes = findings.table("nodes").orElseThrow();
        assertTrue(nodes.column("triggers").booleanAt(0));
        assertTrue(!nodes.column("vulnerable").booleanAt(0));
        assertEquals("A caveat.", findings.notes().get(0));
    }

    @Test
    void jointInfluenceIsBeyondTheCluster() {
        // Seed 0 wins 1 and 2 (degree 2); both together win 3, which needs two of four and is tied to the cluster
        // 4-5-6.
        Graph graph = WattsThresholdTest.graph(8, false, 0, 1, 0, 2, 1, 3, 2, 3, 3, 4, 4, 5, 5, 6, 3, 7);
        Threshold half = new Threshold.Constant(0.4);
        Findings findings = analyse(graph, half);
        assertEquals(3, summary(findings, "cluster"));
        assertFalse(findings.table("nodes").orElseThrow().column("triggers").booleanAt(0));
        double[] row =
                WattsThresholdTest.run(WattsThresholdTest.simulation(half, Network.of(graph)), new Run().begin(1, 0));
        assertEquals(8, row[0]);
        assertTrue(findings.headlines().get(0).label().endsWith("at least"));
    }

    @Test
    void directedClustersMustReachBothWays() {
        // A cycle 0-1-2, fed by 3, feeding 4: 3 sets it off, 4 does not.
        Graph graph = WattsThresholdTest.graph(6, true, 0, 1, 1, 2, 2, 0, 3, 0, 2, 4);
        Findings findings = analyse(graph, new Threshold.Constant(0.5));
        assertEquals(3, summary(findings, "cluster"));
        assertEquals(4, summary(findings, "extended"));
    }

    @Test
    void largeRandomNetworkComesCloseToTheClosedForm() {
        Graph graph = ErdosRenyi.gnm(100_000, 200_000, new RandomStream(3));
        Findings findings = analyse(graph, new Threshold.Constant(0.18));
        assertEquals(0.652635, summary(findings, "cluster") / 100_000, 0.01);
        assertEquals(0.865296, summary(findings, "trigger"), 0.01);
    }

    @Test
    void emptyNetworkHasNoCluster() {
        assertEquals(0, summary(analyse(Graph.empty(0), new Threshold.Constant(0.18)), "trigger"));
        assertEquals(0, summary(analyse(Graph.empty(3), new Threshold.Constant(0)), "extended"));
    }
}
