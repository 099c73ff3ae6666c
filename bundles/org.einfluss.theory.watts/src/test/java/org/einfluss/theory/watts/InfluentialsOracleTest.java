package org.einfluss.theory.watts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.api.study.Study;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.ErdosRenyi;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfluentialsOracleTest {
    private static final Threshold PHI = new Threshold.Constant(0.18);
    private static final double HALF = 0.51e-5;

    @ParameterizedTest
    @CsvSource({
        "1.5, .54885, .93800, 1.7090, 2.599",
        "2,   .75422, .99530, 1.3196, 2.376",
        "3,   .87346, .99901, 1.1437, 2.115",
        "4,   .86530, .99479, 1.1497, 1.962",
        "5,   .69531, .91406, 1.3146, 1.844",
        "5.5, .37613, .58879, 1.5654, 1.813"
    })
    void reciprocalNetworks(double z, double average, double top, double multiplier, double relative) {
        Influence one = Influence.ofThresholds(PHI, new DegreeLaw.Poisson(z), 0.1);
        assertEquals(average, one.average(), HALF);
        assertEquals(top, one.top(), HALF);
        assertEquals(multiplier, one.multiplier(), 0.51e-4);
        // D was observed on networks of 10,000 nodes.
        assertEquals(relative, one.relativeInfluence(), 0.004);
        assertTrue(one.multiplier() < one.relativeInfluence());
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, .56421, .94799, 1.6802",
        "2,   .76554, .99668, 1.3019",
        "3,   .88527, .99947, 1.1290",
        "4,   .89463, .99801, 1.1156",
        "5,   .84423, .98435, 1.1660",
        "6,   .69579, .90060, 1.2944"
    })
    void oneWayNetworks(double z, double average, double top, double multiplier) {
        Findings findings = new Influentials()
                .calculate(new Influentials.Parameters(PHI, new DegreeLaw.DirectedPoisson(z), 0.1), Progress.NONE);
        Table one = findings.table("influentials").orElseThrow();
        assertEquals(average, one.column("P_avg").doubleAt(0), HALF);
        assertEquals(top, one.column("P_top").doubleAt(0), HALF);
        assertEquals(multiplier, one.column("M").doubleAt(0), 0.51e-4);
    }

    @Test
    void oneWayWindowIsThatOfOneMoreNeighbour() {
        WindowEdges edges = WindowEdges.of(PHI, DegreeLaw.DirectedPoisson::new, 20);
        assertEquals(1, edges.windows().size());
        assertEquals(1.00373, edges.windows().get(0).from(), 1.1e-5);
        assertEquals(7.47708, edges.windows().get(0).to(), 7.5e-5);
    }

    @ParameterizedTest
    @CsvSource({"1.1, .176134", "1.5, .582812", "2, .796812", "3, .940480", "5, .993023"})
    void outbreaksOfPercolation(double reproduction, double size) {
        // s depends on zT alone.
        for (double z : new double[] {reproduction, 2 * reproduction}) {
            Findings findings = new Outbreak()
                    .calculate(new Outbreak.Parameters(z, new Transmission.Once(reproduction / z), 0.1), Progress.NONE);
            Table one = findings.table("outbreak").orElseThrow();
            assertEquals(size, one.column("P_avg").doubleAt(0), 0.51e-6 + 1e-5 * size);
            assertEquals(size, one.column("size").doubleAt(0), 0.51e-6 + 1e-5 * size);
        }
    }

    @Test
    void outbreakFromADegreeAndFromAPeriod() {
        // T = 1 − e^{−0.5·2} = 1 − 1/e; a seed of degree 0 starts nothing, of degree 1 with probability Ts.
        Transmission period = new Transmission.Period(0.5, 2);
        assertEquals(0.6321205588, period.transmissibility(), 1e-10);
        Table byDegree = new Outbreak()
                .calculate(new Outbreak.Parameters(2, new Transmission.Once(1), 0.1), Progress.NONE)
                .table("by-degree")
                .orElseThrow();
        assertEquals(0, byDegree.column("outbreak").doubleAt(0));
        assertEquals(.796812, byDegree.column("outbreak").doubleAt(1), 1e-5);
        assertEquals(1 - Math.pow(1 - .796812, 3), byDegree.column("outbreak").doubleAt(3), 1e-5);
    }

    @Test
    void topShareCutsFractionally() {
        // Degrees 0 and 1 for half the nodes each, 4 for none; the top 0.75 are all of degree 1 and half of degree 0.
        TopShare top = TopShare.of(new double[] {0.5, 0.5}, 0.75);
        assertEquals(0, top.cut());
        assertEquals(0.5, top.atCut(), 1e-12);
        assertEquals(1, top.membership(1));
        assertEquals((1 / 1.5) / 0.5, top.relativeInfluence(), 1e-12);
    }

    /** A path 0–1–2–3–4: with T = 1 for influentials and 0 for others, only a middle node can pass on. */
    @Test
    void influentialsAloneMayPassOn() {
        GraphBuilder star = new GraphBuilder(5, false);
        for (int v = 1; v < 5; v++) {
            star.add(0, v);
        }
        var parameters = new InfluentialPercolation.Parameters(new Transmission.Once(0), new Transmission.Once(1), 0.2);
        var simulation = new InfluentialPercolation()
                .bind(parameters, Network.of(star.build().graph()));
        double[] row = new double[6];
        for (int seed = 0; seed < 5; seed++) {
            simulation.begin(new org.einfluss.api.model.Run().begin(1, seed));
            while (simulation.step()) {}
            simulation.observe(row, 0);
            assertEquals(seed == 0 ? 5 : 1, row[0], "seed " + seed);
        }
    }

    @Test
    void thresholdsFollowTheRankOfInfluence() {
        GraphBuilder arcs = new GraphBuilder(4, true);
        arcs.add(0, 1);
        arcs.add(0, 2);
        arcs.add(1, 2);
        arcs.add(2, 1);
        // Out-degrees 2, 1, 1, 0: mid-ranks 7/8, 1/2, 1/2, 1/8.
        Network made = new ThresholdsByInfluence()
                .apply(
                        new ThresholdsByInfluence.Parameters(0.1, 0.9),
                        Network.of(arcs.build().graph()),
                        new RandomStream(1));
        double[] expected = {0.8, 0.5, 0.5, 0.2};
        for (int v = 0; v < 4; v++) {
            assertEquals(expected[v], made.nodeColumn("threshold").orElseThrow().doubleAt(v), 1e-12);
        }
    }

    @Test
    void ratioIsNarrowedByWhatItsPartsShare() {
        double[] x = {2, 4, 6};
        double[] y = {1, 2, 3};
        Ratio paired = Ratio.of(x, y, true);
        assertEquals(2, paired.value(), 1e-15);
        assertEquals(2, paired.high(), 1e-12);
        // Residuals −1, 0, 1 over ȳ = 2: SE = 0.5/√3; t with 2 degrees of freedom at 0.975 is 4.302653.
        Ratio uneven = Ratio.of(new double[] {1, 4, 7}, y, true);
        assertEquals(2 + 4.302653 * 0.5 / Math.sqrt(3), uneven.high(), 1e-6);
        assertTrue(Ratio.of(x, y, false).high() > 2.5);
        assertTrue(Double.isNaN(Ratio.of(x, new double[3], true).value()));
    }

    /** Multipliers seen on 400 networks × 50 seeds, with their standard errors. */
    @Test
    void multipliersAreThoseSeenOnNetworksOfTenThousand() throws Exception {
        double[] z = {1.5, 2, 3, 4, 5};
        double[][] seen = {{1.716, 1.316, 1.144, 1.148, 1.322}, {1.675, 1.307, 1.130, 1.116, 1.168}};
        double[][] error = {{.012, .005, .003, .003, .007}, {.013, .006, .003, .003, .004}};
        Study study = Experiments.study(
                "network: {id: influence-network, nodes: 10000, reciprocal: {vary: [true, false]},"
                        + " influence: {kind: poisson, mean-degree: {vary: [1.5, 2, 3, 4, 5]}}}",
                "model: {id: watts-threshold, threshold: 0.18}",
                "seeding: [{id: influentials}, {id: random}]",
                "replicates: {networks: 140, runs: 50}",
                "key: 2007");
        Table points = new InfluentialsAnalysis()
                .analyse(study, new InfluentialsAnalysis.Parameters(0.1, 0.25), Progress.NONE)
                .table("points")
                .orElseThrow();
        assertEquals(10, points.rows());
        for (int row = 0; row < 10; row++) {
            int way = points.column("series").textAt(row).contains("true") ? 0 : 1;
            int i = List.of(1.5, 2.0, 3.0, 4.0, 5.0).indexOf(points.column("z").doubleAt(row));
            double value = points.column("M").doubleAt(row);
            double own = points.column("M-se").doubleAt(row);
            String where = "z = " + z[i] + (way == 0 ? "" : ", one way") + ": " + value + " ± " + own;
            assertTrue(own > 0 && own <= 2 * error[way][i], where);
            assertEquals(seen[way][i], value, 4 * Math.hypot(own, error[way][i]), where);
            assertEquals(140, points.column("units").doubleAt(row));
            assertTrue(
                    points.column("M-high").doubleAt(row) < points.column("D").doubleAt(row), "M below D, " + where);
            // Closed forms: the reference table again, through the overlay of the analysis.
            double theory = points.column("M-theory").doubleAt(row);
            assertEquals(
                    new double[][] {{1.7090, 1.3196, 1.1437, 1.1497, 1.3146}, {1.6802, 1.3019, 1.1290, 1.1156, 1.1660}}
                            [way][i],
                    theory,
                    0.51e-4);
        }
    }

    /** zT = 2: outbreak from a random node .796812, as large as frequent. */
    @Test
    void percolationSpreadsAsFarAsItsClosedForm() throws Exception {
        Study study = Experiments.study(
                "network: {id: erdos-renyi, nodes: 10000, mean-degree: 4}",
                "model: {id: influential-percolation, transmission: 0.5, influential: 0.5}",
                "seeding: [{id: influentials}, {id: random}]",
                "replicates: {networks: 40, runs: 50}",
                "key: 5");
        Table points = new InfluentialsAnalysis()
                .analyse(study, new InfluentialsAnalysis.Parameters(0.1, 0.25), Progress.NONE)
                .table("points")
                .orElseThrow();
        double frequency = points.column("P_avg").doubleAt(0);
        double own = (points.column("P_avg-high").doubleAt(0) - frequency) / 1.96;
        assertEquals(.796812, frequency, 4 * own);
        assertEquals(.796812 * .796812, points.column("S_avg-theory").doubleAt(0), 2e-5);
        assertEquals(
                points.column("S_infl-theory").doubleAt(0),
                points.column("S_infl").doubleAt(0),
                2.1
                                * (points.column("S_infl-high").doubleAt(0)
                                        - points.column("S_infl").doubleAt(0))
                        + 0.002);
    }

    @Test
    void logTellsWhoAdoptsEarly() throws Exception {
        Findings findings = new InfluentialsAnalysis()
                .analyse(Experiments.influentials(), new InfluentialsAnalysis.Parameters(0.1, 0.25), Progress.NONE);
        Table early = findings.table("early-adopters").orElseThrow();
        assertEquals(2, early.rows());
        for (int row = 0; row < 2; row++) {
            double share = early.column("influentials").doubleAt(row);
            assertTrue(share > 0 && share < 1, "share " + share);
            assertTrue(early.column("cascades").doubleAt(row) <= 20);
        }
        Table course = findings.table("influence-over-time").orElseThrow();
        // z = 2: those reached first are met along a link, hence have more links than the average node; few are too
        // many to be persuaded.
        assertTrue(course.column("degree").doubleAt(1) > course.column("n_avg").doubleAt(1));
        assertTrue(new InfluentialsPanels().draws(findings));
    }

    @Test
    void needsBothSeedings() throws Exception {
        Study study = Experiments.study(
                "network: {id: erdos-renyi, nodes: 50}",
                "model: {id: watts-threshold}",
                "seeding: {id: random}",
                "replicates: {networks: 2, runs: 2}",
                "key: 5");
        InputException refused = assertThrows(
                InputException.class,
                () -> new InfluentialsAnalysis()
                        .analyse(study, new InfluentialsAnalysis.Parameters(0.1, 0.25), Progress.NONE));
        assertTrue(refused.getMessage().contains("influentials"), refused.getMessage());
    }

    @Test
    void influentialsAreRealisedOnAGivenNetwork() {
        TopShare top = TopShare.of(ErdosRenyi.gnm(10_000, 20_000, new RandomStream(4)), 0.1);
        assertEquals(1.962, top.relativeInfluence(), 0.03);
        assertFalse(top.membership(3) > 0);
    }
}
