package org.einfluss.theory.flow;

import org.einfluss.api.Param;

/** How adoption depends on the number of different contexts that pushes come from. */
public sealed interface Gate permits Gate.Hard, Gate.Soft {
    /**
     * Returns the factor of the probability of adoption.
     *
     * @param contexts number of different contexts D, from 0
     * @return a number in [0, 1]
     */
    double factor(int contexts);

    /**
     * Nobody adopts before pushes come from enough contexts.
     *
     * @param contexts number of contexts d that is needed; 1: no gate
     */
    record Hard(
            @Param(value = "Contexts needed", symbol = "d", initial = "2", range = "[1,10]", unit = "contexts")
            int contexts)
            implements Gate {
        @Override
        public double factor(int found) {
            return found >= contexts ? 1 : 0;
        }
    }

    /**
     * Each context opens the gate with a probability of its own: factor 1 − (1 − r)^D.
     *
     * @param share probability r that one context opens it
     */
    record Soft(
            @Param(value = "Effect of one context", symbol = "r", initial = "0.6", range = "[0,1]")
            double share) implements Gate {
        @Override
        public double factor(int found) {
            double closed = 1;
            for (int i = 0; i < found && closed > 0; i++) { // StrictMath.pow would allocate
                closed *= 1 - share;
            }
            return 1 - closed;
        }
    }
}
