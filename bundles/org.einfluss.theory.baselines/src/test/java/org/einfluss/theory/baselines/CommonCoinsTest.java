package org.einfluss.theory.baselines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.graph.measure.Branching;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;

/** Even and odd nodes are two networks; what the even do does not depend on whether the ties of the odd are there, which number all arcs anew. */
class CommonCoinsTest {
    private static final Network BOTH = both();

    private static Network both() {
        RandomStream random = new RandomStream(3);
        GraphBuilder builder = new GraphBuilder(200, false);
        for (int i = 0; i < 400; i++) {
            int u = random.nextInt(200);
            int v = 2 * random.nextInt(100) + u % 2;
            if (u != v) {
                builder.add(u, v);
            }
        }
        return Network.of(builder.build().graph());
    }

    private static <P extends Record> int reached(Model<P> model, P parameters, Network network, long key) {
        Simulation simulation = model.bind(parameters, network);
        simulation.begin(new Run().on(network).begin(key, 0, 2));
        int steps = 0;
        while (simulation.step() && steps++ < 1_000) {
            // to the end
        }
        int reached = 0;
        for (int v = 0; v < network.nodes(); v += 2) {
            reached = 31 * reached + simulation.nodes().state(v);
        }
        return reached;
    }

    @Test
    void tiesElsewhereChangeNobodysLuck() {
        Network even = Branching.remembered(BOTH)
                .keepingArcs("ties", false, arc -> BOTH.graph().target(arc) % 2 == 0);
        assertTrue(even.graph().arcs() < BOTH.graph().arcs() - 100);
        SusceptibleInfectiousRecovered.Parameters steps = new SusceptibleInfectiousRecovered.Parameters(0.2, 0.2);
        ContinuousEpidemic.Parameters continuous =
                new ContinuousEpidemic.Parameters(0.2, 0.2, ContinuousEpidemic.Period.EXPONENTIAL);
        int different = 0;
        for (long key = 0; key < 40; key++) {
            IndependentCascade.Parameters critical =
                    new IndependentCascade.Parameters(new Probability.Critical(1.3, Optional.empty()));
            int cascade = reached(new IndependentCascade(), critical, BOTH, key);
            assertEquals(cascade, reached(new IndependentCascade(), critical, even, key));
            different += cascade == reached(new IndependentCascade(), critical, even, key + 1_000) ? 0 : 1;
            assertEquals(
                    reached(new SusceptibleInfectiousRecovered(), steps, BOTH, key),
                    reached(new SusceptibleInfectiousRecovered(), steps, even, key));
            assertEquals(
                    reached(new ContinuousEpidemic(), continuous, BOTH, key),
                    reached(new ContinuousEpidemic(), continuous, even, key));
        }
        assertTrue(different > 20, "other keys, other luck");
    }
}
