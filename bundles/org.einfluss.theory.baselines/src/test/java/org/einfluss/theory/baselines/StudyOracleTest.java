package org.einfluss.theory.baselines;

import static org.einfluss.theory.baselines.Trials.complete;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.findings.Figure;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Table;
import org.einfluss.api.study.Study;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.theory.baselines.ContinuousEpidemic.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Analyses of whole experiments and of networks: their closed forms as literal numbers, and simulation upon them. */
class StudyOracleTest {
    private static Table table(Findings findings, String name) {
        return findings.table(name).orElseThrow();
    }

    private static double at(Table table, String column, int row) {
        return table.column(column).doubleAt(row);
    }

    private static long overlays(Findings findings, String figure) {
        return findings.figures().stream()
                .filter(one -> one.name().equals(figure))
                .flatMap(one -> one.series().stream())
                .filter(one -> one.style() == Figure.Style.OVERLAY)
                .count();
    }

    @ParameterizedTest
    @CsvSource({
        "10, 5, 5.810714",
        "50, 25, 33.479111",
        "100, 50, 68.129046",
        "100, 20, 49.049170",
        "2, 1, .5",
        "9, 0, 0"
    })
    void linkedVotersAgreeAfterTheirExactMeanTime(int nodes, int holders, double sweeps) {
        assertEquals(sweeps, Consensus.exactTime(nodes, holders), 0.51e-6);
    }

    /** 100 ln 2, and 100 (0.2 ln 5 + 0.8 ln 1.25). */
    @ParameterizedTest
    @CsvSource({"100, .5, 69.314718", "100, .2, 50.040242", "100, 1, 0"})
    void manyVotersAgreeAfterTheEntropyOfTheirShares(double nodes, double share, double sweeps) {
        assertEquals(sweeps, Consensus.largeTime(nodes, share), 0.51e-6);
    }

    @Test
    void consensusCarriesItsClosedForms() throws Exception {
        Study study = SmallStudies.of(
                "network: {id: complete, nodes: [10, 50]}",
                "model: voter",
                "seeding: {id: fraction, share: 0.5}",
                "replicates: {networks: 1, runs: 3000}",
                "key: 21");
        Findings findings = new Consensus().analyse(study, new None(), Progress.NONE);
        Table points = table(findings, "consensus");
        double[] exact = {5.810714, 33.479111};
        for (int i = 0; i < 2; i++) {
            assertEquals(exact[i], at(points, "exact", i), 0.51e-6);
            assertEquals(0.5, at(points, "wins-theory", i), 1e-12);
            double error = (at(points, "time-high", i) - at(points, "time-low", i)) / (2 * 1.96);
            assertTrue(error < 0.02 * exact[i]);
            assertEquals(exact[i], at(points, "time", i), 4 * error);
            assertEquals(3000, at(points, "agreed", i));
        }
        assertEquals(6.931472, at(points, "large", 0), 0.51e-6);
        assertEquals(2, overlays(findings, "time"));
    }

    /** A ring has all degrees alike: its effective number of nodes is n. */
    @Test
    void closedFormOnNetworksTakesTheMomentsOfTheDegrees() throws Exception {
        Study study = SmallStudies.of(
                "network: {id: ring, nodes: 40}",
                "model: [{id: voter}, {id: sznajd}]",
                "seeding: {id: random, size: [10, 20]}",
                "replicates: {networks: 1, runs: 40}",
                "key: 22");
        Findings findings = new Consensus().analyse(study, new None(), Progress.NONE);
        Table points = table(findings, "consensus");
        for (int i = 0; i < 4; i++) {
            boolean voter = points.column("series").textAt(i).startsWith("voter");
            boolean quarter = at(points, "x0", i) == 0.25;
            assertEquals(voter ? quarter ? 22.493406 : 27.725887 : Double.NaN, at(points, "large", i), 0.51e-6);
            assertEquals(quarter ? voter ? 0.25 : 0.1 : 0.5, at(points, "wins-theory", i), 1e-12);
            assertTrue(Double.isNaN(at(points, "exact", i)));
        }
        assertEquals(2, overlays(findings, "winner"));
    }

    @Test
    void arcsTransmitWithTheirClosedForm() {
        assertEquals(
                0.230769,
                OutbreakSize.transmissibility(new ContinuousEpidemic.Parameters(0.3, 1, Period.EXPONENTIAL))
                        .orElseThrow(),
                0.51e-6);
        assertEquals(
                0.259182,
                OutbreakSize.transmissibility(new ContinuousEpidemic.Parameters(0.3, 1, Period.CONSTANT))
                        .orElseThrow(),
                0.51e-6);
        // Two out of three: 0.5 in the first step, half of the rest survives to a second one, and so on: 1/2 (1 + 1/4 +
        // 1/16 + …).
        assertEquals(
                0.666667,
                OutbreakSize.transmissibility(new SusceptibleInfectiousRecovered.Parameters(0.5, 0.5))
                        .orElseThrow(),
                0.51e-6);
        assertEquals(
                0.5,
                OutbreakSize.transmissibility(new SusceptibleExposedInfectiousRecovered.Parameters(0.5, 0.1, 1))
                        .orElseThrow(),
                1e-12);
        assertTrue(OutbreakSize.transmissibility(new SusceptibleInfectious.Parameters(0.5))
                .isEmpty());
    }

    @Test
    void outbreaksLieOnTheFixedPoint() throws Exception {
        Study study = SmallStudies.of(
                "network: {id: erdos-renyi, nodes: 10000, mean-degree: 4}",
                "model: {id: sir, infection: [0.1, 0.375, 0.5], recovery: 1}",
                "seeding: {id: random, size: 1}",
                "replicates: {networks: 20, runs: 20}",
                "key: 23");
        Findings findings = new OutbreakSize().analyse(study, new OutbreakSize.Parameters(0.1), Progress.NONE);
        Table points = table(findings, "outbreaks");
        double[] size = {0, 0.582812, 0.796812};
        for (int i = 0; i < 3; i++) {
            assertEquals(size[i], at(points, "fixed-point", i), 0.51e-6);
            assertEquals(size[i], at(points, "start", i), 0.51e-6);
        }
        assertEquals(1, overlays(findings, "frequency"));
        assertTrue(Double.isNaN(at(points, "size", 0)));
        assertEquals(0, at(points, "frequency", 0));
        for (int i = 1; i < 3; i++) {
            double error = (at(points, "size-high", i) - at(points, "size-low", i)) / (2 * 1.96);
            assertEquals(size[i], at(points, "size", i), 4 * error + 0.002);
            assertEquals(size[i], at(points, "frequency", i), 0.11); // 400 runs: standard error at most 0.025
        }
    }

    /** R₀ = 2 from 5 %: 1 − s with s = 0.95 e^{−2(1−s)}. On the Poisson network zT = 2 from almost nobody. */
    @Test
    void equationsEndAtTheirFinalSizes() {
        double[] times = {0, 2000};
        assertEquals(0.813193, MixedEpidemic.everywhere(0.2, 0, 0.1, false, 0.05, times)[1][3], 0.51e-6);
        assertEquals(0.813193, MixedEpidemic.everywhere(0.2, 0.5, 0.1, false, 0.05, times)[1][3], 0.51e-6);
        assertEquals(0.5, MixedEpidemic.everywhere(0.2, 0, 0.1, true, 0.05, times)[1][2], 0.51e-6);
        double[][] poisson = MixedEpidemic.onPoisson(4, 0.1, 0.1, 1e-9, times);
        assertEquals(0.796812, poisson[1][3], 0.51e-6);
        assertEquals(0, poisson[1][2], 0.51e-6);
        double[][] logistic = MixedEpidemic.everywhere(1, 0, 0, false, 0.1, new double[] {0, 2});
        assertEquals(0.450853, logistic[1][2], 0.51e-6);
    }

    @Test
    void linkedNodesFollowTheEquations() throws Exception {
        Study study = SmallStudies.of(
                "network: {id: complete, nodes: 1000}",
                "model: {id: continuous-sir, infection: 0.0002002002, recovery: 0.1}",
                "seeding: {id: fraction, share: 0.05}",
                "replicates: {networks: 1, runs: 40}",
                "recording: every-step",
                "key: 24");
        Findings findings = new EpidemicCourse().analyse(study, new None(), Progress.NONE);
        assertEquals(3, overlays(findings, "compartments"));
        assertCourse(table(findings, "epidemic-course"), 0.813193, 0.006);
    }

    @Test
    void poissonNetworksFollowTheirEquations() throws Exception {
        Study study = SmallStudies.of(
                "network: {id: erdos-renyi, nodes: 4000, mean-degree: 4}",
                "model: {id: continuous-sir, infection: 0.1, recovery: 0.1}",
                "seeding: {id: fraction, share: 0.02}",
                "replicates: {networks: 12, runs: 2}",
                "recording: every-step",
                "key: 25");
        Findings findings = new EpidemicCourse().analyse(study, new None(), Progress.NONE);
        // From 2 %: 1 − r = 0.98 e^{4(θ−1)}, θ = 1 − T + T(1 − r), T = 1/2: 1 − r = 0.98 e^{−2r}, r = 0.803536.
        assertCourse(table(findings, "epidemic-course"), 0.803536, 0.006);
    }

    private static void assertCourse(Table course, double finalSize, double bias) {
        int last = course.rows() - 1;
        assertEquals(finalSize, at(course, "recovered-ode", last), 2e-4);
        for (int t = 0; t <= last; t++) {
            for (String name : new String[] {"susceptible", "infectious", "recovered"}) {
                double error = (at(course, name + "-high", t) - at(course, name + "-low", t)) / (2 * 1.96);
                assertEquals(
                        at(course, name + "-ode", t),
                        at(course, name, t),
                        4 * error + bias,
                        name + " at " + at(course, "time", t));
            }
            double sum = at(course, "susceptible", t) + at(course, "infectious", t) + at(course, "recovered", t);
            assertEquals(1, sum, 1e-9);
        }
    }

    @Test
    void stepsKeepTheirValuesAndCompartmentsTheirPlaces() throws Exception {
        Findings findings = new EpidemicCourse().analyse(SmallStudies.epidemic(), new None(), Progress.NONE);
        Table course = table(findings, "epidemic-course");
        assertEquals(0, at(course, "time", 0));
        assertEquals(1, at(course, "time", 1)); // a step
        assertEquals(0.05, at(course, "infectious", 0), 1e-12);
        assertEquals(0.95, at(course, "susceptible", 0), 1e-12);
        assertEquals(20, at(course, "units", 0));
    }

    @Test
    void coursesNeedEveryStepAndTheirModels() throws Exception {
        InputException steps = assertThrows(
                InputException.class,
                () -> new EpidemicCourse().analyse(SmallStudies.outbreaks(), new None(), Progress.NONE));
        assertTrue(steps.getMessage().contains("every-step"), steps.getMessage());
        InputException model = assertThrows(
                InputException.class,
                () -> new AdoptionCourse().analyse(SmallStudies.epidemic(), new None(), Progress.NONE));
        assertTrue(model.getMessage().contains("[sir]"), model.getMessage());
    }

    @ParameterizedTest
    @CsvSource({".03, .38, .331199, 5", ".03, .38, .812803, 10", ".01, .4, .141683, 5", ".03, .38, 0, 0"})
    void bassCurveIsTurnedRound(double p, double q, double share, double time) {
        assertEquals(time, AdoptionCourse.timeOf(new BassCurve.Parameters(p, q, 1), share), 2e-5);
    }

    @Test
    void linkedNodesFollowTheBassCurve() throws Exception {
        Study study = SmallStudies.of(
                "network: {id: complete, nodes: 1000}",
                "model: {id: network-bass, innovation: 0.03, imitation: 0.38, step: 0.05}",
                "seeding: {id: random, size: 0}",
                "replicates: {networks: 1, runs: 30}",
                "recording: every-step",
                "key: 26");
        Findings findings = new AdoptionCourse().analyse(study, new None(), Progress.NONE);
        Table course = table(findings, "adoption-course");
        boolean five = false;
        for (int t = 0; t < course.rows(); t++) {
            if (Math.abs(at(course, "time", t) - 5) < 1e-9) {
                five = true;
                assertEquals(0.331199, at(course, "bass", t), 0.51e-6);
                double error = (at(course, "high", t) - at(course, "low", t)) / (2 * 1.96);
                // Steps of 0.05 years lag behind by at most one step of 0.11 a year.
                assertEquals(0.331199, at(course, "adopters", t), 4 * error + 0.006);
            }
        }
        assertTrue(five);
        assertEquals(0, at(course, "time", 0));
        double steps = at(course, "time", 1) / 0.05;
        assertEquals(Math.rint(steps), steps, 1e-9); // whole steps
    }

    @Test
    void opinionsEndWhereTheyShould() throws Exception {
        Findings findings = new OpinionClusters().analyse(SmallStudies.opinions(), new None(), Progress.NONE);
        Table points = table(findings, "clusters");
        assertEquals(4, points.rows());
        assertEquals(1, at(points, "clusters", 1)); // pairs that meet at 0.5
        assertEquals(2, at(points, "rule", 0));
        assertEquals(1, at(points, "rule", 1));
        Table opinions = table(findings, "opinions");
        assertEquals(4 * 20, opinions.rows());
        assertEquals(4, Arrays.stream(opinions.column("share").toDoubles()).sum(), 1e-9);
        Findings without = new OpinionClusters()
                .analyse(
                        SmallStudies.of(
                                "network: {id: complete, nodes: 50}",
                                "model: {id: deffuant, confidence: 0.4}",
                                "seeding: {id: random, size: 0}",
                                "replicates: {networks: 1, runs: 2}",
                                "key: 9"),
                        new None(),
                        Progress.NONE);
        assertFalse(new OpinionMap().draws(without));
        assertTrue(without.notes().get(0).contains("opinion-distribution"));
    }

    private static Graph graph(boolean directed, int nodes, int... ends) {
        GraphBuilder builder = new GraphBuilder(nodes, directed);
        for (int i = 0; i < ends.length; i += 2) {
            builder.add(ends[i], ends[i + 1]);
        }
        return builder.build().graph();
    }

    @Test
    void largestEigenvaluesAreKnown() {
        assertRadius(9, complete(10).graph());
        assertRadius(2, graph(false, 5, 0, 1, 0, 2, 0, 3, 0, 4)); // star: √4
        assertRadius(1.618034, graph(false, 4, 0, 1, 1, 2, 2, 3)); // path: 2 cos(π/5)
        assertRadius(2, Trials.ring(101).graph());
        assertRadius(6.725698, SpreadOracleTest.KARATE.graph());
        assertRadius(1, graph(true, 6, 0, 1, 1, 2, 2, 3, 3, 4, 4, 0, 0, 5)); // a circle and a way out
        assertRadius(0, graph(true, 4, 0, 1, 1, 2, 0, 2, 2, 3)); // no cycle
        assertRadius(0, Graph.empty(3));
        assertRadius(2, graph(true, 6, 0, 1, 1, 0, 1, 2, 2, 1, 0, 2, 2, 0, 2, 3, 3, 4, 4, 5, 5, 3));
        // Circles of two and of three nodes that share an arc: x³ = x + 1.
        assertRadius(1.324718, graph(true, 3, 0, 1, 1, 0, 1, 2, 2, 0));
    }

    private static void assertRadius(double expected, Graph graph) {
        SpectralRadius radius = SpectralRadius.of(graph, Progress.NONE);
        assertEquals(expected, radius.value(), 0.51e-6);
        assertTrue(radius.isConverged());
        assertTrue(radius.low() <= radius.value() && radius.value() <= radius.high());
    }

    /** Star of four leaves at τ = 1: hub 3/5, leaves 3/8; linked nodes and rings: 1 − 1/(τk). */
    @Test
    void intertwinedNodesSettleAtTheirShares() {
        double[] star = new double[] {1, 1, 1, 1, 1};
        assertTrue(EpidemicThreshold.settle(graph(false, 5, 0, 1, 0, 2, 0, 3, 0, 4), 1, star, Progress.NONE));
        assertEquals(0.6, star[0], 1e-7);
        assertEquals(0.375, star[4], 1e-7);
        double[] linked = IntStream.range(0, 11).mapToDouble(v -> 1).toArray();
        assertTrue(EpidemicThreshold.settle(complete(11).graph(), 0.2, linked, Progress.NONE));
        assertEquals(0.5, linked[7], 1e-7);
        double[] ring = IntStream.range(0, 30).mapToDouble(v -> 1).toArray();
        assertTrue(EpidemicThreshold.settle(Trials.ring(30).graph(), 0.4, ring, Progress.NONE));
        assertEquals(0, ring[3], 1e-7); // below the threshold 1/2
    }

    @Test
    void infectionWithoutImmunityStaysAboveTheThresholdAlone() {
        Network network = Trials.random(400, 8, 31);
        double lambda = SpectralRadius.of(network.graph(), Progress.NONE).value();
        assertTrue(lambda > 8 && lambda < 11, "largest eigenvalue " + lambda);
        double gamma = 0.05;
        for (double times : new double[] {0.6, 2}) {
            Trials<SusceptibleInfectiousSusceptible.Parameters> sis = new Trials<>(
                    new SusceptibleInfectiousSusceptible(),
                    new SusceptibleInfectiousSusceptible.Parameters(times * gamma / lambda, gamma, 3000),
                    network,
                    true);
            for (int r = 0; r < 8; r++) {
                sis.finish(r, Trials.first(200));
                assertEquals(times > 1, sis.simulation.isCensored(), times + " thresholds");
            }
        }
    }
}
