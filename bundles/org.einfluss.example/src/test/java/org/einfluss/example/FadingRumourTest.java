package org.einfluss.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.junit.jupiter.api.Test;

class FadingRumourTest {
    private static final Network PATH = path(3);

    @Test
    void rumourThatFadesAtOnceReachesTheNeighboursOfItsSeed() {
        assertEquals(2, active(PATH, new FadingRumour.Parameters(1, 1e12), 1));
    }

    @Test
    void rumourThatDoesNotFadeReachesEveryone() {
        assertEquals(3, active(PATH, new FadingRumour.Parameters(1, 0), 1));
    }

    @Test
    void secondStepConvincesWithTheFadedProbability() {
        FadingRumour.Parameters parameters = new FadingRumour.Parameters(0.5, 1);
        int runs = 40_000;
        int reached = 0;
        for (int key = 0; key < runs; key++) {
            reached += active(PATH, parameters, key) == 3 ? 1 : 0;
        }
        double expected = 0.5 * 0.25; // p along the first arc, p/2 along the second
        assertEquals(expected, (double) reached / runs, 4 * Math.sqrt(expected * (1 - expected) / runs));
    }

    private static int active(Network network, FadingRumour.Parameters parameters, long key) {
        Simulation simulation = new FadingRumour().bind(parameters, network);
        simulation.begin(new Run().begin(key, 0));
        while (simulation.step()) {}
        int active = 0;
        for (int node = 0; node < network.nodes(); node++) {
            active += simulation.nodes().state(node);
        }
        return active;
    }

    private static Network path(int nodes) {
        GraphBuilder builder = new GraphBuilder(nodes, false);
        for (int v = 1; v < nodes; v++) {
            builder.add(v - 1, v);
        }
        Graph graph = builder.build().graph();
        return Network.of(graph);
    }
}
