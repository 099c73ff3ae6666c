package org.einfluss.theory.livingston;

import org.einfluss.api.Param;
import org.einfluss.graph.Network;
import org.einfluss.graph.measure.Branching;

/** How well posts and protest pass along an arc, before anger adds to it: p₀. */
public sealed interface Spreading permits Spreading.Constant, Spreading.Critical {
    /**
     * Returns p₀ on a network.
     *
     * @param network the network
     * @return a probability
     */
    double on(Network network);

    /**
     * The same probability everywhere.
     *
     * @param value the probability
     */
    record Constant(
            @Param(value = "Probability", symbol = "p₀", initial = "0.04", range = "[0,1]", unit = "per arc")
            double value)
            implements Spreading {
        @Override
        public double on(Network network) {
            return value;
        }
    }

    /**
     * A multiple of the probability at which one node moves one further node on average, 1/κ, at most 1.
     *
     * @param multiple the multiple; see {@link Branching#factor(Network)} for κ
     */
    record Critical(
            @Param(
                    value = "Multiple of the critical probability",
                    initial = "1",
                    range = "[0,1000]",
                    unit = "onward activations per activation")
            double multiple)
            implements Spreading {
        @Override
        public double on(Network network) {
            return multiple == 0 ? 0 : Math.min(1, multiple / Branching.factor(network));
        }
    }
}
