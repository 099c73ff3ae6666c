package org.einfluss.graph;

import java.util.Arrays;

/**
 * An immutable directed or undirected graph on the nodes 0 … n−1, stored as compressed sparse rows.
 *
 * <p>An arc u→v means that u can influence v; an undirected edge {u, v} is the two arcs u→v and v→u. The arcs of node u
 * are numbered from {@code arcBegin(u)} up to but not including {@code arcEnd(u)}; their targets ascend, so that the
 * same graph always has the same arc numbers. Data per arc live in arrays indexed by the arc. Limits: fewer than 2³¹−8
 * nodes and arcs.
 *
 * <p>A loop walks {@code for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) … graph.target(a)}.
 * Kernels may take the arrays themselves ({@link #offsets}, {@link #targets}) into locals.
 *
 * <p>Thread-safe. {@link #inArcs} and {@link #reverse} build an index of O(n + m) on first use and keep it.
 */
public final class Graph {
    private final boolean directed;
    private final boolean simple;
    private final int[] offset;
    private final int[] target;

    private volatile InArcs inArcs;
    private volatile byte[] digest;

    private Graph(boolean directed, boolean simple, int[] offset, int[] target) {
        this.directed = directed;
        this.simple = simple;
        this.offset = offset;
        this.target = target;
    }

    /**
     * Makes a graph from its rows, after checking them.
     *
     * @param n number of nodes
     * @param directed whether arcs have a direction; if not, every arc u→v needs its twin v→u
     * @param offset length n+1, from 0 to the number of arcs, never falling; becomes the graph's own, not to be changed
     *     any more
     * @param target the arcs' targets, ascending for each node (equal ones are parallel arcs); becomes the graph's own
     * @return the graph
     * @throws IllegalArgumentException naming the first node or arc that breaks a rule
     * @implNote O(n + m) time, O(n) scratch space.
     */
    public static Graph of(int n, boolean directed, int[] offset, int[] target) {
        if (n < 0 || offset.length != n + 1 || offset[0] != 0 || offset[n] != target.length) {
            throw new IllegalArgumentException("A graph of " + n + " nodes and " + target.length
                    + " arcs needs offsets of length n + 1 that begin with 0 and end with the number of arcs");
        }
        for (int u = 0; u < n; u++) {
            if (offset[u + 1] < offset[u]) {
                throw new IllegalArgumentException("Offsets must not fall, they do at node " + u);
            }
        }
        boolean simple = true;
        for (int u = 0; u < n; u++) {
            int last = -1;
            for (int a = offset[u]; a < offset[u + 1]; a++) {
                int v = target[a];
                if (v < 0 || v >= n || v < last) {
                    throw new IllegalArgumentException("Targets must lie in [0, " + n
                            + ") and ascend for each node, found " + v + " after " + last + " at node " + u);
                }
                simple &= v != last && v != u;
                last = v;
            }
        }
        if (!directed) {
            checkTwins(n, offset, target);
        }
        return new Graph(directed, simple, offset, target);
    }

    /**
     * Makes a graph from rows that are known to be canonical, without checking them.
     *
     * <p>For generators and readers that produce the rows in order and cannot afford the pass of {@link #of}. With
     * assertions enabled everything is checked nevertheless.
     *
     * @param directed whether arcs have a direction
     * @param simple whether there are neither self-loops nor parallel arcs
     * @param offset as for {@link #of}; becomes the graph's own
     * @param target as for {@link #of}; becomes the graph's own
     * @return the graph
     */
    public static Graph ofCanonical(boolean directed, boolean simple, int[] offset, int[] target) {
        assert of(offset.length - 1, directed, offset, target).simple == simple : "simple must be " + !simple;
        return new Graph(directed, simple, offset, target);
    }

    /**
     * Makes an undirected graph without any arc.
     *
     * @param n number of nodes
     * @return n isolated nodes
     */
    public static Graph empty(int n) {
        return new Graph(false, true, new int[n + 1], new int[0]);
    }

    /** Walks all arcs once: since sources ascend, the sources that name v must be exactly v's targets in order. */
    private static void checkTwins(int n, int[] offset, int[] target) {
        int[] next = Arrays.copyOf(offset, n);
        for (int u = 0; u < n; u++) {
            for (int a = offset[u]; a < offset[u + 1]; a++) {
                int v = target[a];
                int twin = next[v]++;
                if (twin >= offset[v + 1] || target[twin] != u) {
                    int other = twin < offset[v + 1] ? target[twin] : u;
                    throw new IllegalArgumentException("In an undirected graph every arc needs its twin, that of " + u
                            + "→" + v + (other < u ? " or of " + v + "→" + other : "") + " is missing");
                }
            }
        }
        for (int u = 0; u < n; u++) {
            int loops = 0;
            for (int a = offset[u]; a < offset[u + 1]; a++) {
                loops += target[a] == u ? 1 : 0;
            }
            if ((loops & 1) != 0) {
                throw new IllegalArgumentException(
                        "An undirected self-loop is two arcs, node " + u + " has " + loops + " arcs to itself");
            }
        }
    }

    /**
     * Returns the number of nodes.
     *
     * @return n, at least 0
     */
    public int nodes() {
        return offset.length - 1;
    }

    /**
     * Returns the number of arcs; an undirected edge counts twice.
     *
     * @return m, at least 0
     */
    public int arcs() {
        return target.length;
    }

    /**
     * Returns whether arcs have a direction.
     *
     * @return false when every arc has a twin by construction
     */
    public boolean isDirected() {
        return directed;
    }

    /**
     * Returns whether there are neither self-loops nor parallel arcs.
     *
     * @return false for a multigraph
     */
    public boolean isSimple() {
        return simple;
    }

    /**
     * Returns the number of ties as one counts them in the field.
     *
     * @return the number of arcs when directed, half of it when undirected
     */
    public long edges() {
        return directed ? target.length : target.length / 2;
    }

    /**
     * Returns the first arc of a node.
     *
     * @param u a node
     * @return the arc's number
     */
    public int arcBegin(int u) {
        return offset[u];
    }

    /**
     * Returns the number after a node's last arc.
     *
     * @param u a node
     * @return {@code arcBegin(u)} plus the node's out-degree
     */
    public int arcEnd(int u) {
        return offset[u + 1];
    }

    /**
     * Returns the node an arc points to.
     *
     * @param arc an arc, in [0, {@code arcs()})
     * @return the target
     */
    public int target(int arc) {
        return target[arc];
    }

    /**
     * Returns the node an arc starts from.
     *
     * @param arc an arc, in [0, {@code arcs()})
     * @return the source
     * @implNote O(log n); loops know their source already.
     */
    public int source(int arc) {
        if (arc < 0 || arc >= target.length) {
            throw new IndexOutOfBoundsException("Arc must lie in [0, " + target.length + "), was " + arc);
        }
        int low = 0;
        int high = offset.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (offset[middle] <= arc) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Returns how many arcs leave a node.
     *
     * @param u a node
     * @return the out-degree; the degree when undirected
     */
    public int outDegree(int u) {
        return offset[u + 1] - offset[u];
    }

    /**
     * Returns how many arcs enter a node: the number of sources it listens to.
     *
     * @param u a node
     * @return the in-degree; the degree when undirected
     */
    public int inDegree(int u) {
        return directed ? inArcs().end(u) - inArcs().begin(u) : outDegree(u);
    }

    /**
     * Returns arcs per node: the mean degree when undirected, the mean out-degree (= mean in-degree) when directed.
     *
     * @return z, 0 for a graph without nodes
     */
    public double meanDegree() {
        return nodes() == 0 ? 0 : (double) arcs() / nodes();
    }

    /**
     * Returns the arcs by their targets, built on first use.
     *
     * @return the in-arcs; for an undirected graph they share the graph's arrays
     * @implNote O(n + m) once; later calls return the same object.
     */
    public InArcs inArcs() {
        InArcs built = inArcs;
        if (built == null) {
            synchronized (this) {
                built = inArcs;
                if (built == null) {
                    built = buildInArcs();
                    inArcs = built;
                }
            }
        }
        return built;
    }

    private InArcs buildInArcs() {
        int n = nodes();
        int[] begin = offset;
        if (directed) {
            begin = new int[n + 1];
            for (int v : target) {
                begin[v + 1]++;
            }
            for (int v = 0; v < n; v++) {
                begin[v + 1] += begin[v];
            }
        }
        int[] source = directed ? new int[target.length] : target;
        int[] arc = new int[target.length];
        int[] next = Arrays.copyOf(begin, n);
        for (int u = 0; u < n; u++) {
            for (int a = offset[u], end = offset[u + 1]; a < end; a++) {
                int i = next[target[a]]++;
                arc[i] = a;
                if (directed) {
                    source[i] = u;
                }
            }
        }
        if (!directed && !simple) {
            pairLoops(arc);
        }
        return new InArcs(begin, source, arc);
    }

    /** A self-loop's two arcs are neighbours in the row and each other's twin, not their own. */
    private void pairLoops(int[] twin) {
        for (int u = 0; u < nodes(); u++) {
            for (int a = offset[u]; a < offset[u + 1]; a++) {
                if (target[a] == u) {
                    twin[a] = a + 1;
                    twin[a + 1] = a;
                    a++;
                }
            }
        }
    }

    /**
     * Returns the twin of an arc of an undirected graph: v→u for u→v.
     *
     * @param arc an arc, in [0, {@code arcs()})
     * @return the twin's number; the twin of the twin is the arc
     * @throws IllegalStateException when the graph is directed
     */
    public int reverse(int arc) {
        if (directed) {
            throw new IllegalStateException("Arcs of a directed graph have no twin");
        }
        return inArcs().arc(arc);
    }

    /**
     * Finds the arc between two nodes.
     *
     * @param u the source
     * @param v the target
     * @return the number of the first arc u→v, or -1 if there is none
     * @implNote O(log of u's out-degree).
     */
    public int findArc(int u, int v) {
        int low = offset[u];
        int high = offset[u + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (target[middle] < v) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < offset[u + 1] && target[low] == v ? low : -1;
    }

    /**
     * Returns the row offsets, for hot loops.
     *
     * @return the array itself, length n+1; not to be changed
     */
    public int[] offsets() {
        return offset;
    }

    /**
     * Returns the targets of all arcs, for hot loops.
     *
     * @return the array itself, length m; not to be changed
     */
    public int[] targets() {
        return target;
    }

    /**
     * Computes the SHA-256 hash of the graph.
     *
     * <p>Hashed are the text {@code einfluss-graph-1}, a byte 1 for directed or 0, then n, m, the offsets and the
     * targets as little-endian 32-bit ints. Part of the file format: equal graphs have equal hashes in every release.
     *
     * @return a new array of 32 bytes
     */
    public byte[] sha256() {
        byte[] known = digest;
        if (known == null) {
            ContentHash hash = new ContentHash("einfluss-graph-1");
            hash.add(directed);
            hash.add(nodes());
            hash.add(arcs());
            hash.add(offset);
            hash.add(target);
            known = hash.sha256();
            digest = known;
        }
        return known.clone();
    }

    /**
     * Returns the first eight bytes of {@link #sha256}, to tell graphs apart quickly.
     *
     * @return the hash's first eight bytes, big-endian
     */
    public long contentHash() {
        return ContentHash.first64(sha256());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Graph that
                && directed == that.directed
                && Arrays.equals(offset, that.offset)
                && Arrays.equals(target, that.target);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(offset) + Arrays.hashCode(target);
    }

    @Override
    public String toString() {
        return (directed ? "directed" : "undirected") + " graph of " + nodes() + " nodes and " + edges()
                + (directed ? " arcs" : " edges");
    }
}
