package org.einfluss.engine.study;

import java.util.List;
import java.util.Optional;
import org.einfluss.api.study.Observations;
import org.einfluss.api.study.Plan;

/**
 * One run of a study, executed again with all its steps and events.
 *
 * @param plan the plan, which names the variables
 * @param point design point
 * @param draw network draw
 * @param run run
 * @param steps what was observed from step 0 on
 * @param events the changes of state, in order
 * @param failure what the run threw, with its stack trace; empty where it did not fail
 */
public record Replay(
        Plan plan,
        int point,
        int draw,
        int run,
        List<Step> steps,
        List<Event> events,
        Optional<RuntimeException> failure) {
    /** Copies the lists. */
    public Replay {
        steps = List.copyOf(steps);
        events = List.copyOf(events);
    }

    /**
     * What was observed after a step.
     *
     * @param step number of the step, 0 for the start
     * @param time the model's time
     * @param stop why the run ended, or that it went on
     * @param values one value per variable of the plan, NaN where there is none
     */
    public record Step(int step, double time, Observations.Stop stop, List<Double> values) {}

    /**
     * A change of state.
     *
     * @param time the model's time
     * @param node whose state changed
     * @param from code of the old state
     * @param to code of the new state
     * @param cause the node that brought it about, or a negative constant of {@link org.einfluss.api.model.Run}
     */
    public record Event(double time, int node, int from, int to, int cause) {}
}
