package org.einfluss.workbench.network;

import java.util.Arrays;
import org.einfluss.graph.Graph;

/**
 * Places the nodes of a network in the plane so that linked nodes are near each other and all others apart.
 *
 * <p>Fruchterman and Reingold (1991, doi:10.1002/spe.4380211102): nodes repel each other with 1/d, links pull with d², in units of the ideal
 * length of a link; no node moves farther than the temperature, which falls to zero. The repulsion of far groups is that of their centre
 * of mass (Barnes and Hut 1986, doi:10.1038/324446a0), with opening angle {@value #OPENING}. A weak pull to the centre keeps components
 * together. Begins on a spiral in the order of a breadth-first search from the nodes of highest degree, so that nothing is random: the
 * same network is always drawn alike.
 *
 * <p>O((n log n + m) · steps) time, O(n) space. Not thread-safe.
 */
public final class ForceLayout {
    private static final double OPENING = 1.1;
    private static final double GRAVITY = 0.6;
    private static final double GOLDEN_ANGLE = StrictMath.PI * (3 - StrictMath.sqrt(5));

    private final Graph graph;
    private final int n;
    private final int steps;
    private final double[] x;
    private final double[] y;
    private final double[] pullX;
    private final double[] pullY;
    private final Quadtree tree;
    private int done;

    /**
     * Begins a layout.
     *
     * @param graph the graph; the direction of arcs does not matter
     */
    public ForceLayout(Graph graph) {
        this.graph = graph;
        n = graph.nodes();
        steps = n <= 2000 ? 250 : n <= 10_000 ? 120 : 60;
        x = new double[n];
        y = new double[n];
        pullX = new double[n];
        pullY = new double[n];
        tree = new Quadtree(n);
        int[] order = order(graph);
        for (int i = 0; i < n; i++) {
            double radius = 0.9 * StrictMath.sqrt(i + 0.5);
            x[order[i]] = radius * StrictMath.cos(i * GOLDEN_ANGLE);
            y[order[i]] = radius * StrictMath.sin(i * GOLDEN_ANGLE);
        }
    }

    /** Breadth first from the node of highest degree, then from that of the highest degree not yet reached, and so on. */
    private static int[] order(Graph graph) {
        int n = graph.nodes();
        long[] byDegree = new long[n];
        for (int u = 0; u < n; u++) {
            byDegree[u] = ((long) (graph.arcs() - graph.outDegree(u)) << 32) | u;
        }
        Arrays.sort(byDegree);
        int[] order = new int[n];
        boolean[] reached = new boolean[n];
        int head = 0;
        int tail = 0;
        for (long start : byDegree) {
            int root = (int) start;
            if (!reached[root]) {
                reached[root] = true;
                order[tail++] = root;
            }
            while (head < tail) {
                int u = order[head++];
                for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                    int v = graph.target(a);
                    if (!reached[v]) {
                        reached[v] = true;
                        order[tail++] = v;
                    }
                }
            }
        }
        return order;
    }

    /**
     * Moves all nodes once.
     *
     * @return false once the layout is done
     */
    public boolean step() {
        if (done >= steps || n < 2) {
            return false;
        }
        Arrays.fill(pullX, 0);
        Arrays.fill(pullY, 0);
        tree.build(x, y);
        for (int u = 0; u < n; u++) {
            tree.repel(u, x, y, OPENING, pullX, pullY);
            pullX[u] -= GRAVITY * x[u];
            pullY[u] -= GRAVITY * y[u];
        }
        for (int u = 0; u < n; u++) {
            for (int a = graph.arcBegin(u), end = graph.arcEnd(u); a < end; a++) {
                int v = graph.target(a);
                double dx = x[v] - x[u];
                double dy = y[v] - y[u];
                double distance = StrictMath.sqrt(dx * dx + dy * dy);
                // both arcs of an undirected link pull, each by half
                double force = graph.isDirected() ? distance : distance / 2;
                pullX[u] += dx * force;
                pullY[u] += dy * force;
                pullX[v] -= dx * force;
                pullY[v] -= dy * force;
            }
        }
        double temperature = 0.12 * StrictMath.sqrt(n) * StrictMath.pow(1 - (double) done / steps, 1.5) + 0.01;
        for (int u = 0; u < n; u++) {
            double length = StrictMath.sqrt(pullX[u] * pullX[u] + pullY[u] * pullY[u]);
            if (length > 0) {
                double move = Math.min(length, temperature) / length;
                x[u] += pullX[u] * move;
                y[u] += pullY[u] * move;
            }
        }
        done++;
        return done < steps;
    }

    /** Returns the share of the work that is done, in [0, 1]. */
    public double progress() {
        return n < 2 ? 1 : (double) done / steps;
    }

    /** Returns where the nodes are now, as a copy. */
    public Positions positions() {
        float[] xs = new float[n];
        float[] ys = new float[n];
        for (int u = 0; u < n; u++) {
            xs[u] = (float) x[u];
            ys[u] = (float) y[u];
        }
        return new Positions(xs, ys);
    }

    /**
     * Where nodes are, in units of the ideal length of a link. The arrays belong to whoever holds it.
     *
     * @param x horizontal, per node
     * @param y vertical, per node
     */
    public record Positions(float[] x, float[] y) {}
}
