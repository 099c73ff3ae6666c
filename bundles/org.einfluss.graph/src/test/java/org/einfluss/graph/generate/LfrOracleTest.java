package org.einfluss.graph.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.Lfr.Shape;
import org.einfluss.math.RandomStream;
import org.einfluss.math.RunningStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LfrOracleTest {
    private final RandomStream random = new RandomStream(2026);

    private static Shape shape(double mixing) {
        return new Shape(1_000, 15, 50, 3, 1.5, 20, 100, mixing);
    }

    /** Counted anew, arc by arc: the share of a node's ties that leave its community, mean over nodes. */
    private static double mixing(Network network) {
        Graph graph = network.graph();
        Column community = network.nodeColumn(StochasticBlockModel.BLOCK).orElseThrow();
        double sum = 0;
        for (int u = 0; u < graph.nodes(); u++) {
            int leaving = 0;
            for (int v = 0; v < graph.nodes(); v++) {
                leaving += graph.findArc(u, v) >= 0 && community.longAt(u) != community.longAt(v) ? 1 : 0;
            }
            sum += (double) leaving / graph.outDegree(u);
        }
        return sum / graph.nodes();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.5})
    void theRealisedMixingIsTheOneAskedFor(double mixing) {
        for (int i = 0; i < 20; i++) {
            Network network = Lfr.draw(shape(mixing), random);
            assertEquals(mixing, mixing(network), 0.02);
            assertEquals(mixing(network), network.facts().get(Lfr.MIXING), 1e-12);
        }
    }

    @Test
    void theMeanDegreeIsMetInExpectationAndHardlyATieIsLost() {
        RunningStatistics degree = new RunningStatistics();
        RunningStatistics lost = new RunningStatistics();
        for (int i = 0; i < 60; i++) {
            Network network = Lfr.draw(shape(0.1), random);
            assertTrue(network.graph().isSimple());
            degree.add(network.graph().meanDegree()
                    + 2 * network.facts().get(ConfigurationModel.LOST_EDGES) / network.nodes());
            lost.add(network.facts().get(ConfigurationModel.LOST_EDGES)
                    / network.graph().edges());
        }
        Oracle.assertExpectation(15, 0.06, degree);
        assertTrue(lost.mean() < 0.005, "share of ties lost " + lost.mean());
    }

    /** Without the lower end, whose weight is reduced, k^-3 from 9 to 50: the ratios of the shares need no norm. */
    @Test
    void degreesFollowTheirPowerLaw() {
        RunningStatistics tail = new RunningStatistics();
        for (int i = 0; i < 100; i++) {
            Graph graph = Lfr.draw(shape(0.3), random).graph();
            int high = 0;
            int low = 0;
            for (int u = 0; u < graph.nodes(); u++) {
                assertTrue(graph.outDegree(u) <= 50);
                high += graph.outDegree(u) >= 24 ? 1 : 0;
                low += graph.outDegree(u) >= 12 ? 1 : 0;
            }
            tail.add((double) high / low);
        }
        double high = 0;
        double low = 0;
        for (int k = 12; k <= 50; k++) {
            low += Math.pow(k, -3);
            high += k >= 24 ? Math.pow(k, -3) : 0;
        }
        Oracle.assertExpectation(high / low, 0.003, tail);
    }

    @Test
    void communitiesKeepTheirBounds() {
        for (int i = 0; i < 50; i++) {
            Network network = Lfr.draw(shape(0.1), random);
            Column community = network.nodeColumn(StochasticBlockModel.BLOCK).orElseThrow();
            int[] size = new int[network.facts().get(Lfr.COMMUNITIES).intValue()];
            for (int v = 0; v < network.nodes(); v++) {
                size[(int) community.longAt(v)]++;
            }
            for (int s : size) {
                assertTrue(s >= 20 && s <= 100, "community of " + s);
            }
        }
    }

    @Test
    void withoutMixingNoTieLeavesItsCommunity() {
        for (int i = 0; i < 20; i++) {
            assertEquals(0, mixing(Lfr.draw(new Shape(300, 8, 18, 2.5, 1, 20, 40, 0), random)));
        }
    }

    @Test
    void withFullMixingEveryTieLeavesItsCommunity() {
        Network network = Lfr.draw(new Shape(400, 8, 30, 2.5, 1, 20, 40, 1), random);
        // A community's odd number of ties inside, 0, is even: no tie is turned inwards.
        assertEquals(1, mixing(network));
    }

    @Test
    void sizesThatHardlyFitAreFound() {
        for (int i = 0; i < 20; i++) {
            assertEquals(
                    41, Lfr.draw(new Shape(41, 4, 8, 2, 1, 20, 21, 0.2), random).nodes());
            assertEquals(
                    60, Lfr.draw(new Shape(60, 4, 8, 2, 1, 20, 20, 0.2), random).nodes());
        }
    }

    @Test
    void impossibleShapesAreRefusedWithTheReason() {
        assertRefused("largest degree < nodes", () -> new Shape(40, 15, 50, 3, 1.5, 20, 40, 0.1));
        assertRefused("cannot be divided", () -> new Shape(39, 4, 8, 3, 1.5, 20, 20, 0.1));
        assertRefused("enlarge the largest community", () -> new Shape(1_000, 15, 50, 3, 1.5, 20, 40, 0.1));
        assertRefused("mean of at least", () -> new Shape(1_000, 15, 50, 0, 1.5, 20, 100, 0.1));
        assertRefused("single one", () -> new Shape(100, 15, 50, 3, 1.5, 60, 100, 0.1));
        assertRefused("Mixing", () -> new Shape(1_000, 15, 50, 3, 1.5, 20, 100, 1.1));
        // Sizes that hardly ever come out large enough for the hubs.
        assertRefused(
                "In 100 attempts", () -> Lfr.draw(new Shape(1_000, 30, 60, 3, 20, 10, 200, 0.1), new RandomStream(1)));
    }

    private static void assertRefused(String reason, Runnable drawing) {
        String message =
                assertThrows(IllegalArgumentException.class, drawing::run).getMessage();
        assertTrue(message.contains(reason), message);
    }
}
