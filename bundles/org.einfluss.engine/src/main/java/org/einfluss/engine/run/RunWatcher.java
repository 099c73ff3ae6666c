package org.einfluss.engine.run;

import org.einfluss.api.model.NodeStates;
import org.einfluss.graph.Network;

/** Sees runs while they are executed again, for example to animate them. Called by the thread that asked for it. */
public interface RunWatcher {
    /**
     * A run begins.
     *
     * @param run number of the run
     * @param network the network it happens on
     */
    void begin(int run, Network network);

    /**
     * The run stands at the start, or has done a step.
     *
     * @param time the model's time
     * @param nodes every node's state; valid during the call only
     */
    void step(double time, NodeStates nodes);
}
