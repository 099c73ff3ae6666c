package org.einfluss.api.states;

import java.util.List;
import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;

/** Columns of a network as rules use them. */
public final class Columns {
    private Columns() {}

    /**
     * Returns a node column's numbers; what is missing is NaN, yes and no are 1 and 0.
     *
     * @param network the network
     * @param name the column's name
     * @return a number for each node
     * @throws InputException when there is no such column, or it holds texts
     */
    public static double[] ofNodes(Network network, String name) {
        return numbers(node(network, name), "nodes");
    }

    /**
     * Returns an arc column's numbers; what is missing is NaN, yes and no are 1 and 0.
     *
     * @param network the network
     * @param name the column's name
     * @return a number for each arc
     * @throws InputException when there is no such column, or it holds texts
     */
    public static double[] ofArcs(Network network, String name) {
        return numbers(found("arcs", name, network.arcColumn(name), network.arcColumns()), "arcs");
    }

    /**
     * Returns which nodes have a text in a column; nodes without a value have none.
     *
     * @param network the network
     * @param name the column's name
     * @param text the text
     * @return an answer for each node
     * @throws InputException when there is no such column, or it holds numbers
     */
    public static boolean[] nodesWith(Network network, String name, String text) {
        return with(node(network, name), "nodes", text);
    }

    /**
     * Returns which arcs have a text in a column; arcs without a value have none.
     *
     * @param network the network
     * @param name the column's name
     * @param text the text
     * @return an answer for each arc
     * @throws InputException when there is no such column, or it holds numbers
     */
    public static boolean[] arcsWith(Network network, String name, String text) {
        return with(found("arcs", name, network.arcColumn(name), network.arcColumns()), "arcs", text);
    }

    private static Column node(Network network, String name) {
        return found("nodes", name, network.nodeColumn(name), network.nodeColumns());
    }

    private static Column found(String what, String name, Optional<Column> column, List<Column> all) {
        return column.orElseThrow(() -> new InputException("The model needs a column '" + name + "' of " + what
                + "; the network's are: "
                + (all.isEmpty()
                        ? "no columns"
                        : String.join(", ", all.stream().map(Column::name).toList()))));
    }

    private static double[] numbers(Column column, String what) {
        if (column.type() == Column.Type.TEXT) {
            throw new InputException("The model needs numbers in column '" + column.name() + "' of " + what
                    + ", but it holds texts; compare them with a text in quotation marks");
        }
        return column.toDoubles();
    }

    private static boolean[] with(Column column, String what, String text) {
        if (column.type() != Column.Type.TEXT) {
            throw new InputException("The model needs texts in column '" + column.name() + "' of " + what
                    + ", but it holds numbers; compare them with a number");
        }
        boolean[] with = new boolean[column.size()];
        for (int i = 0; i < with.length; i++) {
            with[i] = !column.isMissing(i) && column.textAt(i).equals(text);
        }
        return with;
    }
}
