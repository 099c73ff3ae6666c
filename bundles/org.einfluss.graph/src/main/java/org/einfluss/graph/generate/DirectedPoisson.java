package org.einfluss.graph.generate;

import java.util.Arrays;
import org.einfluss.graph.Graph;
import org.einfluss.math.IntList;
import org.einfluss.math.RandomStream;

/**
 * Draws directed random graphs whose in- and out-degrees are independent and, for large n, Poisson.
 *
 * <p>This is the directed G(n, p) with p = z / (n − 1): each ordered pair u ≠ v is an arc with probability p,
 * independently. A node listens to a Poisson(z) number of sources and is heard by an independent Poisson(z) number of
 * nodes.
 */
public final class DirectedPoisson {
    private static final int LARGEST_ARCS = Integer.MAX_VALUE - 8;

    private DirectedPoisson() {}

    /**
     * Draws a directed random graph of a given mean degree.
     *
     * @param nodes number of nodes n, at least 1
     * @param meanDegree expected out-degree z (= expected in-degree), from 0 to n − 1
     * @param random consumes about one word per arc
     * @return a simple directed graph
     * @implNote O(n + m) by geometric jumps.
     */
    public static Graph draw(int nodes, double meanDegree, RandomStream random) {
        double scale = RandomStream.skipScale(ErdosRenyi.probability(nodes, meanDegree));
        double expected = meanDegree * nodes;
        if (expected > LARGEST_ARCS) {
            throw new IllegalArgumentException("A graph holds at most " + LARGEST_ARCS + " arcs, about "
                    + (long) expected + " are asked for; choose fewer nodes or a smaller degree");
        }
        IntList targets = new IntList((int) Math.min(LARGEST_ARCS, expected + 4 * Math.sqrt(expected) + 16));
        int[] offset = new int[nodes + 1];
        long left = (long) nodes * (nodes - 1);
        int u = 0;
        long place = 0;
        while (true) {
            long skip = random.nextSkip(scale);
            if (skip >= left) {
                break;
            }
            left -= skip + 1;
            place += skip;
            while (place >= nodes - 1) {
                place -= nodes - 1;
                offset[++u] = targets.size();
            }
            int v = (int) place;
            targets.add(v < u ? v : v + 1);
            place++;
        }
        Arrays.fill(offset, u + 1, nodes + 1, targets.size());
        return Graph.ofCanonical(true, true, offset, targets.toArray());
    }
}
