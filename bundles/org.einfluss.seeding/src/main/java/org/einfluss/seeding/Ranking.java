package org.einfluss.seeding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.einfluss.math.RandomStream;

/** Classes of nodes, one class after another; within a class all orders are equally likely in every run. */
final class Ranking implements Order {
    private final int[] nodes;
    /** For each place, the end of its class. */
    private final int[] classEnd;
    /** For each place given so far, the place it was exchanged with. */
    private final int[] exchanged;

    private int given;
    private RandomStream random;

    private Ranking(int[] nodes, int[] classEnd) {
        this.nodes = nodes;
        this.classEnd = classEnd;
        exchanged = new int[nodes.length];
    }

    /** All nodes of a number, in random order. */
    static Ranking random(int number) {
        int[] nodes = new int[number];
        Arrays.setAll(nodes, v -> v);
        int[] classEnd = new int[number];
        Arrays.fill(classEnd, number);
        return new Ranking(nodes, classEnd);
    }

    /** Nodes of higher score first, equal ones in random order; those without score (NaN) are left out. */
    static Ranking highest(double[] score) {
        int[] nodes = IntStream.range(0, score.length)
                .filter(v -> !Double.isNaN(score[v]))
                .boxed()
                .sorted(Comparator.comparingDouble(v -> -score[v]))
                .mapToInt(Integer::intValue)
                .toArray();
        int ranked = nodes.length;
        int[] classEnd = new int[ranked];
        int end = ranked;
        for (int i = ranked - 1; i >= 0; i--) {
            if (i + 1 < ranked && score[nodes[i]] != score[nodes[i + 1]]) {
                end = i + 1;
            }
            classEnd[i] = end;
        }
        return new Ranking(nodes, classEnd);
    }

    int size() {
        return nodes.length;
    }

    @Override
    public void begin(RandomStream stream) {
        random = stream;
        while (given > 0) {
            exchange(--given, exchanged[given]);
        }
    }

    @Override
    public int next() {
        if (given == nodes.length) {
            return -1;
        }
        int rest = classEnd[given] - given;
        exchanged[given] = rest == 1 ? given : given + random.nextInt(rest);
        exchange(given, exchanged[given]);
        return nodes[given++];
    }

    private void exchange(int i, int j) {
        int moved = nodes[i];
        nodes[i] = nodes[j];
        nodes[j] = moved;
    }
}
