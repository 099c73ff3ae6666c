package org.einfluss.engine.experiment;

import java.util.Objects;
import java.util.Optional;
import org.einfluss.api.Param;

/**
 * How often is sampled; runs are nested in networks. On a fixed network there are {@code networks · runs} runs.
 *
 * @param networks networks drawn per network configuration; the most there will be if there is a stopping rule
 * @param runs runs of each design point on each network
 * @param until when to stop earlier, if at all
 */
public record Replicates(
        @Param(value = "Networks", initial = "100", range = "[1,1000000]")
        int networks,

        @Param(value = "Runs", initial = "50", range = "[1,1000000000]", unit = "per network")
        int runs,

        @Param("Until") Optional<Until> until) {
    /** Checks that nothing is missing. */
    public Replicates {
        Objects.requireNonNull(until);
    }

    /**
     * A stopping rule.
     *
     * @param variable the variable whose mean is wanted
     * @param halfWidth half-width of its 95 % interval to be reached at every design point
     */
    public record Until(
            @Param(value = "Variable", initial = "reach") String variable,

            @Param(value = "Half-width", initial = "0.01", range = "(0,inf)")
            double halfWidth) {}
}
