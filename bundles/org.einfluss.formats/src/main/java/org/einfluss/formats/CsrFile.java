package org.einfluss.formats;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.einfluss.api.InputException;
import org.einfluss.api.data.ActivityLog;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.formats.internal.BinaryIn;
import org.einfluss.formats.internal.BinaryOut;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;

/**
 * The binary file of a network and its logs: the arrays as they are in memory, read at the speed of the disk.
 *
 * <p>Little-endian. Header of 24 bytes: {@code EINFCSR} and a zero byte, version (int, 2; 1 has neither names of cascades nor activity logs), CRC-32C of the body (int), length of the body
 * (long). Body: the network's SHA-256; the layers, each with name, directed, simple, n, m, offsets, targets and arc columns; the node
 * columns; the adoption logs; the activity logs. Texts are a length in bytes and UTF-8. A column is name, meaning, unit, type, number of values, number of words of
 * the mask of missing values, mask, values.
 *
 * <p>Written beside the target under another name, forced to the disk, then renamed: a file that exists is whole.
 *
 * <p>Datasets whose identifiers were replaced are kept in this form, so that every version must stay readable.
 */
public final class CsrFile {
    /** The bytes EINFCSR and zero, read as a little-endian long. */
    private static final long MAGIC = 0x00525343464e4945L;

    private static final int VERSION = 2;
    private static final int HEADER = 24;
    private static final int SHA256 = 32;

    private CsrFile() {}

    /**
     * What a file holds.
     *
     * @param network the network
     * @param sha256 the network's SHA-256 as it was when written
     * @param logs the adoption logs
     * @param activities the activity logs
     */
    public record Content(Network network, byte[] sha256, List<AdoptionLog> logs, List<ActivityLog> activities) {
        /** Copies the list. */
        public Content {
            logs = List.copyOf(logs);
            activities = List.copyOf(activities);
        }
    }

    /**
     * Writes a file, replacing one of the same name.
     *
     * @param file where to
     * @param network what to write
     * @param logs adoption logs to write
     * @param activities activity logs to write
     * @return what a later {@link #read} gives
     * @throws IOException when it cannot be written; then there is no such file, or still the old one
     */
    public static Content write(Path file, Network network, List<AdoptionLog> logs, List<ActivityLog> activities)
            throws IOException {
        byte[] sha256 = network.sha256();
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path aside = Files.createTempFile(folder, file.getFileName().toString(), ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                channel.position(HEADER);
                BinaryOut out = new BinaryOut(channel);
                out.put(sha256);
                writeNetwork(out, network);
                writeLogs(out, logs);
                writeActivities(out, activities);
                out.flush();
                ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
                header.putLong(MAGIC).putInt(VERSION).putInt(out.checksum()).putLong(channel.position() - HEADER);
                channel.write(header.flip(), 0);
                channel.force(true);
            }
            moveOver(aside, file);
        } finally {
            Files.deleteIfExists(aside);
        }
        return new Content(network, sha256, logs, activities);
    }

    /** Renames in one step where the file system can. */
    static void moveOver(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void writeNetwork(BinaryOut out, Network network) throws IOException {
        out.put(network.layers().size());
        for (String layer : network.layers()) {
            Graph graph = network.graph(layer);
            out.put(layer);
            out.put((byte) (graph.isDirected() ? 1 : 0));
            out.put((byte) (graph.isSimple() ? 1 : 0));
            out.put(graph.nodes());
            out.put(graph.arcs());
            out.put(graph.offsets());
            out.put(graph.targets());
            writeColumns(out, network.arcColumns(layer));
        }
        writeColumns(out, network.nodeColumns());
    }

    private static void writeColumns(BinaryOut out, List<Column> columns) throws IOException {
        out.put(columns.size());
        for (Column column : columns) {
            out.put(column.name());
            out.put(column.meaning());
            out.put(column.unit());
            out.put(column.type().name());
            out.put(column.size());
            BitSet missing = new BitSet();
            for (int i = 0; i < column.size(); i++) {
                missing.set(i, column.type() != Column.Type.DOUBLE && column.isMissing(i));
            }
            long[] words = missing.toLongArray();
            out.put(words.length);
            for (long word : words) {
                out.put(word);
            }
            for (int i = 0; i < column.size(); i++) {
                switch (column.type()) {
                    case DOUBLE -> out.put(column.doubleAt(i));
                    case INTEGER -> out.put(column.longAt(i));
                    case BOOLEAN -> out.put((byte) (column.booleanAt(i) ? 1 : 0));
                    case TEXT -> out.put(column.textAt(i));
                }
            }
        }
    }

    private static void writeLogs(BinaryOut out, List<AdoptionLog> logs) throws IOException {
        out.put(logs.size());
        for (AdoptionLog log : logs) {
            out.put(log.name());
            out.put(log.meaning());
            out.put(log.timeUnit());
            out.put(log.cascades());
            out.put(log.size());
            out.put(log.cascade());
            out.put(log.node());
            for (double time : log.time()) {
                out.put(time);
            }
            out.put(log.parent().length);
            out.put(log.parent());
            out.put(log.observedUntil());
            writeTexts(out, log.cascadeNames());
        }
    }

    private static void writeActivities(BinaryOut out, List<ActivityLog> logs) throws IOException {
        out.put(logs.size());
        for (ActivityLog log : logs) {
            out.put(log.name());
            out.put(log.meaning());
            out.put(log.timeUnit());
            writeTexts(out, log.actions());
            writeTexts(out, log.things());
            out.put(log.size());
            out.put(log.actor());
            out.put(log.action());
            out.put(log.target());
            for (double time : log.time()) {
                out.put(time);
            }
        }
    }

    private static void writeTexts(BinaryOut out, List<String> texts) throws IOException {
        out.put(texts.size());
        for (String text : texts) {
            out.put(text);
        }
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @return its content
     * @throws IOException when it cannot be read
     * @throws InputException when it is no such file, of another version, or damaged
     */
    public static Content read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
            while (header.hasRemaining() && channel.read(header) >= 0) {
                // read until the header is full or the file ends
            }
            header.flip();
            if (header.remaining() < HEADER || header.getLong() != MAGIC) {
                throw new InputException(file + ": Expected a binary network file, found something else.");
            }
            int version = header.getInt();
            if (version < 1 || version > VERSION) {
                throw new InputException(
                        file + ": Expected version 1 to " + VERSION + " of the binary network file, found " + version
                                + ". A newer version of the program may be needed.");
            }
            int checksum = header.getInt();
            long length = header.getLong();
            if (length != channel.size() - HEADER) {
                throw damaged(file, new EOFException("wrong length"));
            }
            return readBody(file, new BinaryIn(channel, length), version, checksum);
        }
    }

    private static Content readBody(Path file, BinaryIn in, int version, int checksum) throws IOException {
        try {
            byte[] sha256 = in.nextBytes(SHA256);
            List<Layer> layers = readLayers(in);
            List<Column> nodeColumns = readColumns(in);
            List<AdoptionLog> logs = readLogs(in, version);
            List<ActivityLog> activities = version < 2 ? List.of() : readActivities(in);
            if (!in.isAtEnd() || in.checksum() != checksum) {
                throw new EOFException("wrong checksum");
            }
            return new Content(network(layers, nodeColumns), sha256, logs, activities);
        } catch (EOFException | IllegalArgumentException e) {
            throw damaged(file, e);
        }
    }

    private static InputException damaged(Path file, Exception cause) {
        return new InputException(
                file + ": The binary network file is damaged (" + cause.getMessage()
                        + "). Delete it if it is in the cache, where it is made anew; put a dataset's file back from a copy.",
                cause);
    }

    private record Layer(
            String name, boolean directed, boolean simple, int[] offset, int[] target, List<Column> columns) {}

    private static List<Layer> readLayers(BinaryIn in) throws IOException {
        int count = in.nextCount(1);
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = in.nextText();
            boolean directed = in.nextByte() != 0;
            boolean simple = in.nextByte() != 0;
            int n = in.nextCount(Integer.BYTES);
            int m = in.nextCount(Integer.BYTES);
            layers.add(new Layer(name, directed, simple, in.nextInts(n + 1), in.nextInts(m), readColumns(in)));
        }
        if (layers.isEmpty()) {
            throw new EOFException("no layer");
        }
        return layers;
    }

    /** The rows are not checked again: the checksum said that they are what was written. */
    private static Network network(List<Layer> layers, List<Column> nodeColumns) {
        Layer first = layers.get(0);
        Network network = Network.of(first.name, graph(first));
        for (Column column : first.columns) {
            network = network.withArcColumn(column);
        }
        for (Layer layer : layers.subList(1, layers.size())) {
            network = network.withLayer(layer.name, graph(layer), layer.columns);
        }
        for (Column column : nodeColumns) {
            network = network.withNodeColumn(column);
        }
        return network;
    }

    private static Graph graph(Layer layer) {
        return Graph.ofCanonical(layer.directed, layer.simple, layer.offset, layer.target);
    }

    private static List<Column> readColumns(BinaryIn in) throws IOException {
        int count = in.nextCount(1);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = in.nextText();
            String meaning = in.nextText();
            String unit = in.nextText();
            Column.Type type = Column.Type.valueOf(in.nextText());
            int size = in.nextCount(1);
            long[] words = new long[in.nextCount(Long.BYTES)];
            for (int w = 0; w < words.length; w++) {
                words[w] = in.nextLong();
            }
            columns.add(readValues(in, name, unit, type, size, BitSet.valueOf(words))
                    .withMeaning(meaning));
        }
        return columns;
    }

    private static Column readValues(BinaryIn in, String name, String unit, Column.Type type, int size, BitSet missing)
            throws IOException {
        switch (type) {
            case DOUBLE -> {
                double[] values = new double[size];
                for (int i = 0; i < size; i++) {
                    values[i] = in.nextDouble();
                }
                return Column.doubles(name, unit, values);
            }
            case INTEGER -> {
                long[] values = new long[size];
                for (int i = 0; i < size; i++) {
                    values[i] = in.nextLong();
                }
                return Column.integers(name, unit, values, missing);
            }
            case BOOLEAN -> {
                boolean[] values = new boolean[size];
                for (int i = 0; i < size; i++) {
                    values[i] = in.nextByte() != 0;
                }
                return Column.booleans(name, values, missing);
            }
            case TEXT -> {
                String[] values = new String[size];
                for (int i = 0; i < size; i++) {
                    values[i] = in.nextText();
                }
                return Column.texts(name, values, missing);
            }
        }
        throw new IllegalStateException("Unknown type " + type);
    }

    private static List<AdoptionLog> readLogs(BinaryIn in, int version) throws IOException {
        int count = in.nextCount(1);
        List<AdoptionLog> logs = new ArrayList<>();
        for (int l = 0; l < count; l++) {
            String name = in.nextText();
            String meaning = in.nextText();
            String unit = in.nextText();
            int cascades = in.nextInt();
            int size = in.nextCount(Integer.BYTES);
            int[] cascade = in.nextInts(size);
            int[] node = in.nextInts(size);
            double[] time = new double[size];
            for (int i = 0; i < size; i++) {
                time[i] = in.nextDouble();
            }
            int[] parent = in.nextInts(in.nextCount(Integer.BYTES));
            double observedUntil = in.nextDouble();
            List<String> names = version < 2 ? List.of() : readTexts(in);
            logs.add(new AdoptionLog(name, meaning, unit, cascades, cascade, node, time, parent, observedUntil, names));
        }
        return logs;
    }

    private static List<ActivityLog> readActivities(BinaryIn in) throws IOException {
        int count = in.nextCount(1);
        List<ActivityLog> logs = new ArrayList<>();
        for (int l = 0; l < count; l++) {
            String name = in.nextText();
            String meaning = in.nextText();
            String unit = in.nextText();
            List<String> actions = readTexts(in);
            List<String> things = readTexts(in);
            int size = in.nextCount(Integer.BYTES);
            int[] actor = in.nextInts(size);
            int[] action = in.nextInts(size);
            int[] target = in.nextInts(size);
            double[] time = new double[size];
            for (int i = 0; i < size; i++) {
                time[i] = in.nextDouble();
            }
            logs.add(new ActivityLog(name, meaning, unit, actions, things, actor, action, target, time));
        }
        return logs;
    }

    private static List<String> readTexts(BinaryIn in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.nextCount(1); left > 0; left--) {
            texts.add(in.nextText());
        }
        return texts;
    }
}
