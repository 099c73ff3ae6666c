package org.einfluss.theory.gladwell;

import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;

/** The node columns that carry roles and traits, and how they are read. */
final class Traits {
    /** Expertise e in [0, 1]. */
    static final String EXPERTISE = "expertise";
    /** Persuasiveness w, at least 0. */
    static final String PERSUASIVENESS = "persuasiveness";
    /** Whether a node was planted as a connector. */
    static final String CONNECTOR = "connector";
    /** Whether a node was planted as a maven. */
    static final String MAVEN = "maven";
    /** Whether a node was planted as a salesman. */
    static final String SALESMAN = "salesman";

    static final String GLADWELL =
            "Gladwell, M. (2000). The Tipping Point: How Little Things Can Make a Big Difference. Little, Brown.";

    private Traits() {}

    /** Reads a trait of all nodes; its default where the network has no such column. */
    static double[] read(Network network, String name, double otherwise, double from, double to) {
        Optional<Column> column = network.nodeColumn(name);
        double[] values = new double[network.nodes()];
        java.util.Arrays.fill(values, otherwise);
        if (column.isEmpty()) {
            return values;
        }
        Column numbers = numbers(column.get());
        for (int v = 0; v < values.length; v++) {
            double value = numbers.doubleAt(v);
            if (!(value >= from && value <= to)) {
                throw new InputException("The node column '" + name + "' must lie in [" + from + ", " + to
                        + "], but node " + network.label(v) + " has "
                        + (numbers.isMissing(v) ? "no value" : "" + value)
                        + "; correct the data or name another column");
            }
            values[v] = value;
        }
        return values;
    }

    /** Returns a named column of numbers or truth values. */
    static Column column(Network network, String name) {
        return numbers(network.nodeColumn(name)
                .orElseThrow(() -> new InputException("The network has no node column '" + name + "'; it has "
                        + network.nodeColumns().stream().map(Column::name).toList())));
    }

    private static Column numbers(Column column) {
        if (column.type() == Column.Type.TEXT) {
            throw new InputException("The node column '" + column.name()
                    + "' must hold numbers or truth values, but it holds texts; name another column");
        }
        return column;
    }

    /** Returns who is marked in a column of truth values or numbers; nobody where there is none. */
    static boolean[] marked(Network network, String name) {
        boolean[] marked = new boolean[network.nodes()];
        network.nodeColumn(name).map(Traits::numbers).ifPresent(column -> {
            for (int v = 0; v < marked.length; v++) {
                marked[v] = column.doubleAt(v) > 0;
            }
        });
        return marked;
    }
}
