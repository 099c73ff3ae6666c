package org.einfluss.formats.internal;

import java.util.Arrays;
import org.einfluss.api.data.Direction;
import org.einfluss.api.data.ImportReport;
import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.math.CompensatedSum;
import org.einfluss.math.IntList;

/** Ties between labels as a file lists them, and the network they make: turned round, without loops, repeats merged. */
public final class Ties {
    private final Labels labels;
    private final IntList from = new IntList();
    private final IntList to = new IntList();
    private double[] weights = new double[16];
    private boolean weighted;

    /**
     * Starts without any tie.
     *
     * @param labels where the ends of ties are numbered
     */
    public Ties(Labels labels) {
        this.labels = labels;
    }

    /**
     * Adds a tie of weight 1.
     *
     * @param a provisional number of the first end
     * @param b provisional number of the second end
     */
    public void add(int a, int b) {
        add(a, b, 1, false);
    }

    /**
     * Adds a tie with a weight.
     *
     * @param a provisional number of the first end
     * @param b provisional number of the second end
     * @param weight its weight, finite
     */
    public void add(int a, int b, double weight) {
        add(a, b, weight, true);
    }

    private void add(int a, int b, double weight, boolean given) {
        int index = from.size();
        if (index == weights.length) {
            weights = Arrays.copyOf(weights, 2 * index);
        }
        weights[index] = weight;
        weighted |= given;
        from.add(a);
        to.add(b);
    }

    /** Returns the number of ties added. */
    public int size() {
        return from.size();
    }

    /**
     * Builds the network.
     *
     * @param nodes number of nodes; at least the number of labels
     * @param number for each provisional number, its node
     * @param direction what "a b" says
     * @param largest whether repeated ties keep their largest weight instead of the sum
     * @param report told of repeats
     */
    public Network network(int nodes, int[] number, Direction direction, boolean largest, ImportReport report) {
        boolean directed = direction != Direction.MUTUAL;
        boolean turned = direction == Direction.FOLLOWS;
        GraphBuilder builder = new GraphBuilder(nodes, directed, size()).trackArcs();
        builder.duplicates(GraphBuilder.Duplicates.COUNT);
        for (int i = 0; i < size(); i++) {
            int a = number[from.get(i)];
            int b = number[to.get(i)];
            builder.add(turned ? b : a, turned ? a : b);
        }
        GraphBuilder.Built built = builder.build();
        Graph graph = built.graph();
        reportRepeats(graph, built.multiplicity(), number, turned, report);
        Network network = Network.of(graph);
        if (weighted) {
            double[] weight = merge(graph, built.arcOf(), largest);
            network = network.withArcColumn(
                    Column.doubles(Network.WEIGHT, "", weight).withMeaning("weight of the tie in the source"));
        }
        return network;
    }

    private void reportRepeats(Graph graph, int[] times, int[] number, boolean turned, ImportReport report) {
        int[] label = new int[graph.nodes()];
        for (int i = 0; i < labels.size(); i++) {
            label[number[i]] = i;
        }
        for (int u = 0; u < graph.nodes(); u++) {
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                int v = graph.target(a);
                if (times[a] > 1 && (graph.isDirected() || u < v)) {
                    String first = labels.label(label[turned ? v : u]);
                    String second = labels.label(label[turned ? u : v]);
                    for (int extra = 1; extra < times[a]; extra++) {
                        report.loss("repeated tie merged", first + " " + second);
                    }
                }
            }
        }
    }

    /** Weights of repeats are put in order before they are summed, so that the order of lines cannot matter. */
    private double[] merge(Graph graph, int[] arcOf, boolean largest) {
        int[] begin = new int[graph.arcs() + 1];
        for (int arc : arcOf) {
            if (arc >= 0) {
                begin[arc + 1]++;
            }
        }
        for (int a = 0; a < graph.arcs(); a++) {
            begin[a + 1] += begin[a];
        }
        double[] grouped = new double[begin[graph.arcs()]];
        int[] next = begin.clone();
        for (int i = 0; i < arcOf.length; i++) {
            if (arcOf[i] >= 0) {
                grouped[next[arcOf[i]]++] = weights[i];
            }
        }
        double[] merged = new double[graph.arcs()];
        CompensatedSum sum = new CompensatedSum();
        for (int a = 0; a < merged.length; a++) {
            if (begin[a] == begin[a + 1]) {
                continue;
            }
            Arrays.sort(grouped, begin[a], begin[a + 1]);
            sum.clear();
            for (int i = begin[a]; i < begin[a + 1]; i++) {
                sum.add(grouped[i]);
            }
            merged[a] = largest ? grouped[begin[a + 1] - 1] : sum.value();
        }
        return graph.isDirected() ? merged : bothWays(graph, merged, begin, largest);
    }

    /** An undirected tie's weights may have come in under either arc. */
    private static double[] bothWays(Graph graph, double[] merged, int[] begin, boolean largest) {
        double[] weight = new double[merged.length];
        for (int a = 0; a < weight.length; a++) {
            int twin = graph.reverse(a);
            boolean here = begin[a] < begin[a + 1];
            boolean there = begin[twin] < begin[twin + 1];
            if (here && there) {
                weight[a] = largest ? Math.max(merged[a], merged[twin]) : merged[a] + merged[twin];
            } else {
                weight[a] = here ? merged[a] : merged[twin];
            }
        }
        return weight;
    }
}
