package org.einfluss.graph;

/**
 * The arcs of a graph by their targets: who influences a node.
 *
 * <p>The in-arcs of node v are the positions from {@code begin(v)} up to but not including {@code end(v)}; their
 * sources ascend. Made by {@link Graph#inArcs}. Immutable and thread-safe.
 */
public final class InArcs {
    private final int[] offset;
    private final int[] source;
    private final int[] arc;

    InArcs(int[] offset, int[] source, int[] arc) {
        this.offset = offset;
        this.source = source;
        this.arc = arc;
    }

    /**
     * Returns the first position of a node's in-arcs.
     *
     * @param v a node
     * @return the position
     */
    public int begin(int v) {
        return offset[v];
    }

    /**
     * Returns the position after a node's last in-arc.
     *
     * @param v a node
     * @return {@code begin(v)} plus the node's in-degree
     */
    public int end(int v) {
        return offset[v + 1];
    }

    /**
     * Returns the node from which an in-arc comes.
     *
     * @param i a position
     * @return the source
     */
    public int source(int i) {
        return source[i];
    }

    /**
     * Returns the arc's number in its source's row, the index of its weight and its coin.
     *
     * @param i a position
     * @return the arc, as numbered by {@link Graph#arcBegin}
     */
    public int arc(int i) {
        return arc[i];
    }

    /**
     * Returns the offsets by node, for hot loops.
     *
     * @return the array itself, length n+1; not to be changed
     */
    public int[] offsets() {
        return offset;
    }

    /**
     * Returns the sources of all in-arcs, for hot loops.
     *
     * @return the array itself, length m; not to be changed
     */
    public int[] sources() {
        return source;
    }

    /**
     * Returns the arc numbers of all in-arcs, for hot loops.
     *
     * @return the array itself, length m; not to be changed
     */
    public int[] arcs() {
        return arc;
    }
}
