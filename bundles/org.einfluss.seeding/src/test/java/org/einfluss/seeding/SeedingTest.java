package org.einfluss.seeding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.model.Seeding.Seeds;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.math.IntList;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedingTest {
    private static int[] draw(Seeds seeds, long key) {
        IntList into = new IntList();
        seeds.draw(new RandomStream(key), into);
        return into.toArray();
    }

    private static Network directedStars() {
        GraphBuilder builder = new GraphBuilder(6, true);
        builder.add(1, 0);
        builder.add(1, 2);
        builder.add(4, 0);
        builder.add(4, 3);
        builder.add(3, 0);
        builder.add(5, 0);
        return Network.of(builder.build().graph());
    }

    private static Seeds random(int size, Network network) {
        return new RandomSeeds().bind(new RandomSeeds.Parameters(size), network, Progress.NONE);
    }

    @Test
    void randomSeedsAreDistinctAndAllEquallyLikely() {
        Seeds seeds = random(3, Network.of(Graph.empty(7)));
        int[] chosen = new int[7];
        for (int key = 0; key < 7000; key++) {
            int[] drawn = draw(seeds, key);
            assertEquals(3, Arrays.stream(drawn).distinct().count());
            for (int node : drawn) {
                chosen[node]++;
            }
        }
        for (int count : chosen) {
            // Mean 3000, standard deviation 41.4.
            assertEquals(3000, count, 170);
        }
    }

    @Test
    void sameStreamGivesTheSameSeeds() {
        Network network = Network.of(Graph.empty(1000));
        assertArrayEquals(draw(random(20, network), 9), draw(random(20, network), 9));
    }

    @Test
    void moreSeedsThanNodesAreRefused() {
        InputException refused = assertThrows(InputException.class, () -> random(8, Network.of(Graph.empty(7))));
        assertTrue(
                refused.getMessage().contains("8 seeds") && refused.getMessage().contains("7 nodes"));
        assertThrows(
                InputException.class,
                () -> new TopDegreeSeeds()
                        .bind(new TopDegreeSeeds.Parameters(8), Network.of(Graph.empty(7)), Progress.NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1000, 0",
        "0.01, 1000, 10",
        "0.0149, 1000, 15",
        "0.0001, 1000, 1",
        "1, 1000, 1000",
        "0.5, 5, 3",
        "0.5, 0, 0"
    })
    void fractionIsRoundedToWholeNodes(double share, int nodes, int size) {
        Seeds seeds = new FractionSeeds()
                .bind(new FractionSeeds.Parameters(share), Network.of(Graph.empty(nodes)), Progress.NONE);
        assertEquals(size, draw(seeds, 1).length);
    }

    @Test
    void topDegreeCountsOutgoingArcsAndPrefersLowerNumbers() {
        Seeds seeds = new TopDegreeSeeds().bind(new TopDegreeSeeds.Parameters(3), directedStars(), Progress.NONE);
        assertArrayEquals(new int[] {1, 4, 3}, draw(seeds, 1));
    }

    @Test
    void givenNodesAreFoundByLabel() {
        Network florentine = Network.of(Graph.empty(3))
                .withNodeColumn(Column.texts(Network.ID, new String[] {"Medici", "Strozzi", "Pazzi"}));
        Seeds seeds =
                new GivenSeeds().bind(new GivenSeeds.Parameters(List.of("Pazzi", "Medici")), florentine, Progress.NONE);
        assertArrayEquals(new int[] {2, 0}, draw(seeds, 1));
        InputException unknown = assertThrows(
                InputException.class,
                () -> new GivenSeeds().bind(new GivenSeeds.Parameters(List.of("medichi")), florentine, Progress.NONE));
        assertEquals("The network has no node 'medichi'; did you mean 'Medici'?", unknown.getMessage());
        assertThrows(
                InputException.class,
                () -> new GivenSeeds().bind(new GivenSeeds.Parameters(List.of("0")), florentine, Progress.NONE));
    }

    @Test
    void givenNodesAreNumbersWhereThereAreNoLabels() {
        Network network = Network.of(Graph.empty(3));
        assertArrayEquals(
                new int[] {2, 0},
                draw(new GivenSeeds().bind(new GivenSeeds.Parameters(List.of("2", "0")), network, Progress.NONE), 1));
        for (List<String> wrong : List.of(List.of("3"), List.of("-1"), List.of("x"), List.of("1", "1"))) {
            assertThrows(
                    InputException.class,
                    () -> new GivenSeeds().bind(new GivenSeeds.Parameters(wrong), network, Progress.NONE));
        }
    }

    private static int[] counts(Seeds seeds, int nodes, int draws) {
        int[] chosen = new int[nodes];
        for (int key = 0; key < draws; key++) {
            int[] drawn = draw(seeds, key);
            assertEquals(drawn.length, Arrays.stream(drawn).distinct().count());
            for (int node : drawn) {
                chosen[node]++;
            }
        }
        return chosen;
    }

    /** Out-degrees 0 1 2 3 4, then ten times 5: nodes 5 to 14 tie at the top of 15. */
    private static Network ties() {
        GraphBuilder builder = new GraphBuilder(15, true);
        for (int u = 0; u < 15; u++) {
            for (int i = 1; i <= Math.min(u, 5); i++) {
                builder.add(u, (u + i) % 15);
            }
        }
        return Network.of(builder.build().graph());
    }

    @Test
    void influentialsBreakTiesAtTheCutAtRandom() {
        Seeds seeds = new InfluentialSeeds().bind(new InfluentialSeeds.Parameters(1, 0.2), ties(), Progress.NONE);
        int[] chosen = counts(seeds, 15, 10_000);
        for (int v = 0; v < 15; v++) {
            // Three places for the ten nodes of degree 5: 1,000 each, standard deviation 30.
            assertEquals(v < 5 ? 0 : 1000, chosen[v], v < 5 ? 0 : 120);
        }
    }

    @Test
    void fractionalCutCountsTheLastNodeInPart() {
        // 0.8 of 15 nodes are 12; 0.7 are 10.5: ten of degree 5 and half of the node of degree 4.
        Seeds seeds = new DegreeBandSeeds().bind(new DegreeBandSeeds.Parameters(1, 0.3, 1), ties(), Progress.NONE);
        int[] chosen = counts(seeds, 15, 21_000);
        assertEquals(1000, chosen[4], 125);
        assertEquals(2000, chosen[7], 170);
        assertEquals(0, chosen[3]);
    }

    @Test
    void bandLeavesOutBothEnds() {
        // Percentiles 1/15 to 5/15 are the nodes of out-degree 1 to 4.
        Seeds seeds = new DegreeBandSeeds()
                .bind(new DegreeBandSeeds.Parameters(4, 1 / 15.0, 5 / 15.0), ties(), Progress.NONE);
        int[] drawn = draw(seeds, 3);
        Arrays.sort(drawn);
        assertArrayEquals(new int[] {1, 2, 3, 4}, drawn);
    }

    @Test
    void influentialsRefuseMoreThanThereAre() {
        InputException refused = assertThrows(
                InputException.class,
                () -> new InfluentialSeeds().bind(new InfluentialSeeds.Parameters(2, 0.1), ties(), Progress.NONE));
        assertTrue(refused.getMessage().contains("2 seeds"), refused.getMessage());
    }
}
