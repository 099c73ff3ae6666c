package org.einfluss.seeding;

import org.einfluss.api.InputException;
import org.einfluss.api.model.Seeding.Seeds;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.math.IntList;
import org.einfluss.math.RandomStream;

/**
 * Nodes in order of falling out-degree, from which nodes between two ranks are drawn; ties are broken at random in every run.
 *
 * <p>A rank is drawn uniformly between the two (real) ends, so that the node a fractional end cuts through counts in part; the rank's
 * degree then gives the class, and of its nodes each is as likely as any other.
 */
final class InfluenceRanking {
    /** Nodes by falling degree, of equal ones in order of number. */
    private final int[] order;
    /** Begin and end in the order of the class that holds a rank. */
    private final int[] classBegin;

    private final int[] classEnd;

    InfluenceRanking(Graph graph) {
        int n = graph.nodes();
        int most = 0;
        for (int v = 0; v < n; v++) {
            most = Math.max(most, graph.outDegree(v));
        }
        int[] next = new int[most + 2];
        for (int v = 0; v < n; v++) {
            next[most - graph.outDegree(v) + 1]++;
        }
        for (int k = 0; k <= most; k++) {
            next[k + 1] += next[k];
        }
        order = new int[n];
        classBegin = new int[n];
        classEnd = new int[n];
        for (int k = 0; k <= most; k++) {
            for (int i = next[k]; i < next[k + 1]; i++) {
                classBegin[i] = next[k];
                classEnd[i] = next[k + 1];
            }
        }
        for (int v = 0; v < n; v++) {
            order[next[most - graph.outDegree(v)]++] = v;
        }
    }

    /**
     * Draws nodes with ranks in [from · n, to · n): a number of them, or as many as a budget buys.
     *
     * @param what whom the seeding asks for, for the message
     */
    Seeds between(double from, double to, Size size, Network network, String what) {
        if (size instanceof Size.Count count) {
            return between(from, to, count.nodes(), what);
        }
        int n = order.length;
        int possible = possible(to * n - from * n);
        return Purchase.seeds(size, network, new Band(from * n, to * n - from * n, possible), possible);
    }

    /** Whole ranks can always be filled with different nodes; a fractional one is never needed. */
    private int possible(double width) {
        return order.length == 0 ? 0 : (int) Math.max(1, Math.floor(width + 1e-9));
    }

    /** Nodes of the ranks between two ends, in random order. */
    private final class Band implements Order {
        private final double first;
        private final double width;
        private final int[] ranks;
        private final int[] nodes;
        private final boolean[] rankTaken = new boolean[order.length];
        private final boolean[] nodeTaken = new boolean[order.length];
        private int given;
        private RandomStream random;

        Band(double first, double width, int possible) {
            this.first = first;
            this.width = width;
            ranks = new int[possible];
            nodes = new int[possible];
        }

        @Override
        public void begin(RandomStream stream) {
            random = stream;
            while (given > 0) {
                given--;
                rankTaken[ranks[given]] = false;
                nodeTaken[nodes[given]] = false;
            }
        }

        @Override
        public int next() {
            if (given == ranks.length) {
                return -1;
            }
            int rank = rank(random, first, width);
            while (rankTaken[rank]) {
                rank = rank(random, first, width);
            }
            int begin = classBegin[rank];
            int node = order[begin + random.nextInt(classEnd[rank] - begin)];
            while (nodeTaken[node]) {
                node = order[begin + random.nextInt(classEnd[rank] - begin)];
            }
            rankTaken[rank] = true;
            nodeTaken[node] = true;
            ranks[given] = rank;
            nodes[given++] = node;
            return node;
        }
    }

    /**
     * Draws {@code size} nodes with ranks in [from · n, to · n).
     *
     * @param what whom the seeding asks for, for the message
     */
    Seeds between(double from, double to, int size, String what) {
        int n = order.length;
        double first = from * n;
        double width = to * n - first;
        int possible = possible(width);
        if (size > possible) {
            throw new InputException("Seeding asks for " + size + " seeds out of " + what + ", but these are "
                    + possible + " of the network's " + n + " nodes; ask for fewer seeds or a larger share");
        }
        boolean[] rankTaken = new boolean[size > 1 ? n : 0];
        boolean[] nodeTaken = new boolean[size > 1 ? n : 0];
        int[] ranks = new int[size];
        return (RandomStream random, IntList into) -> {
            for (int i = 0; i < size; i++) {
                int rank = rank(random, first, width);
                while (size > 1 && rankTaken[rank]) {
                    rank = rank(random, first, width);
                }
                int begin = classBegin[rank];
                int node = order[begin + random.nextInt(classEnd[rank] - begin)];
                while (size > 1 && nodeTaken[node]) {
                    node = order[begin + random.nextInt(classEnd[rank] - begin)];
                }
                if (size > 1) {
                    rankTaken[rank] = true;
                    nodeTaken[node] = true;
                }
                ranks[i] = rank;
                into.add(node);
            }
            for (int i = 0; i < size && size > 1; i++) {
                rankTaken[ranks[i]] = false;
                nodeTaken[into.get(i)] = false;
            }
        };
    }

    private int rank(RandomStream random, double first, double width) {
        return (int) Math.min(order.length - 1.0, first + width * random.nextDouble());
    }
}
