package org.einfluss.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.formats.EdgeListReader;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** W5: read a text list of ten million arcs, identifiers uniform below a million, into a network. */
public class W5 extends Workload {
    /** System property: the folder for the list, which is kept for the next time. */
    static final String SCRATCH = "einfluss.benchmarks.scratch";

    /** Number of lines. */
    @Param("10000000")
    public int lines;

    /** Identifiers are below this number. */
    @Param("1000000")
    public int identifiers;

    private ArcFile list;
    private Optional<Network> network = Optional.empty();

    /**
     * Makes the list.
     *
     * @throws IOException when it cannot be written
     */
    @Setup(Level.Trial)
    public void make() throws IOException {
        list = ArcFile.in(
                Path.of(System.getProperty(SCRATCH, System.getProperty("java.io.tmpdir"))), lines, identifiers);
    }

    /** Reads the list. */
    @Benchmark
    public Network read() throws IOException {
        network = Optional.empty(); // that of the last call is no part of what this one needs
        network = Optional.of(new EdgeListReader()
                .read(
                        Source.of(list.path()),
                        EdgeListReader.Parameters.of(Direction.INFLUENCES),
                        new ImportReport(),
                        Progress.NONE)
                .network());
        return network.get();
    }

    /** Reads the list in a heap of two and a half times the size of the graph's arrays, 44 MB. */
    @Benchmark
    @Fork(jvmArgsAppend = "-Xmx110m")
    public Network readInSmallHeap() throws IOException {
        return read();
    }

    @Override
    Answer answer() {
        Graph graph = network.orElseThrow().graph();
        return Answer.of("%d nodes, %d arcs", graph.nodes(), graph.arcs())
                .expect("nodes", graph.nodes(), list.nodes())
                .expect("arcs", graph.arcs(), list.arcs())
                .expect("sum of arc hashes", ArcFile.hash(graph), list.hash());
    }
}
