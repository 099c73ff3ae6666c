package org.einfluss.graph.measure;

import java.util.Arrays;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;

/**
 * A division of a graph's nodes into components, the largest first.
 *
 * <p>Components are numbered by falling size, those of equal size by their lowest node. Immutable.
 */
public final class Components {
    private final int[] component;
    private final int[] size;

    /** Renumbers raw labels 0 … count−1. */
    Components(int[] raw, int count) {
        int[] rawSize = new int[count];
        int[] lowest = new int[count];
        Arrays.fill(lowest, -1);
        for (int v = 0; v < raw.length; v++) {
            rawSize[raw[v]]++;
            if (lowest[raw[v]] < 0) {
                lowest[raw[v]] = v;
            }
        }
        long[] order = new long[count];
        for (int c = 0; c < count; c++) {
            order[c] = (long) (raw.length - rawSize[c]) << 32 | lowest[c];
        }
        Arrays.sort(order);
        int[] number = new int[count];
        size = new int[count];
        for (int i = 0; i < count; i++) {
            int c = raw[(int) order[i]];
            number[c] = i;
            size[i] = rawSize[c];
        }
        component = new int[raw.length];
        for (int v = 0; v < raw.length; v++) {
            component[v] = number[raw[v]];
        }
    }

    /**
     * Finds the weak components: nodes joined by ties whatever their direction.
     *
     * @param graph any graph
     * @return the components of an undirected, the weak components of a directed graph
     * @implNote O(n + m).
     */
    public static Components weak(Graph graph) {
        int n = graph.nodes();
        int[] target = graph.targets();
        int[] offset = graph.offsets();
        InArcs in = graph.isDirected() ? graph.inArcs() : null;
        int[] label = new int[n];
        Arrays.fill(label, -1);
        int[] queue = new int[n];
        int count = 0;
        for (int s = 0; s < n; s++) {
            if (label[s] >= 0) {
                continue;
            }
            int tail = 0;
            queue[tail++] = s;
            label[s] = count;
            for (int head = 0; head < tail; head++) {
                int u = queue[head];
                tail = take(target, offset[u], offset[u + 1], label, count, queue, tail);
                if (in != null) {
                    tail = take(in.sources(), in.begin(u), in.end(u), label, count, queue, tail);
                }
            }
            count++;
        }
        return new Components(label, count);
    }

    private static int take(int[] nodes, int from, int to, int[] label, int component, int[] queue, int size) {
        int tail = size;
        for (int a = from; a < to; a++) {
            int v = nodes[a];
            if (label[v] < 0) {
                label[v] = component;
                queue[tail++] = v;
            }
        }
        return tail;
    }

    /**
     * Finds the strong components: sets of nodes each of which reaches all others along arcs.
     *
     * <p>R. E. Tarjan 1972 (doi:10.1137/0201010), with a stack of its own instead of recursion.
     *
     * @param graph any graph
     * @return the strong components; for an undirected graph its components
     * @implNote O(n + m) time, O(n) space, whatever the depth of the search.
     */
    public static Components strong(Graph graph) {
        if (!graph.isDirected()) {
            return weak(graph);
        }
        int n = graph.nodes();
        int[] label = new int[n];
        int[] found = new int[n]; // order of discovery from 1, 0 = not found yet
        int[] low = new int[n]; // earliest node of the stack that is reached from the node's subtree
        int[] nextArc = new int[n];
        int[] path = new int[n];
        int[] stack = new int[n];
        int stacked = 0;
        int discovered = 0;
        int count = 0;
        Arrays.fill(label, -1);
        for (int s = 0; s < n; s++) {
            if (found[s] != 0) {
                continue;
            }
            int depth = 0;
            path[depth++] = s;
            stack[stacked++] = s;
            found[s] = ++discovered;
            low[s] = discovered;
            nextArc[s] = graph.arcBegin(s);
            while (depth > 0) {
                int u = path[depth - 1];
                if (nextArc[u] < graph.arcEnd(u)) {
                    int v = graph.target(nextArc[u]++);
                    if (found[v] == 0) {
                        path[depth++] = v;
                        stack[stacked++] = v;
                        found[v] = ++discovered;
                        low[v] = discovered;
                        nextArc[v] = graph.arcBegin(v);
                    } else if (label[v] < 0) {
                        low[u] = Math.min(low[u], found[v]);
                    }
                    continue;
                }
                depth--;
                if (depth > 0) {
                    int parent = path[depth - 1];
                    low[parent] = Math.min(low[parent], low[u]);
                }
                if (low[u] == found[u]) {
                    int v;
                    do {
                        v = stack[--stacked];
                        label[v] = count;
                    } while (v != u);
                    count++;
                }
            }
        }
        return new Components(label, count);
    }

    /**
     * Returns the number of components.
     *
     * @return 0 for a graph without nodes
     */
    public int count() {
        return size.length;
    }

    /**
     * Returns a node's component.
     *
     * @param node a node
     * @return the component's number, 0 for the largest
     */
    public int of(int node) {
        return component[node];
    }

    /**
     * Returns the number of nodes of a component.
     *
     * @param number the component's number, in [0, {@code count()})
     * @return at least 1
     */
    public int size(int number) {
        return size[number];
    }

    /**
     * Returns the size of the largest component.
     *
     * @return 0 for a graph without nodes
     */
    public int largest() {
        return size.length == 0 ? 0 : size[0];
    }

    /**
     * Lists the nodes of a component.
     *
     * @param number the component's number, in [0, {@code count()})
     * @return the nodes in ascending order
     */
    public int[] members(int number) {
        int[] members = new int[size[number]];
        int next = 0;
        for (int v = 0; v < component.length; v++) {
            if (component[v] == number) {
                members[next++] = v;
            }
        }
        return members;
    }
}
