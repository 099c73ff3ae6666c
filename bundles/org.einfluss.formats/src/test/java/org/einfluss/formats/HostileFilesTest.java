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
            InputException refused = assertThrows(InputException.class, () -> read(source, reader));
            assertTrue(refused.getMessage().contains(file.getFileName().toString()), refused.getMessage());
        });
    }

    @SuppressWarnings("unchecked") // each reader is given its own parameters
    private static <P extends Record> void read(Source source, DatasetReader<P> reader) throws IOException {
        Record parameters = reader instanceof EdgeListReader
                ? EdgeListReader.Parameters.of(Direction.INFLUENCES)
                : reader instanceof MetisReader ? new None() : NetworkParameters.of(TieDirection.INFLUENCES);
        reader.read(source, (P) parameters, new ImportReport(), Progress.NONE);
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
