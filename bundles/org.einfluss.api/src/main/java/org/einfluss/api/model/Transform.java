package org.einfluss.api.model;

import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes a network into another before it is used: plants roles, weights arcs, takes the core. Stateless. Contract test:
 * {@code TransformContract}.
 *
 * @param <P> parameter record
 */
@ConsumerType
public interface Transform<P extends Record> {
    /**
     * Makes the new network.
     *
     * @param parameters checked parameters
     * @param network the given network, which stays as it is
     * @param random the only source of randomness
     */
    Network apply(P parameters, Network network, RandomStream random);

    /**
     * Returns whether two applications to the same network may differ.
     *
     * @param parameters checked parameters
     */
    default boolean isRandom(P parameters) {
        return true;
    }
}
