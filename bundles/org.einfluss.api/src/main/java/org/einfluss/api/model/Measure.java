package org.einfluss.api.model;

import java.util.List;
import org.einfluss.api.Variable;
import org.einfluss.graph.Network;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A quantity observed on any run, apart from the model's own variables. Stateless; draws no random numbers. Contract test:
 * {@code MeasureContract}.
 *
 * @param <P> parameter record
 */
@ConsumerType
public interface Measure<P extends Record> {
    /**
     * Names what {@link Observer#observe} writes, in order.
     *
     * @param parameters checked parameters
     */
    List<Variable> variables(P parameters);

    /**
     * Prepares one worker for one network.
     *
     * @param parameters checked parameters
     * @param network the network
     * @return the observer, owned by the calling thread and reused run after run
     */
    Observer bind(P parameters, Network network);

    /** A measure bound to a network; it hears the events of the runs it observes. */
    @ConsumerType
    interface Observer extends EventSink {
        /**
         * Starts a run; called before the simulation begins.
         *
         * @param run the run
         */
        void begin(Run run);

        @Override
        default void event(double time, int node, int from, int to, int cause) {}

        /**
         * Hears that a step is done.
         *
         * @param simulation the simulation, to be read only
         */
        default void step(Simulation simulation) {}

        /**
         * Writes the values; may be called after any step.
         *
         * @param simulation the simulation, to be read only
         * @param row receives the values
         * @param offset index of the first value
         */
        void observe(Simulation simulation, double[] row, int offset);
    }
}
