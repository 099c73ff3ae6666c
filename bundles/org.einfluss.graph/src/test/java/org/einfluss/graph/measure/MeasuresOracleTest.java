package org.einfluss.graph.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.einfluss.graph.Graph;
import org.einfluss.graph.generate.Lattices;
import org.einfluss.graph.generate.WattsStrogatz;
import org.einfluss.math.RandomStream;
import org.einfluss.math.RunningStatistics;
import org.junit.jupiter.api.Test;

/** Literal values of worked examples. */
class MeasuresOracleTest {
    private static final BooleanSupplier NEVER = () -> false;
    private static final double HALF_DIGIT = 5e-7;

    private static double cohesion(Graph graph) {
        return Distances.all(graph, 1, NEVER).cohesion();
    }

    @Test
    void cohesionOfWorkedGraphs() {
        assertEquals(0.611111, cohesion(Samples.bow()), HALF_DIGIT);
        assertEquals(0.722222, cohesion(Lattices.path(4)), HALF_DIGIT);
        assertEquals(0.7, cohesion(Lattices.star(5)), HALF_DIGIT);
        assertEquals(0.75, cohesion(Lattices.ring(5, 2)), HALF_DIGIT);
        assertEquals(0.678571, cohesion(Samples.cliques()), HALF_DIGIT);
        assertEquals(0.492008, cohesion(Samples.karate()), HALF_DIGIT);
    }

    @Test
    void betweennessOfWorkedGraphs() {
        assertArrayEquals(new double[] {0, 0, 8, 8, 0, 0, 9}, Betweenness.scores(Samples.bow(), 2, NEVER), HALF_DIGIT);
        assertArrayEquals(
                new double[] {0, 0, 0, 12, 12, 0, 0, 0}, Betweenness.scores(Samples.cliques(), 1, NEVER), HALF_DIGIT);
        Graph karate = Samples.karate();
        double[] shares = Betweenness.normalised(karate, Betweenness.scores(karate, 2, NEVER));
        assertEquals(0.437635, shares[0], HALF_DIGIT);
        assertEquals(0.304075, shares[33], HALF_DIGIT);
        assertEquals(0.143657, shares[2], HALF_DIGIT);
        assertEquals(0.145247, shares[32], HALF_DIGIT);
    }

    @Test
    void pageRankOfKarate() {
        PageRank rank = PageRank.alongArcs(Samples.karate(), 0.85, PageRank.TOLERANCE);
        assertTrue(rank.converged());
        assertEquals(0.100919, rank.scores()[33], HALF_DIGIT);
        assertEquals(0.096997, rank.scores()[0], HALF_DIGIT);
    }

    private static double[] bridging(Graph graph) {
        return Bridging.of(graph, 2, NEVER).node();
    }

    @Test
    void bridgingOfWorkedGraphs() {
        double triangle = 0.032143;
        assertArrayEquals(
                new double[] {triangle, triangle, 0.103704, 0.103704, triangle, triangle, 0.230159},
                bridging(Samples.bow()),
                HALF_DIGIT);
        double[] relative = Bridging.of(Samples.bow(), 1, NEVER).relative();
        assertArrayEquals(
                new double[] {0.052597, 0.169697, 0.376623},
                new double[] {relative[0], relative[2], relative[6]},
                HALF_DIGIT);
        assertArrayEquals(
                new double[] {0.305556, 0.347222, 0.347222, 0.305556}, bridging(Lattices.path(4)), HALF_DIGIT);
        assertArrayEquals(new double[] {0.25, 0.25, 0.25, 0.25, 0.25}, bridging(Lattices.star(5)), HALF_DIGIT);
        assertArrayEquals(
                new double[] {0.108333, 0.108333, 0.108333, 0.108333, 0.108333},
                bridging(Lattices.ring(5, 2)),
                HALF_DIGIT);
        double clique = 0.022817;
        assertArrayEquals(
                new double[] {clique, clique, clique, 0.087054, 0.087054, clique, clique, clique},
                bridging(Samples.cliques()),
                HALF_DIGIT);
    }

    @Test
    void bridgingOfKarate() {
        Bridging karate = Bridging.of(Samples.karate(), 2, NEVER);
        double[] node = karate.node();
        assertEquals(0.024064, node[11], HALF_DIGIT);
        assertEquals(0.005880, node[0], HALF_DIGIT);
        assertEquals(0.004278, node[9], HALF_DIGIT);
        assertEquals(0.003506, node[26], HALF_DIGIT);
        assertEquals(0.003471, node[31], HALF_DIGIT);
        assertEquals(0.003034, node[33], HALF_DIGIT);
        Graph ties = karate.ties();
        assertEquals(0.024064, karate.tie()[ties.findArc(0, 11)], HALF_DIGIT);
        assertEquals(0.010398, karate.tie()[ties.findArc(31, 0)], HALF_DIGIT);
        int[] ranked = IntStream.range(0, ties.arcs())
                .filter(a -> ties.source(a) < ties.target(a))
                .boxed()
                .sorted(java.util.Comparator.comparingDouble(a -> -karate.tie()[a]))
                .mapToInt(a -> a)
                .toArray();
        assertEquals(ties.findArc(0, 11), ranked[0]);
        assertEquals(ties.findArc(0, 31), ranked[1]);
    }

    @Test
    void structuralHolesOfWorkedGraphs() {
        StructuralHoles bow = StructuralHoles.of(Samples.bow());
        double outer = 1.006944;
        assertArrayEquals(
                new double[] {outer, outer, 0.611111, 0.611111, outer, outer, 0.5}, bow.constraint(), HALF_DIGIT);
        assertArrayEquals(new double[] {1, 1, 2.333333, 2.333333, 1, 1, 2}, bow.effectiveSize(), HALF_DIGIT);
        assertEquals(1.125, StructuralHoles.of(Lattices.complete(3)).constraint()[0], HALF_DIGIT);
        assertArrayEquals(
                new double[] {0.25, 1, 1, 1, 1},
                StructuralHoles.of(Lattices.star(5)).constraint(),
                HALF_DIGIT);
        StructuralHoles cliques = StructuralHoles.of(Samples.cliques());
        assertEquals(0.583333, cliques.constraint()[3], HALF_DIGIT);
        assertEquals(2.5, cliques.effectiveSize()[4], HALF_DIGIT);
        assertEquals(0.865741, cliques.constraint()[0], HALF_DIGIT);
        assertEquals(1, cliques.effectiveSize()[7], HALF_DIGIT);
        StructuralHoles karate = StructuralHoles.of(Samples.karate());
        assertEquals(0.155423, karate.constraint()[0], HALF_DIGIT);
        assertEquals(0.156419, karate.constraint()[33], HALF_DIGIT);
        assertEquals(0.185177, karate.constraint()[2], HALF_DIGIT);
        assertEquals(13.75, karate.effectiveSize()[0], HALF_DIGIT);
        assertEquals(15.235294, karate.effectiveSize()[33], HALF_DIGIT);
        assertEquals(7.8, karate.effectiveSize()[2], HALF_DIGIT);
    }

    @Test
    void clubsOfKarate() {
        int[] club = Samples.clubs();
        assertEquals(0.358235, Communities.modularity(Samples.karate(), club), HALF_DIGIT);
        double[] participation = Communities.participation(Samples.karate(), club);
        assertEquals(0.117188, participation[0], HALF_DIGIT + 1e-12); // 15/128 lies half-way
        assertEquals(0.48, participation[2], HALF_DIGIT);
        assertEquals(0.48, participation[8], HALF_DIGIT);
        assertEquals(0.290657, participation[33], HALF_DIGIT);
    }

    @Test
    void fourCoreOfKarate() {
        int[] numbers = KCore.numbers(Samples.karate());
        assertEquals(4, KCore.degeneracy(numbers));
        assertArrayEquals(
                new int[] {0, 1, 2, 3, 7, 8, 13, 30, 32, 33},
                IntStream.range(0, 34).filter(v -> numbers[v] == 4).toArray());
    }

    @Test
    void pathLengthAndClusteringOfTheRing() {
        Graph ring = WattsStrogatz.draw(1_000, 10, 0, new RandomStream(1));
        assertEquals(50.450450, Distances.all(ring, 2, NEVER).meanPathLength(), HALF_DIGIT);
        assertEquals(0.666667, Clustering.of(ring).meanLocal(), HALF_DIGIT);
        assertEquals(100, Diameter.exact(ring, NEVER).lower());
    }

    @Test
    void smallWorldsAreAsSimulated() {
        assertSmallWorld(0.1, 0.4884, 0.0021, 4.424, 0.013, 0.0005);
        assertSmallWorld(0.01, 0.6462, 0.0012, 8.81, 0.20, 0.005);
    }

    private static void assertSmallWorld(
            double beta,
            double clustering,
            double clusteringError,
            double length,
            double lengthError,
            double rounding) {
        RunningStatistics c = new RunningStatistics();
        RunningStatistics l = new RunningStatistics();
        RandomStream random = new RandomStream(2027);
        for (int i = 0; i < 20; i++) {
            Graph graph = WattsStrogatz.draw(1_000, 10, beta, random);
            c.add(Clustering.of(graph).meanLocal());
            l.add(Distances.all(graph, 1, NEVER).meanPathLength());
        }
        assertMean(clustering, clusteringError, 0.00005, c);
        assertMean(length, lengthError, rounding, l);
    }

    /** |mean − reference| ≤ 4 √(SE² + SE_reference²) + rounding, with SE ≤ 2 SE_reference. */
    private static void assertMean(double reference, double referenceError, double rounding, RunningStatistics graphs) {
        double error = graphs.standardError();
        assertTrue(error <= 2 * referenceError, "standard error " + error + " is too large for this comparison");
        assertEquals(reference, graphs.mean(), 4 * Math.hypot(error, referenceError) + rounding);
    }
}
