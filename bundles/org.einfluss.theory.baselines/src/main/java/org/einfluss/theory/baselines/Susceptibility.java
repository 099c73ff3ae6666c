package org.einfluss.theory.baselines;

import org.einfluss.api.Param;
import org.einfluss.graph.Network;

/** The weight λ that a node gives to what it hears, against its initial opinion. */
public sealed interface Susceptibility permits Susceptibility.Constant, Susceptibility.Table {
    /** Nobody stays attached to the initial opinion. */
    Susceptibility FULL = new Constant(1);

    /**
     * Returns the susceptibility of each node.
     *
     * @param network the network
     */
    double[] ofNodes(Network network);

    /**
     * The same for all nodes.
     *
     * @param value the susceptibility
     */
    record Constant(
            @Param(value = "Susceptibility", symbol = "λ", initial = "0.8", range = "[0,1]", unit = "share")
            double value)
            implements Susceptibility {
        @Override
        public double[] ofNodes(Network network) {
            double[] all = new double[network.nodes()];
            java.util.Arrays.fill(all, value);
            return all;
        }
    }

    /**
     * Susceptibilities that stand in a node column.
     *
     * @param column name of the column
     */
    record Table(
            @Param(value = "Node column", initial = "susceptibility")
            String column) implements Susceptibility {
        @Override
        public double[] ofNodes(Network network) {
            return InitialOpinions.column(column, network);
        }
    }
}
