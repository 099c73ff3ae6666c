package org.einfluss.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.einfluss.api.None;
import org.einfluss.api.Progress;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.DatasetWriter;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.formats.NetworkParameters.TieDirection;
import org.einfluss.formats.internal.UnnamedDataset;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files written here are read by NetworkX and igraph as they were, and files written by them are read here: node by node, tie by tie,
 * value by value. Skipped where Python has not the library.
 */
class OtherProgramsProcessTest {
    private static final NetworkParameters INFLUENCES = NetworkParameters.keeping(TieDirection.INFLUENCES);

    private static final EdgeListReader.Parameters WEIGHTED = new EdgeListReader.Parameters(
            Direction.INFLUENCES,
            EdgeListReader.Delimiter.SPACE,
            EdgeListReader.Header.NONE,
            "1",
            "2",
            "3",
            EdgeListReader.Repeated.KEEP,
            NetworkParameters.Loops.KEEP,
            EdgeListReader.Columns.KEEP,
            EdgeListReader.Decimal.POINT,
            "none");

    @TempDir
    private Path folder;

    /** A format as a file of one name: its writer and reader, and the columns that it and the other program hold. */
    private record Case<W extends Record, R extends Record>(
            String file,
            DatasetWriter<W> writer,
            W writing,
            DatasetReader<R> reader,
            R reading,
            List<String> nodeColumns,
            List<String> tieColumns,
            boolean directed) {}

    private static Case<None, NetworkParameters> of(
            String extension,
            DatasetWriter<None> writer,
            DatasetReader<NetworkParameters> reader,
            List<String> nodeColumns,
            List<String> tieColumns) {
        return new Case<>("net." + extension, writer, new None(), reader, INFLUENCES, nodeColumns, tieColumns, true);
    }

    private static final List<String> ALL_NODES = List.of("age", "trust", "role", "close");
    private static final List<String> ALL_TIES = List.of("weight", "kind", "since");

    private static final Case<?, ?> GRAPHML =
            of("graphml", new GraphMlWriter(), new GraphMlReader(), ALL_NODES, ALL_TIES);
    private static final Case<?, ?> GML =
            of("gml", new GmlWriter(), new GmlReader(), List.of("age", "trust", "role"), ALL_TIES);
    private static final Case<?, ?> PAJEK = new Case<>(
            "net.net",
            new PajekWriter(),
            new PajekWriter.Parameters(false),
            new PajekReader(),
            INFLUENCES,
            List.of(),
            List.of("weight"),
            true);

    @Test
    void networkxReadsAndWritesTheSame() throws Exception {
        check(
                "networkx",
                List.of(
                        GRAPHML,
                        GML,
                        PAJEK,
                        of("gexf", new GexfWriter(), new GexfReader(), ALL_NODES, ALL_TIES),
                        of("json", new NodeLinkWriter(), new NodeLinkReader(), ALL_NODES, ALL_TIES),
                        of("adjlist", new AdjacencyListWriter(), new AdjacencyListReader(), List.of(), List.of()),
                        new Case<>(
                                "net.csv",
                                new EdgeListWriter(),
                                new EdgeListWriter.Parameters(EdgeListReader.Delimiter.SPACE, false),
                                new EdgeListReader(),
                                WEIGHTED,
                                List.of(),
                                List.of("weight"),
                                true),
                        new Case<>(
                                "net.g6",
                                new Graph6Writer(),
                                new None(),
                                new Graph6Reader(),
                                INFLUENCES,
                                List.of(),
                                List.of(),
                                false)));
        Network sparse = new Graph6Reader()
                .read(Source.of(folder.resolve("back-net.s6")), INFLUENCES, new ImportReport(), Progress.NONE)
                .network();
        assertEquals(undirected().graph(), sparse.graph(), "sparse6 of NetworkX");
    }

    @Test
    void igraphReadsAndWritesTheSame() throws Exception {
        // igraph leaves entities of characters beyond ASCII in GML as they stand, NetworkX accepts nothing but ASCII.
        Case<?, ?> numbers =
                of("gml", new GmlWriter(), new GmlReader(), List.of("age", "trust"), List.of("weight", "since"));
        check("igraph", List.of(GRAPHML, numbers, PAJEK));
    }

    /** NetworkX refuses values whose end is open, those of its own files too, and writes times as it reads them: 2000.0. */
    @Test
    void networkxKeepsTheTimesOfGexf() throws Exception {
        Optional<String> python = python("networkx");
        assumeTrue(python.isPresent(), "Python has no networkx");
        Network network = directed()
                .withNodeColumn(Column.texts("visits", new String[] {
                    "<[2000, 2001, 3]; [2001, 2004, 4]>", "<[2001, 2002, 7]>", "<[1999, 1999, 1]>", "<[2000, 2001, 2]>"
                }))
                .withNodeColumn(Column.integers(Network.BEGIN, "", new long[] {1999, 2000, 1999, 2000}))
                .withArcColumn(Column.integers(Network.BEGIN, "", new long[] {2000, 2001, 2002, 2003, 2004}))
                .withArcColumn(Column.integers(Network.END, "", new long[] {2001, 2001, 2005, 2003, 2010}));
        Case<None, NetworkParameters> gexf = of(
                "gexf",
                new GexfWriter(),
                new GexfReader(),
                List.of(Network.BEGIN, "age"),
                List.of(Network.BEGIN, Network.END, "kind"));
        write(gexf, network);
        run(python.get(), "networkx");
        Network back = back(gexf);
        assertSame(network, back, gexf, "times of GEXF");
        assertEquals(
                "<[2000.0, 2001.0, 3]; [2001.0, 2004.0, 4]>",
                back.nodeColumn("visits").orElseThrow().textAt(0));
    }

    private void run(String python, String library) throws Exception {
        Path script = folder.resolve("conformance.script");
        try (var in = OtherProgramsProcessTest.class.getResourceAsStream("conformance.py")) {
            Files.copy(in, script);
        }
        run(List.of(python, script.toString(), library, folder.toString()));
    }

    private void check(String library, List<Case<?, ?>> cases) throws Exception {
        Optional<String> python = python(library);
        assumeTrue(python.isPresent(), "Python has no " + library);
        for (Case<?, ?> one : cases) {
            write(one, one.directed ? directed() : undirected());
        }
        run(python.get(), library);
        for (Case<?, ?> one : cases) {
            String what = library + ", " + one.file;
            Network network = one.directed ? directed() : undirected();
            Network there = new NodeLinkReader()
                    .read(Source.of(folder.resolve(one.file + ".json")), INFLUENCES, new ImportReport(), Progress.NONE)
                    .network();
            assertSame(network, there, one, what + " as read there");
            assertSame(network, back(one), one, what + " as written there");
        }
    }

    private <W extends Record, R extends Record> void write(Case<W, R> one, Network network) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(one.file))) {
            one.writer.write(
                    UnnamedDataset.of(Source.of(folder), Direction.INFLUENCES, network),
                    one.writing,
                    out,
                    new ImportReport(),
                    Progress.NONE);
        }
    }

    private <W extends Record, R extends Record> Network back(Case<W, R> one) throws IOException {
        return one.reader
                .read(Source.of(folder.resolve("back-" + one.file)), one.reading, new ImportReport(), Progress.NONE)
                .network();
    }

    /** Every node and tie, with the values of the columns that count, as text that does not depend on the order. */
    private static Map<String, String> content(Network network, Case<?, ?> one) {
        Map<String, String> content = new TreeMap<>();
        for (int node = 0; node < network.nodes(); node++) {
            content.put("node " + label(network, node), values(one.nodeColumns, network, node, true));
        }
        Graph graph = network.graph();
        for (int arc = 0; arc < graph.arcs(); arc++) {
            content.put(
                    "tie " + label(network, graph.source(arc)) + " > " + label(network, graph.target(arc)),
                    values(one.tieColumns, network, arc, false));
        }
        return content;
    }

    /** igraph numbers the nodes of its files anew and keeps what identified them as an attribute. */
    private static String label(Network network, int node) {
        return network.nodeColumn("id-attribute")
                .map(column -> column.textAt(node))
                .orElse(network.label(node));
    }

    private static String values(List<String> names, Network network, int index, boolean node) {
        List<String> values = new ArrayList<>();
        for (String name : names) {
            Optional<Column> column = node ? network.nodeColumn(name) : network.arcColumn(name);
            if (column.isPresent() && !column.get().isMissing(index)) {
                boolean number = column.get().type() == Column.Type.DOUBLE
                        || column.get().type() == Column.Type.INTEGER;
                // igraph knows numbers of one type only.
                values.add(name + "="
                        + (number
                                ? Double.toString(column.get().doubleAt(index))
                                : column.get().textAt(index)));
            }
        }
        return values.toString();
    }

    private static void assertSame(Network expected, Network found, Case<?, ?> one, String what) {
        assertEquals(expected.graph().isDirected(), found.graph().isDirected(), what);
        assertEquals(content(expected, one), content(found, one), what);
    }

    private static Network directed() {
        GraphBuilder builder = new GraphBuilder(4, true).keepLoops();
        int[][] arcs = {{0, 1}, {0, 2}, {1, 0}, {2, 2}, {2, 3}};
        for (int[] arc : arcs) {
            builder.add(arc[0], arc[1]);
        }
        return Network.of(builder.build().graph())
                .withNodeColumn(Column.texts(Network.ID, new String[] {"ann", "bob", "cem", "zoe"}))
                .withNodeColumn(Column.integers("age", "", new long[] {41, 7, 12, 99}))
                .withNodeColumn(Column.doubles("trust", "", new double[] {0.25, 1, -3.5, 1e-9}))
                .withNodeColumn(Column.texts("role", new String[] {"hub & spoke", "é <b>", "日本", "\"quoted\""}))
                .withNodeColumn(Column.booleans("close", new boolean[] {true, false, true, false}))
                .withArcColumn(Column.doubles(Network.WEIGHT, "", new double[] {2.5, 1, 0.125, 4, 1e6}))
                .withArcColumn(Column.texts("kind", new String[] {"mail", "call", "mail", "self", "ünï"}))
                .withArcColumn(Column.integers("since", "", new long[] {1999, 2000, 2001, 2002, 2003}));
    }

    private static Network undirected() {
        GraphBuilder builder = new GraphBuilder(70, false);
        for (int node = 0; node < 69; node++) {
            builder.add(node, node * 7 % 70);
            builder.add(node, node + 1);
        }
        return Network.of(builder.build().graph());
    }

    private static Optional<String> python(String library) throws Exception {
        for (String candidate : List.of("/usr/bin/python3", "python3")) {
            try {
                Process process = new ProcessBuilder(candidate, "-c", "import " + library)
                        .redirectErrorStream(true)
                        .start();
                process.getInputStream().readAllBytes();
                if (process.waitFor() == 0) {
                    return Optional.of(candidate);
                }
            } catch (IOException notThere) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static void run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the other program does not end");
        assertEquals(0, process.exitValue(), said);
    }
}
