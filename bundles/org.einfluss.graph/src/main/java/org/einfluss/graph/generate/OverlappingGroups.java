package org.einfluss.graph.generate;

import org.einfluss.graph.Column;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;

/**
 * Draws undirected networks of overlapping groups: ties are likely between nodes that share a group and rare between others.
 *
 * <p>The group variant of D. J. Watts and P. S. Dodds 2007 (doi:10.1086/518527) in our own reading: each node belongs to g groups, one of
 * each of g independent random partitions of all nodes into groups of m. A pair that shares at least one group is linked with probability
 * p_in, any other with p_out, all independently.
 */
public final class OverlappingGroups {
    /** Beginning of the names of the node columns that hold each node's groups: {@code group-1}, {@code group-2} … */
    public static final String GROUP = "group-";

    private OverlappingGroups() {}

    /**
     * Draws a network.
     *
     * @param nodes number of nodes n, at least 1
     * @param memberships number of groups g of each node, at least 0
     * @param size number of nodes m of a group, at least 1; the last group of a partition may be smaller
     * @param inside probability p_in of a tie between nodes that share a group
     * @param outside probability p_out of a tie between others
     * @param random consumes about one word per tie and node
     * @return a simple undirected network with one integer node column per partition
     * @implNote O(g n + m) for m ties, times g for the comparison of groups.
     */
    public static Network draw(
            int nodes, int memberships, int size, double inside, double outside, RandomStream random) {
        ErdosRenyi.check(nodes);
        if (memberships < 0 || size < 1) {
            throw new IllegalArgumentException(
                    "Nodes need at least 0 groups of at least 1 node, was " + memberships + " groups of " + size);
        }
        int[][] group = new int[memberships][nodes];
        GraphBuilder ties = new GraphBuilder(nodes, false);
        double skips = RandomStream.skipScale(inside);
        int[] order = new int[nodes];
        for (int v = 0; v < nodes; v++) {
            order[v] = v;
        }
        for (int g = 0; g < memberships; g++) {
            random.shuffle(order, 0, nodes);
            for (int i = 0; i < nodes; i++) {
                group[g][order[i]] = i / size;
            }
            for (int from = 0; from < nodes; from += size) {
                int members = Math.min(size, nodes - from);
                link(ties, group, g, order, from, members, skips, random);
            }
        }
        double rare = RandomStream.skipScale(outside);
        long pairs = (long) nodes * (nodes - 1) / 2;
        int v = 1;
        long row = 0;
        for (long at = random.nextSkip(rare); at < pairs; at += 1 + Math.min(pairs, random.nextSkip(rare))) {
            while (at - row >= v) {
                row += v++;
            }
            int w = (int) (at - row);
            if (!sharesBefore(group, memberships, v, w)) {
                ties.add(v, w);
            }
        }
        Network network = Network.of(ties.build().graph());
        for (int g = 0; g < memberships; g++) {
            network = network.withNodeColumn(
                    Column.integers(GROUP + (g + 1), "", group[g]).withMeaning("group of the node"));
        }
        return network;
    }

    /** Links the members of one group; pairs that met in an earlier partition had their chance there. */
    private static void link(
            GraphBuilder ties,
            int[][] group,
            int partition,
            int[] order,
            int from,
            int members,
            double skips,
            RandomStream random) {
        long pairs = (long) members * (members - 1) / 2;
        int i = 1;
        long row = 0;
        for (long at = random.nextSkip(skips); at < pairs; at += 1 + Math.min(pairs, random.nextSkip(skips))) {
            while (at - row >= i) {
                row += i++;
            }
            int v = order[from + i];
            int w = order[from + (int) (at - row)];
            if (!sharesBefore(group, partition, v, w)) {
                ties.add(v, w);
            }
        }
    }

    private static boolean sharesBefore(int[][] group, int partitions, int v, int w) {
        for (int g = 0; g < partitions; g++) {
            if (group[g][v] == group[g][w]) {
                return true;
            }
        }
        return false;
    }
}
