package org.einfluss.plugins.declared;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a declared model says, checked.
 *
 * @param file name of the file it stands in
 * @param id its id
 * @param name its name
 * @param summary what it does, in a sentence
 * @param cites sources
 * @param states the states; everybody starts in the first
 * @param seeds states that the seeds take in turn
 * @param active states that count as adoption
 * @param parameters the parameters
 * @param rules the rules
 */
record Declaration(
        String file,
        String id,
        String name,
        String summary,
        List<String> cites,
        List<State> states,
        List<Integer> seeds,
        List<Integer> active,
        List<Parameter> parameters,
        List<Rule> rules) {
    /** What makes a node change. */
    enum Kind {
        SPONTANEOUS,
        CONTACT,
        THRESHOLD
    }

    /**
     * A state.
     *
     * @param name its name
     * @param colour {@code #RRGGBB}
     */
    record State(String name, String colour) {}

    /** A parameter as {@link org.einfluss.api.Param} describes it; texts are empty where nothing is said. */
    record Parameter(
            int line,
            String name,
            String label,
            String initial,
            String range,
            String unit,
            String symbol,
            String help) {}

    /**
     * How nodes change.
     *
     * @param line where it stands
     * @param from state that nodes leave
     * @param to state that they enter
     * @param by states of those who influence; empty for spontaneous changes
     * @param out whether those whom a node has an arc to influence it, instead of those that have an arc to it
     * @param chance probability per step or rate per unit of time
     * @param when condition on columns
     * @param threshold what must be reached
     */
    record Rule(
            int line,
            int from,
            int to,
            List<Integer> by,
            boolean out,
            Optional<Chance> chance,
            Optional<Expression> when,
            Optional<Threshold> threshold) {
        Kind kind() {
            return threshold.isPresent() ? Kind.THRESHOLD : by.isEmpty() ? Kind.SPONTANEOUS : Kind.CONTACT;
        }
    }

    /**
     * How likely a change is.
     *
     * @param rate whether it is a rate
     * @param value its value
     */
    record Chance(boolean rate, Expression value) {}

    /**
     * How many sources must be in the influencing states.
     *
     * @param share whether the value is a share of all sources, not a number of them
     * @param above whether it must be passed, not only reached
     * @param value its value, or the law by which it is drawn
     */
    record Threshold(boolean share, boolean above, Expression value) {
        Optional<Expression.Law> law() {
            return value instanceof Expression.Law law ? Optional.of(law) : Optional.empty();
        }
    }

    /** Returns whether rules are rates, so that time is continuous. */
    boolean isContinuous() {
        return rules.stream()
                .anyMatch(rule -> rule.chance().filter(Chance::rate).isPresent());
    }

    List<String> stateNames() {
        return states.stream().map(State::name).toList();
    }

    /** Returns whether no node can enter a state twice. */
    boolean isEnteredOnce(int state) {
        Set<Integer> reached = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>(Set.of(state));
        while (!open.isEmpty()) {
            int from = open.pop();
            for (Rule rule : rules) {
                if (rule.from() == from && reached.add(rule.to())) {
                    open.push(rule.to());
                }
            }
        }
        return !reached.contains(state);
    }
}
