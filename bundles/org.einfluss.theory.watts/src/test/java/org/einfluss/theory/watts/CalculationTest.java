package org.einfluss.theory.watts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.junit.jupiter.api.Test;

class CalculationTest {
    private static final Threshold PHI = new Threshold.Constant(0.18);

    private static double headline(Findings findings, String beginning) {
        return findings.headlines().stream()
                .filter(headline -> headline.label().startsWith(beginning))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void windowTellsItsEdgesAndTheStaircase() {
        Findings findings = new CascadeWindow()
                .calculate(new CascadeWindow.Parameters(PHI, new DegreeLaw.Poisson(4), 20), Progress.NONE);
        assertEquals(1.020704, headline(findings, "Lower edge"), 1e-5);
        assertEquals(5.764677, headline(findings, "Upper edge"), 1e-5);
        Table staircase = findings.table("staircase").orElseThrow();
        assertEquals(0.25, staircase.column("phi").doubleAt(staircase.rows() - 1));
        assertEquals(3.863069, staircase.column("z2").doubleAt(staircase.rows() - 1), 1e-5);
    }

    @Test
    void noWindowWithoutAFamilyOfLaws() {
        Findings findings = new CascadeWindow()
                .calculate(new CascadeWindow.Parameters(PHI, new DegreeLaw.PowerLaw(2.5, 100), 20), Progress.NONE);
        assertEquals(0.625, headline(findings, "Vulnerable nodes"), 0.51e-3);
        assertTrue(findings.notes().toString().contains("not one of a family"));
    }

    @Test
    void triggerProbabilityGrowsWithTheSeedsDegree() {
        Findings findings = new TriggerProbability()
                .calculate(new TriggerProbability.Parameters(PHI, new DegreeLaw.Poisson(4)), Progress.NONE);
        assertEquals(0.865296, headline(findings, "Frequency"), 1e-5);
        Table byDegree = findings.table("by-degree").orElseThrow();
        assertEquals(0, byDegree.column("trigger").doubleAt(0));
        assertEquals(1 - Math.pow(0.498831, 7), byDegree.column("trigger").doubleAt(7), 1e-5);
    }

    @Test
    void seedFractionTellsTheCourseAndTheCriticalFraction() {
        Findings findings = new SeedFraction()
                .calculate(new SeedFraction.Parameters(PHI, new DegreeLaw.Poisson(8), 0.01), Progress.NONE);
        assertEquals(0.999667, headline(findings, "Final share"), 1e-5);
        assertEquals(0.00637, headline(findings, "Critical"), 1e-5);
        assertEquals(9.191, headline(findings, "Upper edge"), 0.002);
        Table course = findings.table("trajectory").orElseThrow();
        assertEquals(0.01, course.column("active").doubleAt(0));
        assertEquals(0.999667, course.column("active").doubleAt(course.rows() - 1), 1e-5);
    }

    @Test
    void directedNetworksNeedNoFewerSeedsThanTheirWindowSays() {
        DegreeLaw law = new DegreeLaw.DirectedPoisson(6);
        VulnerableBranching branching = VulnerableBranching.of(PHI, law);
        // Influence networks without reciprocity, φ = 0.18, z = 6: S = 0.69579 from a random node.
        assertEquals(0.69579, branching.triggerProbability(), 0.51e-5);
        assertEquals(0.99, new SeedRecursion(PHI, law).finalShare(1e-9), 0.01);
    }

    @Test
    void mixtureMayOpenTwoWindows() {
        Threshold two = new Threshold.Mixture(
                List.of(new Threshold.Mixture.Part(0.25, 0.95), new Threshold.Mixture.Part(0.01, 0.05)));
        assertEquals(
                2, WindowEdges.of(two, DegreeLaw.Poisson::new, 30).windows().size());
    }

    @Test
    void tabulatedThresholdsHaveNoClosedForm() {
        assertThrows(
                InputException.class,
                () -> new TriggerProbability()
                        .calculate(
                                new TriggerProbability.Parameters(new Threshold.Table("phi"), new DegreeLaw.Poisson(4)),
                                Progress.NONE));
    }
}
