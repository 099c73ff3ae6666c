package org.einfluss.graph.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.ConfigurationModel.Variant;
import org.einfluss.math.RandomStream;
import org.einfluss.math.RunningStatistics;
import org.junit.jupiter.api.Test;

class ConfigurationModelOracleTest {
    private final RandomStream random = new RandomStream(2026);

    @Test
    void theMultigraphHasExactlyTheDegreesAskedFor() {
        int[] degrees = new DegreeLaw.PowerLaw(2.2, 50, 1).draw(1_000, 999, random);
        degrees[0] += Arrays.stream(degrees).sum() % 2;
        Network network = ConfigurationModel.draw(degrees, Variant.MULTI, random);
        for (int u = 0; u < degrees.length; u++) {
            assertEquals(degrees[u], network.graph().outDegree(u));
        }
        assertEquals(0.0, network.facts().get("lost-edges"));
        assertFalse(network.graph().isSimple());
    }

    @Test
    void theErasedGraphReportsEveryEdgeItLost() {
        for (int i = 0; i < 50; i++) {
            int[] degrees = new DegreeLaw.PowerLaw(2.1, 80, 2).draw(500, 499, random);
            int sum = Arrays.stream(degrees).sum();
            degrees[0] += sum % 2;
            sum += sum % 2;
            Network network = ConfigurationModel.draw(degrees, Variant.ERASED, random);
            Map<String, Double> facts = network.facts();
            assertTrue(network.graph().isSimple());
            assertEquals(sum / 2 - network.graph().edges(), facts.get("lost-edges"));
            assertEquals(facts.get("lost-edges"), facts.get("self-loops") + facts.get("duplicate-edges"));
            assertEquals(network.graph().meanDegree(), facts.get("mean-degree"));
        }
    }

    @Test
    void bothVariantsOfOneKeyReportTheSameLoopsAndDuplicates() {
        int[] degrees = new DegreeLaw.Poisson(8).draw(400, 399, random);
        degrees[0] += Arrays.stream(degrees).sum() % 2;
        for (int key = 0; key < 50; key++) {
            Network multi = ConfigurationModel.draw(degrees, Variant.MULTI, new RandomStream(key));
            Network erased = ConfigurationModel.draw(degrees, Variant.ERASED, new RandomStream(key));
            assertEquals(multi.facts().get("self-loops"), erased.facts().get("self-loops"));
            assertEquals(multi.facts().get("duplicate-edges"), erased.facts().get("duplicate-edges"));
        }
    }

    @Test
    void selfLoopsAreAsFrequentAsTheirFormulaSays() {
        int[] degrees = new DegreeLaw.Poisson(6).draw(5_000, 4_999, random);
        degrees[0] += Arrays.stream(degrees).sum() % 2;
        double sum = 0;
        double squares = 0;
        for (int k : degrees) {
            sum += k;
            squares += (double) k * k;
        }
        RunningStatistics loops = new RunningStatistics();
        for (int i = 0; i < 400; i++) {
            loops.add(ConfigurationModel.draw(degrees, Variant.MULTI, random)
                    .facts()
                    .get("self-loops"));
        }
        Oracle.assertExpectation((squares / sum - 1) / 2, 0.1, loops);
    }

    @Test
    void poissonDegreesGiveTheGiantComponentOfARandomGraph() {
        RunningStatistics share = new RunningStatistics();
        for (int i = 0; i < 24; i++) {
            Network network = ConfigurationModel.draw(50_000, new DegreeLaw.Poisson(1.5), Variant.ERASED, random);
            share.add(Oracle.largestComponent(network.graph()) / 50_000.0);
        }
        Oracle.assertExpectation(0.582812, 0.0015, share);
    }

    @Test
    void powerLawDegreesHaveTheirShares() {
        // p_k ∝ k^-2.5 e^(-k/20), k ≥ 1, normalised by summing the series.
        double norm = 0;
        for (int k = 1; k < 2_000; k++) {
            norm += Math.pow(k, -2.5) * Math.exp(-k / 20.0);
        }
        RunningStatistics[] shares = new RunningStatistics[6];
        for (int k = 1; k < 6; k++) {
            shares[k] = new RunningStatistics();
        }
        for (int i = 0; i < 40; i++) {
            Graph graph = ConfigurationModel.draw(10_000, new DegreeLaw.PowerLaw(2.5, 20, 1), Variant.MULTI, random)
                    .graph();
            for (int k = 1; k < 6; k++) {
                shares[k].add(Oracle.degreeShare(graph, k));
            }
        }
        for (int k = 1; k < 6; k++) {
            Oracle.assertExpectation(Math.pow(k, -2.5) * Math.exp(-k / 20.0) / norm, 0.002, shares[k]);
        }
    }

    @Test
    void tabledDegreesHaveTheirShares() {
        RunningStatistics one = new RunningStatistics();
        for (int i = 0; i < 40; i++) {
            Graph graph = ConfigurationModel.draw(
                            10_000, new DegreeLaw.Table(List.of(0.0, 3.0, 0.0, 1.0)), Variant.MULTI, random)
                    .graph();
            one.add(Oracle.degreeShare(graph, 1));
            assertEquals(1, Oracle.degreeShare(graph, 1) + Oracle.degreeShare(graph, 3), 1e-12);
        }
        Oracle.assertExpectation(0.75, 0.002, one);
    }
}
