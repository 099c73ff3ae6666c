package org.einfluss.plugins.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.einfluss.engine.Einfluss;
import org.einfluss.engine.catalog.Phrases;
import org.einfluss.math.Keys;
import org.einfluss.math.RandomStream;
import org.einfluss.plugins.Problem;
import org.einfluss.plugins.SourceTranslator.Translation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DeclarationReaderTest {
    private static final String SIR = """
            name: SIR
            summary: Infection and recovery.
            states: [susceptible, infectious, recovered]
            parameters:
              infection: {initial: 0.3, symbol: β}
              recovery: 0.1
            rules:
              - {from: susceptible, to: infectious, by: infectious, probability: infection}
              - {from: infectious, to: recovered, probability: recovery}
            """;

    private static List<String> told(String yaml) {
        return new DeclaredModels()
                .translate("sir.yaml", yaml).problems().stream()
                        .map(problem -> problem.place() + ": " + problem.message())
                        .toList();
    }

    @Test
    void fifteenLinesAreEnough() {
        assertTrue(SIR.lines().count() <= 15);
        assertEquals(List.of(), told(SIR));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                wrong(
                        "states:",
                        "state:",
                        "1:1: 'states' is missing",
                        "3:1: Unknown key 'state'; did you mean 'states'?"),
                wrong("summary: Infection and recovery.\n", "", "1:1: 'summary' is missing; give it as 'summary: …'"),
                wrong(
                        "from: susceptible",
                        "from: suceptible",
                        "8:12: Unknown state 'suceptible'; did you mean 'susceptible'?"),
                wrong("by: infectious", "by: [infectious, imune]", "8:58: Unknown state 'imune'"),
                wrong(", probability: recovery", "", "9:5: The rule needs a 'probability' per step or a 'rate'"),
                wrong("probability: recovery", "probability: 1.5", "9:52: 'probability' must lie in [0, 1], was 1.5"),
                wrong("recovery: 0.1", "recovery: 1.1", "6:3: As probability, 'recovery' must lie in [0, 1], was 1.1"),
                wrong(
                        "symbol: β",
                        "range: \"[0,2]\"",
                        "5:3: As probability, 'infection' must lie in [0, 1]; its range is [0, 2]"),
                wrong(
                        "symbol: β",
                        "range: \"[0.5,1]\"",
                        "5:24: The initial value 0.3 of 'infection' lies outside its range [0.5,1]"),
                wrong("symbol: β", "sybmol: β", "5:29: Unknown key 'sybmol'; did you mean 'symbol'?"),
                wrong("recovery: 0.1", "recovery: often", "6:13: A number was expected here, found often"),
                wrong(
                        "  recovery: 0.1\n",
                        "  recovery: 0.1\n  waning: 0.2\n",
                        "7:3: No rule uses the parameter 'waning'; use it or remove it"),
                wrong("recovery: 0.1", "infection: 0.1", "6:3: 'infection' is given twice; keep one of them"),
                wrong("recovered]", "recovered, infectious]", "3:46: The state 'infectious' is given twice"),
                wrong(
                        "recovered]",
                        "recovered, immune]",
                        "3:9: No node ever enters the state 'immune': no rule leads to it"),
                wrong("recovered]", "size, recovered]", "3:35: 'size' is the name of a measured variable"),
                wrong("recovery: 0.1", "class: 0.1", "6:3: 'class' is a reserved word and cannot name a parameter"),
                wrong("recovery: 0.1", "Recovery: 0.1", "6:3: The name of a parameter is lower-case words"),
                wrong(
                        "probability: recovery",
                        "rate: recovery",
                        "9:39: A model runs in steps, by probabilities, or in continuous time, by rates; line 8 gives a "
                                + "probability, this one a rate"),
                wrong(
                        "to: recovered, probability",
                        "to: infectious, probability",
                        "9:5: A rule leads to another state, not from 'infectious' to itself"),
                wrong(
                        "probability: infection",
                        "probability: infection *",
                        "8:81: A number or a name is missing at the end"),
                wrong(
                        "probability: infection",
                        "probability: 2 * infecton",
                        "8:74: Unknown parameter 'infecton'; did you mean 'infection'?"),
                wrong(
                        "probability: infection",
                        "probability: infection-recovery",
                        "8:70: Unknown parameter 'infection-recovery'; to subtract, put spaces around the minus sign"),
                wrong(
                        "probability: infection",
                        "probability: infection and recovery",
                        "8:80: A condition such as node.age >= 18 was expected here, not a number"),
                wrong(
                        "probability: infection",
                        "probability: infection, when: node.age == 3",
                        "8:96: Write = for equality, not =="),
                wrong(
                        "probability: recovery",
                        "probability: recovery, when: source.age > 3",
                        "9:68: Columns of source and arc belong to contacts; in this rule there is only node"),
                wrong(
                        "by: infectious, ",
                        "neighbours: in, ",
                        "8:41: 'neighbours' needs 'by', the state or states of the neighbours that count"),
                wrong("by: infectious", "by: infectious, neighbours: both", "8:69: 'neighbours' is in"),
                wrong(
                        "[susceptible, infectious, recovered]",
                        "{susceptible: blue, infectious: red, recovered: red}",
                        "3:23: A colour is written \"#RRGGBB\" in quotation marks, or is one of: light-blue"),
                wrong(
                        "name: SIR",
                        "name: SIR\nseeds: susceptible",
                        "2:8: Seeds take another state than the one in which"),
                wrong(
                        "name: SIR",
                        "name: SIR\nactive: recovered",
                        "2:9: The seeds' state 'infectious' must be active too"),
                wrong("name: SIR", "name: SIR\nid: My Model", "2:5: An id is lower-case words joined by hyphens"),
                wrong("name: SIR", "name: [SIR]", "1:7: 'name' is a single text, found [SIR]"),
                wrong("  recovery", "\trecovery", "6:1: This is not YAML"),
                wrong("parameters:", "parameters: &a {x: *a}\nmore:", "4:"));
    }

    private static Arguments wrong(String instead, String written, String... expected) {
        return Arguments.of(instead, written, List.of(expected));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakesAreToldWithTheirPlaces(String instead, String written, List<String> expected) {
        List<String> told = told(SIR.replace(instead, written));
        assertFalse(told.isEmpty());
        for (String sentence : expected) {
            assertTrue(
                    told.stream().anyMatch(problem -> problem.startsWith("sir.yaml:" + sentence)),
                    () -> "sir.yaml:" + sentence + " not among\n" + String.join("\n", told));
        }
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakesAreToldInGerman(String instead, String written, List<String> expected) {
        Phrases german = new Phrases(Locale.GERMAN, List.of(DeclaredModels.class, Einfluss.class));
        for (String sentence : told(SIR.replace(instead, written))) {
            assertNotEquals(sentence, german.translate(sentence), "for " + expected);
        }
    }

    @Test
    void allMistakesAreToldAtOnce() {
        String yaml =
                SIR.replace("from: susceptible", "from: x").replace("recovery: 0.1", "recovery: 0.1\n  waning: no");
        assertEquals(2, told(yaml).size());
    }

    @Test
    void filesWithoutAModelAreToldSo() {
        assertEquals(List.of("sir.yaml:1:1: The file is empty"), told(""));
        assertTrue(told("just text").get(0).startsWith("sir.yaml:1:1: Named settings were expected here"));
        assertTrue(told("a: [").get(0).contains("This is not YAML"));
    }

    @Test
    void problemsShowTheLine() {
        Problem problem = new DeclaredModels()
                .translate("sir.yaml", SIR.replace("recovery: 0.1", "recovery: often"))
                .problems()
                .get(0);
        assertEquals("  recovery: often", problem.text());
    }

    /** Anchors that repeat each other would unfold to 10⁹ settings. */
    @Test
    void bombsAreRefused() {
        StringBuilder nested = new StringBuilder("a: &a [x, x, x, x]\n");
        for (char c = 'b'; c <= 'j'; c++) {
            nested.append("C: &C [*B, *B, *B, *B]\n".replace('C', c).replace('B', (char) (c - 1)));
        }
        assertTrue(
                told(nested.toString()).get(0).contains("more than 100000 settings"),
                () -> told(nested.toString()).toString());
        assertFalse(told("x: &x [*x, *x]\n").isEmpty());
        assertFalse(told(SIR.replace("probability: infection", "probability: " + "(".repeat(400) + "1"))
                .isEmpty());
        assertFalse(told(SIR + "# " + "x".repeat(200_000)).isEmpty());
    }

    /** Whatever is cut, doubled or changed: either Java that compiles or problems with places in the file, never an exception. */
    @Test
    void brokenTextsAreToldOrCompile() throws IOException {
        long key = Long.getLong("einfluss.tck.key", Keys.mix(System.nanoTime(), 1));
        RandomStream random = new RandomStream(key);
        int fine = 0;
        for (String file : DeclaredContractTest.FILES) {
            String yaml = Compiled.text(file);
            for (int i = 0; i < 150; i++) {
                String broken = broken(yaml, random);
                Translation translation = new DeclaredModels().translate(file, broken);
                for (Problem problem : translation.problems()) {
                    assertEquals(file, problem.place().source(), broken);
                    assertTrue(problem.place().line() > 0, () -> problem + " in\n" + broken);
                }
                if (translation.problems().isEmpty()) {
                    assertEquals(translation.java().lines().count(), translation.lines().length);
                    if (fine++ % 20 == 0) {
                        Compiled.compiled(translation.className(), translation.java());
                    }
                }
            }
        }
        assertTrue(fine > 0, "nothing was fine with key " + key);
    }

    private static String broken(String yaml, RandomStream random) {
        int at = random.nextInt(yaml.length());
        int end = Math.min(yaml.length(), at + 1 + random.nextInt(6));
        String other = "{}[]:,#&*!|>'\"%@`-+^().=<>~\n\t a0_β"
                .substring(random.nextInt(33))
                .substring(0, 1);
        return switch (random.nextInt(4)) {
            case 0 -> yaml.substring(0, at) + yaml.substring(end);
            case 1 -> yaml.substring(0, at) + other + yaml.substring(at);
            case 2 -> yaml.substring(0, end) + yaml.substring(at);
            default -> yaml.substring(0, at) + other + yaml.substring(end);
        };
    }

    /** Texts of a declaration end up in literals and comments of Java. */
    @Test
    void anyTextSurvivesInJava() {
        String nasty = "*/ \\u0022 \\\" {@code <b>} & \\\\ \\n é";
        Compiled.of(
                "string.yaml",
                SIR.replace("summary: Infection and recovery.", "summary: \"" + nasty + "\"")
                        .replace("initial: 0.3", "initial: 0.3, label: \"" + nasty + "\"")
                        .replace(
                                "probability: recovery",
                                "probability: recovery, when: 'node.\"*/ a\\u0022 {@x\" = \"*/ \\\" and node.p = 1 and node.class > 0'"));
    }

    /** A model may be called as a class that the Java uses. */
    @Test
    void namesOfClassesAreNoTrouble() {
        for (String id :
                List.of("model", "string", "list", "steps", "run", "parameters", "override", "population", "double")) {
            Compiled.of(id + ".yaml", SIR);
        }
    }

    @Test
    void linesOfTheJavaLeadBackToTheRules() {
        Translation translation = new DeclaredModels().translate("sir.yaml", SIR);
        List<String> java = translation.java().lines().toList();
        for (int i = 0; i < java.size(); i++) {
            if (java.get(i).contains("chances2.succeeds")) {
                assertEquals(9, translation.lines()[i]);
            } else if (java.get(i).contains("double infection,")) {
                assertEquals(5, translation.lines()[i]);
            }
        }
    }
}
