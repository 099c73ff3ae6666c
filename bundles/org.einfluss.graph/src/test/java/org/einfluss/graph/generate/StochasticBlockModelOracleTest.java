package org.einfluss.graph.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.einfluss.graph.Column;
import org.einfluss.graph.Graph;
import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.einfluss.math.RunningStatistics;
import org.junit.jupiter.api.Test;

class StochasticBlockModelOracleTest {
    @Test
    void edgesBetweenBlocksAreBinomialCounts() {
        RandomStream random = new RandomStream(2026);
        int[] sizes = {10, 0, 20, 15};
        double[][] p = {
            {0.5, 0.9, 0.1, 0.02},
            {0.9, 0.9, 0.9, 0.9},
            {0.1, 0.9, 0.3, 0.05},
            {0.02, 0.9, 0.05, 1}
        };
        int draws = 4_000;
        RunningStatistics[][] edges = new RunningStatistics[4][4];
        for (int b = 0; b < 4; b++) {
            for (int c = 0; c <= b; c++) {
                edges[b][c] = new RunningStatistics();
            }
        }
        for (int i = 0; i < draws; i++) {
            int[][] count = count(StochasticBlockModel.draw(sizes, p, random));
            for (int b = 0; b < 4; b++) {
                for (int c = 0; c <= b; c++) {
                    edges[b][c].add(count[b][c]);
                }
            }
        }
        for (int b = 0; b < 4; b++) {
            for (int c = 0; c <= b; c++) {
                int pairs = b == c ? sizes[b] * (sizes[b] - 1) / 2 : sizes[b] * sizes[c];
                double mean = pairs * p[b][c];
                double variance = mean * (1 - p[b][c]);
                assertEquals(mean, edges[b][c].mean(), 4 * Math.sqrt(variance / draws), b + "–" + c);
                // Standard error of the variance of a binomial count, with its excess kurtosis.
                double kurtosis = variance > 0 ? (1 - 6 * p[b][c] * (1 - p[b][c])) / variance : 0;
                assertEquals(
                        variance,
                        edges[b][c].variance(),
                        4 * variance * Math.sqrt((2 + Math.max(0, kurtosis)) / draws),
                        b + "–" + c);
            }
        }
    }

    private static int[][] count(Network network) {
        Graph graph = network.graph();
        Column block = network.nodeColumn("block").orElseThrow();
        int[][] count = new int[4][4];
        for (int u = 0; u < graph.nodes(); u++) {
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u) && graph.target(a) < u; a++) {
                count[(int) block.longAt(u)][(int) block.longAt(graph.target(a))]++;
            }
        }
        return count;
    }
}
