package org.einfluss.theory.livingston;

import org.einfluss.api.Param;

/** Whether an institution deletes posts that it does not like. */
public sealed interface Deletion permits Deletion.None, Deletion.After {
    /** Returns the step at the end of which all posts are deleted; infinite for never. */
    double step();

    /** Nothing is deleted. */
    record None() implements Deletion {
        @Override
        public double step() {
            return Double.POSITIVE_INFINITY;
        }
    }

    /**
     * All posts are deleted after some steps.
     *
     * @param steps how many; 0: before anybody has passed them on
     */
    record After(
            @Param(value = "Steps before deletion", initial = "1", range = "[0,1000]", unit = "steps")
            int steps) implements Deletion {
        @Override
        public double step() {
            return steps;
        }
    }
}
