package org.einfluss.seeding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.einfluss.api.InputException;
import org.einfluss.api.Progress;
import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.graph.measure.Communities;
import org.einfluss.math.RandomStream;

/** The communities that seedings go by. */
final class CommunityColumn {
    /** The order of visits of the search: a part of the results, so it never changes. */
    private static final long KEY = 1;

    private CommunityColumn() {}

    /**
     * Returns each node's community: the value of a column, or, where none is named, as found by Louvain's method.
     *
     * @param column name of a node column
     * @param network the network
     * @param progress asked for cancellation
     * @return numbers from 0
     */
    static int[] of(Optional<String> column, Network network, Progress progress) {
        if (column.isEmpty()) {
            return Communities.louvain(network.graph(), new RandomStream(KEY), () -> {
                        progress.checkCancelled();
                        return false;
                    })
                    .of();
        }
        Column named = network.nodeColumn(column.get())
                .orElseThrow(() -> new InputException("The network has no node column '" + column.get()
                        + "' of communities; it has "
                        + network.nodeColumns().stream().map(Column::name).collect(Collectors.joining(", ", "[", "]"))
                        + ". Leave the column out to have communities detected"));
        int[] community = new int[network.nodes()];
        Map<String, Integer> number = new HashMap<>();
        for (int v = 0; v < community.length; v++) {
            if (named.isMissing(v)) {
                throw new InputException("Node " + network.label(v) + " has no value in column '" + column.get()
                        + "' of communities; leave the column out to have communities detected");
            }
            Integer next = number.size();
            Integer known = number.putIfAbsent(named.textAt(v), next);
            community[v] = known == null ? next : known;
        }
        return community;
    }

    /**
     * Lists the members of each community.
     *
     * @param community each node's community, numbers from 0
     * @return the largest community first, of equal ones that of lower number; members in ascending order
     */
    static int[][] members(int[] community) {
        int count = Arrays.stream(community).max().orElse(-1) + 1;
        int[] size = new int[count];
        for (int c : community) {
            size[c]++;
        }
        int[][] members = new int[count][];
        Arrays.setAll(members, c -> new int[size[c]]);
        for (int v = community.length - 1; v >= 0; v--) {
            members[community[v]][--size[community[v]]] = v;
        }
        Arrays.sort(members, Comparator.comparingInt((int[] of) -> -of.length)); // stable
        return members;
    }
}
