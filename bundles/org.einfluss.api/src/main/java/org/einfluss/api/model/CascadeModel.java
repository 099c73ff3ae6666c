package org.einfluss.api.model;

import java.util.List;
import org.einfluss.api.Variable;
import org.einfluss.graph.Network;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Short path for progressive two-state models: write one rule and inherit state, queue, log and variables.
 *
 * <p>Time is discrete and synchronous: nodes that become active in step t spread in step t+1. Seeds are active at time 0.
 *
 * @param <P> parameter record
 */
@ConsumerType
public abstract class CascadeModel<P extends Record> implements Model<P> {
    /** For subclasses. */
    protected CascadeModel() {}

    /**
     * Makes the rule for one worker, design point and network; scratch arrays are allocated here.
     *
     * @param parameters checked parameters
     * @param network the network to spread on
     * @return the rule, owned by the calling thread
     */
    protected abstract Rule rule(P parameters, Network network);

    @Override
    public final Simulation bind(P parameters, Network network) {
        return new Cascade(rule(parameters, network), network.nodes());
    }

    @Override
    public final List<Variable> variables(P parameters) {
        return Variable.CASCADE;
    }

    /** What an active node does to others. */
    @FunctionalInterface
    @ConsumerType
    public interface Rule {
        /**
         * Spreads from a node; called once for each active node, in the step after its activation.
         *
         * @param node the active node
         * @param cascade the state, on which others are activated
         */
        void spread(int node, Cascade cascade);

        /**
         * Prepares a run; called before the seeds are activated. May activate self-starters.
         *
         * @param run what the run may draw on
         * @param cascade the state; nobody is active yet
         */
        default void begin(Run run, Cascade cascade) {}

        /**
         * Clears this rule's scratch of the last run around a node; called once for each node that was active.
         *
         * @param node a node that was active
         */
        default void undo(int node) {}
    }
}
