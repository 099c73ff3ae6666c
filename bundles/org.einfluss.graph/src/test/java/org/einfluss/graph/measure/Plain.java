package org.einfluss.graph.measure;

import java.util.Arrays;
import org.einfluss.graph.Graph;
import org.einfluss.graph.GraphBuilder;

/** Measures as their definitions say, slow and plain, on matrices. */
final class Plain {
    /** Distance of nodes that are not connected. */
    static final int FAR = 1_000_000;

    private Plain() {}

    /** How many arcs there are from u to v. */
    static int[][] matrix(Graph graph) {
        int n = graph.nodes();
        int[][] arcs = new int[n][n];
        for (int u = 0; u < n; u++) {
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                arcs[u][graph.target(a)]++;
            }
        }
        return arcs;
    }

    /** Whether u and v are tied, in whichever direction. */
    static boolean[][] ties(Graph graph) {
        int[][] arcs = matrix(graph);
        int n = arcs.length;
        boolean[][] tied = new boolean[n][n];
        for (int u = 0; u < n; u++) {
            for (int v = 0; v < n; v++) {
                tied[u][v] = u != v && arcs[u][v] + arcs[v][u] > 0;
            }
        }
        return tied;
    }

    /** R. W. Floyd 1962. */
    static int[][] distances(Graph graph) {
        int[][] arcs = matrix(graph);
        int n = arcs.length;
        int[][] d = new int[n][n];
        for (int u = 0; u < n; u++) {
            for (int v = 0; v < n; v++) {
                d[u][v] = u == v ? 0 : arcs[u][v] > 0 ? 1 : FAR;
            }
        }
        for (int w = 0; w < n; w++) {
            for (int u = 0; u < n; u++) {
                for (int v = 0; v < n; v++) {
                    d[u][v] = Math.min(d[u][v], d[u][w] + d[w][v]);
                }
            }
        }
        return d;
    }

    /** Numbers of shortest paths, by the recursion over the last arc. */
    static double[][] paths(Graph graph) {
        int[][] arcs = matrix(graph);
        int[][] d = distances(graph);
        int n = arcs.length;
        double[][] paths = new double[n][n];
        for (int length = 0; length < n; length++) {
            for (int s = 0; s < n; s++) {
                for (int t = 0; t < n; t++) {
                    if (d[s][t] == length) {
                        paths[s][t] = length == 0 ? 1 : 0;
                        for (int u = 0; u < n && length > 0; u++) {
                            paths[s][t] += d[s][u] == length - 1 ? paths[s][u] * arcs[u][t] : 0;
                        }
                    }
                }
            }
        }
        return paths;
    }

    static double[] betweenness(Graph graph) {
        int[][] d = distances(graph);
        double[][] paths = paths(graph);
        int n = d.length;
        double[] scores = new double[n];
        for (int v = 0; v < n; v++) {
            for (int s = 0; s < n; s++) {
                for (int t = 0; t < n; t++) {
                    if (s != v && t != v && s != t && d[s][t] < FAR && d[s][v] + d[v][t] == d[s][t]) {
                        scores[v] += paths[s][v] * paths[v][t] / paths[s][t] / (graph.isDirected() ? 1 : 2);
                    }
                }
            }
        }
        return scores;
    }

    /** Removes nodes of fewer than k ties until none is left to remove, for each k. */
    static int[] cores(Graph graph) {
        boolean[][] tied = ties(graph);
        int n = tied.length;
        int[] numbers = new int[n];
        boolean[] in = new boolean[n];
        for (int k = 1; k < n; k++) {
            Arrays.fill(in, true);
            for (boolean removed = true; removed; ) {
                removed = false;
                for (int v = 0; v < n; v++) {
                    int degree = 0;
                    for (int u = 0; u < n; u++) {
                        degree += in[u] && tied[u][v] ? 1 : 0;
                    }
                    if (in[v] && degree < k) {
                        in[v] = false;
                        removed = true;
                    }
                }
            }
            for (int v = 0; v < n; v++) {
                numbers[v] = in[v] ? k : numbers[v];
            }
        }
        return numbers;
    }

    /** Pearson's correlation by its definition, over lists of the degrees at the arcs' ends. */
    static double assortativity(Graph graph) {
        int m = graph.arcs();
        double[] x = new double[m];
        double[] y = new double[m];
        for (int a = 0; a < m; a++) {
            x[a] = graph.outDegree(graph.source(a));
            y[a] = graph.inDegree(graph.target(a));
        }
        double mx = Arrays.stream(x).sum() / m;
        double my = Arrays.stream(y).sum() / m;
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int a = 0; a < m; a++) {
            xy += (x[a] - mx) * (y[a] - my);
            xx += (x[a] - mx) * (x[a] - mx);
            yy += (y[a] - my) * (y[a] - my);
        }
        return xx < 1e-9 || yy < 1e-9 ? Double.NaN : xy / Math.sqrt(xx * yy);
    }

    /** Cohesion as a tie's removal leaves it: the matrix of ties, all distances anew. */
    static double cohesion(boolean[][] tied) {
        int n = tied.length;
        GraphBuilder builder = new GraphBuilder(n, false);
        for (int u = 0; u < n; u++) {
            for (int v = u + 1; v < n; v++) {
                if (tied[u][v]) {
                    builder.add(u, v);
                }
            }
        }
        int[][] d = distances(builder.build().graph());
        double sum = 0;
        for (int u = 0; u < n; u++) {
            for (int v = 0; v < n; v++) {
                sum += u != v && d[u][v] < FAR ? 1.0 / d[u][v] : 0;
            }
        }
        return sum / n / (n - 1);
    }

    /** By pair of nodes, what cohesion loses with their tie. */
    static double[][] bridging(Graph graph) {
        boolean[][] tied = ties(graph);
        int n = tied.length;
        double[][] loss = new double[n][n];
        double before = cohesion(tied);
        for (int u = 0; u < n; u++) {
            for (int v = u + 1; v < n; v++) {
                if (tied[u][v]) {
                    tied[u][v] = false;
                    loss[u][v] = before - cohesion(tied);
                    loss[v][u] = loss[u][v];
                    tied[u][v] = true;
                }
            }
        }
        return loss;
    }

    /** Burt's constraint by its definition, over matrices of p. */
    static double[] constraint(Graph graph) {
        boolean[][] tied = ties(graph);
        int n = tied.length;
        double[][] p = new double[n][n];
        for (int u = 0; u < n; u++) {
            int degree = 0;
            for (int v = 0; v < n; v++) {
                degree += tied[u][v] ? 1 : 0;
            }
            for (int v = 0; v < n; v++) {
                p[u][v] = tied[u][v] ? 1.0 / degree : 0;
            }
        }
        double[] constraint = new double[n];
        for (int i = 0; i < n; i++) {
            constraint[i] = Arrays.stream(p[i]).sum() == 0 ? Double.NaN : 0;
            for (int j = 0; j < n; j++) {
                double both = p[i][j];
                for (int q = 0; q < n; q++) {
                    both += q == i || q == j ? 0 : p[i][q] * p[q][j];
                }
                constraint[i] += tied[i][j] ? both * both : 0;
            }
        }
        return constraint;
    }

    /** Number of ties among a node's neighbours. */
    static int tiesAround(Graph graph, int node) {
        boolean[][] tied = ties(graph);
        int ties = 0;
        for (int u = 0; u < tied.length; u++) {
            for (int v = u + 1; v < tied.length; v++) {
                ties += tied[u][v] && tied[node][u] && tied[node][v] ? 1 : 0;
            }
        }
        return ties;
    }
}
