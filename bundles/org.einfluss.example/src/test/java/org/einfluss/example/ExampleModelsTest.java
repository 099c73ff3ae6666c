package org.einfluss.example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.einfluss.api.Progress;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.junit.jupiter.api.Test;

class ExampleModelsTest {
    private final List<String> log = new ArrayList<>();
    private final Run run = new Run(
            true,
            Progress.NONE,
            (time, node, from, to, cause) -> log.add(node + ":" + from + ">" + to + " by " + cause));

    @Test
    void evidenceRisesToTheMostEffectiveNumberOfPushesAndFallsAgain() {
        int[] pushes = {1, 2, 4, 6, 8, 12};
        double[] expected = {.233640, .363918, .441455, .401634, .324805, .179233};
        for (int i = 0; i < pushes.length; i++) {
            assertEquals(expected[i], PushFatigue.evidence(pushes[i], .3, 4), 5e-7);
        }
    }

    @Test
    void twoOutsideSourcesConvinceWhereOneIsNotEnough() {
        PushFatigue.Parameters p = new PushFatigue.Parameters(1000, 4, 2, 0, 0.5, 12, 2);
        Simulation simulation = new PushFatigue().bind(p, Network.of(Graph.empty(2)));
        run.begin(1);
        run.campaign().add(1, 0, 2, 0, false);
        run.campaign().add(1, 1, 2, 0, false);
        run.campaign().add(2, 1, 3, 0, true);
        assertArrayEquals(new double[] {0.5, 0, 3}, finish(simulation));
        assertEquals(List.of("1:0>1 by " + Run.CAMPAIGN), log);
    }

    @Test
    void anInsistentSourceLosesTheNode() {
        PushFatigue.Parameters p = new PushFatigue.Parameters(0.3, 4, 2, 0, 0.5, 2, 1);
        Simulation simulation = new PushFatigue().bind(p, Network.of(Graph.empty(1)));
        run.begin(1);
        for (int step = 1; step <= 3; step++) {
            run.campaign().add(step, 0, 1, 0, true);
        }
        assertArrayEquals(new double[] {0, 1, 3}, finish(simulation));
    }

    @Test
    void continuousSirInfectsTheWholeComponentWhenRecoveryIsSlow() {
        Simulation simulation = new ContinuousSir().bind(new ContinuousSir.Parameters(1000, 1e-9), path(5));
        double[] row = finish(simulation, run.begin(7, 0));
        assertEquals(1, row[0]);
        assertEquals(0, row[1]);
        assertEquals(10, log.size());
    }

    @Test
    void continuousSirOnOneArcInfectsWithProbabilityBetaOverBetaPlusGamma() {
        Simulation simulation = new ContinuousSir().bind(new ContinuousSir.Parameters(0.5, 1.5), path(2));
        int infected = 0;
        int runs = 40_000;
        for (int i = 0; i < runs; i++) {
            infected += finish(simulation, run.begin(i, 0))[0] == 1 ? 1 : 0;
        }
        assertEquals(0.25, (double) infected / runs, 4 * Math.sqrt(0.25 * 0.75 / runs));
    }

    @Test
    void meetingsConserveTheMeanOpinion() {
        Simulation simulation = new Deffuant().bind(new Deffuant.Parameters(0.3, 0.5), complete(200));
        double[] start = new double[3];
        simulation.begin(run.begin(3));
        simulation.observe(start, 0);
        double[] end = new double[3];
        while (simulation.step()) {}
        simulation.observe(end, 0);
        assertEquals(start[0], end[0], 1e-12);
        assertTrue(end[2] > 0);
        assertFalse(log.isEmpty());
    }

    @Test
    void wideConfidenceEndsInOneOpinion() {
        Simulation simulation = new Deffuant().bind(new Deffuant.Parameters(1, 0.5), complete(100));
        assertEquals(0, finish(simulation, run.begin(5))[1], 1e-5);
    }

    @Test
    void nobodySharesWhatNobodyNotices() {
        Simulation simulation = new RankedFeed().bind(new RankedFeed.Parameters(1, 3, 0, 0.5, 1, 10, 20), complete(10));
        assertArrayEquals(new double[] {0.1, 0, 0}, finish(simulation, run.begin(1, 4)));
    }

    @Test
    void certainNoticeSharesTheTopItemAtOnce() {
        Simulation simulation = new RankedFeed().bind(new RankedFeed.Parameters(1, 1, 1, 0.5, 1, 10, 1), complete(10));
        assertArrayEquals(new double[] {1, 9, 1}, finish(simulation, run.begin(1, 4)));
        assertEquals("0:0>1 by 4", log.get(1));
    }

    @Test
    void withoutManagersNoTaskIsCompleted() {
        double[] without = finish(
                opinionAndAction(new String[] {"influencer", "influencer", "influencer", "leader"}), run.begin(1, 3));
        double[] with = finish(
                opinionAndAction(new String[] {"influencer", "influencer", "influencer", "manager"}), run.begin(1, 3));
        assertEquals(1, without[1]);
        assertEquals(0, without[2]);
        assertEquals(1, with[1]);
        assertEquals(2, with[2]);
    }

    private static Simulation opinionAndAction(String[] roles) {
        Network network = complete(4)
                .withNodeColumn(Column.texts("role", roles))
                .withLayer(OpinionAndAction.ACTION, complete(4).graph(), List.of());
        return new OpinionAndAction().bind(new OpinionAndAction.Parameters(0.8, 0.5, 0.3, 2, 4), network);
    }

    private double[] finish(Simulation simulation) {
        return finish(simulation, run);
    }

    private double[] finish(Simulation simulation, Run started) {
        log.clear();
        simulation.begin(started);
        while (simulation.step()) {}
        double[] row = new double[3];
        simulation.observe(row, 0);
        return row;
    }

    private static Network path(int n) {
        GraphBuilder builder = new GraphBuilder(n, false);
        for (int v = 1; v < n; v++) {
            builder.add(v - 1, v);
        }
        return Network.of(builder.build().graph());
    }

    private static Network complete(int n) {
        GraphBuilder builder = new GraphBuilder(n, false);
        for (int v = 1; v < n; v++) {
            for (int u = 0; u < v; u++) {
                builder.add(u, v);
            }
        }
        return Network.of(builder.build().graph());
    }

    /** Makes sure that every model here is stateless: two simulations of one model do not meet. */
    @Test
    void twoSimulationsOfOneModelDoNotMeet() {
        Model<ContinuousSir.Parameters> model = new ContinuousSir();
        Simulation one = model.bind(new ContinuousSir.Parameters(1, 1), path(3));
        Simulation two = model.bind(new ContinuousSir.Parameters(1, 1), path(3));
        one.begin(new Run().begin(1, 0));
        two.begin(new Run().begin(1, 2));
        assertEquals(1, one.nodes().state(0));
        assertEquals(0, two.nodes().state(0));
    }
}
