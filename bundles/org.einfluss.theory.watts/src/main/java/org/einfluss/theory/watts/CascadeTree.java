package org.einfluss.theory.watts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.einfluss.graph.measure.TreeShape;

/**
 * One tree of a cascade.
 *
 * @param group what it belongs to: a design point, or nothing for a dataset
 * @param cascade number of the cascade (of the run) within the group
 * @param unit network draw, or cascade: what is independent of what
 * @param root node that began it
 * @param shape size, depth and Wiener index
 * @param parent parents of its nodes in order of adoption, the root first with −1; empty for trees too small or large to be shown
 */
record CascadeTree(String group, int cascade, int unit, int root, TreeShape shape, int[] parent) {
    static final int LEAST_SHOWN = 6;
    static final int MOST_SHOWN = 200;

    /**
     * Splits the forest of one cascade into its trees.
     *
     * @param nodes the adopters in order of adoption
     * @param parent for each the position of its parent, which adopted before it; −1 for roots
     */
    static List<CascadeTree> ofForest(String group, int cascade, int unit, int[] nodes, int[] parent) {
        List<CascadeTree> trees = new ArrayList<>();
        int[] root = new int[parent.length];
        for (int i = 0; i < parent.length; i++) {
            root[i] = parent[i] < 0 ? i : root[parent[i]];
        }
        int[] place = new int[parent.length];
        for (TreeShape shape : TreeShape.ofForest(parent)) {
            boolean shown = shape.size() >= LEAST_SHOWN && shape.size() <= MOST_SHOWN;
            int[] own = new int[shown ? shape.size() : 0];
            for (int i = shape.root(), size = 0; shown && size < own.length; i++) {
                if (root[i] == shape.root()) {
                    own[size] = parent[i] < 0 ? -1 : place[parent[i]];
                    place[i] = size++;
                }
            }
            trees.add(new CascadeTree(group, cascade, unit, nodes[shape.root()], shape, own));
        }
        return trees;
    }

    /** Star: one broadcast. */
    static double star(int n) {
        return 2 * (n - 1.0) / n;
    }

    /** Path: a chain. */
    static double path(int n) {
        return (n + 1.0) / 3;
    }

    /** Mean of random recursive trees, where each newcomer chooses its parent at random: E[W] = n(n+1)H_n − 2n². */
    static double randomRecursive(int n) {
        double harmonic = 0;
        for (int k = n; k >= 1; k--) {
            harmonic += 1.0 / k;
        }
        return 2 * ((n + 1.0) * harmonic - 2.0 * n) / (n - 1.0);
    }

    /** Mean of uniform labelled trees: Σ k (k+1) (n−2)! / (n−k−1)! n^{−k}. */
    static double uniformLabelled(int n) {
        double sum = 0;
        double term = 1.0 / n;
        for (int k = 1; k < n; k++) {
            sum += k * (k + 1.0) * term;
            term *= (n - k - 1.0) / n;
        }
        return sum;
    }

    /**
     * Lays the tree out on a disc: the root in the middle, each generation on a circle, subtrees side by side.
     *
     * @return x and y of each node in [−1, 1]
     */
    double[][] layout() {
        int n = parent.length;
        int[] depth = new int[n];
        int[] leaves = new int[n];
        int deepest = 1;
        for (int i = 1; i < n; i++) {
            depth[i] = depth[parent[i]] + 1;
            deepest = Math.max(deepest, depth[i]);
        }
        boolean[] inner = new boolean[n];
        for (int i = n - 1; i >= 0; i--) {
            leaves[i] += inner[i] ? 0 : 1;
            if (i > 0) {
                inner[parent[i]] = true;
                leaves[parent[i]] += leaves[i];
            }
        }
        double[] from = new double[n];
        double[] next = new double[n];
        double[][] at = new double[2][n];
        for (int i = 1; i < n; i++) {
            from[i] = next[parent[i]];
            next[parent[i]] += leaves[i];
            next[i] = from[i];
            double angle = 2 * Math.PI * (from[i] + leaves[i] / 2.0) / leaves[0];
            double radius = (double) depth[i] / deepest;
            at[0][i] = radius * StrictMath.cos(angle);
            at[1][i] = radius * StrictMath.sin(angle);
        }
        return at;
    }

    /** Up to {@code count} trees that can be shown, evenly spread over the order of virality. */
    static List<CascadeTree> gallery(List<CascadeTree> trees, int count) {
        CascadeTree[] shown = trees.stream()
                .filter(tree -> tree.parent().length > 0)
                .sorted(java.util.Comparator.comparingDouble(
                                (CascadeTree tree) -> tree.shape().virality())
                        .thenComparingInt(tree -> tree.shape().size())
                        .thenComparing(CascadeTree::group)
                        .thenComparingInt(CascadeTree::cascade)
                        .thenComparingInt(CascadeTree::root))
                .toArray(CascadeTree[]::new);
        if (shown.length <= count) {
            return Arrays.asList(shown);
        }
        List<CascadeTree> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(shown[(int) Math.round(i * (shown.length - 1.0) / (count - 1))]);
        }
        return chosen;
    }
}
