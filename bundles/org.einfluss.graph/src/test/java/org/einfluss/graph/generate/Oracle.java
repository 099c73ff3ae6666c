package org.einfluss.graph.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.einfluss.graph.Graph;
import org.einfluss.math.RunningStatistics;

/** Slow and plain measures, and the rule by which simulated means are compared with reference values. */
final class Oracle {
    private Oracle() {}

    /**
     * Asserts |mean − reference| ≤ 4 √(SE² + SE_reference²) + rounding, and that enough graphs were drawn: SE ≤ 2
     * SE_reference.
     */
    static void assertMean(double reference, double referenceError, double rounding, RunningStatistics graphs) {
        double error = graphs.standardError();
        assertTrue(error <= 2 * referenceError, "standard error " + error + " is too large for this comparison");
        assertEquals(reference, graphs.mean(), 4 * Math.hypot(error, referenceError) + rounding);
    }

    /** Asserts that the mean over graphs is within four of its standard errors of an exact expectation. */
    static void assertExpectation(double expectation, double largestError, RunningStatistics graphs) {
        double error = graphs.standardError();
        assertTrue(error <= largestError, "standard error " + error + " is too large for this comparison");
        assertEquals(expectation, graphs.mean(), 4 * error);
    }

    /** Mean over nodes of the share of pairs of neighbours that are tied; 0 for fewer than two neighbours. */
    static double clustering(Graph graph) {
        double sum = 0;
        for (int u = 0; u < graph.nodes(); u++) {
            int k = graph.outDegree(u);
            int tied = 0;
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                for (int b = a + 1; b < graph.arcEnd(u); b++) {
                    tied += graph.findArc(graph.target(a), graph.target(b)) >= 0 ? 1 : 0;
                }
            }
            sum += k < 2 ? 0 : 2.0 * tied / k / (k - 1);
        }
        return sum / graph.nodes();
    }

    /** Mean distance over all ordered pairs of different nodes that are connected. */
    static double pathLength(Graph graph) {
        double sum = 0;
        long pairs = 0;
        int[] distance = new int[graph.nodes()];
        int[] queue = new int[graph.nodes()];
        for (int s = 0; s < graph.nodes(); s++) {
            Arrays.fill(distance, -1);
            int reached = search(graph, s, distance, queue);
            for (int i = 1; i < reached; i++) {
                sum += distance[queue[i]];
            }
            pairs += reached - 1;
        }
        return sum / pairs;
    }

    /** Number of nodes of the largest component. */
    static int largestComponent(Graph graph) {
        int[] distance = new int[graph.nodes()];
        int[] queue = new int[graph.nodes()];
        Arrays.fill(distance, -1);
        int largest = 0;
        for (int s = 0; s < graph.nodes(); s++) {
            if (distance[s] < 0) {
                largest = Math.max(largest, search(graph, s, distance, queue));
            }
        }
        return largest;
    }

    /** Breadth-first search over nodes whose distance is still -1; returns how many it reached, listed in the queue. */
    private static int search(Graph graph, int start, int[] distance, int[] queue) {
        int head = 0;
        int tail = 0;
        queue[tail++] = start;
        distance[start] = 0;
        while (head < tail) {
            int u = queue[head++];
            for (int a = graph.arcBegin(u); a < graph.arcEnd(u); a++) {
                int v = graph.target(a);
                if (distance[v] < 0) {
                    distance[v] = distance[u] + 1;
                    queue[tail++] = v;
                }
            }
        }
        return tail;
    }

    /** Share of nodes of degree k. */
    static double degreeShare(Graph graph, int k) {
        int count = 0;
        for (int u = 0; u < graph.nodes(); u++) {
            count += graph.outDegree(u) == k ? 1 : 0;
        }
        return (double) count / graph.nodes();
    }
}
