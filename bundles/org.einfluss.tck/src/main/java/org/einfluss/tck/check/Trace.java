package org.einfluss.tck.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.einfluss.api.Variable;
import org.einfluss.api.model.EventSink;

/** Everything that can be seen of one run. */
final class Trace implements EventSink {
    final List<Moment> moments = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    boolean settled;

    /**
     * What can be seen at the beginning and after each step.
     *
     * @param time the model's time
     * @param row the observed values
     * @param states discrete state per node
     * @param values state per node as a number
     * @param events number of events so far
     */
    record Moment(double time, double[] row, int[] states, double[] values, int events) {}

    record Event(double time, int node, int from, int to, int cause) {}

    @Override
    public void event(double time, int node, int from, int to, int cause) {
        events.add(new Event(time, node, from, to, cause));
    }

    Moment last() {
        return moments.get(moments.size() - 1);
    }

    /** Returns the first thing in which another run differs; empty where every bit is the same. */
    Optional<String> difference(Trace other, List<Variable> variables) {
        for (int step = 0; step < Math.min(moments.size(), other.moments.size()); step++) {
            Moment mine = moments.get(step);
            Moment theirs = other.moments.get(step);
            for (int i = 0; i < variables.size(); i++) {
                if (differ(mine.row[i], theirs.row[i])) {
                    return Optional.of(variables.get(i).name() + " is " + mine.row[i] + " and " + theirs.row[i]
                            + " after step " + step);
                }
            }
            if (differ(mine.time, theirs.time)) {
                return Optional.of("time is " + mine.time + " and " + theirs.time + " after step " + step);
            }
            int node = Arrays.mismatch(mine.values, theirs.values);
            node = node < 0 ? Arrays.mismatch(mine.states, theirs.states) : node;
            if (node >= 0) {
                return Optional.of("node " + node + " is in state " + mine.values[node] + " and " + theirs.values[node]
                        + " after step " + step);
            }
        }
        if (moments.size() != other.moments.size() || settled != other.settled) {
            return Optional.of("one run ended after " + (moments.size() - 1) + " steps, the other after "
                    + (other.moments.size() - 1));
        }
        for (int i = 0; i < Math.min(events.size(), other.events.size()); i++) {
            if (!events.get(i).equals(other.events.get(i))) {
                return Optional.of("event " + i + " is " + events.get(i) + " and " + other.events.get(i));
            }
        }
        return events.size() == other.events.size()
                ? Optional.empty()
                : Optional.of(events.size() + " and " + other.events.size() + " events");
    }

    private static boolean differ(double a, double b) {
        return Double.doubleToRawLongBits(a) != Double.doubleToRawLongBits(b);
    }
}
