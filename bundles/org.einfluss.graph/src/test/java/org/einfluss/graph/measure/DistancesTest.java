package org.einfluss.graph.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.einfluss.graph.Graph;
import org.einfluss.graph.generate.BarabasiAlbert;
import org.einfluss.graph.generate.ErdosRenyi;
import org.einfluss.graph.generate.Lattices;
import org.einfluss.math.RandomStream;
import org.einfluss.math.RunningStatistics;
import org.junit.jupiter.api.Test;

class DistancesTest {
    private static final BooleanSupplier NEVER = () -> false;

    @Test
    void pairsAreCountedByDistance() {
        for (Graph graph : Samples.various()) {
            assertDistances(graph, Distances.all(graph, 1, NEVER));
        }
        Graph wide = ErdosRenyi.gnp(200, 0.02, new RandomStream(9));
        assertDistances(wide, Distances.all(wide, 1, NEVER));
    }

    private static void assertDistances(Graph graph, Distances distances) {
        int[][] d = Plain.distances(graph);
        int n = d.length;
        long[] pairs = new long[Math.max(1, n)];
        double total = 0;
        double inverse = 0;
        for (int u = 0; u < n; u++) {
            for (int v = 0; v < n; v++) {
                if (u != v && d[u][v] < Plain.FAR) {
                    pairs[d[u][v]]++;
                    total += d[u][v];
                    inverse += 1.0 / d[u][v];
                }
            }
        }
        long connected = Arrays.stream(pairs).sum();
        assertArrayEquals(pairs, Arrays.copyOf(distances.pairs(), pairs.length), graph.toString());
        assertEquals(connected, distances.connectedPairs());
        assertEquals(total / connected, distances.meanPathLength(), 1e-12);
        assertEquals(n < 2 ? Double.NaN : inverse / n / (n - 1), distances.cohesion(), 1e-12);
        int longest = 0;
        for (int length = 0; length < pairs.length; length++) {
            longest = pairs[length] > 0 ? length : longest;
        }
        assertEquals(longest, distances.longest());
        assertEquals(longest, Diameter.exact(graph, NEVER).lower(), graph.toString());
        if (!graph.isDirected()) {
            Diameter bounds = Diameter.bounds(graph, NEVER);
            assertTrue(bounds.lower() <= longest && longest <= bounds.upper(), bounds + " of " + longest);
        }
    }

    @Test
    void cohesionIsTheMeanOfHarmonicCloseness() {
        for (Graph graph : Samples.various()) {
            double mean = Arrays.stream(Closeness.of(graph, 1, NEVER).harmonic())
                    .average()
                    .orElse(0);
            double cohesion = Distances.all(graph, 1, NEVER).cohesion();
            assertEquals(Double.isNaN(cohesion) ? 0 : cohesion, mean, 1e-12);
        }
    }

    @Test
    void distancesDoNotDependOnTheNumberOfThreads() {
        Graph graph = BarabasiAlbert.draw(1_000, 3, new RandomStream(3));
        Distances alone = Distances.all(graph, 1, NEVER);
        Distances together = Distances.all(graph, 5, NEVER);
        assertArrayEquals(alone.pairs(), together.pairs());
        assertEquals(alone.cohesion(), together.cohesion());
        assertArrayEquals(
                Closeness.of(graph, 1, NEVER).harmonic(),
                Closeness.of(graph, 5, NEVER).harmonic());
    }

    @Test
    void samplesScatterAboutTheTruthAsTheirStandardErrorSays() {
        RandomStream random = new RandomStream(11);
        Graph graph = ErdosRenyi.gnp(600, 2.0 / 599, random);
        Distances exact = Distances.all(graph, 1, NEVER);
        RunningStatistics length = new RunningStatistics();
        RunningStatistics cohesion = new RunningStatistics();
        RunningStatistics lengthError = new RunningStatistics();
        RunningStatistics cohesionError = new RunningStatistics();
        for (int i = 0; i < 400; i++) {
            Distances sampled = Distances.sampled(graph, 100, random, NEVER);
            assertFalse(sampled.isExact());
            length.add(sampled.meanPathLength());
            cohesion.add(sampled.cohesion());
            lengthError.add(sampled.meanPathLengthError());
            cohesionError.add(sampled.cohesionError());
        }
        assertEquals(exact.meanPathLength(), length.mean(), 4 * length.standardError());
        assertEquals(exact.cohesion(), cohesion.mean(), 4 * cohesion.standardError());
        // A standard deviation of 400 values is good to 3.5 %.
        assertEquals(1, lengthError.mean() / length.standardDeviation(), 0.15);
        assertEquals(1, cohesionError.mean() / cohesion.standardDeviation(), 0.15);
    }

    @Test
    void aSampleOfAllNodesIsExact() {
        Distances exact = Distances.all(Samples.karate(), 1, NEVER);
        Distances sampled = Distances.sampled(Samples.karate(), 34, new RandomStream(1), NEVER);
        assertTrue(sampled.isExact());
        assertEquals(exact.meanPathLength(), sampled.meanPathLength());
        assertEquals(0, sampled.meanPathLengthError());
        Distances single = Distances.sampled(Samples.karate(), 1, new RandomStream(1), NEVER);
        assertEquals(Double.NaN, single.meanPathLengthError());
        assertEquals(
                Double.NaN,
                Distances.sampled(Graph.empty(9), 3, new RandomStream(1), NEVER).meanPathLength());
    }

    @Test
    void theWidestComponentSetsTheDiameter() {
        // A star of 21 nodes (diameter 2) and a path of 6 (diameter 5).
        int[] ends = new int[2 * 25];
        for (int i = 0; i < 25; i++) {
            ends[2 * i] = i < 20 ? 0 : i + 1;
            ends[2 * i + 1] = i < 20 ? i + 1 : i + 2;
        }
        Diameter diameter = Diameter.bounds(Samples.undirected(30, ends), NEVER);
        assertEquals(5, diameter.lower());
        assertEquals(5, diameter.upper());
    }

    @Test
    void largeGraphsNeedFewSearchesForTheirDiameter() {
        Graph graph = BarabasiAlbert.draw(100_000, 3, new RandomStream(8));
        Diameter bounds = Diameter.bounds(graph, NEVER);
        assertTrue(bounds.searches() <= 6 && bounds.lower() >= 6 && bounds.upper() <= 12, bounds.toString());
        Diameter path = Diameter.exact(Lattices.path(100_000), NEVER);
        assertTrue(path.isExact() && path.searches() <= 6);
        assertEquals(99_999, path.lower());
    }

    @Test
    void boundsNeedAnUndirectedGraph() {
        Graph directed = Samples.circleAndPair();
        assertThrows(IllegalArgumentException.class, () -> Diameter.bounds(directed, NEVER));
        assertEquals(4, Diameter.exact(directed, NEVER).lower());
    }
}
