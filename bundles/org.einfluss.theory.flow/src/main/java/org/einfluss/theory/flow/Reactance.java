package org.einfluss.theory.flow;

import org.einfluss.api.Param;

/** Whether too many pushes of one source lose a node for good. */
public sealed interface Reactance permits Reactance.None, Reactance.Loss {
    /** Nobody is ever lost. */
    record None() implements Reactance {}

    /**
     * A node that one source has pushed too often is lost: it never adopts, and warns its listeners once.
     *
     * @param pushes greatest number of pushes by one source n_max that a node bears
     */
    record Loss(
            @Param(
                    value = "Pushes borne",
                    symbol = "n_max",
                    initial = "12",
                    range = "[1,1000]",
                    unit = "pushes per source")
            int pushes)
            implements Reactance {}
}
