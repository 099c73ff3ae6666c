package org.einfluss.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import org.einfluss.api.Progress;
import org.einfluss.api.data.DatasetReader;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.formats.GexfReader;
import org.einfluss.formats.GmlReader;
import org.einfluss.formats.GraphMlReader;
import org.einfluss.formats.NetworkParameters;
import org.einfluss.formats.NetworkParameters.TieDirection;
import org.einfluss.formats.NodeLinkReader;
import org.einfluss.formats.PajekReader;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.math.Keys;
import org.einfluss.math.RandomStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * W10: read a network with an attribute of nodes and weights in the formats that other programs write. The first call in a fresh JVM is what
 * an import costs; megabytes a second are the size of the file, which the answer tells, by the time.
 */
public class W10 extends Workload {
    /** The format, which is the extension of the file. */
    @Param({"graphml", "gexf", "gml", "json", "net"})
    public String format;

    /** Number of nodes. */
    @Param("100000")
    public int nodes;

    /** Number of ties; node u has {@code ties / nodes} of them, to nodes above it. */
    @Param("1000000")
    public int ties;

    private Path file;
    private long hash;
    private Optional<Network> network = Optional.empty();

    /**
     * Makes the file.
     *
     * @throws IOException when it cannot be written
     */
    @Setup(Level.Trial)
    public void make() throws IOException {
        Path folder = Path.of(System.getProperty(W5.SCRATCH, System.getProperty("java.io.tmpdir")));
        Files.createDirectories(folder);
        file = folder.resolve("network-" + nodes + "-" + ties + "." + format);
        Path aside = Files.createTempFile(folder, "network-", ".writing");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(aside), 1 << 16)) {
            hash = write(out);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Writes the ties u → u + 1 + k for k = 0, s, 2s … with random weights; returns the sum of the arcs' hashes. */
    private long write(OutputStream out) throws IOException {
        RandomStream random = new RandomStream(nodes);
        String[] parts = parts();
        put(out, parts[0]);
        for (int v = 0; v < nodes; v++) {
            put(out, String.format(Locale.ROOT, parts[1], v, v + 1, 18 + v % 70, v == 0 ? "" : ","));
        }
        put(out, parts[2]);
        long sum = 0;
        int each = ties / nodes;
        int written = 0;
        for (int u = 0; u < nodes; u++) {
            for (int k = 0; k < each; k++) {
                int v = (u + 1 + k * 97) % nodes;
                sum += Keys.mix(u, v);
                String weight = Float.toString((float) random.nextDouble());
                put(out, String.format(Locale.ROOT, parts[3], u, u + 1, v, v + 1, weight, written++ == 0 ? "" : ","));
            }
        }
        put(out, parts[4]);
        return sum;
    }

    private static void put(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Head, a node (label, number, age, comma), what stands between, a tie (labels and numbers of both ends, weight, comma), end. */
    private String[] parts() {
        return switch (format) {
            case "graphml" ->
                new String[] {
                    "<graphml><key id=\"a\" for=\"node\" attr.name=\"age\" attr.type=\"int\"/><key id=\"w\" for=\"edge\""
                            + " attr.name=\"weight\" attr.type=\"double\"/><graph edgedefault=\"directed\">\n",
                    "    <node id=\"%1$06d\">\n      <data key=\"a\">%3$d</data>\n    </node>\n",
                    "",
                    "    <edge source=\"%1$06d\" target=\"%3$06d\">\n      <data key=\"w\">%5$s</data>\n    </edge>\n",
                    "</graph></graphml>\n"
                };
            case "gexf" ->
                new String[] {
                    "<gexf version=\"1.2\"><graph defaultedgetype=\"directed\"><attributes class=\"node\"><attribute id=\"0\""
                            + " title=\"age\" type=\"integer\"/></attributes><nodes>\n",
                    "      <node id=\"%1$06d\" label=\"%1$06d\"><attvalues><attvalue for=\"0\" value=\"%3$d\"/></attvalues></node>\n",
                    "</nodes><edges>\n",
                    "      <edge source=\"%1$06d\" target=\"%3$06d\" weight=\"%5$s\"/>\n",
                    "</edges></graph></gexf>\n"
                };
            case "gml" ->
                new String[] {
                    "graph [\n  directed 1\n",
                    "  node [\n    id %1$d\n    label \"%1$06d\"\n    age %3$d\n  ]\n",
                    "",
                    "  edge [\n    source %1$d\n    target %3$d\n    weight %5$s\n  ]\n",
                    "]\n"
                };
            case "json" ->
                new String[] {
                    "{\"directed\": true, \"multigraph\": false, \"nodes\": [\n",
                    "%4$s{\"id\": \"%1$06d\", \"age\": %3$d}\n",
                    "], \"links\": [\n",
                    "%6$s{\"source\": \"%1$06d\", \"target\": \"%3$06d\", \"weight\": %5$s}\n",
                    "]}\n"
                };
            default ->
                new String[] {"*Vertices " + nodes + "\n", "%2$d \"%1$06d\"\n", "*Arcs\n", "%2$d %4$d %5$s\n", ""};
        };
    }

    /** Reads the file. */
    @Benchmark
    public Network read() throws IOException {
        network = Optional.empty(); // that of the last call is no part of what this one needs
        DatasetReader<NetworkParameters> reader = switch (format) {
            case "graphml" -> new GraphMlReader();
            case "gexf" -> new GexfReader();
            case "gml" -> new GmlReader();
            case "json" -> new NodeLinkReader();
            default -> new PajekReader();
        };
        network = Optional.of(reader.read(
                        Source.of(file),
                        NetworkParameters.of(TieDirection.INFLUENCES),
                        new ImportReport(),
                        Progress.NONE)
                .network());
        return network.get();
    }

    /** Reads the file in a heap of 60 MB: two and a half times the largest of the networks, 22 MB, and what JMH takes. */
    @Benchmark
    @Fork(jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmn3m", "-Xmx60m"})
    public Network readInSmallHeap() throws IOException {
        return read();
    }

    @Override
    Answer answer() throws IOException {
        Graph graph = network.orElseThrow().graph();
        return Answer.of("%.1f MB, %d nodes, %d arcs", Files.size(file) / 1e6, graph.nodes(), graph.arcs())
                .expect("nodes", graph.nodes(), nodes)
                .expect("arcs", graph.arcs(), (long) ties / nodes * nodes)
                .expect("sum of arc hashes", ArcFile.hash(graph), hash)
                .expect("ages", network.get().nodeColumn("age").isPresent() || format.equals("net") ? 1 : 0, 1);
    }
}
