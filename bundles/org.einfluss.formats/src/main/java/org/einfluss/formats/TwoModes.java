package org.einfluss.formats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;

/**
 * Two-mode data for formats in which the nodes of one mode come before those of the other.
 *
 * @param names the modes in order
 * @param first how many nodes are of the first
 * @param nodes the nodes, those of the first mode first
 */
record TwoModes(List<String> names, int first, int[] nodes) {
    /**
     * Finds the modes: where nodes are of two, ties join different ones, and the order of nodes can be had back.
     *
     * @param network the network
     * @param holds what the format can hold; nodes with identifiers need not be in order
     */
    static Optional<TwoModes> of(Network network, Holds holds) {
        Optional<Column> column = network.nodeColumn(Network.MODE)
                .filter(modes -> modes.type() == Column.Type.TEXT && modes.missing() == 0);
        if (column.isEmpty()) {
            return Optional.empty();
        }
        String[] modes = new String[network.nodes()];
        Arrays.setAll(modes, column.get()::textAt);
        List<String> names = Arrays.stream(modes).distinct().sorted().toList();
        for (String layer : holds.layers(network)) {
            Graph graph = network.graph(layer);
            for (int u = 0; u < graph.nodes(); u++) {
                for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                    if (modes[u].equals(modes[graph.target(a)])) {
                        return Optional.empty();
                    }
                }
            }
        }
        int[] nodes = IntStream.range(0, modes.length)
                .boxed()
                .sorted((u, v) -> modes[u].compareTo(modes[v])) // stable: else as they are
                .mapToInt(Integer::intValue)
                .toArray();
        boolean inOrder = Arrays.equals(nodes, IntStream.range(0, modes.length).toArray());
        boolean labelled = network.nodeColumn(Network.ID).isPresent() && holds.holdsIdentifiers(network);
        if (names.size() != 2 || !labelled && !inOrder) {
            return Optional.empty();
        }
        int first = (int) Arrays.stream(modes).filter(names.get(0)::equals).count();
        return Optional.of(new TwoModes(names, first, nodes));
    }
}
