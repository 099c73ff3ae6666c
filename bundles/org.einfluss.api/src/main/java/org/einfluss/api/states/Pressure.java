package org.einfluss.api.states;

import java.util.Arrays;
import org.einfluss.api.InputException;
import org.einfluss.api.model.Run;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;

/**
 * What presses on each node in continuous time: the sum of the rates of its contacts with sources in given states.
 *
 * <p>A sum is 0 exactly where no source counts. Self-loops do not count. Owned by one thread; allocates nothing after its constructor.
 */
public final class Pressure {
    private final int by;
    private final double rate;
    /** Rate by arc; empty where it is the same for all. */
    private final double[] each;

    private final int[] offset;
    private final int[] listener;
    private final int[] arc;
    private final int[] sourceOffset;
    private final int[] source;
    private final int[] sourceArc;
    private final double[] sum;
    private final int[] count;

    private Pressure(Graph graph, boolean reversed, int by, double rate, double[] each) {
        InArcs in = graph.inArcs();
        this.by = by;
        this.rate = rate;
        this.each = each;
        offset = reversed ? in.offsets() : graph.offsets();
        listener = reversed ? in.sources() : graph.targets();
        arc = reversed ? in.arcs() : new int[0];
        sourceOffset = reversed ? graph.offsets() : in.offsets();
        source = reversed ? graph.targets() : in.sources();
        sourceArc = reversed ? new int[0] : in.arcs();
        sum = new double[each.length == 0 ? 0 : graph.nodes()];
        count = new int[graph.nodes()];
    }

    /**
     * Makes contacts that all have the same rate.
     *
     * @param rule what messages call the rule
     * @param graph the graph
     * @param reversed false: the sources of a node are those with an arc to it; true: those it has an arc to
     * @param by states in which sources count, a bit for each
     * @param rate per arc and unit of time
     * @throws InputException when it is negative or infinite
     */
    public static Pressure of(String rule, Graph graph, boolean reversed, int by, double rate) {
        return new Pressure(graph, reversed, by, rate(rule, rate), new double[0]);
    }

    /**
     * Makes contacts of which each has its own rate.
     *
     * @param rule what messages call the rule
     * @param graph the graph
     * @param reversed false: the sources of a node are those with an arc to it; true: those it has an arc to
     * @param by states in which sources count, a bit for each
     * @param rates by arc, per unit of time; kept
     * @throws InputException when one is negative or infinite
     */
    public static Pressure of(String rule, Graph graph, boolean reversed, int by, double[] rates) {
        for (double one : rates) {
            rate(rule, one);
        }
        return new Pressure(graph, reversed, by, 0, rates);
    }

    /**
     * Checks a rate.
     *
     * @param rule what the message calls the rule
     * @param rate the rate
     * @return the rate
     * @throws InputException when it is negative or infinite
     */
    public static double rate(String rule, double rate) {
        if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new InputException("The rate of rule '" + rule + "' must be at least 0 and finite, was " + rate
                    + (Double.isNaN(rate) ? "; a value that it needs is missing" : ""));
        }
        return rate;
    }

    /** Forgets the last run. */
    public void begin() {
        Arrays.fill(count, 0);
        Arrays.fill(sum, 0);
    }

    /**
     * Counts those who changed last.
     *
     * @param population who is where
     */
    public void update(Population population) {
        for (int c = 0; c < population.changes(); c++) {
            int node = population.changed(c);
            int change = (population.isAny(node, by) ? 1 : 0) - (by >> population.before(node) & 1);
            for (int i = offset[node]; change != 0 && i < offset[node + 1]; i++) {
                int v = listener[i];
                if (v == node) {
                    continue;
                }
                count[v] += change;
                if (each.length > 0) {
                    sum[v] = count[v] == 0 ? 0 : Math.max(0, sum[v] + change * each[arc.length > 0 ? arc[i] : i]);
                }
            }
        }
    }

    /**
     * Returns the sum of the rates of a node's contacts.
     *
     * @param node the node
     */
    public double on(int node) {
        return each.length == 0 ? count[node] * rate : sum[node];
    }

    /**
     * Returns how many sources of a node count.
     *
     * @param node the node
     */
    public int sources(int node) {
        return count[node];
    }

    /**
     * Returns the source whose contact it was, each in proportion to its rate.
     *
     * @param node a node on which there is pressure
     * @param at a number drawn uniformly from 0 to {@link #on}
     * @param population who is where
     */
    public int source(int node, double at, Population population) {
        int last = node;
        double rest = at;
        for (int i = sourceOffset[node]; i < sourceOffset[node + 1]; i++) {
            if (source[i] == node || !population.isAny(source[i], by)) {
                continue;
            }
            double one = each.length == 0 ? rate : each[sourceArc.length > 0 ? sourceArc[i] : i];
            if (one > 0) {
                last = source[i];
                rest -= one;
                if (rest < 0) {
                    return last;
                }
            }
        }
        return last;
    }

    /**
     * Returns the first source that counts; {@link Run#SPONTANEOUS} where none does.
     *
     * @param node a node
     * @param population who is where
     */
    public int anySource(int node, Population population) {
        for (int i = sourceOffset[node]; i < sourceOffset[node + 1]; i++) {
            if (source[i] != node && population.isAny(source[i], by)) {
                return source[i];
            }
        }
        return Run.SPONTANEOUS;
    }
}
