package org.einfluss.graph.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.einfluss.graph.Graph;
import org.einfluss.math.RandomStream;
import org.einfluss.math.RunningStatistics;
import org.junit.jupiter.api.Test;

class WattsStrogatzOracleTest {
    private final RandomStream random = new RandomStream(2026);

    @Test
    void withoutRewiringClusteringAndPathLengthAreThoseOfTheRing() {
        Graph ring = WattsStrogatz.draw(1_000, 10, 0, random);
        assertEquals(Lattices.ring(1_000, 10), ring);
        assertEquals(2 / 3.0, Oracle.clustering(ring), 1e-12);
        assertEquals(50.450450, Oracle.pathLength(ring), 5e-7);
    }

    @Test
    void aTenthRewiredMakesASmallWorld() {
        assertSmallWorld(0.1, 0.4884, 0.0021, 4.424, 0.013, 0.0005);
    }

    @Test
    void aHundredthRewiredShortensPathsAndKeepsClustering() {
        assertSmallWorld(0.01, 0.6462, 0.0012, 8.81, 0.20, 0.005);
    }

    private void assertSmallWorld(
            double beta,
            double clustering,
            double clusteringError,
            double length,
            double lengthError,
            double rounding) {
        RunningStatistics c = new RunningStatistics();
        RunningStatistics l = new RunningStatistics();
        for (int i = 0; i < 20; i++) {
            Graph graph = WattsStrogatz.draw(1_000, 10, beta, random);
            assertEquals(5_000, graph.edges());
            c.add(Oracle.clustering(graph));
            l.add(Oracle.pathLength(graph));
        }
        Oracle.assertMean(clustering, clusteringError, 0.00005, c);
        Oracle.assertMean(length, lengthError, rounding, l);
        assertEquals(2 / 3.0 * Math.pow(1 - beta, 3), c.mean(), 0.01);
    }
}
