package org.einfluss.theory.baselines;

import static org.einfluss.theory.baselines.Trials.assertMean;
import static org.einfluss.theory.baselines.Trials.complete;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.math.RunningStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BassOracleTest {
    @ParameterizedTest
    @CsvSource({
        ".03, .38, 6.192619, .460526, .110592, .331199, .812803",
        ".01, .4, 8.997267, .4875, .105063, .141683, .591390"
    })
    void curvePeaksAndRisesAsPublished(
            double p, double q, double time, double share, double rate, double at5, double at10) {
        BassCurve.Parameters parameters = new BassCurve.Parameters(p, q, 10);
        Findings findings = new BassCurve().calculate(parameters, Progress.NONE);
        assertEquals(time, findings.headlines().get(0).value(), 0.51e-6);
        assertEquals(share, findings.headlines().get(1).value(), 0.51e-6);
        assertEquals(rate, findings.headlines().get(2).value(), 0.51e-6);
        assertEquals(
                at5, findings.table("adoption").orElseThrow().column("adopters").doubleAt(100), 0.51e-6);
        assertEquals(
                at10,
                findings.table("adoption").orElseThrow().column("adopters").doubleAt(200),
                0.51e-6);
    }

    @ParameterizedTest
    @CsvSource({"5, .331199", "10, .812803"})
    void manyAgentsFollowTheCurve(double time, double share) {
        Trials<Bass.Parameters> agents =
                new Trials<>(new Bass(), new Bass.Parameters(0.03, 0.38, 0.02), Network.of(Graph.empty(5000)), true);
        RunningStatistics reach = new RunningStatistics();
        for (int r = 0; r < 40; r++) {
            reach.add(agents.until(time - 0.001, r).value("reach"));
        }
        // Steps of 0.02 years lag behind by less than one step of at most 0.111 per year.
        assertMean(share, 0, 0.002, reach, 0.003);
    }

    @Test
    void neighbourOfAnAdopterAdoptsAtTheFullRate() {
        Trials<NetworkBass.Parameters> pair =
                new Trials<>(new NetworkBass(), new NetworkBass.Parameters(0.03, 0.38, 0.5), complete(2), true);
        RunningStatistics second = new RunningStatistics();
        RunningStatistics spontaneous = new RunningStatistics();
        for (int r = 0; r < 100_000; r++) {
            pair.until(1.999, r, 0);
            second.add(pair.value("size") - 1);
            spontaneous.add(pair.value("spontaneous"));
        }
        assertMean(0.559568, 0, 0, second, 0.002); // 1 − e^{−0.41·2}
        // (1 − e^{−0.015}) / (1 − e^{−0.205}) of these without influence.
        assertMean(0.044946, 0, 0, spontaneous, 0.001);
    }
}
