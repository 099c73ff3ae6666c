package org.einfluss.theory.flow;

import org.einfluss.api.Param;

/** Whether repeated pushes of one source tire. */
public sealed interface Fatigue permits Fatigue.At, Fatigue.None {
    /**
     * Returns the number of pushes after which more of them do harm.
     *
     * @return n₀, infinite for {@link None}
     */
    double pushes();

    /**
     * Evidence rises up to a number of pushes and falls beyond it.
     *
     * @param pushes number of pushes n₀ at which a source's evidence is greatest
     */
    record At(
            @Param(
                    value = "Pushes of greatest effect",
                    symbol = "n₀",
                    initial = "4",
                    range = "[1,50]",
                    unit = "pushes per source")
            double pushes)
            implements Fatigue {
        @Override
        public String toString() {
            return "n₀ = " + pushes;
        }
    }

    /** Evidence grows in proportion to the pushes, for ever: the nested null model n₀ = ∞. */
    record None() implements Fatigue {
        @Override
        public double pushes() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public String toString() {
            return "no fatigue";
        }
    }

    /**
     * Computes the evidence of one source, g(n) = a n exp(−n/n₀).
     *
     * @param a evidence per push of a source that does not tire
     * @param pushes number of pushes n
     */
    default double evidence(double a, int pushes) {
        return a * pushes * StrictMath.exp(-pushes / pushes());
    }
}
