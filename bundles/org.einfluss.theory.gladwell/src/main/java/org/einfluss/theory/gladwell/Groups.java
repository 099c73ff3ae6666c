package org.einfluss.theory.gladwell;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.einfluss.api.InputException;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.graph.measure.UnderlyingGraph;

/**
 * Groups of nodes, each node in one.
 *
 * @param of the group of each node, from 0
 * @param size number of nodes of each group
 */
record Groups(int[] of, int[] size) {
    /** Groups by equal values of a node column, numbered by their first nodes; a missing value is a group of its own. */
    static Groups by(Network network, String name) {
        Column column = network.nodeColumn(name)
                .orElseThrow(() -> new InputException("The network has no node column '" + name + "' of groups; it has "
                        + network.nodeColumns().stream().map(Column::name).toList()));
        int[] of = new int[network.nodes()];
        Map<String, Integer> known = new HashMap<>();
        int count = 0;
        for (int v = 0; v < of.length; v++) {
            Integer group = column.isMissing(v) ? null : known.get(column.textAt(v));
            if (group == null) {
                group = count++;
                if (!column.isMissing(v)) {
                    known.put(column.textAt(v), group);
                }
            }
            of[v] = group;
        }
        return new Groups(of, sizes(of, count));
    }

    /** Blocks of a breadth-first walk over ties in either direction; every component is begun at its lowest node. */
    static Groups cut(Network network, int most) {
        Graph graph = UnderlyingGraph.of(network.graph());
        int n = graph.nodes();
        int[] queue = new int[n];
        boolean[] seen = new boolean[n];
        int[] of = new int[n];
        int end = 0;
        for (int root = 0; root < n; root++) {
            if (seen[root]) {
                continue;
            }
            seen[root] = true;
            int next = end;
            queue[end++] = root;
            for (; next < end; next++) {
                for (int a = graph.arcBegin(queue[next]), last = graph.arcEnd(queue[next]); a < last; a++) {
                    if (!seen[graph.target(a)]) {
                        seen[graph.target(a)] = true;
                        queue[end++] = graph.target(a);
                    }
                }
            }
        }
        for (int i = 0; i < n; i++) {
            of[queue[i]] = i / most;
        }
        return new Groups(of, sizes(of, n == 0 ? 0 : (n - 1) / most + 1));
    }

    static int[] sizes(int[] of, int count) {
        int[] size = new int[count];
        Arrays.stream(of).forEach(group -> size[group]++);
        return size;
    }
}
