package org.einfluss.theory.baselines;

/**
 * A binary heap of events, each one long: the time as a float above, 32 bits that say what happens below.
 *
 * <p>The bits of floats from 0 on are in the order of the floats, so that comparing longs orders by time, then by what happens.
 */
final class EventQueue {
    private final long[] heap;
    private int size;

    EventQueue(int capacity) {
        heap = new long[capacity];
    }

    /** Returns a time as the queue keeps it: rounded to a float, and finite. */
    static double round(double time) {
        return (float) Math.min(time, Float.MAX_VALUE);
    }

    static double time(long event) {
        return Float.intBitsToFloat((int) (event >>> 32));
    }

    private static long event(double time, int what) {
        return (long) Float.floatToRawIntBits((float) time) << 32 | what & 0xFFFFFFFFL;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    long get(int i) {
        return heap[i];
    }

    long first() {
        return heap[0];
    }

    void add(double time, int what) {
        long event = event(time, what);
        int i = size++;
        while (i > 0 && heap[(i - 1) >>> 1] > event) {
            heap[i] = heap[(i - 1) >>> 1];
            i = (i - 1) >>> 1;
        }
        heap[i] = event;
    }

    void removeFirst() {
        size--;
        if (size > 0) {
            sink(heap[size]);
        }
    }

    /** Removes the first event and adds another one, in one pass. */
    void replaceFirst(double time, int what) {
        sink(event(time, what));
    }

    private void sink(long event) {
        int i = 0;
        for (int child = 1; child < size; child = 2 * i + 1) {
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= event) {
                break;
            }
            heap[i] = heap[child];
            i = child;
        }
        heap[i] = event;
    }
}
