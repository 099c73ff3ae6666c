package org.einfluss.api.model;

import org.osgi.annotation.versioning.ConsumerType;

/** A live view of the state of every node in a running simulation. */
@FunctionalInterface
@ConsumerType
public interface NodeStates {
    /**
     * Returns a node's discrete state.
     *
     * @param node the node
     * @return index into {@link Model#states()}; 0 for models whose state is a number
     */
    int state(int node);

    /**
     * Returns a node's state as a number: an opinion, or the code of a discrete state.
     *
     * @param node the node
     */
    default double value(int node) {
        return state(node);
    }
}
