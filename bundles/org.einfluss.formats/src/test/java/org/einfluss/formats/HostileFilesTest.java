package org.einfluss.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.engine.parameters.ParameterSchema;
import org.einfluss.engine.parameters.YamlSettings;
import org.einfluss.formats.NetworkParameters.TieDirection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that do harm to careless readers: each is refused with a sentence, soon and in little memory. */
class HostileFilesTest {
    private static final List<DatasetReader<?>> READERS = List.of(
            new EdgeListReader(),
            new GraphMlReader(),
            new GexfReader(),
            new GmlReader(),
            new NodeLinkReader(),
            new PajekReader(),
            new DotReader(),
            new UcinetReader(),
            new AdjacencyListReader(),
            new AdjacencyMatrixReader(),
            new MatrixMarketReader(),
            new MetisReader(),
            new Graph6Reader(),
            new NominationTableReader());

    private static final List<DatasetReader<?>> LOGS = List.of(
            new AdoptionTableReader(),
            new ActivityTableReader(),
            new AdoptionColumnsReader(),
            new CascadeLinesReader(),
            new CascadePathsReader(),
            new CascadeTextReader());

    static List<Path> files() throws IOException, URISyntaxException {
        return files("hostile");
    }

    private static List<Path> files(String folderName) throws IOException, URISyntaxException {
        Path folder = Path.of(HostileFilesTest.class.getResource(folderName).toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedSoon(Path file) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            Source source = Source.of(file);
            InputException refused = assertThrows(
                    InputException.class,
                    () -> read(
                            source, new DatasetImport(READERS).reader(source, Optional.empty()), new ImportReport()));
            assertTrue(refused.getMessage().contains(file.getFileName().toString()), refused.getMessage());
            assertTrue(refused.getMessage().length() < 5_000, refused.getMessage());
        });
    }

    @SuppressWarnings("unchecked") // each reader is given its own parameters
    private static <P extends Record> void read(Source source, DatasetReader<P> reader, ImportReport report)
            throws IOException {
        Record parameters = reader instanceof EdgeListReader
                ? EdgeListReader.Parameters.of(Direction.INFLUENCES)
                : reader instanceof MetisReader ? new None() : NetworkParameters.of(TieDirection.INFLUENCES);
        reader.read(source, (P) parameters, report, Progress.NONE);
    }

    /** The worst case of a log for each reader of logs; its name begins with the reader's id. */
    @ParameterizedTest
    @MethodSource("logs")
    void aLogIsRefusedSoon(Path file) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            String name = file.getFileName().toString();
            DatasetReader<?> reader =
                    new DatasetImport(LOGS).reader(Source.of(file), Optional.of(name.substring(0, name.indexOf('.'))));
            InputException refused = assertThrows(InputException.class, () -> readLog(Source.of(file), reader));
            assertTrue(refused.getMessage().contains(name), refused.getMessage());
            assertTrue(refused.getMessage().length() < 5_000, name + ": " + refused.getMessage());
        });
    }

    static List<Path> logs() throws IOException, URISyntaxException {
        return files("hostile-logs");
    }

    private static void readLog(Source source, DatasetReader<?> reader, String... settings) throws IOException {
        readLog(source, reader, new ImportReport(), settings);
    }

    @SuppressWarnings("unchecked") // the parameters are those of the reader's own schema
    private static void readLog(Source source, DatasetReader<?> reader, ImportReport report, String... settings)
            throws IOException {
        Record parameters = ParameterSchema.ofComponent(reader, DatasetReader.class)
                .bind(YamlSettings.assignments(List.of(settings)));
        ((DatasetReader<Record>) reader).read(source, parameters, report, Progress.NONE);
    }

    /** For each format: its beginning, a line that is no good, as it is repeated, its end, and what the report says of such a line. */
    private static final String[][] BAD_LINES = {
        {"edge-list", "a,b\n", "a,a\n", "", "self-loop dropped"},
        {
            "graphml",
            "<graphml><graph edgedefault=\"directed\"><node id=\"a\"/>\n",
            "<edge source=\"a\" target=\"a\"/>\n",
            "</graph></graphml>",
            "self-loop dropped"
        },
        {
            "gexf",
            "<gexf version=\"1.2\"><graph><nodes><node id=\"a\"/></nodes><edges>\n",
            "<edge source=\"a\" target=\"a\"/>\n",
            "</edges></graph></gexf>",
            "self-loop dropped"
        },
        {"gml", "graph [ directed 1 node [ id 1 ]\n", "edge [ source 1 target 1 ]\n", "]", "self-loop dropped"},
        {
            "node-link",
            "{\"directed\": true, \"nodes\": [{\"id\": \"a\"}], \"links\": [{\"source\": \"a\", \"target\": \"a\"}",
            ",\n{\"source\": \"a\", \"target\": \"a\"}",
            "]}",
            "self-loop dropped"
        },
        {"pajek", "*Vertices 1\n1 \"a\"\n*Arcs\n", "1 1\n", "", "self-loop dropped"},
        {"dot", "digraph g {\n", "a -> a;\n", "}", "self-loop dropped"},
        {"ucinet-dl", "dl n=2 format=edgelist1\ndata:\n1 2\n", "1 1 1\n", "", "self-loop dropped"},
        {"adjacency-list", "a b\n", "a a\n", "", "self-loop dropped"},
        {
            "matrix-market",
            "%%MatrixMarket matrix coordinate pattern general\n2 2 100000\n",
            "1 1\n",
            "",
            "self-loop dropped"
        },
        {"graph6", "A_\n", "A_\n", "", "further graph dropped"}
    };

    /** For each format: its beginning, a line that cannot be read, as it is repeated; the first of them is told. */
    private static final String[][] WRONG_LINES = {
        {"adjacency-matrix", ",a,b\n", "a,x,1\n"},
        {"metis", "2 1\n", "7\n"},
        {"matrix-market", "%%MatrixMarket matrix coordinate real general\n2 2 100000\n", "1 2 x\n"},
        {"graph6", "", "\u0001\n"},
        {"pajek", "*Vertices 2\n*Arcs\n", "1 9\n"},
        {"ucinet-dl", "dl n=2 format=edgelist1\ndata:\n", "1 9\n"},
        {"edge-list", "a,b\n".repeat(1000), "c\n"}
    };

    @Test
    void ofAHundredThousandWrongLinesTheFirstIsTold() throws IOException {
        for (String[] format : WRONG_LINES) {
            DatasetReader<?> reader = new DatasetImport(READERS).reader(Texts.of("bad", ""), Optional.of(format[0]));
            int line = (int) format[1].lines().count() + 1;
            String text = format[1] + format[2].repeat(100_000);
            InputException refused = assertThrows(
                    InputException.class, () -> read(Texts.of("bad", text), reader, new ImportReport()), format[0]);
            assertEquals(line, refused.place().line(), format[0] + ": " + refused.getMessage());
        }
    }

    /** For each reader of logs: its beginning, a line that does not fit, as it is repeated, the settings that drop it, what the report says. */
    private static final String[][] BAD_LOG_LINES = {
        {"adoption-table", "node,time\na,1\n", "a,2\n", "log.duplicates=first"},
        {"activity-table", "user,target,time\na,b,1\n", "a,b,-1\n", "log.early=drop,direction=influences"},
        {"adoption-columns", "id,toa\na,1\n", "b#,-1\n", "log.early=drop"},
        {"cascade-lines", "1 2 3\n", "1 1 2\n", "log.duplicates=first"},
        {"cascade-paths", "m0\t1\t100\t1\t1/2:5\n", "m#\t1\t100\t1\t1/2:5 1/2:7\n", "log.duplicates=first"},
        {"netinf", "1,ann\n\n1,0\n", "1,0,1,2\n", "log.duplicates=first"}
    };

    @Test
    void aHundredThousandBadLinesOfALogAreCountedAndFewAreTold() throws IOException {
        int lines = 100_000;
        for (String[] format : BAD_LOG_LINES) {
            DatasetReader<?> reader = new DatasetImport(LOGS).reader(Texts.of("bad", ""), Optional.of(format[0]));
            StringBuilder text = new StringBuilder(format[1]);
            for (int i = 0; i < lines; i++) {
                text.append(format[2].replace("#", Integer.toString(i)));
            }
            ImportReport report = new ImportReport();
            readLog(Texts.of("bad", text.toString()), reader, report, format[3].split(","));
            assertTrue(
                    report.losses().stream().anyMatch(loss -> loss.count() >= lines),
                    () -> format[0] + ": " + report.tree());
            assertTrue(report.tree().toString().length() < 2_000, () -> format[0] + ": " + report.tree());
        }
    }

    @Test
    void aHundredThousandBadLinesAreCountedAndFewAreTold() throws IOException {
        int lines = 100_000;
        for (String[] format : BAD_LINES) {
            DatasetReader<?> reader = new DatasetImport(READERS).reader(Texts.of("bad", ""), Optional.of(format[0]));
            ImportReport report = new ImportReport();
            read(Texts.of("bad", format[1] + format[2].repeat(lines) + format[3]), reader, report);
            ImportReport.Loss loss = report.losses().stream()
                    .filter(one -> one.what().equals(format[4]))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(format[0] + ": " + report.tree()));
            assertTrue(loss.count() >= lines, format[0] + ": " + loss.count());
            assertTrue(report.tree().toString().length() < 2_000, format[0] + ": " + report.tree());
            String strict = assertThrows(InputException.class, () -> Strict.refuse("bad", report))
                    .getMessage();
            assertTrue(strict.length() < 500, strict);
        }
    }

    @Test
    void formatsAreKnownByTheirBeginningWhateverTheirName() throws IOException {
        Map<String, String> beginnings = Map.of(
                "<?xml version=\"1.0\"?><graphml>", "graphml",
                "<gexf version=\"1.3\">", "gexf",
                "Creator \"x\"\ngraph [\n", "gml",
                "{\"nodes\": [", "node-link",
                "% from somewhere\n*Vertices 3\n", "pajek",
                "strict digraph g {", "dot",
                "dl n=5 format=edgelist1", "ucinet-dl",
                "%%MatrixMarket matrix", "matrix-market",
                ">>graph6<<DQc", "graph6");
        for (Map.Entry<String, String> one : beginnings.entrySet()) {
            DatasetReader<?> reader =
                    new DatasetImport(READERS).reader(Texts.of("file.txt", one.getKey()), Optional.empty());
            assertTrue(DatasetFolder.idOf(reader).equals(one.getValue()), one + " was read by " + reader);
        }
    }
}
