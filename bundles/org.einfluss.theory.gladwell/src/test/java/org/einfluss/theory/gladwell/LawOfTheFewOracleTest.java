package org.einfluss.theory.gladwell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.einfluss.api.model.Run;
import org.einfluss.api.model.Simulation;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.ErdosRenyi;
import org.einfluss.math.Keys;
import org.einfluss.math.RandomStream;
import org.einfluss.math.RunningStatistics;
import org.einfluss.theory.gladwell.LawOfTheFew.Contagion;
import org.einfluss.theory.gladwell.LawOfTheFew.Parameters;
import org.junit.jupiter.api.Test;

/** The model against numbers worked out by hand, and against bond percolation. */
class LawOfTheFewOracleTest {
    private static final LawOfTheFew MODEL = new LawOfTheFew();

    private static Network random(int nodes, double z, long key) {
        return Network.of(ErdosRenyi.gnm(nodes, Math.round(nodes * z / 2), new RandomStream(key)));
    }

    /** Share of runs in which the listener, the last node, has adopted within some steps. */
    private static void assertAdoption(
            double expected, Network network, Parameters parameters, int steps, int... seeds) {
        int runs = 40_000;
        Simulation simulation = MODEL.bind(parameters, network);
        Run run = Samples.run();
        int listener = network.nodes() - 1;
        int adopted = 0;
        for (int r = 0; r < runs; r++) {
            simulation.begin(run.begin(Keys.mix(11, r), seeds));
            Samples.finish(simulation, steps);
            adopted += simulation.nodes().state(listener) == 2 ? 1 : 0;
        }
        double error = Math.sqrt(expected * (1 - expected) / runs);
        assertEquals(expected, (double) adopted / runs, 4 * error, parameters + " after " + steps);
    }

    @Test
    void withoutStickinessNobodyAdoptsButTheSeeds() {
        Network network = Samples.withRoles(random(500, 8, 1));
        for (Contagion contagion : Contagion.values()) {
            Simulation simulation = MODEL.bind(Parameters.of(0, 1, contagion), network);
            simulation.begin(Samples.run().begin(3, 0, 1, 2));
            assertEquals(3, Samples.value(Samples.finish(simulation, 1000), "size"));
        }
    }

    @Test
    void oneAdopterGivesTheHazardOfAnIndependentCascadeInEveryStep() {
        Network one = Samples.everyExpert(Samples.funnel(1));
        Parameters parameters = Parameters.of(0.5, 0.2, Contagion.ALL_AWARE); // h = 0.1
        assertAdoption(0.1, one, parameters, 1, 0);
        assertAdoption(0.19, one, parameters, 2, 0);
        assertAdoption(0.40951, one, parameters, 5, 0);
        assertAdoption(0.8784233454094308, one, parameters, 20, 0);
    }

    @Test
    void threeAdoptersGiveLessThanAnIndependentCascade() {
        Network three = Samples.everyExpert(Samples.funnel(3));
        assertAdoption(0.1355, three, Parameters.of(0.5, 0.1, Contagion.ALL_AWARE), 1, 0, 1, 2);
        assertAdoption(0.1426, three, Parameters.of(1, 0.05, Contagion.ALL_AWARE), 1, 0, 1, 2);
        assertAdoption(0.271, three, Parameters.of(1, 0.1, Contagion.ALL_AWARE), 1, 0, 1, 2);
    }

    @Test
    void withoutExpertiseAnAdopterPersuadesHalfAsOften() {
        assertAdoption(0.05, Samples.funnel(1), Parameters.of(0.5, 0.2, Contagion.ALL_AWARE), 1, 0);
    }

    @Test
    void aSalesmanPersuadesThreeTimesAsOften() {
        Network salesman = Planting.salesmen(Samples.funnel(1), new boolean[] {true, false}, 3, false);
        assertAdoption(0.15, salesman, Parameters.of(0.5, 0.2, Contagion.ALL_AWARE), 1, 0);
    }

    @Test
    void peopleHearBeforeTheyAdopt() {
        Network one = Samples.everyExpert(Samples.funnel(1));
        Parameters parameters = new Parameters(
                1, 1, 1, 0.3, 0, 0, 150, 0, Contagion.WORD_OF_MOUTH, "expertise", "persuasiveness", Optional.empty());
        assertAdoption(0, one, parameters, 1, 0);
        assertAdoption(0.3, one, parameters, 2, 0);
        assertAdoption(0.657, one, parameters, 4, 0);
    }

    @Test
    void groupsRaiseTheContextByTheirShareOfAdopters() {
        Network one = Samples.everyExpert(Samples.funnel(1));
        Parameters parameters = new Parameters(
                0.5, 1, 0.2, 0.05, 0, 1, 2, 0, Contagion.ALL_AWARE, "expertise", "persuasiveness", Optional.empty());
        assertAdoption(0.15, one, parameters, 1, 0);
    }

    @Test
    void adoptersStayWithTheProbabilityOfTheirRetention() {
        Network many = Network.of(Graph.empty(20_000));
        int[] all = new int[20_000];
        java.util.Arrays.setAll(all, i -> i);
        Parameters parameters = new Parameters(
                0.6,
                1,
                0.1,
                0.05,
                0,
                0,
                150,
                0.5,
                Contagion.ALL_AWARE,
                "expertise",
                "persuasiveness",
                Optional.empty());
        Simulation simulation = MODEL.bind(parameters, many);
        simulation.begin(Samples.run().begin(5, all));
        simulation.step(); // nobody can adopt, so the run ends after one step
        double error = Math.sqrt(0.8 * 0.2 / 20_000);
        assertEquals(0.8, Samples.value(simulation, "staying"), 4 * error);
        assertEquals(1, Samples.value(simulation, "reach"));
    }

    @Test
    void mavensFindOutByThemselves() {
        Network funnel = Samples.funnel(2_000);
        boolean[] mavens = new boolean[2_001];
        java.util.Arrays.fill(mavens, 1, 2_000, true);
        Parameters parameters = new Parameters(
                1,
                1,
                0.0001,
                0,
                0.05,
                0,
                150,
                0,
                Contagion.WORD_OF_MOUTH,
                "expertise",
                "persuasiveness",
                Optional.empty());
        Network network = Planting.mavens(funnel, mavens, 1);
        network = network.withNodeColumn(org.einfluss.graph.Column.doubles("expertise", "", expertise(mavens)));
        Simulation simulation = MODEL.bind(parameters, network);
        simulation.begin(Samples.run().begin(9, 0));
        Samples.finish(simulation, 10);
        double known = 1 - Math.pow(0.95, 10);
        double error = Math.sqrt(known * (1 - known) / 1_999);
        assertEquals(known, (Samples.value(simulation, "aware") * 2_001 - 1) / 1_999, 4 * error + 1e-3);
    }

    private static double[] expertise(boolean[] mavens) {
        double[] e = new double[mavens.length];
        for (int v = 0; v < e.length; v++) {
            e[v] = mavens[v] ? 1 : 0;
        }
        e[e.length - 1] = 1; // the listener may find out as well, so that the run goes on
        return e;
    }

    /** Bond percolation with T = a on Erdős–Rényi networks: s = 1 − e^{−zTs}. */
    @Test
    void oneShotIsBondPercolation() {
        double[] zT = {1.5, 2, 3};
        double[] s = {0.582812, 0.796812, 0.940480};
        for (int i = 0; i < zT.length; i++) {
            RunningStatistics outbreaks = new RunningStatistics();
            RunningStatistics sizes = new RunningStatistics();
            for (int draw = 0; draw < 40; draw++) {
                Network network = Samples.everyExpert(random(10_000, 5, Keys.mix(17, i, draw)));
                Simulation simulation = MODEL.bind(Parameters.of(1, zT[i] / 5, Contagion.ONE_SHOT), network);
                Run run = Samples.run();
                int global = 0;
                for (int r = 0; r < 50; r++) {
                    int seed = new RandomStream(Keys.mix(19, draw, r)).nextInt(10_000);
                    simulation.begin(run.begin(Keys.mix(23, draw, r), seed));
                    double reach = Samples.value(Samples.finish(simulation, 10_000), "reach");
                    if (reach >= 0.1) {
                        global++;
                        sizes.add(reach);
                    }
                }
                outbreaks.add(global / 50.0);
            }
            assertTrue(outbreaks.standardError() < 0.02);
            assertEquals(s[i], outbreaks.mean(), 4 * outbreaks.standardError(), "outbreaks at zT = " + zT[i]);
            assertEquals(s[i], sizes.mean(), 0.003, "sizes at zT = " + zT[i]);
        }
    }

    @Test
    void belowTheThresholdOfPercolationNothingIsGlobal() {
        for (int draw = 0; draw < 10; draw++) {
            Network network = Samples.everyExpert(random(10_000, 5, Keys.mix(29, draw)));
            Simulation simulation = MODEL.bind(Parameters.of(1, 0.16, Contagion.ONE_SHOT), network); // zT = 0.8
            for (int r = 0; r < 50; r++) {
                simulation.begin(Samples.run().begin(Keys.mix(31, draw, r), r));
                assertTrue(Samples.value(Samples.finish(simulation, 10_000), "reach") < 0.1);
            }
        }
    }
}
