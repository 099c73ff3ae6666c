package org.einfluss.theory.baselines;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.ErdosRenyi;
import org.einfluss.graph.generate.Lattices;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;

class CriticalProbabilityTest {
    private static double probability(double multiple, Graph graph) {
        return new Probability.Critical(multiple, Optional.empty()).ofArcs(Network.of(graph))[0];
    }

    @Test
    void itIsOneOverTheMeanNumberOfOnwardArcs() {
        assertEquals(1 / 3.0, probability(1, Lattices.ring(20, 4)), 1e-12);
        // A hub with four leaves: four arcs lead nowhere on, four lead to three others.
        assertEquals(2 / 3.0, probability(1, Lattices.star(5)), 1e-12);
        assertEquals(1 / 3.0, probability(0.5, Lattices.star(5)), 1e-12);
        GraphBuilder circle = new GraphBuilder(3, true);
        circle.add(0, 1);
        circle.add(1, 2);
        circle.add(2, 0);
        assertEquals(0.25, probability(0.25, circle.build().graph()), 1e-12);
    }

    @Test
    void onARandomNetworkItIsOneOverTheMeanDegree() {
        Graph graph = ErdosRenyi.gnp(20_000, 4.0 / 19_999, new RandomStream(3));
        assertEquals(0.25, probability(1, graph), 0.006);
        assertEquals(0.75, probability(3, graph), 0.018);
    }

    @Test
    void itIsNeverMoreThanCertain() {
        assertEquals(1, probability(4, Lattices.ring(20, 4)));
        assertEquals(1, probability(1, Lattices.path(2)));
        assertEquals(0, probability(0, Lattices.path(2)));
        assertArrayEquals(
                new double[0], new Probability.Critical(1, Optional.empty()).ofArcs(Network.of(Graph.empty(3))));
    }

    /** Activities 1, 2, 3, 2, 2 have mean 2; on the star of five an ordinary arc has 2/3 of the multiple. */
    @Test
    void sourcesCarryInProportionToTheirColumn() {
        Network network = Network.of(Lattices.star(5))
                .withNodeColumn(Column.doubles("activity", "", new double[] {1, 2, 3, 2, 2}));
        double[] p = new Probability.Critical(0.75, Optional.of("activity")).ofArcs(network);
        assertArrayEquals(new double[] {0.25, 0.25, 0.25, 0.25, 0.5, 0.75, 0.5, 0.5}, p, 1e-12);
        InputException refused = assertThrows(
                InputException.class, () -> new Probability.Critical(1, Optional.of("fame")).ofArcs(network));
        assertTrue(refused.getMessage().contains("activity"), refused.getMessage());
        Network negative = network.withNodeColumn(Column.doubles("debt", "", new double[] {1, -1, 1, 1, 1}));
        assertThrows(InputException.class, () -> new Probability.Critical(1, Optional.of("debt")).ofArcs(negative));
    }
}
