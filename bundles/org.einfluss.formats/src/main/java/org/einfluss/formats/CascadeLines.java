package org.einfluss.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Source;
import org.einfluss.formats.internal.Fields;
import org.einfluss.formats.internal.LineReader;
import org.einfluss.graph.Network;

/**
 * Reads adoption logs with one cascade per line: {@code root node time node time …}.
 *
 * <p>The form of the cascades that come with Inf-VAE (Sankar et al. 2020, doi:10.1145/3336191.3371811). The root adopts at time 0, times
 * are relative to it. Nodes are given by their {@code id} in the network, or by number where it has none. Cascades are numbered in the
 * order of the files and lines. Who passed it on is not recorded, nor how long was observed.
 */
public final class CascadeLines {
    private CascadeLines() {}

    /**
     * Reads a log.
     *
     * @param sources one or several files; their cascades are numbered through
     * @param network the network whose nodes are named
     * @param name the log's name
     * @param meaning what was adopted, and how time is counted
     * @param timeUnit unit of the times
     * @param progress told how far it is, in bytes
     * @return the log
     * @throws IOException when a source cannot be read
     * @throws InputException when a line is wrong, naming it
     */
    public static AdoptionLog read(
            List<Source> sources, Network network, String name, String meaning, String timeUnit, Progress progress)
            throws IOException {
        Map<String, Integer> nodes = new HashMap<>();
        for (int node = 0; node < network.nodes(); node++) {
            nodes.put(network.label(node), node);
        }
        List<Adoption> adoptions = new ArrayList<>();
        int cascades = 0;
        for (Source source : sources) {
            try (LineReader reader = new LineReader(source, progress)) {
                Fields fields = new Fields(' ');
                while (reader.next()) {
                    if (!reader.isEmptyOrComment()) {
                        fields.split(reader.text(), reader);
                        readLine(fields, reader, nodes, cascades++, adoptions);
                    }
                }
            }
        }
        adoptions.sort((a, b) -> a.cascade != b.cascade
                ? Integer.compare(a.cascade, b.cascade)
                : a.time != b.time ? Double.compare(a.time, b.time) : Integer.compare(a.node, b.node));
        return new AdoptionLog(
                name,
                meaning,
                timeUnit,
                cascades,
                adoptions.stream().mapToInt(Adoption::cascade).toArray(),
                adoptions.stream().mapToInt(Adoption::node).toArray(),
                adoptions.stream().mapToDouble(Adoption::time).toArray(),
                new int[0],
                Double.NaN);
    }

    private static void readLine(
            Fields fields, LineReader reader, Map<String, Integer> nodes, int cascade, List<Adoption> adoptions) {
        if (fields.count() % 2 == 0) {
            throw new InputException(
                    reader.place(1),
                    "Expected 'root node time node time …', found a node without a time at the end ('"
                            + fields.field(fields.count() - 1) + "'). Correct the line.");
        }
        Map<Integer, Integer> seen = new HashMap<>();
        for (int i = 0; i < fields.count(); i += i == 0 ? 1 : 2) {
            Integer node = nodes.get(fields.field(i));
            if (node == null) {
                throw new InputException(
                        fields.place(i),
                        "There is no node '" + fields.field(i) + "' in the network. Correct it, or add the node.");
            }
            if (seen.put(node, i) != null) {
                throw new InputException(
                        fields.place(i),
                        "Node '" + fields.field(i) + "' adopts twice in one cascade. Keep the first time only.");
            }
            adoptions.add(new Adoption(cascade, node, i == 0 ? 0 : time(fields, i + 1)));
        }
    }

    private static double time(Fields fields, int index) {
        String text = fields.field(index);
        if (!text.matches("[0-9]+([.][0-9]*)?([eE][-+]?[0-9]+)?")) {
            throw new InputException(
                    fields.place(index),
                    "Expected a time since the root, at least 0, found '" + text + "'. Correct it.");
        }
        return Double.parseDouble(text);
    }

    private record Adoption(int cascade, int node, double time) {}
}
