package org.einfluss.theory.flow;

import java.util.Optional;
import org.einfluss.api.InputException;
import org.einfluss.api.Param;
import org.einfluss.api.data.Dataset;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;

/** What counts as a context of its own: where a push comes from. */
public sealed interface Contexts permits Contexts.Components, Contexts.Sources, Contexts.Table, Contexts.Communities {
    /** Connected components of the graph induced on a node's own sources. */
    record Components() implements Contexts {}

    /** Each source is a context. */
    record Sources() implements Contexts {}

    /**
     * The values of a node column; nodes without a value are each their own.
     *
     * @param column name of the column
     */
    record Table(
            @Param(value = "Node column", initial = "block") String column) implements Contexts {}

    /**
     * Communities found by greedy optimisation of modularity (Louvain).
     *
     * @param key key of the order of visits
     */
    record Communities(
            @Param(value = "Key of the communities", initial = "1")
            long key) implements Contexts {}

    /**
     * Numbers the contexts of a network's nodes, where they do not depend on the run.
     *
     * @param network the network
     * @return the context by node, from 0; empty for {@link Components}
     * @throws InputException when the network lacks the column
     */
    default int[] of(Network network) {
        if (this instanceof Components) {
            return new int[0];
        }
        if (this instanceof Table table) {
            return numbered(network, table.column());
        }
        if (this instanceof Communities communities) {
            return org.einfluss.graph.measure.Communities.louvain(
                            network.graph(), new RandomStream(communities.key()), () -> false)
                    .of();
        }
        int[] own = new int[network.nodes()];
        for (int v = 0; v < own.length; v++) {
            own[v] = v;
        }
        return own;
    }

    /** The node column of communities: the one named, else that of the dataset's places; empty where they must be found. */
    static Optional<String> column(Dataset dataset, Optional<String> named) {
        return named.or(() -> dataset.places().map(Column::name));
    }

    /**
     * Numbers the values of a node column in the order of their first nodes.
     *
     * @param network the network
     * @param name name of the column
     * @return the number by node; nodes without a value have one each
     * @throws InputException when there is no such column
     */
    static int[] numbered(Network network, String name) {
        Column column = network.nodeColumn(name)
                .orElseThrow(() -> new InputException("The network has no node column '" + name
                        + "' to take communities from; its node columns are "
                        + network.nodeColumns().stream().map(Column::name).toList()
                        + "; name one of them, or let communities be found"));
        return org.einfluss.graph.measure.Communities.numbered(column);
    }
}
