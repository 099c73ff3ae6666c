package org.einfluss.math;

import java.util.Arrays;

/**
 * A growable list of ints on one array, for queues, edge lists and scratch space that is reused.
 *
 * <p>Growing at least doubles the array, so adding is O(1) amortised; clearing and truncating keep it. Not thread-safe.
 */
public final class IntList {
    /** The largest array every common virtual machine can allocate. */
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private int[] values;
    private int size;

    /** Makes an empty list. */
    public IntList() {
        this(16);
    }

    /**
     * Makes an empty list with room for a number of values.
     *
     * @param capacity how many values fit before the array grows, at least 0
     */
    public IntList(int capacity) {
        values = new int[capacity];
    }

    /**
     * Appends a value.
     *
     * @param value the value
     */
    public void add(int value) {
        if (size == values.length) {
            grow(size + 1L);
        }
        values[size++] = value;
    }

    /**
     * Returns the value at an index.
     *
     * @param index from 0 to {@code size() - 1}
     * @return the value
     * @throws IndexOutOfBoundsException when the index is outside the list
     */
    public int get(int index) {
        return values[check(index)];
    }

    /**
     * Replaces the value at an index.
     *
     * @param index from 0 to {@code size() - 1}
     * @param value the new value
     * @throws IndexOutOfBoundsException when the index is outside the list
     */
    public void set(int index, int value) {
        values[check(index)] = value;
    }

    /**
     * Returns the number of values.
     *
     * @return the number of values, at least 0
     */
    public int size() {
        return size;
    }

    /**
     * Returns whether the list holds no value.
     *
     * @return whether the size is 0
     */
    public boolean isEmpty() {
        return size == 0;
    }

    /** Removes all values; the array is kept. */
    public void clear() {
        size = 0;
    }

    /**
     * Drops the values from an index on.
     *
     * @param newSize number of values that stay, at most {@code size()}
     */
    public void truncate(int newSize) {
        if (newSize < 0 || newSize > size) {
            throw new IllegalArgumentException("A list of " + size + " values cannot be truncated to " + newSize);
        }
        size = newSize;
    }

    /**
     * Makes room for a number of values, so that adding up to there does not grow the array.
     *
     * @param capacity number of values in total
     */
    public void ensureCapacity(int capacity) {
        if (capacity > values.length) {
            grow(capacity);
        }
    }

    /**
     * Returns the array behind the list, for hot loops.
     *
     * @return the array itself, valid in positions 0 to {@code size() - 1} and only until the list grows
     */
    public int[] array() {
        return values;
    }

    /**
     * Returns a copy of the values.
     *
     * @return a new array of length {@code size()}
     */
    public int[] toArray() {
        return Arrays.copyOf(values, size);
    }

    private int check(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("Index must lie in [0, " + size + "), was " + index);
        }
        return index;
    }

    private void grow(long needed) {
        if (needed > LARGEST) {
            throw new IllegalStateException("A list holds at most " + LARGEST + " values, " + needed + " were needed");
        }
        values = Arrays.copyOf(values, (int) Math.min(LARGEST, Math.max(needed, 2L * values.length)));
    }
}
