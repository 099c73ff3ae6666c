package org.einfluss.api.model;

import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A rule that plans timed pushes: who is addressed when, by whom, paid or not. Stateless. Contract test:
 * {@code SeedingContract}.
 *
 * @param <P> parameter record
 */
@ConsumerType
public interface Campaign<P extends Record> {
    /**
     * Prepares the campaign on a network.
     *
     * @param parameters checked parameters
     * @param network the network
     * @return the campaign bound to the network, owned by the calling thread
     */
    Pushes bind(P parameters, Network network);

    /** A campaign bound to a network. */
    @FunctionalInterface
    @ConsumerType
    interface Pushes {
        /**
         * Plans the pushes of one run; allocates nothing once the schedule has grown.
         *
         * @param random the only source of randomness
         * @param into empty schedule that receives the pushes in order of step
         */
        void draw(RandomStream random, Schedule into);
    }
}
