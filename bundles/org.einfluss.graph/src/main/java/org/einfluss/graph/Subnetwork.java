package org.einfluss.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Parts of a network and networks with other ties. Layers and columns keep their meaning: what a node or an arc had, it has afterwards.
 * Facts are left out, as they tell of the whole.
 */
public final class Subnetwork {
    private Subnetwork() {}

    /**
     * Takes some nodes and all ties between them.
     *
     * @param network any network
     * @param nodes the nodes taken, within the network's; they are numbered anew from 0, in the same order
     * @return the network on these nodes
     * @throws IllegalArgumentException when a node is not in the network
     * @implNote O(n + m).
     */
    public static Network of(Network network, BitSet nodes) {
        if (nodes.length() > network.nodes()) {
            throw new IllegalArgumentException(
                    "Nodes must lie in [0, " + network.nodes() + "), found " + (nodes.length() - 1));
        }
        return of(network, nodes.stream().toArray());
    }

    /**
     * Takes nodes in a stated order, and all ties between them.
     *
     * @param network any network
     * @param taken different nodes within the network's; they are numbered anew from 0 as they stand here
     * @return the network on these nodes
     * @implNote O(n + m log d) with d the greatest degree.
     */
    public static Network of(Network network, int[] taken) {
        int[] number = new int[network.nodes()];
        Arrays.fill(number, -1);
        for (int i = 0; i < taken.length; i++) {
            number[taken[i]] = i;
        }
        String first = network.layers().get(0);
        Network part = Network.of(first, Graph.empty(taken.length));
        for (String layer : network.layers()) {
            part = withPart(part, network, layer, taken, number);
        }
        for (Column column : network.nodeColumns()) {
            part = part.withNodeColumn(column.at(taken));
        }
        return part;
    }

    private static Network withPart(Network part, Network whole, String layer, int[] taken, int[] number) {
        Graph graph = whole.graph(layer);
        int[] offset = new int[taken.length + 1];
        int[] arcs = new int[graph.arcs()];
        int[] target = new int[graph.arcs()];
        int widest = 0;
        for (int node : taken) {
            widest = Math.max(widest, graph.outDegree(node));
        }
        long[] row = new long[widest]; // new target, then the arc: parallel arcs keep their order
        int size = 0;
        for (int i = 0; i < taken.length; i++) {
            int stays = 0;
            for (int a = graph.arcBegin(taken[i]), end = graph.arcEnd(taken[i]); a < end; a++) {
                int v = number[graph.target(a)];
                if (v >= 0) {
                    row[stays++] = (long) v << Integer.SIZE | a;
                }
            }
            Arrays.sort(row, 0, stays);
            for (int k = 0; k < stays; k++) {
                arcs[size] = (int) row[k];
                target[size++] = (int) (row[k] >> Integer.SIZE);
            }
            offset[i + 1] = size;
        }
        Graph smaller = Graph.of(taken.length, graph.isDirected(), offset, Arrays.copyOf(target, size));
        return part.withLayer(layer, smaller, columns(whole, layer, Arrays.copyOf(arcs, size)));
    }

    /**
     * Keeps all nodes and some ties of one layer, with their coins ({@link Network#keepingArcs}).
     *
     * @param network any network
     * @param layer the layer whose ties are chosen; the others stay as they are
     * @param kept asked for each arc; of an undirected tie both arcs stay when either is kept
     * @return the network with fewer ties
     */
    public static Network withTies(Network network, String layer, IntPredicate kept) {
        Graph graph = network.graph(layer);
        BitSet stays = new BitSet(graph.arcs());
        for (int a = 0; a < graph.arcs(); a++) {
            if (kept.test(a)) {
                stays.set(a);
                if (!graph.isDirected()) {
                    stays.set(graph.reverse(a));
                }
            }
        }
        return network.keepingArcs(layer, graph.isDirected(), stays::get);
    }

    /**
     * Gives a layer another graph on the same nodes, whose arcs take their values from arcs of the old one.
     *
     * @param network any network
     * @param layer the layer
     * @param graph its new graph
     * @param arcs for each arc of the new graph, the arc of the old one whose values it takes; -1 for none
     * @return the network with the layer
     */
    public static Network withLayer(Network network, String layer, Graph graph, int[] arcs) {
        return network.withLayer(layer, graph, columns(network, layer, arcs));
    }

    private static List<Column> columns(Network network, String layer, int[] arcs) {
        return network.arcColumns(layer).stream().map(column -> column.at(arcs)).toList();
    }
}
