package org.einfluss.engine.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.einfluss.api.CancelledException;
import org.einfluss.api.Described;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.findings.Analysis;
import org.einfluss.api.findings.Calculation;
import org.einfluss.api.findings.Findings;
import org.einfluss.api.findings.Findings.Headline;
import org.einfluss.api.findings.Table;
import org.einfluss.engine.Einfluss;
import org.einfluss.engine.catalog.Catalog;
import org.einfluss.engine.run.LocalRunner;
import org.einfluss.engine.run.Tiny;
import org.einfluss.engine.study.StudySummary;
import org.einfluss.engine.verify.Verdict.Status;
import org.einfluss.graph.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationTest {
    private static final AtomicInteger CALCULATED = new AtomicInteger();
    private static final String PAIR = "{\"nodes\": 2, \"edges\": [[0, 1]], \"directed\": false}";
    private static final String EXPERIMENT = "{\"network\": " + PAIR
            + ", \"model\": {\"id\": \"contagion\", \"probability\": [0.5, 1]}, \"seeding\": {\"id\": \"any-nodes\","
            + " \"size\": 1}, \"replicates\": {\"networks\": 1, \"runs\": 400}}";

    /** Powers of a number. */
    @Described(id = "powers", name = "Powers")
    static final class Powers implements Calculation<Powers.Parameters> {
        record Parameters(@Param("Base") double base) {}

        @Override
        public Findings calculate(Parameters p, Progress progress) {
            CALCULATED.incrementAndGet();
            if (p.base() < 0) {
                throw new IllegalStateException("negative");
            }
            Table table = new Table(
                    "powers",
                    "Powers",
                    List.of(
                            Column.texts("power", new String[] {"square", "cube"}),
                            Column.doubles("exponent", "", new double[] {2, 3}),
                            Column.doubles("value", "", new double[] {p.base() * p.base(), Double.NaN})));
            Headline headline = new Headline("Base", p.base(), Double.NaN, Double.NaN, "", "");
            return new Findings("powers", "Powers", List.of(table), List.of(), List.of(headline), List.of(), List.of());
        }
    }

    /** Degrees of the nodes. */
    @Described(id = "degrees", name = "Degrees")
    static final class Degrees implements Analysis<None> {
        @Override
        public Findings analyse(Dataset dataset, None parameters, Progress progress) {
            int n = dataset.network().nodes();
            int[] nodes = new int[n];
            int[] degrees = new int[n];
            for (int v = 0; v < n; v++) {
                nodes[v] = v;
                degrees[v] = dataset.network().graph().outDegree(v);
            }
            Table table = new Table(
                    "nodes",
                    "Nodes",
                    List.of(Column.integers("node", "", nodes), Column.integers("degree", "", degrees)));
            return new Findings("degrees", "Degrees", List.of(table), List.of(), List.of(), List.of(), List.of());
        }
    }

    private static Catalog catalog() {
        return Catalog.of(
                new Powers(),
                new Degrees(),
                new Tiny.Contagion(),
                new Tiny.Fragile(),
                new Tiny.AnyNodes(),
                new StudySummary());
    }

    private static List<Verdict> verify(String oracles, Progress progress) throws Exception {
        OracleRegistry registry = OracleRegistry.read("{\"format\": 1, \"oracles\": [" + oracles + "]}", "o.json");
        Catalog catalog = catalog().with(registry);
        Einfluss einfluss = new Einfluss(() -> catalog, (folder, plan) -> {
            throw new AssertionError("nothing is stored");
        });
        return new Verification(einfluss, new LocalRunner(2)).of(registry, progress);
    }

    private static Verdict verify(String oracle) throws Exception {
        return verify("{\"name\": \"n\", \"source\": \"s\", " + oracle + "}", Progress.NONE)
                .get(0);
    }

    private static Verdict square(String expected, String kind) throws Exception {
        return verify("\"calculation\": \"powers\", \"parameters\": {\"base\": 1.1}, \"table\": \"powers\","
                + " \"row\": {\"power\": \"square\"}, \"column\": \"value\", \"expected\": \"" + expected
                + "\", \"kind\": \"" + kind + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "1.21, EXACT, PASS",
        "1.2100000012, EXACT, PASS",
        "1.2100000013, EXACT, FAIL",
        "1.2, EXACT, PASS",
        "1.3, EXACT, FAIL",
        "1.21001, NUM, PASS",
        "1.21002, NUM, FAIL",
        "1, NUM, FAIL",
        "NaN, EXACT, FAIL"
    })
    void toleranceFollowsFromKindAndPrintedDigits(String expected, String kind, Status status) throws Exception {
        assertEquals(status, square(expected, kind).status());
    }

    @Test
    void readsRowsByNumberHeadlinesAndValuesThatAreNotDefined() throws Exception {
        String powers = "\"calculation\": \"powers\", \"parameters\": {\"base\": 3}, \"kind\": \"EXACT\", ";
        assertEquals(
                Status.PASS,
                verify(powers + "\"table\": \"powers\", \"row\": {\"exponent\": 2.0}, \"column\": \"value\","
                                + " \"expected\": \"9\"")
                        .status());
        assertEquals(
                Status.PASS,
                verify(powers + "\"table\": \"powers\", \"row\": {\"exponent\": 3}, \"column\": \"value\","
                                + " \"expected\": \"NaN\"")
                        .status());
        assertEquals(
                Status.PASS,
                verify(powers + "\"headline\": \"Base\", \"expected\": \"3\"").status());
    }

    @Test
    void analysesANetworkThatStandsInTheRegistry() throws Exception {
        String path =
                "\"analysis\": \"degrees\", \"network\": {\"nodes\": 3, \"edges\": [[0, 1], [1, 2]], \"directed\":"
                        + " DIRECTED}, \"table\": \"nodes\", \"row\": {\"node\": 1}, \"column\": \"degree\", \"kind\": \"EXACT\","
                        + " \"expected\": ";
        assertEquals(
                Status.PASS, verify(path.replace("DIRECTED", "false") + "\"2\"").status());
        assertEquals(
                Status.PASS, verify(path.replace("DIRECTED", "true") + "\"1\"").status());
    }

    /** One of two linked nodes activates the other with probability 0.5: by hand 1.5 nodes in the mean, both in half of the runs. */
    @ParameterizedTest
    @CsvSource({
        "'\"variable\": \"size\"', 1.5, 0.1, PASS",
        "'\"variable\": \"size\"', 1.9, 0.1, FAIL",
        "'\"variable\": \"size\"', 1.5, 0.001, FAIL",
        "'\"variable\": \"size\", \"statistic\": \"share\", \"cut\": 2', .5, 0.1, PASS",
        "'\"variable\": \"size\", \"statistic\": \"difference\", \"baseline\": {\"model.probability\": 1}', -.5, .1, PASS",
        "'\"variable\": \"nothing\"', 1, 1, ERROR",
        "'\"variable\": \"size\", \"statistic\": \"median\"', 1, 1, ERROR"
    })
    void comparesEstimatesWithinTheirStandardErrors(String reading, String expected, String precision, Status status)
            throws Exception {
        Verdict verdict = verify("\"experiment\": " + EXPERIMENT + ", \"where\": {\"model.probability\": 0.5}, "
                + reading
                + ", \"expected\": \"" + expected + "\", \"standardError\": \"0\", \"precision\": \"" + precision
                + "\", \"kind\": \"MC\"");
        assertEquals(status, verdict.status(), verdict.reason());
    }

    @Test
    void comparesTheTableOfAStudyAnalysisByItsErrorColumn() throws Exception {
        String summary = "\"experiment\": " + EXPERIMENT + ", \"studyAnalysis\": \"study-summary\", \"parameters\":"
                + " {\"variable\": \"size\"}, \"table\": \"summary\", \"row\": {\"model.probability\": 0.5}, \"column\":"
                + " \"mean\", \"expected\": \"1.5\", \"kind\": \"MC\", \"standardError\": \"0.02\"";
        Verdict verdict = verify(summary);
        assertEquals(Status.PASS, verdict.status(), verdict.reason());
        assertTrue(verdict.standardError() > 0.02 && verdict.standardError() < 0.03);
        assertEquals(4 * Math.hypot(0.02, verdict.standardError()), verdict.tolerance(), 1e-12);
        assertEquals(
                Status.ERROR, verify(summary + ", \"errorColumn\": \"none\"").status());
    }

    @Test
    void computesWhatSeveralOraclesReadOnce() throws Exception {
        int before = CALCULATED.get();
        String head =
                "\"calculation\": \"powers\", \"parameters\": {\"base\": 7}, \"kind\": \"EXACT\", \"source\": \"s\", ";
        List<Verdict> verdicts = verify(
                "{\"name\": \"a\", " + head + "\"headline\": \"Base\", \"expected\": \"7\"}, {\"name\": \"b\", " + head
                        + "\"headline\": \"Base\", \"expected\": \"8\"}",
                Progress.NONE);
        assertEquals(
                List.of(Status.PASS, Status.FAIL),
                verdicts.stream().map(Verdict::status).toList());
        assertEquals(before + 1, CALCULATED.get());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"table\": \"powrs\", \"row\": {}, \"column\": \"value\"', did you mean 'powers'?",
        "'\"table\": \"powers\", \"row\": {}, \"column\": \"value\"', has 2 rows with no levels given",
        "'\"table\": \"powers\", \"row\": {\"power\": \"root\"}, \"column\": \"value\"', has 0 rows with power root",
        "'\"table\": \"powers\", \"row\": {\"powr\": 1}, \"column\": \"value\"', did you mean 'power'?",
        "'\"table\": \"powers\", \"row\": {\"power\": \"cube\"}, \"column\": \"valu\"', did you mean 'value'?",
        "'\"headline\": \"Bas\"', did you mean 'Base'?"
    })
    void whatIsNotThereIsAnErrorThatNamesItsPlace(String reading, String sentence) throws Exception {
        Verdict verdict = verify("\"calculation\": \"powers\", \"parameters\": {\"base\": 2}, " + reading
                + ", \"expected\": \"4\", \"kind\": \"EXACT\"");
        assertEquals(Status.ERROR, verdict.status());
        assertTrue(verdict.reason().contains(sentence), verdict::reason);
        assertTrue(verdict.reason().startsWith("o.json:1:"), verdict::reason);
    }

    @Test
    void aBrokenComponentDoesNotHideTheOtherVerdicts() throws Exception {
        String kind = "\"kind\": \"EXACT\", \"source\": \"s\", \"headline\": \"Base\", \"calculation\": \"powers\", ";
        List<Verdict> verdicts = verify(
                "{\"name\": \"a\", " + kind
                        + "\"parameters\": {\"base\": -1}, \"expected\": \"-1\"}, {\"name\": \"b\", " + kind
                        + "\"parameters\": {\"base\": 2}, \"expected\": \"2\"}",
                Progress.NONE);
        assertEquals(
                List.of(Status.ERROR, Status.PASS),
                verdicts.stream().map(Verdict::status).toList());
        assertTrue(verdicts.get(0).reason().contains("negative"));
        Verdict failed = verify(
                "\"experiment\": " + EXPERIMENT.replace("contagion", "fragile")
                        + ", \"where\": {\"model.probability\": 1}, \"variable\": \"size\", \"kind\": \"EXACT\", \"expected\": \"2\"");
        assertTrue(failed.reason().contains("runs failed"), failed::reason);
    }

    @Test
    void noticesCancellation() {
        Progress cancelled = new Progress() {
            @Override
            public void report(long done, long total, String what) {
                // nobody listens
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        String oracle =
                "{\"name\": \"a\", \"source\": \"s\", \"kind\": \"EXACT\", \"headline\": \"Base\", \"calculation\":"
                        + " \"powers\", \"parameters\": {\"base\": 2}, \"expected\": \"2\"}";
        assertThrows(CancelledException.class, () -> verify(oracle, cancelled));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"calculation\": \"powers\", \"headline\": \"Base\", \"expected\": \"2\"",
                "\"calculation\": \"powers\", \"headline\": \"Base\", \"expected\": \"2\", \"kind\": \"ABOUT\"",
                "\"calculation\": \"powers\", \"headline\": \"Base\", \"expected\": \"two\", \"kind\": \"NUM\"",
                "\"calculation\": \"powers\", \"headlin\": \"Base\", \"expected\": \"2\", \"kind\": \"NUM\"",
                "\"calculation\": \"powers\", \"dataset\": \"karate\", \"headline\": \"Base\", \"expected\": \"2\","
                        + " \"kind\": \"NUM\"",
                "\"calculation\": \"powers\", \"headline\": \"Base\", \"expected\": \"2\", \"kind\": \"NUM\", \"bias\": \"1\"",
                "\"analysis\": \"degrees\", \"headline\": \"Base\", \"expected\": \"2\", \"kind\": \"NUM\"",
                "\"experiment\": \"unknown\", \"variable\": \"size\", \"expected\": \"2\", \"kind\": \"EXACT\"",
                "\"experiment\": {}, \"variable\": \"size\", \"expected\": \"2\", \"kind\": \"EXACT\"",
                "\"headline\": \"Base\", \"expected\": \"2\", \"kind\": \"NUM\""
            })
    void refusesWhatIsWrongWithItsPlace(String oracle) {
        InputException wrong = assertThrows(InputException.class, () -> verify(oracle));
        assertTrue(wrong.getMessage().startsWith("o.json:1:"), wrong::getMessage);
    }

    @Test
    void aNumberKnownExactlyNeedsAPrecision() {
        String oracle = "\"experiment\": " + EXPERIMENT
                + ", \"variable\": \"size\", \"expected\": \"2\", \"kind\": \"MC\", \"standardError\": \"0\"";
        InputException wrong = assertThrows(InputException.class, () -> verify(oracle));
        assertTrue(wrong.getMessage().contains("precision"), wrong::getMessage);
    }

    @Test
    void experimentsMayBeNamedAndShared() throws Exception {
        OracleRegistry registry = OracleRegistry.read(
                "{\"format\": 1, \"experiments\": {\"pair\": " + EXPERIMENT + "}, \"oracles\": [{\"name\": \"n\","
                        + " \"source\": \"s\", \"experiment\": \"pair\", \"where\": {\"model.probability\": \"1\"},"
                        + " \"variable\": \"size\", \"expected\": \"2\", \"kind\": \"EXACT\"}]}",
                "o.json");
        Catalog catalog = catalog().with(registry);
        Einfluss einfluss = new Einfluss(() -> catalog, (folder, plan) -> {
            throw new AssertionError("nothing is stored");
        });
        Verification verification = new Verification(einfluss, new LocalRunner(1));
        assertEquals(
                Status.PASS, verification.of(registry, Progress.NONE).get(0).status());
    }
}
