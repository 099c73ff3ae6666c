package org.einfluss.engine.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
import org.einfluss.api.Param;
import org.einfluss.api.model.CascadeModel;
import org.einfluss.api.model.Model;
import org.einfluss.api.study.Export;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterSchemaTest {
    enum Mood {
        VERY_GOOD,
        BAD
    }

    sealed interface Threshold {}

    record Constant(
            @Param(value = "Threshold", range = "[0,1]", unit = "fraction of neighbours")
            double value) implements Threshold {}

    record Normal(
            @Param(value = "Mean", initial = "0.18") double mean,
            @Param(value = "Spread", range = "(0,inf)") double sd) implements Threshold {}

    record Table(@Param("Values") List<Double> values) implements Threshold {}

    record Own() implements Threshold {}

    record Place(
            @Param(value = "X", initial = "1") int x,
            @Param(value = "Y", initial = "2") int y) {}

    record Everything(
            @Param(value = "Nodes", initial = "10", range = "[1,5e6]", unit = "nodes")
            int nodes,

            @Param(value = "Long", initial = "5000000000") long big,

            @Param(value = "Degree", initial = "4", symbol = "z")
            double meanDegree,

            @Param(value = "Directed", initial = "false", advanced = true)
            boolean directed,

            @Param(value = "Name", initial = "a b") String name,

            @Param(value = "Mood", initial = "very-good", help = "How it feels.")
            Mood mood,

            @Param(value = "Place", initial = "{y: 7}") Place place,

            @Param(value = "Threshold", initial = "{kind: normal, mean: 0.2, sd: 0.05}")
            Threshold threshold,

            @Param(value = "Steps", initial = "[1, 2]", range = "[0,9]")
            List<Integer> steps,

            @Param(value = "Places", initial = "[]") List<Place> places,
            @Param("Until") Optional<Place> until) {}

    record Pair(@Param("Low") double low, @Param("High") double high) {
        Pair {
            if (low > high) {
                throw new IllegalArgumentException("Low must not exceed high");
            }
        }
    }

    private static final ParameterSchema SCHEMA = ParameterSchema.of(Everything.class);

    private static Everything bind(String yaml) {
        return (Everything) SCHEMA.bind(YamlSettings.read(yaml, "e.yaml"));
    }

    @Test
    void defaultsComeFromTheAnnotations() {
        assertEquals(
                new Everything(
                        10,
                        5_000_000_000L,
                        4,
                        false,
                        "a b",
                        Mood.VERY_GOOD,
                        new Place(1, 7),
                        new Normal(0.2, 0.05),
                        List.of(1, 2),
                        List.of(),
                        Optional.empty()),
                SCHEMA.defaults());
    }

    @Test
    void everyTypeIsBound() {
        Everything bound = bind("nodes: 1e3\nbig: -7\nmean-degree: inf\ndirected: true\nname: 'x: [y'\nmood: bad\n"
                + "place: {x: 3}\nthreshold: {kind: table, values: [0.1, 0.2]}\nsteps: []\n"
                + "places: [{x: 5, y: 6}, {}]\nuntil: {y: 9}\n");
        assertEquals(
                new Everything(
                        1000,
                        -7,
                        Double.POSITIVE_INFINITY,
                        true,
                        "x: [y",
                        Mood.BAD,
                        new Place(3, 7),
                        new Table(List.of(0.1, 0.2)),
                        List.of(),
                        List.of(new Place(5, 6), new Place(1, 2)),
                        Optional.of(new Place(1, 9))),
                bound);
    }

    @Test
    void alternativesHaveShortForms() {
        assertEquals(new Constant(0.18), bind("threshold: 0.18").threshold());
        assertEquals(new Own(), bind("threshold: own").threshold());
        assertEquals(new Normal(0.2, 0.05), bind("threshold: normal").threshold());
        assertEquals(new Normal(0.2, 0.1), bind("threshold: {sd: 0.1}").threshold());
        assertEquals(
                new Constant(0.3),
                bind("threshold: {kind: constant, value: 0.3}").threshold());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "threshold: 2 | e.yaml:1:12: Threshold must lie in [0, 1] (fraction of neighbours), was 2",
                "nodes: 0 | e.yaml:1:8: Nodes must lie in [1, 5000000] (nodes), was 0",
                "nodes: 2.5 | e.yaml:1:8: Nodes must be a whole number (nodes), was 2.5",
                "nodes: 3000000000 | e.yaml:1:8: Nodes must lie in [1, 5000000] (nodes), was 3000000000",
                "place: {x: 3000000000} | e.yaml:1:12: X must be a whole number below 2^31, was 3000000000",
                "nodes: 1e999999999 | e.yaml:1:8: Nodes must be a whole number below 2^31, was 1e999999999",
                "nodes: many | e.yaml:1:8: Nodes must be a whole number (nodes), was many",
                "mean-degree: nan | e.yaml:1:14: Degree must be a number, was nan",
                "directed: yes | e.yaml:1:11: Directed must be true or false, was yes",
                "mood: very-god | e.yaml:1:7: Unknown value of Mood 'very-god'; did you mean 'very-good'? There are: very-good, bad",
                "nods: 3 | e.yaml:1:1: Unknown parameter 'nods'; did you mean 'nodes'? There are: nodes, big, mean-degree, directed, name, mood, place, threshold, steps, places, until",
                "threshold: {kind: norml} | e.yaml:1:19: Unknown kind of Threshold 'norml'; did you mean 'normal'? There are: constant, normal, table, own",
                "threshold: nrmal | e.yaml:1:12: Unknown kind of Threshold 'nrmal'; did you mean 'normal'? There are: constant, normal, table, own",
                "threshold: abc | e.yaml:1:12: Threshold must be a number, or one of the kinds constant, normal, table, own, was abc",
                "sd: 1 | e.yaml:1:1: Unknown parameter 'sd'; did you mean 'threshold.sd'? There are: nodes, big, mean-degree, directed, name, mood, place, threshold, steps, places, until",
                "threshold: {kind: constant} | e.yaml:1:12: 'value' must be given: Threshold (fraction of neighbours), a number",
                "threshold: {kind: {vary: [own]}} | e.yaml:1:19: A kind cannot vary alone; vary threshold as a whole: {vary: [{kind: …}, {kind: …}]}",
                "steps: [1, 10] | e.yaml:1:12: Steps must lie in [0, 9], was 10",
                "steps: 1 | e.yaml:1:8: Steps must be a list, each item a whole number, was 1",
                "place: 4 | e.yaml:1:8: Place must be settings such as {x: …, y: …}, was 4",
                "nodes: {vary: [1]} | e.yaml:1:8: Nodes cannot vary here",
                "nodes: [1] | e.yaml:1:8: Nodes must be a whole number (nodes), was [1]",
            })
    void mistakesNameLabelRangeUnitValueAndPlace(String yaml, String message) {
        InputException mistake = assertThrows(InputException.class, () -> bind(yaml));
        assertEquals(message, mistake.getMessage());
    }

    @Test
    void allMistakesAreToldAtOnce() {
        InputException mistake = assertThrows(InputException.class, () -> bind("nodes: 0\nstepps: 1\nmood: sad\n"));
        assertEquals(3, mistake.getMessage().lines().count());
    }

    @Test
    void whatTheRecordRefusesIsToldWithThePlace() {
        ParameterSchema schema = ParameterSchema.of(Pair.class);
        InputException mistake =
                assertThrows(InputException.class, () -> schema.bind(YamlSettings.read("low: 2\nhigh: 1\n", "p.yaml")));
        assertEquals("p.yaml:1:1: Low must not exceed high", mistake.getMessage());
        assertEquals(
                "p.yaml:1:1: 'high' must be given: High, a number",
                assertThrows(InputException.class, () -> schema.bind(YamlSettings.read("low: 2", "p.yaml")))
                        .getMessage());
    }

    @Test
    void settingsAreCanonicalAndFlat() {
        Map<String, String> settings = SCHEMA.settings(bind("mean-degree: 4.50\nthreshold: 0.180\nsteps: [1,   2]\n"
                + "places: [{x: 5}]\nuntil: {x: 1}\nname: 'a, b'"));
        assertEquals(
                "{nodes=10, big=5000000000, mean-degree=4.5, directed=false, name=a, b, mood=very-good, place.x=1, place.y=7, "
                        + "threshold.kind=constant, threshold.value=0.18, steps=[1, 2], places=[{x: 5, y: 2}], until.x=1, until.y=2}",
                settings.toString());
    }

    @Test
    void settingsGiveTheRecordBack() {
        RandomStream random = new RandomStream(7);
        Mood[] moods = Mood.values();
        for (int i = 0; i < 500; i++) {
            List<Double> values = new ArrayList<>();
            List<Place> places = new ArrayList<>();
            for (int j = random.nextInt(4); j > 0; j--) {
                values.add(random.nextGaussian());
                places.add(new Place(random.nextInt(1000) - 500, random.nextInt(1000)));
            }
            List<Threshold> thresholds = List.of(
                    new Constant(random.nextDouble()),
                    new Normal(random.nextGaussian(), random.nextExponential(1) + 1e-300),
                    new Table(values),
                    new Own());
            Everything record = new Everything(
                    1 + random.nextInt(1000),
                    random.nextLong(),
                    random.nextGaussian() * 1e200,
                    random.nextInt(2) == 0,
                    List.of("", "x", "a\"b\\c", "[1", "{a: b}", "{", "ä ö #: -", " padded\nlines ")
                            .get(random.nextInt(8)),
                    moods[random.nextInt(2)],
                    new Place(random.nextInt(9), 3),
                    thresholds.get(random.nextInt(4)),
                    List.of(random.nextInt(10), 3),
                    places,
                    places.stream().findFirst());
            assertEquals(record, SCHEMA.fromSettings(SCHEMA.settings(record)));
            assertEquals(record, SCHEMA.bind(SCHEMA.tree(record)));
        }
    }

    @Test
    void settingsFromAnEarlierVersionTakeDefaults() {
        assertEquals(7, ((Everything) SCHEMA.fromSettings(Map.of("nodes", "7"))).nodes());
        assertThrows(InputException.class, () -> SCHEMA.fromSettings(Map.of("nods", "7")));
    }

    @Test
    void textsOfLevelsDoWithoutTheirKindWhereTheyCan() {
        assertEquals("0.2", SCHEMA.text(bind("threshold: 0.20"), "threshold"));
        assertEquals("{kind: normal, mean: 0.2, sd: 0.05}", SCHEMA.text(bind("threshold: normal"), "threshold"));
        assertEquals("0.05", SCHEMA.text(bind("threshold: normal"), "threshold.sd"));
        assertEquals("[1, 2]", SCHEMA.text(SCHEMA.defaults(), "steps"));
    }

    @Test
    void factorsAreFoundInTheOrderOfTheSchema() {
        Setting.Fields fields = YamlSettings.read(
                "steps: {vary: [[1], [2, 3]]}\nthreshold: {kind: normal, mean: {vary: [0.1]}, sd: [1, 2]}\nnodes: [1, 2]\n",
                "e.yaml");
        assertEquals(
                List.of("nodes", "threshold.mean", "threshold.sd", "steps"),
                SCHEMA.varied(fields).stream().map(ParameterSchema.Varied::path).toList());
    }

    @Test
    void schemaTellsWhatFormsNeed() {
        Parameter nodes = SCHEMA.find("nodes").orElseThrow();
        assertEquals("Nodes (nodes)", nodes.caption());
        assertEquals(new Interval(1, false, 5e6, false), nodes.range());
        assertEquals("z", SCHEMA.find("mean-degree").orElseThrow().symbol());
        assertTrue(SCHEMA.find("directed").orElseThrow().advanced());
        assertEquals("How it feels.", SCHEMA.find("mood").orElseThrow().help());
    }

    abstract static class Base<A, Q extends Record> extends CascadeModel<Q> {}

    static final class Concrete extends Base<String, Place> {
        @Override
        protected Rule rule(Place parameters, Network network) {
            return (node, cascade) -> {};
        }
    }

    @Test
    void parameterRecordIsFoundThroughGenericSuperclasses() {
        assertEquals(
                Place.class,
                ParameterSchema.ofComponent(new Concrete(), Model.class).type());
        assertEquals(
                None.class,
                ParameterSchema.ofComponent(new Object(), Export.class).type());
        assertThrows(IllegalArgumentException.class, () -> ParameterSchema.ofComponent(new Object(), Model.class));
    }

    @Test
    void assignmentsOfACommandLineAreBound() {
        Everything bound = (Everything)
                SCHEMA.bind(YamlSettings.assignments(List.of("threshold.sd=0.1", "nodes= 7", "steps=[3]", "name=a=b")));
        assertEquals(new Normal(0.2, 0.1), bound.threshold());
        assertEquals(7, bound.nodes());
        assertEquals(List.of(3), bound.steps());
        assertEquals("a=b", bound.name());
        assertEquals(
                "--set nodes: Nodes must lie in [1, 5000000] (nodes), was 0",
                assertThrows(InputException.class, () -> SCHEMA.bind(YamlSettings.assignments(List.of("nodes=0"))))
                        .getMessage());
        assertEquals(
                "--set nodes: 'nodes' is given twice; keep one of them",
                assertThrows(InputException.class, () -> YamlSettings.assignments(List.of("nodes=1", "nodes=2")))
                        .getMessage());
    }

    record Unsupported(@Param("Map") Map<String, String> map) {}

    record BadRange(@Param(value = "X", range = "0..1") double x) {}

    @Test
    void unusableRecordsAreToldToTheirAuthor() {
        assertThrows(IllegalArgumentException.class, () -> ParameterSchema.of(Unsupported.class));
        assertThrows(IllegalArgumentException.class, () -> ParameterSchema.of(BadRange.class));
    }
}
