package org.einfluss.seeding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.model.Measure.Observer;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Seeding.Seeds;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.BarabasiAlbert;
import org.einfluss.graph.generate.Lattices;
import org.einfluss.graph.generate.StochasticBlockModel;
import org.einfluss.math.IntList;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;

class BudgetTest {
    /** Hub 0 with four followers, leaves with one: mean degree 1.6. */
    private static final Network STAR = Network.of(Lattices.star(5));

    /** Two triangles 0 1 2 and 3 4 5, joined by 2 - 3; and the lone node 6. */
    private static final Network BOW = bow();

    private static Network bow() {
        GraphBuilder builder = new GraphBuilder(7, false);
        int[][] edges = {{0, 1}, {0, 2}, {1, 2}, {3, 4}, {3, 5}, {4, 5}, {2, 3}};
        for (int[] edge : edges) {
            builder.add(edge[0], edge[1]);
        }
        return Network.of(builder.build().graph())
                .withNodeColumn(Column.integers("block", "", new int[] {0, 0, 0, 1, 1, 1, 2}))
                .withNodeColumn(Column.doubles("score", "", new double[] {3, 9, 3, 1, Double.NaN, 3, 0}));
    }

    private static int[] draw(Seeds seeds, long key) {
        IntList into = new IntList();
        seeds.draw(new RandomStream(key), into);
        return into.toArray();
    }

    private static Seeds random(Size size, Network network) {
        return new RandomSeeds().bind(new RandomSeeds.Parameters(size), network, Progress.NONE);
    }

    private static Seeds top(Size size, Network network) {
        return new TopDegreeSeeds().bind(new TopDegreeSeeds.Parameters(size), network, Progress.NONE);
    }

    /** Two average nodes at alpha = 1 cost 2 (1 + 1.6) = 5.2; the hub costs 5, a leaf 2. */
    @Test
    void theSameMoneyBuysTheHubOrTwoLeaves() {
        Size money = new Size.Worth(2, 1);
        assertArrayEquals(new int[] {0}, draw(top(money, STAR), 1));
        Seeds random = random(money, STAR);
        int hub = 0;
        for (int key = 0; key < 5_000; key++) {
            int[] bought = draw(random, key);
            if (bought[0] == 0) {
                hub++;
                assertEquals(1, bought.length);
            } else {
                assertEquals(2, bought.length, "a leaf first: the hub is passed over, another leaf is bought");
                assertTrue(bought[1] > 0 && bought[0] != bought[1]);
            }
        }
        // The hub comes first in a fifth of the orders: standard deviation 28.
        assertEquals(1_000, hub, 113);
    }

    @Test
    void whoeverIsTooDearIsPassedOver() {
        // A leaf costs 0.01 (100 + 1) = 1.01, the hub 1.04.
        assertArrayEquals(new int[] {1}, draw(top(new Size.Budget(1.03, 100, 0.01), STAR), 1));
        assertArrayEquals(new int[] {0}, draw(top(new Size.Budget(1.04, 100, 0.01), STAR), 1));
        assertArrayEquals(new int[] {0, 1, 2}, draw(top(new Size.Budget(3.1, 100, 0.01), STAR), 1));
        assertArrayEquals(new int[0], draw(top(new Size.Budget(1.0, 100, 0.01), STAR), 1));
        assertArrayEquals(new int[] {0, 1, 2, 3, 4}, draw(top(new Size.Budget(1e9, 100, 0.01), STAR), 1));
    }

    @Test
    void aBudgetThatIsMetExactlyIsEnough() {
        // 0.1 + 0.1 + 0.1 is more than 0.3 in doubles.
        Network lonely = Network.of(Graph.empty(9));
        assertEquals(3, draw(random(new Size.Budget(0.3, 10, 0.01), lonely), 1).length);
        assertEquals(4, draw(random(new Size.Worth(4, 7), lonely), 1).length);
    }

    @Test
    void withoutFixedCostWhoeverHasNoFollowersIsFree() {
        assertArrayEquals(new int[] {6}, draw(top(new Size.Worth(0, 0), BOW), 1));
    }

    @Test
    void anyOrderSpendsAlmostEverything() {
        Network network = Network.of(BarabasiAlbert.draw(400, 3, new RandomStream(4)));
        for (double alpha : new double[] {0, 1, 10, 1000}) {
            Size money = new Size.Worth(20, alpha);
            double budget = 20 * (alpha + network.graph().meanDegree());
            for (Map.Entry<String, Seeds> policy : policies(money, network).entrySet()) {
                for (int key = 0; key < 20; key++) {
                    int[] bought = draw(policy.getValue(), key);
                    double spent = Arrays.stream(bought)
                            .mapToDouble(v -> alpha + network.graph().outDegree(v))
                            .sum();
                    assertTrue(spent <= budget + 1e-9, policy.getKey());
                    assertTrue(budget - spent < alpha + 3, policy.getKey() + " leaves " + (budget - spent));
                    assertEquals(bought.length, Arrays.stream(bought).distinct().count());
                }
            }
        }
    }

    private static Map<String, Seeds> policies(Size size, Network network) {
        Map<String, Seeds> all = new TreeMap<>();
        all.put("random", random(size, network));
        all.put("top-degree", top(size, network));
        all.put(
                "neighbourhood",
                new NeighbourhoodSeeds().bind(new NeighbourhoodSeeds.Parameters(size), network, Progress.NONE));
        all.put(
                "external-degree",
                new ExternalDegreeSeeds()
                        .bind(new ExternalDegreeSeeds.Parameters(size, Optional.empty()), network, Progress.NONE));
        all.put(
                "community-spread",
                new CommunitySpreadSeeds()
                        .bind(new CommunitySpreadSeeds.Parameters(size, Optional.empty()), network, Progress.NONE));
        return all;
    }

    @Test
    void moreSeedsThanNodesAreRefusedByEveryPolicy() {
        InputException refused = assertThrows(InputException.class, () -> policies(new Size.Count(8), BOW));
        assertTrue(
                refused.getMessage().contains("8 seeds") && refused.getMessage().contains("7 nodes"));
        assertThrows(InputException.class, () -> column(new Size.Count(7), "score", false));
    }

    @Test
    void tiesToOtherCommunitiesAreCounted() {
        for (Optional<String> column : List.of(Optional.of("block"), Optional.<String>empty())) {
            Seeds seeds = new ExternalDegreeSeeds()
                    .bind(new ExternalDegreeSeeds.Parameters(new Size.Count(2), column), BOW, Progress.NONE);
            for (int key = 0; key < 10; key++) {
                int[] drawn = draw(seeds, key);
                Arrays.sort(drawn);
                assertArrayEquals(new int[] {2, 3}, drawn);
            }
        }
        assertThrows(
                InputException.class,
                () -> new ExternalDegreeSeeds()
                        .bind(
                                new ExternalDegreeSeeds.Parameters(new Size.Count(1), Optional.of("club")),
                                BOW,
                                Progress.NONE));
    }

    /** Nodes 2 and 3 have three ties, four others two, node 6 none: the band from 5/7 holds both and nobody else. */
    @Test
    void aBudgetBuysWithinTheBand() {
        Seeds seeds = new DegreeBandSeeds()
                .bind(new DegreeBandSeeds.Parameters(new Size.Budget(100, 1, 1), 5 / 7.0, 1), BOW, Progress.NONE);
        for (int key = 0; key < 10; key++) {
            int[] drawn = draw(seeds, key);
            Arrays.sort(drawn);
            assertArrayEquals(new int[] {2, 3}, drawn);
        }
        // Each of the two costs 1 + 3: seven pay one.
        Size seven = new Size.Budget(7, 1, 1);
        assertEquals(
                1,
                draw(
                                new InfluentialSeeds()
                                        .bind(new InfluentialSeeds.Parameters(seven, 2 / 7.0), BOW, Progress.NONE),
                                1)
                        .length);
    }

    @Test
    void communitiesTakeTurns() {
        Seeds seeds = new CommunitySpreadSeeds()
                .bind(new CommunitySpreadSeeds.Parameters(new Size.Count(5), Optional.of("block")), BOW, Progress.NONE);
        for (int key = 0; key < 20; key++) {
            int[] drawn = draw(seeds, key);
            assertTrue(drawn[0] < 3 && drawn[1] >= 3 && drawn[1] < 6 && drawn[2] == 6, Arrays.toString(drawn));
            assertTrue(drawn[3] < 3 && drawn[4] >= 3 && drawn[4] < 6, Arrays.toString(drawn));
        }
        Seeds all = new CommunitySpreadSeeds()
                .bind(new CommunitySpreadSeeds.Parameters(new Size.Count(7), Optional.of("block")), BOW, Progress.NONE);
        assertEquals(7, Arrays.stream(draw(all, 1)).distinct().count());
    }

    @Test
    void neighboursFollowTheFirstNode() {
        Network ring = Network.of(Lattices.ring(20, 4));
        Seeds seeds = new NeighbourhoodSeeds()
                .bind(new NeighbourhoodSeeds.Parameters(new Size.Count(5)), ring, Progress.NONE);
        int[] starts = new int[20];
        for (int key = 0; key < 4_000; key++) {
            int[] drawn = draw(seeds, key);
            starts[drawn[0]]++;
            for (int node : drawn) {
                int apart = Math.floorMod(node - drawn[0], 20);
                assertTrue(Math.min(apart, 20 - apart) <= 2);
            }
        }
        for (int count : starts) {
            assertEquals(200, count, 56); // standard deviation 13.8
        }
        // Beyond the end of a component another node starts.
        Seeds everyone =
                new NeighbourhoodSeeds().bind(new NeighbourhoodSeeds.Parameters(new Size.Count(7)), BOW, Progress.NONE);
        assertEquals(7, Arrays.stream(draw(everyone, 3)).distinct().count());
    }

    private static Seeds column(Size size, String column, boolean lowest) {
        return new ColumnSeeds().bind(new ColumnSeeds.Parameters(size, column, lowest), BOW, Progress.NONE);
    }

    @Test
    void valuesAreTakenFromTheTopAndEqualOnesAtRandom() {
        int[] second = new int[7];
        for (int key = 0; key < 3_000; key++) {
            int[] drawn = draw(column(new Size.Count(2), "score", false), key);
            assertEquals(1, drawn[0]);
            second[drawn[1]]++;
        }
        for (int node : new int[] {0, 2, 5}) {
            assertEquals(1_000, second[node], 104); // standard deviation 25.8
        }
        assertArrayEquals(new int[] {6, 3}, draw(column(new Size.Count(2), "score", true), 1));
        int[] all = draw(column(new Size.Count(6), "score", false), 1);
        assertTrue(Arrays.stream(all).noneMatch(v -> v == 4), "a node without score is never chosen");
        assertThrows(InputException.class, () -> column(new Size.Count(1), "points", false));
    }

    @Test
    void theAudienceOfTheSeedsTellsTheirCost() {
        Observer observer = new SeedAudience().bind(new SeedAudience.Parameters(Optional.empty()), STAR);
        observer.begin(new Run().begin(1, 0, 3));
        double[] row = new double[4];
        observer.observe(null, row, 1);
        assertArrayEquals(new double[] {0, 2, 5, 1.6}, row);
    }

    /** The star's leaves 1 … 4 with what they cost besides: nothing, 2, .5, 10; the hub 3. */
    private static final Network PRICED =
            STAR.withNodeColumn(Column.doubles("effort", "", new double[] {3, 0, 2, 0.5, 10}));

    @Test
    void whatANodeCostsBesidesIsCharged() {
        Optional<String> effort = Optional.of("effort");
        // At α = 1 the hub costs 1 + 4 + 3 = 8, the leaves 2, 4, 2.5 and 12.
        assertArrayEquals(new int[] {0}, draw(top(new Size.Worth(8 / 2.6, 1, effort), PRICED), 1));
        Seeds random = random(new Size.Budget(4.5, 1, 1, effort), PRICED);
        for (int key = 0; key < 50; key++) {
            int[] bought = draw(random, key);
            Arrays.sort(bought);
            // 2 + 2.5 pay leaves 1 and 3 exactly; who meets leaf 2 first has .5 left.
            assertTrue(Arrays.equals(bought, new int[] {1, 3}) || Arrays.equals(bought, new int[] {2}));
        }
        // The price counts in followers' worth: at half the price of a follower twice as much can be bought.
        assertArrayEquals(new int[] {0}, draw(top(new Size.Budget(4, 1, 0.5, effort), PRICED), 1));
        Observer observer = new SeedAudience().bind(new SeedAudience.Parameters(effort), PRICED);
        observer.begin(new Run().begin(1, 0, 3));
        double[] row = new double[4];
        observer.observe(null, row, 0);
        assertArrayEquals(new double[] {2, 5, 1.6, 3.5}, row);
    }

    @Test
    void pricesMustBeNumbersFromNought() {
        for (String column : new String[] {"nothing", "low"}) {
            Network network = STAR.withNodeColumn(Column.doubles("low", "", new double[] {0, 1, -1, 0, 0}));
            InputException refused = assertThrows(
                    InputException.class, () -> random(new Size.Worth(1, 1, Optional.of(column)), network));
            assertTrue(refused.getMessage().contains(column), refused.getMessage());
        }
    }

    @Test
    void communitiesAreFoundWhereTheyAre() {
        Network blocks = StochasticBlockModel.draw(
                new int[] {40, 40, 40},
                new double[][] {{0.4, 0.01, 0.01}, {0.01, 0.4, 0.01}, {0.01, 0.01, 0.4}},
                new RandomStream(3));
        int[] drawn = draw(policies(new Size.Count(3), blocks).get("community-spread"), 1);
        assertEquals(3, Arrays.stream(drawn).map(v -> v / 40).distinct().count());
    }
}
