package org.einfluss.seeding;

import org.einfluss.api.Described;
import org.einfluss.api.Param;
import org.einfluss.api.Progress;
import org.einfluss.api.model.Seeding;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.service.component.annotations.Component;

/**
 * Chooses nodes that stand close together: a random one, then those it reaches over one arc, over two, and so on.
 *
 * <p>Those of one node are taken in order of number. Where an arc's way ends before there are enough, another random node starts anew. Clustered
 * seeds reinforce each other, which contagions that need several contacts ask for (D. Centola and M. Macy 2007, doi:10.1086/521848).
 */
@Component(service = Seeding.class)
@Described(
        id = "neighbourhood",
        name = "A node and its neighbours",
        summary = "A random node, its neighbours, their neighbours, and so on.",
        cite = "doi:10.1086/521848")
public final class NeighbourhoodSeeds implements Seeding<NeighbourhoodSeeds.Parameters> {
    /** For the registry, and for use as a plain library. */
    public NeighbourhoodSeeds() {}

    /**
     * Parameters of the seeding.
     *
     * @param size number of seeds, or their budget
     */
    public record Parameters(
            @Param(value = "Size", initial = "1", help = "A number of seeds, or a budget: {kind: budget, amount: 100}")
            Size size) {}

    @Override
    public Seeds bind(Parameters parameters, Network network, Progress progress) {
        return Purchase.seeds(parameters.size(), network, new BreadthFirst(network.graph()), network.nodes());
    }

    private static final class BreadthFirst implements Order {
        private final Graph graph;
        private final Ranking starts;
        private final int[] queue;
        private final boolean[] queued;
        private int head;
        private int tail;

        BreadthFirst(Graph graph) {
            this.graph = graph;
            starts = Ranking.random(graph.nodes());
            queue = new int[graph.nodes()];
            queued = new boolean[graph.nodes()];
        }

        @Override
        public void begin(RandomStream random) {
            starts.begin(random);
            for (int i = 0; i < tail; i++) {
                queued[queue[i]] = false;
            }
            head = 0;
            tail = 0;
        }

        @Override
        public int next() {
            if (head == tail) {
                int start = starts.next();
                while (start >= 0 && queued[start]) {
                    start = starts.next();
                }
                if (start < 0) {
                    return -1;
                }
                enqueue(start);
            }
            int node = queue[head++];
            for (int a = graph.arcBegin(node), end = graph.arcEnd(node); a < end; a++) {
                if (!queued[graph.target(a)]) {
                    enqueue(graph.target(a));
                }
            }
            return node;
        }

        private void enqueue(int node) {
            queued[node] = true;
            queue[tail++] = node;
        }
    }
}
