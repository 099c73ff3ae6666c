package org.einfluss.theory.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.Direction;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.junit.jupiter.api.Test;

class BridgingAnalysisOracleTest {
    private static final double HALF_DIGIT = 5e-7;

    private static Findings analyse(String sensitivity, int nodes, int... ends) {
        GraphBuilder ties = new GraphBuilder(nodes, false);
        for (int i = 0; i < ends.length; i += 2) {
            ties.add(ends[i], ends[i + 1]);
        }
        DatasetDescriptor descriptor = new DatasetDescriptor(
                "worked", "Worked graph", "", "", "", List.of(), List.of(), sensitivity, Direction.MUTUAL, "");
        return new BridgingAnalysis()
                .analyse(
                        new Dataset(descriptor, Network.of(ties.build().graph()), List.of()),
                        new BridgingAnalysis.Parameters(0, 2, Optional.empty(), 3, 1),
                        Progress.NONE);
    }

    private static int row(Table nodes, String label) {
        for (int r = 0; r < nodes.rows(); r++) {
            if (nodes.column("node").textAt(r).equals(label)) {
                return r;
            }
        }
        throw new AssertionError("no node " + label);
    }

    private static void check(Findings findings, String node, double bridging, double constraint, double size) {
        Table nodes = findings.table("nodes").orElseThrow();
        int r = row(nodes, node);
        assertEquals(bridging, nodes.column("bridging").doubleAt(r), HALF_DIGIT);
        assertEquals(constraint, nodes.column("constraint").doubleAt(r), HALF_DIGIT);
        assertEquals(size, nodes.column("effective-size").doubleAt(r), HALF_DIGIT);
    }

    @Test
    void workedGraphsHaveTheKnownScores() {
        Findings bow = analyse("none", 7, 0, 1, 0, 2, 1, 2, 3, 4, 3, 5, 4, 5, 2, 6, 6, 3);
        check(bow, "6", 0.230159, 0.5, 2);
        check(bow, "2", 0.103704, 0.611111, 2.333333);
        check(bow, "5", 0.032143, 1.006944, 1);
        assertEquals("6", bow.table("nodes").orElseThrow().column("node").textAt(0));
        assertEquals(3, bow.table("ties").orElseThrow().rows());
        Findings cliques =
                analyse("none", 8, 0, 1, 0, 2, 0, 3, 1, 2, 1, 3, 2, 3, 4, 5, 4, 6, 4, 7, 5, 6, 5, 7, 6, 7, 3, 4);
        check(cliques, "3", 0.087054, 0.583333, 2.5);
    }

    @Test
    void aPendantNodeIsListedLastAndNotRanked() {
        Table nodes = analyse("none", 5, 0, 1, 0, 2, 1, 2, 1, 3, 2, 3, 3, 4)
                .table("nodes")
                .orElseThrow();
        int last = nodes.rows() - 1;
        assertEquals("4", nodes.column("node").textAt(last));
        assertTrue(Double.isNaN(nodes.column("rank").doubleAt(last)));
        assertTrue(nodes.column("bridging").doubleAt(last)
                > nodes.column("bridging").doubleAt(0));
    }

    /** A star of seven leaves beside a ring of six: degrees 7 (one node), 2 (six) and 1 (seven); the hub joins the ring's class. */
    @Test
    void nodesAreToldByClassesOfFiveOrMoreToo() {
        int[] ends = {0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13, 8};
        Findings findings = analyse("patients", 14, ends);
        assertEquals("bridging-class", findings.figures().get(1).name());
        Table classes = findings.table("classes").orElseThrow();
        assertEquals(2, classes.rows());
        assertEquals(7, classes.column("nodes").doubleAt(0));
        assertEquals(1, classes.column("degree").doubleAt(0));
        assertEquals(7, classes.column("nodes").doubleAt(1));
        assertEquals((7 + 6 * 2) / 7.0, classes.column("degree").doubleAt(1), 1e-12);
        assertEquals(0, classes.column("betweenness").doubleAt(0));
        assertEquals(
                0,
                analyse("patients", 3, 0, 1, 1, 2)
                        .table("classes")
                        .orElseThrow()
                        .rows());
    }

    @Test
    void placesAreTheCommunitiesWhereThereAreAny() {
        GraphBuilder ties = new GraphBuilder(4, false);
        ties.add(0, 1);
        ties.add(1, 2);
        ties.add(2, 3);
        Network network = Network.of(ties.build().graph())
                .withNodeColumn(org.einfluss.graph.Column.texts("village", new String[] {"a", "b", "b", "a"}));
        DatasetDescriptor descriptor = new DatasetDescriptor(
                "villages", "Villages", "", "", "", List.of(), List.of(), "none", Direction.MUTUAL, "");
        Findings findings = new BridgingAnalysis()
                .analyse(
                        new Dataset(descriptor, network, List.of()),
                        new BridgingAnalysis.Parameters(0, 1, Optional.empty(), 3, 1),
                        Progress.NONE);
        Table nodes = findings.table("nodes").orElseThrow();
        assertEquals(1, nodes.column("external").doubleAt(row(nodes, "0")));
        assertEquals(1, nodes.column("external").doubleAt(row(nodes, "1")));
        assertTrue(findings.notes().toString().contains("'village'"));
    }
}
