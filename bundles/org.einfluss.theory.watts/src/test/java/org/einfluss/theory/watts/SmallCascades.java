package org.einfluss.theory.watts;

import java.util.List;
import org.einfluss.api.data.AdoptionLog;
import org.einfluss.api.data.Dataset;
import org.einfluss.api.data.DatasetDescriptor;
import org.einfluss.api.data.Direction;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.graph.Network;
import org.einfluss.graph.generate.ErdosRenyi;
import org.einfluss.math.IntList;
import org.einfluss.math.RandomStream;

/** Datasets with cascades. */
final class SmallCascades {
    private SmallCascades() {}

    static Dataset dataset(Graph graph, AdoptionLog log) {
        DatasetDescriptor descriptor = new DatasetDescriptor(
                "small",
                "Small cascades",
                "For tests.",
                "here",
                "CC0-1.0",
                List.of(),
                List.of(),
                "none",
                Direction.MUTUAL,
                "");
        return new Dataset(descriptor, Network.of(graph), List.of(log));
    }

    static AdoptionLog log(int cascades, int[] cascade, int[] node, double[] time) {
        return new AdoptionLog("adoption", "adoptions", "days", cascades, cascade, node, time, new int[0], Double.NaN);
    }

    /** Twelve cascades, each a walk over the neighbours of those who adopted, on 40 nodes. */
    static Dataset random() {
        Graph graph = ErdosRenyi.gnm(40, 120, new RandomStream(5));
        RandomStream random = new RandomStream(6);
        IntList cascade = new IntList();
        IntList node = new IntList();
        IntList time = new IntList();
        for (int c = 0; c < 12; c++) {
            boolean[] in = new boolean[40];
            int first = node.size();
            int size = 3 + random.nextInt(12);
            for (int t = 0; t < size; t++) {
                int v = random.nextInt(40);
                if (t > 0 && random.nextDouble() < 0.9) {
                    int from = node.get(first + random.nextInt(node.size() - first));
                    v = graph.outDegree(from) == 0
                            ? v
                            : graph.target(graph.arcBegin(from) + random.nextInt(graph.outDegree(from)));
                }
                if (!in[v]) {
                    in[v] = true;
                    cascade.add(c);
                    node.add(v);
                    time.add(t);
                }
            }
        }
        double[] times = new double[time.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = time.get(i);
        }
        return dataset(graph, log(12, cascade.toArray(), node.toArray(), times));
    }

    /** u–v, u–w, v–x, w–x, adopted in the order u, v, w, x; then alone in a second cascade: x. */
    static Dataset diamond() {
        GraphBuilder graph = new GraphBuilder(4, false);
        graph.add(0, 1);
        graph.add(0, 2);
        graph.add(1, 3);
        graph.add(2, 3);
        return dataset(
                graph.build().graph(),
                log(2, new int[] {0, 0, 0, 0, 1}, new int[] {0, 1, 2, 3, 3}, new double[] {0, 1, 2, 3, 0}));
    }
}
