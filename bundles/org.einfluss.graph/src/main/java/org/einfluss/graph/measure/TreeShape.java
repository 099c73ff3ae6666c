package org.einfluss.graph.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * The shape of a rooted tree: its size, its depth, and the sum of the distances between its nodes.
 *
 * <p>Structural virality ν is the mean distance over all ordered pairs of different nodes, 2W / (n (n − 1)) (S. Goel, A. Anderson, J.
 * Hofman and D. J. Watts 2016, doi:10.1287/mnsc.2015.2158), W being the Wiener index: a broadcast (star) has 2 (n − 1)/n, a chain (path)
 * (n + 1)/3.
 *
 * @param root the root, as numbered in the forest
 * @param size number of nodes n
 * @param depth links from the root to the farthest node
 * @param wiener W, the sum of distances over unordered pairs; exact up to 2⁵³, beyond that to rounding
 */
public record TreeShape(int root, int size, int depth, double wiener) {
    /**
     * Measures every tree of a forest.
     *
     * <p>W is the sum of s (n − s) over all links, s being the nodes below a link: the link is on that many paths.
     *
     * @param parent the parent of each node, −1 for roots; read only
     * @return the trees in ascending order of their roots
     * @throws IllegalArgumentException naming a node that is its own ancestor, or a parent that is no node
     * @implNote O(n): leaves are taken off one after the other.
     */
    public static List<TreeShape> ofForest(int[] parent) {
        int n = parent.length;
        int[] children = new int[n];
        for (int v = 0; v < n; v++) {
            if (parent[v] < -1 || parent[v] >= n) {
                throw new IllegalArgumentException(
                        "Parents must lie in [-1, " + n + "), that of node " + v + " was " + parent[v]);
            }
            if (parent[v] >= 0) {
                children[parent[v]]++;
            }
        }
        int[] order = new int[n];
        int taken = 0;
        for (int v = 0; v < n; v++) {
            if (children[v] == 0) {
                order[taken++] = v;
            }
        }
        for (int i = 0; i < taken; i++) {
            int up = parent[order[i]];
            if (up >= 0 && --children[up] == 0) {
                order[taken++] = up;
            }
        }
        if (taken < n) {
            int v = 0;
            while (children[v] == 0) {
                v++;
            }
            throw new IllegalArgumentException("Node " + v + " is its own ancestor or has one that is: not a forest");
        }
        int[] root = new int[n];
        for (int i = n - 1; i >= 0; i--) {
            int v = order[i];
            root[v] = parent[v] < 0 ? v : root[parent[v]];
        }
        int[] below = new int[n];
        int[] depth = new int[n];
        for (int i = 0; i < n; i++) {
            int v = order[i];
            below[v]++;
            if (parent[v] >= 0) {
                below[parent[v]] += below[v];
                depth[parent[v]] = Math.max(depth[parent[v]], depth[v] + 1);
            }
        }
        double[] wiener = new double[n];
        for (int i = 0; i < n; i++) {
            int v = order[i];
            if (parent[v] >= 0) {
                wiener[root[v]] += (double) below[v] * (below[root[v]] - below[v]);
            }
        }
        List<TreeShape> trees = new ArrayList<>();
        for (int v = 0; v < n; v++) {
            if (parent[v] < 0) {
                trees.add(new TreeShape(v, below[v], depth[v], wiener[v]));
            }
        }
        return trees;
    }

    /** Returns the structural virality ν; NaN for a single node, where there is no pair. */
    public double virality() {
        return size < 2 ? Double.NaN : 2 * wiener / ((double) size * (size - 1));
    }
}
