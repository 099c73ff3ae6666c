package org.einfluss.api;

import java.util.List;
import java.util.Objects;

/**
 * A quantity that is measured on a run: one column of the observations.
 *
 * @param name column name in results: lower case, words joined by hyphens; never changes
 * @param unit unit as text, for example {@code nodes}, {@code share of nodes}, {@code steps}; empty: dimensionless
 * @param meaning what it measures, in one sentence
 */
public record Variable(String name, String unit, String meaning) {
    /** What every two-state cascade observes, in this order; see {@link org.einfluss.api.model.Cascade}. */
    public static final List<Variable> CASCADE = List.of(
            new Variable("size", "nodes", "Nodes active in the end, seeds included"),
            new Variable("seeds", "nodes", "Nodes active from the start because they were chosen as seeds"),
            new Variable("spontaneous", "nodes", "Nodes that became active with neither seed nor active neighbour"),
            new Variable("reach", "share of nodes", "Nodes active in the end, seeds included, divided by all nodes"),
            new Variable("gain", "share of nodes", "Nodes active in the end without the seeds, divided by all nodes"),
            new Variable("duration", "steps", "Time of the last activation; the seeds are active at time 0"));

    /** Checks the name. */
    public Variable {
        Objects.requireNonNull(unit);
        Objects.requireNonNull(meaning);
        if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "A variable's name is lower-case words joined by hyphens, was '" + name + "'");
        }
    }

    /** Returns whether the quantity is a share by its unit ({@code share of …}), so that it lies between 0 and 1. */
    public boolean isShare() {
        return unit.startsWith("share of ");
    }
}
