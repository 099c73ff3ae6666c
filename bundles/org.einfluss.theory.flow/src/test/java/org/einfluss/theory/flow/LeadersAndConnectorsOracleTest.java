package org.einfluss.theory.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.einfluss.api.Progress;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.Estimate;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Study;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.experiment.ExperimentFile;
import org.einfluss.engine.experiment.Planner;
import org.einfluss.engine.run.LocalRunner;
import org.einfluss.engine.study.Studies;
import org.einfluss.networks.StochasticBlockModel;
import org.einfluss.seeding.BlockSeeds;
import org.einfluss.theory.baselines.IndependentCascade;
import org.junit.jupiter.api.Test;

/** Seeds in the own block, ten blocks of 100 nodes: reach at home and abroad against reference simulations of 400 networks. */
class LeadersAndConnectorsOracleTest {
    private static final String[] CHOICES = {"random", "leaders", "connectors"};

    static Study study(String network, String models, String more, int networks) throws Exception {
        Catalog catalog = Catalog.of(
                new StochasticBlockModel(),
                new IndependentCascade(),
                new ComplexContagion(),
                new BlockSeeds(),
                new OwnAndOthers());
        String yaml = "format: 1\ntitle: Who carries it abroad?\nnetwork: " + network + "\nmodel: " + models
                + "\nseeding: {id: block, choice: [random, leaders, connectors]" + more
                + "}\nmeasures: [{id: own-and-others}]\nreplicates: {networks: " + networks + ", runs: 8}\nkey: 2010\n";
        Plan plan = Planner.plan(ExperimentFile.read(yaml, "oracle"), catalog, Path.of(""), Progress.NONE);
        return Studies.inMemory(plan, catalog, new LocalRunner(2), Progress.NONE);
    }

    private static void check(Study study, String variable, double[] expected, double error, double rounding) {
        for (DesignPoint point : study.plan().points()) {
            int i = point.index();
            String choice = point.factors().get("seeding.choice");
            int row = java.util.Arrays.asList(CHOICES).indexOf(choice);
            Estimate mean = study.estimates().mean(i, variable);
            assertTrue(
                    mean.standardError() <= 2 * error,
                    point.label() + " " + variable + " has standard error " + mean.standardError());
            assertEquals(
                    expected[row],
                    mean.value(),
                    4 * Math.hypot(error, mean.standardError()) + rounding,
                    point.label() + " " + variable);
        }
    }

    private static String blocks(double outside) {
        return "{id: stochastic-block-model, nodes: 1000, blocks: 10, inside: 8, outside: " + outside + "}";
    }

    @Test
    void simpleContagionWithFewTiesAbroad() throws Exception {
        Study study = study(blocks(0.2), "{id: independent-cascade, probability: 0.1}", "", 400);
        check(study, "own-early", new double[] {.2438, .2851, .2429}, .001, 5e-5);
        check(study, "others-early", new double[] {.0009, .0014, .0035}, .0003, 5e-5);
        check(study, "own", new double[] {.2779, .3082, .2777}, .0022, 5e-5);
        check(study, "others", new double[] {.0026, .0034, .0064}, .003, 5e-5);
    }

    @Test
    void simpleContagionAboveSaturation() throws Exception {
        Study study = study(blocks(0.2), "{id: independent-cascade, probability: 0.2}", "", 400);
        check(study, "own-early", new double[] {.5127, .5726, .5113}, .0015, 5e-5);
        check(study, "others-early", new double[] {.0044, .0066, .0147}, .0003, 5e-5);
        check(study, "own", new double[] {.7146, .6957, .7131}, .003, 5e-5);
        check(study, "others", new double[] {.3448, .3445, .3885}, .006, 5e-5);
    }

    @Test
    void simpleContagionWithManyTiesAbroad() throws Exception {
        Study weak = study(blocks(1), "{id: independent-cascade, probability: 0.1}", "", 400);
        check(weak, "own-early", new double[] {.2428, .2841, .2443}, .001, 5e-5);
        check(weak, "others-early", new double[] {.0049, .0073, .0103}, .0003, 5e-5);
        Study strong = study(blocks(1), "{id: independent-cascade, probability: 0.2}", "", 200);
        check(strong, "own", new double[] {.7755, .7554, .7620}, .003, 5e-5);
        check(strong, "others", new double[] {.7272, .7277, .7287}, .003, 5e-5);
    }

    @Test
    void complexContagionStaysAtHome() throws Exception {
        Study few = study(blocks(0.2), "{id: complex-contagion, threshold: 2}", "", 400);
        check(few, "own-early", new double[] {.9727, .9939, .9746}, .002, 5e-5);
        check(few, "others-early", new double[] {.0001, .0002, .0002}, .0003, 5e-5);
        Study many = study(blocks(1), "{id: complex-contagion, threshold: 2}", "", 400);
        check(many, "own-early", new double[] {.9703, .9929, .9717}, .002, 5e-5);
        check(many, "others-early", new double[] {.0029, .0052, .0041}, .0003, 5e-5);
        Study three = study(blocks(1), "{id: complex-contagion, threshold: 3}", "", 400);
        check(three, "own", new double[] {.8812, .9875, .8662}, .01, 5e-5);
        check(three, "others", new double[] {.0002, .0002, .0002}, .0003, 5e-5);
    }

    @Test
    void onePopulationPrefersLeaders() throws Exception {
        String model = "{id: independent-cascade, probability: 0.1}";
        check(anywhere(blocks(0.2), model), "reach", new double[] {.0575, .0846, .0634}, .0003, 5e-5);
        check(anywhere(blocks(1), model), "reach", new double[] {.0648, .0952, .0770}, .0003, 5e-5);
    }

    private static Study anywhere(String network, String model) throws Exception {
        return study(network, model, ", size: 20, anywhere: true", 400, "max-steps: 3\n");
    }

    private static Study study(String network, String models, String more, int networks, String end) throws Exception {
        Catalog catalog =
                Catalog.of(new StochasticBlockModel(), new IndependentCascade(), new BlockSeeds(), new OwnAndOthers());
        String yaml = "format: 1\ntitle: Anywhere\nnetwork: " + network + "\nmodel: " + models
                + "\nseeding: {id: block, choice: [random, leaders, connectors]" + more
                + "}\nmeasures: [{id: own-and-others}]\nreplicates: {networks: " + networks + ", runs: 4}\nkey: 2011\n"
                + end;
        Plan plan = Planner.plan(ExperimentFile.read(yaml, "oracle"), catalog, Path.of(""), Progress.NONE);
        return Studies.inMemory(plan, catalog, new LocalRunner(2), Progress.NONE);
    }
}
