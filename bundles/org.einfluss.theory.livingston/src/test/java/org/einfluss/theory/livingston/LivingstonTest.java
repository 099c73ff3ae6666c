package org.einfluss.theory.livingston;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
import org.einfluss.api.model.Measure.Observer;
import org.einfluss.api.model.Run;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.Lattices;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;

class LivingstonTest {
    private static final Network RING = Network.of(Lattices.ring(4_000, 4));

    private static double[] column(Network network, String name) {
        return network.nodeColumn(name).orElseThrow().toDoubles();
    }

    private static double gini(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double weighted = 0;
        double sum = 0;
        for (int i = 0; i < sorted.length; i++) {
            weighted += (2 * (i + 1) - sorted.length - 1) * sorted[i];
            sum += sorted[i];
        }
        return weighted / sorted.length / sum;
    }

    /** Density exponent 5: mean 1, least value 3/4, Gini coefficient 1/(2 · 5 − 3) = 1/7, a_u ≥ 1.5 for one in 2⁴ = 16. */
    @Test
    void activitiesFollowTheirParetoLaw() {
        Network network = new PlantActivity().apply(new PlantActivity.Parameters(5), RING, new RandomStream(1));
        double[] activity = column(network, "activity");
        // Standard deviation of one activity √(1/8) = .354, of the mean .0056.
        assertEquals(1, Arrays.stream(activity).average().orElseThrow(), 0.0224);
        assertEquals(0.75, Arrays.stream(activity).min().orElseThrow(), 0.001);
        assertEquals(1 / 7.0, gini(activity), 0.012);
        assertEquals(250, Arrays.stream(activity).filter(a -> a >= 1.5).count(), 62);
    }

    @Test
    void scoresCountTheReactionsOfFollowers() {
        Network certain = new Leaderboard()
                .apply(new Leaderboard.Parameters(20, 1, 0, 10), Network.of(Lattices.star(5)), new RandomStream(1));
        assertArrayEquals(new double[] {80, 20, 20, 20, 20}, column(certain, "score"));
        Network drawn = new Leaderboard().apply(new Leaderboard.Parameters(50, 0.1, 0, 10), RING, new RandomStream(1));
        // Binomial(200, .1): mean 20, standard deviation 4.24, of the mean of 4000 .067.
        assertEquals(20, Arrays.stream(column(drawn, "score")).average().orElseThrow(), 0.27);
    }

    @Test
    void ringsRaiseTheirMembersScoresAndNothingElse() {
        Network gamed = new Leaderboard().apply(new Leaderboard.Parameters(20, 0, 0.03, 7), RING, new RandomStream(1));
        double[] score = column(gamed, "score");
        double[] ring = column(gamed, "ring");
        // 3 % of 4000 are 120, seventeen rings of seven and one node left over.
        assertEquals(119, Arrays.stream(ring).sum());
        for (int v = 0; v < score.length; v++) {
            assertEquals(ring[v] * 20 * 6, score[v]);
        }
        assertEquals(RING.graph(), gamed.graph());
        Network none = new Leaderboard().apply(new Leaderboard.Parameters(20, 0, 0, 7), RING, new RandomStream(1));
        assertEquals(0, Arrays.stream(column(none, "ring")).sum());
    }

    /** g = .05, τ₀ = .5, L = 10: τ = 1 − .5 · .95¹⁰ = .70063153. */
    @Test
    void trustGrowsByTheDistrustThatIsLeft() {
        assertEquals(0.70063153, new PlantTrust.Parameters(0.05, 10, 0.5, 0.05, 0.1).won(), 1e-8);
        assertEquals(0.5, new PlantTrust.Parameters(0.05, 0, 0.5, 0.05, 0.1).won());
        assertEquals(1, new PlantTrust.Parameters(0.05, 3, 0.5, 1, 0.1).won());
    }

    @Test
    void onlyAgentsAreTrustedMore() {
        Network network =
                new PlantTrust().apply(new PlantTrust.Parameters(0.05, 10, 0.5, 0.05, 0.1), RING, new RandomStream(1));
        double[] agent = column(network, "agent");
        double[] trust = column(network, "trust");
        double[] effort = column(network, "effort");
        assertEquals(200, Arrays.stream(agent).sum());
        for (int v = 0; v < trust.length; v++) {
            assertEquals(agent[v] == 1 ? 0.70063153 : 0.5, trust[v], 1e-8);
            // Ten steps with four listeners at .1 each.
            assertEquals(agent[v] * 4, effort[v], 1e-12);
        }
        assertEquals(RING.graph(), network.graph());
    }

    @Test
    void tiersDivideTheNodesByDegree() {
        // A path with a hub: node 0 has 50 of the ties, its neighbour 1 has two, all others one.
        GraphBuilder builder = new GraphBuilder(200, false);
        for (int v = 1; v <= 50; v++) {
            builder.add(0, v);
        }
        builder.add(1, 51);
        Network network =
                new DegreeTiers().apply(new None(), Network.of(builder.build().graph()), new RandomStream(1));
        double[][] tiers = {
            column(network, "tail"), column(network, "middle"), column(network, "high"), column(network, "top")
        };
        int[] sizes = {100, 80, 18, 2};
        for (int tier = 0; tier < 4; tier++) {
            assertEquals(sizes[tier], Arrays.stream(tiers[tier]).sum());
        }
        assertEquals(1, tiers[3][0]);
        assertEquals(1, tiers[3][1]);
        for (int v = 0; v < 200; v++) {
            assertEquals(1, tiers[0][v] + tiers[1][v] + tiers[2][v] + tiers[3][v]);
            // 148 nodes have no tie: who has one is never in the tail.
            assertTrue(network.graph().outDegree(v) == 0 || tiers[0][v] == 0);
        }
    }

    private static double[] observed(Observer observer, int[] seeds, int[][] causes) {
        observer.begin(new Run().begin(1, seeds));
        for (int seed : seeds) {
            observer.event(0, seed, 0, 1, Run.SEED);
        }
        for (int[] one : causes) {
            observer.event(1, one[0], 0, 1, one[1]);
        }
        double[] row = new double[3];
        observer.observe(null, row, 0);
        return row;
    }

    /** Values 0 … 9, so percentiles .05 … .95 and the few at .3 are 7, 8, 9. */
    @Test
    void creditGoesToTheCause() {
        double[] value = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        Network network = Network.of(Graph.empty(10)).withNodeColumn(Column.doubles("fame", "", value));
        Observer observer = new CreditOfTheFew().bind(new CreditOfTheFew.Parameters(Optional.of("fame"), 0.3), network);
        // 8 brings two, 2 brings three: two fifths of the credit for the few, the leader is 2, percentile (2 + 3)/20.
        int[][] causes = {{0, 8}, {1, 8}, {3, 2}, {4, 2}, {5, 2}};
        assertArrayEquals(new double[] {0.4, 0.5, 0.25}, observed(observer, new int[] {2, 8}, causes), 1e-12);
        // Equal credit of 9 and 0: the mean of .95 and .05.
        assertArrayEquals(
                new double[] {0.5, 1, 0.5}, observed(observer, new int[] {9}, new int[][] {{1, 9}, {2, 0}}), 1e-12);
        double[] nothing = observed(observer, new int[] {1}, new int[0][]);
        assertTrue(Double.isNaN(nothing[0]) && Double.isNaN(nothing[2]));
        assertEquals(0, nothing[1]);
    }

    @Test
    void withoutColumnTheRankingIsByDegreeAndEqualNodesShareTheirRank() {
        Observer observer = new CreditOfTheFew()
                .bind(new CreditOfTheFew.Parameters(Optional.empty(), 0.2), Network.of(Lattices.star(5)));
        // The hub is the top fifth; each of the four leaves has percentile .4.
        assertArrayEquals(new double[] {0, 0, 0.4}, observed(observer, new int[] {3}, new int[][] {{0, 3}}), 1e-12);
        assertArrayEquals(new double[] {1, 1, 0.9}, observed(observer, new int[] {0}, new int[][] {{1, 0}}), 1e-12);
        assertThrows(
                InputException.class,
                () -> new CreditOfTheFew()
                        .bind(new CreditOfTheFew.Parameters(Optional.of("fame"), 0.2), Network.of(Lattices.star(5))));
        assertFalse(new CreditOfTheFew()
                .variables(new CreditOfTheFew.Parameters(Optional.empty(), 0.2))
                .isEmpty());
    }
}
