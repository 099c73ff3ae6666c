package org.einfluss.api.states;

import org.einfluss.api.InputException;
import org.einfluss.api.model.Purpose;
import org.einfluss.api.model.Run;
import org.einfluss.math.Coins;
import org.einfluss.math.Keys;

/** Which nodes change by chance: an independent one for each rule, node and attempt, whatever else happens. */
public final class Chances {
    private final int number;
    private final double probability;
    /** Probability by node; empty where it is the same for all. */
    private final double[] each;

    private long key;

    private Chances(int number, double probability, double[] each) {
        this.number = number;
        this.probability = probability;
        this.each = each;
    }

    /**
     * Gives every node the same probability.
     *
     * @param rule what messages call the rule
     * @param number number of the rule among those with such chances, from 0: they draw independently
     * @param probability per attempt
     * @throws InputException when it does not lie in [0, 1]
     */
    public static Chances of(String rule, int number, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw outside(rule, "", probability);
        }
        return new Chances(number, probability, new double[0]);
    }

    /**
     * Gives each node its own probability.
     *
     * @param rule what messages call the rule
     * @param number number of the rule among those with such chances, from 0: they draw independently
     * @param probabilities by node, per attempt; kept
     * @throws InputException when one does not lie in [0, 1]
     */
    public static Chances of(String rule, int number, double[] probabilities) {
        for (int v = 0; v < probabilities.length; v++) {
            if (!(probabilities[v] >= 0 && probabilities[v] <= 1)) {
                throw outside(rule, " for node " + v, probabilities[v]);
            }
        }
        return new Chances(number, 0, probabilities);
    }

    static InputException outside(String rule, String where, double value) {
        return new InputException("The probability of rule '" + rule + "' must lie in [0, 1], was " + value + where
                + (Double.isNaN(value) ? "; a value that it needs is missing" : ""));
    }

    /**
     * Starts a run.
     *
     * @param run what it may draw on
     */
    public void begin(Run run) {
        int purpose = Purpose.DYNAMICS.code();
        key = number == 0 ? Keys.mix(run.key(), purpose) : Keys.mix(run.key(), purpose, number);
    }

    /**
     * Returns whether a node's chance succeeds.
     *
     * @param node the node
     * @param attempt counts the attempts, from 0
     */
    public boolean succeeds(int node, int attempt) {
        return Coins.flip(key, node, attempt, each.length == 0 ? probability : each[node]);
    }

    /**
     * Returns whether any node of a listed state could succeed at all.
     *
     * @param population who is where
     * @param from the state
     */
    public boolean canReach(Population population, int from) {
        if (each.length == 0) {
            return probability > 0 && population.count(from) > 0;
        }
        for (int m = 0; m < population.count(from); m++) {
            if (each[population.member(from, m)] > 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns whether a node could succeed at all.
     *
     * @param node the node
     */
    public boolean isPossible(int node) {
        return (each.length == 0 ? probability : each[node]) > 0;
    }
}
