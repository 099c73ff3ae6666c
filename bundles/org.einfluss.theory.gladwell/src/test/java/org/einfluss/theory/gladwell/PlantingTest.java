package org.einfluss.theory.gladwell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.ErdosRenyi;
import org.einfluss.math.RandomStream;
import org.einfluss.theory.gladwell.RemoveRoles.How;
import org.einfluss.theory.gladwell.RemoveRoles.Instead;
import org.einfluss.theory.gladwell.RemoveRoles.Role;
import org.junit.jupiter.api.Test;

class PlantingTest {
    /** Two triangles 0-1-2 and 3-4-5 joined by 2-6 and 6-3; communities are the triangles, 6 alone. */
    private static Network bow() {
        GraphBuilder graph = new GraphBuilder(7, false);
        int[][] ties = {{0, 1}, {0, 2}, {1, 2}, {3, 4}, {3, 5}, {4, 5}, {2, 6}, {6, 3}};
        for (int[] tie : ties) {
            graph.add(tie[0], tie[1], tie[0] + 10 * tie[1]);
        }
        GraphBuilder.Built built = graph.build();
        return Network.of(built.graph())
                .withNodeColumn(Column.integers("community", "", new int[] {0, 0, 0, 1, 1, 1, 2}));
    }

    private static long marked(Network network, String column) {
        long count = 0;
        for (boolean one : Traits.marked(network, column)) {
            count += one ? 1 : 0;
        }
        return count;
    }

    @Test
    void connectorsHaveManyTiesToSeveralCommunities() {
        Network found = PlantConnectors.plant(0.3, 0, 0.4, Optional.empty(), bow(), new RandomStream(1));
        boolean[] expected = {false, false, true, true, false, false, false};
        assertArrayEquals(expected, Traits.marked(found, Traits.CONNECTOR));
        assertEquals(bow().graph(), found.graph());
        Network strict = PlantConnectors.plant(0.3, 0, 0.5, Optional.empty(), bow(), new RandomStream(1));
        assertEquals(1, marked(strict, Traits.CONNECTOR), "only one node spans that much");
    }

    @Test
    void communitiesAreDetectedWhereNoColumnGivesThem() {
        GraphBuilder graph = new GraphBuilder(8, false);
        for (int first : new int[] {0, 4}) {
            for (int u = first; u < first + 4; u++) {
                for (int v = u + 1; v < first + 4; v++) {
                    graph.add(u, v);
                }
            }
        }
        graph.add(3, 4);
        Network cliques = Network.of(graph.build().graph());
        Membership detected = Membership.of(cliques, Optional.empty(), new RandomStream(8));
        assertTrue(detected.detected());
        assertArrayEquals(new int[] {0, 0, 0, 0, 1, 1, 1, 1}, detected.of());
        Network found = PlantConnectors.plant(0.3, 0, 0.3, Optional.empty(), cliques, new RandomStream(1));
        assertArrayEquals(
                new boolean[] {false, false, false, true, true, false, false, false},
                Traits.marked(found, Traits.CONNECTOR),
                "P = 1 - 9/16 - 1/16");
    }

    @Test
    void madeConnectorsMoveTiesAndAddNone() {
        Network plain = Network.of(ErdosRenyi.gnm(1000, 3000, new RandomStream(2)));
        Network made = PlantConnectors.plant(0.02, 30, 0.5, Optional.empty(), plain, new RandomStream(3));
        assertEquals(3000, made.graph().edges());
        assertEquals(20, marked(made, Traits.CONNECTOR));
        boolean[] connector = Traits.marked(made, Traits.CONNECTOR);
        for (int v = 0; v < 1000; v++) {
            if (connector[v]) {
                assertTrue(made.graph().outDegree(v) >= 30, "node " + v);
            }
        }
    }

    @Test
    void tiesAreNotMovedWhereArcsCarryData() {
        Network weighted = bow().withArcColumn(Column.doubles("weight", "", new double[16]));
        assertThrows(
                InputException.class,
                () -> PlantConnectors.plant(0.3, 2, 0.5, Optional.empty(), weighted, new RandomStream(1)));
    }

    @Test
    void salesmenConcentratePersuasionWhereTheMeanIsKept() {
        boolean[] chosen = {true, false, false, false, false, false, false};
        Network plain = Planting.salesmen(bow(), chosen, 3, false);
        assertArrayEquals(
                new double[] {3, 1, 1, 1, 1, 1, 1},
                plain.nodeColumn("persuasiveness").orElseThrow().toDoubles());
        Network kept = Planting.salesmen(bow(), chosen, 3, true);
        assertEquals(21.0 / 9, kept.nodeColumn("persuasiveness").orElseThrow().doubleAt(0), 1e-12);
        assertEquals(7.0 / 9, kept.nodeColumn("persuasiveness").orElseThrow().doubleAt(5), 1e-12);
    }

    @Test
    void mavensMayBeTheHighestOfAColumn() {
        Network scored = bow().withNodeColumn(Column.doubles("score", "", new double[] {0, 9, 1, 2, 8, Double.NaN, 3}));
        boolean[] chosen = Planting.choose(scored, 0.28, Optional.of("score"), new RandomStream(4));
        assertArrayEquals(new boolean[] {false, true, false, false, true, false, false}, chosen);
    }

    private static Network out(Network network, Role role, double share, Instead instead, How how) {
        return new RemoveRoles()
                .apply(new RemoveRoles.Parameters(role, share, instead, how), network, new RandomStream(5));
    }

    @Test
    void removedNodesLoseAllTiesAndImmuneOnesListenToNobody() {
        Network removed = out(bow(), Role.CONNECTORS, 0.28, Instead.NOBODY, How.REMOVE); // nodes 2 and 3, of degree 3
        assertEquals(2, marked(removed, "removed"));
        assertEquals(2, removed.graph().edges(), "0-1 and 4-5");
        assertEquals(6.0, removed.facts().get("links taken out"));
        Network immune = out(bow(), Role.CONNECTORS, 0.28, Instead.NOBODY, How.IMMUNISE);
        assertTrue(immune.graph().isDirected());
        assertEquals(0, immune.graph().inDegree(2));
        assertEquals(3, immune.graph().outDegree(2));
        assertEquals(10, immune.graph().arcs());
    }

    @Test
    void controlsMatchNodesOrLinks() {
        Network plain = Network.of(ErdosRenyi.gnm(2000, 6000, new RandomStream(6)));
        Network role = out(plain, Role.CONNECTORS, 0.05, Instead.NOBODY, How.REMOVE);
        Network number = out(plain, Role.CONNECTORS, 0.05, Instead.SAME_NUMBER, How.REMOVE);
        Network links = out(plain, Role.CONNECTORS, 0.05, Instead.SAME_LINKS, How.REMOVE);
        assertEquals(100, marked(role, "removed"));
        assertEquals(100, marked(number, "removed"));
        assertTrue(marked(links, "removed") > 150, "random nodes have fewer links, so that more are needed");
        double taken = role.facts().get("links taken out");
        assertEquals(6000.0 - (double) role.graph().edges(), taken);
        assertTrue(links.facts().get("links taken out") >= taken);
        assertTrue(links.facts().get("links taken out") < taken + 20);
        assertTrue(number.facts().get("links taken out") < 0.7 * taken);
    }

    @Test
    void arcDataFollowTheirArcs() {
        Graph graph = bow().graph();
        double[] weights = new double[graph.arcs()];
        for (int a = 0; a < weights.length; a++) {
            weights[a] = 100 * graph.source(a) + graph.target(a);
        }
        Network removed = out(
                bow().withArcColumn(Column.doubles("weight", "", weights)),
                Role.CONNECTORS,
                0.28,
                Instead.NOBODY,
                How.REMOVE);
        assertArrayEquals(new double[] {1, 100, 405, 504}, removed.weights().orElseThrow());
    }

    @Test
    void creatorsAreTheMostActive() {
        Network active = bow().withNodeColumn(Column.doubles("activity", "", new double[] {.5, .1, 2, .2, .3, 9, .4}));
        Network removed = out(active, Role.CREATORS, 0.28, Instead.NOBODY, How.REMOVE); // nodes 5 and 2
        assertArrayEquals(
                new double[] {0, 0, 1, 0, 0, 1, 0},
                removed.nodeColumn("removed").orElseThrow().toDoubles());
        assertEquals(5.0, removed.facts().get("links taken out"), "three ties of node 2 and two of node 5");
    }

    @Test
    void rolesThatAreNotThereCannotBeRemoved() {
        assertThrows(InputException.class, () -> out(bow(), Role.CREATORS, 0.1, Instead.NOBODY, How.REMOVE));
        assertThrows(InputException.class, () -> out(bow(), Role.MAVENS, 0.1, Instead.NOBODY, How.REMOVE));
        assertFalse(new RemoveRoles().isRandom(new RemoveRoles.Parameters(Role.MAVENS, 0, Instead.NOBODY, How.REMOVE)));
    }

    @Test
    void linksWithinASetCountOnce() {
        BitSet triangle = new BitSet();
        triangle.set(0, 3);
        assertEquals(4, RemoveRoles.links(bow().graph(), triangle));
    }
}
