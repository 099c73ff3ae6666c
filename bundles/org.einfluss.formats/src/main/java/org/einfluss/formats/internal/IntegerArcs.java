package org.einfluss.formats.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.einfluss.api.Progress;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.api.data.ImportReport.Change;
import org.einfluss.api.data.ImportReport.Place;
import org.einfluss.api.data.Source;
import org.einfluss.formats.EdgeListReader;
import org.einfluss.formats.NetworkDraft;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;

/**
 * The fast path for lists of two whole numbers: a counting sort straight into the graph's rows.
 *
 * <p>A plain file is parsed twice, first to count each node's arcs, then to place them, so that beside the graph's own arrays only one
 * copy of the targets can exist (when repeats are cut off). Packed or unnamed sources are parsed once into a list of pairs. The plain
 * reader {@code EdgeListReader.readLines} is the oracle of both.
 */
public final class IntegerArcs {
    private static final int BLOCK = 1 << 13;
    private static final int LEAST_BOUND = 1 << 22;
    private static final int EXAMPLES = 5;

    private final boolean turned;
    private final boolean mutual;
    private final boolean swapped;
    private int[] degree = new int[1 << 10];
    private long[] present = new long[1 << 4];
    private int largest = -1;
    /** The identifiers in order, where there are far fewer than the largest says; then nodes are their ranks from the start. */
    private int[] sparse = new int[0];

    private int lastDegree;

    private IntegerArcs(EdgeListLayout layout, Direction direction) {
        mutual = direction == Direction.MUTUAL;
        swapped = layout.source() > layout.target();
        turned = (direction == Direction.FOLLOWS) != swapped;
    }

    /**
     * Reads a list.
     *
     * @param source what to read
     * @param layout its layout
     * @param direction what a line says
     * @param report told of loops and repeats
     * @param progress told how far it is
     * @return the network, nothing if the text is not of the form this path can read
     * @throws IOException when it cannot be read
     */
    public static Optional<Network> read(
            Source source, EdgeListLayout layout, Direction direction, ImportReport report, Progress progress)
            throws IOException {
        IntegerArcs arcs = new IntegerArcs(layout, direction);
        if (source.file().isPresent() && !isGzip(source)) {
            Optional<Network> network = arcs.twoPasses(source, source.file().get(), layout, report, progress);
            if (network.isPresent()) {
                return network;
            }
            arcs = new IntegerArcs(layout, direction);
        }
        return arcs.onePass(source, layout, report, progress);
    }

    private static boolean isGzip(Source source) throws IOException {
        try (ByteSource bytes = new ByteSource(source, Progress.NONE)) {
            return bytes.isGzip();
        }
    }

    private Optional<Network> twoPasses(
            Source source, Path file, EdgeListLayout layout, ImportReport report, Progress progress)
            throws IOException {
        FileTime changed = Files.getLastModifiedTime(file);
        long size = Files.size(file);
        // Identifiers far above the number of lines would make an array of counts larger than the graph.
        long bound = Math.max(LEAST_BOUND, size / 8);
        int[] first = new int[BLOCK];
        int[] second = new int[BLOCK];
        Findings findings;
        try (IntegerLines lines = new IntegerLines(source, layout, new Pass(progress, 0))) {
            for (int count; (count = lines.next(first, second)) > 0; ) {
                int top = largest(first, second, count);
                if (top >= bound) {
                    return Optional.empty();
                }
                count(first, second, count, top);
            }
            if (lines.hasGivenUp() || !fits(lines, layout)) {
                return Optional.empty();
            }
            findings = new Findings(lines);
        }
        int[] offset = startOffsets();
        degree = new int[0];
        int[] target = new int[offset[offset.length - 1] + lastDegree];
        try (IntegerLines lines = new IntegerLines(source, layout, new Pass(progress, 1))) {
            for (int count; (count = lines.next(first, second)) > 0; ) {
                if (largest(first, second, count) > largest) {
                    break;
                }
                place(first, second, count, offset, target);
            }
            if (lines.pairs() != findings.pairs
                    || lines.loops() != findings.loops
                    || !changed.equals(Files.getLastModifiedTime(file))
                    || size != Files.size(file)) {
                throw new IOException(source.name() + " was changed while it was read. Read it again.");
            }
        }
        return Optional.of(finish(offset, target, layout, findings, report));
    }

    private Optional<Network> onePass(Source source, EdgeListLayout layout, ImportReport report, Progress progress)
            throws IOException {
        List<long[]> blocks = new ArrayList<>();
        int[] first = new int[BLOCK];
        int[] second = new int[BLOCK];
        Findings findings;
        try (IntegerLines lines = new IntegerLines(source, layout, progress)) {
            for (int count; (count = lines.next(first, second)) > 0; ) {
                long[] block = new long[count];
                for (int i = 0; i < count; i++) {
                    block[i] = (long) first[i] << 32 | second[i];
                }
                blocks.add(block);
                largest = Math.max(largest, largest(first, second, count));
            }
            if (lines.hasGivenUp() || !fits(lines, layout)) {
                return Optional.empty();
            }
            findings = new Findings(lines);
        }
        boolean gaps = layout.declaredNodes() == 0 && largest >= Math.max(LEAST_BOUND, 4 * findings.pairs);
        sparse = gaps ? distinct(blocks, findings) : sparse;
        largest = sparse.length > 0 ? sparse.length - 1 : largest;
        for (long[] block : blocks) {
            unpack(block, first, second, sparse);
            for (int i = 0; i < block.length && sparse.length > 0; i++) {
                block[i] = (long) first[i] << 32 | second[i];
            }
            count(first, second, block.length, largest);
        }
        int[] offset = startOffsets();
        degree = new int[0];
        int[] target = new int[offset[offset.length - 1] + lastDegree];
        for (int b = 0; b < blocks.size(); b++) {
            int count = blocks.get(b).length;
            unpack(blocks.set(b, new long[0]), first, second, new int[0]);
            place(first, second, count, offset, target);
        }
        Network network = finish(offset, target, layout, findings, report);
        return Optional.of(
                sparse.length == 0
                        ? network
                        : network.withNodeColumn(
                                Column.integers(Network.ID, "", sparse).withMeaning("identifier in the source")));
    }

    private static void unpack(long[] block, int[] first, int[] second, int[] ids) {
        for (int i = 0; i < block.length; i++) {
            first[i] = (int) (block[i] >>> 32);
            second[i] = (int) block[i];
        }
        for (int i = 0; i < block.length && ids.length > 0; i++) {
            first[i] = Arrays.binarySearch(ids, first[i]);
            second[i] = Arrays.binarySearch(ids, second[i]);
        }
    }

    /** The identifiers in order, without repeats. */
    private static int[] distinct(List<long[]> blocks, Findings findings) {
        int[] all = new int[Math.toIntExact(2 * findings.pairs)];
        int size = 0;
        for (long[] block : blocks) {
            for (long pair : block) {
                all[size++] = (int) (pair >>> 32);
                all[size++] = (int) pair;
            }
        }
        Arrays.sort(all);
        int kept = 0;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                all[kept++] = all[i];
            }
        }
        return Arrays.copyOf(all, kept);
    }

    /** Whether this path may finish; where a declared number of nodes or lines is broken, the plain reader says so. */
    private boolean fits(IntegerLines lines, EdgeListLayout layout) {
        boolean declared = layout.declaredNodes() > 0;
        long ends = mutual ? 2 * lines.pairs() : lines.pairs();
        return lines.pairs() > 0
                && ends < Integer.MAX_VALUE - 8
                && (!declared || layout.declaredNodes() <= NetworkDraft.mostDeclared(lines.bytes()))
                && (!declared || largest < layout.declaredNodes() && layout.declares(lines.pairs()));
    }

    private static int largest(int[] first, int[] second, int count) {
        int top = 0;
        for (int i = 0; i < count; i++) {
            top = Math.max(top, Math.max(first[i], second[i]));
        }
        return top;
    }

    private void count(int[] first, int[] second, int count, int top) {
        largest = Math.max(largest, top);
        if (top >= degree.length) {
            degree =
                    Arrays.copyOf(degree, Math.max(top + 1, (int) Math.min(2L * degree.length, Integer.MAX_VALUE - 8)));
            present = Arrays.copyOf(present, (degree.length >> 6) + 1);
        }
        int[] from = turned ? second : first;
        int[] to = turned ? first : second;
        int[] d = degree;
        long[] seen = present;
        for (int i = 0; i < count; i++) {
            int u = from[i];
            int v = to[i];
            seen[v >> 6] |= 1L << v;
            if (u != v) {
                d[u]++;
                if (mutual) {
                    d[v]++;
                }
            }
            seen[u >> 6] |= 1L << u;
        }
    }

    /** Position u + 1 holds where node u's arcs begin; placing moves it to where they end, which is where it belongs. */
    private int[] startOffsets() {
        int n = largest + 1;
        int[] offset = new int[n + 1];
        for (int u = 1; u < n; u++) {
            offset[u + 1] = offset[u] + degree[u - 1];
        }
        lastDegree = degree[n - 1];
        return offset;
    }

    private void place(int[] first, int[] second, int count, int[] offset, int[] target) {
        int[] from = turned ? second : first;
        int[] to = turned ? first : second;
        for (int i = 0; i < count; i++) {
            int u = from[i];
            int v = to[i];
            if (u != v) {
                target[offset[u + 1]++] = v;
                if (mutual) {
                    target[offset[v + 1]++] = u;
                }
            }
        }
    }

    /** Sorts the rows, cuts repeats off, numbers the nodes without gaps and tells what was lost. */
    private Network finish(int[] offset, int[] target, EdgeListLayout layout, Findings findings, ImportReport report) {
        report.fact("lines", Long.toString(findings.pairs));
        tell(report, Change.NOTED, EdgeListReader.COMMENT, findings.comments, findings.commentLines);
        tell(report, Change.DROPPED, "self-loop dropped", findings.loops, findings.loopLines);
        int n = offset.length - 1;
        int kept = 0;
        int begin = 0;
        List<int[]> examples = new ArrayList<>();
        long repeats = 0;
        for (int u = 0; u < n; u++) {
            int end = offset[u + 1];
            if (end - begin > 1) {
                Arrays.sort(target, begin, end);
            }
            int last = -1;
            for (int i = begin; i < end; i++) {
                int v = target[i];
                if (v != last) {
                    target[kept++] = v;
                    last = v;
                } else if (!mutual || u < v) {
                    repeats++;
                    if (examples.size() < EXAMPLES) {
                        examples.add(new int[] {u, v});
                    }
                }
            }
            offset[u + 1] = kept;
            begin = end;
        }
        int[] targets = kept == target.length ? target : Arrays.copyOf(target, kept);
        int[] rank = layout.declaredNodes() > 0 ? new int[0] : ranks(n);
        for (long i = 0; i < Math.min(repeats, EXAMPLES); i++) {
            long times = i + 1 < Math.min(repeats, EXAMPLES) ? 1 : repeats - i;
            report.loss(Change.MERGED, "repeated tie merged", Place.of(asListed(examples.get((int) i))), times);
        }
        if (layout.declaredNodes() > n) {
            int[] longer = Arrays.copyOf(offset, layout.declaredNodes() + 1);
            Arrays.fill(longer, n + 1, longer.length, kept);
            return Network.of(Graph.ofCanonical(!mutual, true, longer, targets));
        }
        if (rank.length == 0) {
            return Network.of(Graph.ofCanonical(!mutual, true, offset, targets));
        }
        return withoutGaps(offset, targets, rank);
    }

    private static void tell(ImportReport report, Change change, String what, long count, List<Long> lines) {
        for (int i = 0; i < lines.size(); i++) {
            long times = i + 1 < lines.size() ? 1 : count - i;
            report.loss(change, what, Place.line(lines.get(i)), times);
        }
    }

    private String asListed(int[] arc) {
        boolean back = !mutual && turned != swapped;
        if (sparse.length > 0) {
            return sparse[arc[back ? 1 : 0]] + " " + sparse[arc[back ? 0 : 1]];
        }
        return back ? arc[1] + " " + arc[0] : arc[0] + " " + arc[1];
    }

    /** For each identifier the number of smaller ones that occur; empty when all occur. */
    private int[] ranks(int n) {
        int[] rank = new int[n];
        int next = 0;
        for (int id = 0; id < n; id++) {
            rank[id] = next;
            next += (int) (present[id >> 6] >>> id & 1);
        }
        return next == n ? new int[0] : rank;
    }

    private Network withoutGaps(int[] offset, int[] target, int[] rank) {
        int n = rank.length;
        int nodes = rank[n - 1] + 1;
        int[] rows = new int[nodes + 1];
        int[] ids = new int[nodes];
        for (int id = 0; id < n; id++) {
            if ((present[id >> 6] >>> id & 1) != 0) {
                ids[rank[id]] = id;
                rows[rank[id] + 1] = offset[id + 1];
            }
        }
        for (int a = 0; a < target.length; a++) {
            target[a] = rank[target[a]];
        }
        return Network.of(Graph.ofCanonical(!mutual, true, rows, target))
                .withNodeColumn(Column.integers(Network.ID, "", ids).withMeaning("identifier in the source"));
    }

    /** The first or second of two passes over the same bytes, so that progress goes from nothing to all once. */
    private record Pass(Progress whole, int number) implements Progress {
        @Override
        public void report(long done, long total, String what) {
            whole.report(number * total + done, 2 * total, what);
        }

        @Override
        public boolean isCancelled() {
            return whole.isCancelled();
        }
    }

    /** What a pass over the lines found. */
    private static final class Findings {
        private final long pairs;
        private final long loops;
        private final List<Long> loopLines;
        private final long comments;
        private final List<Long> commentLines;

        Findings(IntegerLines lines) {
            pairs = lines.pairs();
            loops = lines.loops();
            loopLines = lines.loopLines();
            comments = lines.comments();
            commentLines = lines.commentLines();
        }
    }
}
