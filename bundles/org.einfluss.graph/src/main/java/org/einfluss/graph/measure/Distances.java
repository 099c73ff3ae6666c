package org.einfluss.graph.measure;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.einfluss.graph.Graph;
import org.einfluss.math.CompensatedSum;
import org.einfluss.math.RandomStream;

/**
 * How far nodes are from each other: the numbers of ordered pairs by distance, mean path length and cohesion.
 *
 * <p>The distance from s to t is the number of arcs on a shortest path along arcs. Cohesion C(G) = Σ_{s≠t} 1/d(s,t) /
 * (n(n−1)), with 1/∞ = 0 (the global efficiency of V. Latora and M. Marchiori 2001, doi:10.1103/PhysRevLett.87.198701; as
 * used by T. W. Valente and K. Fujimoto 2010, PMC2889704). The mean path length leaves out pairs
 * without a path. Measured from all nodes, or from a sample of sources.
 *
 * @param nodes n
 * @param sources how many nodes the distances were measured from
 * @param pairs at index d, the number of ordered pairs (source, other node) at distance d; index 0 is 0; the array
 *     belongs to the caller
 * @param meanPathLength mean distance over ordered pairs of different nodes with a path; NaN if there are none
 * @param meanPathLengthError its standard error; 0 when measured from all nodes, NaN from a single one
 * @param cohesion C(G), in [0, 1]; NaN for fewer than two nodes
 * @param cohesionError its standard error; 0 when measured from all nodes, NaN from a single one
 */
public record Distances(
        int nodes,
        int sources,
        long[] pairs,
        double meanPathLength,
        double meanPathLengthError,
        double cohesion,
        double cohesionError) {
    /**
     * Measures the distances between all pairs.
     *
     * @param graph any graph
     * @param threads how many threads work, at least 1; the result does not depend on it
     * @param cancelled asked at each level of the searches, by each of the threads
     * @return the exact distances
     * @throws java.util.concurrent.CancellationException when cancelled
     * @implNote O(nm) time at worst, with 64 sources at once; O(n) space a thread.
     */
    public static Distances all(Graph graph, int threads, BooleanSupplier cancelled) {
        int n = graph.nodes();
        int[] sources = identity(n);
        int blocks = (n + BitSearch.WIDTH - 1) / BitSearch.WIDTH;
        // Counts below 2^53 are exact as doubles.
        double[] counts = Blocks.sum(n, blocks, threads, "distances", () -> {
            BitSearch search = BitSearch.along(graph);
            return (block, sum) -> search.run(
                    sources,
                    block * BitSearch.WIDTH,
                    Math.min(n, (block + 1) * BitSearch.WIDTH),
                    (node, searches, distance) -> sum[distance] += Long.bitCount(searches),
                    cancelled);
        });
        int longest = 0;
        for (int d = 1; d < n; d++) {
            longest = counts[d] > 0 ? d : longest;
        }
        long[] pairs = new long[longest + 1];
        double reached = 0;
        double total = 0;
        CompensatedSum inverse = new CompensatedSum();
        for (int d = 1; d <= longest; d++) {
            pairs[d] = (long) counts[d];
            reached += counts[d];
            total += d * counts[d];
            inverse.add(counts[d] / d);
        }
        double cohesion = n < 2 ? Double.NaN : inverse.value() / (n * (n - 1.0));
        return new Distances(n, n, pairs, reached == 0 ? Double.NaN : total / reached, 0, cohesion, 0);
    }

    /**
     * Measures the distances from a random sample of sources to all nodes.
     *
     * <p>The mean path length is a ratio estimate, Σ of distances / Σ of nodes reached; standard errors are those of
     * sampling sources without replacement.
     *
     * @param graph any graph
     * @param sources how many sources to draw, at least 1; from n on, all nodes are taken and nothing is drawn
     * @param random consumes about one word a source
     * @param cancelled asked at each level of the searches
     * @return the estimated distances
     * @throws java.util.concurrent.CancellationException when cancelled
     * @implNote O(sources · m) time at worst, O(n) space.
     */
    public static Distances sampled(Graph graph, int sources, RandomStream random, BooleanSupplier cancelled) {
        if (sources < 1) {
            throw new IllegalArgumentException("Number of sources must be at least 1, was " + sources);
        }
        int n = graph.nodes();
        if (sources >= n) {
            return all(graph, 1, cancelled);
        }
        int[] sample = new int[sources];
        random.sample(n, sources, sample);
        double[] reached = new double[sources];
        double[] total = new double[sources];
        double[] inverse = new double[sources];
        long[] counts = new long[n];
        BitSearch search = BitSearch.along(graph);
        int longest = 0;
        for (int from = 0; from < sources; from += BitSearch.WIDTH) {
            int first = from;
            int found = search.run(
                    sample,
                    first,
                    Math.min(sources, first + BitSearch.WIDTH),
                    (node, searches, distance) -> {
                        counts[distance] += Long.bitCount(searches);
                        for (long rest = searches; rest != 0; rest &= rest - 1) {
                            int i = first + Long.numberOfTrailingZeros(rest);
                            reached[i]++;
                            total[i] += distance;
                            inverse[i] += 1.0 / distance;
                        }
                    },
                    cancelled);
            longest = Math.max(longest, found);
        }
        double share = 1 - (double) sources / n;
        double allReached = CompensatedSum.of(reached);
        double mean = allReached == 0 ? Double.NaN : CompensatedSum.of(total) / allReached;
        double cohesion = CompensatedSum.of(inverse) / sources / (n - 1);
        CompensatedSum lengthSquares = new CompensatedSum();
        CompensatedSum cohesionSquares = new CompensatedSum();
        for (int i = 0; i < sources; i++) {
            double residual = total[i] - mean * reached[i];
            lengthSquares.add(residual * residual);
            double deviation = inverse[i] / (n - 1) - cohesion;
            cohesionSquares.add(deviation * deviation);
        }
        double scale = sources < 2 ? Double.NaN : share / (sources * (sources - 1.0));
        return new Distances(
                n,
                sources,
                Arrays.copyOf(counts, longest + 1),
                mean,
                Math.sqrt(scale * lengthSquares.value()) * sources / allReached,
                cohesion,
                Math.sqrt(scale * cohesionSquares.value()));
    }

    /**
     * Returns the longest distance found.
     *
     * @return the diameter when measured from all nodes (pairs without a path left out), else a lower bound of it
     */
    public int longest() {
        return pairs.length - 1;
    }

    /**
     * Returns how many ordered pairs (source, other node) have a path.
     *
     * @return n(n−1) for a connected graph measured from all nodes
     */
    public long connectedPairs() {
        long sum = 0;
        for (long count : pairs) {
            sum += count;
        }
        return sum;
    }

    /**
     * Returns whether the distances were measured from all nodes.
     *
     * @return false for a sample
     */
    public boolean isExact() {
        return sources == nodes;
    }

    static int[] identity(int n) {
        int[] nodes = new int[n];
        for (int v = 0; v < n; v++) {
            nodes[v] = v;
        }
        return nodes;
    }
}
