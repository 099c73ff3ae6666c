package org.einfluss.theory.livingston;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.ErdosRenyi;
import org.einfluss.graph.generate.Lattices;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;

/** Deletion and protest by hand and against closed forms; who is a free agent. */
class ProtestTest {
    private static final int SIZE = 0;
    private static final int DURATION = 5;
    private static final int PROTESTERS = 6;
    private static final int SEEN = 7;

    private static DeletionAndProtest.Parameters parameters(
            double p, double usefulness, Deletion deletion, double anger, double witnesses) {
        return new DeletionAndProtest.Parameters(new Spreading.Constant(p), usefulness, deletion, anger, witnesses);
    }

    private static Simulation bind(Graph graph, DeletionAndProtest.Parameters parameters) {
        return new DeletionAndProtest().bind(parameters, Network.of(graph));
    }

    private static double[] run(Simulation simulation, long key, int... seeds) {
        simulation.begin(new Run().begin(key, seeds));
        while (simulation.step()) {
            assertTrue(simulation.time() < 10_000);
        }
        double[] row = new double[8];
        simulation.observe(row, 0);
        return row;
    }

    private static Graph path(int nodes) {
        GraphBuilder builder = new GraphBuilder(nodes, false);
        for (int v = 1; v < nodes; v++) {
            builder.add(v - 1, v);
        }
        return builder.build().graph();
    }

    @Test
    void withoutDeletionThePostSpreadsAndNobodyProtests() {
        assertArrayEquals(
                new double[] {5, 1, 0, 1, 0.8, 4, 0, 1},
                run(bind(path(5), parameters(1, 1, new Deletion.None(), 3, 1)), 1, 0));
        assertArrayEquals(
                new double[] {1, 1, 0, 0.2, 0, 0, 0, 0.6},
                run(bind(path(5), parameters(1, 0, new Deletion.None(), 3, 1)), 1, 2),
                "a useless post is seen by the two neighbours of its author");
    }

    @Test
    void authorsAndWitnessesOfDeletedPostsProtest() {
        Graph star = Lattices.star(5);
        double[] noticed = run(bind(star, parameters(0, 1, new Deletion.After(0), 3, 1)), 1, 0);
        assertEquals(5, noticed[PROTESTERS], "the author and all four listeners");
        double[] unnoticed = run(bind(star, parameters(0, 1, new Deletion.After(0), 3, 0)), 1, 0);
        assertEquals(1, unnoticed[PROTESTERS]);
        assertEquals(1, unnoticed[SIZE]);
        assertEquals(1, unnoticed[SEEN], "the four leaves hear the author");
    }

    /** Path 0 … 4 from 0, everything certain: 1 has the post after a step; deletion; 2, 3, 4 are moved in steps 2, 3, 4. */
    @Test
    void protestSpreadsFromWhereThePostWas() {
        double[] row = run(bind(path(5), parameters(1, 1, new Deletion.After(1), 0, 0)), 1, 0);
        assertEquals(5, row[PROTESTERS]);
        assertEquals(5, row[SIZE]);
        assertEquals(4, row[DURATION]);
        // p₀ = .5 and σ_D = 1 make protest certain, while the useless post stays where it is.
        double[] angry = run(bind(path(5), parameters(0.5, 0, new Deletion.After(3), 1, 0)), 1, 0);
        assertEquals(5, angry[PROTESTERS]);
        assertEquals(7, angry[DURATION], "deleted after step 3, four steps along the path");
    }

    /** 30 % of 2,000 listeners notice: standard deviation 20.5. */
    @Test
    void aShareOfTheListenersWitnesses() {
        double[] row = run(bind(Lattices.star(2_001), parameters(0, 1, new Deletion.After(0), 3, 0.3)), 4, 0);
        assertEquals(601, row[PROTESTERS], 82);
    }

    @Test
    void theSwitchLineIsWhereProtestBranchesOnce() {
        assertEquals(1.5, new DeletionSwitch.Parameters(10, 0.04, 3).switchLine(), 1e-12);
        assertEquals(1, new DeletionSwitch.Parameters(10, 0.04, 1.5).branching(), 1e-12);
        assertEquals(0, new DeletionSwitch.Parameters(10, 0.04, 1.5).outbreak());
        // s = 1 − e^{−R s} at R = 1.5 and 2.
        assertEquals(0.582812, new DeletionSwitch.Parameters(10, 0.04, 2.75).outbreak(), 5e-7);
        assertEquals(0.796812, new DeletionSwitch.Parameters(10, 0.04, 4).outbreak(), 5e-7);
        assertEquals(10, new DeletionSwitch.Parameters(2, 0.5, 1000).branching() * 5, "p is at most 1");
        Findings findings =
                new DeletionSwitch().calculate(new DeletionSwitch.Parameters(10, 0.04, 1.25), Progress.NONE);
        assertEquals(1.5, findings.headlines().get(0).value(), 1e-12);
        assertEquals(10, findings.headlines().get(2).value(), 1e-9, "1/(1 − .9)");
    }

    /** z = 10, p₀ = .04: below the switch ten protesters follow from one; above it an outbreak with probability .582812. */
    @Test
    void simulationsMeetTheSwitchLine() {
        Graph graph = ErdosRenyi.gnm(10_000, 50_000, new RandomStream(6));
        Simulation quiet = bind(graph, parameters(0.04, 1, new Deletion.After(0), 1.25, 0));
        Simulation angry = bind(graph, parameters(0.04, 1, new Deletion.After(0), 2.75, 0));
        double sum = 0;
        int outbreaks = 0;
        int runs = 3_000;
        for (int key = 0; key < runs; key++) {
            sum += run(quiet, key, key)[PROTESTERS];
            outbreaks += run(angry, key, key)[PROTESTERS] > 1_000 ? 1 : 0;
        }
        // Standard deviation √(R/(1 − R)³) = 30, of the mean .55; the largest meet the end of the network.
        assertEquals(10, sum / runs, 2.2 + 0.3);
        // Standard deviation of the share .009.
        assertEquals(0.582812, (double) outbreaks / runs, 0.036);
    }

    /** Communities 0 1 2 3, 4 5 and 6 7; the first is the organisation. */
    @Test
    void freeAgentsAreInManyCommunitiesAndOutsideOfTheOrganisation() {
        GraphBuilder builder = new GraphBuilder(8, false);
        int[][] edges = {{0, 1}, {0, 2}, {1, 2}, {2, 3}, {4, 5}, {6, 7}, {4, 6}, {4, 0}, {5, 6}};
        for (int[] edge : edges) {
            builder.add(edge[0], edge[1]);
        }
        Network network = Network.of(builder.build().graph())
                .withNodeColumn(Column.integers("block", "", new int[] {0, 0, 0, 0, 1, 1, 2, 2}));
        Network found = new FreeAgents()
                .apply(new FreeAgents.Parameters(0.5, Optional.of("block")), network, new RandomStream(1));
        assertArrayEquals(new double[] {1, 1, 1, 1, 0, 0, 0, 0}, column(found, "organisation"));
        assertArrayEquals(new double[] {3, 2, 3, 1, 0, 0, 0, 0}, column(found, "broadcast"));
        // 4: (1 − 3/9)(1 − 1/3); 5: 1/2; 6: 1 − (1 + 4)/9; 7: one community only.
        assertArrayEquals(new double[] {0, 0, 0, 0, 4 / 9.0, 0.5, 4 / 9.0, 0}, column(found, "independence"), 1e-12);
        assertEquals(network.graph(), found.graph());
        assertThrows(
                InputException.class,
                () -> new FreeAgents()
                        .apply(new FreeAgents.Parameters(0.5, Optional.of("club")), network, new RandomStream(1)));
        Network nobody =
                new FreeAgents().apply(new FreeAgents.Parameters(0, Optional.empty()), network, new RandomStream(1));
        assertEquals(0, Arrays.stream(column(nobody, "organisation")).sum());
    }

    private static double[] column(Network network, String name) {
        return network.nodeColumn(name).orElseThrow().toDoubles();
    }
}
