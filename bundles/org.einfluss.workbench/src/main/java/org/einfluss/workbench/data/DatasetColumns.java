package org.einfluss.workbench.data;

import java.util.ArrayList;
import java.util.List;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;

/** The nodes and arcs of a network as columns of tables. */
final class DatasetColumns {
    private DatasetColumns() {}

    /** Number, label, degrees, and the columns the dataset has. */
    static List<Column> nodes(Network network) {
        Graph graph = network.graph();
        int n = graph.nodes();
        int[] number = new int[n];
        int[] out = new int[n];
        int[] in = new int[n];
        for (int u = 0; u < n; u++) {
            number[u] = u;
            out[u] = graph.outDegree(u);
            in[u] = graph.isDirected() ? graph.inDegree(u) : out[u];
        }
        List<Column> columns = new ArrayList<>();
        columns.add(Column.integers("node", "", number));
        columns.add(Column.integers(graph.isDirected() ? "out-degree" : "degree", "", out));
        if (graph.isDirected()) {
            columns.add(Column.integers("in-degree", "", in));
        }
        network.nodeColumns().stream()
                .filter(column ->
                        columns.stream().noneMatch(other -> other.name().equals(column.name())))
                .forEach(columns::add);
        return columns;
    }

    /** Ends and the columns the dataset has. */
    static List<Column> arcs(Network network) {
        Graph graph = network.graph();
        int[] from = new int[graph.arcs()];
        for (int u = 0; u < graph.nodes(); u++) {
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                from[a] = u;
            }
        }
        int[] to = new int[graph.arcs()];
        for (int a = 0; a < to.length; a++) {
            to[a] = graph.target(a);
        }
        List<Column> columns = new ArrayList<>();
        columns.add(Column.integers("from", "", from));
        columns.add(Column.integers("to", "", to));
        columns.addAll(network.arcColumns());
        return columns;
    }
}
