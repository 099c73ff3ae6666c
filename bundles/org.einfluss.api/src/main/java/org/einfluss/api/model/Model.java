package org.einfluss.api.model;

import java.util.List;
import org.einfluss.api.Variable;
import org.einfluss.graph.Network;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * How something spreads over a network.
 *
 * <p>A model is stateless: one instance serves every run on every thread. The engine calls {@link #bind} once per worker,
 * design point and network, and then many runs on the returned simulation. Contract test: {@code ModelContract}.
 *
 * @param <P> parameter record, its components described by {@link org.einfluss.api.Param}
 */
@ConsumerType
public interface Model<P extends Record> {
    /**
     * Prepares one worker for one design point and network. Scratch arrays are allocated here and nowhere else.
     *
     * @param parameters checked parameters
     * @param network the network to spread on
     * @return a simulation owned by the calling thread
     */
    Simulation bind(P parameters, Network network);

    /**
     * Names what {@link Simulation#observe} writes, in order.
     *
     * @param parameters checked parameters
     * @return the variables; by default those of a two-state cascade
     */
    default List<Variable> variables(P parameters) {
        return Variable.CASCADE;
    }

    /**
     * Names the discrete states, indexed by their code; empty for models whose state is a number.
     *
     * @return the names; by default inactive and active
     */
    default List<String> states() {
        return List.of("inactive", "active");
    }

    /**
     * Returns the colours of the states on maps, indexed by their code.
     *
     * @return each {@code #RRGGBB}; empty, as by default: the front end chooses
     */
    default List<String> colours() {
        return List.of();
    }
}
