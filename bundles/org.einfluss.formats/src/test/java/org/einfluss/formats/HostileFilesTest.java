package org.einfluss.formats;

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

    static List<Path> files() throws IOException, URISyntaxException {
        Path folder = Path.of(HostileFilesTest.class.getResource("hostile").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedSoon(Path file) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            Source source = Source.of(file);
            DatasetReader<?> reader = new DatasetImport(READERS).reader(source, Optional.empty());
            InputException refused = assertThrows(InputException.class, () -> read(source, reader, new ImportReport()));
            assertTrue(refused.getMessage().contains(file.getFileName().toString()), refused.getMessage());
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
        {"adjacency-list", "a b\n", "a a\n", "", "self-loop dropped"}
    };

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
