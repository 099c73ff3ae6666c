package org.einfluss.theory.baselines;

import java.util.Arrays;
import org.einfluss.api.Progress;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;
import org.einfluss.graph.measure.Components;
import org.einfluss.math.CompensatedSum;

/**
 * The largest eigenvalue λ₁ of a graph's adjacency matrix, parallel arcs counted, between two bounds.
 *
 * <p>Power iteration with A + I, which has one dominant eigenvalue also where A does not, in each strong component, as λ₁ is the largest of
 * theirs. For every positive vector x the ratios (Ax)_v/x_v lie on both sides of λ₁ (Collatz and Wielandt); on undirected graphs the
 * Rayleigh quotient is a better lower bound.
 *
 * @param low lower bound
 * @param high upper bound; apart from the lower one by 10⁻¹⁰ of it, or more where iteration was slow
 */
record SpectralRadius(double low, double high) {
    private static final double PRECISION = 1e-10;
    private static final int MOST_ITERATIONS = 20_000;

    /** Returns λ₁, to the precision of the bounds. */
    double value() {
        return (low + high) / 2;
    }

    boolean isConverged() {
        return isClose(low, high);
    }

    private static boolean isClose(double low, double high) {
        return high < Double.POSITIVE_INFINITY && high - low <= PRECISION * high;
    }

    static SpectralRadius of(Graph graph, Progress progress) {
        Components strong = Components.strong(graph);
        SpectralRadius largest = new SpectralRadius(0, 0);
        for (int c = 0; c < strong.count() && strong.size(c) > 1; c++) {
            SpectralRadius here = inside(graph, strong, c, largest.low(), progress);
            largest = new SpectralRadius(Math.max(largest.low(), here.low()), Math.max(largest.high(), here.high()));
        }
        return largest;
    }

    private static SpectralRadius inside(
            Graph graph, Components strong, int component, double enough, Progress progress) {
        int[] members = strong.members(component);
        InArcs in = graph.inArcs();
        double[] x = new double[graph.nodes()];
        double[] next = new double[graph.nodes()];
        Arrays.fill(x, 1);
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        CompensatedSum products = new CompensatedSum();
        CompensatedSum squares = new CompensatedSum();
        for (int i = 0; i < MOST_ITERATIONS && !isClose(low, high) && high > enough; i++) {
            progress.checkCancelled();
            double least = Double.POSITIVE_INFINITY;
            double most = 0;
            double largest = 0;
            products.clear();
            squares.clear();
            for (int v : members) {
                double heard = 0;
                for (int a = in.begin(v); a < in.end(v); a++) {
                    if (strong.of(in.source(a)) == component) {
                        heard += x[in.source(a)];
                    }
                }
                least = Math.min(least, heard / x[v]);
                most = Math.max(most, heard / x[v]);
                products.add(heard * x[v]);
                squares.add(x[v] * x[v]);
                next[v] = heard + x[v];
                largest = Math.max(largest, next[v]);
            }
            double rayleigh = graph.isDirected() ? 0 : products.value() / squares.value();
            high = Math.min(high, most);
            low = Math.max(low, Math.min(high, Math.max(least, rayleigh)));
            for (int v : members) {
                // Far from the core entries may underflow; 0 would make the ratios meaningless.
                x[v] = Math.max(next[v] / largest, Double.MIN_NORMAL);
            }
        }
        return new SpectralRadius(low, high);
    }
}
