package org.einfluss.graph.measure;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Breadth-first search from up to 64 sources at once, one bit of a word for each.
 *
 * <p>M. Then, M. Kaufmann, F. Chirigati et al. 2014, The more the merrier: efficient multi-source graph traversal,
 * doi:10.14778/2735496.2735507. Where the searches meet, they share the visits to arcs. Not thread-safe; one for each
 * thread.
 */
final class BitSearch {
    /** How many sources there may be. */
    static final int WIDTH = 64;

    /** Is told who is reached when. */
    interface Visitor {
        /** Some searches reached a node for the first time; the sources themselves (distance 0) are not told. */
        void reached(int node, long searches, int distance);
    }

    private final int[] offset;
    private final int[] target;
    private final long[] seen;
    /** Searches whose last level holds the node; 0 outside the list. */
    private long[] front;

    private long[] next;
    private int[] frontNodes;
    private int[] nextNodes;

    BitSearch(int[] offset, int[] target) {
        this.offset = offset;
        this.target = target;
        int n = offset.length - 1;
        seen = new long[n];
        front = new long[n];
        next = new long[n];
        frontNodes = new int[n];
        nextNodes = new int[n];
    }

    /** Searches from {@code sources[from … to)}, bit i for the i-th of them; returns the longest distance found. */
    int run(int[] sources, int from, int to, Visitor visitor, BooleanSupplier cancelled) {
        Arrays.fill(seen, 0);
        int size = 0;
        for (int i = from; i < to; i++) {
            int s = sources[i];
            if (front[s] == 0) {
                frontNodes[size++] = s;
            }
            front[s] |= 1L << (i - from);
            seen[s] |= 1L << (i - from);
        }
        int distance = 0;
        while (size > 0) {
            if (cancelled.getAsBoolean()) {
                Arrays.fill(front, 0);
                Blocks.check(() -> true);
            }
            size = step(size);
            if (size > 0) {
                distance++;
            }
            for (int i = 0; i < size; i++) {
                visitor.reached(frontNodes[i], front[frontNodes[i]], distance);
            }
        }
        return distance;
    }

    private int step(int size) {
        int[] target = this.target;
        long[] seen = this.seen;
        long[] next = this.next;
        int found = 0;
        for (int i = 0; i < size; i++) {
            int u = frontNodes[i];
            long searches = front[u];
            front[u] = 0;
            for (int a = offset[u], end = offset[u + 1]; a < end; a++) {
                int v = target[a];
                long fresh = searches & ~seen[v];
                if (fresh != 0) {
                    if (next[v] == 0) {
                        nextNodes[found++] = v;
                    }
                    next[v] |= fresh;
                }
            }
        }
        for (int i = 0; i < found; i++) {
            seen[nextNodes[i]] |= next[nextNodes[i]];
        }
        long[] words = front;
        front = next;
        this.next = words;
        int[] nodes = frontNodes;
        frontNodes = nextNodes;
        nextNodes = nodes;
        return found;
    }
}
