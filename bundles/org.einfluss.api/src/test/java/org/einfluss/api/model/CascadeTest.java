package org.einfluss.api.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.junit.jupiter.api.Test;

class CascadeTest {
    /** 0 → 1 → 2 → 3 and a lonely 4. */
    private static final Network CHAIN =
            Network.of(Graph.of(5, true, new int[] {0, 1, 2, 3, 3, 3}, new int[] {1, 2, 3}));

    /** Everybody convinces all listeners; node 4 needs nobody. */
    private static final class Contagion extends CascadeModel<None> {
        @Override
        protected Rule rule(None parameters, Network network) {
            return new Rule() {
                @Override
                public void begin(Run run, Cascade cascade) {
                    cascade.activate(4, Run.SPONTANEOUS);
                }

                @Override
                public void spread(int node, Cascade cascade) {
                    for (int a = network.graph().arcBegin(node);
                            a < network.graph().arcEnd(node);
                            a++) {
                        cascade.activate(network.graph().target(a), node);
                    }
                }
            };
        }
    }

    @Test
    void nodesActivatedInAStepSpreadInTheNext() {
        Simulation simulation = new Contagion().bind(new None(), CHAIN);
        simulation.begin(new Run().begin(1, 0));
        assertTrue(simulation.step());
        assertEquals(1, simulation.nodes().state(1));
        assertEquals(0, simulation.nodes().state(2));
        assertTrue(simulation.step());
        assertTrue(simulation.step());
        assertFalse(simulation.step());
        assertArrayEquals(new double[] {5, 1, 1, 1.0, 0.8, 3}, observed(simulation));
    }

    @Test
    void aSecondRunForgetsTheFirst() {
        Simulation simulation = new Contagion().bind(new None(), CHAIN);
        simulation.begin(new Run().begin(1, 0));
        while (simulation.step()) {}
        simulation.begin(new Run().begin(2, 3));
        while (simulation.step()) {}
        assertArrayEquals(new double[] {2, 1, 1, 0.4, 0.2, 0}, observed(simulation));
    }

    @Test
    void aSelfStarterChosenAsSeedCountsAsSeed() {
        Simulation simulation = new Contagion().bind(new None(), CHAIN);
        simulation.begin(new Run().begin(1, 4));
        assertArrayEquals(new double[] {1, 1, 0, 0.2, 0.0, 0}, observed(simulation));
    }

    @Test
    void theLogTellsTimeAndCause() {
        List<String> log = new ArrayList<>();
        Run run =
                new Run(true, Progress.NONE, (time, node, from, to, cause) -> log.add(time + " " + node + " " + cause));
        Simulation simulation = new Contagion().bind(new None(), CHAIN);
        simulation.begin(run.begin(1, 2));
        while (simulation.step()) {}
        assertEquals(List.of("0.0 4 " + Run.SPONTANEOUS, "0.0 2 " + Run.SEED, "1.0 3 2"), log);
    }

    private static double[] observed(Simulation simulation) {
        double[] row = new double[6];
        simulation.observe(row, 0);
        return row;
    }
}
