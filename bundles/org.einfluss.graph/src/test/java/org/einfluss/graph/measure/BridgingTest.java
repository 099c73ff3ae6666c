package org.einfluss.graph.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.einfluss.graph.Graph;
import org.einfluss.graph.generate.BarabasiAlbert;
import org.einfluss.graph.generate.ErdosRenyi;
import org.einfluss.graph.generate.Lattices;
import org.einfluss.graph.generate.WattsStrogatz;
import org.einfluss.math.RandomStream;
import org.einfluss.math.RunningStatistics;
import org.junit.jupiter.api.Test;

class BridgingTest {
    private static final BooleanSupplier NEVER = () -> false;

    @Test
    void scoresAreWhatRemovalOfEachTieCosts() {
        for (Graph graph : Samples.various()) {
            assertScores(graph);
        }
        RandomStream random = new RandomStream(4);
        assertScores(Lattices.ring(31, 2));
        assertScores(WattsStrogatz.draw(60, 4, 0.05, random));
        assertScores(ErdosRenyi.gnp(90, 0.025, random));
    }

    private static void assertScores(Graph graph) {
        Bridging bridging = Bridging.of(graph, 2, NEVER);
        double[][] loss = Plain.bridging(graph);
        Graph ties = bridging.ties();
        for (int v = 0; v < ties.nodes(); v++) {
            double sum = 0;
            for (int a = ties.arcBegin(v); a < ties.arcEnd(v); a++) {
                assertEquals(loss[v][ties.target(a)], bridging.tie()[a], 1e-12, graph + ", tie " + v);
                sum += loss[v][ties.target(a)];
            }
            double mean = ties.outDegree(v) == 0 ? 0 : sum / ties.outDegree(v);
            assertEquals(mean, bridging.node()[v], 1e-12, graph + ", node " + v);
            assertEquals(0, bridging.nodeError()[v]);
        }
        assertEquals(Distances.all(ties, 1, NEVER).cohesion(), bridging.cohesion(), 1e-12);
    }

    @Test
    void scoresDoNotDependOnTheNumberOfThreads() {
        Graph graph = BarabasiAlbert.draw(600, 2, new RandomStream(5));
        Bridging alone = Bridging.of(graph, 1, NEVER);
        Bridging together = Bridging.of(graph, 5, NEVER);
        assertArrayEquals(alone.tie(), together.tie());
        assertArrayEquals(alone.node(), together.node());
        assertEquals(alone.cohesion(), together.cohesion());
    }

    @Test
    void aSampleEstimatesWithItsStandardError() {
        Graph graph = BarabasiAlbert.draw(300, 2, new RandomStream(6));
        Bridging exact = Bridging.of(graph, 2, NEVER);
        RandomStream random = new RandomStream(7);
        int samples = 400;
        for (int v : new int[] {0, 1, 150, 299}) {
            RunningStatistics score = new RunningStatistics();
            RunningStatistics variance = new RunningStatistics();
            RunningStatistics cohesion = new RunningStatistics();
            for (int i = 0; i < samples; i++) {
                Bridging sampled = Bridging.sampled(graph, 60, random, 1, NEVER);
                score.add(sampled.node()[v]);
                variance.add(sampled.nodeError()[v] * sampled.nodeError()[v]);
                cohesion.add(sampled.cohesion());
            }
            assertEquals(exact.node()[v], score.mean(), 4 * score.standardError());
            assertEquals(exact.cohesion(), cohesion.mean(), 4 * cohesion.standardError());
            // The spread of a variance over 400 samples is about √(2/400); heavier tails widen it.
            assertEquals(1, variance.mean() / score.variance(), 0.35, "stated against observed variance, node " + v);
        }
    }

    @Test
    void aSampleOfAllNodesIsExactAndDrawsNothing() {
        Graph bow = Samples.bow();
        RandomStream random = new RandomStream(8);
        assertArrayEquals(
                Bridging.of(bow, 1, NEVER).node(),
                Bridging.sampled(bow, 9, random, 1, NEVER).node());
        assertEquals(new RandomStream(8).nextLong(), random.nextLong());
        assertThrows(IllegalArgumentException.class, () -> Bridging.sampled(bow, 0, random, 1, NEVER));
        assertTrue(Double.isNaN(Bridging.sampled(bow, 1, random, 1, NEVER).nodeError()[0]));
    }

    @Test
    void canBeCancelled() {
        assertThrows(CancellationException.class, () -> Bridging.of(Samples.karate(), 2, () -> true));
    }

    @Test
    void constraintAndEffectiveSizeFollowTheirDefinitions() {
        for (Graph graph : Samples.various()) {
            StructuralHoles holes = StructuralHoles.of(graph);
            assertArrayEquals(Plain.constraint(graph), holes.constraint(), 1e-12, graph.toString());
            Graph ties = UnderlyingGraph.of(graph);
            for (int v = 0; v < ties.nodes(); v++) {
                double k = ties.outDegree(v);
                double size = k == 0 ? 0 : k - 2 * Plain.tiesAround(graph, v) / k;
                assertEquals(size, holes.effectiveSize()[v], 1e-12);
                assertEquals(k == 0 ? Double.NaN : size / k, holes.efficiency()[v], 1e-12);
            }
        }
    }
}
