package org.einfluss.graph.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.einfluss.graph.Graph;
import org.einfluss.graph.generate.ConfigurationModel.Variant;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;

class GeneratorsTest {
    private static RandomStream key(long key) {
        return new RandomStream(key);
    }

    /** The hashes were computed by independent plain implementations of the described algorithms (Python). */
    @Test
    void theSameKeyGivesTheSameGraphForEver() {
        assertHash("d6e195d3edee0325f0515371cfef6bcfa4f3dde64256f6d081ac255de56516ea", ErdosRenyi.gnp(10, 0.3, key(5)));
        assertHash("e7199c120313d8e1d5c3adeb430cbb6963824b6ec05ab188e6cbc973efc50770", ErdosRenyi.gnm(12, 15, key(5)));
        assertHash(
                "e3db7e81f24c6f3cb0d8c01ea21f7ce6950ee0268aef752796d459a96a8382eb", DirectedPoisson.draw(8, 2, key(5)));
        assertHash(
                "4ea3457d0b2e113248af2f8255192917b6107da6419a7a52438424e6e2f0a286", BarabasiAlbert.draw(12, 2, key(5)));
        assertHash(
                "680d81843f5d3bcaa2a0674f197d62a0f99e13d12efce73c9548f2f5dca51a6e", HolmeKim.draw(14, 2, 0.7, key(5)));
        assertHash(
                "46e0a430ba1d10afca0f9cc87b423b1fb04829ccb0f65fe14971565f4fa7da45",
                WattsStrogatz.draw(12, 4, 0.5, key(5)));
        assertHash(
                "0b4391b028f9de8f4a62e22292e2074aa77bca5caea2970ab5743a804eb776e5", RandomRegular.draw(10, 3, key(5)));
        assertHash(
                "27c24a6235684433d833f62f7a2e37e1b2a77fed59465016af69f391c9dfac41",
                StochasticBlockModel.draw(new int[] {5, 6}, new double[][] {{0.6, 0.2}, {0.2, 0.5}}, key(5))
                        .graph());
        int[] degrees = {3, 3, 2, 2, 1, 1};
        assertHash(
                "6ac4d5d17b94fbc8e9d917b8724a9345a6535a81bc419f05e630772eaed4d965",
                ConfigurationModel.draw(degrees, Variant.ERASED, key(5)).graph());
        assertHash(
                "cd1a2afc7541cb81f5a59b0b638f429c6138f135f614b457465d07c87e83ec99",
                ConfigurationModel.draw(degrees, Variant.MULTI, key(5)).graph());
    }

    private static void assertHash(String hash, Graph graph) {
        assertEquals(hash, HexFormat.of().formatHex(graph.sha256()));
    }

    @Test
    void differentKeysGiveDifferentGraphs() {
        assertTrue(ErdosRenyi.gnp(50, 0.2, key(1)).contentHash()
                != ErdosRenyi.gnp(50, 0.2, key(2)).contentHash());
    }

    @Test
    void extremeProbabilitiesGiveNoTiesOrAll() {
        assertEquals(Graph.empty(7), ErdosRenyi.gnp(7, 0, key(1)));
        assertEquals(Lattices.complete(7), ErdosRenyi.gnp(7, 1, key(1)));
        assertEquals(Lattices.complete(7), ErdosRenyi.gnm(7, 21, key(1)));
        assertEquals(Graph.empty(7), ErdosRenyi.gnm(7, 0, key(1)));
        assertEquals(42, DirectedPoisson.draw(7, 6, key(1)).arcs());
        assertEquals(0, DirectedPoisson.draw(7, 0, key(1)).arcs());
        double[][] apart = {{1, 0}, {0, 1}};
        assertEquals(
                6,
                StochasticBlockModel.draw(new int[] {3, 3}, apart, key(1))
                        .graph()
                        .edges());
    }

    @Test
    void theSmallestNetworksAreDrawn() {
        assertEquals(0, ErdosRenyi.gnp(0, 0.5, key(1)).nodes());
        assertEquals(Graph.empty(1), ErdosRenyi.gnp(1, 0.5, key(1)));
        assertEquals(0, DirectedPoisson.draw(1, 0, key(1)).arcs());
        assertEquals(Lattices.path(2), BarabasiAlbert.draw(2, 1, key(1)));
        assertEquals(Lattices.path(2), HolmeKim.draw(2, 1, 1, key(1)));
        assertEquals(Graph.empty(1), WattsStrogatz.draw(1, 0, 0.5, key(1)));
        assertEquals(Graph.empty(3), RandomRegular.draw(3, 0, key(1)));
        assertEquals(Lattices.complete(4), RandomRegular.draw(4, 3, key(1)));
        assertEquals(
                0,
                StochasticBlockModel.draw(new int[0], new double[0][], key(1)).nodes());
        assertEquals(
                0, ConfigurationModel.draw(new int[0], Variant.MULTI, key(1)).nodes());
        assertEquals(
                0,
                ConfigurationModel.draw(0, new DegreeLaw.Poisson(3), Variant.ERASED, key(1))
                        .nodes());
    }

    @Test
    void regularGraphsAreRegularAndVaried() {
        Graph first = RandomRegular.draw(200, 5, key(1));
        for (int u = 0; u < 200; u++) {
            assertEquals(5, first.outDegree(u));
        }
        assertTrue(first.isSimple() && !first.equals(RandomRegular.draw(200, 5, key(2))));
    }

    @Test
    void denseRegularGraphsAreDrawnByTheirComplement() {
        Graph dense = RandomRegular.draw(300, 290, key(3));
        assertTrue(dense.isSimple());
        for (int u = 0; u < 300; u++) {
            assertEquals(290, dense.outDegree(u));
        }
    }

    @Test
    void rewiringEverythingOnACrowdedRingKeepsItSimple() {
        for (int i = 0; i < 50; i++) {
            Graph graph = WattsStrogatz.draw(8, 6, 1, key(i));
            assertEquals(24, graph.edges());
            assertTrue(graph.isSimple());
        }
    }

    @Test
    void newNodesTieThemselvesToOlderOnesOnly() {
        for (Graph graph : List.of(BarabasiAlbert.draw(300, 4, key(3)), HolmeKim.draw(300, 4, 0.9, key(3)))) {
            for (int v = 5; v < 300; v++) {
                int older = 0;
                for (int a = graph.arcBegin(v); a < graph.arcEnd(v); a++) {
                    older += graph.target(a) < v ? 1 : 0;
                }
                assertEquals(4, older);
            }
        }
    }

    @Test
    void latticesHaveTheirDegrees() {
        assertEquals(5, Lattices.star(6).outDegree(0));
        assertEquals(1, Lattices.star(6).outDegree(3));
        assertEquals(4, Lattices.path(5).edges());
        assertEquals(20, Lattices.complete(5).arcs());
        Graph ring = Lattices.ring(7, 4);
        assertEquals(14, ring.edges());
        assertTrue(ring.findArc(0, 5) >= 0 && ring.findArc(0, 3) < 0);
        assertEquals(Lattices.complete(5), Lattices.ring(5, 4));
        assertEquals(Lattices.path(4), Lattices.grid(1, 4, false));
        assertEquals(2 * 3 * 4 - 3 - 4, Lattices.grid(3, 4, false).edges());
        Graph torus = Lattices.grid(3, 4, true);
        for (int u = 0; u < 12; u++) {
            assertEquals(4, torus.outDegree(u));
        }
        assertEquals(1, Lattices.grid(1, 2, true).edges());
        assertEquals(Graph.empty(0), Lattices.star(0));
        assertEquals(Graph.empty(0), Lattices.path(0));
        assertEquals(Graph.empty(1), Lattices.complete(1));
        assertEquals(0, Lattices.ring(3, 0).arcs());
    }

    @Test
    void oddDegreeSumsFromALawAreMadeEven() {
        for (int i = 0; i < 20; i++) {
            Graph graph = ConfigurationModel.draw(5, new DegreeLaw.Table(List.of(0.0, 1.0, 1.0)), Variant.MULTI, key(i))
                    .graph();
            for (int u = 0; u < 5; u++) {
                assertTrue(graph.outDegree(u) == 1 || graph.outDegree(u) == 2);
            }
        }
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> ConfigurationModel.draw(5, new DegreeLaw.Table(List.of(0.0, 1.0)), Variant.MULTI, key(1)))
                .getMessage();
        assertTrue(message.contains("another number of nodes"), message);
    }

    @Test
    void pairsAreRememberedThroughManyRemovals() {
        PairSet set = new PairSet(100);
        boolean[] plain = new boolean[400];
        RandomStream random = key(4);
        int held = 0;
        for (int i = 0; i < 100_000; i++) {
            int u = random.nextInt(20);
            int v = random.nextInt(20);
            int code = Math.min(u, v) * 20 + Math.max(u, v);
            assertEquals(plain[code], set.contains(u, v));
            if (plain[code]) {
                set.remove(u, v);
                plain[code] = false;
                held--;
            } else if (held < 100) {
                assertTrue(set.add(u, v) && !set.add(v, u));
                plain[code] = true;
                held++;
            }
        }
    }

    @Test
    void impossibleNetworksAreRefusedWithTheReason() {
        assertRefused("[0, 1]", () -> ErdosRenyi.gnp(5, 1.5, key(1)));
        assertRefused("at least 0", () -> ErdosRenyi.gnp(-1, 0.5, key(1)));
        assertRefused("[0, 10]", () -> ErdosRenyi.gnm(5, 11, key(1)));
        assertRefused("[0, 4]", () -> ErdosRenyi.probability(5, 5));
        assertRefused("[0, 4]", () -> DirectedPoisson.draw(5, 4.5, key(1)));
        assertRefused("1 <= m < nodes", () -> BarabasiAlbert.draw(3, 3, key(1)));
        assertRefused("triangle", () -> HolmeKim.draw(9, 3, -0.1, key(1)));
        assertRefused("even number of neighbours", () -> WattsStrogatz.draw(9, 3, 0.1, key(1)));
        assertRefused("rewiring", () -> WattsStrogatz.draw(9, 4, 2, key(1)));
        assertRefused("even nodes x degree", () -> RandomRegular.draw(5, 3, key(1)));
        assertRefused(
                "symmetric",
                () -> StochasticBlockModel.draw(new int[] {2, 2}, new double[][] {{1, 0}, {1, 1}}, key(1)));
        assertRefused("even sum", () -> ConfigurationModel.draw(new int[] {1, 2}, Variant.MULTI, key(1)));
        assertRefused("node 1", () -> ConfigurationModel.draw(new int[] {1, -1}, Variant.MULTI, key(1)));
        assertRefused("smallest degree", () -> new DegreeLaw.PowerLaw(2, 10, 0));
        assertRefused("more than 5 nodes", () -> new DegreeLaw.PowerLaw(2, 10, 5).draw(1, 4, key(1)));
        assertRefused("choose fewer nodes", () -> ErdosRenyi.gnp(100_000, 0.9, key(1)));
        assertRefused("choose fewer nodes", () -> DirectedPoisson.draw(100_000, 90_000, key(1)));
        assertRefused("46340", () -> Lattices.complete(50_000));
        assertRefused("2^29", () -> Lattices.grid(0, 3, false));
    }

    private static void assertRefused(String reason, Runnable drawing) {
        String message =
                assertThrows(IllegalArgumentException.class, drawing::run).getMessage();
        assertTrue(message.contains(reason), message);
    }
}
