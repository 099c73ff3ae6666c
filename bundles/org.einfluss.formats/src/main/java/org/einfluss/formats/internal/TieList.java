package org.einfluss.formats.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The two ends of each tie of a file, and the line where it stands, in 10 bytes a tie: blocks of a fixed size, so that growing copies
 * nothing and leaves little unused, and lines as differences to the first of their block.
 */
public final class TieList {
    private static final int BITS = 10;
    private static final int BLOCK = 1 << BITS;
    private static final int FIRST = 4;

    private int[][] from = new int[FIRST][];
    private int[][] to = new int[FIRST][];
    private char[][] after = new char[FIRST][];
    private int[] firstLine = new int[FIRST];
    private final Map<Integer, Integer> farLines = new HashMap<>(); // by tie, where the difference is no char
    private int size;

    /** Makes an empty list. */
    public TieList() {}

    /** Returns how many ties there are. */
    public int size() {
        return size;
    }

    /**
     * Adds a tie.
     *
     * @param a first end
     * @param b second end
     * @param line line where it stands
     */
    public void add(int a, int b, int line) {
        int block = size >>> BITS;
        int at = size & BLOCK - 1;
        if (at == 0) {
            if (block == from.length) {
                int longer = block + (block >> 1);
                from = Arrays.copyOf(from, longer);
                to = Arrays.copyOf(to, longer);
                after = Arrays.copyOf(after, longer);
                firstLine = Arrays.copyOf(firstLine, longer);
            }
            from[block] = new int[BLOCK];
            to[block] = new int[BLOCK];
            after[block] = new char[BLOCK];
            firstLine[block] = line;
        }
        from[block][at] = a;
        to[block][at] = b;
        long difference = (long) line - firstLine[block];
        if (difference >= 0 && difference <= Character.MAX_VALUE) {
            after[block][at] = (char) difference;
        } else {
            farLines.put(size, line);
        }
        size++;
    }

    /**
     * Returns the first end of a tie.
     *
     * @param tie its number
     */
    public int from(int tie) {
        return from[tie >>> BITS][tie & BLOCK - 1];
    }

    /**
     * Returns the second end of a tie.
     *
     * @param tie its number
     */
    public int to(int tie) {
        return to[tie >>> BITS][tie & BLOCK - 1];
    }

    /** Forgets the ends; size and lines stay. */
    public void forgetEnds() {
        from = new int[0][];
        to = new int[0][];
    }

    /**
     * Returns the line where a tie stands.
     *
     * @param tie its number
     */
    public int line(int tie) {
        int near = firstLine[tie >>> BITS] + after[tie >>> BITS][tie & BLOCK - 1];
        return farLines.isEmpty() ? near : farLines.getOrDefault(tie, near);
    }
}
