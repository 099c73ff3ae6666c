package org.einfluss.graph.generate;

import org.einfluss.graph.Column;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;

/**
 * Draws networks of communities: ties depend on the blocks of their two ends only.
 *
 * <p>P. W. Holland, K. B. Laskey and S. Leinhardt 1983 (doi:10.1016/0378-8733(83)90021-7).
 */
public final class StochasticBlockModel {
    /** Name of the node column that holds each node's block. */
    public static final String BLOCK = "block";

    private StochasticBlockModel() {}

    /**
     * Draws a network of blocks.
     *
     * <p>Nodes are numbered block by block. The number of edges between blocks b ≠ c is binomial(n_b n_c, p_bc), within
     * block b it is binomial(n_b(n_b − 1)/2, p_bb), all independent.
     *
     * @param sizes number of nodes of each block, at least 0; read only
     * @param probability symmetric matrix p: probability of each edge by the blocks of its ends, in [0, 1]; read only
     * @param random consumes about one word per edge
     * @return a simple undirected graph with the node column {@link #BLOCK} (integers from 0)
     * @throws IllegalArgumentException when the matrix does not fit the blocks or is not symmetric
     * @implNote O(nB + m) for B blocks. For each pair of blocks one walk of geometric jumps runs over its pairs of
     *     nodes, row by row.
     */
    public static Network draw(int[] sizes, double[][] probability, RandomStream random) {
        int blocks = sizes.length;
        double[][] scale = scales(sizes, probability);
        int[] begin = new int[blocks + 1];
        double expected = 0;
        for (int b = 0; b < blocks; b++) {
            begin[b + 1] = Math.addExact(begin[b], sizes[b]);
            expected += probability[b][b] * sizes[b] * (sizes[b] - 1.0) / 2;
            for (int c = 0; c < b; c++) {
                expected += probability[b][c] * sizes[b] * sizes[c];
            }
        }
        int nodes = begin[blocks];
        LowerTriangle edges = new LowerTriangle(nodes, expected);
        int[] blockOf = new int[nodes];
        // How many pairs of the walk between the current block and block c lie before its next edge.
        long[] ahead = new long[blocks];
        for (int b = 0; b < blocks; b++) {
            for (int c = 0; c <= b; c++) {
                ahead[c] = random.nextSkip(scale[b][c]);
            }
            for (int v = begin[b]; v < begin[b + 1]; v++) {
                blockOf[v] = b;
                for (int c = 0; c <= b; c++) {
                    int row = c < b ? sizes[c] : v - begin[b];
                    long w = ahead[c];
                    while (w < row) {
                        edges.add(v, begin[c] + (int) w);
                        long skip = random.nextSkip(scale[b][c]);
                        w = skip < Long.MAX_VALUE - nodes ? w + 1 + skip : skip;
                    }
                    ahead[c] = w - row;
                }
            }
        }
        return Network.of(edges.build())
                .withNodeColumn(Column.integers(BLOCK, "", blockOf).withMeaning("block of the node"));
    }

    private static double[][] scales(int[] sizes, double[][] probability) {
        int blocks = sizes.length;
        if (probability.length != blocks) {
            throw new IllegalArgumentException("The matrix of probabilities must have one row for each of the " + blocks
                    + " blocks, has " + probability.length);
        }
        double[][] scale = new double[blocks][blocks];
        for (int b = 0; b < blocks; b++) {
            if (sizes[b] < 0 || probability[b].length != blocks) {
                throw new IllegalArgumentException("Block " + b + " needs a size of at least 0 and a row of " + blocks
                        + " probabilities, has size " + sizes[b] + " and " + probability[b].length + " probabilities");
            }
            for (int c = 0; c < b; c++) {
                if (probability[b][c] != probability[c][b]) {
                    throw new IllegalArgumentException("The matrix of probabilities must be symmetric, between blocks "
                            + c + " and " + b + " it has " + probability[c][b] + " and " + probability[b][c]);
                }
            }
            for (int c = 0; c <= b; c++) {
                scale[b][c] = RandomStream.skipScale(probability[b][c]);
            }
        }
        return scale;
    }
}
