package org.einfluss.theory.flow;

import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;

/**
 * Counts into how many connected components a set of nodes falls, ties of either direction joining them. Owned by one thread; allocates
 * nothing after its constructor.
 */
final class SourceGroups {
    private final int[] offset;
    private final int[] target;
    private final int[] inOffset;
    private final int[] inSource;
    private final boolean directed;
    /** 1 for members not reached yet, 0 for all others; so between calls. */
    private final byte[] member;

    private final int[] queue;

    SourceGroups(Graph graph) {
        InArcs in = graph.inArcs();
        offset = graph.offsets();
        target = graph.targets();
        inOffset = in.offsets();
        inSource = in.sources();
        directed = graph.isDirected();
        member = new byte[graph.nodes()];
        queue = new int[graph.nodes()];
    }

    /** Returns the number of components of the graph induced on {@code nodes[0 … size)}, different nodes. */
    int count(int[] nodes, int size) {
        for (int i = 0; i < size; i++) {
            member[nodes[i]] = 1;
        }
        int groups = 0;
        for (int i = 0; i < size; i++) {
            if (member[nodes[i]] == 0) {
                continue;
            }
            groups++;
            member[nodes[i]] = 0;
            queue[0] = nodes[i];
            int tail = 1;
            for (int head = 0; head < tail; head++) {
                int u = queue[head];
                tail = take(target, offset[u], offset[u + 1], tail);
                if (directed) {
                    tail = take(inSource, inOffset[u], inOffset[u + 1], tail);
                }
            }
        }
        return groups;
    }

    private int take(int[] nodes, int from, int to, int size) {
        int tail = size;
        for (int a = from; a < to; a++) {
            int v = nodes[a];
            if (member[v] != 0) {
                member[v] = 0;
                queue[tail++] = v;
            }
        }
        return tail;
    }
}
