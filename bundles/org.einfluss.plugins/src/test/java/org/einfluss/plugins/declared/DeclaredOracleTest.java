package org.einfluss.plugins.declared;

import static org.einfluss.plugins.declared.Runs.assertMean;
import static org.einfluss.plugins.declared.Runs.complete;
import static org.einfluss.plugins.declared.Runs.network;
import static org.einfluss.plugins.declared.Runs.random;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.einfluss.api.model.Model;
import org.einfluss.api.model.Run;
import org.einfluss.graph.Network;
import org.einfluss.math.RunningStatistics;
import org.einfluss.theory.baselines.ContinuousEpidemic;
import org.einfluss.theory.baselines.SusceptibleExposedInfectiousRecovered;
import org.einfluss.theory.baselines.SusceptibleInfectiousRecovered;
import org.einfluss.theory.baselines.SusceptibleInfectiousSusceptible;
import org.einfluss.theory.watts.WattsThreshold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Declared models against models written by hand, exact distributions, and cases worked out by hand. */
final class DeclaredOracleTest {
    private static final List<Network> NETWORKS =
            List.of(random(false, 400, 900), random(true, 400, 1600), complete(30), network(false, 5, 0, 1, 1, 2));

    /** Whatever the coins: the same states after each step, and the same numbers. */
    @ParameterizedTest
    @ValueSource(strings = {"{}", "{infection: 0.05, recovery: 0.2}", "{infection: 1, recovery: 1}", "{infection: 0}"})
    void declaredSirHasTheBitsOfSirWrittenByHand(String settings) {
        for (Network network : NETWORKS) {
            for (boolean common : new boolean[] {true, false}) {
                Runs declared = new Runs(Compiled.model("sir.yaml"), settings, network, common);
                Runs written = new Runs(new SusceptibleInfectiousRecovered(), settings, network, common);
                for (int key = 0; key < 40; key++) {
                    declared.begin(key, 3, 0);
                    written.begin(key, 3, 0);
                    boolean more = true;
                    while (more) {
                        more = written.step();
                        assertEquals(more, declared.step());
                        assertArrayEquals(written.states(), declared.states());
                    }
                    for (String variable : List.of(
                            "size",
                            "seeds",
                            "reach",
                            "gain",
                            "duration",
                            "peak",
                            "peak-time",
                            "susceptible",
                            "recovered")) {
                        assertEquals(written.value(variable), declared.value(variable), variable);
                    }
                    assertEquals(written.events.size(), declared.events.size());
                }
            }
        }
    }

    /** Adopters, their order, times and causes are the same bit for bit. */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.18, 0.25, 0.5, 1})
    void declaredThresholdsHaveTheEventsOfThoseWrittenByHand(double threshold) {
        for (Network network : NETWORKS) {
            Runs declared = new Runs(Compiled.model("watts.yaml"), "{threshold: " + threshold + "}", network, true);
            Runs written = new Runs(new WattsThreshold(), "{threshold: " + threshold + "}", network, true);
            for (int key = 0; key < 20; key++) {
                int[] seeds = {key % network.nodes(), (key + 3) % network.nodes()};
                assertEquals(written.finish(key, seeds).events, declared.finish(key, seeds).events);
                assertEquals(written.value("reach"), declared.value("reach"));
                assertEquals(written.value("duration"), declared.value("duration"));
            }
        }
    }

    /** Who starts by itself does so in the first step, and at the start where the model is written by hand: the set is the same. */
    @Test
    void drawnThresholdsReachWhomThoseWrittenByHandReach() {
        for (Network network : NETWORKS) {
            Runs declared = new Runs(Compiled.model("normal-thresholds.yaml"), "{mean: 0.3, sd: 0.15}", network, true);
            Runs written = new Runs(
                    new WattsThreshold(),
                    "{threshold: {kind: normal, mean: 0.3, sd: 0.15, truncated: false}}",
                    network,
                    true);
            for (int key = 0; key < 40; key++) {
                assertArrayEquals(
                        written.finish(key, 0, 4).states(),
                        declared.finish(key, 0, 4).states());
            }
        }
    }

    /** Literal numbers of the chain binomial: H. Abbey 1952, Human Biology 24:201, by exact enumeration. */
    @ParameterizedTest
    @CsvSource({"4, .3, 3.10112977, .2401, .25625648", "9, .1, 3.02692859, .38742049, .00643617"})
    void oneStepInfectionsAreReedFrostChains(int susceptible, double p, double mean, double none, double all) {
        for (boolean common : new boolean[] {true, false}) {
            Runs chain = new Runs(
                    Compiled.model("sir.yaml"),
                    "{infection: " + p + ", recovery: 1}",
                    complete(susceptible + 1),
                    common);
            RunningStatistics size = new RunningStatistics();
            RunningStatistics alone = new RunningStatistics();
            RunningStatistics everybody = new RunningStatistics();
            for (int key = 0; key < 60_000; key++) {
                double reached = chain.finish(key, 0).value("size");
                size.add(reached);
                alone.add(reached == 1 ? 1 : 0);
                everybody.add(reached == susceptible + 1 ? 1 : 0);
            }
            assertMean(mean, 0, size, 0.012);
            assertMean(none, 0, alone, 0.0025);
            assertMean(all, 0, everybody, 0.0025);
        }
    }

    private static void sameMeans(
            Model<? extends Record> written, String file, String settings, int steps, List<String> variables) {
        Network network = random(false, 300, 700);
        Runs one = new Runs(written, settings, network, true);
        Runs other = new Runs(Compiled.model(file), settings, network, true);
        for (String variable : variables) {
            RunningStatistics expected = new RunningStatistics();
            RunningStatistics found = new RunningStatistics();
            for (int key = 0; key < 1_500; key++) {
                expected.add(after(one, steps, key).value(variable));
                found.add(after(other, steps, 1_000_000 + key).value(variable));
            }
            assertMean(expected.mean(), expected.standardError(), found, Math.max(0.03 * expected.mean(), 0.01));
        }
    }

    private static Runs after(Runs runs, int steps, int key) {
        runs.begin(key, 7, 11);
        for (int step = 0; step < steps && runs.step(); step++) {
            // on
        }
        return runs;
    }

    @Test
    void declaredSisAndSeirHaveTheMeansOfThoseWrittenByHand() {
        sameMeans(
                new SusceptibleInfectiousSusceptible(),
                "sis.yaml",
                "{infection: 0.2, recovery: 0.3}",
                15,
                List.of("infectious", "peak", "size"));
        sameMeans(
                new SusceptibleExposedInfectiousRecovered(),
                "seir.yaml",
                "{infection: 0.2, onset: 0.4, recovery: 0.25}",
                10_000,
                List.of("size", "duration", "recovered"));
    }

    @Test
    void declaredRatesHaveTheMeansOfEventsWrittenByHand() {
        sameMeans(
                new ContinuousEpidemic(),
                "continuous.yaml",
                "{infection: 0.5, recovery: 1}",
                100_000,
                List.of("size", "duration", "peak", "peak-time"));
    }

    /** Along one tie infection wins the race with probability β/(β + γ); the last change comes after 1/γ, and 1/γ again. */
    @Test
    void ratesRace() {
        Runs pair = new Runs(
                Compiled.model("continuous.yaml"), "{infection: 0.3, recovery: 2}", network(false, 2, 0, 1), true);
        RunningStatistics infected = new RunningStatistics();
        RunningStatistics duration = new RunningStatistics();
        for (int key = 0; key < 40_000; key++) {
            pair.finish(key, 0);
            infected.add(pair.value("size") - 1);
            duration.add(pair.value("duration"));
        }
        assertMean(0.3 / 2.3, 0, infected, 0.002);
        // The first of both rates after 1/2.3; recovery ends it, infection leads to the later of two recoveries,
        // 3/(2·2).
        assertMean(1 / 2.3 + 0.3 / 2.3 * 0.75, 0, duration, 0.005);
    }

    /** Both succeed in one step with probability ab, then each counts in half of the cases: P = a(1 − b) + ab/2. */
    @Test
    void successesOfOneStepCountAlike() {
        Runs two = new Runs(
                Compiled.model("competition.yaml"),
                "{appeal-a: 0.5, appeal-b: 0.5}",
                network(true, 3, 0, 2, 1, 2),
                true);
        RunningStatistics a = new RunningStatistics();
        RunningStatistics b = new RunningStatistics();
        for (int key = 0; key < 40_000; key++) {
            two.begin(key, 0, 1).step();
            a.add(two.states()[2] == 1 ? 1 : 0);
            b.add(two.states()[2] == 2 ? 1 : 0);
        }
        assertMean(0.375, 0, a, 0.003);
        assertMean(0.375, 0, b, 0.003);
    }

    /** Two sure contacts for A and one for B: A wins two times in three, and each source is the cause in a third. */
    @Test
    void everyContactCountsAsOneChance() {
        Runs three = new Runs(
                Compiled.model("competition.yaml"),
                "{appeal-a: 1, appeal-b: 1}",
                network(true, 4, 0, 3, 1, 3, 2, 3),
                false);
        RunningStatistics a = new RunningStatistics();
        RunningStatistics first = new RunningStatistics();
        for (int key = 0; key < 30_000; key++) {
            three.begin(key, 0, 1, 2).step(); // seeds take A, B, A in turn
            a.add(three.states()[3] == 1 ? 1 : 0);
            first.add(three.events.get(3).cause() == 0 ? 1 : 0);
        }
        assertMean(2 / 3., 0, a, 0.003);
        assertMean(1 / 3., 0, first, 0.003);
    }

    /** Nobody has ties: who waits after t steps has failed t times. */
    @Test
    void spontaneousAdoptionIsGeometric() {
        Runs alone = new Runs(Compiled.model("bass.yaml"), "{innovation: 0.1}", network(false, 500), true);
        RunningStatistics adopters = new RunningStatistics();
        for (int key = 0; key < 400; key++) {
            alone.begin(key);
            for (int step = 0; step < 5; step++) {
                alone.step();
            }
            adopters.add(alone.value("adopter-share"));
            assertTrue(alone.events.stream().allMatch(event -> event.cause() == Run.SPONTANEOUS));
        }
        assertMean(1 - StrictMath.pow(0.9, 5), 0, adopters, 0.002); // 0.40951
    }

    /** On the path 0-1-2-3 with a tie 0-2, nodes 0 and 1 active, two are enough for 2 alone. */
    @Test
    void twoNeighboursAreNeeded() {
        Runs path = new Runs(
                Compiled.model("complex-contagion.yaml"),
                "{needed: 2, adoption: 1, forgetting: 0}",
                network(false, 4, 0, 1, 1, 2, 2, 3, 0, 2),
                true);
        path.finish(1, 0, 1);
        assertArrayEquals(new int[] {1, 1, 1, 0}, path.states());
        assertEquals(List.of(new Runs.Event(1, 2, 0, 1, 1)), path.events.subList(2, 3));
        assertEquals(3, path.events.size());
        assertEquals(1, path.value("duration"));
    }

    /** Above and at least differ where the share is met exactly. */
    @Test
    void aboveIsNotAtLeast() {
        Network star = network(false, 5, 0, 1, 0, 2, 0, 3, 0, 4);
        for (String key : List.of("share-at-least: 0.5", "share-above: 0.5", "number-at-least: 2", "number-above: 2")) {
            Model<Record> model = Compiled.of("threshold.yaml", """
                    name: Threshold
                    summary: Half of four.
                    states: [off, on]
                    rules: [{from: off, to: on, by: on, %s}]
                    """.replace("%s", key));
            Runs runs = new Runs(model, "{}", star, true);
            runs.begin(1, 1, 2).step();
            assertEquals(key.contains("at-least") ? 1 : 0, runs.states()[0], key);
            runs.begin(1, 1, 2, 3).step();
            assertEquals(1, runs.states()[0], key);
        }
    }

    /** In a directed chain 0 → 1 → 2 contacts go along the arcs, or against them. */
    @Test
    void neighboursAreThoseAsked() {
        String yaml = """
                name: Way
                summary: Along or against.
                states: [off, on]
                rules: [{from: off, to: on, by: on, neighbours: %s, probability: 1}]
                """;
        Network chain = network(true, 3, 0, 1, 1, 2);
        for (boolean common : new boolean[] {true, false}) {
            Runs in = new Runs(Compiled.of("way.yaml", yaml.replace("%s", "in")), "{}", chain, common);
            assertArrayEquals(new int[] {0, 1, 1}, in.finish(1, 1).states());
            Runs out = new Runs(Compiled.of("way.yaml", yaml.replace("%s", "out")), "{}", chain, common);
            assertArrayEquals(new int[] {1, 1, 0}, out.finish(1, 1).states());
        }
    }
}
