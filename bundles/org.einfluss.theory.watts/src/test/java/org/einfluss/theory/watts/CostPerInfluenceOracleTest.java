package org.einfluss.theory.watts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostPerInfluenceOracleTest {
    private static final List<Double> FOLLOWERS = List.of(10.0, 100.0, 1000.0, 10_000.0, 100_000.0);

    private static Findings model(double exponent, double acquisition) {
        return new CostModel()
                .calculate(new CostModel.Parameters(exponent, acquisition, 0.01, 0.1, FOLLOWERS), Progress.NONE);
    }

    private static double best(Findings findings) {
        return findings.table("optimum").orElseThrow().column("followers").doubleAt(0);
    }

    @Test
    void costPerInfluenceOfGivenFollowers() {
        double[] known = {31.9391, 11.0, 6.32456, 11.0, 31.9391};
        double[] cpi =
                model(0.5, 1000).table("followers").orElseThrow().column("cpi").toDoubles();
        for (int i = 0; i < known.length; i++) {
            assertEquals(known[i], cpi[i], 1e-5 * known[i]);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1000, 1000", "0.8, 1000, 4000", "0.5, 0, NaN", "1, 1000, NaN", "1.2, 1000, NaN", "0, 1000, NaN"})
    void cheapestFollowers(double exponent, double acquisition, double known) {
        assertEquals(known, best(model(exponent, acquisition)), 1e-9 * 4000);
    }

    @Test
    void costFallsOrRisesToTheEnd() {
        double[] buyLargest =
                model(1.2, 1000).table("curve").orElseThrow().column("cpi").toDoubles();
        double[] buySmallest =
                model(0.5, 0).table("curve").orElseThrow().column("cpi").toDoubles();
        for (int i = 1; i < buyLargest.length; i++) {
            assertTrue(buyLargest[i] < buyLargest[i - 1] && buySmallest[i] > buySmallest[i - 1]);
        }
    }

    private static double[] influence(Dataset dataset, CreditRule rule) {
        AdoptionLog log = dataset.logs().get(0);
        return Participations.influence(log, dataset.network().graph(), rule, Progress.NONE);
    }

    /** u adopts first, v and w from u, x after both: by hand for each rule. */
    @Test
    void creditOfTheDiamond() {
        Dataset diamond = SmallCascades.diamond();
        assertArrayEquals(new double[] {3, 1, 0, 0, 0}, influence(diamond, CreditRule.FIRST), 1e-12);
        assertArrayEquals(new double[] {3, 0, 1, 0, 0}, influence(diamond, CreditRule.LAST), 1e-12);
        assertArrayEquals(new double[] {3, 0.5, 0.5, 0, 0}, influence(diamond, CreditRule.EQUAL), 1e-12);
    }

    /** Everybody but the first was exposed in this network, so that the first is credited with all others, whatever the rule. */
    @Test
    void creditIsConserved() {
        GraphBuilder complete = new GraphBuilder(6, false);
        for (int u = 0; u < 6; u++) {
            for (int v = 0; v < u; v++) {
                complete.add(u, v);
            }
        }
        Graph graph = complete.build().graph();
        AdoptionLog log =
                SmallCascades.log(1, new int[6], new int[] {3, 1, 5, 0, 2, 4}, new double[] {0, 1, 2, 3, 4, 5});
        for (CreditRule rule : CreditRule.values()) {
            assertEquals(5, influence(SmallCascades.dataset(graph, log), rule)[0], 1e-12, rule.name());
        }
    }

    /** User 1 brings three others in every item, user 2 nobody: what the other folds say comes true. */
    @Test
    void influenceIsPredictedFromOtherItemsAlone() {
        GraphBuilder ties = new GraphBuilder(9, true);
        for (int v = 3; v < 6; v++) {
            ties.add(1, v);
            ties.add(2, v + 3);
        }
        Graph graph = ties.build().graph();
        int items = 10;
        int[] cascade = new int[5 * items];
        int[] node = new int[5 * items];
        double[] time = new double[5 * items];
        for (int c = 0; c < items; c++) {
            int[] order = {1, 2, 3, 4, 5};
            for (int i = 0; i < 5; i++) {
                cascade[5 * c + i] = c;
                node[5 * c + i] = order[i];
                time[5 * c + i] = i;
            }
        }
        AdoptionLog log = SmallCascades.log(items, cascade, node, time);
        double[] influence = Participations.influence(log, graph, CreditRule.LAST, Progress.NONE);
        Participations known = Participations.of(log, graph, influence, 5, 0);
        for (int i = 0; i < known.predicted().length; i++) {
            assertEquals(node[i] == 1 ? 3 : 0, known.predicted()[i], 1e-12);
        }
        // With infinite weight of the bin both users of three followers are expected to bring 1.5.
        Participations binned = Participations.of(log, graph, influence, 5, 1e12);
        assertEquals(1.5, binned.predicted()[0], 1e-9);
        assertEquals(1.5, binned.predicted()[1], 1e-9);
        Findings findings = new CostPerInfluence()
                .analyse(
                        SmallCascades.dataset(graph, log),
                        new CostPerInfluence.Parameters(CreditRule.LAST, 5, 5, 0, 0.01, List.of(0.0, 1000.0)),
                        Progress.NONE);
        Table costs = findings.table("costs").orElseThrow();
        // The top bin is user 1 in ten items: cost 10 · 0.01 (1000 + 3), influence 30.
        int last = costs.rows() - 1;
        assertEquals("bin 5", costs.column("bin").textAt(last));
        assertEquals(100.3 / 30, costs.column("cpi").doubleAt(last), 1e-9);
        assertEquals(3, findings.table("bins").orElseThrow().column("realised").doubleAt(4), 1e-12);
    }

    @Test
    void binsHoldAllInfluenceAndFoldsWholeItems() {
        Dataset dataset = SmallCascades.random();
        AdoptionLog log = dataset.logs().get(0);
        double[] influence = influence(dataset, CreditRule.EQUAL);
        Participations all = Participations.of(log, dataset.network().graph(), influence, 4, 2);
        for (int i = 0; i < influence.length; i++) {
            assertEquals(log.cascade()[i] % 4, all.fold()[i]);
            assertTrue(Double.isFinite(all.predicted()[i]));
        }
        double[] ofBins = new CostPerInfluence()
                .analyse(
                        dataset,
                        new CostPerInfluence.Parameters(CreditRule.EQUAL, 3, 4, 2, 0.01, List.of(10.0)),
                        Progress.NONE)
                .table("costs")
                .orElseThrow()
                .column("influence")
                .toDoubles();
        assertEquals(3, ofBins.length);
        assertEquals(Arrays.stream(influence).sum(), Arrays.stream(ofBins).sum(), 1e-9);
    }

    @Test
    void tooFewItemsAreRefused() {
        InputException refused = assertThrows(
                InputException.class,
                () -> new CostPerInfluence()
                        .analyse(
                                SmallCascades.diamond(),
                                new CostPerInfluence.Parameters(CreditRule.LAST, 3, 5, 2, 0.01, List.of(10.0)),
                                Progress.NONE));
        assertTrue(refused.getMessage().contains("has 2"), refused.getMessage());
    }
}
