package org.einfluss.theory.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.Direction;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.StochasticBlockModel;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;

class AttributionOracleTest {
    private static double[] shapley(double... p) {
        double[] value = new double[p.length];
        Credit.shapley(p, p.length, value);
        return value;
    }

    @Test
    void shapleyValuesOfWorkedCoalitions() {
        assertArrayEquals(new double[] {.375, .375}, shapley(.5, .5), 1e-9);
        assertArrayEquals(new double[] {.54, .14}, shapley(.6, .2), 1e-9);
        assertArrayEquals(new double[] {.385, .205, .13}, shapley(.5, .3, .2), 1e-9);
        assertArrayEquals(new double[] {1}, shapley(1), 1e-12);
    }

    /** By the definition: the mean marginal contribution over all orders, here over all subsets. */
    private static double[] overSubsets(double[] p) {
        int n = p.length;
        double[] factorial = new double[n + 1];
        factorial[0] = 1;
        for (int i = 1; i <= n; i++) {
            factorial[i] = i * factorial[i - 1];
        }
        double[] value = new double[n];
        for (int set = 0; set < 1 << n; set++) {
            double none = 1;
            for (int i = 0; i < n; i++) {
                none *= (set >> i & 1) == 1 ? 1 - p[i] : 1;
            }
            int size = Integer.bitCount(set);
            for (int i = 0; i < n; i++) {
                if ((set >> i & 1) == 0) {
                    value[i] += factorial[size] * factorial[n - size - 1] / factorial[n] * none * p[i];
                }
            }
        }
        return value;
    }

    @Test
    void shapleyIsTheMeanMarginalContribution() {
        RandomStream random = new RandomStream(12);
        for (int n = 1; n <= 12; n++) {
            double[] p = new double[n];
            Arrays.setAll(p, i -> random.nextBoolean(0.1) ? 1 : random.nextDouble());
            assertArrayEquals(overSubsets(p), shapley(p), 1e-12, "n = " + n);
        }
    }

    @Test
    void shapleyValuesOfManySourcesAddUpToTheWhole() {
        double[] p = new double[120];
        RandomStream random = new RandomStream(13);
        Arrays.setAll(p, i -> random.nextDouble() * 0.9);
        assertEquals(1, Arrays.stream(shapley(p)).sum(), 1e-12);
    }

    @Test
    void everyRuleDividesOneAdoption() {
        double[] age = {7, 14, 0.5, 7};
        double[] p = {.5, .2, .1, .9};
        double[] share = new double[4];
        Credit.LAST.divide(age, p, 4, 7, share);
        assertArrayEquals(new double[] {0, 0, 1, 0}, share);
        Credit.FIRST.divide(age, p, 4, 7, share);
        assertArrayEquals(new double[] {0, 1, 0, 0}, share);
        Credit.EQUAL.divide(age, p, 4, 7, share);
        assertArrayEquals(new double[] {.25, .25, .25, .25}, share);
        Credit.DECAY.divide(age, p, 2, 7, share);
        // exp(−1) : exp(−2) is 1 : exp(−1).
        assertEquals(Math.E / (1 + Math.E), share[0], 1e-12);
        Credit.LAST.divide(new double[] {3, 3}, p, 2, 7, share);
        assertEquals(0.5, share[0]);
        Credit.SHAPLEY.divide(age, new double[] {.5, .3, .2}, 3, 7, share);
        assertEquals(.385 / .72, share[0], 1e-12);
        for (Credit rule : Credit.values()) {
            rule.divide(age, p, 4, 7, share);
            assertEquals(1, Arrays.stream(share).sum(), 1e-12);
        }
    }

    /** Nodes u, v, w, x = 0, 1, 2, 3. */
    private static Graph diamond(boolean direct) {
        GraphBuilder arcs = new GraphBuilder(4, true);
        arcs.add(0, 1);
        arcs.add(0, 2);
        arcs.add(1, 3);
        arcs.add(2, 3);
        if (direct) {
            arcs.add(0, 3);
        }
        return arcs.build().graph();
    }

    @Test
    void creditAlongThePathsOfTheDiamond() {
        double[] time = {0, 1, 1, 2};
        int[] order = {0, 1, 2, 3};
        assertEquals(1, PathCredit.of(diamond(false), time, order, 4, 0)[3], 1e-9);
        assertEquals(.5, PathCredit.of(diamond(false), time, order, 4, 1)[3], 1e-9);
        assertEquals(1, PathCredit.of(diamond(true), time, order, 4, 0)[3], 1e-9);
        assertEquals(1.0 / 3, PathCredit.of(diamond(true), time, order, 4, 1)[3], 1e-9);
    }

    @Test
    void totalsOfPathCreditAreSumsOverTheAdopters() {
        Network network = StochasticBlockModel.draw(
                new int[] {30, 30}, new double[][] {{.2, .02}, {.02, .2}}, new RandomStream(5));
        Graph graph = network.graph();
        RandomStream random = new RandomStream(6);
        double[] time = new double[60];
        Integer[] sorted = new Integer[60];
        for (int v = 0; v < 60; v++) {
            time[v] = random.nextInt(9) == 0 ? Double.POSITIVE_INFINITY : random.nextInt(12);
            sorted[v] = v;
        }
        Arrays.sort(sorted, (u, v) -> Double.compare(time[u], time[v]));
        int[] order = new int[60];
        int size = 0;
        for (int v : sorted) {
            if (time[v] < Double.POSITIVE_INFINITY) {
                order[size++] = v;
            }
        }
        double[] total = new double[60];
        PathCredit.addTotals(graph, time, order, size, new double[60], total);
        for (int v = 0; v < 60; v++) {
            double sum =
                    Arrays.stream(PathCredit.of(graph, time, order, size, v)).sum();
            assertEquals(time[v] < Double.POSITIVE_INFINITY ? sum - 1 : 0, total[v], 1e-9);
        }
    }

    /** Two pairs joined by 1-2; three cascades. */
    static Dataset pairs() {
        GraphBuilder ties = new GraphBuilder(4, false);
        ties.add(0, 1);
        ties.add(1, 2);
        ties.add(2, 3);
        Network network = Network.of(ties.build().graph())
                .withNodeColumn(Column.texts("side", new String[] {"left", "left", "right", "right"}));
        AdoptionLog log = new AdoptionLog(
                "posts",
                "posts",
                "days",
                3,
                new int[] {0, 0, 0, 0, 1, 1, 2, 2, 2},
                new int[] {0, 1, 2, 3, 3, 0, 1, 3, 2},
                new double[] {0, 1, 2, 3, 0, 5, 0, 0, 4},
                new int[0],
                Double.NaN);
        DatasetDescriptor descriptor =
                new DatasetDescriptor("pairs", "Pairs", "", "", "", List.of(), List.of(), "none", Direction.MUTUAL, "");
        return new Dataset(descriptor, network, List.of(log));
    }

    static InfluenceFlow.Parameters flow(Credit rule, int slices, int rewirings) {
        return new InfluenceFlow.Parameters(
                Optional.empty(), Optional.of("side"), 8, rule, 7, slices, new SourceChance.Pooled(), rewirings, 1);
    }

    @Test
    void flowsConserveTheAdoptions() {
        for (Credit rule : Credit.values()) {
            Findings findings = new InfluenceFlow().analyse(pairs(), flow(rule, 2, 3), Progress.NONE);
            Table flows = findings.table("flows").orElseThrow();
            double[] flow = flows.column("flow").toDoubles();
            assertEquals(9, Arrays.stream(flow).sum(), 1e-12);
            assertEquals(9, Arrays.stream(flows.column("expected").toDoubles()).sum(), 1e-12);
            assertEquals(
                    9,
                    Arrays.stream(findings.table("slices")
                                    .orElseThrow()
                                    .column("flow")
                                    .toDoubles())
                            .sum(),
                    1e-12);
            // Five adoptions have no source; 1 by 0 is left to left, 2 by 1 left to right, 3 by 2 right to right, 2 by
            // 1 and 3.
            double fromLeft = rule == Credit.SHAPLEY ? Double.NaN : 1.5;
            assertEquals("left", flows.column("from").textAt(0));
            assertEquals(1, flow[0]);
            if (!Double.isNaN(fromLeft)) {
                assertEquals(fromLeft, flow[1]);
                assertEquals(1.5, flow[3]);
            }
            assertEquals(5, flow[4] + flow[5]);
            assertEquals("external", flows.column("from").textAt(4));
        }
    }

    @Test
    void exposureCountsThoseAtRiskAtExactlyK() {
        Findings findings =
                new ExposureCurve().analyse(pairs(), new ExposureCurve.Parameters(Optional.empty(), 5), Progress.NONE);
        Table curve = findings.table("exposure").orElseThrow();
        // k = 1: cascade 0: 1 by 0, 2 by 1, 3 by 2 adopt. Cascade 1: 2 by 3 does not; 1 by 0 came on day 5, the last
        // day on which
        // anything is seen. Cascade 2: 0 by 1 does not; 2 goes to two exposures at once.
        assertEquals(5, curve.column("at-risk").doubleAt(0));
        assertEquals(3, curve.column("adopted").doubleAt(0));
        assertEquals(0.6, curve.column("adoption").doubleAt(0));
        assertEquals(1, curve.column("at-risk").doubleAt(1));
        assertEquals(1, curve.column("adopted").doubleAt(1));
        Table components = findings.table("components").orElseThrow();
        assertEquals(1, components.rows());
        assertEquals(2, components.column("components").doubleAt(0), "1 and 3 are not tied");
        assertTrue(curve.column("low").doubleAt(0) < 0.3 && curve.column("high").doubleAt(0) > 0.7);
    }
}
