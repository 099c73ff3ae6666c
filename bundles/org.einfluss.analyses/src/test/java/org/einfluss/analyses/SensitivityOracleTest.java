package org.einfluss.analyses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.api.study.Estimate;
import org.einfluss.api.study.Study;
import org.einfluss.math.RunningStatistics;
import org.junit.jupiter.api.Test;

/** Indices and effects known in closed form, derived in the comments. */
class SensitivityOracleTest {
    private static final String ONCE = "replicates: {networks: 1, runs: 1}\n";
    private static final String UNIT = "{vary: {from: 0, to: 1}}";

    private static Table table(Findings findings) {
        return findings.tables().get(0);
    }

    private static double cell(Findings findings, String column, int row) {
        return table(findings).column(column).doubleAt(row);
    }

    private static Findings indices(Study study) {
        return new SobolIndices().analyse(study, new SobolIndices.Parameters(Optional.empty(), 200), Progress.NONE);
    }

    private static Findings effects(Study study) {
        return new MorrisScreening()
                .analyse(study, new MorrisScreening.Parameters(Optional.empty(), Optional.empty(), 200), Progress.NONE);
    }

    private static Findings factorial(Study study) {
        return new FactorialEffects()
                .analyse(study, new FactorialEffects.Parameters(Optional.empty(), 3), Progress.NONE);
    }

    private static void assertIndices(double[] first, double[] total, double tolerance, Findings found) {
        for (int f = 0; f < 3; f++) {
            assertEquals(first[f], cell(found, "first-order", f), tolerance, "first order of factor " + f);
            assertEquals(total[f], cell(found, "total", f), tolerance, "total of factor " + f);
            assertTrue(cell(found, "first-order-low", f) - tolerance <= first[f]);
            assertTrue(first[f] <= cell(found, "first-order-high", f) + tolerance);
            assertTrue(cell(found, "total-low", f) - tolerance <= total[f]);
            assertTrue(total[f] <= cell(found, "total-high", f) + tolerance);
        }
    }

    /**
     * Ishigami and Homma 1990: y = sin x + a sin² y + b z⁴ sin x on (−π, π)³, a = 7, b = 0.1. E(z⁴) = π⁴/5 and E(sin²) = 1/2 give V₁ = (1 +
     * bπ⁴/5)²/2 = 4.345888; V₂ = a²/8 = 6.125; V₁₃ = b²(π⁸/9 − π⁸/25)/2 = 8b²π⁸/225 = 3.373700; V = 13.844588.
     */
    @Test
    void ishigamiFunctionHasItsIndices() throws Exception {
        String range = "{vary: {from: -3.141592653589793, to: 3.141592653589793}}";
        Study study = Laboratory.study(
                "function: ishigami, x: " + range + ", y: " + range + ", z: " + range,
                "design: {kind: saltelli, points: 2048}\n" + ONCE);
        assertIndices(new double[] {0.3139, 0.4424, 0}, new double[] {0.5576, 0.4424, 0.2437}, 0.01, indices(study));
    }

    /**
     * Sobol's g-function Π (|4u − 2| + a)/(1 + a) with a = 0, 1, 3: each factor has mean 1 and variance V_i = 1/(3(1 + a)²) = 1/3, 1/12, 1/48; V =
     * (4/3)(13/12)(49/48) − 1 = 205/432; S = V_i/V = 144/205, 36/205, 9/205; T = V_i Π_{j≠i}(1 + V_j)/V = 637/820, 49/205, 13/205.
     */
    @Test
    void sobolsProductHasItsIndices() throws Exception {
        Study study = Laboratory.study(
                "function: product, x: " + UNIT + ", y: " + UNIT + ", z: " + UNIT,
                "design: {kind: saltelli, points: 512}\n" + ONCE);
        assertIndices(
                new double[] {0.702439, 0.175610, 0.043902},
                new double[] {0.776829, 0.239024, 0.063415},
                0.01,
                indices(study));
    }

    /** On a linear function every effect is the coefficient times the range, the same everywhere. */
    @Test
    void morrisFindsTheCoefficientsOfALinearFunction() throws Exception {
        for (int levels : new int[] {2, 4, 6, 8}) {
            Findings found = effects(Laboratory.study(
                    "x: " + UNIT + ", y: " + UNIT + ", z: {vary: {from: 10, to: 14}}",
                    "design: {kind: morris, trajectories: 6, levels: " + levels + "}\n" + ONCE));
            double[] effect = {2, -3, 2};
            for (int f = 0; f < 3; f++) {
                assertEquals(Math.abs(effect[f]), cell(found, "mu-star", f), 1e-9, levels + " levels");
                assertEquals(effect[f], cell(found, "mu", f), 1e-9);
                assertEquals(0, cell(found, "sigma", f), 1e-9);
                assertEquals(Math.abs(effect[f]), cell(found, "mu-star-high", f), 1e-9);
            }
        }
    }

    /** x and y enter by 3x + 5y + 2xy: an effect of x is 3 + 2y with y on the four levels 0, 1/3, 2/3, 1. */
    @Test
    void morrisSeesInteractionsInSigma() throws Exception {
        Findings found = effects(Laboratory.study(
                "function: interaction, x: " + UNIT + ", y: " + UNIT + ", z: " + UNIT,
                "design: {kind: morris, trajectories: 40}\n" + ONCE));
        assertTrue(cell(found, "mu-star", 0) > 3 && cell(found, "mu-star", 0) < 5);
        assertEquals(4, cell(found, "mu-star", 0), 0.4);
        assertTrue(cell(found, "sigma", 0) > 0.3);
        assertEquals(0, cell(found, "mu-star", 2), 1e-9);
    }

    /** 10 + 3x + 5y + 2xy at 0 and 1: 10, 15, 13, 20. x: (13 + 20 − 10 − 15)/2 = 4; y: (15 + 20 − 10 − 13)/2 = 6; both: (20 − 13 − 15 + 10)/2 = 1. */
    @Test
    void factorialEffectsCancelTheLuckOfSharedNetworks() throws Exception {
        Study study = Laboratory.lucky(
                "function: interaction, x: [0, 1], y: [1, 0]", "replicates: {networks: 20, runs: 2}\n");
        Findings found = factorial(study);
        assertEquals(3, table(found).rows());
        assertEquals(4, cell(found, "effect", 0), 1e-9);
        assertEquals(6, cell(found, "effect", 1), 1e-9);
        assertEquals(1, cell(found, "effect", 2), 1e-9);
        assertEquals(0, cell(found, "effect-se", 0), 1e-9);
    }

    /** The effect of x from 0 to 2 on luck·x is 2·luck in each draw: its mean and standard error are those of the draws. */
    @Test
    void factorialIntervalsAreClusteredByNetwork() throws Exception {
        String yaml = "replicates: {networks: 12, runs: 5}\n";
        Study lucky = Laboratory.lucky("function: lucky, x: [0, 2], y: [1, 2, 3]", yaml);
        RunningStatistics luck = new RunningStatistics();
        for (int draw = 0; draw < 12; draw++) {
            luck.add(2 * Laboratory.luck(lucky, draw));
        }
        Findings found = factorial(lucky);
        assertEquals(1, table(found).rows());
        assertEquals(luck.mean(), cell(found, "effect", 0), 1e-12);
        assertEquals(luck.standardError(), cell(found, "effect-se", 0), 1e-12);
        // t(0.975; 11) = 2.200985
        assertEquals(luck.mean() + 2.200985 * luck.standardError(), cell(found, "effect-high", 0), 1e-5);
    }

    @Test
    void studiesOfOtherDesignsAreRefusedWithASentence() throws Exception {
        Study study = Laboratory.study("x: [0, 1, 2]", ONCE);
        for (InputException refused : new InputException[] {
            assertThrows(InputException.class, () -> indices(study)),
            assertThrows(InputException.class, () -> effects(study)),
            assertThrows(InputException.class, () -> factorial(study))
        }) {
            assertTrue(refused.getMessage().contains("design"), refused::getMessage);
        }
    }

    private static Estimate estimate(
            double value, double error, int networks, long runs, double effective, boolean one) {
        return new Estimate(value, error, 0, 0, networks, runs, effective, 0, 0, one, 0.95);
    }

    /** s = 0.05·√100 = 0.5 and h = 0.05: t² · 100 ≤ G first at G = 387, where t(0.975; 386) = 1.966; at 386 t² · 100 = 386.6. */
    @Test
    void meansNeedAsManyNetworksAsStudentSays() {
        assertEquals(387, ReplicatesNeeded.forMean(estimate(0.3, 0.05, 100, 5000, 200, false), 0.05));
        double g = 387;
        assertTrue(new TDistribution(null, g - 1).inverseCumulativeProbability(0.975) * 0.5 / Math.sqrt(g) <= 0.05);
        assertEquals(387, ReplicatesNeeded.forMean(estimate(0.3, 0.05, 1, 100, 100, true), 0.05));
        assertTrue(Double.isNaN(ReplicatesNeeded.forMean(estimate(0.3, 0, 100, 5000, 200, false), 0.05)));
    }

    /** Wilson's half-width at p = 1/2 is z/(2√(n + z²)) ≤ h from n = z²(1/(4h²) − 1) on: 3.841459 · 99 = 380.3 for h = 0.05. */
    @Test
    void sharesNeedAsManyEffectiveRunsAsWilsonSays() {
        assertEquals(381, ReplicatesNeeded.forShare(estimate(0.5, 0.1, 1, 100, 100, true), 0.05));
        // 100 networks of 50 runs with n_eff = 200: each network counts as two runs.
        assertEquals(191, ReplicatesNeeded.forShare(estimate(0.5, 0.1, 100, 5000, 200, false), 0.05));
    }

    @Test
    void replicatesAreToldForEveryPointAndStatistic() throws Exception {
        Study study = Laboratory.lucky("function: lucky, x: [1, 2]", "replicates: {networks: 12, runs: 5}\n");
        Findings found = new ReplicatesNeeded()
                .analyse(
                        study,
                        new ReplicatesNeeded.Parameters(0.1, java.util.List.of("value"), Optional.of(0.0)),
                        Progress.NONE);
        assertEquals(4, table(found).rows());
        double one = cell(found, "needed", 0);
        double two = cell(found, "needed", 1);
        assertTrue(two > 3.5 * one && two < 4.5 * one, "twice the scatter needs four times the networks");
        assertEquals(5 * one, cell(found, "runs-needed", 0));
    }
}
