package org.einfluss.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.Source;
import org.einfluss.formats.EdgeListReader;
import org.einfluss.graph.Network;

/** Networks that others measure on; their files do not ship with the sources. */
public enum Dataset {
    /** Co-authorship in high-energy physics theory, both ways. */
    NETHEPT("nethept_graph_ic.txt.gz", Direction.INFLUENCES, 15_229, 62_752, 848.5, 77),
    /** The undirected copy of the Epinions trust network, taken both ways. */
    EPINIONS("soc-Epinions1_undirected.txt.gz", Direction.MUTUAL, 75_877, 811_478, 16_040, 400),
    /** Slashdot Zoo, February 2009. */
    SLASHDOT("soc-Slashdot0902.txt.gz", Direction.INFLUENCES, 82_168, 870_161, 17_245, 400);

    private final String file;
    private final Direction direction;
    private final int nodes;
    private final int arcs;
    private final double spread;
    private final double deviation;

    Dataset(String file, Direction direction, int nodes, int arcs, double spread, double deviation) {
        this.file = file;
        this.direction = direction;
        this.nodes = nodes;
        this.arcs = arcs;
        this.spread = spread;
        this.deviation = deviation;
    }

    /** Name of its file. */
    String file() {
        return file;
    }

    boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(file));
    }

    /** Spread of the 50 nodes of highest out-degree under weighted cascade, as others measured it. */
    double spread() {
        return spread;
    }

    /** Four standard errors, with a half per cent for what the others' means may be off. */
    double spreadTolerance(int runs) {
        return 0.005 * spread + 4 * deviation / Math.sqrt(runs);
    }

    /** Reads it with the product's reader and checks its size. */
    Network read() throws IOException {
        Path path = Path.of(System.getProperty(Workload.DATA, "")).resolve(file);
        Network network = new EdgeListReader()
                .read(Source.of(path), EdgeListReader.Parameters.of(direction), new ImportReport(), Progress.NONE)
                .network();
        if (network.nodes() != nodes || network.graph().arcs() != arcs) {
            throw new IOException("Expected " + nodes + " nodes and " + arcs + " arcs in " + path + ", found "
                    + network.nodes() + " and " + network.graph().arcs());
        }
        return network;
    }
}
