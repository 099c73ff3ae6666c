package org.einfluss.theory.baselines;

import static org.einfluss.theory.baselines.Trials.assertMean;
import static org.einfluss.theory.baselines.Trials.complete;
import static org.einfluss.theory.baselines.Trials.first;
import static org.einfluss.theory.baselines.Trials.random;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.einfluss.api.Progress;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.model.Model;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.math.RunningStatistics;
import org.einfluss.theory.baselines.ContinuousEpidemic.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpidemicOracleTest {
    private static final double LAST_DIGIT = 0.51e-8;

    /** All of five nodes with p = 0.3: the probability that G(5, 0.3) is connected, 0.2562604776 by its recursion over components. */
    @ParameterizedTest
    @CsvSource({
        "4, .3, 3.10112977, .2401, .25626048",
        "9, .1, 3.02692859, .38742049, .00643617",
        "9, .2, 6.78445835, .13421773, .21722916"
    })
    void reedFrostChainsHaveTheirExactDistribution(int susceptible, double p, double mean, double none, double all) {
        Findings findings = new ReedFrostDistribution()
                .calculate(new ReedFrostDistribution.Parameters(susceptible, 1, p), Progress.NONE);
        assertEquals(mean, findings.headlines().get(0).value(), LAST_DIGIT);
        assertEquals(none, findings.headlines().get(1).value(), LAST_DIGIT);
        assertEquals(all, findings.headlines().get(2).value(), LAST_DIGIT);
        for (boolean commonCoins : new boolean[] {true, false}) {
            Trials<ReedFrost.Parameters> chain =
                    new Trials<>(new ReedFrost(), new ReedFrost.Parameters(p), complete(susceptible + 1), commonCoins);
            RunningStatistics size = new RunningStatistics();
            RunningStatistics alone = new RunningStatistics();
            RunningStatistics everybody = new RunningStatistics();
            for (int r = 0; r < 100_000; r++) {
                double reached = chain.finish(r, 0).value("size");
                size.add(reached);
                alone.add(reached == 1 ? 1 : 0);
                everybody.add(reached == susceptible + 1 ? 1 : 0);
            }
            assertMean(mean, 0, 0, size, 0.012);
            assertMean(none, 0, 0, alone, 0.002);
            assertMean(all, 0, 0, everybody, 0.002);
        }
    }

    @ParameterizedTest
    @CsvSource({"1.1, .176134", "1.5, .582812", "2, .796812", "3, .940480", "5, .993023", "0.9, 0"})
    void finalSizeSolvesItsEquation(double reproduction, double size) {
        assertEquals(size, EpidemicCurves.finalSize(reproduction), 0.51e-6);
    }

    @Test
    void curvesEndAtTheFinalSizeWhateverTheExposedStage() {
        for (double onset : new double[] {0, 0.2}) {
            double[][] course = EpidemicCurves.compartments(
                    new EpidemicCurves.Parameters(2, 0.1, onset, 1e-9, 1), new double[] {0, 3000});
            assertEquals(0.796812, course[1][3], 1e-6);
            assertEquals(1, course[1][0] + course[1][1] + course[1][2] + course[1][3], 1e-9);
        }
    }

    /** Sizes of outbreaks above a tenth of a Poisson network of mean degree 4, and how often one node starts one. */
    private static <P extends Record> RunningStatistics[] outbreaks(Model<P> model, P parameters, boolean commonCoins) {
        RunningStatistics size = new RunningStatistics();
        RunningStatistics frequency = new RunningStatistics();
        for (int draw = 0; draw < 12; draw++) {
            Trials<P> trials = new Trials<>(model, parameters, random(10_000, 4, 77 + draw), commonCoins);
            RunningStatistics ofNetwork = new RunningStatistics();
            RunningStatistics here = new RunningStatistics();
            for (int r = 0; r < 25; r++) {
                double reach = trials.finish(1000 * draw + r, 400 * r).value("reach");
                here.add(reach > 0.1 ? 1 : 0);
                if (reach > 0.1) {
                    ofNetwork.add(reach);
                }
            }
            size.add(ofNetwork.mean());
            frequency.add(here.mean());
        }
        return new RunningStatistics[] {size, frequency};
    }

    @Test
    void oneStepEpidemicsPercolate() {
        for (boolean commonCoins : new boolean[] {true, false}) {
            RunningStatistics[] seen = outbreaks(
                    new SusceptibleInfectiousRecovered(),
                    new SusceptibleInfectiousRecovered.Parameters(0.5, 1),
                    commonCoins);
            assertMean(0.796812, 0, 0.002, seen[0], 0.003);
            assertMean(0.796812, 0, 0.002, seen[1], 0.04);
        }
    }

    @Test
    void randomPeriodsLeaveTheSizeOfOutbreaksAndLowerTheirFrequency() {
        for (boolean commonCoins : new boolean[] {true, false}) {
            // An arc transmits with probability 1 / (1 + 1) = 0.5 in all four; times are exponential or geometric.
            RunningStatistics[] continuous = outbreaks(
                    new ContinuousEpidemic(),
                    new ContinuousEpidemic.Parameters(0.3, 0.3, Period.EXPONENTIAL),
                    commonCoins);
            assertMean(0.796812, 0, 0.002, continuous[0], 0.003);
            assertTrue(continuous[1].mean() + 3 * continuous[1].standardError() < 0.796812);
            RunningStatistics[] constant = outbreaks(
                    new ContinuousEpidemic(),
                    new ContinuousEpidemic.Parameters(0.69314718, 1, Period.CONSTANT),
                    commonCoins);
            assertMean(0.796812, 0, 0.002, constant[0], 0.003);
            assertMean(0.796812, 0, 0.002, constant[1], 0.04);
        }
    }

    /** Star of two leaves: how often one given leaf is infected, and how often both are. */
    @ParameterizedTest
    @CsvSource({"EXPONENTIAL, .230769, .086538", "CONSTANT, .259182, .067175"})
    void arcsOutOfOneNodeDependOnItsPeriod(Period period, double one, double both) {
        GraphBuilder star = new GraphBuilder(3, false);
        star.add(0, 1);
        star.add(0, 2);
        Network network = Network.of(star.build().graph());
        for (boolean commonCoins : new boolean[] {true, false}) {
            Trials<ContinuousEpidemic.Parameters> trials = new Trials<>(
                    new ContinuousEpidemic(), new ContinuousEpidemic.Parameters(0.3, 1, period), network, commonCoins);
            RunningStatistics leaf = new RunningStatistics();
            RunningStatistics leaves = new RunningStatistics();
            for (int r = 0; r < 100_000; r++) {
                trials.finish(r, 0);
                leaf.add(trials.simulation.nodes().state(1) == 0 ? 0 : 1);
                leaves.add(trials.value("size") == 3 ? 1 : 0);
            }
            assertMean(one, 0, 0, leaf, 0.002);
            assertMean(both, 0, 0, leaves, 0.001);
        }
    }

    @Test
    void frequentContactsFollowTheSameLawWithoutCommonCoins() {
        Trials<ContinuousEpidemic.Parameters> trials = new Trials<>(
                new ContinuousEpidemic(),
                new ContinuousEpidemic.Parameters(3, 1, Period.EXPONENTIAL),
                Network.of(pair()),
                false);
        RunningStatistics second = new RunningStatistics();
        for (int r = 0; r < 100_000; r++) {
            second.add(trials.finish(r, 0).value("size") - 1);
        }
        assertMean(0.75, 0, 0, second, 0.002);
    }

    private static Graph pair() {
        GraphBuilder pair = new GraphBuilder(2, false);
        pair.add(0, 1);
        return pair.build().graph();
    }

    @Test
    void exposedStageDelaysTheSameEpidemic() {
        Network network = random(2_000, 4, 5);
        Trials<SusceptibleInfectiousRecovered.Parameters> sir = new Trials<>(
                new SusceptibleInfectiousRecovered(),
                new SusceptibleInfectiousRecovered.Parameters(0.1, 0.1),
                network,
                true);
        Trials<SusceptibleExposedInfectiousRecovered.Parameters> seir = new Trials<>(
                new SusceptibleExposedInfectiousRecovered(),
                new SusceptibleExposedInfectiousRecovered.Parameters(0.1, 0.2, 0.1),
                network,
                true);
        RunningStatistics delay = new RunningStatistics();
        for (int r = 0; r < 50; r++) {
            assertEquals(
                    sir.finish(r, 0, 1, 2).value("size"),
                    seir.finish(r, 0, 1, 2).value("size"));
            delay.add(seir.value("peak-time") - sir.value("peak-time"));
        }
        assertTrue(delay.mean() > 4 * delay.standardError() && delay.mean() > 5);
    }

    @Test
    void everybodyInTheComponentIsInfectedInTheEnd() {
        GraphBuilder graph = new GraphBuilder(7, false);
        graph.add(0, 1);
        graph.add(1, 2);
        graph.add(2, 3);
        graph.add(4, 5);
        Network network = Network.of(graph.build().graph());
        for (boolean commonCoins : new boolean[] {true, false}) {
            Trials<SusceptibleInfectious.Parameters> si = new Trials<>(
                    new SusceptibleInfectious(), new SusceptibleInfectious.Parameters(0.05), network, commonCoins);
            RunningStatistics duration = new RunningStatistics();
            for (int r = 0; r < 20_000; r++) {
                assertEquals(4, si.finish(r, 0).value("size"));
                duration.add(si.value("duration"));
            }
            assertMean(60, 0, 0, duration, 0.3); // three geometric waiting times of mean 20
        }
    }

    @Test
    void withoutRecoveryCompleteGraphsFollowTheLogisticCurve() {
        assertEquals(0.450853, EpidemicCurves.logistic(0.1, 1, 2), 0.51e-6);
        int n = 400;
        Trials<ContinuousEpidemic.Parameters> si = new Trials<>(
                new ContinuousEpidemic(),
                new ContinuousEpidemic.Parameters(1.0 / n, 1e-9, Period.EXPONENTIAL),
                complete(n),
                false);
        RunningStatistics reach = new RunningStatistics();
        for (int r = 0; r < 160; r++) {
            reach.add(si.until(2, r, first(n / 10)).value("reach"));
        }
        assertMean(0.450853, 0, 0.003, reach, 0.004);
    }

    @Test
    void endemicShareIsOneMinusTheReciprocalOfTheReproductionNumber() {
        int n = 500;
        double gamma = 0.01;
        Trials<SusceptibleInfectiousSusceptible.Parameters> sis = new Trials<>(
                new SusceptibleInfectiousSusceptible(),
                new SusceptibleInfectiousSusceptible.Parameters(2 * gamma / n, gamma, 4000),
                complete(n),
                false);
        RunningStatistics infectious = new RunningStatistics();
        for (int r = 0; r < 60; r++) {
            sis.finish(r, first(n / 2));
            assertTrue(sis.simulation.isCensored());
            infectious.add(sis.value("infectious") / n);
        }
        // Steps instead of rates lower the share by gamma/4, chance in a finite population by about 1/n.
        assertMean(0.5, 0, 0.005, infectious, 0.008);
    }

    @Test
    void belowTheThresholdInfectionDiesOut() {
        Trials<SusceptibleInfectiousSusceptible.Parameters> sis = new Trials<>(
                new SusceptibleInfectiousSusceptible(),
                new SusceptibleInfectiousSusceptible.Parameters(0.0005, 0.1, 10_000),
                complete(100),
                true);
        for (int r = 0; r < 20; r++) {
            assertEquals(0, sis.finish(r, first(50)).value("infectious"));
            assertFalse(sis.simulation.isCensored());
        }
    }
}
