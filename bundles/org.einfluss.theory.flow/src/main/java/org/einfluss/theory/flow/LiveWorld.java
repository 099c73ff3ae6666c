package org.einfluss.theory.flow;

import java.util.Arrays;
import org.einfluss.api.model.Run;
import org.einfluss.graph.Graph;
import org.einfluss.math.Coins;

/**
 * One world of an independent cascade, in which the coins of all arcs have fallen: who adopts when, and how many adopt only through whom.
 *
 * <p>Whom the seeds reach along live arcs adopts (D. Kempe, J. Kleinberg and É. Tardos 2003, doi:10.1145/956750.956769). With node s blocked and the same
 * coins those are lost whose every path from a seed leads through s: the nodes below s in the tree of dominators. One search gives the losses of all nodes, where
 * a rerun for each would take n searches.
 */
final class LiveWorld {
    private final Graph graph;
    private final double[] chance;
    /** By node its step of adoption; infinite for the others. */
    final double[] time;
    /** Adopters in the order of their steps. */
    final int[] order;
    /** Whether a node was a seed. */
    final boolean[] seed;

    int size;
    /** By place in the order: adoptions that are lost without it, its own included. */
    private final int[] below;

    private final int[] place;
    private final int[] dominator;
    private final int[] from;
    private final int[] to;

    LiveWorld(Graph graph, double[] chance) {
        this.graph = graph;
        this.chance = chance;
        int n = graph.nodes();
        time = new double[n];
        Arrays.fill(time, Double.POSITIVE_INFINITY);
        order = new int[n];
        seed = new boolean[n];
        below = new int[n];
        place = new int[n];
        dominator = new int[n];
        from = new int[graph.arcs()];
        to = new int[graph.arcs()];
    }

    /** Lets the cascade of a run go from seeds, which must be different nodes; the coins are those of the model {@code independent-cascade}. */
    void draw(Run run, int[] seeds) {
        for (int i = 0; i < size; i++) {
            time[order[i]] = Double.POSITIVE_INFINITY;
            seed[order[i]] = false;
        }
        size = 0;
        for (int s : seeds) {
            seed[s] = true;
            reach(s, 0, -1);
        }
        int live = 0;
        long coins = run.coinKey();
        for (int i = 0; i < size; i++) {
            int u = order[i];
            for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                if (Coins.flip(coins, a, 0, chance[a])) {
                    int v = graph.target(a);
                    if (time[v] == Double.POSITIVE_INFINITY) {
                        reach(v, time[u] + 1, i);
                    }
                    from[live] = i;
                    to[live++] = place[v];
                }
            }
        }
        dominate(live);
    }

    private void reach(int node, double at, int by) {
        time[node] = at;
        place[node] = size;
        dominator[size] = by;
        order[size++] = node;
    }

    /**
     * Finds immediate dominators by lowering each to the common ancestor with every live source until nothing changes: K. D. Cooper,
     * T. J. Harvey and K. Kennedy 2001, A simple, fast dominance algorithm. Invariant: a dominator stands before whom it dominates, and all true
     * dominators of a node are among its ancestors in the present tree. −1 is the root, which leads to the seeds.
     */
    private void dominate(int live) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < live; i++) {
                int common = dominator[to[i]];
                int other = from[i];
                while (common != other) {
                    if (common > other) {
                        common = dominator[common];
                    } else {
                        other = dominator[other];
                    }
                }
                changed |= common != dominator[to[i]];
                dominator[to[i]] = common;
            }
        }
        Arrays.fill(below, 0, size, 1);
        for (int i = size - 1; i >= 0; i--) {
            if (dominator[i] >= 0) {
                below[dominator[i]] += below[i];
            }
        }
    }

    /** Returns how many other adoptions are lost without the adopter at a place in the order. */
    int lost(int at) {
        return below[at] - 1;
    }

    /** Returns whether the adopter at a place is lost without some other node that is no seed. */
    boolean hangsOnOne(int at) {
        return dominator[at] >= 0 && !seed[order[dominator[at]]];
    }
}
