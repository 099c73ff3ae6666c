package org.einfluss.formats;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.engine.parameters.ParameterSchema;
import org.einfluss.engine.parameters.YamlSettings;
import org.einfluss.graph.Network;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One rule for weights in all formats: negative ones are kept and told, what is no finite number is refused with its place. */
class WeightsTest {
    /** A file of each format with one tie of the weight W on line L, and another of weight 2. */
    static Stream<Arguments> formats() {
        return Stream.of(
                Arguments.of(new EdgeListReader(), "source,target,weight\na,b,W\nb,c,2\n", 2),
                Arguments.of(
                        new GraphMlReader(),
                        "<graphml><key id=\"w\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>"
                                + "<graph edgedefault=\"directed\"><node id=\"a\"/><node id=\"b\"/><node id=\"c\"/>\n"
                                + "<edge source=\"a\" target=\"b\"><data key=\"w\">W</data></edge>\n"
                                + "<edge source=\"b\" target=\"c\"><data key=\"w\">2</data></edge></graph></graphml>",
                        2),
                Arguments.of(
                        new GexfReader(),
                        "<gexf version=\"1.2\"><graph defaultedgetype=\"directed\"><nodes><node id=\"a\"/><node id=\"b\"/>"
                                + "<node id=\"c\"/></nodes><edges>\n<edge source=\"a\" target=\"b\" weight=\"W\"/>\n"
                                + "<edge source=\"b\" target=\"c\" weight=\"2\"/></edges></graph></gexf>",
                        2),
                Arguments.of(
                        new GmlReader(),
                        "graph [ directed 1 node [ id 1 ] node [ id 2 ] node [ id 3 ]\n"
                                + "edge [ source 1 target 2 weight W ]\nedge [ source 2 target 3 weight 2 ] ]",
                        2),
                Arguments.of(
                        new NodeLinkReader(),
                        "{\"directed\": true, \"nodes\": [{\"id\": 1}, {\"id\": 2}, {\"id\": 3}], \"links\": [\n"
                                + "{\"source\": 1, \"target\": 2, \"weight\": W},\n"
                                + "{\"source\": 2, \"target\": 3, \"weight\": 2}]}",
                        2),
                Arguments.of(new PajekReader(), "*Vertices 3\n*Arcs\n1 2 W\n2 3 2\n", 3),
                Arguments.of(new DotReader(), "digraph {\na -> b [weight=\"W\"]\nb -> c [weight=2]\n}", 2),
                Arguments.of(new UcinetReader(), "dl n=3 format=edgelist1\ndata:\n1 2 W\n2 3 2\n", 3),
                Arguments.of(new UcinetReader(), "dl n=3\ndata:\n0 W 0\n0 0 2\n0 0 0\n", 3),
                Arguments.of(new AdjacencyMatrixReader(), "0,W,0\n0,0,2\n0,0,0\n", 1),
                Arguments.of(
                        new MatrixMarketReader(),
                        "%%MatrixMarket matrix coordinate real general\n3 3 2\n1 2 W\n2 3 2\n",
                        3));
    }

    private static Network read(DatasetReader<?> reader, String text, ImportReport report) throws IOException {
        return read(reader, text, report, "direction=influences");
    }

    @SuppressWarnings("unchecked") // the parameters are those of the reader's own schema
    private static Network read(DatasetReader<?> reader, String text, ImportReport report, String... settings)
            throws IOException {
        Record parameters = ParameterSchema.ofComponent(reader, DatasetReader.class)
                .bind(YamlSettings.assignments(List.of(settings)));
        return ((DatasetReader<Record>) reader)
                .read(Texts.of("w", text), parameters, report, Progress.NONE)
                .network();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void negativeOnesAreKeptAndTold(DatasetReader<?> reader, String text, int line) throws IOException {
        ImportReport report = new ImportReport();
        Network network = read(reader, text.replace("W", "-2.5"), report);
        assertEquals(
                List.of(-2.5, 2.0),
                List.of(network.weights().orElseThrow()[0], network.weights().orElseThrow()[1]));
        ImportReport.Loss told = report.losses().stream()
                .filter(loss -> loss.what().equals("negative weight kept"))
                .findFirst()
                .orElseThrow();
        assertEquals(1, told.count());
        assertEquals(Change.NOTED, told.change());
        assertTrue(
                told.examples().get(0).startsWith("line " + line + ", "),
                told.examples().toString());
        // Nothing is lost.
        assertDoesNotThrow(() -> Strict.refuse("w", report));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void whatIsNoFiniteNumberIsRefusedWithItsPlace(DatasetReader<?> reader, String text, int line) throws IOException {
        for (String weight : List.of("NaN", "nan", "Infinity", "-inf", "INF", "1e999")) {
            ImportReport report = new ImportReport();
            try {
                Network network = read(reader, text.replace("W", weight), report);
                // Only where nothing says that it is a number may it be a text, which is a loss that is told.
                assertTrue(network.weights().isEmpty(), () -> reader + " takes " + weight);
                assertEquals(
                        weight,
                        network.arcColumn("weight-attribute").orElseThrow().textAt(0));
                assertFalse(report.isLossless(), () -> reader + " takes " + weight);
                assertThrows(InputException.class, () -> Strict.refuse("w", report));
            } catch (InputException refused) {
                assertTrue(
                        refused.getMessage().startsWith("w:" + line + ":"),
                        () -> reader.getClass().getSimpleName() + " " + weight + ": " + refused.getMessage());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void largeAndSmallNumbersAreNumbers(DatasetReader<?> reader, String text, int line) throws IOException {
        assertEquals(
                1e300,
                read(reader, text.replace("W", "1e300"), new ImportReport())
                        .weights()
                        .orElseThrow()[0]);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void whatIsNoWeightIsAColumn(DatasetReader<?> reader, String text, int line) throws IOException {
        if (text.contains("weight")) {
            Network network =
                    read(reader, text.replace("W", "5"), new ImportReport(), "direction=influences", "weight=none");
            assertTrue(network.weights().isEmpty());
            assertEquals(5, network.arcColumn("weight-attribute").orElseThrow().doubleAt(0));
            String named = text.replace("W", "5").replace("weight", "strength");
            if (!(reader instanceof GexfReader)) { // there it is part of the format
                Network renamed = read(reader, named, new ImportReport(), "direction=influences", "weight=strength");
                assertEquals(5, renamed.weights().orElseThrow()[0]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("wholeNumbers")
    void metisHasWholeNumbersFromZero(String weight) {
        InputException refused = assertThrows(
                InputException.class,
                () -> new MetisReader()
                        .read(
                                Texts.of("w", "2 1 001\n2 " + weight + "\n1 " + weight + "\n"),
                                new None(),
                                new ImportReport(),
                                Progress.NONE));
        assertTrue(refused.getMessage().startsWith("w:2:3: Expected a whole number"), refused.getMessage());
    }

    static List<String> wholeNumbers() {
        return List.of("-1", "NaN", "inf", "1.5", "1e999");
    }
}
