package org.einfluss.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.einfluss.api.InputException;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.formats.EdgeListReader.Columns;
import org.einfluss.formats.EdgeListReader.Decimal;
import org.einfluss.formats.EdgeListReader.Delimiter;
import org.einfluss.formats.EdgeListReader.Header;
import org.einfluss.formats.EdgeListReader.Repeated;
import org.einfluss.formats.Holds.Feature;
import org.einfluss.formats.NetworkParameters.Loops;
import org.einfluss.formats.NetworkParameters.TieDirection;
import org.einfluss.formats.internal.UnnamedDataset;
import org.einfluss.graph.Network;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a writer writes, its reader reads back as it was; or else the writer has said before what would be lost.
 */
class RoundTripTest {
    private static final int NETWORKS = 600;
    private static final int WRITTEN = 30;

    /** A writer, its reader, and how each is called. */
    record Format<W extends Record, R extends Record>(
            String name,
            Holds holds,
            DatasetWriter<W> writer,
            W writing,
            DatasetReader<R> reader,
            Function<Network, R> reading) {
        Network back(Network network, ImportReport report, StringBuilder text) throws IOException {
            Dataset dataset = UnnamedDataset.of(Source.of(Path.of("x")), Direction.MUTUAL, network);
            writer.check(dataset, writing, report);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writer.write(dataset, writing, out, new ImportReport(), Progress.NONE);
            text.append(out.toString(StandardCharsets.UTF_8));
            return read(network, out.toByteArray(), Progress.NONE);
        }

        Network read(Network written, byte[] content, Progress progress) throws IOException {
            return reader.read(
                            Texts.of("net." + writer.extension(), content),
                            reading.apply(written),
                            new ImportReport(),
                            progress)
                    .network();
        }

        void export(Dataset dataset, Path file, boolean strict, Consumer<ImportReport> before) throws IOException {
            DatasetExport.writeFile(dataset, writer, writing, file, new ImportReport(), strict, before, Progress.NONE);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static final NetworkParameters KEEPING = NetworkParameters.keeping(TieDirection.INFLUENCES);

    static Stream<Format<?, ?>> formats() {
        return Stream.of(
                list("edge list, commas", Delimiter.COMMA),
                list("edge list, tabs", Delimiter.TAB),
                list("edge list, blanks", Delimiter.SPACE),
                plain("GraphML", GraphMlWriter.HOLDS, new GraphMlWriter(), new GraphMlReader()),
                plain("GEXF", GexfWriter.HOLDS, new GexfWriter(), new GexfReader()),
                plain("GML", GmlWriter.HOLDS, new GmlWriter(), new GmlReader()),
                plain("JSON of nodes and links", NodeLinkWriter.HOLDS, new NodeLinkWriter(), new NodeLinkReader()),
                plain("Matrix Market", MatrixMarketWriter.HOLDS, new MatrixMarketWriter(), new MatrixMarketReader()),
                plain("graph6", Graph6Writer.DIRECTED, new Graph6Writer(), new Graph6Reader()),
                new Format<>(
                        "METIS",
                        MetisWriter.HOLDS,
                        new MetisWriter(),
                        new None(),
                        new MetisReader(),
                        network -> new None()),
                pajek("Pajek network", PajekWriter.NETWORK, false),
                pajek("Pajek project", PajekWriter.PROJECT, true),
                plain("DOT", DotWriter.HOLDS, new DotWriter(), new DotReader()),
                listing("UCINET DL", UcinetWriter.HOLDS, new UcinetWriter(), new UcinetReader()),
                listing(
                        "adjacency list",
                        AdjacencyListWriter.HOLDS,
                        new AdjacencyListWriter(),
                        new AdjacencyListReader()),
                listing(
                        "adjacency matrix",
                        AdjacencyMatrixWriter.HOLDS,
                        new AdjacencyMatrixWriter(),
                        new AdjacencyMatrixReader()));
    }

    /** Files as the writers of some formats make them of random networks with all the formats hold, and further ones. */
    static List<String> written(List<String> formats, String... further) {
        List<String> files = new ArrayList<>(List.of(further));
        for (Format<?, ?> format :
                formats().filter(one -> formats.contains(one.name())).toList()) {
            for (int key = 0; key < WRITTEN; key++) {
                StringBuilder text = new StringBuilder();
                try {
                    format.back(new RandomNetworks(key, format.holds().features()).next(), new ImportReport(), text);
                } catch (InputException refused) {
                    continue;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                files.add(text.toString());
            }
        }
        return files;
    }

    private static Format<?, ?> pajek(String name, Holds holds, boolean project) {
        return new Format<>(
                name,
                holds,
                new PajekWriter(),
                new PajekWriter.Parameters(project),
                new PajekReader(),
                network -> KEEPING);
    }

    /** A format that does not say whether ties are directed. */
    private static Format<?, ?> listing(
            String name, Holds holds, DatasetWriter<None> writer, DatasetReader<NetworkParameters> reader) {
        return new Format<>(
                name,
                holds,
                writer,
                new None(),
                reader,
                network -> isDirected(network) ? KEEPING : NetworkParameters.keeping(TieDirection.MUTUAL));
    }

    private static Format<?, ?> plain(
            String name, Holds holds, DatasetWriter<None> writer, DatasetReader<NetworkParameters> reader) {
        return new Format<>(name, holds, writer, new None(), reader, network -> KEEPING);
    }

    private static Format<?, ?> list(String name, Delimiter delimiter) {
        return new Format<>(
                name,
                EdgeListWriter.NAMED,
                new EdgeListWriter(),
                new EdgeListWriter.Parameters(delimiter, true),
                new EdgeListReader(),
                network -> new EdgeListReader.Parameters(
                        isDirected(network) ? Direction.INFLUENCES : Direction.MUTUAL,
                        delimiter,
                        Header.NAMES,
                        "1",
                        "2",
                        network.layers().stream()
                                        .anyMatch(
                                                layer -> network.weights(layer).isPresent())
                                ? "weight"
                                : "none",
                        Repeated.KEEP,
                        Loops.KEEP,
                        Columns.KEEP,
                        Decimal.POINT,
                        "none"));
    }

    private static boolean isDirected(Network network) {
        return network.layers().stream().anyMatch(layer -> network.graph(layer).isDirected());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void readsBackWhatItHoldsAndTellsTheRest(Format<?, ?> format) throws IOException {
        int lossless = 0;
        for (int key = 0; key < NETWORKS; key++) {
            Set<Feature> features = key % 2 == 0 ? format.holds().features() : EnumSet.allOf(Feature.class);
            Network network = new RandomNetworks(key, features).next();
            ImportReport report = new ImportReport();
            StringBuilder text = new StringBuilder();
            String what = "key " + key + ", " + network + network.nodeColumns();
            Network back;
            try {
                back = format.back(network, report, text);
            } catch (InputException e) {
                assertFalse(report.isLossless(), what + ": " + e.getMessage() + "\n" + text);
                continue;
            }
            if (report.isLossless()) {
                lossless++;
                assertArrayEquals(
                        network.sha256(),
                        back.sha256(),
                        () -> what + " became " + back + back.nodeColumns() + "\n" + text);
            }
        }
        assertTrue(lossless > NETWORKS / 10, lossless + " networks without loss are too few to tell anything");
    }
}
