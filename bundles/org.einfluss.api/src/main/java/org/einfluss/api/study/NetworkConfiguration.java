package org.einfluss.api.study;

import java.util.List;
import java.util.Objects;

/**
 * One way to get networks: a generator (or the dataset, id {@code dataset}) and the transforms applied to what it gives.
 *
 * @param index position in the plan, from 0
 * @param generator the generator
 * @param prepare the transforms, in order
 * @param fixed whether all draws are the same network, so that results are conditional on it
 * @param draws number of networks drawn; 1 when fixed
 * @param runs number of runs of each design point on each network
 */
public record NetworkConfiguration(
        int index, Component generator, List<Component> prepare, boolean fixed, int draws, int runs) {
    /** Copies the list. */
    public NetworkConfiguration {
        Objects.requireNonNull(generator);
        prepare = List.copyOf(prepare);
    }
}
