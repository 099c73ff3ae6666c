package org.einfluss.theory.gladwell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.Direction;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.theory.gladwell.GrowthFit.Law;
import org.junit.jupiter.api.Test;

class GrowthRegimeTest {
    private static final int POPULATION = 5000;
    private static final GrowthRegime.Parameters DEFAULT =
            new GrowthRegime.Parameters(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Expected adoptions of a Bass process whose q changes, rounded; ten adopters at time 0. */
    static Dataset grown(double p, double before, double after, int change, int periods) {
        java.util.List<Integer> counts = new java.util.ArrayList<>(List.of(10));
        double adopted = 10;
        int total = 10;
        for (int t = 1; t < periods; t++) {
            double q = t < change ? before : after;
            int n = (int) Math.round((p + q * adopted / POPULATION) * (POPULATION - adopted));
            counts.add(n);
            adopted += n;
            total += n;
        }
        int[] node = new int[total];
        double[] time = new double[total];
        int i = 0;
        for (int t = 0; t < periods; t++) {
            for (int k = 0; k < counts.get(t); k++) {
                node[i] = i;
                time[i++] = t;
            }
        }
        AdoptionLog log =
                new AdoptionLog("adoption", "", "years", 1, new int[total], node, time, new int[0], periods - 1);
        return new Dataset(
                new DatasetDescriptor(
                        "grown", "Grown", "", "", "", List.of(), List.of("A caveat."), "none", Direction.MUTUAL, ""),
                Network.of(Graph.empty(POPULATION)),
                List.of(log));
    }

    private static double law(Findings findings, String law, String column) {
        Table laws = findings.table("laws").orElseThrow();
        for (int row = 0; row < laws.rows(); row++) {
            if (laws.column("law").textAt(row).equals(law)) {
                return laws.column(column).doubleAt(row);
            }
        }
        throw new AssertionError(law);
    }

    @Test
    void anSCurveIsNoTippingPoint() {
        Findings findings = new GrowthRegime().analyse(grown(0.003, 0.5, 0.5, 99, 25), DEFAULT, Progress.NONE);
        assertTrue(findings.headlines().get(0).value() < 10);
        assertEquals(0.003, law(findings, "Bass", "p"), 0.0005);
        assertEquals(0.5, law(findings, "Bass", "q"), 0.01);
        assertTrue(findings.notes().contains(GrowthRegime.WARNING));
        assertTrue(findings.notes().stream().anyMatch(note -> note.startsWith("No tipping point is claimed")));
        assertTrue(findings.notes().contains("A caveat."));
        assertTrue(law(findings, "exponential", "bic") > law(findings, "Bass", "bic") + 10);
    }

    @Test
    void aLogisticCurveIsNoTippingPointEither() {
        Findings findings = new GrowthRegime().analyse(grown(0, 0.7, 0.7, 99, 25), DEFAULT, Progress.NONE);
        assertEquals(0.7, law(findings, "logistic", "q"), 0.01);
        assertTrue(law(findings, "logistic", "bic") < law(findings, "exponential", "bic") - 10);
        assertTrue(findings.notes().stream().anyMatch(note -> note.startsWith("No tipping point is claimed")));
    }

    @Test
    void aChangeOfRegimeIsClaimedAndDated() {
        Findings findings = new GrowthRegime().analyse(grown(0.004, 0.02, 0.8, 10, 24), DEFAULT, Progress.NONE);
        assertTrue(findings.headlines().get(0).value() > 10);
        assertTrue(findings.headlines().get(1).value() > 0);
        assertEquals(10, law(findings, "change of regime", "change"));
        assertEquals(0.8, law(findings, "change of regime", "q-after"), 0.03);
        assertTrue(findings.notes().stream().anyMatch(note -> note.contains("quickened")));
        assertTrue(findings.notes().contains(GrowthRegime.WARNING), "the warning is always shown");
    }

    /** Two periods by hand: 1 of 4 at first, then 1 of 3 with h = 0.3 · 1/4. */
    @Test
    void likelihoodByHand() {
        double known = Math.log(3 * 0.075 * 0.925 * 0.925);
        double found = GrowthFit.likelihood(Law.LOGISTIC, new double[] {0.3}, -1, new double[] {1, 1}, 4, 1, 2);
        assertEquals(known, found, 1e-12);
        double bass = Math.log(3 * 0.175 * 0.825 * 0.825);
        assertEquals(
                bass, GrowthFit.likelihood(Law.BASS, new double[] {0.1, 0.3}, -1, new double[] {1, 1}, 4, 1, 2), 1e-12);
    }

    @Test
    void censoredNodesStayInThePopulation() {
        Findings findings = new GrowthRegime().analyse(grown(0.01, 0.1, 0.1, 99, 12), DEFAULT, Progress.NONE);
        Table series = findings.table("series").orElseThrow();
        double end = series.column("adopted").doubleAt(series.rows() - 1);
        assertTrue(end < 0.3, "the curve ends at the share that adopted, " + end);
    }
}
