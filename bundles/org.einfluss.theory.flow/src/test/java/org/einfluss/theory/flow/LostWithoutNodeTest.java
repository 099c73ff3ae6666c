package org.einfluss.theory.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.ErdosRenyi;
import org.einfluss.math.RandomStream;
import org.einfluss.theory.baselines.IndependentCascade;
import org.einfluss.theory.baselines.Probability;
import org.junit.jupiter.api.Test;

class LostWithoutNodeTest {
    private static Findings analyse(String model) throws Exception {
        return new LostWithoutNode().analyse(FlowStudies.blocked(model), new None(), Progress.NONE);
    }

    /** Leaf 1 tells the hub, the hub tells 2, 3, 4. */
    @Test
    void lossesOfAStarByHand() throws Exception {
        for (String model :
                new String[] {"{id: independent-cascade, probability: 1}", "{id: complex-contagion, threshold: 1}"}) {
            Table nodes = analyse(model).table("nodes").orElseThrow();
            assertEquals("rank 1", nodes.column("node").textAt(0));
            double[][] known = {{3, 3, 1}, {4, 1, 1}, {0, 0, 1}};
            for (int row = 0; row < 3; row++) {
                assertEquals(known[row][0], nodes.column("lost").doubleAt(row), model + ", rank " + (row + 1));
                assertEquals(known[row][0], nodes.column("lost-low").doubleAt(row), "the same in every run");
                assertEquals(known[row][1], nodes.column("credit").doubleAt(row));
                assertEquals(known[row][2], nodes.column("adopts").doubleAt(row));
            }
        }
    }

    /** p = 1/2: without the hub 3/4 of p · 3 p are lost … p · 3 p = .75; without the seed .5 + .75. */
    @Test
    void lossesAreThoseOfTheSameLuck() throws Exception {
        Findings findings = new LostWithoutNode()
                .analyse(
                        FlowStudies.study(
                                "network: {id: star, nodes: 5}",
                                "prepare: {id: block-node, rank: [0, 1, 2, 3]}",
                                "model: {id: independent-cascade, probability: 0.5}",
                                "seeding: {id: given, nodes: ['1']}",
                                "replicates: {networks: 1, runs: 4000}",
                                "recording: log",
                                "coins: common",
                                "key: 4"),
                        new None(),
                        Progress.NONE);
        Table nodes = findings.table("nodes").orElseThrow();
        // Standard deviations of what is lost: √(E L² − .75²) = .97 and 1.4; of the means .015 and .022.
        assertEquals(0.75, nodes.column("lost").doubleAt(0), 0.062);
        assertEquals(1.25, nodes.column("lost").doubleAt(1), 0.088);
        assertEquals(0, nodes.column("lost").doubleAt(2));
        assertTrue(nodes.column("lost-low").doubleAt(0) > 0.7
                && nodes.column("lost-high").doubleAt(0) < 0.8);
    }

    /** Blocking a node is the same as giving its arcs no chance, arc by arc. */
    @Test
    void whoIsBlockedIsMissingAndNothingElse() {
        int[] seeds = {5, 9, 30};
        for (long key = 0; key < 50; key++) {
            Network network = Network.of(ErdosRenyi.gnm(60, 120, new RandomStream(key)));
            int node = seeds[(int) (key % 3)] + (int) (key % 2);
            Network blocked = new BlockNode()
                    .apply(
                            new BlockNode.Parameters(0, Optional.of(Integer.toString(node))),
                            network,
                            new RandomStream(1));
            assertEquals(
                    network.graph().inDegree(node),
                    network.graph().arcs() - blocked.graph().arcs());
            double[] p = new double[network.graph().arcs()];
            Arrays.fill(p, 0.4);
            for (int u = 0; u < 60; u++) {
                for (int a = network.graph().arcBegin(u); a < network.graph().arcEnd(u); a++) {
                    p[a] = u == node || network.graph().target(a) == node ? 0 : 0.4;
                }
            }
            int[] others = IntStream.of(seeds).filter(v -> v != node).toArray();
            Network without = network.withArcColumn(org.einfluss.graph.Column.doubles("p", "", p));
            Model<IndependentCascade.Parameters> model = new IndependentCascade();
            assertEquals(
                    adopters(
                            model.bind(new IndependentCascade.Parameters(new Probability.Table("p")), without),
                            without,
                            key,
                            others),
                    adopters(
                            model.bind(new IndependentCascade.Parameters(new Probability.Constant(0.4)), blocked),
                            blocked,
                            key,
                            others));
        }
    }

    private static java.util.BitSet adopters(Simulation simulation, Network network, long key, int[] seeds) {
        simulation.begin(new Run().on(network).begin(key, seeds));
        boolean alive = true;
        while (alive) {
            alive = simulation.step();
        }
        java.util.BitSet set = new java.util.BitSet();
        for (int v = 0; v < network.nodes(); v++) {
            set.set(v, simulation.nodes().state(v) == 1);
        }
        return set;
    }

    @Test
    void whatCannotBeComparedIsRefused() throws Exception {
        InputException unlogged = assertThrows(
                InputException.class,
                () -> new LostWithoutNode().analyse(FlowStudies.choices(), new None(), Progress.NONE));
        assertTrue(unlogged.getMessage().contains("log"));
        InputException unblocked = assertThrows(
                InputException.class,
                () -> new LostWithoutNode().analyse(FlowStudies.logged(), new None(), Progress.NONE));
        assertTrue(unblocked.getMessage().contains("block-node"), unblocked.getMessage());
        InputException alone = assertThrows(
                InputException.class, () -> analyse("{id: network-bass, innovation: 0.2, imitation: 0.5}"));
        assertTrue(alone.getMessage().contains("by itself"), alone.getMessage());
        Network network = Network.of(ErdosRenyi.gnm(5, 4, new RandomStream(1)));
        for (BlockNode.Parameters wrong : new BlockNode.Parameters[] {
            new BlockNode.Parameters(6, Optional.empty()), new BlockNode.Parameters(0, Optional.of("five"))
        }) {
            assertThrows(InputException.class, () -> new BlockNode().apply(wrong, network, new RandomStream(1)));
        }
        assertThrows(IllegalArgumentException.class, () -> new BlockNode.Parameters(1, Optional.of("1")));
    }
}
