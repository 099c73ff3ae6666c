package org.einfluss.theory.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.Direction;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.ErdosRenyi;
import org.einfluss.math.RandomStream;
import org.einfluss.theory.baselines.IndependentCascade;
import org.einfluss.theory.baselines.Probability;
import org.junit.jupiter.api.Test;

/** Losses of worked graphs, and of random ones against a rerun for each blocked node. */
class LostWithoutOracleTest {
    private static Graph graph(int nodes, boolean directed, int... ends) {
        GraphBuilder graph = new GraphBuilder(nodes, directed);
        for (int i = 0; i < ends.length; i += 2) {
            graph.add(ends[i], ends[i + 1]);
        }
        return graph.build().graph();
    }

    /** Losses by node where every arc is live; −1 for those that do not adopt. */
    private static int[] losses(Graph graph, int... seeds) {
        double[] sure = new double[graph.arcs()];
        Arrays.fill(sure, 1);
        LiveWorld world = new LiveWorld(graph, sure);
        world.draw(new Run().begin(1), seeds);
        int[] lost = new int[graph.nodes()];
        Arrays.fill(lost, -1);
        for (int i = 0; i < world.size; i++) {
            lost[world.order[i]] = world.lost(i);
        }
        return lost;
    }

    private static final Graph PATH = graph(4, true, 0, 1, 1, 2, 2, 3);
    private static final Graph DIAMOND = graph(4, true, 0, 1, 0, 2, 1, 3, 2, 3);
    /** Two triangles joined over node 6. */
    private static final Graph BOW = graph(7, false, 0, 1, 0, 2, 1, 2, 3, 4, 3, 5, 4, 5, 2, 6, 6, 3);

    @Test
    void lossesByHandWhereEveryArcIsLive() {
        assertArrayEquals(new int[] {3, 2, 1, 0}, losses(PATH, 0), "all paths lead through all before");
        assertArrayEquals(new int[] {3, 0, 0, 0}, losses(DIAMOND, 0), "two ways to 3: neither middle is needed");
        assertArrayEquals(new int[] {1, 0, 0, 0}, losses(DIAMOND, 0, 2), "2 is a seed: only 1 hangs on 0");
        // From 0: 1 is reached by 0 alone (or over 2), 2 cuts off 6, 3, 4, 5; then 6, then 3.
        assertArrayEquals(new int[] {6, 0, 4, 2, 0, 0, 3}, losses(BOW, 0));
        assertArrayEquals(
                new int[] {0, 0, 0, 2, 0, 0, 0},
                losses(BOW, 0, 3),
                "1 and 2 are reached from 3 as well, 4 and 5 are not from 0");
        assertArrayEquals(new int[] {-1, 2, 1, 0}, losses(PATH, 1));
        // 1-2-3-1 is a circle that is entered at 1 and at 3: nobody in it is needed for anybody else.
        assertArrayEquals(new int[] {3, 0, 0, 0}, losses(graph(4, true, 0, 1, 0, 3, 1, 2, 2, 3, 3, 1, 2, 1, 3, 2), 0));
    }

    /** The model itself, run again with node s blocked: chances of its arcs 0, so that all arcs keep their numbers and coins. */
    private static int rerun(Graph graph, double[] chance, long key, int[] seeds, int blocked) {
        double[] p = chance.clone();
        for (int u = 0; u < graph.nodes(); u++) {
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                p[a] = u == blocked || graph.target(a) == blocked ? 0 : p[a];
            }
        }
        Network network = Network.of(graph).withArcColumn(Column.doubles("p", "", p));
        Simulation simulation =
                new IndependentCascade().bind(new IndependentCascade.Parameters(new Probability.Table("p")), network);
        simulation.begin(new Run()
                .begin(key, IntStream.of(seeds).filter(v -> v != blocked).toArray()));
        boolean alive = true;
        while (alive) {
            alive = simulation.step();
        }
        return (int) IntStream.range(0, graph.nodes())
                .filter(v -> v != blocked && simulation.nodes().state(v) == 1)
                .count();
    }

    @Test
    void lossesAreThoseOfTheModelRunAgain() {
        RandomStream random = new RandomStream(8);
        int blockedWithLoss = 0;
        for (int trial = 0; trial < 60; trial++) {
            Graph graph = ErdosRenyi.gnm(25, 20 + random.nextInt(60), random);
            double[] chance = new double[graph.arcs()];
            Arrays.setAll(chance, a -> random.nextDouble());
            int[] seeds = random.nextBoolean(0.5) ? new int[] {3} : new int[] {24, 3, 11};
            LiveWorld world = new LiveWorld(graph, chance);
            world.draw(new Run().begin(999), new int[] {7}); // what it did before must not matter
            world.draw(new Run().begin(trial), seeds);
            assertEquals(rerun(graph, chance, trial, seeds, -1), world.size);
            for (int i = 0; i < world.size; i++) {
                int without = rerun(graph, chance, trial, seeds, world.order[i]);
                assertEquals(world.size - 1 - without, world.lost(i), "trial " + trial + ", node " + world.order[i]);
                blockedWithLoss += world.lost(i) > 0 ? 1 : 0;
            }
        }
        assertTrue(blockedWithLoss > 100);
    }

    private static Dataset dataset(Graph graph) {
        DatasetDescriptor descriptor = new DatasetDescriptor(
                "worked", "Worked", "", "", "", List.of(), List.of(), "none", Direction.MUTUAL, "");
        return new Dataset(descriptor, Network.of(graph), List.of());
    }

    private static Findings analyse(Dataset dataset, double p, int worlds, String... seeds) {
        return new LostWithout()
                .analyse(
                        dataset,
                        new LostWithout.Parameters(
                                List.of(seeds), Optional.empty(), new Chance.Constant(p), worlds, 7, 3, 1),
                        Progress.NONE);
    }

    private static Map<String, Double> column(Findings findings, String name) {
        Table nodes = findings.table("nodes").orElseThrow();
        Map<String, Double> values = new HashMap<>();
        for (int r = 0; r < nodes.rows(); r++) {
            values.put(nodes.column("node").textAt(r), nodes.column(name).doubleAt(r));
        }
        return values;
    }

    @Test
    void creditAddsUpAndLossesDoNot() {
        Findings path = analyse(dataset(PATH), 1, 2, "0");
        assertEquals(Map.of("0", 3.0, "1", 2.0, "2", 1.0, "3", 0.0), column(path, "lost"));
        assertEquals(Map.of("0", 1.0, "1", 1.0, "2", 1.0, "3", 0.0), column(path, "equal"));
        assertEquals(Map.of("0", 3.0, "1", 2.0, "2", 1.0, "3", 0.0), column(path, "path"), "one path: all its credit");
        Findings diamond = analyse(dataset(DIAMOND), 1, 2, "0");
        assertEquals(Map.of("0", 3.0, "1", 0.0, "2", 0.0, "3", 0.0), column(diamond, "lost"));
        assertEquals(Map.of("0", 2.0, "1", 0.5, "2", 0.5, "3", 0.0), column(diamond, "equal"));
        for (Findings findings : List.of(path, diamond, analyse(dataset(BOW), 0.4, 500, "0"))) {
            Table rules = findings.table("rules").orElseThrow();
            double adoptions = findings.headlines().get(0).value();
            for (int r = 0; r < Credit.values().length; r++) {
                assertEquals(adoptions, rules.column("total").doubleAt(r), 1e-9, "conserved");
            }
            assertEquals("lost", rules.column("measure").textAt(rules.rows() - 1));
            assertEquals(1, rules.column("correlation").doubleAt(rules.rows() - 1), 1e-12);
        }
        assertEquals(6, path.headlines().get(1).value(), 1e-12, "twice the three adoptions");
        assertEquals(3, diamond.headlines().get(1).value(), 1e-12);
        assertEquals(2.0 / 3, path.headlines().get(2).value(), 1e-12, "2 on 1, 3 on 1 and 2; 1 on the seed alone");
        assertEquals(0, diamond.headlines().get(2).value());
    }

    /** Path 0-1-2-3 with p = 1/2: without 1 the others lost are p² + p³, and so on. */
    @Test
    void expectedLossesOfThePathAndTheDiamond() {
        Findings path = analyse(dataset(PATH), 0.5, 40_000, "0");
        Map<String, Double> lost = column(path, "lost");
        Map<String, Double> error = column(path, "lost-error");
        Map<String, Double> known = Map.of("0", .875, "1", .375, "2", .125, "3", 0.0);
        known.forEach((node, value) -> assertEquals(value, lost.get(node), 4 * error.get(node), "path, node " + node));
        // The variance of what is lost without 2: p³ (1 − p³).
        assertEquals(Math.sqrt(.125 * .875 / 40_000), error.get("2"), 0.03 * error.get("2"));
        // Diamond: 3 hangs on 1 if 0-1-3 is live and 0-2-3 is not: p² (1 − p²). It adopts with 1 − (1 − p²)².
        Findings diamond = analyse(dataset(DIAMOND), 0.5, 40_000, "0");
        assertEquals(
                .1875,
                column(diamond, "lost").get("1"),
                4 * column(diamond, "lost-error").get("1"));
        assertEquals(
                1 + .4375,
                column(diamond, "lost").get("0"),
                4 * column(diamond, "lost-error").get("0"));
    }

    @Test
    void startsFromThoseWhoHadNoSourceInTheLog() {
        // Cascade 0 of the pairs starts from 0, the others from 3 and 0, and from 1 and 3. Without live arcs nobody
        // follows.
        Findings findings = new LostWithout()
                .analyse(
                        AttributionOracleTest.pairs(),
                        new LostWithout.Parameters(List.of(), Optional.empty(), new Chance.Constant(0), 3000, 7, 10, 1),
                        Progress.NONE);
        Map<String, Double> adoption = column(findings, "adoption");
        double error = 4 * Math.sqrt(2.0 / 9 / 3000);
        assertEquals(2.0 / 3, adoption.get("0"), error);
        assertEquals(1.0 / 3, adoption.get("1"), error);
        assertEquals(2.0 / 3, adoption.get("3"), error);
        assertEquals(3, adoption.size());
    }

    @Test
    void saysWhatItCannotDo() {
        assertTrue(assertThrows(InputException.class, () -> analyse(dataset(PATH), 1, 2))
                .getMessage()
                .contains("no log"));
        assertTrue(assertThrows(InputException.class, () -> analyse(dataset(PATH), 1, 2, "9"))
                .getMessage()
                .contains("'9'"));
        assertThrows(InputException.class, () -> analyse(dataset(PATH), 1, 2, "1", "1"));
    }

    @Test
    void chancesComeFromSeveralPlaces() {
        Network network = Network.of(DIAMOND).withArcColumn(Column.doubles("w", "", new double[] {.1, .2, .3, 1}));
        assertArrayEquals(new double[] {1, 1, .5, .5}, new Chance.Weighted().ofArcs(network));
        assertArrayEquals(new double[] {.1, .2, .3, 1}, new Chance.Table("w").ofArcs(network));
        assertThrows(InputException.class, () -> new Chance.Table("x").ofArcs(network));
        Network wrong = Network.of(DIAMOND).withArcColumn(Column.doubles("w", "", new double[] {.1, .2, .3, 2}));
        assertThrows(InputException.class, () -> new Chance.Table("w").ofArcs(wrong));
        Network people = Network.of(DIAMOND).withNodeColumn(Column.doubles("p", "", new double[] {.5, .3, .2, 1}));
        double[] pooled = {1, 1, 1, 1};
        assertArrayEquals(pooled, new SourceChance.Pooled().of(people, pooled));
        assertArrayEquals(new double[] {.2, .2, .2, .2}, new SourceChance.Constant(.2).of(people, pooled));
        assertArrayEquals(new double[] {.5, .3, .2, 1}, new SourceChance.Table("p").of(people, pooled));
        assertThrows(InputException.class, () -> new SourceChance.Table("q").of(people, pooled));
        Network none = Network.of(DIAMOND).withNodeColumn(Column.doubles("p", "", new double[] {.5, .3, 0, 1}));
        assertThrows(InputException.class, () -> new SourceChance.Table("p").of(none, pooled));
    }
}
