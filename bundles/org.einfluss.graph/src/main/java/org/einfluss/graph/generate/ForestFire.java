package org.einfluss.graph.generate;

import java.util.Arrays;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;
import org.einfluss.math.IntList;
import org.einfluss.math.RandomStream;

/**
 * Draws growing networks in which a newcomer's ties spread from one acquaintance to the next like a fire.
 *
 * <p>J. Leskovec, J. Kleinberg and C. Faloutsos 2007, Graph evolution: densification and shrinking diameters
 * (doi:10.1145/1217299.1217301). A new node ties itself to a random older one, its ambassador. From each node it has tied
 * itself to it goes on to x of those that node had tied itself to, and to y of those that had tied themselves to it, as
 * far as they are not reached yet; x and y are geometric with means p/(1 − p) and rp/(1 − rp).
 */
public final class ForestFire {
    /** A fire that burns a share of all nodes makes nearly complete graphs, in time that grows with the cube of their size. */
    private static final int MOST_TIES_PER_NODE = 100;

    private static final int LARGEST_TIES = (Integer.MAX_VALUE - 8) / 2;

    private final double stopForward;
    private final double stopBackward;
    private final RandomStream random;
    /** Ties in the order they are made; those of node v are ownBegin[v] … ownBegin[v + 1] − 1. */
    private final IntList older = new IntList();

    private final int[] ownBegin;
    private final IntList younger = new IntList();
    /** Ties to a node as a list: the latest, and for each tie the one before. */
    private final int[] latest;

    private final IntList before = new IntList();
    private final int[] burntBy;
    private final IntList candidates = new IntList();
    private final int most;

    private ForestFire(int nodes, double forward, double backward, RandomStream random) {
        most = (int) Math.min(LARGEST_TIES, (long) MOST_TIES_PER_NODE * nodes);
        stopForward = 1 - forward;
        stopBackward = 1 - forward * backward;
        this.random = random;
        ownBegin = new int[nodes + 1];
        latest = new int[nodes];
        burntBy = new int[nodes];
        Arrays.fill(latest, -1);
        Arrays.fill(burntBy, -1);
    }

    /**
     * Draws a network.
     *
     * @param nodes number of nodes n, at least 0
     * @param forward probability p of burning on along a tie, in [0, 1); 0 gives a random recursive tree
     * @param backward ratio r of burning against a tie to burning along it, in [0, 1]
     * @param directed whether ties stay directed: from the older node, which the newcomer listens to, to the newcomer
     * @param random consumes about two words per tie
     * @return a simple connected graph
     * @throws IllegalArgumentException when the fire does not die out: more than 100 ties per node
     * @implNote time in proportion to the degrees of the nodes that burn; it grows steeply once the fire no longer dies
     *     out, about p(1 + r) = 1
     */
    public static Graph draw(int nodes, double forward, double backward, boolean directed, RandomStream random) {
        ErdosRenyi.check(nodes);
        if (!(forward >= 0 && forward < 1 && backward >= 0 && backward <= 1)) {
            throw new IllegalArgumentException(
                    "Forward probability must lie in [0, 1) and backward ratio in [0, 1], were " + forward + " and "
                            + backward);
        }
        ForestFire fire = new ForestFire(nodes, forward, backward, random);
        for (int v = 1; v < nodes; v++) {
            fire.join(v);
        }
        GraphBuilder builder = new GraphBuilder(nodes, directed, fire.older.size());
        for (int tie = 0; tie < fire.older.size(); tie++) {
            builder.add(fire.older.get(tie), fire.younger.get(tie));
        }
        return builder.build().graph();
    }

    private void join(int v) {
        ownBegin[v] = older.size();
        burntBy[v] = v;
        reach(v, random.nextInt(v));
        for (int next = ownBegin[v]; next < older.size(); next++) {
            int w = older.get(next);
            candidates.clear();
            for (int tie = ownBegin[w]; tie < ownBegin[w + 1]; tie++) {
                consider(older.get(tie), v);
            }
            reachSome(v, random.nextGeometric(stopForward));
            candidates.clear();
            for (int tie = latest[w]; tie >= 0; tie = before.get(tie)) {
                consider(younger.get(tie), v);
            }
            reachSome(v, random.nextGeometric(stopBackward));
        }
        // Only now, so that the newcomer's own ties are no way back for its fire.
        for (int tie = ownBegin[v]; tie < older.size(); tie++) {
            before.add(latest[older.get(tie)]);
            latest[older.get(tie)] = tie;
        }
        ownBegin[v + 1] = older.size();
    }

    private void consider(int node, int newcomer) {
        if (burntBy[node] != newcomer) {
            candidates.add(node);
        }
    }

    /** Reaches so many of the candidates, all choices equally likely. */
    private void reachSome(int v, int number) {
        for (int i = 0; i < Math.min(number, candidates.size()); i++) {
            int j = i + random.nextInt(candidates.size() - i);
            int picked = candidates.get(j);
            candidates.set(j, candidates.get(i));
            candidates.set(i, picked);
            reach(v, picked);
        }
    }

    private void reach(int v, int node) {
        if (older.size() == most) {
            throw new IllegalArgumentException("The fire made more than " + MOST_TIES_PER_NODE
                    + " ties per node; choose fewer nodes, a smaller forward probability or a smaller backward ratio");
        }
        burntBy[node] = v;
        older.add(node);
        younger.add(v);
    }
}
