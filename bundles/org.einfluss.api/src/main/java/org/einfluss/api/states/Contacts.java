package org.einfluss.api.states;

import org.einfluss.api.InputException;
import org.einfluss.api.model.Purpose;
import org.einfluss.api.model.Run;
import org.einfluss.graph.Graph;
import org.einfluss.graph.InArcs;
import org.einfluss.math.Coins;
import org.einfluss.math.Keys;
import org.einfluss.math.RandomStream;

/**
 * Which contacts along arcs succeed: an independent chance for each arc and attempt.
 *
 * <p>With common coins the chance belongs to rule, arc and attempt, that of the first rule being {@link Run#coin}'s; without them, where all arcs
 * have the same probability, the arcs that fail are skipped at once. Loops over the arcs that succeed are written
 * {@code for (int i = contacts.next(contacts.begin(u), end, attempt); i < end; i = contacts.next(i + 1, end, attempt))}.
 */
public final class Contacts {
    private final int number;
    private final int[] offset;
    private final int[] other;
    /** Arc of each position; empty where they are the same. */
    private final int[] arc;

    private final double probability;
    /** Probability by arc; empty where it is the same for all. */
    private final double[] each;

    private final double scale;
    private Run run = new Run();
    private long key;
    private boolean common = true;
    private long gap;

    private Contacts(int number, Graph graph, boolean reversed, double probability, double[] each) {
        this.number = number;
        this.probability = probability;
        this.each = each;
        scale = RandomStream.skipScale(probability);
        if (reversed) {
            InArcs in = graph.inArcs();
            offset = in.offsets();
            other = in.sources();
            arc = in.arcs();
        } else {
            offset = graph.offsets();
            other = graph.targets();
            arc = new int[0];
        }
    }

    /**
     * Makes contacts of which all succeed with the same probability.
     *
     * @param rule what messages call the rule
     * @param number number of the rule among those with contacts, from 0: they draw independently
     * @param graph the graph
     * @param reversed false: from a node to those it has an arc to; true: to those that have an arc to it
     * @param probability per arc and attempt
     * @throws InputException when it does not lie in [0, 1]
     */
    public static Contacts of(String rule, int number, Graph graph, boolean reversed, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw Chances.outside(rule, "", probability);
        }
        return new Contacts(number, graph, reversed, probability, new double[0]);
    }

    /**
     * Makes contacts of which each has its own probability.
     *
     * @param rule what messages call the rule
     * @param number number of the rule among those with contacts, from 0: they draw independently
     * @param graph the graph
     * @param reversed false: from a node to those it has an arc to; true: to those that have an arc to it
     * @param probabilities by arc, per attempt; kept
     * @throws InputException when one does not lie in [0, 1]
     */
    public static Contacts of(String rule, int number, Graph graph, boolean reversed, double[] probabilities) {
        for (int a = 0; a < probabilities.length; a++) {
            if (!(probabilities[a] >= 0 && probabilities[a] <= 1)) {
                String where = " for the arc from node " + graph.source(a) + " to node " + graph.target(a);
                throw Chances.outside(rule, where, probabilities[a]);
            }
        }
        return new Contacts(number, graph, reversed, probabilities.length == 0 ? 0 : 1, probabilities);
    }

    /**
     * Starts a run.
     *
     * @param newRun what it may draw on
     */
    public void begin(Run newRun) {
        run = newRun;
        common = newRun.hasCommonCoins();
        key = number == 0 ? newRun.coinKey() : Keys.mix(newRun.coinKey(), number);
        gap = !common && each.length == 0 ? newRun.stream(Purpose.DYNAMICS).nextSkip(scale) : 0;
    }

    /**
     * Returns the first contact of a node.
     *
     * @param node the node
     */
    public int begin(int node) {
        return offset[node];
    }

    /**
     * Returns the end of a node's contacts, itself excluded.
     *
     * @param node the node
     */
    public int end(int node) {
        return offset[node + 1];
    }

    /**
     * Returns whom a contact reaches.
     *
     * @param i the contact
     */
    public int other(int i) {
        return other[i];
    }

    /**
     * Tries contacts in order until one succeeds. Each contact is to be tried once for each attempt.
     *
     * @param from first contact to try
     * @param end end of the contacts
     * @param attempt counts the attempts along each arc, from 0
     * @return the contact that succeeds, or {@code end}
     */
    public int next(int from, int end, int attempt) {
        if (each.length > 0) {
            return nextOfEach(from, end, attempt);
        }
        if (!common) {
            return nextBySkips(from, end);
        }
        if (arc.length > 0) {
            int i = from;
            while (i < end && !Coins.flip(key, arc[i], attempt, probability)) {
                i++;
            }
            return i;
        }
        int i = from;
        while (i < end && !Coins.flip(key, i, attempt, probability)) {
            i++;
        }
        return i;
    }

    private int nextOfEach(int from, int end, int attempt) {
        for (int i = from; i < end; i++) {
            int a = arc.length > 0 ? arc[i] : i;
            boolean success = common
                    ? Coins.flip(key, a, attempt, each[a])
                    : run.stream(Purpose.DYNAMICS).nextDouble() < each[a];
            if (success) {
                return i;
            }
        }
        return end;
    }

    private int nextBySkips(int from, int end) {
        if (gap >= end - from) {
            gap -= end - from;
            return end;
        }
        int i = from + (int) gap;
        gap = run.stream(Purpose.DYNAMICS).nextSkip(scale);
        return i;
    }

    /**
     * Returns whether a contact could succeed at all: one of positive probability from a node of a listed state to another in a given
     * one. Ends at the first that could.
     *
     * @param population who is where
     * @param by state from which contacts go out
     * @param from state in which they are met
     */
    public boolean canReach(Population population, int by, int from) {
        if (probability == 0 || population.count(from) == 0) {
            return false;
        }
        for (int m = 0; m < population.count(by); m++) {
            int node = population.member(by, m);
            for (int i = offset[node]; i < offset[node + 1]; i++) {
                boolean chance = each.length == 0 || each[arc.length > 0 ? arc[i] : i] > 0;
                if (chance && other[i] != node && population.is(other[i], from)) {
                    return true;
                }
            }
        }
        return false;
    }
}
