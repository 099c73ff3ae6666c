package org.einfluss.api.model;

import java.util.Arrays;

/** The timed pushes of a campaign, in order of step: at a step, a source pushes an item to a node. */
public final class Schedule {
    private int size;
    private int[] step = new int[16];
    private int[] node = new int[16];
    private int[] source = new int[16];
    private int[] kind = new int[16];
    private boolean[] paid = new boolean[16];

    /** Makes an empty schedule. */
    public Schedule() {}

    /** Removes all pushes. */
    public void clear() {
        size = 0;
    }

    /**
     * Appends a push.
     *
     * @param atStep when; not before the last push added
     * @param toNode who receives it
     * @param fromSource who pushes, as numbered by the campaign: a node, or a number from the node count on for outsiders
     * @param ofKind kind of message, as numbered by the campaign
     * @param isPaid whether it is visibly paid for
     */
    public void add(int atStep, int toNode, int fromSource, int ofKind, boolean isPaid) {
        if (size > 0 && atStep < step[size - 1]) {
            throw new IllegalArgumentException(
                    "Pushes are added in order of step; step " + atStep + " came after " + step[size - 1]);
        }
        if (size == step.length) {
            int capacity = 2 * size;
            step = Arrays.copyOf(step, capacity);
            node = Arrays.copyOf(node, capacity);
            source = Arrays.copyOf(source, capacity);
            kind = Arrays.copyOf(kind, capacity);
            paid = Arrays.copyOf(paid, capacity);
        }
        step[size] = atStep;
        node[size] = toNode;
        source[size] = fromSource;
        kind[size] = ofKind;
        paid[size++] = isPaid;
    }

    /** Returns the number of pushes. */
    public int size() {
        return size;
    }

    /**
     * Returns the step of push {@code i}.
     *
     * @param i index of the push
     */
    public int step(int i) {
        return step[i];
    }

    /**
     * Returns the receiver of push {@code i}.
     *
     * @param i index of the push
     */
    public int node(int i) {
        return node[i];
    }

    /**
     * Returns the source of push {@code i}.
     *
     * @param i index of the push
     */
    public int source(int i) {
        return source[i];
    }

    /**
     * Returns the kind of message of push {@code i}.
     *
     * @param i index of the push
     */
    public int kind(int i) {
        return kind[i];
    }

    /**
     * Returns whether push {@code i} is visibly paid for.
     *
     * @param i index of the push
     */
    public boolean isPaid(int i) {
        return paid[i];
    }
}
