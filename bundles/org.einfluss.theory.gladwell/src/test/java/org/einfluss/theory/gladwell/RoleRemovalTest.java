package org.einfluss.theory.gladwell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.generate.ErdosRenyi;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;

class RoleRemovalTest {
    private static final RoleRemoval.Parameters DEFAULT = new RoleRemoval.Parameters(0.1, 0.5, 0.18);

    @Test
    void vulnerableMassOfASmallNetworkByHand() {
        // A star of six leaves (hub 0), whose leaf 1 leads on to the path 1-7-8. With φ = 1/2 those of degree 1 and 2
        // are vulnerable.
        GraphBuilder graph = new GraphBuilder(9, false);
        for (int leaf = 1; leaf <= 6; leaf++) {
            graph.add(0, leaf);
        }
        graph.add(1, 7);
        graph.add(7, 8);
        Graph star = graph.build().graph();
        assertEquals(4.0 / 9, RoleRemoval.vulnerableMass(star, 0.5), 1e-12, "1, 7, 8 and their neighbour 0");
        assertEquals(1, RoleRemoval.vulnerableMass(star, 1.0 / 6), 1e-12, "all are vulnerable");
        assertEquals(0, RoleRemoval.vulnerableMass(Graph.empty(5), 0.5));
    }

    /** The frequency of global cascades on Erdős–Rényi networks at φ = 0.18: z = 3 and 4. */
    @Test
    void vulnerableMassIsTheTriggerProbability() {
        double[][] known = {{3, 0.873462}, {4, 0.865296}};
        for (double[] one : known) {
            Graph graph = ErdosRenyi.gnm(200_000, Math.round(100_000 * one[0]), new RandomStream(1));
            assertEquals(one[1], RoleRemoval.vulnerableMass(graph, 0.18), 0.006);
        }
    }

    @Test
    void onePersuasiveMinorityCarriesACascadeThatOthersDoNot() throws Exception {
        // Without salesmen z T = 6 · 0.1 = 0.6 < 1; 10 % salesmen with w = 20 persuade everyone: mean T = 0.19, z T =
        // 1.14.
        Findings findings = new RoleRemoval()
                .analyse(
                        Experiments.study(
                                "network: {id: erdos-renyi, nodes: 2000, mean-degree: 6}",
                                "prepare:",
                                "  - {id: plant-salesmen, share: 0.1, persuasiveness: 20}",
                                "  - {id: remove-roles, role: salesmen, share: [0, 0.1], instead: [nobody, same-number, same-links]}",
                                "model: {id: law-of-the-few, contagion: one-shot, stickiness: 1, persuasion: 0.3}",
                                "seeding: {id: random, size: 1}",
                                "replicates: {networks: 20, runs: 30}",
                                "key: 5"),
                        DEFAULT,
                        Progress.NONE);
        Table verdicts = findings.table("verdicts").orElseThrow();
        assertEquals(2, verdicts.rows());
        Table removal = findings.table("removal").orElseThrow();
        assertEquals(6, removal.rows());
        for (int row = 0; row < removal.rows(); row++) {
            boolean role = removal.column("arm").textAt(row).equals("the role");
            double share = removal.column("share").doubleAt(row);
            double kept = removal.column("kept").doubleAt(row);
            assertEquals(
                    share * 2000,
                    removal.column("nodes-out").doubleAt(row),
                    share == 0 || !removal.column("arm").textAt(row).endsWith("links") ? 1e-9 : 30);
            if (share == 0) {
                assertEquals(1, kept, 1e-12, "the same networks, keys and seeds");
            } else if (role) {
                assertTrue(kept < 0.1, "without salesmen " + kept);
            } else {
                assertTrue(kept > 0.3, "without others " + kept);
            }
        }
        Table paired = findings.table("paired").orElseThrow();
        for (int row = 0; row < paired.rows(); row++) {
            assertTrue(paired.column("high").doubleAt(row) < 0, "less reach without salesmen than without others");
            assertEquals(20, paired.column("pairs").doubleAt(row));
        }
    }

    @Test
    void asksForTheTransformWhereNothingIsRemoved() {
        InputException refused = assertThrows(
                InputException.class, () -> new RoleRemoval().analyse(Experiments.sweep(), DEFAULT, Progress.NONE));
        assertTrue(refused.getMessage().contains("remove-roles"));
    }
}
