package org.einfluss.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.einfluss.api.model.Generator;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.ConfigurationModel.Variant;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;

class GeneratorTest {
    private static <P extends Record> Network draw(Generator<P> generator, P parameters) {
        Network network = generator.draw(parameters, new RandomStream(42));
        assertArrayEquals(
                network.sha256(),
                generator.draw(parameters, new RandomStream(42)).sha256());
        boolean differs = IntStream.range(0, 5)
                .anyMatch(key -> !generator
                        .draw(parameters, new RandomStream(key))
                        .graph()
                        .equals(network.graph()));
        assertEquals(
                generator.isRandom(parameters), differs, generator.getClass().getSimpleName());
        return network;
    }

    @Test
    void erdosRenyiHasTheMeanDegreeAskedFor() {
        var exact = new ErdosRenyi.Parameters(1001, 3, ErdosRenyi.Variant.GNM);
        assertEquals(1502, draw(new ErdosRenyi(), exact).graph().edges());
        // Mean 15,000 edges, standard deviation 122.
        var each = new ErdosRenyi.Parameters(10_000, 3, ErdosRenyi.Variant.GNP);
        assertEquals(15_000, draw(new ErdosRenyi(), each).graph().edges(), 490);
        // Mean 19,900, standard deviation 100.
        var byProbability = new ErdosRenyiProbability.Parameters(200, 1);
        assertEquals(
                19_900,
                new ErdosRenyiProbability()
                        .draw(byProbability, new RandomStream(1))
                        .graph()
                        .edges());
        assertThrows(IllegalArgumentException.class, () -> new ErdosRenyi.Parameters(5, 4.5, ErdosRenyi.Variant.GNP));
    }

    @Test
    void directedPoissonIsDirected() {
        Graph graph = draw(new DirectedPoisson(), new DirectedPoisson.Parameters(10_000, 3))
                .graph();
        assertTrue(graph.isDirected());
        assertEquals(30_000, graph.arcs(), 4 * 174);
    }

    @Test
    void configurationModelFollowsItsLaw() {
        Graph regular = draw(
                        new ConfigurationModel(),
                        new ConfigurationModel.Parameters(100, new DegreeLaw.Regular(4), Variant.MULTI))
                .graph();
        for (int v = 0; v < 100; v++) {
            assertEquals(4, regular.outDegree(v));
        }
        // Power law, τ = 2.5, κ = 100: mean 1.7246.
        Graph skewed = draw(
                        new ConfigurationModel(),
                        new ConfigurationModel.Parameters(20_000, new DegreeLaw.PowerLaw(2.5, 100), Variant.MULTI))
                .graph();
        assertEquals(1.7246, skewed.meanDegree(), 0.09);
        Graph poisson = draw(
                        new ConfigurationModel(),
                        new ConfigurationModel.Parameters(20_000, new DegreeLaw.Poisson(3), Variant.ERASED))
                .graph();
        assertTrue(poisson.isSimple());
        assertEquals(3, poisson.meanDegree(), 0.06);
        Graph table = draw(
                        new ConfigurationModel(),
                        new ConfigurationModel.Parameters(
                                1000, new DegreeLaw.Table(List.of(0.0, 1.0, 0.0, 1.0)), Variant.MULTI))
                .graph();
        assertTrue(IntStream.range(0, 1000).allMatch(v -> table.outDegree(v) == 1 || table.outDegree(v) == 3));
    }

    @Test
    void growingNetworksHaveTheirNumberOfLinks() {
        Graph plain = draw(new BarabasiAlbert(), new BarabasiAlbert.Parameters(2000, 3))
                .graph();
        assertEquals(6, plain.meanDegree(), 0.02);
        Graph clustered =
                draw(new HolmeKim(), new HolmeKim.Parameters(2000, 3, 0.8)).graph();
        assertEquals(5989, clustered.edges(), 15);
        assertThrows(IllegalArgumentException.class, () -> new BarabasiAlbert.Parameters(3, 3));
    }

    @Test
    void smallWorldWithoutRewiringIsTheRing() {
        Graph ring = draw(new Ring(), new Ring.Parameters(50, 4)).graph();
        assertEquals(
                ring,
                draw(new WattsStrogatz(), new WattsStrogatz.Parameters(50, 4, 0))
                        .graph());
        assertFalse(ring.equals(draw(new WattsStrogatz(), new WattsStrogatz.Parameters(50, 4, 0.5))
                .graph()));
        assertThrows(IllegalArgumentException.class, () -> new Ring.Parameters(50, 3));
    }

    @Test
    void blocksHaveTheirDegreesInsideAndOutside() {
        Network network = draw(new StochasticBlockModel(), new StochasticBlockModel.Parameters(5000, 10, 8, 1));
        var block = network.nodeColumn("block").orElseThrow();
        Graph graph = network.graph();
        int inside = 0;
        for (int u = 0; u < 5000; u++) {
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                inside += block.longAt(u) == block.longAt(graph.target(a)) ? 1 : 0;
            }
        }
        // 20,000 and 2,500 links expected; standard deviations of the degrees 0.057 and 0.020.
        assertEquals(8, inside / 5000.0, 0.23);
        assertEquals(1, (graph.arcs() - inside) / 5000.0, 0.08);
        assertThrows(IllegalArgumentException.class, () -> new StochasticBlockModel.Parameters(50, 10, 8, 1));
    }

    @Test
    void communitiesOfUnequalSizeHaveTheirMixing() {
        Network network = draw(new Lfr(), new Lfr.Parameters(1000, 15, 50, 0.3, 3, 1.5, 20, 100));
        assertEquals(0.3, network.facts().get("mean-mixing"), 0.02);
        assertTrue(network.nodeColumn("block").isPresent());
        assertThrows(IllegalArgumentException.class, () -> new Lfr.Parameters(1000, 15, 50, 0.1, 3, 1.5, 20, 40));
    }

    @Test
    void firesSpreadOverAcquaintances() {
        Graph tree = draw(new ForestFire(), new ForestFire.Parameters(500, 0, 0.3, false))
                .graph();
        assertEquals(499, tree.edges());
        assertTrue(draw(new ForestFire(), new ForestFire.Parameters(500, 0.37, 0.32, true))
                .graph()
                .isDirected());
    }

    @Test
    void citiesHavePlacesAndTheirLinks() {
        Network network = draw(new TwoCities(), new TwoCities.Parameters(2000, 1000, 8, 0.5, 800, 10));
        Graph graph = network.graph();
        int within = 0;
        int toB = 0;
        for (int u = 0; u < 3000; u++) {
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                within += u < 2000 == graph.target(a) < 2000 ? 1 : 0;
                toB += u < 2000 && graph.target(a) >= 2000 ? 1 : 0;
            }
        }
        // 12,000 and 1,000 links expected, standard deviations 110 and 32.
        assertEquals(8, within / 3000.0, 0.3);
        assertEquals(0.5, toB / 2000.0, 0.064);
        assertTrue(network.nodeColumn("latitude").isPresent()
                && network.nodeColumn("longitude").isPresent());
        assertThrows(IllegalArgumentException.class, () -> new TwoCities.Parameters(5, 500, 8, 0.5, 800, 10));
    }

    @Test
    void regularOnesAreWhatTheirNamesSay() {
        assertEquals(9, draw(new Star(), new Star.Parameters(10)).graph().outDegree(0));
        assertEquals(9, draw(new Path(), new Path.Parameters(10)).graph().edges());
        assertEquals(
                45, draw(new Complete(), new Complete.Parameters(10)).graph().edges());
    }

    @Test
    void influenceWithoutReciprocityHasGivenOutAndPoissonInDegrees() {
        var parameters = new InfluenceNetwork.Parameters(20_000, new DegreeLaw.NegativeBinomial(4, 0.5), false);
        Graph graph = draw(new InfluenceNetwork(), parameters).graph();
        assertTrue(graph.isDirected());
        double out = 0;
        double in = 0;
        int unheard = 0;
        for (int v = 0; v < 20_000; v++) {
            out += Math.pow(graph.outDegree(v) - 4, 2) / 20_000;
            in += Math.pow(graph.inDegree(v) - 4, 2) / 20_000;
            unheard += graph.outDegree(v) == 0 ? 1 : 0;
        }
        // Out: variance 4 (1 + 4/0.5) = 36, P(0) = (0.5/4.5)^0.5 = 1/3; in: Poisson, plus the spread of the number of
        // arcs.
        assertEquals(4, graph.meanDegree(), 0.17);
        assertEquals(36, out, 4);
        assertEquals(1 / 3.0, unheard / 20_000.0, 0.014);
        assertEquals(4, in, 0.25);
    }

    @Test
    void powerLawOfAMeanHasThatMean() {
        // Degrees 1 and 2 alone: the mean 1.2 needs shares 0.8 and 0.2.
        double[] two = new org.einfluss.graph.generate.DegreeLaw.PowerLawMean(1.2, 2).probabilities();
        assertArrayEquals(new double[] {0, 0.8, 0.2}, two, 1e-12);
        // Exponent 0: all of 1, 2, 3 equally likely.
        double[] even = new org.einfluss.graph.generate.DegreeLaw.PowerLawMean(2, 3).probabilities();
        assertArrayEquals(new double[] {0, 1 / 3.0, 1 / 3.0, 1 / 3.0}, even, 1e-12);
        var parameters = new InfluenceNetwork.Parameters(20_000, new DegreeLaw.PowerLawMean(4, 100), true);
        Graph graph = draw(new InfluenceNetwork(), parameters).graph();
        assertFalse(graph.isDirected());
        assertEquals(4, graph.meanDegree(), 0.3);
        assertThrows(IllegalArgumentException.class, () -> new DegreeLaw.PowerLawMean(4, 5));
    }

    @Test
    void negativeBinomialOfDispersionOneIsGeometric() {
        // r = 1: p_k = (1/(1 + z)) (z/(1 + z))^k.
        double[] p = new org.einfluss.graph.generate.DegreeLaw.NegativeBinomial(3, 1).probabilities();
        for (int k = 0; k < 40; k++) {
            assertEquals(0.25 * Math.pow(0.75, k), p[k], 1e-15);
        }
    }

    @Test
    void groupsAreLinkedByTheirOwnProbability() {
        var parameters = new OverlappingGroups.Parameters(3000, 2, 10, 0.5, 1.5);
        Network network = draw(new OverlappingGroups(), parameters);
        Graph graph = network.graph();
        long inside = 0;
        for (int u = 0; u < 3000; u++) {
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                inside += shareAGroup(network, u, graph.target(a)) ? 1 : 0;
            }
        }
        long pairs = 0;
        for (int u = 0; u < 3000; u++) {
            for (int v = 0; v < 3000; v++) {
                pairs += u != v && shareAGroup(network, u, v) ? 1 : 0;
            }
        }
        // About 2 · 9 · 3000 pairs (both ways); 27,000 ± 164 tie ends inside, 1.5 · 3000 = 4500 ± 95 outside.
        assertEquals(0.5 * pairs, inside, 4 * 165);
        assertEquals(4500, graph.arcs() - inside, 4 * 95);
        var complete = new OverlappingGroups.Parameters(30, 1, 5, 1, 0);
        assertEquals(
                60,
                new OverlappingGroups()
                        .draw(complete, new RandomStream(1))
                        .graph()
                        .edges());
    }

    private static boolean shareAGroup(Network network, int u, int v) {
        return network.nodeColumns().stream().anyMatch(group -> group.longAt(u) == group.longAt(v));
    }
}
