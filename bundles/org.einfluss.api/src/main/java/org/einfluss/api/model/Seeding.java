package org.einfluss.api.model;

import org.einfluss.api.Progress;
import org.einfluss.graph.Network;
import org.einfluss.math.IntList;
import org.einfluss.math.RandomStream;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A rule that chooses the nodes that are active from the start. Stateless. Nodes that the network's column {@link Network#BLOCKED}
 * marks are taken out of what it has chosen. Contract test: {@code SeedingContract}.
 *
 * @param <P> parameter record
 */
@ConsumerType
public interface Seeding<P extends Record> {
    /**
     * Prepares the choice on a network; rankings are computed here, once per network.
     *
     * @param parameters checked parameters
     * @param network the network
     * @param progress told about long rankings, asked for cancellation
     * @return the rule bound to the network, owned by the calling thread
     * @throws org.einfluss.api.InputException when the network cannot serve it, for example has too few nodes
     */
    Seeds bind(P parameters, Network network, Progress progress);

    /** A seeding bound to a network. */
    @FunctionalInterface
    @ConsumerType
    interface Seeds {
        /**
         * Chooses the seeds of one run; allocates nothing.
         *
         * @param random the only source of randomness
         * @param into empty list that receives the nodes, each once
         */
        void draw(RandomStream random, IntList into);
    }
}
