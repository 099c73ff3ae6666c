package org.einfluss.graph.generate;

import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;

/**
 * Builds regular graphs without chance: rings, stars, paths, complete graphs and grids. All are simple and undirected.
 */
public final class Lattices {
    private Lattices() {}

    /**
     * Builds a ring in which every node is tied to its nearest neighbours on both sides.
     *
     * @param nodes number of nodes n, above {@code neighbours}
     * @param neighbours degree K of every node: even, at least 0 (2 is the plain ring)
     * @return the ring, nK/2 edges
     */
    public static Graph ring(int nodes, int neighbours) {
        checkRing(nodes, neighbours);
        GraphBuilder builder = new GraphBuilder(nodes, false, nodes * (neighbours / 2));
        for (int u = 0; u < nodes; u++) {
            for (int d = 1; d <= neighbours / 2; d++) {
                builder.add(u, (int) ((u + (long) d) % nodes));
            }
        }
        return builder.build().graph();
    }

    /**
     * Builds a star with node 0 in the centre.
     *
     * @param nodes number of nodes n, at least 0
     * @return the star, n − 1 edges
     */
    public static Graph star(int nodes) {
        ErdosRenyi.check(nodes);
        GraphBuilder builder = new GraphBuilder(nodes, false, nodes);
        for (int u = 1; u < nodes; u++) {
            builder.add(0, u);
        }
        return builder.build().graph();
    }

    /**
     * Builds a path 0 – 1 – … – (n−1).
     *
     * @param nodes number of nodes n, at least 0
     * @return the path, n − 1 edges
     */
    public static Graph path(int nodes) {
        ErdosRenyi.check(nodes);
        GraphBuilder builder = new GraphBuilder(nodes, false, nodes);
        for (int u = 1; u < nodes; u++) {
            builder.add(u - 1, u);
        }
        return builder.build().graph();
    }

    /**
     * Builds the complete graph.
     *
     * @param nodes number of nodes n, from 0 to 46,340
     * @return all n(n − 1)/2 edges
     */
    public static Graph complete(int nodes) {
        ErdosRenyi.check(nodes);
        if (nodes > 46_340) {
            throw new IllegalArgumentException(
                    "A complete graph has at most 46340 nodes here (2^31 arcs), was " + nodes);
        }
        int[] offset = new int[nodes + 1];
        int[] target = new int[nodes * Math.max(0, nodes - 1)];
        int a = 0;
        for (int u = 0; u < nodes; u++) {
            for (int v = 0; v < nodes; v++) {
                if (v != u) {
                    target[a++] = v;
                }
            }
            offset[u + 1] = a;
        }
        return Graph.ofCanonical(false, true, offset, target);
    }

    /**
     * Builds a rectangular grid with ties up, down, left and right.
     *
     * <p>The node in row r and column c is {@code r · columns + c}.
     *
     * @param rows number of rows, at least 1
     * @param columns number of columns, at least 1
     * @param torus whether the borders are joined; ties that would be doubled or self-loops (sides shorter than 3)
     *     appear once or not
     * @return the grid
     */
    public static Graph grid(int rows, int columns, boolean torus) {
        if (rows < 1 || columns < 1 || (long) rows * columns > Integer.MAX_VALUE / 4) {
            throw new IllegalArgumentException(
                    "A grid needs at least one row and column and at most 2^29 nodes, was " + rows + " x " + columns);
        }
        GraphBuilder builder = new GraphBuilder(rows * columns, false, 2 * rows * columns);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (torus || c + 1 < columns) {
                    builder.add(r * columns + c, r * columns + (c + 1) % columns);
                }
                if (torus || r + 1 < rows) {
                    builder.add(r * columns + c, (r + 1) % rows * columns + c);
                }
            }
        }
        return builder.build().graph();
    }

    static void checkRing(int nodes, int neighbours) {
        if (neighbours < 0
                || (neighbours & 1) != 0
                || nodes <= neighbours
                || (long) nodes * neighbours > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "A ring needs an even number of neighbours below the number of nodes, was neighbours = "
                            + neighbours + ", nodes = " + nodes);
        }
    }
}
