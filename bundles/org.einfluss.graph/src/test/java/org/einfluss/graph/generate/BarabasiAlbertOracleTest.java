package org.einfluss.graph.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.einfluss.graph.Graph;
import org.einfluss.math.RandomStream;
import org.einfluss.math.RunningStatistics;
import org.junit.jupiter.api.Test;

class BarabasiAlbertOracleTest {
    private final RandomStream random = new RandomStream(2026);

    @Test
    void degreesFollowThePowerLawOfGrowth() {
        RunningStatistics three = new RunningStatistics();
        RunningStatistics five = new RunningStatistics();
        RunningStatistics ten = new RunningStatistics();
        RunningStatistics tenOrMore = new RunningStatistics();
        for (int i = 0; i < 40; i++) {
            Graph graph = BarabasiAlbert.draw(10_000, 3, random);
            assertEquals(3L * (10_000 - 3), graph.edges());
            three.add(Oracle.degreeShare(graph, 3));
            five.add(Oracle.degreeShare(graph, 5));
            ten.add(Oracle.degreeShare(graph, 10));
            double below = 0;
            for (int k = 0; k < 10; k++) {
                below += Oracle.degreeShare(graph, k);
            }
            tenOrMore.add(1 - below);
        }
        // Simulated references at n = 10^4; their errors are given for k = 3 only and smaller for the others.
        Oracle.assertMean(0.3992, 0.0007, 0.00005, three);
        Oracle.assertMean(0.1136, 0.0005, 0.00005, five);
        Oracle.assertMean(0.0181, 0.0002, 0.00005, ten);
        // The closed forms hold for n → ∞; at n = 10^4 they are off by less than a hundredth of their value.
        assertEquals(0.400, three.mean(), 0.004);
        assertEquals(0.1143, five.mean(), 0.0011 + 4 * five.standardError());
        assertEquals(0.01818, ten.mean(), 0.0002 + 4 * ten.standardError());
        assertEquals(3 * 4 / (10.0 * 11), tenOrMore.mean(), 0.0011 + 4 * tenOrMore.standardError());
    }

    @Test
    void clusteringIsLow() {
        RunningStatistics clustering = new RunningStatistics();
        for (int i = 0; i < 40; i++) {
            clustering.add(Oracle.clustering(BarabasiAlbert.draw(2_000, 3, random)));
        }
        Oracle.assertMean(0.0188, 0.0006, 0.00005, clustering);
    }
}
