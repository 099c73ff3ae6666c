package org.einfluss.theory.gladwell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.api.study.Study;
import org.junit.jupiter.api.Test;

/** Independent cascades on Erdős–Rényi networks tip at p = 1/z, threshold cascades at the edges of the window and at ρ₀*. */
class TippingPointOracleTest {
    private static double tip(Findings findings, String sign) {
        Table tips = findings.table("tips").orElseThrow();
        for (int row = 0; row < tips.rows(); row++) {
            if (tips.column("sign").textAt(row).equals(sign)) {
                return tips.column("lambda").doubleAt(row);
            }
        }
        throw new AssertionError(sign);
    }

    private static double level(Findings findings, double lambda, String column) {
        Table levels = findings.table("levels").orElseThrow();
        for (int row = 0; row < levels.rows(); row++) {
            if (Math.abs(levels.column("lambda").doubleAt(row) - lambda) < 1e-9) {
                return levels.column(column).doubleAt(row);
            }
        }
        throw new AssertionError("no level " + lambda);
    }

    @Test
    void fluctuationPeaksAtTheThresholdAndChiFarAboveIt() throws Exception {
        Study study = Experiments.study(
                "network: {id: erdos-renyi, nodes: 10000, mean-degree: 5}",
                "model: {id: independent-cascade, probability: {vary: {from: 0.14, to: 0.34, step: 0.01}}}",
                "seeding: {id: random, size: 1}",
                "replicates: {networks: 40, runs: 60}",
                "key: 2026");
        Findings findings = new TippingPoint()
                .analyse(study, new TippingPoint.Parameters(Optional.empty(), 0.1, Optional.empty()), Progress.NONE);
        assertEquals(0.20, tip(findings, "largest Δ"), 0.01 + 1e-9);
        assertEquals(0.2, findings.table("known").orElseThrow().column("lambda").doubleAt(0), 1e-12);
        double humps = tip(findings, "first level with two humps");
        assertTrue(humps >= 0.2 && humps <= 0.25, "two humps from " + humps);
        double best = 0;
        double peak = 0;
        for (int i = 0; i <= 20; i++) {
            double chi = level(findings, 0.14 + 0.01 * i, "chi");
            peak = chi > best ? 0.14 + 0.01 * i : peak;
            best = Math.max(best, chi);
        }
        assertEquals(0.277, peak, 0.02, "χ peaks at z p = 1.386, not at the tip");
        // s = 1 − e^{−zps} at z p = 1.5; frequency and, squared, the mean reach
        double error = Math.sqrt(0.582812 * (1 - 0.582812) / 2400);
        assertEquals(0.582812, level(findings, 0.30, "global"), 4 * error);
        assertEquals(0.582812 * 0.582812, level(findings, 0.30, "mean"), 4 * error * 0.582812 + 0.002);
    }

    /** ρ₀* of threshold cascades, and the share just above and below it. */
    @Test
    void criticalSharesOfSeedsAreComputed() {
        double[][] known = {
            {0.18, 8, 0.00637, 0.00637 * 0.01},
            {0.18, 10, 0.01224, 5e-6},
            {0.25, 6, 0.01395, 5e-6},
            {0.30, 4, 0.03370, 5e-6},
            {0.40, 5, 0.12080, 5e-6},
            {0.50, 5, 0.20761, 5e-6}
        };
        for (double[] one : known) {
            assertEquals(one[2], new SeedTip(one[1], one[0]).critical(), Math.max(5e-6, one[3] / 10), "φ = " + one[0]);
        }
        assertTrue(Double.isNaN(new SeedTip(5, 1).critical()), "everybody needs everybody: no jump");
    }

    @Test
    void theShareOfSeedsTipsWhereTheoryPutsIt() throws Exception {
        Study study = Experiments.study(
                "network: {id: erdos-renyi, nodes: 10000, mean-degree: 6}",
                "model: {id: watts-threshold, threshold: 0.25}",
                "seeding: {id: fraction, share: {vary: {from: 0.008, to: 0.02, step: 0.002}}}",
                "replicates: {networks: 6, runs: 2}",
                "key: 7");
        Findings findings = new TippingPoint()
                .analyse(study, new TippingPoint.Parameters(Optional.empty(), 0.5, Optional.empty()), Progress.NONE);
        assertEquals(
                0.01395, findings.table("known").orElseThrow().column("lambda").doubleAt(0), 5e-6);
        assertEquals(0.01395, tip(findings, "steepest slope of E(S)"), 0.003);
    }

    private static double tipByMeanDegree(String levels) throws Exception {
        Study study = Experiments.study(
                "network: {id: erdos-renyi, nodes: 10000, mean-degree: {vary: " + levels + "}}",
                "model: {id: watts-threshold, threshold: 0.18}",
                "seeding: {id: random, size: 1}",
                "replicates: {networks: 20, runs: 20}",
                "key: 8");
        return tip(
                new TippingPoint()
                        .analyse(
                                study,
                                new TippingPoint.Parameters(Optional.empty(), 0.1, Optional.empty()),
                                Progress.NONE),
                "largest Δ");
    }

    /** The window of φ = .18 is 1.020704 to 5.764677; beyond the upper edge networks of 10,000 nodes still have a few global cascades (6 % at z = 6, none at 7). */
    @Test
    void fluctuationPeaksAtTheEdgesOfTheWindow() throws Exception {
        assertEquals(1.020704, tipByMeanDegree("{from: 0.7, to: 1.5, step: 0.1}"), 0.13);
        double upper = tipByMeanDegree("{from: 4.5, to: 7, step: 0.25}");
        assertTrue(upper > 5.764677 && upper < 7, "tip at " + upper);
    }
}
