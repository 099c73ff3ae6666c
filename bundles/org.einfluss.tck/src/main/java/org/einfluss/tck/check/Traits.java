package org.einfluss.tck.check;

import java.util.ArrayList;
import java.util.List;

/**
 * What a model claims beyond its contract.
 *
 * @param neverShrinks whether a node that has left state 0 never comes back to it
 * @param orderIndependent whether the order of the seeds does not matter for the final states
 * @param monotone in which parameters the number of nodes outside state 0 grows
 */
public record Traits(boolean neverShrinks, boolean orderIndependent, List<Monotone> monotone) {
    /** Nothing is claimed. */
    public static final Traits NONE = new Traits(false, false, List.of());

    /** Copies the list. */
    public Traits {
        monotone = List.copyOf(monotone);
    }

    /** Returns the same, never shrinking. */
    public Traits thatNeverShrinks() {
        return new Traits(true, orderIndependent, monotone);
    }

    /** Returns the same, independent of the order of the seeds. */
    public Traits thatIsOrderIndependent() {
        return new Traits(neverShrinks, true, monotone);
    }

    /**
     * Returns the same, growing with a parameter as long as coins and thresholds stay the same.
     *
     * @param rising settings as YAML in flow style, each of which reaches at least as many nodes as the one before
     */
    public Traits thatGrowsWith(String... rising) {
        List<Monotone> more = new ArrayList<>(monotone);
        more.add(new Monotone(List.of(rising)));
        return new Traits(neverShrinks, orderIndependent, more);
    }

    /**
     * Settings that reach more and more nodes.
     *
     * @param rising settings as YAML in flow style
     */
    public record Monotone(List<String> rising) {
        /** Copies the list. */
        public Monotone {
            rising = List.copyOf(rising);
        }
    }
}
