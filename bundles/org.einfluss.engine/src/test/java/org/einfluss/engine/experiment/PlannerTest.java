package org.einfluss.engine.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.study.DesignPoint;
import org.einfluss.api.study.NetworkConfiguration;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Shard;
import org.einfluss.engine.catalog.Origin;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {
    static Plan plan(String yaml) {
        return plan(yaml, Path.of("."));
    }

    private static Plan plan(String yaml, Path folder) {
        try {
            Experiment experiment = ExperimentFile.read("format: 1\n" + yaml, "e.yaml");
            return Planner.plan(experiment, Toys.catalog(), folder, Progress.NONE);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Map<String, String>> levels(Plan plan) {
        return plan.points().stream().map(DesignPoint::factors).toList();
    }

    static Plan example() throws IOException {
        return Planner.plan(ExperimentFileTest.example(), Toys.catalog(), Path.of("."), Progress.NONE);
    }

    @Test
    void anExperimentTellsWhatOfItIsNotInstalled() throws IOException {
        assertEquals(List.of(), ExperimentFileTest.example().missing(Toys.catalog()));
        Experiment foreign = ExperimentFile.read("""
                format: 1
                network: [{id: dataset, name: nowhere}, {id: lost-graph}, ring]
                model: [watts-threshold, lost-model, lost-model]
                seeding: random
                measures: [lost-measure]
                analyses: [lost-analysis]
                """, "e.yaml");
        assertEquals(
                List.of("nowhere", "lost-graph", "lost-model", "lost-measure", "lost-analysis"),
                foreign.missing(Toys.catalog()));
    }

    @Test
    void aDatasetAmongGeneratorsIsKnownByItsName() {
        Plan plan = plan("""
                network: [{id: dataset, name: karate}, ring]
                model: watts-threshold
                seeding: random
                """);
        assertEquals(
                List.of("karate", "ring"),
                plan.points().stream()
                        .map(point -> point.factors().get("network"))
                        .toList());
    }

    @Test
    void factorialDesignCrossesComponentsAndParameters() throws IOException {
        Plan plan = example();
        assertEquals(57, plan.networks().size());
        assertEquals(57 * 3 * 2, plan.points().size());
        assertEquals(
                List.of("network.mean-degree", "model", "model.independent-cascade.probability", "seeding"),
                plan.factors());
        assertEquals(
                Map.of("network.mean-degree", "1", "model", "watts-threshold", "seeding", "random"),
                plan.points().get(0).factors());
        assertEquals(
                Map.of(
                        "network.mean-degree", "15",
                        "model", "independent-cascade",
                        "model.independent-cascade.probability", "0.1",
                        "seeding", "top-degree"),
                plan.points().get(341).factors());
        assertEquals(OptionalDouble.of(1.25), plan.points().get(6).number("network.mean-degree"));
        assertEquals(
                "{threshold.kind=normal, threshold.mean=0.18, threshold.sd=0.05}",
                plan.points().get(0).model().settings().toString());
        assertEquals(
                new Toys.Coins.Parameters(0.1),
                plan.points().get(341).model().parameters().orElseThrow());
        assertEquals(
                Map.of(
                        "bundle org.einfluss.engine",
                        "0.1.0 sha256:cd34",
                        "bundle org.einfluss.toys",
                        "1.0.0 sha256:ab12"),
                plan.inputs());
        assertEquals(new Workload(342, 57, 5700, 342 * 5000), Workload.of(plan));
    }

    @Test
    void planIdIsAFunctionOfTheContent() throws IOException {
        assertEquals(
                "6b146e628a28ce1d4f814dbd5445911693eaac670bc8ff98ef9ce60eba212923",
                example().id());
        String one =
                "network: {id: random-graph, mean-degree: {vary: [1, 2]}, nodes: [10, 20]}\nmodel: watts-threshold\n"
                        + "seeding: random\nkey: 3\ntitle: t\n";
        String other =
                "title: 't'\nkey: 3.0\nseeding: {id: random, size: 1}\nmodel: {id: watts-threshold, threshold: 0.180}\n"
                        + "network: {nodes: {vary: {from: 10, to: 20, step: 10}}, id: random-graph, mean-degree: [1.0, 2]}\n";
        assertEquals(plan(one).id(), plan(other).id());
        assertNotEquals(plan(one).id(), plan(one.replace("key: 3", "key: 4")).id());
        assertNotEquals(plan(one).id(), plan(one.replace("[1, 2]", "[1, 3]")).id());
        Experiment experiment = ExperimentFile.read("format: 1\n" + one, "e.yaml");
        Plan changed = Planner.plan(
                experiment,
                Toys.catalog(new Origin("org.einfluss.toys", "1.0.0", "ffff")),
                Path.of("."),
                Progress.NONE);
        assertNotEquals(plan(one).id(), changed.id());
    }

    private static final String BASE = "model: watts-threshold\nseeding: random\n";

    @Test
    void shortListsVaryScalarsAndAlternatives() {
        Plan plan = plan(
                "network: random-graph\nmodel: {id: watts-threshold, threshold: [0.1, {kind: normal, mean: 0.2}, 0.30]}\n"
                        + "seeding: random");
        assertEquals(
                List.of("0.1", "{kind: normal, mean: 0.2, sd: 0.05}", "0.3"),
                plan.points().stream()
                        .map(point -> point.factors().get("model.threshold"))
                        .toList());
        assertTrue(plan.commonCoins());
        assertEquals(1, plan.networks().size());
    }

    @Test
    void nestedParametersVary() {
        Plan plan = plan(
                "network: random-graph\nmodel: {id: watts-threshold, threshold: {kind: normal, mean: {vary: [0.1, 0.2]}}}\n"
                        + "seeding: random");
        assertEquals(
                List.of(Map.of("model.threshold.mean", "0.1"), Map.of("model.threshold.mean", "0.2")), levels(plan));
        assertEquals(
                new Toys.Watts.Parameters(new Toys.Normal(0.2, 0.05)),
                plan.points().get(1).model().parameters().orElseThrow());
    }

    @Test
    void sameComponentMayStandTwiceWithOtherSettings() {
        Plan plan = plan("network: random-graph\nmodel: watts-threshold\n"
                + "seeding: [{id: random, size: 1}, {id: random, size: [5, 6]}, none]\n");
        assertEquals(
                List.of("random {size: 1}", "random {size: [5, 6]}", "random {size: [5, 6]}", "none"),
                plan.points().stream()
                        .map(point -> point.factors().get("seeding"))
                        .toList());
        assertEquals("6", plan.points().get(2).factors().get("seeding[1].size"));
    }

    @Test
    void pipelineAppliesAllTransformsAndMayVary() {
        Plan plan = plan("network: ring\nprepare: [core, {id: weights, spread: [1, 2]}]\n" + BASE);
        assertEquals(2, plan.networks().size());
        assertEquals(List.of("prepare.weights.spread"), plan.factors());
        assertEquals(
                List.of("core", "weights"),
                plan.networks().get(1).prepare().stream()
                        .map(component -> component.id())
                        .toList());
        assertFalse(plan.networks().get(0).fixed());
    }

    @Test
    void campaignMayBeNone() {
        Plan plan = plan("network: random-graph\ncampaign: [none, pushes]\n" + BASE);
        assertTrue(plan.points().get(0).campaign().isEmpty());
        assertEquals("pushes", plan.points().get(1).campaign().orElseThrow().id());
        assertEquals(
                List.of("none", "pushes"),
                levels(plan).stream().map(point -> point.get("campaign")).toList());
        assertTrue(plan("network: random-graph\n" + BASE)
                .points()
                .get(0)
                .campaign()
                .isEmpty());
    }

    @Test
    void fixedNetworksAreDrawnOnceWithAllRuns() {
        for (String network : List.of("{id: dataset, name: karate}", "ring")) {
            Plan plan = plan("network: " + network + "\nprepare: core\nreplicates: {networks: 20, runs: 30}\n" + BASE);
            NetworkConfiguration only = plan.networks().get(0);
            assertTrue(only.fixed());
            assertEquals(1, only.draws());
            assertEquals(600, only.runs());
            assertEquals(
                    "The network is the same in every draw: it is used once, with 20 × 30 = 600 runs per design point, "
                            + "and the results hold for this network only.",
                    plan.notes().get(0));
        }
    }

    @Test
    void datasetsEnterByTheirHash() {
        Plan plan = plan("network: {id: dataset, name: [karate, medical-innovation]}\n" + BASE);
        assertEquals("sha256:feed", plan.inputs().get("dataset karate"));
        assertEquals("sha256:beef", plan.inputs().get("dataset medical-innovation"));
        assertEquals(List.of("network.name"), plan.factors());
    }

    @Test
    void coinsAreCommonWhereThereIsSomethingToCompare() {
        assertFalse(plan("network: random-graph\n" + BASE).commonCoins());
        assertFalse(plan("network: {id: random-graph, nodes: [5, 6]}\n" + BASE).commonCoins());
        assertTrue(plan("network: random-graph\nseeding: [random, top-degree]\nmodel: watts-threshold")
                .commonCoins());
        assertFalse(
                plan("coins: independent\nnetwork: random-graph\nseeding: [random, top-degree]\nmodel: watts-threshold")
                        .commonCoins());
    }

    @Test
    void variablesAreTheUnionOfModelsThenMeasures() {
        Plan plan = plan("network: random-graph\nmodel: [watts-threshold, independent-cascade]\nseeding: random\n"
                + "measures: [{id: bystanders, distance: 3}]");
        assertEquals(
                List.of("size", "seeds", "spontaneous", "reach", "gain", "duration", "bystanders"),
                plan.variables().stream().map(variable -> variable.name()).toList());
        assertEquals("{distance=3}", plan.measures().get(0).settings().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "network: random-grph | e.yaml:2:10: Unknown generator 'random-grph'; did you mean 'random-graph'? There are: random-graph, ring",
                "network: karate | e.yaml:2:10: 'karate' is a dataset; write 'network: {id: dataset, name: karate}'",
                "network: {id: dataset, name: karat} | e.yaml:2:30: Unknown dataset 'karat'; did you mean 'karate'? There are: karate, medical-innovation",
                "network: {id: dataset} | e.yaml:2:10: 'name' must be given: Dataset, a text",
                "network: {id: random-graph, nods: 4} | e.yaml:2:29: Unknown parameter 'nods'; did you mean 'nodes'? There are: nodes, mean-degree",
                "network: {id: random-graph, mean-degree: {vary: [1, 60]}} | e.yaml:2:53: Mean degree must lie in [0, 50], was 60",
                "network: {id: random-graph, mean-degree: {vary: {from: 1, to: 2}}} | e.yaml:2:42: 'network.mean-degree' is a range without levels",
                "network: {id: dataset, name: {vary: {from: 1, to: 2}}} | e.yaml:2:30: 'network.name' cannot vary over a range, since it is no number",
                "network: [ring, ring] | e.yaml:2:17: 'ring' is given twice; keep one of them",
                "network: {id: ring, nodes: {vary: [{vary: [1, 2]}]}} | e.yaml:2:36: Nodes cannot vary here",
                "network: {id: random-graph, mean-degree: {vary: [2, 2, 2.0]}} | e.yaml:2:53: 'network.mean-degree' has the level 2 twice, first as 2 at e.yaml:2:50; keep one of them",
                "network: {id: random-graph, mean-degree: [3, 2, 2.0]} | e.yaml:2:49: 'network.mean-degree' has the level 2.0 twice, first as 2 at e.yaml:2:46; keep one of them",
                "network: {id: dataset, name: [karate, karate]} | e.yaml:2:39: 'network.name' has the level karate twice",
                "network: [{id: ring, nodes: 10}, {id: ring, nodes: 10.0}] | e.yaml:2:39: 'ring {nodes: 10.0}' is given twice; keep one of them",
                "network: [{id: random-graph, nodes: [5, 6]}, {id: random-graph, nodes: [6, 7]}] | e.yaml:2:51: This gives the design point network random-graph {nodes: [6, 7]}, nodes 6 again; keep one of them",
            })
    void mistakesAreToldWithTheirPlace(String network, String message) {
        InputException mistake = assertThrows(InputException.class, () -> plan(network + "\n" + BASE));
        assertTrue(mistake.getMessage().startsWith(message), mistake.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "measures: [clashing] | e.yaml:5:12: The variable 'size' has two meanings: the model 'watts-threshold' measures",
                "measures: [{id: bystanders, distance: [1, 2]}] | e.yaml:5:39: Distance must be a whole number, was [1, 2]",
                "analyses: [cascade-size] | e.yaml:5:12: Unknown study analysis 'cascade-size'; did you mean 'cascade-sizes'?",
                "analyses: [cascade-sizes, {id: cascade-sizes, cut: 0.2}] | e.yaml:5:32: 'cascade-sizes' is asked for twice",
                "analyses: [{id: cascade-sizes, cut: 1}] | e.yaml:5:17: The analysis 'cascade-sizes' could not be made of this study. Whole cascades need the log, but the study keeps none; set 'recording: log'.",
                "analyses: [network-summary] | e.yaml:5:12: 'network-summary' analyses a dataset, not a study",
                "analyses: [{id: cascade-sizes, cut: 2}] | e.yaml:5:37: Global cut must lie in (0, 1], was 2",
                "replicates: {until: {variable: reech}} | e.yaml:5:32: replicates.until: Unknown variable 'reech'; did you mean 'reach'?",
                "design: {kind: latin-hypercube, points: 5} | e.yaml:5:9: The design latin-hypercube has nothing to vary",
                "design: {kind: morris, trajectories: 5} | e.yaml:5:9: The design morris has nothing to vary",
                "design: {kind: morris, levels: 3} | e.yaml:5:9: A morris design needs an even number of levels, was 3",
                "design: {kind: morris, trajectories: 2, levels: 6} | e.yaml:5:9: A morris design needs at least half",
                "design: {kind: saltelli, points: 4} | e.yaml:5:9: The design saltelli has nothing to vary",
                "design: {kind: table, file: nowhere.csv} | e.yaml:5:9: There is no file",
                "design: {kind: one-at-a-time, baseline: [key=3]} | e.yaml:5:9: Unknown factor in the baseline 'key'. There is none",
            })
    void mistakesElsewhereAreTold(String line, String message) {
        InputException mistake =
                assertThrows(InputException.class, () -> plan("network: random-graph\n" + BASE + line + "\n"));
        assertTrue(mistake.getMessage().startsWith(message), mistake.getMessage());
    }

    @Test
    void analysisWhoseNeedsAreMetIsPlanned() {
        assertEquals(
                1,
                plan("network: random-graph\n" + BASE + "recording: log\nanalyses: [{id: cascade-sizes, cut: 1}]\n")
                        .analyses()
                        .size());
    }

    @Test
    void modelsWithOtherMeaningsOfAVariableCannotMeet() {
        InputException mistake = assertThrows(
                InputException.class,
                () -> plan("network: random-graph\nmodel: [watts-threshold, opinions]\nseeding: none\n"));
        assertEquals(
                "e.yaml:3:26: The variable 'size' has two meanings: the model 'watts-threshold' measures 'Nodes active in the end, "
                        + "seeds included' in nodes, and the model 'opinions' measures 'Number of clusters of opinion' in clusters; "
                        + "they cannot be in one experiment",
                mistake.getMessage());
    }

    @Test
    void mistakesInSettingsNameTheOption() {
        Experiment experiment = ExperimentFileTest.example().withSettings(List.of("model[1].probability=1.5"));
        assertEquals(
                "--set model[1].probability: Activation probability must lie in [0, 1], was 1.5",
                assertThrows(
                                InputException.class,
                                () -> Planner.plan(experiment, Toys.catalog(), Path.of("."), Progress.NONE))
                        .getMessage());
    }

    @Test
    void oneAtATimeLeavesTheOthersAtTheBaseline() {
        String yaml = "network: {id: random-graph, mean-degree: [2, 4, 6]}\n"
                + "model: [watts-threshold, {id: independent-cascade, probability: [0.1, 0.2]}]\nseeding: random\ndesign: ";
        assertEquals(
                List.of(
                        Map.of("network.mean-degree", "2", "model", "watts-threshold"),
                        Map.of("network.mean-degree", "4", "model", "watts-threshold"),
                        Map.of("network.mean-degree", "6", "model", "watts-threshold"),
                        Map.of(
                                "network.mean-degree", "2",
                                "model", "independent-cascade",
                                "model.independent-cascade.probability", "0.1"),
                        Map.of(
                                "network.mean-degree", "2",
                                "model", "independent-cascade",
                                "model.independent-cascade.probability", "0.2")),
                levels(plan(yaml + "one-at-a-time")));
        assertEquals(
                Map.of("network.mean-degree", "5", "model", "watts-threshold"),
                levels(plan(yaml + "{kind: one-at-a-time, baseline: [network.mean-degree=5]}"))
                        .get(0));
    }

    @Test
    void levelsWrittenTwiceAreNoBaselineOfTheirOwn() {
        String yaml = "seeding: random\nmodel: watts-threshold\ndesign: one-at-a-time\nnetwork: ";
        assertEquals(
                "e.yaml:5:49: 'network.mean-degree' has the level 2.0 twice, first as 2 at e.yaml:5:46; "
                        + "keep one of them (for more runs of a level raise 'replicates')",
                assertThrows(InputException.class, () -> plan(yaml + "{id: random-graph, mean-degree: [1, 2, 2.0]}"))
                        .getMessage());
    }

    @Test
    void latinHypercubeHasOnePointPerStratum() {
        int n = 40;
        double[] positions = Designs.latinHypercube(n, new RandomStream(99));
        TreeSet<Integer> strata = new TreeSet<>();
        for (double u : positions) {
            strata.add((int) Math.floor(u * n));
        }
        assertEquals(n, strata.size());

        Plan plan = plan("network: {id: random-graph, mean-degree: {vary: {from: 1, to: 5}}, "
                + "nodes: {vary: {from: 10, to: 10000, scale: log}}}\nmodel: watts-threshold\n"
                + "seeding: [random, top-degree]\ndesign: {kind: latin-hypercube, points: 40}\nkey: 5\n");
        assertEquals(n, plan.points().size());
        TreeSet<Integer> degrees = new TreeSet<>();
        TreeSet<Integer> sizes = new TreeSet<>();
        for (DesignPoint point : plan.points()) {
            degrees.add((int) Math.floor((point.number("network.mean-degree").orElseThrow() - 1) / 4 * n));
            double nodes = point.number("network.nodes").orElseThrow();
            assertEquals(Math.rint(nodes), nodes);
            sizes.add((int) Math.floor((Math.log10(nodes) - 1) / 3 * 10 - 1e-9));
        }
        assertEquals(n, degrees.size());
        assertTrue(sizes.size() >= 9, sizes.toString());
        assertEquals(
                20,
                plan.points().stream()
                        .filter(point -> point.factors().get("seeding").equals("random"))
                        .count());
    }

    @Test
    void designsForSensitivityRefuseFactorsThatHaveNoMeaningEverywhere() {
        String yaml = "network: random-graph\nseeding: random\nmodel: ";
        assertTrue(assertThrows(
                        InputException.class,
                        () -> plan(yaml + "{id: independent-cascade, probability: [0.1, 0.2]}\ndesign: morris\n"))
                .getMessage()
                .contains("has levels, but a morris design moves through ranges"));
        assertTrue(assertThrows(
                        InputException.class,
                        () -> plan(yaml
                                + "[watts-threshold, {id: independent-cascade, probability: {vary: {from: 0, to: 1}}}]\n"
                                + "design: {kind: saltelli, points: 4}\n"))
                .getMessage()
                .contains("is a parameter of one of several components"));
    }

    @Test
    void sobolSequenceBeginsAsPublished() {
        double[][] positions = Designs.sobol(2, 8);
        assertArrayEquals(new double[] {0, 0.5, 0.75, 0.25, 0.375, 0.875, 0.625, 0.125}, positions[0]);
        assertArrayEquals(new double[] {0, 0.5, 0.25, 0.75, 0.375, 0.875, 0.125, 0.625}, positions[1]);
        Plan plan = plan("network: {id: random-graph, mean-degree: {vary: {from: 0, to: 8}}}\n"
                + "model: {id: independent-cascade, probability: {vary: {from: 0, to: 1}}}\nseeding: random\n"
                + "design: {kind: sobol, points: 4}\n");
        assertEquals(
                List.of(
                        Map.of("network.mean-degree", "0", "model.probability", "0"),
                        Map.of("network.mean-degree", "4", "model.probability", "0.5"),
                        Map.of("network.mean-degree", "6", "model.probability", "0.25"),
                        Map.of("network.mean-degree", "2", "model.probability", "0.75")),
                levels(plan));
    }

    @Test
    void morrisMovesEveryFactorOnceOnEachTrajectory() {
        Plan plan = plan("network: {id: random-graph, mean-degree: {vary: {from: 0, to: 3}}}\n"
                + "model: {id: independent-cascade, probability: {vary: {from: 0, to: 0.3}}}\nseeding: random\n"
                + "design: {kind: morris, trajectories: 6, levels: 4}\n");
        assertEquals(6 * 3, plan.points().size());
        TreeSet<Double> degrees = new TreeSet<>();
        for (int from = 0; from < plan.points().size(); from += 3) {
            TreeSet<String> moved = new TreeSet<>();
            for (int at = from + 1; at < from + 3; at++) {
                for (String factor : plan.factors()) {
                    double scale = factor.endsWith("degree") ? 1 : 10;
                    double move = plan.points().get(at).number(factor).orElseThrow()
                            - plan.points().get(at - 1).number(factor).orElseThrow();
                    if (move != 0) {
                        assertEquals(2, Math.abs(move) * scale, 1e-9, "two thirds of the range");
                        assertTrue(moved.add(factor));
                    }
                    degrees.add(
                            plan.points().get(at).number("network.mean-degree").orElseThrow());
                }
            }
            assertEquals(2, moved.size());
        }
        assertEquals(new TreeSet<>(List.of(0.0, 1.0, 2.0, 3.0)), degrees);
    }

    @Test
    void saltelliTakesOneFactorAfterTheOtherFromB() {
        Plan plan = plan("network: {id: random-graph, mean-degree: {vary: {from: 0, to: 8}}}\n"
                + "model: {id: independent-cascade, probability: {vary: {from: 0, to: 1}}}\nseeding: [random, top-degree]\n"
                + "design: {kind: saltelli, points: 16}\n");
        assertEquals(16 * 5, plan.points().size());
        int seedingsDiffer = 0;
        for (int from = 0; from < plan.points().size(); from += 5) {
            Map<String, String> a = plan.points().get(from).factors();
            Map<String, String> b = plan.points().get(from + 1).factors();
            for (int f = 0; f < 3; f++) {
                Map<String, String> expected = new LinkedHashMap<>(a);
                String factor = plan.factors().get(f);
                expected.put(factor, b.get(factor));
                assertEquals(expected, plan.points().get(from + 2 + f).factors());
            }
            seedingsDiffer += a.get("seeding").equals(b.get("seeding")) ? 0 : 1;
        }
        assertTrue(seedingsDiffer > 0);
    }

    @Test
    void tablesGiveThePoints(@TempDir Path folder) throws IOException {
        String yaml = "network: random-graph\nmodel: [watts-threshold, independent-cascade]\nseeding: random\n"
                + "design: {kind: table, file: points.csv}\n";
        Path file = folder.resolve("points.csv");
        Files.writeString(
                file,
                "model,model.watts-threshold.threshold,network.mean-degree\nwatts-threshold,\"{kind: normal, mean: 0.2}\",3\n"
                        + "independent-cascade,,4.50\n");
        Plan plan = plan(yaml, folder);
        assertEquals(
                List.of("network.mean-degree", "model", "model.watts-threshold.threshold"),
                List.copyOf(plan.points().get(0).factors().keySet()));
        assertEquals(
                Map.of("model", "independent-cascade", "network.mean-degree", "4.5"),
                plan.points().get(1).factors());

        Map<String, String> wrong = Map.of(
                "modle\nx\n", "points.csv:1:1: Unknown factor 'modle'; did you mean 'model'?",
                "network.nodes\n5\n", "points.csv:1: The experiment varies 'model', but the table has no such column",
                "model,network.nodes\nopinions,5\n", "points.csv:2:1: Unknown level of model 'opinions'",
                "model,network.nodes\nwatts-threshold,0\n",
                        "points.csv:2:2: Nodes must lie in [1, 5000000] (nodes), was 0",
                "model,network.nodes\nwatts-threshold\n", "points.csv:2: This row has 1 cells, but there are 2 columns",
                "model,model.independent-cascade.probability\nwatts-threshold,1\n",
                        "points.csv:2:2: This row does not choose the component",
                "model,network.nodes\nwatts-threshold,\n", "points.csv:2:2: A level of 'network.nodes' is missing here",
                "model,model\na,b\n", "points.csv:1:2: The column 'model' is there twice",
                "model,network.nodes\nwatts-threshold,5\nwatts-threshold,6\nwatts-threshold,5.0\n",
                        "points.csv:4: This row is the same design point as points.csv:2 (nodes 5, model watts-threshold); "
                                + "keep one of them");
        for (Map.Entry<String, String> one : new java.util.TreeMap<>(wrong).entrySet()) {
            Files.writeString(file, one.getKey());
            String message =
                    assertThrows(InputException.class, () -> plan(yaml, folder)).getMessage();
            assertTrue(message.startsWith(one.getValue()), message);
        }
    }

    @Test
    void hugeDesignsAreRefused() {
        assertTrue(assertThrows(
                        InputException.class,
                        () -> plan("network: {id: random-graph, mean-degree: {vary: {from: 0, to: 50, levels: 2000}}}\n"
                                + "model: {id: independent-cascade, probability: {vary: {from: 0, to: 1, levels: 2000}}}\n"
                                + "seeding: random\n"))
                .getMessage()
                .startsWith("The design has more than 1000000 points"));
    }

    @Test
    void plansThatNothingCouldFinishAreRefusedBeforeTheyAreMade() {
        String many = "replicates: {networks: 1000000, runs: 1000000}\n" + BASE;
        assertEquals(
                "The experiment asks for 1000000000000 runs (1 design points, up to 1000000 networks with 1000000 runs each); a"
                        + " study has at most 100000000000. Give fewer points, networks or runs.",
                assertThrows(InputException.class, () -> plan("network: random-graph\n" + many))
                        .getMessage());
        String files = "network: {id: random-graph, mean-degree: {vary: {from: 0, to: 50, levels: 80000}}}\n"
                + "replicates: {networks: 1000000, runs: 1}\n" + BASE;
        assertTrue(assertThrows(InputException.class, () -> plan(files))
                .getMessage()
                .startsWith("The experiment would be cut into more than 1000000 shards, each a file."));
        assertTrue(plan("network: random-graph\nreplicates: {networks: 10000, runs: 1000000}\n" + BASE)
                        .shards()
                        .size()
                == 10_000);
    }

    private static void assertCovered(Plan plan) {
        for (NetworkConfiguration network : plan.networks()) {
            boolean[][] covered = new boolean[network.draws()][network.runs()];
            int batch = 0;
            for (Shard shard : plan.shards()) {
                assertEquals(plan.shards().indexOf(shard), shard.index());
                if (shard.network() == network.index()) {
                    assertTrue(shard.batch() == batch || shard.batch() == batch + 1);
                    batch = shard.batch();
                    assertTrue(shard.toDraw() - shard.fromDraw() <= 64);
                    for (int draw = shard.fromDraw(); draw < shard.toDraw(); draw++) {
                        for (int run = shard.fromRun(); run < shard.toRun(); run++) {
                            assertFalse(covered[draw][run]);
                            covered[draw][run] = true;
                        }
                    }
                }
            }
            for (boolean[] runs : covered) {
                for (boolean one : runs) {
                    assertTrue(one);
                }
            }
        }
    }

    @Test
    void shardsCoverEveryRunOnce() throws IOException {
        Plan big = example();
        assertCovered(big);
        assertEquals(114, big.shards().size());
        Plan small = plan("network: random-graph\nreplicates: {networks: 3, runs: 2}\n" + BASE);
        assertCovered(small);
        assertEquals(1, small.shards().size());
        Plan one = plan("network: random-graph\nreplicates: {networks: 100, runs: 50}\n" + BASE);
        assertCovered(one);
        assertEquals(100, one.shards().size());
        Plan fixed = plan("network: ring\nreplicates: {networks: 100, runs: 50}\n" + BASE);
        assertCovered(fixed);
        assertEquals(65, fixed.shards().size());
        assertEquals(78, fixed.shards().get(0).toRun());
    }

    @Test
    void stoppingRulesHaveBatchesOfWholeNetworks() {
        String until = "replicates: {networks: 100, runs: 50, until: {half-width: 0.02}}\n" + BASE;
        Plan drawn = plan("network: random-graph\n" + until);
        assertCovered(drawn);
        assertEquals(new Plan.Precision("reach", 0.02), drawn.until().orElseThrow());
        assertEquals(
                30, drawn.shards().stream().filter(shard -> shard.batch() == 0).count());
        assertEquals(40, ends(drawn, 1));
        assertEquals(7, drawn.shards().get(99).batch());
        Plan fixed = plan("network: ring\n" + until);
        assertCovered(fixed);
        assertEquals(
                1500,
                fixed.shards().stream()
                        .filter(shard -> shard.batch() == 0)
                        .mapToInt(Shard::toRun)
                        .max()
                        .orElseThrow());
        assertCovered(plan("network: ring\n" + until.replace("100", "20")));
    }

    private static int ends(Plan plan, int batch) {
        return plan.shards().stream()
                .filter(shard -> shard.batch() == batch)
                .mapToInt(Shard::toDraw)
                .max()
                .orElseThrow();
    }
}
