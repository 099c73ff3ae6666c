package org.einfluss.example;

import java.util.Arrays;

/** A binary heap of nodes by time; each node is in it at most once. Ties go to the lower node, so that runs are reproducible. */
final class EventHeap {
    private final int[] heap;
    private final int[] place;
    private final double[] key;
    private int size;

    EventHeap(int nodes) {
        heap = new int[nodes];
        place = new int[nodes];
        key = new double[nodes];
        Arrays.fill(place, -1);
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            place[heap[i]] = -1;
        }
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int first() {
        return heap[0];
    }

    double key(int node) {
        return key[node];
    }

    /** Inserts a node or moves it to another time. */
    void put(int node, double time) {
        key[node] = time;
        int i = place[node];
        if (i < 0) {
            i = size++;
        }
        sink(lift(i, node), node);
    }

    void remove(int node) {
        int i = place[node];
        int last = heap[--size];
        place[node] = -1;
        if (last != node) {
            sink(lift(i, last), last);
        }
    }

    private int lift(int from, int node) {
        int i = from;
        while (i > 0 && before(node, heap[(i - 1) / 2])) {
            set(i, heap[(i - 1) / 2]);
            i = (i - 1) / 2;
        }
        set(i, node);
        return i;
    }

    private void sink(int from, int node) {
        int i = from;
        for (int child = 2 * i + 1; child < size; child = 2 * i + 1) {
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], node)) {
                break;
            }
            set(i, heap[child]);
            i = child;
        }
        set(i, node);
    }

    private boolean before(int a, int b) {
        return key[a] < key[b] || key[a] == key[b] && a < b;
    }

    private void set(int i, int node) {
        heap[i] = node;
        place[node] = i;
    }
}
