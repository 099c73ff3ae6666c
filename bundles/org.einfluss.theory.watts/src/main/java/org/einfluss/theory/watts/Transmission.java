package org.einfluss.theory.watts;

import org.einfluss.api.Param;

/** How likely an active node is ever to pass on what it has along one arc: the transmissibility T. */
public sealed interface Transmission permits Transmission.Once, Transmission.Period {
    /** Returns the transmissibility T, a probability per arc. */
    double transmissibility();

    /**
     * One attempt along each arc: T = β.
     *
     * @param probability β
     */
    record Once(
            @Param(value = "Probability", symbol = "β", initial = "0.5", range = "[0,1]", unit = "per arc")
            double probability)
            implements Transmission {
        @Override
        public double transmissibility() {
            return probability;
        }
    }

    /**
     * Attempts at a rate for a period of fixed length: T = 1 − e^{−βτ}.
     *
     * @param rate β
     * @param period τ
     */
    record Period(
            @Param(value = "Rate", symbol = "β", initial = "0.5", range = "[0,inf)", unit = "per arc and step")
            double rate,

            @Param(value = "Period", symbol = "τ", initial = "1", range = "[0,inf)", unit = "steps")
            double period)
            implements Transmission {
        @Override
        public double transmissibility() {
            return rate == 0 || period == 0 ? 0 : -StrictMath.expm1(-rate * period);
        }
    }
}
