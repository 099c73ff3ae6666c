package org.einfluss.api.model;

import org.einfluss.graph.Network;
import org.einfluss.math.RandomStream;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A rule that draws a network. Stateless; called on a worker thread once per network draw. Contract test:
 * {@code GeneratorContract}.
 *
 * @param <P> parameter record
 */
@ConsumerType
public interface Generator<P extends Record> {
    /**
     * Draws a network.
     *
     * @param parameters checked parameters
     * @param random the only source of randomness
     * @return a new network
     */
    Network draw(P parameters, RandomStream random);

    /**
     * Returns whether two draws may differ. Runs on a network that cannot differ are reported as conditional on it.
     *
     * @param parameters checked parameters
     */
    default boolean isRandom(P parameters) {
        return true;
    }
}
