package org.einfluss.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.einfluss.graph.Graph;
import org.einfluss.math.Keys;
import org.einfluss.math.RandomStream;

/**
 * A text list of random arcs with identifiers uniform in [0, nodes), and what a reader must make of it, found by sorting.
 *
 * @param path the file
 * @param lines number of lines
 * @param loops number of self-loops among them
 * @param nodes number of different identifiers
 * @param arcs number of different arcs that are no loops
 * @param hash sum of the hashes of these arcs, with nodes numbered in the order of their identifiers
 */
record ArcFile(Path path, int lines, long loops, int nodes, int arcs, long hash) {
    private static final int KEY = 42;

    /** Makes the file in a folder unless it is there. */
    static ArcFile in(Path folder, int lines, int identifiers) throws IOException {
        RandomStream random = new RandomStream(KEY);
        long[] arcs = new long[lines];
        for (int i = 0; i < lines; i++) {
            arcs[i] = (long) random.nextInt(identifiers) << 32 | random.nextInt(identifiers);
        }
        Path file = folder.resolve("arcs-" + lines + "-" + identifiers + "-" + KEY + ".txt");
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            Path aside = Files.createTempFile(folder, "arcs-", ".writing");
            write(arcs, aside);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        }
        int[] rank = new int[identifiers];
        for (long arc : arcs) {
            rank[(int) (arc >>> 32)] = 1;
            rank[(int) arc] = 1;
        }
        int nodes = 0;
        for (int i = 0; i < identifiers; i++) {
            nodes += rank[i];
            rank[i] = nodes - 1;
        }
        Arrays.sort(arcs);
        long loops = 0;
        int distinct = 0;
        long hash = 0;
        for (int i = 0; i < lines; i++) {
            int u = (int) (arcs[i] >>> 32);
            int v = (int) arcs[i];
            if (u == v) {
                loops++;
            } else if (i == 0 || arcs[i] != arcs[i - 1]) {
                distinct++;
                hash += Keys.mix(rank[u], rank[v]);
            }
        }
        return new ArcFile(file, lines, loops, nodes, distinct, hash);
    }

    /** The same sum over a graph that was read. */
    static long hash(Graph graph) {
        long hash = 0;
        for (int u = 0; u < graph.nodes(); u++) {
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                hash += Keys.mix(u, graph.target(a));
            }
        }
        return hash;
    }

    private static void write(long[] arcs, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            StringBuilder line = new StringBuilder();
            for (long arc : arcs) {
                line.setLength(0);
                line.append(arc >>> 32).append(' ').append((int) arc).append('\n');
                out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
            }
        }
    }
}
