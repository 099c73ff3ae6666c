package org.einfluss.theory.gladwell;

import java.util.Optional;
import org.einfluss.graph.Network;
import org.einfluss.graph.measure.Communities;
import org.einfluss.math.RandomStream;

/**
 * Which community each node belongs to.
 *
 * @param of community of each node, from 0
 * @param count number of communities
 * @param detected whether they were found by modularity rather than given by a column
 */
record Membership(int[] of, int count, boolean detected) {
    private static final String[] USUAL = {"community", "block"};

    /** By a column; without a name by the column {@code community} or {@code block}, else detected by modularity. */
    static Membership of(Network network, Optional<String> column, RandomStream random) {
        Optional<Groups> given = given(network, column);
        if (given.isPresent()) {
            return new Membership(given.get().of(), given.get().size().length, false);
        }
        Communities found = Communities.louvain(network.graph(), random, () -> false);
        return new Membership(found.of(), found.count(), true);
    }

    /** By a column; empty where none is named and there is none of the usual names. */
    static Optional<Groups> given(Network network, Optional<String> column) {
        if (column.isPresent()) {
            return Optional.of(Groups.by(network, column.get()));
        }
        for (String name : USUAL) {
            if (network.nodeColumn(name).isPresent()) {
                return Optional.of(Groups.by(network, name));
            }
        }
        return Optional.empty();
    }
}
