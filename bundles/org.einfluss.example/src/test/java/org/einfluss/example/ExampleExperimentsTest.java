package org.einfluss.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.einfluss.api.Progress;
import org.einfluss.api.model.Run;
import org.einfluss.api.study.Events;
import org.einfluss.api.study.Observations;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.engine.Einfluss;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.engine.run.LocalRunner;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;
import org.einfluss.graph.Network;
import org.einfluss.networks.BarabasiAlbert;
import org.einfluss.networks.ConfigurationModel;
import org.einfluss.networks.ErdosRenyi;
import org.einfluss.networks.WattsStrogatz;
import org.einfluss.seeding.FractionSeeds;
import org.einfluss.seeding.RandomSeeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each experiment of the bundle runs from its file, and its log tells who could have influenced whom. */
class ExampleExperimentsTest {
    private static final Catalog CATALOG = Catalog.of(
            new PushFatigue(),
            new Waves(),
            new OpinionAndAction(),
            new SecondLayer(),
            new RankedFeed(),
            new ContinuousSir(),
            new Deffuant(),
            new BarabasiAlbert(),
            new ConfigurationModel(),
            new ErdosRenyi(),
            new WattsStrogatz(),
            new FractionSeeds(),
            new RandomSeeds());

    @ParameterizedTest
    @ValueSource(strings = {"push-fatigue", "opinion-and-action", "ranked-feed", "continuous-sir", "deffuant"})
    void threadsDoNotChangeAnExperiment(String name) throws Exception {
        Plan plan = plan(name);
        assertTrue(plan.shards().size() > 1, "several shards, so that threads have something to share");
        Study alone = run(plan, 1);
        assertEquals(alone.digest(), run(plan, 3).digest());
        int runs = 0;
        try (Observations rows = alone.observations()) {
            while (rows.next()) {
                assertEquals("", rows.failure());
                assertTrue(rows.stop() == Observations.Stop.SETTLED, name + " ends by itself, was " + rows.stop());
                runs++;
            }
        }
        assertEquals(
                plan.points().stream()
                        .mapToInt(point -> plan.network(point).draws()
                                * plan.network(point).runs())
                        .sum(),
                runs);
    }

    @Test
    void causesOfAdoptionsArePushesOfActiveNeighboursOrTheCampaign() throws Exception {
        Log log = new Log(run(plan("push-fatigue"), 2), Network.FIRST_LAYER, Set.of(Run.SEED, Run.CAMPAIGN)).check();
        assertTrue(log.causes.get(Run.CAMPAIGN) > 100 && log.byNodes > 100, log.toString());
        assertTrue(log.severalParents > 100, log.toString());
    }

    @Test
    void causesOfDeedsAreActorsInTheSecondLayer() throws Exception {
        Log log = new Log(run(plan("opinion-and-action"), 2), OpinionAndAction.ACTION, Set.of(Run.SEED)).check();
        assertTrue(log.byNodes > 100 && log.severalParents > 100, log.toString());
    }

    @Test
    void causesOfSharesAreEarlierSharersHeard() throws Exception {
        Log log = new Log(run(plan("ranked-feed"), 2), Network.FIRST_LAYER, Set.of(Run.SEED)).check();
        assertTrue(log.byNodes > 100 && log.severalParents > 100, log.toString());
    }

    @Test
    void causesOfInfectionsAreNeighboursNotYetRecovered() throws Exception {
        Log log = new Log(run(plan("continuous-sir"), 2), Network.FIRST_LAYER, Set.of(Run.SEED, Run.SPONTANEOUS));
        log.causesAreStill = 1;
        log.check();
        assertEquals(log.activations, log.causes.get(Run.SPONTANEOUS), "everyone recovers: " + log);
        assertTrue(log.byNodes > 100 && log.severalParents > 100, log.toString());
    }

    @Test
    void opinionsMoveByNeighboursAndChainFromTenthToTenth() throws Exception {
        Study study = run(plan("deffuant"), 2);
        int events = 0;
        try (Events log = study.events()) {
            int[] here = {-1, -1, -1};
            int[] tenth = new int[0];
            Graph graph = null;
            while (log.next()) {
                int[] key = {log.point(), log.draw(), log.run()};
                if (!Arrays.equals(here, key)) {
                    here = key;
                    graph = study.network(study.plan().points().get(log.point()).network(), log.draw())
                            .graph();
                    tenth = new int[graph.nodes()];
                    Arrays.fill(tenth, -1);
                }
                assertTrue(tenth[log.node()] == -1 || tenth[log.node()] == log.from(), "opinions chain");
                tenth[log.node()] = log.to();
                assertTrue(graph.findArc(log.cause(), log.node()) >= 0, "met a neighbour");
                assertTrue(log.time() >= 1, "sweeps count from 1");
                events++;
            }
        }
        assertTrue(events > 1_000, "events: " + events);
    }

    /** Follows the states of all nodes through a log and derives the parents of each activation. */
    private static final class Log {
        private final Study study;
        private final String layer;
        private final Set<Integer> mayCause;
        private final Map<Integer, Integer> causes = new TreeMap<>();
        private int causesAreStill = -1;
        private int activations;
        private int byNodes;
        private int severalParents;
        private int[] state;
        private double[] since;
        private int reached;

        Log(Study study, String layer, Set<Integer> mayCause) {
            this.study = study;
            this.layer = layer;
            this.mayCause = mayCause;
        }

        Log check() throws IOException {
            int reach = study.plan().variables().stream()
                    .map(variable -> variable.name())
                    .toList()
                    .indexOf("reach");
            try (Events events = study.events();
                    Observations rows = study.observations()) {
                boolean more = events.next();
                while (rows.next()) {
                    Graph graph = study.network(
                                    study.plan().points().get(rows.point()).network(), rows.draw())
                            .graph(layer);
                    InArcs in = graph.inArcs();
                    state = new int[graph.nodes()];
                    since = new double[graph.nodes()];
                    Arrays.fill(since, Double.POSITIVE_INFINITY);
                    reached = 0;
                    double last = 0;
                    while (more
                            && events.point() == rows.point()
                            && events.draw() == rows.draw()
                            && events.run() == rows.run()) {
                        assertTrue(events.time() >= last, "events come in order");
                        last = events.time();
                        event(events, in);
                        more = events.next();
                    }
                    assertEquals(rows.value(reach), (double) reached / graph.nodes(), 1e-12);
                }
                assertTrue(!more, "every event belongs to a run");
            }
            return this;
        }

        private void event(Events event, InArcs in) {
            int node = event.node();
            assertEquals(state[node], event.from(), "states chain");
            if (event.cause() < 0) {
                assertTrue(mayCause.contains(event.cause()), "cause " + event.cause());
                assertEquals(event.cause() == Run.SEED, event.time() == 0, "seeds and only they start at 0");
                causes.merge(event.cause(), 1, Integer::sum);
            } else {
                int parents = 0;
                boolean isParent = false;
                for (int i = in.begin(node); i < in.end(node); i++) {
                    if (since[in.source(i)] < event.time()) {
                        parents++;
                        isParent |= in.source(i) == event.cause();
                    }
                }
                assertTrue(isParent, "cause " + event.cause() + " of node " + node + " was active before and is heard");
                assertTrue(causesAreStill < 0 || state[event.cause()] == causesAreStill, "cause is infectious");
                byNodes++;
                severalParents += parents > 1 ? 1 : 0;
            }
            state[node] = event.to();
            if (event.to() == 1 && since[node] == Double.POSITIVE_INFINITY) {
                since[node] = event.time();
                activations++;
                reached++;
            }
        }

        @Override
        public String toString() {
            return activations + " activations, " + byNodes + " by nodes, " + severalParents
                    + " with several parents, others by cause " + causes;
        }
    }

    private static Study run(Plan plan, int threads) throws IOException, InterruptedException {
        return einfluss().run(plan, new LocalRunner(threads), Progress.NONE);
    }

    private static Plan plan(String name) throws IOException {
        try (InputStream in = ExampleExperimentsTest.class.getResourceAsStream("experiments/" + name + ".yaml")) {
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return einfluss().plan(ExperimentFile.read(yaml, name + ".yaml"), Path.of("."), Progress.NONE);
        }
    }

    private static Einfluss einfluss() {
        return new Einfluss(() -> CATALOG, (folder, plan) -> {
            throw new IllegalStateException("nothing is stored here");
        });
    }
}
