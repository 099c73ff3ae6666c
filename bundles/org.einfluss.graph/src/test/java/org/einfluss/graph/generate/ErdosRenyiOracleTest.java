package org.einfluss.graph.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.einfluss.graph.Graph;
import org.einfluss.math.RandomStream;
import org.einfluss.math.RunningStatistics;
import org.junit.jupiter.api.Test;

class ErdosRenyiOracleTest {
    private final RandomStream random = new RandomStream(2026);

    @Test
    void edgesDegreesAndClusteringOfGnpHaveTheirMoments() {
        int n = 400;
        double p = 0.05;
        RunningStatistics edges = new RunningStatistics();
        RunningStatistics variance = new RunningStatistics();
        RunningStatistics clustering = new RunningStatistics();
        for (int i = 0; i < 100; i++) {
            Graph graph = ErdosRenyi.gnp(n, p, random);
            edges.add(graph.edges());
            clustering.add(Oracle.clustering(graph));
            double squares = 0;
            for (int u = 0; u < n; u++) {
                squares += Math.pow(graph.outDegree(u) - (n - 1) * p, 2);
            }
            variance.add(squares / n);
        }
        Oracle.assertExpectation(p * n * (n - 1) / 2, 10, edges);
        Oracle.assertExpectation((n - 1) * p * (1 - p), 0.3, variance);
        Oracle.assertExpectation(p, 0.001, clustering);
    }

    @Test
    void numberOfEdgesOfGnpVariesLikeABinomialCount() {
        RunningStatistics edges = new RunningStatistics();
        for (int i = 0; i < 20_000; i++) {
            edges.add(ErdosRenyi.gnp(20, 0.3, random).edges());
        }
        Oracle.assertExpectation(57, 0.1, edges);
        // The standard error of a variance is about its value times √(2 / 20000).
        assertEquals(39.9, edges.variance(), 4 * 39.9 * 0.01);
    }

    @Test
    void everyPairIsTiedWithTheSameProbability() {
        int[] tied = new int[36];
        int draws = 20_000;
        for (int i = 0; i < draws; i++) {
            Graph graph = ErdosRenyi.gnp(6, 0.4, random);
            for (int u = 0; u < 6; u++) {
                for (int v = 0; v < u; v++) {
                    tied[u * 6 + v] += graph.findArc(v, u) >= 0 ? 1 : 0;
                }
            }
        }
        for (int u = 0; u < 6; u++) {
            for (int v = 0; v < u; v++) {
                assertEquals(0.4 * draws, tied[u * 6 + v], 4 * Math.sqrt(draws * 0.24), u + "–" + v);
            }
        }
    }

    @Test
    void giantComponentAtMeanDegreeOneAndAHalf() {
        int n = 100_000;
        RunningStatistics share = new RunningStatistics();
        for (int i = 0; i < 24; i++) {
            Graph graph = ErdosRenyi.gnp(n, ErdosRenyi.probability(n, 1.5), random);
            share.add((double) Oracle.largestComponent(graph) / n);
        }
        Oracle.assertExpectation(0.582812, 0.001, share);
    }

    @Test
    void giantComponentOfGnm() {
        int n = 100_000;
        RunningStatistics share = new RunningStatistics();
        for (int i = 0; i < 24; i++) {
            Graph graph = ErdosRenyi.gnm(n, n * 3L / 4, random);
            assertEquals(75_000, graph.edges());
            share.add((double) Oracle.largestComponent(graph) / n);
        }
        Oracle.assertExpectation(0.582812, 0.001, share);
    }

    @Test
    void everyPairIsTiedAlikeInGnmSparseAndDense() {
        for (int m : new int[] {3, 9}) {
            int[] tied = new int[36];
            int draws = 20_000;
            for (int i = 0; i < draws; i++) {
                Graph graph = ErdosRenyi.gnm(6, m, random);
                assertEquals(m, graph.edges());
                for (int u = 0; u < 6; u++) {
                    for (int v = 0; v < u; v++) {
                        tied[u * 6 + v] += graph.findArc(v, u) >= 0 ? 1 : 0;
                    }
                }
            }
            double p = m / 15.0;
            for (int u = 0; u < 6; u++) {
                for (int v = 0; v < u; v++) {
                    assertEquals(p * draws, tied[u * 6 + v], 4 * Math.sqrt(draws * p * (1 - p)), u + "–" + v);
                }
            }
        }
    }

    @Test
    void inAndOutDegreesOfDirectedPoissonGraphsAreIndependentAndPoisson() {
        int n = 20_000;
        double z = 4;
        RunningStatistics arcs = new RunningStatistics();
        RunningStatistics out = new RunningStatistics();
        RunningStatistics in = new RunningStatistics();
        RunningStatistics product = new RunningStatistics();
        RunningStatistics noSource = new RunningStatistics();
        for (int i = 0; i < 20; i++) {
            Graph graph = DirectedPoisson.draw(n, z, random);
            arcs.add(graph.meanDegree());
            double outSquares = 0;
            double inSquares = 0;
            double products = 0;
            int none = 0;
            for (int u = 0; u < n; u++) {
                double o = graph.outDegree(u) - z;
                double k = graph.inDegree(u) - z;
                outSquares += o * o;
                inSquares += k * k;
                products += o * k;
                none += graph.inDegree(u) == 0 ? 1 : 0;
            }
            out.add(outSquares / n);
            in.add(inSquares / n);
            product.add(products / n);
            noSource.add((double) none / n);
        }
        Oracle.assertExpectation(z, 0.01, arcs);
        Oracle.assertExpectation(z * (1 - z / (n - 1)), 0.02, out);
        Oracle.assertExpectation(z * (1 - z / (n - 1)), 0.02, in);
        Oracle.assertExpectation(0, 0.02, product);
        Oracle.assertExpectation(0.01831563888873418, 0.0005, noSource);
    }
}
