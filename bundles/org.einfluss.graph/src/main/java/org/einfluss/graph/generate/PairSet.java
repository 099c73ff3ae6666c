package org.einfluss.graph.generate;

import java.util.Arrays;
import org.einfluss.math.Keys;

/**
 * A set of unordered pairs of nodes, to tell whether an edge is there already: open addressing, linear probing, at most
 * half full.
 */
final class PairSet {
    private static final long FREE = -1;

    private final long[] slots;
    private final int mask;

    /**
     * Makes an empty set.
     *
     * @param capacity the most pairs it will hold at once
     */
    PairSet(int capacity) {
        int length = Integer.highestOneBit(Math.max(8, capacity)) << 2;
        if (length <= 0) {
            throw new IllegalStateException("A set of " + capacity + " edges is too large for this generator");
        }
        slots = new long[length];
        mask = length - 1;
        Arrays.fill(slots, FREE);
    }

    /** Adds a pair; false if it was there already. */
    boolean add(int u, int v) {
        long pair = pair(u, v);
        int i = find(pair);
        if (slots[i] == pair) {
            return false;
        }
        slots[i] = pair;
        return true;
    }

    boolean contains(int u, int v) {
        long pair = pair(u, v);
        return slots[find(pair)] == pair;
    }

    /** Removes a pair that is there, moving back those that its slot had pushed further. */
    void remove(int u, int v) {
        int hole = find(pair(u, v));
        int i = hole;
        while (true) {
            i = (i + 1) & mask;
            if (slots[i] == FREE) {
                slots[hole] = FREE;
                return;
            }
            int home = home(slots[i]);
            if (((i - home) & mask) >= ((i - hole) & mask)) {
                slots[hole] = slots[i];
                hole = i;
            }
        }
    }

    void clear() {
        Arrays.fill(slots, FREE);
    }

    private int find(long pair) {
        int i = home(pair);
        while (slots[i] != pair && slots[i] != FREE) {
            i = (i + 1) & mask;
        }
        return i;
    }

    private int home(long pair) {
        return (int) Keys.mix(0, pair) & mask;
    }

    private static long pair(int u, int v) {
        return (long) Math.min(u, v) << 32 | Math.max(u, v);
    }
}
